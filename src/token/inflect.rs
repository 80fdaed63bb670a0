//! English inflection by rule, for words that are in no table of irregular forms.
//!
//! The rules are those of any grammar (Huddleston & Pullum, *The Cambridge Grammar of the English Language*, ch. 18):
//! sibilants take -es, consonant + y turns to -ie-, silent e is dropped, a short stressed syllable doubles its last letter.

/// "veto" to "vetoes", "ally" to "allies", "block" to "blocks": third person of a verb and plural of a noun.
pub(crate) fn with_s(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        return format!("{stem}ies");
    }
    let sibilant = ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|end| word.ends_with(end));
    let o_after_consonant =
        word.ends_with('o') && !ends_with_vowel(word.strip_suffix('o').unwrap_or(word));
    if sibilant || o_after_consonant {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

/// "block" to "blocked", "veto" to "vetoed", "ally" to "allied"; with `double`, "commit" to "committed".
pub(crate) fn with_ed(word: &str, double: bool) -> String {
    if let Some(stem) = consonant_y(word) {
        return format!("{stem}ied");
    }
    if word.ends_with('e') {
        return format!("{word}d");
    }
    format!("{}ed", stem(word, double))
}

/// "block" to "blocking", "recognise" to "recognising"; with `double`, "commit" to "committing".
pub(crate) fn with_ing(word: &str, double: bool) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    if let Some(stem) = word.strip_suffix('e')
        && !["e", "o", "y"].iter().any(|end| stem.ends_with(end))
    {
        return format!("{stem}ing");
    }
    format!("{}ing", stem(word, double))
}

/// Comparative and superlative of a short adjective: "strong" to "stronger" and "strongest".
pub(crate) fn compared(word: &str) -> (String, String) {
    let base = if let Some(stem) = consonant_y(word) {
        format!("{stem}i")
    } else if let Some(stem) = word.strip_suffix('e') {
        stem.to_owned()
    } else {
        stem(word, short_closed(word))
    };
    (format!("{base}er"), format!("{base}est"))
}

/// Whether a word of one syllable ends in one vowel and one consonant ("ban", "plot"), which doubles the consonant.
pub(crate) fn short_closed(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let vowels = letters.iter().filter(|c| is_vowel(**c)).count();
    let [.., before, vowel, last] = letters.as_slice() else {
        return false;
    };
    vowels == 1
        && !is_vowel(*before)
        && is_vowel(*vowel)
        && !is_vowel(*last)
        && !matches!(last, 'w' | 'x' | 'y')
}

fn stem(word: &str, double: bool) -> String {
    let last = word.chars().last().filter(|_| double);
    let mut stem = word.to_owned();
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
