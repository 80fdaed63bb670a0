//! Which sentences does a text have? Prints one JSON object a sentence for a file, or for standard input as `-`.
//!
//! `cargo run --release --example sentences -- article.txt`

use std::io::{Read, Write};

use parallax::segment::Segmenter;
use serde_json::json;

fn main() -> std::io::Result<()> {
    let name = std::env::args().nth(1).unwrap_or_else(|| "-".to_owned());
    let mut text = String::new();
    if name == "-" {
        std::io::stdin().read_to_string(&mut text)?;
    } else {
        text = std::fs::read_to_string(&name)?;
    }
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (index, sentence) in Segmenter::new().sentences(&text).enumerate() {
        let (start, end) = (sentence.span.start(), sentence.span.end());
        let line = json!({
            "document": name, "index": index, "start": start, "end": end, "text": sentence.text, "kind": "body",
        });
        writeln!(out, "{line}")?;
    }
    out.flush()
}
