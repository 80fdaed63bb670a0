//! Packs that were made to be slow or to break the reader.

use std::fmt::Write as _;

/// A kind of pack, of any size.
#[derive(Clone, Copy)]
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    /// How many of what it has many of make it as large as its name says.
    pub(crate) full: usize,
    toml: fn(usize) -> String,
    /// Whether it is a sound pack, only large.
    pub(crate) is_sound: bool,
}

impl Kind {
    const fn sound(name: &'static str, full: usize, toml: fn(usize) -> String) -> Self {
        Self {
            name,
            full,
            toml,
            is_sound: true,
        }
    }

    const fn wrong(name: &'static str, full: usize, toml: fn(usize) -> String) -> Self {
        Self {
            is_sound: false,
            ..Self::sound(name, full, toml)
        }
    }

    /// The pack with so many of what it has many of.
    pub(crate) fn toml(&self, count: usize) -> String {
        (self.toml)(count)
    }
}

/// All kinds.
pub(crate) const KINDS: &[Kind] = &[
    Kind::sound("100,000 actors", 100_000, actors),
    Kind::wrong(
        "1,000 names, each the beginning of the next",
        1_000,
        |count| {
            let names: Vec<_> = (1..=count).map(|words| quoted("Abc", words)).collect();
            format!("{ACTOR}names = [{}]\n", names.join(", "))
        },
    ),
    Kind::sound(
        "12,800 names that begin with the same words",
        200,
        |count| {
            let mut toml = String::new();
            for actor in 0..count {
                let names: Vec<_> = (1..64)
                    .map(|words| format!("\"{}{actor}\"", "Abc ".repeat(words)))
                    .collect();
                let _ = write!(
                    toml,
                    "[[actor]]\nid = \"actor_{actor}\"\nname = \"Front {actor}\"\nkind = \"movement\"\nnames = [{}]\n",
                    names.join(", ")
                );
            }
            toml
        },
    ),
    Kind::wrong("a name of 1,000 words", 1_000, |count| {
        format!("{ACTOR}names = [{}]\n", quoted("Abc", count))
    }),
    Kind::wrong("a cue of 1,000 words", 1_000, |count| {
        format!(
            "{ACTOR}{POSITION}{CUE}phrase = [{}]\n",
            quoted("word", count.max(100))
        )
    }),
    Kind::sound("10,000 cues of one verb", 10_000, |count| {
        format!("{ACTOR}{POSITION}{}", cues(count, |_| "wall".to_owned()))
    }),
    Kind::sound("1,000 positions, each related to all", 1_000, |count| {
        let all: Vec<_> = (0..count).map(|at| format!("\"p{at}\"")).collect();
        positions(count, |at| {
            let others: Vec<_> = (0..count)
                .filter(|other| *other != at)
                .filter_map(|other| all.get(other).cloned())
                .collect();
            format!("related = [{}]\n", others.join(", "))
        })
    }),
    Kind::wrong(
        "10,000 positions before each other in a circle",
        10_000,
        |count| {
            positions(count, |at| {
                format!("before = [\"p{}\"]\n", (at + 1) % count)
            })
        },
    ),
    Kind::wrong("arrays nested 100,000 times", 100_000, |count| {
        format!(
            "[pack]\nname = {}{}\n",
            "[".repeat(count),
            "]".repeat(count)
        )
    }),
    Kind::wrong("arrays opened 100,000 times", 100_000, |count| {
        format!("[pack]\nname = {}\n", "[".repeat(count))
    }),
    Kind::wrong("tables nested 100,000 times", 100_000, |count| {
        format!("pack = {}1{}\n", "{ a = ".repeat(count), " }".repeat(count))
    }),
    Kind::wrong("a dotted key of 100,000 parts", 100_000, |count| {
        format!("{}a = 1\n", "a.".repeat(count))
    }),
    Kind::wrong("a heading of 100,000 parts", 100_000, |count| {
        format!("[{}a]\n", "a.".repeat(count))
    }),
    Kind::wrong("100,000 unknown keys", 100_000, |count| {
        (0..count).map(|key| format!("key{key} = 1\n")).collect()
    }),
    Kind::wrong("100,000 ids given twice", 100_000, |count| {
        let one = actors(1);
        one.repeat(count.max(2))
    }),
    Kind::wrong("100,000 unknown ids", 100_000, |count| {
        cues(count, |cue| format!("gone{cue}"))
    }),
    Kind::sound("10 MB in one text", 10_000_000, |count| {
        format!("[pack]\ndescription = \"{}\"\n", "a".repeat(count))
    }),
    Kind::sound("10 MB of comments", 1_000_000, |count| {
        "# comment\n".repeat(count)
    }),
    Kind::wrong("10 MB in an open text", 10_000_000, |count| {
        format!("[pack]\ndescription = \"{}", "a".repeat(count))
    }),
    Kind::wrong("10 MB of quotation marks", 10_000_000, |count| {
        "\"".repeat(count)
    }),
    Kind::wrong("10 MB of NUL", 10_000_000, |count| "\0".repeat(count)),
];

const ACTOR: &str = "[[actor]]\nid = \"harlow\"\nname = \"Harlow\"\nkind = \"state\"\n";
const POSITION: &str = "[[position]]\nid = \"wall\"\nquestion = \"Is the wall to be built?\"\n";
const CUE: &str = "[[cue]]\nid = \"a-cue\"\nposition = \"wall\"\nstance = \"support\"\n";

fn quoted(word: &str, times: usize) -> String {
    format!("\"{}\"", vec![word; times].join(" "))
}

fn actors(count: usize) -> String {
    let mut toml = String::new();
    for actor in 0..count {
        let _ = write!(
            toml,
            "[[actor]]\nid = \"actor_{actor}\"\nname = \"Front {actor}\"\nkind = \"movement\"\n"
        );
    }
    toml
}

fn positions(count: usize, rest: impl Fn(usize) -> String) -> String {
    let mut toml = String::new();
    for position in 0..count {
        let _ = write!(
            toml,
            "[[position]]\nid = \"p{position}\"\nquestion = \"Is it {position}?\"\n{}",
            rest(position)
        );
    }
    toml
}

/// Cues of one verb, each on a position.
fn cues(count: usize, position: impl Fn(usize) -> String) -> String {
    let mut toml = String::new();
    for cue in 0..count {
        let _ = write!(
            toml,
            "[[cue]]\nid = \"c{cue}-x\"\nposition = \"{}\"\nstance = \"support\"\nverb = [\"veto\"]\nsubject = \"actor\"\n",
            position(cue)
        );
    }
    toml
}
