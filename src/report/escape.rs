//! The one place that makes text safe to show: a function for each format.
//!
//! Text from an article stays text, on one line. Characters that a reader can't see but that change what is seen (control
//! characters, bidirectional overrides, zero-width characters) are shown as their code point.

use std::fmt::Write;

/// Text inside a line or a table cell of Markdown.
pub(super) fn markdown(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + text.len() / 8);
    for (at, c) in visible(text).char_indices() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                safe.push('\\');
                safe.push(c);
            }
            // So that no address in the text becomes a link.
            '/' if safe.ends_with(':') => safe.push_str("\\/"),
            '.' if safe.to_ascii_lowercase().ends_with("www") => safe.push_str("\\."),
            // At the beginning of a line these would make a list or a heading.
            '#' | '+' | '-' | '=' if at == 0 => {
                safe.push('\\');
                safe.push(c);
            }
            c => safe.push(c),
        }
    }
    safe
}

/// Text between backticks in a line or a table cell of Markdown, the backticks with it.
pub(super) fn markdown_code(text: &str) -> String {
    // Inside code nothing but a backtick ends it and, in a table, a bar ends the cell.
    format!("`{}`", visible(text).replace('`', "'").replace('|', "\\|"))
}

/// Text in HTML or XML, between tags or inside an attribute in quotes.
pub(super) fn markup(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + text.len() / 8);
    for c in visible(text).chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

/// A field of a table that a spreadsheet may open; the writer quotes it.
#[cfg(feature = "csv")]
pub(super) fn csv(text: &str) -> String {
    let shown = visible(text);
    // Excel and others run what begins with one of these, the wide forms too.
    let is_formula = shown
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%']);
    if is_formula {
        format!("'{shown}")
    } else {
        shown
    }
}

/// A field of an event list, whose readers split at each semicolon: what DNA writes has none, and no quotation mark.
#[cfg(feature = "csv")]
pub(super) fn event_list(text: &str) -> String {
    csv(&text.replace(';', ",").replace('"', "'"))
}

/// A note of brat standoff, on one line.
pub(super) fn brat(text: &str) -> String {
    visible(text)
}

/// The name of a type in brat standoff: letters, digits, `_` and `-`.
pub(super) fn brat_name(id: &str) -> String {
    let kept = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    id.chars().map(|c| if kept(c) { c } else { '_' }).collect()
}

/// An id as a relative address: what is not a letter, digit or `-._~/` in per cent.
#[cfg(feature = "json")]
pub(super) fn iri(id: &str) -> String {
    let mut safe = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            safe.push(char::from(byte));
        } else {
            let _ = write!(safe, "%{byte:02X}");
        }
    }
    safe
}

/// Text on a terminal: no control sequence gets through.
pub(super) fn terminal(text: &str) -> String {
    visible(text)
}

/// Text on one line in which every character shows.
fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !shown.ends_with(' ') {
                shown.push(' ');
            }
        } else if c.is_control() || is_invisible(c) {
            // Writing to a string can't fail.
            let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Characters without a shape of their own that reorder, hide or join what stands around them.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}'..='\u{ffff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_stays_text() {
        assert_eq!(markdown("a | b\n`c` *d* _e_"), r"a \| b \`c\` \*d\* \_e\_");
        assert_eq!(
            markdown("<img src=x onerror=y>"),
            "&lt;img src=x onerror=y&gt;"
        );
        assert_eq!(
            markdown("[x](javascript:y) ![z](q)"),
            r"\[x\](javascript:y) !\[z\](q)"
        );
        assert_eq!(markdown("AT&T &lt;"), "AT&amp;T &amp;lt;");
        assert_eq!(markdown("# not a heading"), r"\# not a heading");
        assert_eq!(
            markdown("see http://x.org and www.y.org"),
            r"see http:\//x.org and www\.y.org"
        );
        assert_eq!(markdown(r"a\*b"), r"a\\\*b");
    }

    #[test]
    fn code_stays_code() {
        assert_eq!(markdown_code("un_blocking"), "`un_blocking`");
        assert_eq!(markdown_code("a`b|c\nd"), r"`a'b\|c d`");
    }

    #[test]
    fn markup_stays_text() {
        assert_eq!(
            markup("<script>\"><img onerror='x'>&lt;"),
            "&lt;script&gt;&quot;&gt;&lt;img onerror=&#39;x&#39;&gt;&amp;lt;"
        );
        assert_eq!(markup("a\u{202e}b\n c"), "a⟨U+202E⟩b c");
        assert_eq!(markup("\u{1}\u{ffff}"), "⟨U+0001⟩⟨U+FFFF⟩");
    }

    #[cfg(feature = "csv")]
    #[test]
    fn no_field_is_a_formula() {
        for formula in ["=1+1", "+1", "-1", "@x", "\t=1", "\r\n=1", " =1", "＝1"] {
            assert!(csv(formula).starts_with('\''), "{formula:?}");
        }
        assert_eq!(csv("a=b, \"c\"\nd"), "a=b, \"c\" d");
        assert_eq!(event_list("a;b \"c\""), "a,b 'c'");
        assert_eq!(event_list("=a"), "'=a");
    }

    #[test]
    fn a_type_of_brat_is_one_word() {
        assert_eq!(brat_name("un_blocking"), "un_blocking");
        assert_eq!(brat_name("a b\t|é"), "a_b___");
    }

    #[cfg(feature = "json")]
    #[test]
    fn an_id_is_an_address() {
        assert_eq!(iri("2022/russia-1"), "2022/russia-1");
        assert_eq!(iri("a b#é"), "a%20b%23%C3%A9");
    }

    #[test]
    fn what_cannot_be_seen_is_shown() {
        assert_eq!(terminal("a\u{202e}b"), "a⟨U+202E⟩b");
        assert_eq!(terminal("\u{1b}[31mred"), "⟨U+001B⟩[31mred");
        assert_eq!(terminal("one\r\n\ttwo\u{a0}three"), "one two three");
        assert_eq!(markdown("zero\u{200b}width\0"), "zero⟨U+200B⟩width⟨U+0000⟩");
        assert_eq!(markdown("Ελλάδα, 中国, العربية"), "Ελλάδα, 中国, العربية");
    }
}
