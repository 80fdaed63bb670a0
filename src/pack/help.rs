//! What would be right: one line for each kind of problem.

use std::fmt;

use super::problem::{IdKind, PhraseFault, ProblemKind};
use super::section::Section;
use super::shown::Shown;

impl ProblemKind {
    /// What would be right, in one line, where more can be said than the message does.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::Syntax(error) => return syntax_help(error.0.message()).map(str::to_owned),
            Self::TooLong | Self::TooManyLists => "split the pack".to_owned(),
            Self::UnknownKey { within, meant, .. } => suggest(
                *meant,
                &format!("{within} has {}", Listed(within.keys(), "and")),
            ),
            Self::MissingKey { key, within } => format!("add {}", within.example(key)),
            Self::WrongType { key, .. } => {
                return is_entry(key).then(|| format!("two brackets open an entry: `[[{key}]]`"));
            }
            Self::UnknownValue { allowed, meant, .. } => {
                suggest(*meant, &format!("one of {}", Listed(allowed, "or")))
            }
            Self::UnknownId { of, meant, .. } => match meant {
                Some(meant) => format!("did you mean `{}`?", Shown(meant)),
                None => {
                    format!("add a `[[{of}]]` with this id, or lay the pack over one that has it")
                }
            },
            Self::BadId { of, meant, .. } => id_help(*of, meant.as_deref()),
            Self::ReservedId { .. } => {
                "`author` is the writer of an article, `other` nobody in particular".to_owned()
            }
            Self::DuplicateId { first, .. } => format!("first at {first}; change one of the two"),
            Self::DuplicateName { first, .. } => format!(
                "there at {first}; drop one, or say which text means which: \
                 {{ text = \"…\", only-with = [\"…\"], not-with = [\"…\"] }}"
            ),
            Self::DuplicatePerson { first, .. } => format!(
                "there at {first}; give both the time in office: \
                 {{ name = \"…\", from = \"2021-06\", to = \"2022-12\" }}"
            ),
            Self::BadDate { .. } => {
                "a year, month or day: \"2021\", \"2021-06\", \"2021-06-13\"".to_owned()
            }
            Self::DatesReversed { .. } => "exchange `from` and `to`".to_owned(),
            Self::Empty { .. } => "write something, or leave the key out".to_owned(),
            Self::Unmeetable { fault, .. } => fault.help().to_owned(),
            Self::Inflected { base, .. } => {
                format!("write `{base}`: the other forms are met by it")
            }
            Self::NoWords { within } => format!("add {}", within.example("verb")),
            Self::TooCommon { .. } => {
                "add a word that carries the meaning, or a slot that asks for one: { like = \"…\" }"
                    .to_owned()
            }
            Self::SlotCannotApply { slot, .. } => slot_help(slot).to_owned(),
            Self::SameSlot { .. } => "keep one of them".to_owned(),
            Self::SlotCannotFill => "take the lists out of `unlike`".to_owned(),
            Self::SelfReference { .. } => "take it out".to_owned(),
            Self::BeforeItself { .. } => {
                "of two positions on the same words one comes first; take one `before` out"
                    .to_owned()
            }
        })
    }
}

impl PhraseFault {
    fn help(self) -> &'static str {
        match self {
            Self::NoLetters => "write words, with one space between them",
            Self::Punctuation(_) => "give the words before and after it as two entries",
            Self::OpenQuotation => "close it: quotation marks keep a word as it is written",
            Self::Control => "write it on one line, with spaces",
            Self::TooManyWords(_) => "64 words at most; keep those that carry the meaning",
        }
    }
}

/// Whether a key of the whole file opens entries.
fn is_entry(key: &str) -> bool {
    key != "pack" && Section::File.keys().contains(&key)
}

/// "did you mean `x`?" before the rest.
fn suggest(meant: Option<&'static str>, rest: &str) -> String {
    match meant {
        Some(meant) => format!("did you mean `{meant}`? {}", capitalised(rest)),
        None => rest.to_owned(),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

fn id_help(of: IdKind, meant: Option<&str>) -> String {
    let form = match of {
        IdKind::Rule => "lower case, digits and single hyphens: `block-measure`",
        IdKind::Actor => "lower case, digits and single underscores: `united_states`",
        IdKind::Position | IdKind::List => {
            "lower case, digits and single underscores: `un_measure`"
        }
    };
    match meant {
        Some(meant) => format!("did you mean `{meant}`? {}", capitalised(form)),
        None => form.to_owned(),
    }
}

fn slot_help(slot: &str) -> &'static str {
    match slot {
        "object" => "what an adjective is said of is its `of`",
        _ => "what an adjective or agent noun is said of is its `of`",
    }
}

/// What to do about the TOML reader's commonest complaints.
fn syntax_help(message: &str) -> Option<&'static str> {
    let has = |part| message.contains(part);
    if has("must be quoted") {
        Some("put the text in quotation marks: id = \"hamas\"")
    } else if has("basic string") || has("literal string") {
        Some("close the text with the quotation mark that opened it; write \\\" for one inside")
    } else if has("array table") {
        Some("an entry opens with `[[` and a kind, and closes with `]]`: `[[actor]]`")
    } else if has("array") {
        Some("put a comma between the values, and `]` at the end")
    } else if has("duplicate key") {
        Some("keep one of them: several values go into one list, [\"…\", \"…\"]")
    } else if has("recurs") || has("nest") || has("depth") {
        Some("a pack needs no more than three levels")
    } else {
        None
    }
}

/// Words in a row: "`a`, `b` or `c`".
struct Listed<'a>(&'a [&'static str], &'static str);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.0.len().saturating_sub(1);
        for (index, word) in self.0.iter().enumerate() {
            match index {
                0 => {}
                index if index == last => write!(f, " {} ", self.1)?,
                _ => f.write_str(", ")?,
            }
            write!(f, "`{word}`")?;
        }
        Ok(())
    }
}
