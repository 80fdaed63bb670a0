//! The forms of a lemma, by the table of irregular ones or by rule.

use std::sync::OnceLock;

use super::inflect;
use super::intern::Interner;
use super::word::{LemmaClass, Readings, WordId};

/// Gives each form of a folded lemma with its readings to `put`, the lemma itself first. `out` is space for forms, used again for the next lemma.
pub(super) fn forms(
    lemma: &str,
    class: LemmaClass,
    out: &mut String,
    mut put: impl FnMut(&str, Readings),
) {
    match class {
        LemmaClass::Noun => noun(lemma, out, &mut put),
        LemmaClass::Verb => verb(lemma, out, &mut put),
        LemmaClass::Adjective => adjective(lemma, out, &mut put),
        LemmaClass::Adverb => put(lemma, Readings::ADVERB),
    }
}

fn noun(lemma: &str, out: &mut String, put: &mut impl FnMut(&str, Readings)) {
    put(lemma, Readings::NOUN);
    let irregular = Irregular::english().row(lemma);
    match irregular.noun.and_then(|cells| cell(cells, 0)) {
        Some(given) => given
            .split('/')
            .for_each(|form| put(form, Readings::PLURAL)),
        None => put(inflect::with_s(lemma, out), Readings::PLURAL),
    }
}

fn verb(lemma: &str, out: &mut String, put: &mut impl FnMut(&str, Readings)) {
    let irregular = Irregular::english().row(lemma);
    let double = inflect::short_closed(lemma) || irregular.doubles;
    put(lemma, Readings::BASE);
    let given = |column| {
        let cell = cell(irregular.verb?, column)?;
        Some(cell).filter(|cell| !matches!(*cell, "" | "-"))
    };
    let mut column = |at, regular: &str, readings| match given(at) {
        Some(given) => given.split('/').for_each(|form| put(form, readings)),
        None => put(regular, readings),
    };
    let past = inflect::with_ed(lemma, double, out);
    column(0, past, Readings::PAST);
    column(1, past, Readings::PARTICIPLE);
    column(2, inflect::with_s(lemma, out), Readings::THIRD);
    column(3, inflect::with_ing(lemma, double, out), Readings::ING);
    if double && lemma.ends_with('l') {
        // American spelling beside the British one: "cancelled" and "canceled".
        put(
            inflect::with_ed(lemma, false, out),
            Readings::PAST | Readings::PARTICIPLE,
        );
        put(inflect::with_ing(lemma, false, out), Readings::ING);
    }
}

fn adjective(lemma: &str, out: &mut String, put: &mut impl FnMut(&str, Readings)) {
    put(lemma, Readings::ADJECTIVE);
    let given = Irregular::english()
        .row(lemma)
        .adjective
        .and_then(|cells| cell(cells, 0).zip(cell(cells, 1)));
    match given {
        Some((more, most)) => [more, most]
            .iter()
            .flat_map(|form| form.split('/'))
            .for_each(|form| put(form, Readings::ADJECTIVE)),
        None if lemma.len() <= 6 || lemma.ends_with('y') => {
            put(inflect::compared(lemma, "er", out), Readings::ADJECTIVE);
            put(inflect::compared(lemma, "est", out), Readings::ADJECTIVE);
        }
        None => {}
    }
}

/// What no rule gives of a lemma: for each class the cells of its line behind the lemma.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    noun: Option<&'static str>,
    verb: Option<&'static str>,
    adjective: Option<&'static str>,
    /// Whether its last letter is doubled before -ed and -ing, though its last syllable isn't the only one.
    doubles: bool,
}

/// The cell in a column, from 0 on.
fn cell(cells: &'static str, column: usize) -> Option<&'static str> {
    cells.split('\t').nth(column)
}

/// The table of forms that no rule gives.
struct Irregular {
    lemmas: Interner,
    /// By the id of the lemma.
    rows: Vec<Row>,
}

impl Irregular {
    fn english() -> &'static Self {
        static ENGLISH: OnceLock<Irregular> = OnceLock::new();
        ENGLISH.get_or_init(|| Self::read(include_str!("irregular.tsv")))
    }

    fn read(table: &'static str) -> Self {
        let mut all = Self {
            lemmas: Interner::with_slots(WordId::UNKNOWN, 1 << 11),
            rows: vec![Row::default()],
        };
        for line in table.lines() {
            let Some((kind, rest)) = line.split_once('\t') else {
                continue;
            };
            let (lemma, cells) = match rest.split_once('\t') {
                Some((lemma, cells)) => (lemma, Some(cells)),
                None => (rest, None),
            };
            let id = all.lemmas.intern(lemma).0 as usize;
            if all.rows.len() <= id {
                all.rows.resize(id + 1, Row::default());
            }
            let Some(row) = all.rows.get_mut(id) else {
                continue;
            };
            match kind {
                "noun" => row.noun = cells,
                "verb" => row.verb = cells,
                "adj" => row.adjective = cells,
                "double" => row.doubles = true,
                _ => {}
            }
        }
        all
    }

    fn row(&self, lemma: &str) -> Row {
        let id = self.lemmas.look_up(lemma).0 as usize;
        self.rows.get(id).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(lemma: &str, class: LemmaClass) -> Vec<String> {
        let mut found = Vec::new();
        forms(lemma, class, &mut String::new(), |form, _| {
            found.push(form.to_owned())
        });
        found
    }

    #[test]
    fn what_no_rule_gives_is_in_the_table() {
        assert_eq!(
            all("be", LemmaClass::Verb),
            ["be", "was", "were", "been", "is", "being"]
        );
        assert_eq!(
            all("age", LemmaClass::Verb),
            ["age", "aged", "aged", "ages", "ageing", "aging"]
        );
        assert_eq!(all("man", LemmaClass::Noun), ["man", "men"]);
        assert_eq!(
            all("good", LemmaClass::Adjective),
            ["good", "better", "best"]
        );
    }

    #[test]
    fn the_rest_goes_by_rule() {
        assert_eq!(
            all("cancel", LemmaClass::Verb),
            [
                "cancel",
                "cancelled",
                "cancelled",
                "cancels",
                "cancelling",
                "canceled",
                "canceling"
            ]
        );
        assert_eq!(all("ally", LemmaClass::Noun), ["ally", "allies"]);
        assert_eq!(
            all("likely", LemmaClass::Adjective),
            ["likely", "likelier", "likeliest"]
        );
        assert_eq!(all("diplomatic", LemmaClass::Adjective), ["diplomatic"]);
    }
}
