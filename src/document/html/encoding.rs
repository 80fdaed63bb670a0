//! The bytes of a page to characters, by the Encoding Standard: a byte-order mark, then the page's own word, then what the bytes look like.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use memchr::memmem;

/// How far into a page its `charset` is looked for, in bytes. The standard asks for 1,024; saved pages have long comments before it.
const PRESCAN: usize = 8192;

/// A page in characters.
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static str,
    /// Whether there were bytes that the encoding lacks.
    pub(super) replaced: bool,
}

/// Decodes a page.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let told = Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .or_else(|| charset(bytes));
    let (text, encoding, replaced) = match told {
        Some(encoding) => encoding.decode(bytes),
        None if std::str::from_utf8(bytes).is_ok() => UTF_8.decode(bytes),
        None => WINDOWS_1252.decode(bytes),
    };
    Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
        replaced,
    }
}

/// The encoding that the page names, in `<meta charset=…>`, `content="text/html; charset=…"` or `<?xml … encoding=…?>`.
fn charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..PRESCAN).unwrap_or(bytes).to_ascii_lowercase();
    ["charset", "encoding"].into_iter().find_map(|key| {
        memmem::find_iter(&head, key).find_map(|at| {
            let value = head.get(at + key.len()..)?.trim_ascii_start();
            let value = value.strip_prefix(b"=")?.trim_ascii_start();
            let value = value.strip_prefix(b"\"").unwrap_or(value);
            let value = value.strip_prefix(b"'").unwrap_or(value);
            let end = value
                .iter()
                .position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte))
                .unwrap_or(value.len());
            let named = Encoding::for_label(value.get(..end)?)?;
            // A page that could be read so far is not UTF-16, whatever it says; the standard takes UTF-8 for it too.
            Some(if named == UTF_16LE || named == UTF_16BE {
                UTF_8
            } else {
                named
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, &'static str, bool) {
        let decoded = decode(bytes);
        (decoded.text, decoded.encoding, decoded.replaced)
    }

    #[test]
    fn the_encoding_is_that_of_mark_word_or_bytes() {
        let cases: [(&[u8], &str, &str, bool); 8] = [
            (b"caf\xc3\xa9", "café", "UTF-8", false),
            (b"caf\xe9 \x93x\x94", "café “x”", "windows-1252", false),
            (b"\xff\xfeo\0n\0", "on", "UTF-16LE", false),
            (
                b"<meta charset=iso-8859-2>\xb9",
                "<meta charset=iso-8859-2>š",
                "ISO-8859-2",
                false,
            ),
            (
                b"<META content='text/html; CHARSET=windows-1251'>\xcf",
                "<META content='text/html; CHARSET=windows-1251'>П",
                "windows-1251",
                false,
            ),
            (
                b"<?xml encoding='utf-16'?>\xc3\xa9",
                "<?xml encoding='utf-16'?>é",
                "UTF-8",
                false,
            ),
            (
                b"<meta charset=nonesuch>x",
                "<meta charset=nonesuch>x",
                "UTF-8",
                false,
            ),
            (
                b"<meta charset=utf-8>caf\xe9.",
                "<meta charset=utf-8>caf\u{fffd}.",
                "UTF-8",
                true,
            ),
        ];
        for (bytes, text, encoding, replaced) in cases {
            assert_eq!(
                read(bytes),
                (text.to_owned(), encoding, replaced),
                "{}",
                bytes.escape_ascii()
            );
        }
    }
}
