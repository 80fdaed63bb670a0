//! Names of people in other spellings: Marzouk and Marzook, Meshaal and Mashal.
//!
//! Transliterations differ in vowels and doubled letters, hardly in consonants. So candidates are the people whose last name has the same consonants
//! in the same order (`skeleton`), which costs one look-up; of these the name must be alike as a whole by Jaro–Winkler
//! (`strsim`) to at least [`LEAST`]. Only full names of two words and more are met this way, and states never are: Iran and Iraq,
//! Niger and Nigeria are no misspellings of each other.

use std::collections::BTreeMap;

use super::name::surname;
use crate::pack::Rules;
use crate::token::fold;

/// The least likeness of two full names.
const LEAST: f64 = 0.88;
/// Longer names are not compared.
const LONGEST: usize = 64;

/// The names of people by the consonants of their last names.
#[derive(Clone, Debug, Default)]
pub(super) struct Spellings {
    people: BTreeMap<String, Vec<(String, usize)>>,
}

impl Spellings {
    pub(super) fn new(rules: &Rules) -> Self {
        let mut people: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
        for (actor, rule) in rules.actors.iter().enumerate() {
            for person in &rule.people {
                if let Some(last) = surname(&person.name) {
                    people
                        .entry(skeleton(&fold(last)))
                        .or_default()
                        .push((fold(&person.name), actor));
                }
            }
        }
        Self { people }
    }

    /// The actor of the person whose name is most alike, if it is alike enough and no other actor's is as alike.
    pub(super) fn nearest(&self, name: &str) -> Option<usize> {
        let last = surname(name).filter(|_| name.len() <= LONGEST)?;
        let candidates = self.people.get(&skeleton(&fold(last)))?;
        let folded = fold(name);
        let mut best: Option<(f64, usize)> = None;
        let mut tied = false;
        for (other, actor) in candidates {
            if !shares_initial(&folded, other) {
                continue;
            }
            let alike = strsim::jaro_winkler(&folded, other);
            if alike < LEAST {
                continue;
            }
            match best {
                Some((most, owner)) if alike.total_cmp(&most).is_eq() => tied |= owner != *actor,
                Some((most, _)) if alike < most => {}
                _ => {
                    best = Some((alike, *actor));
                    tied = false;
                }
            }
        }
        best.filter(|_| !tied).map(|(_, actor)| actor)
    }
}

fn shares_initial(left: &str, right: &str) -> bool {
    left.chars().next() == right.chars().next()
}

/// The consonants of a word, doubled ones once; sounds that transliterations mix share a letter.
fn skeleton(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars() {
        let c = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w' | 'h' | '\'' | '-' => continue,
            'q' | 'c' => 'k',
            'v' => 'f',
            'z' => 's',
            'j' => 'g',
            _ => c,
        };
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transliterations_share_their_consonants() {
        for (left, right) in [
            ("marzouk", "marzook"),
            ("meshaal", "mashal"),
            ("qaddafi", "kadafi"),
            ("zelensky", "zelenskyy"),
        ] {
            assert_eq!(skeleton(left), skeleton(right), "{left} {right}");
        }
        for (left, right) in [("putin", "patten"), ("assad", "aziz")] {
            assert!(
                skeleton(left) != skeleton(right) || left.len() != right.len(),
                "{left} {right}"
            );
        }
    }
}
