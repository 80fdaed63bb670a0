//! English inflection by rule, for words that are in no table of irregular forms.
//!
//! The rules are those of any grammar (Huddleston & Pullum, *The Cambridge Grammar of the English Language*, ch. 18):
//! sibilants take -es, consonant + y turns to -ie-, silent e is dropped, a short stressed syllable doubles its last letter.

/// "veto" to "vetoes", "ally" to "allies", "block" to "blocks": third person of a verb and plural of a noun.
pub(crate) fn with_s<'o>(word: &str, out: &'o mut String) -> &'o str {
    if let Some(stem) = consonant_y(word) {
        return joined(out, [stem, "ies"]);
    }
    let sibilant = ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|end| word.ends_with(end));
    let o_after_consonant =
        word.ends_with('o') && !ends_with_vowel(word.strip_suffix('o').unwrap_or(word));
    if sibilant || o_after_consonant {
        joined(out, [word, "es"])
    } else {
        joined(out, [word, "s"])
    }
}

/// "block" to "blocked", "veto" to "vetoed", "ally" to "allied"; with `double`, "commit" to "committed".
pub(crate) fn with_ed<'o>(word: &str, double: bool, out: &'o mut String) -> &'o str {
    if let Some(stem) = consonant_y(word) {
        return joined(out, [stem, "ied"]);
    }
    if word.ends_with('e') {
        return joined(out, [word, "d"]);
    }
    joined(out, [word, doubled(word, double), "ed"])
}

/// "block" to "blocking", "recognise" to "recognising"; with `double`, "commit" to "committing".
pub(crate) fn with_ing<'o>(word: &str, double: bool, out: &'o mut String) -> &'o str {
    if let Some(stem) = word.strip_suffix("ie") {
        return joined(out, [stem, "ying"]);
    }
    if let Some(stem) = word.strip_suffix('e')
        && !["e", "o", "y"].iter().any(|end| stem.ends_with(end))
    {
        return joined(out, [stem, "ing"]);
    }
    joined(out, [word, doubled(word, double), "ing"])
}

/// "strong" to "stronger", or with "est" to "strongest": comparative and superlative of a short adjective.
pub(crate) fn compared<'o>(word: &str, ending: &str, out: &'o mut String) -> &'o str {
    if let Some(stem) = consonant_y(word) {
        joined(out, [stem, "i", ending])
    } else if let Some(stem) = word.strip_suffix('e') {
        joined(out, [stem, ending])
    } else {
        joined(out, [word, doubled(word, short_closed(word)), ending])
    }
}

/// Space that a caller has for many words takes one after the other.
fn joined<'o, const PARTS: usize>(out: &'o mut String, parts: [&str; PARTS]) -> &'o str {
    out.clear();
    out.extend(parts);
    out
}

/// The last letter once more, where it is doubled.
fn doubled(word: &str, double: bool) -> &str {
    let last = word.char_indices().next_back().filter(|_| double);
    last.and_then(|(at, _)| word.get(at..)).unwrap_or_default()
}

/// Whether a word of one syllable ends in one vowel and one consonant ("ban", "plot"), which doubles the consonant.
pub(crate) fn short_closed(word: &str) -> bool {
    let mut letters = word.chars().rev();
    let (Some(last), Some(vowel), Some(before)) = (letters.next(), letters.next(), letters.next())
    else {
        return false;
    };
    !is_vowel(last)
        && is_vowel(vowel)
        && !is_vowel(before)
        && !matches!(last, 'w' | 'x' | 'y')
        && !letters.any(is_vowel)
}

fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y')
        .filter(|stem| !stem.is_empty() && !ends_with_vowel(stem))
}

fn ends_with_vowel(word: &str) -> bool {
    word.chars().last().is_some_and(is_vowel)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn third_person_and_plural() {
        for (word, form) in [
            ("veto", "vetoes"),
            ("ally", "allies"),
            ("block", "blocks"),
            ("push", "pushes"),
            ("tax", "taxes"),
            ("radio", "radios"),
            ("survey", "surveys"),
        ] {
            assert_eq!(with_s(word, &mut String::new()), form);
        }
    }

    #[test]
    fn past_and_gerund() {
        let with_ed = |word, double| with_ed(word, double, &mut String::new()).to_owned();
        let with_ing = |word, double| with_ing(word, double, &mut String::new()).to_owned();
        assert_eq!(with_ed("recognise", false), "recognised");
        assert_eq!(with_ed("ally", false), "allied");
        assert_eq!(with_ed("ban", short_closed("ban")), "banned");
        assert_eq!(with_ed("veto", short_closed("veto")), "vetoed");
        assert_eq!(with_ed("commit", true), "committed");
        assert_eq!(with_ing("broker", short_closed("broker")), "brokering");
        assert_eq!(with_ing("agree", false), "agreeing");
        assert_eq!(with_ing("lie", false), "lying");
        assert_eq!(with_ing("free", false), "freeing");
        assert_eq!(with_ing("back", short_closed("back")), "backing");
    }

    #[test]
    fn comparison() {
        for (word, more) in [
            ("close", "closer"),
            ("friendly", "friendlier"),
            ("big", "bigger"),
        ] {
            assert_eq!(compared(word, "er", &mut String::new()), more);
        }
        assert_eq!(compared("big", "est", &mut String::new()), "biggest");
    }
}
