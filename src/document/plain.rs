//! Plain text to blocks.
//!
//! 1. Lines, with the blank ones between them (`line`).
//! 2. Lines to pieces. A blank line always parts. Without one, a line goes on with the one before if the text is hard-wrapped there: the line before is
//!    nearly full, so that the next word would not have fitted, or the next line begins with a small letter. A line that is furniture, a byline, a heading
//!    with a marker or a list item begins a piece of its own. So files with a paragraph a line, with or without blank lines, and files wrapped at 60 or
//!    100 columns give the same blocks.
//! 3. Pieces to kinds: what a piece is by itself, then headings (short, no stop at the end, text after it), then block quotations (`quotation`).
//!
//! Cost: `O(n)`; each step reads a line or piece once and looks at one neighbour. Wrong where a paragraph of a few words without a stop stands before
//! another ("Dear all"): it becomes a heading.

use super::byline::{byline, leading_byline};
use super::facts::Facts;
use super::furniture::{is_furniture, is_labelled_link, runs_on};
use super::item::Marker;
use super::line::{Line, ends_sentence, lines, starts_small, trimmed, word_count};
use super::quotation::{Marks, introduces};
use super::{Block, BlockKind};
use crate::span::Span;

/// The widest column, in bytes, at which a text may be hard-wrapped.
const WIDEST: usize = 160;
/// The narrowest.
const NARROWEST: usize = 40;
/// How many lines at the top of a text may be bylines.
const LONGEST_HEADER: usize = 20;
/// The longest sub-heading, in bytes; a title may have twice as many.
const LONGEST_HEADING: usize = 120;

/// The blocks of `text` from byte `from` on, and what its title and bylines say.
pub(super) fn blocks(text: &str, from: usize) -> (Vec<Block>, Facts) {
    let (mut pieces, mut facts) = pieces(text, from);
    mark_items(text, &mut pieces);
    mark_headings(text, &mut pieces);
    mark_quotations(text, &mut pieces);
    let title = pieces
        .iter()
        .find(|piece| piece.kind != Some(BlockKind::Furniture));
    if let Some(title) = title.filter(|piece| piece.kind == Some(BlockKind::Heading)) {
        facts.title = Some(heading_words(title.span.of(text)).to_owned());
    }
    let blocks = pieces.into_iter().map(|piece| Block {
        kind: piece.kind.unwrap_or(BlockKind::Body),
        span: piece.span,
    });
    (blocks.collect(), facts)
}

/// A block in the making; `kind` is `None` until something tells.
#[derive(Clone, Copy, Debug)]
struct Piece {
    span: Span,
    kind: Option<BlockKind>,
}

/// Lines to pieces, and what the bylines among them say.
fn pieces(text: &str, from: usize) -> (Vec<Piece>, Facts) {
    let mut builder = Builder {
        text,
        pieces: Vec::new(),
        facts: Facts::default(),
        header_lines: LONGEST_HEADER,
        has_words: false,
        lines_before: Lines {
            text,
            at: 0,
            count: 1,
        },
    };
    let mut run: Vec<Line<'_>> = Vec::new();
    for line in lines(text, from) {
        if line.apart {
            builder.add_run(&run);
            run.clear();
        }
        run.push(line);
    }
    builder.add_run(&run);
    (builder.pieces, builder.facts)
}

/// Counts lines for warnings, going forward only.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    count: usize,
}

impl Lines<'_> {
    fn number_at(&mut self, byte: usize) -> usize {
        let passed = self.text.as_bytes().get(self.at..byte).unwrap_or_default();
        self.count += memchr::memchr_iter(b'\n', passed).count();
        self.at = self.at.max(byte);
        self.count
    }
}

struct Builder<'t> {
    text: &'t str,
    pieces: Vec<Piece>,
    facts: Facts,
    /// How many lines may still be bylines: none once a paragraph of running text has come.
    header_lines: usize,
    /// Whether a piece has come that is no furniture.
    has_words: bool,
    lines_before: Lines<'t>,
}

