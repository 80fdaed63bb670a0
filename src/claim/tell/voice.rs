//! Voices: the attributions of a paragraph, and who speaks at a place in them.

use crate::claim::cue::lists::ListHits;
use crate::claim::cue::site::Scene;
use crate::claim::who::party::Filler;
use crate::clause::{ClauseId, ClauseKind, PhraseId, PhraseKind, Tag, View};
use crate::mention::{Mentions, Who};
use crate::pack::RuleId;
use crate::span::Span;
use crate::token::TokenKind;

/// How deep quotations are nested at most.
const NESTED: usize = 4;
/// How many clauses up the verb of saying is looked for.
const DEPTH: usize = 6;

/// An attribution as the tagger sees it: what is said, and by whom.
#[derive(Clone, Debug)]
pub(crate) struct Voice {
    pub(crate) content: Vec<Span>,
    /// From the first word of the content to its last: most voices end here.
    reach: Span,
    pub(crate) cue: Option<Span>,
    pub(crate) who: Option<Who>,
    /// The attribution cue of the pack that found it.
    pub(crate) rule: Option<RuleId>,
}

impl Voice {
    /// What somebody says, and by which words that is told.
    pub(crate) fn new(
        content: Vec<Span>,
        cue: Option<Span>,
        who: Option<Who>,
        rule: Option<RuleId>,
    ) -> Self {
        let reach = content.iter().copied().reduce(Span::cover);
        Self {
            content,
            reach: reach.unwrap_or_default(),
            cue,
            who,
            rule,
        }
    }

    /// Whether a span stands in what is said.
    fn holds(&self, span: Span) -> bool {
        self.reach.contains(span) && self.content.iter().any(|piece| piece.contains(span))
    }
}

/// Whom the source of an attribution speaks for; `None` where it is no speaker at all.
pub(crate) fn speaks_for(view: &View, mentions: &Mentions, source: PhraseId) -> Option<Who> {
    let lists = ListHits::default();
    let scene = Scene {
        view,
        mentions,
        lists: &lists,
        voices: &[],
    };
    let named = |id: PhraseId| {
        scene
            .parties(Filler::Phrase(id))
            .first()
            .map(|party| party.who)
    };
    if named(source).is_none() && is_of_press(view, source) {
        return Some(Who::Other);
    }
    if let Some(who) = named(source).or_else(|| mentions.possessor(source).map(|owner| owner.who)) {
        return Some(who);
    }
    let phrase = view.phrase(source)?;
    if phrase.kind != PhraseKind::Noun {
        // "who", "which", "that": the noun of the relative clause.
        return view.subject(phrase.clause).and_then(named);
    }
    // A name that no pack has is still somebody, and so is a person of whom nothing was told.
    let person = || matches!(view.marker_text(phrase.head), "he" | "she");
    let speaks = || is_press(view.noun_text(phrase.head));
    (view.tags.get(phrase.head) == Some(&Tag::Proper) || person() || speaks()).then_some(Who::Other)
}

/// "Kenya's newspapers", "the press": what they say is theirs, and neither the writer's nor the state's.
fn is_press(noun: &str) -> bool {
    matches!(
        noun,
        "newspaper"
            | "press"
            | "media"
            | "daily"
            | "weekly"
            | "magazine"
            | "tabloid"
            | "broadcaster"
            | "editorial"
            | "leaflet"
            | "placard"
    )
}

/// "The Spanish paper", "a poll": what speaks for itself, where "the ministry's website" speaks for whoever has it.
fn is_of_press(view: &View, source: PhraseId) -> bool {
    view.phrase(source).is_some_and(|source| {
        source.kind == PhraseKind::Noun
            && source.owner.is_none()
            && view.tags.get(source.start) != Some(&Tag::Possessive)
            && view.marker_text(source.head.saturating_sub(1)) != "white"
            && matches!(
                view.noun_text(source.head),
                "newspaper"
                    | "paper"
                    | "daily"
                    | "weekly"
                    | "magazine"
                    | "tabloid"
                    | "broadcaster"
                    | "website"
                    | "blog"
                    | "editorial"
                    | "column"
                    | "poll"
                    | "survey"
                    | "study"
                    | "essay"
                    | "book"
                    | "petition"
            )
    })
}

/// Who speaks in an attribution; "we" in a quotation is whoever is quoted.
pub(in crate::claim) fn spoken_by(voices: &[Voice], voice: &Voice) -> Option<Who> {
    let mut who = voice.who?;
    let mut inner = voice;
    for _ in 0..NESTED {
        if who != Who::Speaker {
            return Some(who);
        }
        let around = inner.cue.or(inner.content.first().copied())?;
        let outer = innermost(voices, around).filter(|outer| outer.content != inner.content)?;
        who = outer.who?;
        inner = outer;
    }
    None
}

/// The actor who quotes an attribution to people in general: the source of the one around it.
pub(in crate::claim) fn known_around(voices: &[Voice], voice: &Voice) -> Option<Who> {
    let outer = innermost(voices, voice.cue?).filter(|outer| outer.content != voice.content)?;
    spoken_by(voices, outer).filter(|who| who.is_actor())
}

