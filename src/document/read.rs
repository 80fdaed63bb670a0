//! Bytes to text.

/// Why bytes could not be read as a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// A byte-order mark says that it is UTF-16 or UTF-32.
    #[error("the text is {encoding}, by its byte-order mark: save it as UTF-8")]
    Encoding {
        /// "UTF-16" or "UTF-32", with its byte order.
        encoding: &'static str,
    },
    /// It is not UTF-8.
    #[error("the text is not UTF-8: byte {byte:#04x} at offset {offset} (line {line})")]
    NotUtf8 {
        /// Where the first wrong byte is, counted from 0.
        offset: usize,
        /// The line it is in, counted from 1.
        line: usize,
        /// The byte.
        byte: u8,
    },
    /// More than a quarter of it are NUL bytes: UTF-16 without a mark, or no text at all.
    #[error(
        "this is no text: {nuls} of {bytes} bytes are NUL (UTF-16 without a byte-order mark has as many)"
    )]
    NoText {
        /// How many NUL bytes there are.
        nuls: usize,
        /// How many bytes there are.
        bytes: usize,
    },
    /// It has 4 GiB or more, which spans of 32 bits can't address.
    #[error("the text has {bytes} bytes, and 4294967294 are the most: split it")]
    TooLong {
        /// How many bytes there are.
        bytes: usize,
    },
}

/// The text in `bytes`, byte for byte: a byte-order mark, line ends and single NUL bytes are kept.
pub(super) fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    // UTF-32 before UTF-16: its little-endian mark begins with the other's.
    const MARKS: [(&[u8], &str); 4] = [
        (b"\xff\xfe\0\0", "UTF-32 (little-endian)"),
        (b"\0\0\xfe\xff", "UTF-32 (big-endian)"),
        (b"\xff\xfe", "UTF-16 (little-endian)"),
        (b"\xfe\xff", "UTF-16 (big-endian)"),
    ];
    if bytes.len() >= u32::MAX as usize {
        return Err(ReadError::TooLong { bytes: bytes.len() });
    }
    if let Some((_, encoding)) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Err(ReadError::Encoding { encoding });
    }
    let nuls = memchr::memchr_iter(0, bytes).count();
    if nuls > bytes.len() / 4 {
        return Err(ReadError::NoText {
            nuls,
            bytes: bytes.len(),
        });
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let line = 1 + memchr::memchr_iter(b'\n', bytes.get(..offset).unwrap_or_default()).count();
        let byte = bytes.get(offset).copied().unwrap_or_default();
        ReadError::NotUtf8 { offset, line, byte }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> String {
        text(bytes).unwrap_err().to_string()
    }

    #[test]
    fn what_is_no_utf8_says_where() {
        assert_eq!(
            message(b"one\ntwo \xe9t\xe9"),
            "the text is not UTF-8: byte 0xe9 at offset 8 (line 2)"
        );
        assert_eq!(
            message(b"\xff\xfeo\0n\0"),
            "the text is UTF-16 (little-endian), by its byte-order mark: save it as UTF-8"
        );
        assert_eq!(
            message(b"\xfe\xff\0o"),
            "the text is UTF-16 (big-endian), by its byte-order mark: save it as UTF-8"
        );
        assert_eq!(
            message(b"\xff\xfe\0\0o\0\0\0"),
            "the text is UTF-32 (little-endian), by its byte-order mark: save it as UTF-8"
        );
        assert_eq!(
            message(b"o\0n\0e\0"),
            "this is no text: 3 of 6 bytes are NUL (UTF-16 without a byte-order mark has as many)"
        );
    }

    #[test]
    fn text_is_kept_byte_for_byte() {
        for bytes in ["", "\u{feff}one\r\ntwo\r", "one two\0 three"] {
            assert_eq!(text(bytes.as_bytes()), Ok(bytes));
        }
    }
}
