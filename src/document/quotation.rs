//! Block quotations: paragraphs that are somebody's words, introduced by the paragraph before.
//!
//! A paragraph that ends with a colon introduces one when the next paragraph opens with a quotation mark, or when its last sentence names a
//! speaker: a word of saying or an office ("the minister went further:"), and the next paragraph is not the first of a count ("First, …"). A paragraph that
//! opens with a mark goes on with a quotation that the one before left open, as long quotations are printed.
//!
//! Cost: `O(n)`, a paragraph is read once for its marks. Wrong where an office stands before the colon and nobody speaks ("The minister has three
//! problems:"), unless the next paragraph counts.

/// How a paragraph leaves the quotation marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// It begins with an opening mark.
    pub(super) opens: bool,
    /// Nothing in it stands outside the marks.
    pub(super) all_inside: bool,
    /// It ends inside them.
    pub(super) left_open: bool,
}

impl Marks {
    pub(super) fn of(text: &str) -> Self {
        let Some((open, close)) = pair(text) else {
            return Self {
                left_open: curly_left_open(text),
                ..Self::default()
            };
        };
        let first = open.len_utf8();
        let mut inside = true;
        let mut closed_at = None;
        for (at, mark) in text.char_indices().skip(1) {
            if inside && mark == close && !is_apostrophe(text, at, mark) {
                inside = false;
                closed_at.get_or_insert(at);
            } else if !inside && mark == open {
                inside = true;
            }
        }
        let after = closed_at.map_or("", |at| text.get(at..).unwrap_or_default());
        Self {
            opens: text.len() > first,
            all_inside: !after.contains(char::is_alphanumeric),
            left_open: inside,
        }
    }
}

/// The kind of mark that a paragraph opens with.
fn pair(text: &str) -> Option<(char, char)> {
    let first = text.chars().next()?;
    let close = match first {
        '“' => '”',
        '‘' => '’',
        '«' => '»',
        '„' => '“',
        '"' => '"',
        _ => return None,
    };
    Some((first, close))
}

fn curly_left_open(text: &str) -> bool {
    let last_open = text.rfind('“');
    last_open.is_some_and(|open| text.rfind('”').is_none_or(|close| close < open))
}

