//! How deep the elements of a page are nested, read off its tags before it is parsed.
//!
//! A parser of HTML looks through all open elements at each tag, so a page of 100,000 nested elements takes minutes. Real pages stay
//! below a hundred. Elements whose end tag may be left out, and those without one, aren't counted; scripts and comments are stepped over. `O(n)`.

use memchr::memmem;

/// Elements that nest no deeper than the elements they must stand in, or not at all.
const NOT_COUNTED: [&[u8]; 33] = [
    b"html",
    b"head",
    b"body",
    b"p",
    b"li",
    b"td",
    b"th",
    b"tr",
    b"dd",
    b"dt",
    b"option",
    b"optgroup",
    b"colgroup",
    b"thead",
    b"tbody",
    b"tfoot",
    b"rt",
    b"rp",
    b"area",
    b"base",
    b"br",
    b"col",
    b"embed",
    b"hr",
    b"img",
    b"input",
    b"link",
    b"meta",
    b"param",
    b"source",
    b"track",
    b"wbr",
    b"frame",
];
/// Elements whose content is no markup.
const RAW: [&[u8]; 5] = [b"script", b"style", b"textarea", b"title", b"xmp"];

/// Whether more than `most` elements are open at one place.
pub(super) fn is_deeper_than(most: usize, html: &[u8]) -> bool {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(found) = html.get(at..).and_then(|rest| memchr::memchr(b'<', rest)) {
        at += found + 1;
        let rest = html.get(at..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix(b"!--") {
            at += memmem::find(comment, b"-->").map_or(rest.len(), |end| end + 6);
            continue;
        }
        let is_end = rest.first() == Some(&b'/');
        let tag = rest.get(usize::from(is_end)..).unwrap_or_default();
        let length = tag
            .iter()
            .position(|byte| !byte.is_ascii_alphanumeric())
            .unwrap_or(tag.len());
        let name = tag
            .get(..length.min(16))
            .unwrap_or_default()
            .to_ascii_lowercase();
        if name.is_empty() || NOT_COUNTED.contains(&&name[..]) {
            continue;
        }
        if is_end {
            depth = depth.saturating_sub(1);
            continue;
        }
        if RAW.contains(&&name[..]) {
            let end = [b"</", &name[..]].concat();
            at += find_any_case(rest, &end).unwrap_or(rest.len());
            depth += 1;
            continue;
        }
        depth += 1;
        if depth > most {
            return true;
        }
    }
    false
}

/// Where `words`, in small letters, stand first.
fn find_any_case(text: &[u8], words: &[u8]) -> Option<usize> {
    let mark = *words.first()?;
    memchr::memchr_iter(mark, text).find(|at| {
        text.get(*at..*at + words.len())
            .is_some_and(|here| here.eq_ignore_ascii_case(words))
    })
}

#[cfg(test)]
mod tests {
    use super::is_deeper_than;

    #[test]
    fn open_elements_are_counted() {
        assert!(is_deeper_than(2, b"<div><div><div>"));
        for html in [
            &b"<div><div></div></div><div><div>"[..],
            b"<ul><li>x<li>y<li>z</ul><p>x<p>y<p>z<br><br><img>",
            b"<!-- <div><div><div> --><div>",
            b"<script>a='<div><div><div>'</SCRIPT><div>",
            b"<script>a='<div><div><div>'",
            b"1 < 2 <<<",
        ] {
            assert!(!is_deeper_than(2, html), "{}", html.escape_ascii());
        }
    }
}
