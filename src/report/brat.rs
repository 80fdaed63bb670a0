//! Claims as brat standoff, which annotation programs open beside the text.
//!
//! Each claim is a text-bound annotation of its evidence, of the type of its position, with attributes for stance, mode, negation and hedging; the
//! words that name the actor are one more, joined to it by a relation. Ids that have no words of their own (actor, targets, speaker, rule) stand in a note.
//! Places are counted in code points, as brat counts them. An annotation may not hold a line break, so evidence over several lines is given in pieces.

use std::fmt;

use crate::claim::{Claim, Mode, Stance};
use crate::pack::Pack;
use crate::pipeline::Article;
use crate::span::Span;

use super::code_points::CodePoints;
use super::escape;

/// The claims of an article as brat standoff: what belongs into the `.ann` file beside the article's `.txt`.
///
/// ```
/// use parallax::{Document, Pack, Parallax, report::Brat};
///
/// let parallax = Parallax::new(Pack::builtin());
/// let article = parallax.annotate(&Document::from_text("june", "Russia vetoed the American draft resolution."));
/// let standoff = Brat::new(&article).to_string();
/// assert!(standoff.starts_with("T1\tun_blocking 7 43\tvetoed the American draft resolution\n"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Brat<'a> {
    article: &'a Article,
}

impl<'a> Brat<'a> {
    /// The claims of this article.
    #[must_use]
    pub fn new(article: &'a Article) -> Self {
        Self { article }
    }

    /// What brat has to know of a pack's positions: the `annotation.conf` of the folder.
    #[must_use]
    pub fn configuration(pack: &Pack) -> String {
        let position =
            |position: crate::pack::PackPosition<'_>| escape::brat_name(position.id().as_str());
        let positions: Vec<String> = pack.positions().map(position).collect();
        let stances = [Stance::Support, Stance::Oppose, Stance::Neutral].map(Stance::as_str);
        let modes = [Mode::Act, Mode::Say, Mode::Ask, Mode::Want, Mode::Expect]
            .map(|mode| mode.to_string());
        let (all, stances, modes) = (positions.join("|"), stances.join("|"), modes.join("|"));
        format!(
            "[entities]\nActor\n{}\n\n[relations]\nHolder\tArg1:{all}, Arg2:Actor\n\n[events]\n\n[attributes]\n\
             Stance\tArg:{all}, Value:{stances}\nMode\tArg:{all}, Value:{modes}\nNegated\tArg:{all}\nHedged\tArg:{all}\n",
            positions.join("\n"),
        )
    }
}

impl fmt::Display for Brat<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sheet = Sheet {
            article: self.article,
            points: CodePoints::of(self.article.document().text()),
            texts: 0,
            relations: 0,
            attributes: 0,
            notes: 0,
        };
        self.article
            .claims()
            .try_for_each(|claim| sheet.claim(f, claim))
    }
}

/// The numbers given so far.
struct Sheet<'a> {
    article: &'a Article,
    points: CodePoints<'a>,
    texts: usize,
    relations: usize,
    attributes: usize,
    notes: usize,
}

impl Sheet<'_> {
    fn claim(&mut self, f: &mut fmt::Formatter<'_>, claim: &Claim) -> fmt::Result {
        let position = escape::brat_name(claim.position.as_str());
        let evidence = self.text(f, &position, claim.evidence)?;
        self.attribute(f, evidence, "Stance", claim.stance.as_str())?;
        self.attribute(f, evidence, "Mode", &claim.mode.to_string())?;
        if claim.negated {
            self.attribute(f, evidence, "Negated", "")?;
        }
        if claim.hedged {
            self.attribute(f, evidence, "Hedged", "")?;
        }
        if let Some(mention) = claim.mention {
            let actor = self.text(f, "Actor", mention)?;
            self.relations += 1;
            writeln!(
                f,
                "R{}\tHolder Arg1:T{evidence} Arg2:T{actor}",
                self.relations
            )?;
        }
        self.notes += 1;
        let note = escape::brat(&note(claim));
        writeln!(f, "#{}\tAnnotatorNotes T{evidence}\t{note}", self.notes)
    }

    /// A text-bound annotation; its number.
    fn text(
        &mut self,
        f: &mut fmt::Formatter<'_>,
        name: &str,
        span: Span,
    ) -> Result<usize, fmt::Error> {
        self.texts += 1;
        let pieces = pieces(self.article.document().text(), span);
        let place = |piece: &Span| {
            let (start, end) = self.points.of_span(*piece);
            format!("{start} {end}")
        };
        let places: Vec<String> = pieces.iter().map(place).collect();
        let words: Vec<&str> = pieces
            .iter()
            .map(|piece| self.article.text(*piece))
            .collect();
        writeln!(
            f,
            "T{}\t{name} {}\t{}",
            self.texts,
            places.join(";"),
            words.join(" ")
        )?;
        Ok(self.texts)
    }

    fn attribute(
        &mut self,
        f: &mut fmt::Formatter<'_>,
        of: usize,
        name: &str,
        value: &str,
    ) -> fmt::Result {
        self.attributes += 1;
        let gap = if value.is_empty() { "" } else { " " };
        writeln!(f, "A{}\t{name} T{of}{gap}{value}", self.attributes)
    }
}

/// What has no words: "actor=hamas target=qatar,russia speaker=hamas rule=ask-guarantor".
fn note(claim: &Claim) -> String {
    let target: Vec<&str> = claim.target.iter().map(|target| target.as_str()).collect();
    let date = claim
        .date
        .map(|date| format!(" date={date}"))
        .unwrap_or_default();
    format!(
        "actor={} target={} speaker={}{date} rule={}",
        claim.actor,
        target.join(","),
        claim.speaker,
        claim.rule
    )
}

/// A span without the characters that end a line; itself where it has none.
fn pieces(text: &str, span: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = span.start();
    for (at, c) in span.of(text).char_indices() {
        let at = span.start() + at;
        // Those that Python's `str.splitlines`, by which brat and others read, takes for the end of a line, and the tab.
        if matches!(c, '\t'..='\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            pieces.push(Span::new(start, at));
            start = at + c.len_utf8();
        }
    }
    pieces.push(Span::new(start, span.end()));
    if pieces.len() > 1 {
        pieces.retain(|piece| !piece.is_empty());
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_over_several_lines_is_given_in_pieces() {
        let text = "one two\r\n\tsix";
        assert_eq!(pieces(text, Span::new(0, 7)), [Span::new(0, 7)]);
        assert_eq!(
            pieces(text, Span::new(4, 13)),
            [Span::new(4, 7), Span::new(10, 13)]
        );
        assert_eq!(pieces(text, Span::new(4, 4)), [Span::new(4, 4)]);
    }
}
