//! Several words that stand for one: "turn down", "interest rate".
//!
//! They are kept beside the single words: "an early election" is met by "snap election" as a whole and by "early vote" word by word.

use crate::clause::{PhraseKind, Tag, View};

use super::table::Table;
use super::words::{Item, Kind};

/// Words that may stand between a verb and its particle: "turned the generous offer down".
const GAP: usize = 4;
/// Words that make another verb of the one before them.
const PARTICLES: [&str; 9] = [
    "up", "down", "out", "off", "on", "in", "back", "away", "over",
];

/// A phrase that the tables know.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// The words that it is made of, as places in the items of its sentence.
    pub(super) words: Vec<usize>,
    /// What it is as one word.
    pub(super) item: Item,
}

impl Phrase {
    /// Whether a particle makes another verb of its first word.
    pub(super) fn has_particle(&self) -> bool {
        let mut after = self.item.lemma.split(' ').skip(1);
        after.any(|word| PARTICLES.contains(&word))
    }
}

/// The phrases of a sentence in order: for each word the longest that begins there.
pub(super) fn phrases(items: &[Item], view: &View) -> Vec<Phrase> {
    let table = Table::get();
    let mut found = Vec::new();
    for (at, first) in items.iter().enumerate() {
        let rest = items.get(at + 1..).unwrap_or_default();
        let by_form = table.phrases(&first.form);
        let by_lemma = if first.form == first.lemma {
            &[]
        } else {
            table.phrases(&first.lemma)
        };
        if by_form.is_empty() && by_lemma.is_empty() {
            continue;
        }
        let noun = noun(rest, view);
        let met = near(by_form, rest)
            .chain(near(by_lemma, rest))
            .filter_map(|words| Some((words, reach(words, at, rest, noun, view)?)));
        if let Some((words, places)) = met.max_by_key(|(words, _)| words.len()) {
            found.push(joined(words, places, items));
        }
    }
    found
}

/// Those of many phrases with one first word whose second one is near, in their order, which is that of letters.
fn near<'a>(
    phrases: &'a [Vec<&'static str>],
    rest: &[Item],
) -> impl Iterator<Item = &'a Vec<&'static str>> {
    const FEW: usize = 6;
    let mut ranges = Vec::new();
    if phrases.len() <= FEW {
        ranges.push(0..phrases.len());
    } else {
        let second = |words: &Vec<&'static str>| words.get(1).copied().unwrap_or_default();
        let mut add = |word: &str| {
            let start = phrases.partition_point(|words| second(words) < word);
            let after = phrases.get(start..).unwrap_or_default();
            let same = after
                .iter()
                .take_while(|words| second(words) == word)
                .count();
            if same > 0 {
                ranges.push(start..start + same);
            }
        };
        for item in rest.iter().take(GAP + 1) {
            add(&item.form);
            if item.form != item.lemma {
                add(&item.lemma);
            }
        }
        ranges.sort_unstable_by_key(|range| range.start);
        ranges.dedup();
    }
    ranges
        .into_iter()
        .flat_map(|range| phrases.get(range).unwrap_or_default())
}

/// The places of the words of a phrase that begins at an item; `None` where others stand there. `noun` is as [`noun`] tells it of the rest.
fn reach(
    words: &[&str],
    at: usize,
    rest: &[Item],
    noun: Option<usize>,
    view: &View,
) -> Option<Vec<usize>> {
    if let Some(places) = follow(words, at, rest).or_else(|| follow_loosely(words, at, rest, view))
    {
        return Some(places);
    }
    // "Is not at work".
    let is_denied = |item: &Item| item.kind == Kind::Negation;
    if words.first() == Some(&"be") && rest.first().is_some_and(is_denied) {
        let places = follow(words, at, rest.get(1..)?)?;
        return Some(
            places
                .into_iter()
                .map(|place| if place > at { place + 1 } else { place })
                .collect(),
        );
    }
    let [_, last] = words else { return None };
    let far = if PARTICLES.contains(last) {
        particle(last, rest, view)
    } else {
        noun.filter(|&far| rest.get(far).is_some_and(|item| is(item, last)))
    };
    Some(vec![at, at + 1 + far?])
}

