//! Menus: rows of short labels, and of names of languages.

use std::sync::LazyLock;

use memchr::memmem;

use super::line::{ends_sentence, word_count};

/// What stands between the labels of a menu.
static SEPARATORS: LazyLock<[(&str, memmem::Finder<'static>); 7]> = LazyLock::new(|| {
    let separators = [" | ", " / ", " · ", " • ", " > ", " » ", " › "];
    separators.map(|separator| (separator, memmem::Finder::new(separator)))
});

/// Whether it is a row of short labels: `Portuguese / Spanish / English`, `Home | World | Opinion`, `Home > World > Asia`.
pub(super) fn is_menu(lower: &str) -> bool {
    // Of running text few lines have a mark that separates.
    let has_marks =
        !lower.is_ascii() || memchr::memchr3(b'|', b'/', b'>', lower.as_bytes()).is_some();
    for (separator, finder) in SEPARATORS.iter().filter(|_| has_marks) {
        if finder.find(lower.as_bytes()).is_none() {
            continue;
        }
        let labels = || lower.split(*separator).map(str::trim);
        let least = if labels().all(is_language) { 2 } else { 3 };
        if labels().count() >= least
            && labels().all(|label| word_count(label, 5) <= 4 && !ends_sentence(label))
        {
            return true;
        }
    }
    let labels = || {
        lower
            .split([',', '/', '|', ' '])
            .filter(|label| !label.is_empty())
    };
    labels().all(is_language) && labels().count() >= 2
}

/// Names of languages in small letters, in byte order.
const LANGUAGES: [&str; 48] = [
    "arabic",
    "chinese",
    "czech",
    "danish",
    "dari",
    "deutsch",
    "dutch",
    "english",
    "español",
    "farsi",
    "finnish",
    "français",
    "french",
    "german",
    "greek",
    "hebrew",
    "hindi",
    "indonesian",
    "italian",
    "italiano",
    "japanese",
    "korean",
    "malay",
    "norwegian",
    "pashto",
    "persian",
    "polish",
    "portuguese",
    "português",
    "romanian",
    "russian",
    "serbian",
    "spanish",
    "swahili",
    "swedish",
    "turkish",
    "türkçe",
    "ukrainian",
    "urdu",
    "vietnamese",
    "русский",
    "українська",
    "עברית",
    "العربية",
    "فارسی",
    "中文",
    "日本語",
    "한국어",
];

fn is_language(lower: &str) -> bool {
    LANGUAGES.binary_search(&lower).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_in_byte_order() {
        assert!(LANGUAGES.is_sorted());
    }
}
