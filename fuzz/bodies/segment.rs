//! Sentences of any text, with any options, as a whole and in pieces.
//!
//! The first byte sets the options, the second where the text is cut; the rest is the text.

use parallax::segment::{LineBreaks, Quotations, Segmenter};

pub(crate) fn run(data: &[u8]) {
    let [options, cut, text @ ..] = data else {
        return;
    };
    let text = String::from_utf8_lossy(text);
    let segmenter = Segmenter::new()
        .line_breaks(
            [LineBreaks::Guess, LineBreaks::Space, LineBreaks::Border][usize::from(options % 3)],
        )
        .quotations(if options & 64 == 0 {
            Quotations::Split
        } else {
            Quotations::Whole
        })
        .enumerations(options & 128 == 0);

    let mut whole = Vec::new();
    let mut end = 0;
    for sentence in segmenter.sentences(&text) {
        let range = sentence.span.range();
        assert!(
            range.start >= end && !range.is_empty(),
            "out of order or empty"
        );
        assert!(text[end..range.start].trim().is_empty(), "text is lost");
        assert_eq!(&text[range.clone()], sentence.text);
        end = range.end;
        whole.push((range.start as u64, sentence.text.to_owned()));
    }
    assert!(text[end..].trim().is_empty(), "text is lost at the end");

    let mut stream = segmenter.stream();
    let mut pieces = Vec::new();
    let mut rest = &*text;
    while !rest.is_empty() {
        let mut joint = (1 + usize::from(*cut)).min(rest.len());
        while !rest.is_char_boundary(joint) {
            joint += 1;
        }
        let (piece, after) = rest.split_at(joint);
        stream.push(piece);
        rest = after;
        while let Some(sentence) = stream.next_sentence() {
            pieces.push((sentence.start, sentence.text.to_owned()));
        }
    }
    stream.finish();
    while let Some(sentence) = stream.next_sentence() {
        pieces.push((sentence.start, sentence.text.to_owned()));
    }
    assert_eq!(pieces, whole, "a stream gives something else");
}