/// How far a particle is from its verb: "turned the offer down".
fn particle(particle: &str, rest: &[Item], view: &View) -> Option<usize> {
    let far = rest
        .iter()
        .take(GAP + 1)
        .position(|item| item.form == particle)?;
    let token = rest.get(far)?.token;
    let governs = view
        .phrases
        .iter()
        .any(|phrase| phrase.preposition == Some(token));
    (!governs).then_some(far)
}

/// How far what stands where a noun would is from its verb: "cut 300 jobs", "lost their lives".
fn noun(rest: &[Item], view: &View) -> Option<usize> {
    let stands_before = |item: &Item| {
        let tag = view.tags.get(item.token);
        item.is_number() || matches!(tag, Some(Tag::Determiner | Tag::Possessive | Tag::Number))
    };
    let mut near = rest.iter().take(GAP);
    let first = near.position(|item| !stands_before(item))?;
    // "Broke international law".
    let next = rest.get(first).filter(|item| item.is_telling())?;
    let head = view.phrase_at(next.token).and_then(|id| view.phrase(id));
    let head = head.filter(|phrase| phrase.kind == PhraseKind::Noun)?.head;
    rest.iter()
        .take(GAP + 1)
        .position(|item| item.token == head)
}

fn is(item: &Item, word: &str) -> bool {
    item.form == word || item.lemma == word
}

/// The places of words that follow each other.
fn follow(words: &[&str], at: usize, rest: &[Item]) -> Option<Vec<usize>> {
    let after = words.get(1..)?;
    let follows =
        after.len() <= rest.len() && after.iter().zip(rest).all(|(word, item)| is(item, word));
    follows.then(|| (at..at + words.len()).collect())
}

/// The same of three words or more, with what stands before a noun between them: "fighting for her life".
fn follow_loosely(words: &[&str], at: usize, rest: &[Item], view: &View) -> Option<Vec<usize>> {
    let after = words.get(1..).filter(|after| after.len() >= 2)?;
    let mut near = rest.iter().take(2);
    let second = after.first()?;
    if !near.any(|item| is(item, second)) {
        return None;
    }
    let mut places = vec![at];
    let mut far = 0;
    for word in after {
        let next = rest.get(far)?;
        let tag = view.tags.get(next.token);
        let is_before = matches!(tag, Some(Tag::Determiner | Tag::Possessive)) && !is(next, word);
        far += usize::from(is_before);
        if !is(rest.get(far)?, word) {
            return None;
        }
        far += 1;
        places.push(at + far);
    }
    Some(places)
}

fn joined(words: &[&str], places: Vec<usize>, items: &[Item]) -> Phrase {
    let parts = || places.iter().filter_map(|&at| items.get(at));
    let lemma = words.join(" ");
    let denies_itself = parts().any(|item| item.kind == Kind::Negation);
    let item = Item {
        of_lemma: Table::get().entry(&lemma),
        of_form: None,
        form: lemma.clone(),
        lemma: lemma.into(),
        kind: Kind::Content,
        weight: parts().map(|item| item.weight).sum(),
        token: parts().next().map_or(0, |item| item.token),
        // "Not guilty" denies itself, "not turn down" is denied.
        negated: !denies_itself && parts().any(|item| item.negated),
        denials: parts().next().map_or(0, |item| {
            item.denials.saturating_sub(usize::from(denies_itself))
        }),
        // "Vote against": what is denied comes after it.
        denies: parts().any(|item| item.form == "against" && item.denies),
        excludes: parts().any(|item| item.excludes),
        share: parts().find_map(|item| item.share),
        partly: parts().any(|item| item.partly),
        bounds: parts().any(|item| item.bounds),
        clause: parts().next().and_then(|item| item.clause),
        host: parts().next().and_then(|item| item.host),
        ..Item::default()
    };
    Phrase {
        words: places,
        item,
    }
}

#[cfg(test)]
mod tests {
    use crate::compare::wording::Worded;

    fn phrases(text: &str) -> Vec<String> {
        let worded = Worded::read(text);
        let phrases = worded.phrases.iter();
        phrases.map(|phrase| phrase.item.form.clone()).collect()
    }

    #[test]
    fn what_stands_before_a_noun_may_stand_in_a_phrase() {
        let fights = ["fight for her life"];
        assert_eq!(phrases("The driver is fighting for her life."), fights);
        assert_eq!(phrases("A man rides a bike."), ["ride bike"]);
        assert_eq!(phrases("A man rides past a bike."), [""; 0]);
    }
}
