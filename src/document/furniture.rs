//! Furniture: lines around an article that are not the article.
//!
//! General cues, none made for one outlet: words that such lines begin with or consist of (`cues`), and their shape: rows of labels and language
//! names (`menu`), a credit in brackets, words run together (`IsraelMiddle EastOpinion`), a line without a letter, a bare address. A line must
//! begin with a capital, a digit or a mark, so that a hard-wrapped paragraph isn't cut where "read more" happens to come first in a line.
//!
//! Cost: the cue words are looked up by their first letter; a line longer than [`SHORT`] is tested for what it opens with only.
//! Wrong where a paragraph of the article itself opens like a link ("Analysis: …") or where an advert reads like news.

use super::cues::CUES;
use super::line::{ends_sentence, starts_small, word_count};
use super::menu::is_menu;

/// The longest line, in bytes, that is looked at as a whole.
const SHORT: usize = 300;

/// Whether a line or paragraph is furniture.
pub(super) fn is_furniture(text: &str) -> bool {
    if starts_small(text) {
        return is_address(text);
    }
    if text.len() > SHORT {
        return CUES.opens(text);
    }
    CUES.opens(text)
        || has_no_letter(text)
        || is_credited(text)
        || is_run_together(text)
        || is_address(text)
        || {
            let lower = lowered(text);
            CUES.is_whole(&lower)
                || CUES.holds(&lower)
                || is_menu(&lower)
                || is_count_or_clock(&lower)
        }
}

/// Whether a line below the title is a link behind a label in capitals: `EXPLAINER: How the weir works`. A title may have such a label too.
pub(super) fn is_labelled_link(text: &str) -> bool {
    // Most lines are ruled out by their first letters.
    let shouts = |head: &[u8]| head.iter().all(u8::is_ascii_uppercase);
    if text.len() > SHORT || !text.as_bytes().get(..3).is_some_and(shouts) {
        return false;
    }
    let Some((label, words)) = text.split_once(": ") else {
        return false;
    };
    let capitals =
        |word: &str| word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    label.len() <= 24
        && label.split(' ').all(capitals)
        && words.starts_with(char::is_uppercase)
        && !ends_sentence(words)
}

/// Whether the words of furniture may run on in the next line of a hard-wrapped text: a disclaimer does, a menu doesn't.
pub(super) fn runs_on(text: &str) -> bool {
    CUES.opens(text) && !ends_sentence(text)
}

/// The text in small letters, with straight apostrophes. Only ASCII letters change, as the cues have no others.
fn lowered(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    if lower.contains('’') {
        lower.replace('’', "'")
    } else {
        lower
    }
}

