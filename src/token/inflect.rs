//! English inflection by rule, for words that are in no table of irregular forms.
//!
//! The rules are those of any grammar (Huddleston & Pullum, *The Cambridge Grammar of the English Language*, ch. 18):
//! sibilants take -es, consonant + y turns to -ie-, silent e is dropped, a short stressed syllable doubles its last letter.

/// "veto" to "vetoes", "ally" to "allies", "block" to "blocks": third person of a verb and plural of a noun.
pub(crate) fn with_s(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        return [stem, "ies"].concat();
    }
    let sibilant = ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|end| word.ends_with(end));
    let o_after_consonant =
        word.ends_with('o') && !ends_with_vowel(word.strip_suffix('o').unwrap_or(word));
    if sibilant || o_after_consonant {
        [word, "es"].concat()
    } else {
        [word, "s"].concat()
    }
}

/// "block" to "blocked", "veto" to "vetoed", "ally" to "allied"; with `double`, "commit" to "committed".
pub(crate) fn with_ed(word: &str, double: bool) -> String {
    if let Some(stem) = consonant_y(word) {
        return [stem, "ied"].concat();
    }
    if word.ends_with('e') {
        return [word, "d"].concat();
    }
    stem(word, double) + "ed"
}

/// "block" to "blocking", "recognise" to "recognising"; with `double`, "commit" to "committing".
pub(crate) fn with_ing(word: &str, double: bool) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        return [stem, "ying"].concat();
    }
    if let Some(stem) = word.strip_suffix('e')
        && !["e", "o", "y"].iter().any(|end| stem.ends_with(end))
    {
        return [stem, "ing"].concat();
    }
    stem(word, double) + "ing"
}

/// Comparative and superlative of a short adjective: "strong" to "stronger" and "strongest".
pub(crate) fn compared(word: &str) -> (String, String) {
    let base = if let Some(stem) = consonant_y(word) {
        [stem, "i"].concat()
    } else if let Some(stem) = word.strip_suffix('e') {
        stem.to_owned()
    } else {
        stem(word, short_closed(word))
    };
    ([&base, "er"].concat(), [&base, "est"].concat())
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

fn stem(word: &str, double: bool) -> String {
    let last = word.chars().last().filter(|_| double);
    let mut stem = String::with_capacity(word.len() + 4);
    stem.push_str(word);
    stem.extend(last);
    stem
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
        let forms: Vec<String> = ["veto", "ally", "block", "push", "tax", "radio", "survey"]
            .map(with_s)
            .into();
        assert_eq!(
            forms,
            [
                "vetoes", "allies", "blocks", "pushes", "taxes", "radios", "surveys"
            ]
        );
    }

    #[test]
    fn past_and_gerund() {
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
        assert_eq!(compared("close"), ("closer".into(), "closest".into()));
        assert_eq!(
            compared("friendly"),
            ("friendlier".into(), "friendliest".into())
        );
        assert_eq!(compared("big"), ("bigger".into(), "biggest".into()));
    }
}