/// Who speaks of a deed: not whoever only names a thing of which a relative clause tells it. In "urged the states | that recognise it | to
/// leave" the writer says that they do.
pub(in crate::claim) fn of_deed<'v>(
    view: &View,
    voices: &'v [Voice],
    site: Option<ClauseId>,
    mut voice: Option<&'v Voice>,
) -> Option<&'v Voice> {
    for _ in 0..NESTED {
        let beside = voice
            .zip(site)
            .is_some_and(|(voice, site)| is_told_beside(view, site, voice));
        if !beside {
            break;
        }
        let cue = voice.and_then(|voice| voice.cue);
        voice = cue.and_then(|cue| innermost(voices, cue));
    }
    voice
}

/// Whether a relative clause stands between a clause and the verb of saying, and no clause that is said.
fn is_told_beside(view: &View, site: ClauseId, voice: &Voice) -> bool {
    // "accepted by Chad, it was rejected by Peru": whoever rejected it doesn't say who accepted it.
    let done_by = view.clause(site).is_some_and(|clause| {
        clause.kind == ClauseKind::Participle
            && view.agent(site).is_some()
            && clause.parent.is_some_and(|parent| view.is_passive(parent))
    });
    let beside = |kind| kind == ClauseKind::Relative || done_by;
    kinds_between(view, site, voice).is_some_and(|kinds| {
        !kinds.iter().any(|kind| is_said(*kind)) && kinds.iter().any(|kind| beside(*kind))
    })
}

/// Whether a clause is said in a clause of its own: "insists | that it keeps the truce", where "agreed to the truce" tells a deed.
pub(in crate::claim) fn is_in_clause_said(
    view: &View,
    site: Option<ClauseId>,
    voice: Option<&Voice>,
) -> bool {
    let kinds = site
        .zip(voice)
        .and_then(|(site, voice)| kinds_between(view, site, voice));
    kinds.is_some_and(|kinds| kinds.iter().any(|kind| is_said(*kind)))
}

fn is_said(kind: ClauseKind) -> bool {
    matches!(kind, ClauseKind::Complement | ClauseKind::Question)
}

/// The kinds of the clauses from one up to the verb of saying that it stands under.
fn kinds_between(view: &View, site: ClauseId, voice: &Voice) -> Option<Vec<ClauseKind>> {
    let cue = voice.cue?;
    let mut kinds = Vec::new();
    let mut at = site;
    for _ in 0..DEPTH {
        let clause = view.clause(at)?;
        kinds.push(clause.kind);
        at = clause.parent?;
        let verb = view.clause(at).and_then(|above| above.verb);
        if verb.is_some_and(|verb| view.phrase_span(verb).overlaps(cue)) {
            return Some(kinds);
        }
    }
    None
}

/// Who is said behind it to say what begins at `start`, and where: "it as a terrorist group, as is claimed by Chile".
pub(in crate::claim) fn comment_on(
    view: &View,
    voices: &[Voice],
    start: usize,
) -> Option<(Who, Span)> {
    let mut begun = voices.iter().filter(|voice| voice.reach.start() == start);
    begun.find_map(|voice| {
        let [content] = voice.content.as_slice() else {
            return None;
        };
        let who = voice.who?;
        let cue = voice.cue.filter(|cue| cue.start() >= content.end())?;
        let at = view
            .tokens
            .partition_point(|token| token.span.start() < cue.start());
        let comment = at
            .checked_sub(1)
            .is_some_and(|at| view.marker_text(at) == "as");
        comment.then_some((who, cue))
    })
}

/// Who has just spoken and goes on behind a semicolon or colon, in a sentence of which nobody is said to say the rest: free indirect speech (Leech and
/// Short 1981, ch. 10). What he said stands before the verb of saying, which ends the words before the mark; behind "Peru said that …;" the writer may answer.
pub(in crate::claim) fn going_on<'v>(
    view: &View,
    voices: &'v [Voice],
    token: usize,
) -> Option<&'v Voice> {
    let is_mark = |at: &usize| {
        view.tokens
            .get(*at)
            .is_some_and(|token| matches!(token.kind, TokenKind::Semicolon | TokenKind::Colon))
    };
    let mark = (0..token).rev().find(is_mark)?;
    let first = (0..mark).rev().find(is_mark).map_or(0, |at| at + 1);
    let before = view.span(first, mark);
    let spoken = |voice: &&Voice| {
        let cue = voice.cue.filter(|cue| before.contains(*cue));
        cue.is_some_and(|cue| {
            let told = |piece: &Span| piece.end() <= cue.start();
            voice.content.iter().all(told) && innermost(voices, cue).is_none()
        })
    };
    voices.iter().filter(spoken).max_by_key(|voice| voice.cue)
}

/// The attribution with the shortest content around a span whose own cue the span isn't.
pub(in crate::claim) fn innermost(voices: &[Voice], span: Span) -> Option<&Voice> {
    voices
        .iter()
        .filter(|voice| voice.holds(span) && voice.cue.is_none_or(|cue| !cue.overlaps(span)))
        .min_by_key(|voice| {
            (
                voice.content.iter().map(|piece| piece.len()).sum::<usize>(),
                voice.cue,
            )
        })
}