impl Builder<'_> {
    /// Adds the lines between two blank lines.
    fn add_run(&mut self, run: &[Line<'_>]) {
        let width = run.iter().map(|line| line.text.len()).max().unwrap_or(0);
        let mut open: Option<(Piece, &Line<'_>)> = None;
        for (index, line) in run.iter().enumerate() {
            let kind = self.own_kind(line);
            let wrap = Wrap {
                width,
                titled: index == 1 && self.pieces.is_empty() && run.len() == 2,
            };
            match &mut open {
                Some((piece, last)) if goes_on(*piece, last, kind, line, wrap) => {
                    piece.span = piece.span.cover(line.span);
                    *last = line;
                }
                _ => {
                    let span = line.span;
                    self.close(open.replace((Piece { span, kind }, line)));
                }
            }
        }
        self.close(open);
    }

    fn close(&mut self, open: Option<(Piece, &Line<'_>)>) {
        let Some((mut piece, last)) = open else {
            return;
        };
        let words = piece.span.of(self.text);
        // A single line has been looked at; what several lines make up has not.
        if piece.kind.is_none() && last.span != piece.span && is_furniture(words) {
            piece.kind = Some(BlockKind::Furniture);
        }
        let running =
            piece.kind.is_none() && (words.len() > 2 * LONGEST_HEADING || ends_sentence(words));
        if self.header_lines > 0 && running {
            self.header_lines = 0;
            piece = self.cut_byline(piece);
        }
        self.has_words |= piece.kind != Some(BlockKind::Furniture);
        self.pieces.push(piece);
    }

    /// Takes the byline off the paragraph that begins with one.
    fn cut_byline(&mut self, piece: Piece) -> Piece {
        let line = self.lines_before.number_at(piece.span.start());
        let Some((facts, end)) = leading_byline(piece.span.of(self.text), line) else {
            return piece;
        };
        let cut = piece.span.start() + end;
        let rest = Span::new(cut, piece.span.end());
        let Some(words) = trimmed(rest.of(self.text)) else {
            return piece;
        };
        self.add_facts(facts);
        self.pieces.push(Piece {
            span: Span::new(piece.span.start(), cut),
            kind: Some(BlockKind::Furniture),
        });
        Piece {
            span: words.shift(cut),
            ..piece
        }
    }

    /// What a line is by itself, where that can be told.
    fn own_kind(&mut self, line: &Line<'_>) -> Option<BlockKind> {
        if heading_words(line.text).len() < line.text.len() {
            return Some(BlockKind::Heading);
        }
        if line.text.starts_with("> ") {
            return Some(BlockKind::Quotation);
        }
        let furniture = is_furniture(line.text)
            || (self.has_words || !line.apart) && is_labelled_link(line.text)
            || self.header_lines > 0 && self.is_byline(line);
        furniture.then_some(BlockKind::Furniture)
    }

    /// Whether a line of the header is a byline; if so, what it says is taken.
    fn is_byline(&mut self, line: &Line<'_>) -> bool {
        self.header_lines -= 1;
        let number = self.lines_before.number_at(line.span.start());
        // Without a title above it, "By …" is the title.
        let titled = self.has_words || !line.apart;
        let facts = byline(line.text, number).filter(|facts| titled || facts.date.is_some());
        let found = facts.is_some();
        self.add_facts(facts.unwrap_or_default());
        found
    }

    fn add_facts(&mut self, facts: Facts) {
        self.facts = std::mem::take(&mut self.facts).or(facts);
    }
}

/// What is known of the run of lines that two lines stand in.
#[derive(Clone, Copy)]
struct Wrap {
    /// Its longest line, in bytes.
    width: usize,
    /// Whether the two are all of it and the first of the text: a title, perhaps, and the text right below it.
    titled: bool,
}

/// Whether `next`, which is of `kind` by itself, goes on with the piece that `last` is the last line of so far.
fn goes_on(
    piece: Piece,
    last: &Line<'_>,
    kind: Option<BlockKind>,
    next: &Line<'_>,
    wrap: Wrap,
) -> bool {
    if kind.is_some() || piece.kind == Some(BlockKind::Heading) {
        return kind == Some(BlockKind::Quotation) && piece.kind == kind;
    }
    if begins_item(last, next) {
        return false;
    }
    let small = starts_small(next.text) && !ends_sentence(last.text);
    if piece.kind == Some(BlockKind::Furniture) {
        return small && runs_on(last.text);
    }
    let word = next
        .text
        .find(char::is_whitespace)
        .unwrap_or(next.text.len());
    let full = last.text.len() + 1 + word > wrap.width;
    small || full && !wrap.titled && (NARROWEST..=WIDEST).contains(&wrap.width)
}

/// Whether `next` begins a list item after `last`, rather than going on with a sentence that has "12." in it.
fn begins_item(last: &Line<'_>, next: &Line<'_>) -> bool {
    let Some(marker) = Marker::of(next.text) else {
        return false;
    };
    let listed = Marker::of(last.text).is_some_and(|before| before.goes_with(marker));
    marker == Marker::Bullet
        || listed
        || ends_sentence(last.text)
        || last.text.ends_with([':', ';'])
}

/// The words of a Markdown heading behind its `#`; the whole line where it is none.
fn heading_words(line: &str) -> &str {
    let words = line.trim_start_matches('#');
    let marks = line.len() - words.len();
    if (1..=6).contains(&marks) && words.starts_with([' ', '\t']) {
        words.trim_matches(['#', ' ', '\t'])
    } else {
        line
    }
}

fn mark_items(text: &str, pieces: &mut [Piece]) {
    let marker = |piece: &Piece| {
        if piece.kind.is_none() {
            Marker::of(piece.span.of(text))
        } else {
            None
        }
    };
    let markers: Vec<_> = pieces.iter().map(marker).collect();
    for (index, piece) in pieces.iter_mut().enumerate() {
        let at = |index: Option<usize>| {
            index
                .and_then(|index| markers.get(index))
                .copied()
                .flatten()
        };
        let Some(own) = at(Some(index)) else { continue };
        let beside = [at(index.checked_sub(1)), at(Some(index + 1))];
        if own.is_sure()
            || beside
                .into_iter()
                .flatten()
                .any(|other| own.goes_with(other))
        {
            piece.kind = Some(BlockKind::Item);
        }
    }
}

fn mark_headings(text: &str, pieces: &mut [Piece]) {
    let mut text_follows = false;
    let title = pieces
        .iter()
        .position(|piece| piece.kind != Some(BlockKind::Furniture));
    for (index, piece) in pieces.iter_mut().enumerate().rev() {
        let words = piece.span.of(text);
        if piece.kind.is_none() && text_follows && is_heading(words, title == Some(index)) {
            piece.kind = Some(BlockKind::Heading);
        }
        text_follows |= !matches!(piece.kind, Some(BlockKind::Furniture | BlockKind::Heading));
    }
}

/// Whether a paragraph reads like a heading: short, and no sentence. A title may be longer, and may ask.
fn is_heading(words: &str, title: bool) -> bool {
    let longest = if title {
        2 * LONGEST_HEADING
    } else {
        LONGEST_HEADING
    };
    if words.len() > longest
        || words.ends_with([':', ',', ';', '—', '–', '-'])
        || starts_small(words)
    {
        return false;
    }
    if !ends_sentence(words) {
        return title
            || word_count(words, 20) <= 16
                && !words.starts_with(['"', '“', '‘', '—', '–', '-', '(']);
    }
    let asks = words.ends_with(['?', '!']);
    title
        && asks
        && !words
            .get(..words.len() - 1)
            .unwrap_or_default()
            .contains(['.', '?', '!'])
}

fn mark_quotations(text: &str, pieces: &mut [Piece]) {
    let mut before: Option<(&str, Marks)> = None;
    for piece in pieces {
        let words = piece.span.of(text);
        match piece.kind {
            Some(BlockKind::Furniture) => continue,
            None => {
                let marks = Marks::of(words);
                let told = before.is_some_and(|(intro, left)| {
                    left.left_open && marks.opens && marks.all_inside
                        || introduces(intro, words) && (!marks.opens || marks.all_inside)
                });
                if told {
                    piece.kind = Some(BlockKind::Quotation);
                }
                before = Some((words, marks));
            }
            Some(_) => before = None,
        }
    }
}
