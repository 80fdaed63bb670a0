//! Labels from brat standoff: an annotation for each claim, of the type of its position, with attributes `Stance` and `Mode`; actor, targets and speaker in
//! a note, `actor=hamas target=qatar,russia speaker=hamas`, or the actor as an attribute `Actor`. Places are code points.

use std::collections::BTreeMap;

use parallax::Span;

use super::label::{Fault, Label, Text, sorted};

/// What is known of an annotation so far.
#[derive(Default)]
struct Draft {
    line: usize,
    kind: String,
    start: usize,
    end: usize,
    fields: BTreeMap<String, String>,
}

/// The labels of one `.ann` file.
pub(crate) fn labels<'a>(
    lines: &str,
    document: &str,
    text: impl Fn(&str) -> Option<Text<'a>>,
) -> Vec<Result<Label, Fault>> {
    let Some(text) = text(document) else {
        let document = document.to_owned();
        return vec![Err(Fault::NoArticle { line: 1, document })];
    };
    let mut drafts: BTreeMap<String, Draft> = BTreeMap::new();
    let mut found = Vec::new();
    for (at, line) in lines.lines().enumerate() {
        if let Err(wanted) = note(at + 1, line, &mut drafts) {
            found.push(Err(Fault::Brat {
                line: at + 1,
                wanted,
            }));
        }
    }
    let mut drafts: Vec<Draft> = drafts
        .into_values()
        .filter(|draft| draft.kind != "Actor")
        .collect();
    drafts.sort_by_key(|draft| draft.line);
    let bytes = Bytes::of(text.as_str());
    found.extend(
        drafts
            .into_iter()
            .map(|draft| label(draft, document, &text, &bytes)),
    );
    found
}

/// Writes what a line says into the drafts; else what was wanted.
fn note(
    number: usize,
    line: &str,
    drafts: &mut BTreeMap<String, Draft>,
) -> Result<(), &'static str> {
    let mut cells = line.split('\t');
    let (Some(id), Some(body)) = (cells.next(), cells.next()) else {
        return Ok(());
    };
    let mut words = body.split(' ');
    match id.chars().next() {
        Some('T') => {
            let kind = words.next().unwrap_or_default().to_owned();
            let places = body.get(kind.len()..).unwrap_or_default();
            let mut numbers = places
                .split([' ', ';'])
                .filter_map(|word| word.parse().ok());
            let start = numbers.next().ok_or("`TYPE START END`")?;
            let end = numbers.next_back().ok_or("`TYPE START END`")?;
            let draft = drafts.entry(id.to_owned()).or_default();
            (draft.line, draft.kind, draft.start, draft.end) = (number, kind, start, end);
        }
        Some('A' | 'M') => {
            let name = words.next().unwrap_or_default().to_lowercase();
            let of = words.next().ok_or("`NAME Tn VALUE`")?;
            let value = words.next().unwrap_or("true").to_owned();
            drafts
                .entry(of.to_owned())
                .or_default()
                .fields
                .insert(name, value);
        }
        Some('#') => {
            let of = words.nth(1).unwrap_or_default();
            let draft = drafts.entry(of.to_owned()).or_default();
            let pairs = cells.next().unwrap_or_default().split(' ');
            for (key, value) in pairs.filter_map(|pair| pair.split_once('=')) {
                draft.fields.insert(key.to_owned(), value.to_owned());
            }
        }
        _ => {}
    }
    Ok(())
}

fn label(draft: Draft, document: &str, text: &Text<'_>, bytes: &Bytes) -> Result<Label, Fault> {
    let field = |name: &str| draft.fields.get(name).cloned();
    let wanted = |name: &str, wanted| {
        field(name).ok_or(Fault::Brat {
            line: draft.line,
            wanted,
        })
    };
    let evidence = Span::new(bytes.at(draft.start), bytes.at(draft.end.max(draft.start)));
    let target = field("target").unwrap_or_default();
    Ok(Label {
        document: document.to_owned(),
        sentence: text.sentence(evidence),
        evidence,
        actor: wanted("actor", "a note with `actor=ID` for this annotation")?,
        stance: wanted("stance", "an attribute `Stance` for this annotation")?,
        target: sorted(
            target
                .split(',')
                .filter(|id| !id.is_empty())
                .map(str::to_owned)
                .collect(),
        ),
        speaker: field("speaker"),
        mode: field("mode"),
        position: draft.kind,
    })
}

/// The byte at which each code point of a text begins.
struct Bytes(Vec<usize>);

impl Bytes {
    fn of(text: &str) -> Self {
        let starts = text.char_indices().map(|(at, _)| at);
        Self(starts.chain([text.len()]).collect())
    }

    fn at(&self, point: usize) -> usize {
        let last = self.0.last().copied().unwrap_or_default();
        self.0.get(point).copied().unwrap_or(last)
    }
}
