//! Packs: any text, or tables whose keys and values the bytes choose, as the first byte says. What is a pack reads a text; what isn't says why.

use parallax::pack::Section;
use parallax::{Document, Pack, Parallax};

use crate::sound;

pub(crate) fn run(data: &[u8]) {
    let [form, bytes @ ..] = data else {
        return;
    };
    let toml = if form % 2 == 0 {
        String::from_utf8_lossy(bytes).into_owned()
    } else {
        Choices { bytes }.pack()
    };
    match Pack::from_toml("fuzz.toml", &toml) {
        Ok(pack) => {
            let text = "Harlow vetoed the draft. The League said that Harlow had refused to back the wall of Norland, Bo Harlow said.";
            sound::check(&Parallax::new(pack).annotate(&Document::from_text("text", text)));
        }
        Err(error) => {
            assert!(!error.problems().is_empty(), "refused without a reason");
            for problem in error.problems() {
                assert!(problem.line() > 0 && problem.column() > 0);
                assert!(
                    toml.get(problem.span().range()).is_some(),
                    "a place outside"
                );
            }
            assert!(!error.to_string().is_empty());
        }
    }
}

/// Bytes that choose; where there are no more, the first of everything.
struct Choices<'d> {
    bytes: &'d [u8],
}

const SECTIONS: [(&str, Section); 7] = [
    ("pack", Section::Pack),
    ("actor", Section::Actor),
    ("position", Section::Position),
    ("list", Section::List),
    ("cue", Section::Cue),
    ("operator", Section::Operator),
    ("attribution", Section::Attribution),
];

/// The values that a key likes, of which any may be given to any.
const VALUES: [&str; 40] = [
    "\"harlow\"",
    "\"Harlow\"",
    "\"state\"",
    "[\"the League\", \"Norland\"]",
    "[\"Bo Harlow\"]",
    "\"wall\"",
    "\"Is it built?\"",
    "[\"wall\"]",
    "[\"road\"]",
    "\"draft\"",
    "[\"draft\", \"wall\"]",
    "\"a-cue\"",
    "\"b-cue\"",
    "\"support\"",
    "\"oppose\"",
    "\"said\"",
    "[\"veto\"]",
    "[\"say\", \"back\"]",
    "[\"refuse\"]",
    "\"actor\"",
    "\"target?\"",
    "{ like = \"draft\", owner = \"target?\" }",
    "{ unlike = \"draft\", kinds = [\"state\"], optional = true }",
    "{ role = \"actor\", actors = [\"harlow\"] }",
    "[\"that\", \"clause\"]",
    "[\"infinitive\", \"noun\", \"quotation\"]",
    "{ flips = true, takes-over = true }",
    "{ repeats = true }",
    "{ cancels = true, mode = \"want\" }",
    "[{ text = \"Harlow vetoed the draft.\", actor = \"harlow\" }]",
    "[{ name = \"Bo Harlow\", from = \"2008\", to = \"2013-11\" }]",
    "[{ text = \"Norland\", only-with = [\"draft\"], not-with = [\"wall\"] }]",
    "true",
    "false",
    "1",
    "[]",
    "\"\"",
    "\"'Wall' of the, e\u{301}\"",
    "\"\\u0000\u{202e}\"",
    "[[\"a\"], 2, 1979-05-27]",
];

impl Choices<'_> {
    fn below(&mut self, most: usize) -> usize {
        let Some((first, rest)) = self.bytes.split_first() else {
            return 0;
        };
        self.bytes = rest;
        usize::from(*first) % most
    }

    fn pack(mut self) -> String {
        let mut toml = String::new();
        while !self.bytes.is_empty() {
            let (section, kind) = SECTIONS[self.below(SECTIONS.len())];
            let keys = kind.keys();
            toml += &if section == "pack" {
                "[pack]\n".to_owned()
            } else {
                format!("[[{section}]]\n")
            };
            for _ in 0..self.below(8) {
                // One more than there are, for a key that no section has.
                let key = keys.get(self.below(keys.len() + 1)).unwrap_or(&"extra");
                let value = VALUES[self.below(VALUES.len())];
                toml += &format!("{key} = {value}\n");
            }
        }
        toml
    }
}