/// Whether it ends with a credit in brackets: `[Jane Roe/Agency via …]`, `(Photo by Jane Roe)`, `(AFP)`, `(archive)`.
fn is_credited(text: &str) -> bool {
    const AGENCIES: [&str; 14] = [
        "afp",
        "ap",
        "reuters",
        "epa",
        "getty",
        "anadolu",
        "shutterstock",
        "alamy",
        "archive",
        "file",
        "upi",
        "dpa",
        "xinhua",
        "tass",
    ];
    const WORDS: [&str; 8] = [
        "photo",
        "photograph",
        "image",
        "images",
        "picture",
        "credit",
        "courtesy",
        "wikimedia",
    ];
    let stem = text.trim_end_matches(['.', ' ']);
    let Some(open) = stem
        .ends_with([')', ']'])
        .then(|| stem.rfind(['(', '[']))
        .flatten()
    else {
        return false;
    };
    let credit = lowered(stem.get(open + 1..stem.len() - 1).unwrap_or_default());
    let mut words = credit
        .split(|mark: char| !mark.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let is_agency = |word: &str| AGENCIES.contains(&word);
    let named = words.clone().any(|word| WORDS.contains(&word));
    let slashed = credit.contains('/') && words.clone().any(is_agency);
    let alone = words.clone().count() <= 3
        && words.next().is_some_and(is_agency)
        && word_count(text, 60) < 60;
    let short = credit.len() <= 120;
    short && (named || slashed || alone)
}

/// Whether words stand in it run together, as tags do when their markup is lost: `ArticleIsraelMiddle EastOpinion`.
fn is_run_together(text: &str) -> bool {
    let pairs = || text.bytes().zip(text.bytes().skip(1));
    if pairs()
        .filter(|(left, right)| left.is_ascii_lowercase() && right.is_ascii_uppercase())
        .count()
        < 2
        || ends_sentence(text)
    {
        return false;
    }
    let mut joints = 0;
    let mut words = 0;
    for word in text.split_whitespace() {
        words += 1;
        let pairs = word.chars().zip(word.chars().skip(1));
        let inside = pairs
            .filter(|pair| pair.0.is_lowercase() && pair.1.is_uppercase())
            .count();
        // McDonald, MacArthur, LeBron, YouTube have one joint at most.
        joints += if inside == 1 && word.len() <= 10 {
            0
        } else {
            inside
        };
    }
    joints >= 2 && joints * 3 >= words
}

/// Whether there is nothing to read in it: `* * *`, `___`, `—`.
fn has_no_letter(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// Whether it is one web or mail address, a handle, or a row of hashtags.
fn is_address(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let address = first.contains("://")
        || first.starts_with("www.")
        || first.contains('@') && first.contains('.');
    (address && words.next().is_none())
        || text
            .split_whitespace()
            .all(|word| word.len() > 1 && word.starts_with(['#', '@']))
}

/// Whether it counts or times the page: `5 min read`, `12 comments`, `3 hours ago`.
fn is_count_or_clock(lower: &str) -> bool {
    const AFTER_A_NUMBER: [&str; 14] = [
        "min read",
        "minute read",
        "minutes read",
        "mins read",
        "comments",
        "comment",
        "shares",
        "views",
        "hours ago",
        "hour ago",
        "minutes ago",
        "days ago",
        "day ago",
        "likes",
    ];
    let number = lower.bytes().take_while(u8::is_ascii_digit).count();
    let rest = lower.get(number..).unwrap_or_default();
    number > 0
        && AFTER_A_NUMBER.contains(&rest.trim_start_matches([' ', '-']).trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_known_by_its_words_and_its_shape() {
        for line in [
            "READ: Why the harbour stays shut",
            "READ MORE: A map of the marsh",
            "Tags: Rivers, Bridges",
            "Photo: the ferry at low tide (archive)",
            "A crane lifts the last span at Brodick, May 3, 2019. [Ann Lee/AFP via Getty Images]",
            "The bridge at dawn (Photo by Ann Lee)",
            "The bridge at dawn (AFP)",
            "English / French / Arabic",
            "Home > World > Rivers",
            "Share this story: Facebook | Twitter | Email",
            "ArticleEurope & RiversBridgesOpinionFerries",
            "Leave a Reply",
            "Show Comments",
            "Order your copy of the river book",
            "Your email address will not be published.",
            "12 comments",
            "Required fields are marked *",
            "The views expressed here are the writer's own.",
            "These views do not necessarily reflect those of the River Post.",
            "© 2024 The River Post",
            "* * *",
            "https://example.org/river",
            "#rivers #bridges",
            "5 min read",
            "Don’t miss our river letters",
        ] {
            assert!(is_furniture(line), "{line}");
        }
    }

    #[test]
    fn what_an_article_says_is_no_furniture() {
        for line in [
            "Read the entire report; it is short.",
            "Reading was her first love.",
            "Tagging along was no option for Chad.",
            "Comments by the minister drew criticism.",
            "Watching from the bank, he said nothing.",
            "The minister (centre-left) spoke first.",
            "He met the mayor of Oslo/Bergen.",
            "McDonald met MacArthur and LeBron",
            "Sharing the river is hard.",
            "Moscow (AP) — The minister said on Tuesday that the bridge would open (again).",
            "Russian and Turkish",
            "read more about the bridge than anyone",
            "Homecoming for the general",
        ] {
            assert!(!is_furniture(line), "{line}");
        }
    }

    #[test]
    fn a_label_in_capitals_makes_a_link() {
        assert!(is_labelled_link("EXPLAINER: How the weir works"));
        assert!(is_labelled_link("LIVE BLOG: The flood, hour by hour"));
        assert!(!is_labelled_link("MOSCOW: The minister said no."));
        assert!(!is_labelled_link("Explainer: How the weir works"));
        assert!(!is_labelled_link("UN: A vote"));
    }
}
