//! Claims: the cases that people can add to (`tests/cases/claim`; its README says how).

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of a test fail as the test does"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use parallax::{Claim, Date, Document, Pack, Parallax};

static PARALLAX: LazyLock<Parallax> = LazyLock::new(|| Parallax::new(Pack::builtin()));

/// The file of cases that don't hold yet.
const KNOWN: &str = "known.txt";

/// One case of a file: a text, and the claims that a coder with the codebook would label.
struct Case {
    place: String,
    why: String,
    text: String,
    expected: Vec<Expected>,
}

/// A claim as a case names it; what it leaves out is not looked at.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Expected {
    /// Actor, stance, position and targets: always compared.
    core: String,
    mode: Option<String>,
    speaker: Option<String>,
    date: Option<String>,
    negated: Option<bool>,
    hedged: Option<bool>,
}

impl Expected {
    /// "hamas support legitimacy on hamas,russia by want speaker author negated hedged date 2024-02"
    fn read(line: &str, place: &str) -> Self {
        let mut words = line.split_whitespace();
        let mut next = |what| {
            words
                .next()
                .unwrap_or_else(|| panic!("{place}: `{line}` lacks its {what}"))
        };
        let (actor, stance, position) = (next("actor"), next("stance"), next("position"));
        let mut targets: Vec<&str> = Vec::new();
        let mut expected = Self {
            core: String::new(),
            mode: None,
            speaker: None,
            date: None,
            negated: None,
            hedged: None,
        };
        while let Some(word) = words.next() {
            let mut value = || words.next().unwrap_or_default().to_owned();
            match word {
                "on" => targets = words.next().unwrap_or_default().split(',').collect(),
                "by" => expected.mode = Some(value()),
                "speaker" => expected.speaker = Some(value()),
                "date" => expected.date = Some(value()),
                "negated" => expected.negated = Some(true),
                "plain" => expected.negated = Some(false),
                "hedged" => expected.hedged = Some(true),
                "certain" => expected.hedged = Some(false),
                other => panic!("{place}: unknown word `{other}` in `{line}`"),
            }
        }
        targets.sort_unstable();
        expected.core = core(actor, stance, position, &targets);
        expected
    }

    fn fits(&self, claim: &Claim) -> bool {
        let says = |expected: &Option<String>, found: String| {
            expected.as_ref().is_none_or(|expected| *expected == found)
        };
        let targets: Vec<&str> = claim.target.iter().map(|id| id.as_str()).collect();
        self.core
            == core(
                claim.actor.as_str(),
                &claim.stance.to_string(),
                claim.position.as_str(),
                &targets,
            )
            && says(&self.mode, claim.mode.to_string())
            && says(&self.speaker, claim.speaker.to_string())
            && says(
                &self.date,
                claim
                    .date
                    .as_ref()
                    .map_or_else(String::new, Date::to_string),
            )
            && self.negated.is_none_or(|negated| negated == claim.negated)
            && self.hedged.is_none_or(|hedged| hedged == claim.hedged)
    }
}

fn core(actor: &str, stance: &str, position: &str, targets: &[&str]) -> String {
    format!("{actor} {stance} {position} on {}", targets.join(","))
}

/// The claims in the words of a case.
fn drawn(claim: &Claim) -> String {
    let targets: Vec<&str> = claim.target.iter().map(|id| id.as_str()).collect();
    let mut line = format!("{} {} {}", claim.actor, claim.stance, claim.position);
    if !targets.is_empty() {
        write!(line, " on {}", targets.join(",")).unwrap();
    }
    write!(line, " by {} speaker {}", claim.mode, claim.speaker).unwrap();
    for (is, word) in [(claim.negated, " negated"), (claim.hedged, " hedged")] {
        line.push_str(if is { word } else { "" });
    }
    if let Some(date) = claim.date {
        write!(line, " date {date}").unwrap();
    }
    line
}

/// What is wrong with a case, as a reader sees it; `None` if it holds.
fn failure(case: &Case) -> Option<String> {
    let article = PARALLAX.annotate(&Document::from_text("case", case.text.as_str()));
    let mut found: Vec<&Claim> = article.claims().collect();
    let mut missing = Vec::new();
    for expected in &case.expected {
        match found.iter().position(|claim| expected.fits(claim)) {
            Some(at) => drop(found.remove(at)),
            None => missing.push(expected),
        }
    }
    if missing.is_empty() && found.is_empty() {
        return None;
    }
    let mut message = format!("{}: {}\n  {}\n", case.place, case.why, case.text);
    for expected in missing {
        writeln!(message, "  missing    > {expected}").unwrap();
    }
    for claim in found {
        let rule = format!("rule {}", claim.rule);
        writeln!(message, "  unexpected > {} ({rule})", drawn(claim)).unwrap();
    }
    Some(message)
}

impl std::fmt::Display for Expected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.core.trim_end_matches(" on "))?;
        for (word, value) in [
            ("by", &self.mode),
            ("speaker", &self.speaker),
            ("date", &self.date),
        ] {
            if let Some(value) = value {
                write!(f, " {word} {value}")?;
            }
        }
        for (flag, yes, no) in [
            (self.negated, "negated", "plain"),
            (self.hedged, "hedged", "certain"),
        ] {
            if let Some(flag) = flag {
                write!(f, " {}", if flag { yes } else { no })?;
            }
        }
        Ok(())
    }
}