/// Whether a single mark stands between letters: "don’t".
fn is_apostrophe(text: &str, at: usize, mark: char) -> bool {
    mark == '’'
        && text
            .get(at + mark.len_utf8()..)
            .is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// Whether a paragraph that ends with a colon introduces the words of `next`.
pub(super) fn introduces(intro: &str, next: &str) -> bool {
    let Some(stem) = intro
        .trim_end_matches(['"', '”', '*', '_', ' ', '—', '-', '–'])
        .strip_suffix([':', '：'])
    else {
        return false;
    };
    pair(next).is_some()
        || !counts(next)
            && !announces_a_count(last_sentence(stem))
            && names_a_speaker(last_sentence(stem))
}

/// The last sentence, or the last 300 bytes of a longer one.
fn last_sentence(text: &str) -> &str {
    let from = (text.len().saturating_sub(300)..text.len())
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    let tail = text.get(from..).unwrap_or_default();
    let cut = [". ", "? ", "! ", ".” ", ".\" "]
        .iter()
        .filter_map(|stop| Some(tail.rfind(stop)? + stop.len()));
    // The stop of "Mr. Smith" cuts too much, never too little; what speaks stands near the colon.
    tail.get(cut.max().unwrap_or(0)..).unwrap_or_default()
}

/// Whether a paragraph is the first of a count.
fn counts(text: &str) -> bool {
    const COUNTS: [&str; 10] = [
        "first",
        "firstly",
        "one",
        "second",
        "to begin",
        "for one",
        "on the one hand",
        "the first",
        "to start",
        "number one",
    ];
    COUNTS.iter().any(|count| {
        let head = text
            .get(..count.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(count));
        head && text
            .get(count.len()..)
            .is_some_and(|rest| rest.starts_with([',', ' ', ':']))
    })
}

/// Whether a sentence promises a list of things rather than words: "three points", "the following States".
fn announces_a_count(sentence: &str) -> bool {
    const THINGS: [&str; 12] = [
        "reasons",
        "points",
        "ways",
        "things",
        "questions",
        "options",
        "scenarios",
        "lessons",
        "steps",
        "states",
        "countries",
        "problems",
    ];
    words(sentence).any(|word| THINGS.iter().any(|thing| thing.eq_ignore_ascii_case(word)))
}

fn names_a_speaker(sentence: &str) -> bool {
    words(sentence).any(|word| {
        let word = word.to_ascii_lowercase();
        SAYING.contains(&word.as_str()) || OFFICES.contains(&word.as_str())
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|mark: char| !mark.is_alphanumeric())
        .filter(|word| !word.is_empty() && word.len() < 20)
}

/// Forms of verbs and nouns of saying.
const SAYING: [&str; 77] = [
    "said",
    "says",
    "say",
    "saying",
    "told",
    "tells",
    "tell",
    "telling",
    "wrote",
    "writes",
    "write",
    "writing",
    "added",
    "adds",
    "adding",
    "continued",
    "continues",
    "declared",
    "declares",
    "declaring",
    "stated",
    "states",
    "stating",
    "statement",
    "explained",
    "explains",
    "explaining",
    "argued",
    "argues",
    "arguing",
    "asked",
    "asks",
    "asking",
    "replied",
    "replies",
    "answered",
    "answers",
    "answer",
    "response",
    "responded",
    "concluded",
    "concludes",
    "warned",
    "warns",
    "warning",
    "insisted",
    "insists",
    "noted",
    "notes",
    "remarked",
    "observed",
    "recalled",
    "claimed",
    "claims",
    "complained",
    "announced",
    "announces",
    "announcement",
    "tweeted",
    "posted",
    "message",
    "letter",
    "quoted",
    "quote",
    "excerpt",
    "reads",
    "read",
    "words",
    "speech",
    "put",
    "commented",
    "comment",
    "testified",
    "stressed",
    "emphasised",
    "emphasized",
    "speaking",
];

/// Words for people who speak for somebody.
const OFFICES: [&str; 40] = [
    "minister",
    "president",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "secretary",
    "leader",
    "chief",
    "envoy",
    "ambassador",
    "director",
    "chairman",
    "chairwoman",
    "chair",
    "premier",
    "chancellor",
    "king",
    "prince",
    "emir",
    "sultan",
    "pope",
    "general",
    "commander",
    "senator",
    "governor",
    "mayor",
    "deputy",
    "official",
    "diplomat",
    "delegate",
    "representative",
    "adviser",
    "advisor",
    "negotiator",
    "lawyer",
    "judge",
    "analyst",
    "professor",
    "author",
    "editor",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colon_after_a_speaker_introduces() {
        assert!(introduces(
            "The river rose. The mayor went further:",
            "We built too low."
        ));
        assert!(introduces("He continued:", "“We built too low.”"));
        assert!(introduces(
            "At the pier she told them, one asleep:",
            "We built too low."
        ));
        assert!(introduces("Excerpt:", "The river has no memory."));
    }

    #[test]
    fn a_colon_before_a_count_does_not() {
        assert!(!introduces(
            "The mayor sees it so. The river offers that opportunity:",
            "First, the mayor knows it."
        ));
        assert!(!introduces(
            "The river offers that opportunity:",
            "Boats may pass."
        ));
        assert!(!introduces(
            "The mayor gave three reasons:",
            "The river is deep."
        ));
        assert!(!introduces("The mayor said so.", "“We built too low.”"));
    }

    #[test]
    fn marks_tell_where_a_quotation_goes_on() {
        let marks = |text| {
            let marks = Marks::of(text);
            (marks.opens, marks.all_inside, marks.left_open)
        };
        assert_eq!(marks("“They shared a bag of chips."), (true, true, true));
        assert_eq!(
            marks("“I don’t want a head. I want a name.”"),
            (true, true, false)
        );
        assert_eq!(marks("“A door,” she said. “It’s open"), (true, false, true));
        assert_eq!(marks("She said: “It’s open"), (false, false, true));
        assert_eq!(marks("\"Yes.\""), (true, true, false));
        assert_eq!(marks("‘Don’t’ is a word"), (true, false, false));
        assert_eq!(marks("The river"), (false, false, false));
    }
}
