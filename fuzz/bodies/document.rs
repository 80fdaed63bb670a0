//! Documents of any bytes: plain, records or a web page, as the first byte says.

use parallax::Document;
use parallax::document::Records;

pub(crate) fn run(data: &[u8]) {
    let [form, bytes @ ..] = data else {
        return;
    };
    let documents: Vec<Document> = match form % 3 {
        0 => Document::from_bytes("fuzz", bytes).into_iter().collect(),
        1 => Document::from_html("fuzz", bytes).into_iter().collect(),
        _ => Records::new("fuzz", bytes).filter_map(Result::ok).collect(),
    };
    for document in &documents {
        let text = document.text();
        let mut end = 0;
        for block in document.blocks() {
            assert!(block.span.start() >= end, "blocks out of order");
            assert!(!block.span.is_empty(), "an empty block");
            let lost = text[end..block.span.start()].trim_matches(is_white);
            assert_eq!(lost, "", "text between blocks");
            end = block.span.end();
        }
        assert_eq!(
            text[end..].trim_matches(is_white),
            "",
            "text after the blocks"
        );
    }
}

/// What a document counts as white space.
fn is_white(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}' | '\0')
}
