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

/// Text in HTML, between tags or inside an attribute in double quotes.
#[cfg(feature = "html-report")]
pub(super) fn html(text: &str) -> String {
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
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
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

    #[cfg(feature = "html-report")]
    #[test]
    fn html_stays_text() {
        assert_eq!(
            html("<script>\"><img onerror='x'>&lt;"),
            "&lt;script&gt;&quot;&gt;&lt;img onerror=&#39;x&#39;&gt;&amp;lt;"
        );
        assert_eq!(html("a\u{202e}b\n c"), "a⟨U+202E⟩b c");
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
