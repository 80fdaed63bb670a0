//! Names of people in other spellings: Marzouk and Marzook, Meshaal and Mashal.
//!
//! Transliterations differ in vowels and doubled letters, hardly in consonants. So candidates are the people whose last name has the same consonants
//! in the same order (`skeleton`), which costs one look-up; of these the name must be alike as a whole by Jaro–Winkler
//! (`strsim`) to at least [`LEAST`]. Only full names of two words and more are met this way, and states never are: Iran and Iraq,
//! Niger and Nigeria are no misspellings of each other.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::name::surname;
use crate::pack::Rules;
use crate::token::fold;

/// The least likeness of two full names. Of the pairs in the tests below the least alike of one person is 0.880 (Volodymyr and Vladimir Zelensky), the
/// most alike of two is 0.861 (John Major and Jon Mager); Mohammed and Mahmoud of one family (0.904) can't be told apart like this.
const LEAST: f64 = 0.88;
/// The same where the last name has fewer than [`FEW`] consonants, which strangers share easily: Ali Hassan and Ali Hussein are 0.905 alike, Saddam and
/// Sajida Hussein 0.924, Abiy and Abiye Ahmed 0.932.
const LEAST_SHORT: f64 = 0.93;
/// Last names of fewer consonants than this say little.
const FEW: usize = 3;
/// Longer names are not compared.
const LONGEST: usize = 64;

/// The names of people by the consonants of their last names.
#[derive(Clone, Debug, Default)]
pub(super) struct Spellings {
    rules: Arc<Rules>,
    /// Made when the first name is looked up that is nobody's: many texts have none.
    people: OnceLock<BTreeMap<String, Vec<(String, usize)>>>,
}

impl Spellings {
    pub(super) fn new(rules: &Arc<Rules>) -> Self {
        Self {
            rules: Arc::clone(rules),
            people: OnceLock::new(),
        }
    }

    fn people(&self) -> &BTreeMap<String, Vec<(String, usize)>> {
        self.people.get_or_init(|| {
            let mut people: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
            for (actor, called) in self.rules.called.iter().enumerate() {
                for person in &called.people {
                    if let Some(last) = surname(&person.name) {
                        people
                            .entry(skeleton(&fold(last)))
                            .or_default()
                            .push((fold(&person.name), actor));
                    }
                }
            }
            people
        })
    }

    /// The actor of the person whose name is most alike, if it is alike enough and no other actor's is as alike.
    pub(super) fn nearest(&self, name: &str) -> Option<usize> {
        let last = surname(name).filter(|_| name.len() <= LONGEST)?;
        let consonants = skeleton(&fold(last));
        let candidates = self.people().get(&consonants)?;
        let least = if consonants.len() < FEW {
            LEAST_SHORT
        } else {
            LEAST
        };
        let folded = fold(name);
        let mut best: Option<(f64, usize)> = None;
        let mut tied = false;
        for (other, actor) in candidates {
            if !shares_initial(&folded, other) {
                continue;
            }
            let alike = strsim::jaro_winkler(&folded, other);
            if alike < least {
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

    /// Whether one name is met as a spelling of the other.
    fn met(known: &str, written: &str) -> bool {
        let text = format!(
            "[[actor]]\nid = \"someone\"\nname = \"Someone's party\"\nkind = \"party\"\npeople = [\"{known}\"]\n"
        );
        let pack = crate::Pack::from_toml("test.toml", &text).unwrap();
        Spellings::new(pack.rules()).nearest(written).is_some()
    }

    #[test]
    fn variants_that_newspapers_print_are_met() {
        for (known, written) in [
            ("Khaled Meshaal", "Khaled Mashal"),
            ("Khaled Meshaal", "Khalid Mishal"),
            ("Mousa Abu Marzouk", "Moussa Abu Marzook"),
            ("Muammar Gaddafi", "Moammar Gadhafi"),
            ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
            ("Volodymyr Zelensky", "Vladimir Zelensky"),
            ("Hassan Nasrallah", "Hasan Nasrallah"),
            ("Ismail Haniyeh", "Ismail Haniya"),
            ("Yahya Sinwar", "Yehya Sinwar"),
            ("Abdel Fattah al-Burhan", "Abdul Fattah al-Burhan"),
            ("Alexander Lukashenko", "Aleksandr Lukashenka"),
            ("Sergei Lavrov", "Sergey Lavrov"),
            ("Ali Khamenei", "Ali Khamenai"),
            ("Isaias Afwerki", "Isayas Afeworki"),
            ("Ashraf Ghani", "Ashraf Gani"),
            ("Abiy Ahmed", "Abiye Ahmed"),
            ("Mikheil Saakashvili", "Mikhail Saakashvili"),
        ] {
            assert!(met(known, written), "{known}, {written}");
        }
    }

    #[test]
    fn strangers_and_relatives_are_not() {
        for (known, written) in [
            ("Bashar al-Assad", "Bassel al-Assad"),
            ("Bashar al-Assad", "Rifaat al-Assad"),
            ("Farouk al-Sharaa", "Ahmed al-Sharaa"),
            ("Ali Hassan", "Ali Hussein"),
            ("Saddam Hussein", "Sajida Hussein"),
            ("Mohamed Morsi", "Osama Morsi"),
            ("Hassan Nasrallah", "Hashem Nasrallah"),
            ("Ali Larijani", "Sadeq Larijani"),
            ("Mohamed Ali", "Mahmoud Ali"),
            ("George Bush", "Jeb Bush"),
            ("Gamal Mubarak", "Jamal Mubarak"),
            ("John Major", "Jon Mager"),
        ] {
            assert!(!met(known, written), "{known}, {written}");
        }
    }

    /// What the rule can't tell apart: two brothers whose names differ in vowels only.
    #[test]
    fn mohammed_and_mahmoud_of_one_family_are_taken_for_one() {
        assert!(met("Mohammed Dahlan", "Mahmoud Dahlan"));
    }
}