/// The cases of a file; a block that is no case is an error, and so is a file without one.
fn cases(file: &Path) -> Vec<Case> {
    let content = fs::read_to_string(file).unwrap();
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    let mut line = 1;
    let mut cases = Vec::new();
    for block in content.split("\n\n") {
        let place = format!("{name}:{line}");
        line += block.matches('\n').count() + 2;
        let mut lines = block
            .lines()
            .filter(|line| !line.trim().is_empty())
            .peekable();
        let Some(why) = lines.next() else { continue };
        let why = why
            .strip_prefix("# ")
            .unwrap_or_else(|| panic!("{place}: the first line says why, after `# `"));
        let mut text = Vec::new();
        while let Some(next) = lines.next_if(|line| !line.starts_with("> ")) {
            text.push(next);
        }
        let claims: Vec<&str> = lines
            .map(|line| {
                line.strip_prefix("> ")
                    .unwrap_or_else(|| panic!("{place}: `> ` is missing"))
            })
            .collect();
        assert!(
            !text.is_empty() && !claims.is_empty(),
            "{place}: text or claims are missing (`> none` for no claim)"
        );
        let expected = match claims.as_slice() {
            ["none"] => Vec::new(),
            claims => claims
                .iter()
                .map(|claim| Expected::read(claim, &place))
                .collect(),
        };
        cases.push(Case {
            why: why.to_owned(),
            text: text.join("\n\n"),
            place,
            expected,
        });
    }
    assert!(!cases.is_empty(), "{name} holds no case");
    cases
}

/// The case files in order of name.
fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/claim");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|file| file.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "there are no case files");
    files
}

#[test]
fn the_cases_hold() {
    let files = files();
    let failures: String = files
        .iter()
        .filter(|file| !file.ends_with(KNOWN))
        .flat_map(|file| cases(file))
        .filter_map(|case| failure(&case))
        .collect();
    assert!(failures.is_empty(), "\n{failures}");
}

/// What is known to be wrong is wrong still: a case that holds by now belongs into the file of its kind.
#[test]
fn the_known_gaps_are_still_there() {
    let known = files().into_iter().find(|file| file.ends_with(KNOWN));
    let closed: Vec<String> = known
        .iter()
        .flat_map(|file| cases(file))
        .filter(|case| failure(case).is_none())
        .map(|case| format!("{}: {}", case.place, case.text))
        .collect();
    assert!(
        closed.is_empty(),
        "these hold now, so move them out of {KNOWN}: {closed:#?}"
    );
}

#[test]
fn no_text_stands_twice() {
    let mut places: BTreeMap<String, String> = BTreeMap::new();
    for case in files().iter().flat_map(|file| cases(file)) {
        if let Some(before) = places.insert(case.text, case.place.clone()) {
            panic!("{} has the text of {before}", case.place);
        }
    }
}

/// The rows of a table next to the cases, by their fields.
fn table(name: &str) -> Vec<Vec<String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cases/claim")
        .join(name);
    fs::read_to_string(file)
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}

/// What comes of a sentence that should give one claim by Kenya: `+` just that claim, `·` no claim at all, `?` another one.
fn cell(text: &str, position: &str, side: &str, mode: &str) -> char {
    let article = PARALLAX.annotate(&Document::from_text("cell", text));
    let claims: Vec<&Claim> = article.claims().collect();
    match claims.as_slice() {
        [] => '·',
        [claim]
            if claim.actor.as_str() == "kenya"
                && claim.position.as_str() == position
                && claim.stance.to_string() == side
                && (mode == "any" || claim.mode.to_string() == mode) =>
        {
            '+'
        }
        _ => '?',
    }
}

/// Every construction over every position: the table shows where the rules carry, and where they don't yet.
#[test]
fn every_operator_over_every_position() {
    let positions = table("positions.tsv");
    let mut drawn = String::new();
    for (at, position) in positions.iter().enumerate() {
        let bars = "│ ".repeat(at);
        writeln!(drawn, "{bars}┌ {}", position[0]).unwrap();
    }
    let (mut held, mut all) = (0, 0);
    for operator in table("operators.tsv") {
        for position in &positions {
            let [id, side, infinitive, gerund, noun] = position.as_slice() else {
                panic!("a position of five fields: {position:?}");
            };
            let side = match (operator[2].as_str(), side.as_str()) {
                ("+", side) => side,
                (_, "support") => "oppose",
                _ => "support",
            };
            let text = operator[0]
                .replace("{infinitive}", infinitive)
                .replace("{gerund}", gerund)
                .replace("{noun}", noun);
            let cell = cell(&text, id, side, &operator[1]);
            held += usize::from(cell == '+');
            all += 1;
            write!(drawn, "{cell} ").unwrap();
        }
        writeln!(drawn, " {}", operator[0]).unwrap();
    }
    writeln!(drawn, "{held} of {all} hold").unwrap();
    insta::assert_snapshot!("every_operator_over_every_position", drawn);
    assert!(held * 3 > all * 2, "less than two thirds hold:\n{drawn}");
}
