//! Whose word a stance is, and how that makes it held: a deed is told by the writer, a thought is its thinker's, and what somebody says will
//! not be done is refused in words.

use super::voice::{Voice, innermost, spoken_by};
use crate::claim::compose::Draft;
use crate::claim::cue::hit::Hit;
use crate::claim::result::Mode;
use crate::clause::View;
use crate::mention::Who;
use crate::span::Span;

/// Whether the words of a cue stand under a verb of thinking: "regards it as a terrorist group" is a standing attitude of its subject.
pub(in crate::claim) fn is_thought(view: &View, hit: &Hit) -> bool {
    let verb = hit
        .site
        .clause(view)
        .and_then(|clause| view.clause(clause)?.verb)
        .and_then(|verb| view.phrase(verb));
    verb.is_some_and(|verb| {
        !verb.verb.passive
            && matches!(
                view.verb_text(verb.head),
                "regard" | "consider" | "think" | "deem" | "view" | "see" | "believe" | "reckon"
            )
    })
}

/// Who tells that those who hold it did what `evidence` says: where the attribution around it is only the deed's own verb ("agreed to a truce",
/// "rejected the offer"), whoever speaks around that.
pub(in crate::claim) fn teller<'v>(
    voices: &'v [Voice],
    voice: Option<&'v Voice>,
    evidence: Span,
    holds: impl Fn(Who) -> bool,
) -> Option<&'v Voice> {
    let own = voice.filter(|voice| {
        spoken_by(voices, voice).is_some_and(&holds)
            && voice.cue.is_some_and(|cue| evidence.contains(cue))
    });
    match own.and_then(|own| own.cue) {
        Some(cue) => innermost(voices, cue),
        None => voice,
    }
}

/// "Chad should accept the truce": of what has to be so the subject of its own verb is asked, and whoever speaks around that asks.
pub(in crate::claim) fn beyond_asked<'v>(
    view: &View,
    voices: &'v [Voice],
    voice: Option<&'v Voice>,
    draft: &Draft,
) -> Option<&'v Voice> {
    let obliged = draft
        .obliged
        .filter(|_| draft.by_speaker && draft.holders.is_empty());
    let Some((start, end)) = obliged else {
        return voice;
    };
    let asked = view.span(start, end);
    let cue = voice
        .and_then(|voice| voice.cue)
        .filter(|cue| cue.overlaps(asked));
    match cue {
        Some(cue) => innermost(voices, cue),
        None => voice,
    }
}

/// The mode of what its holder says: "will not accept it" is a refusal in words, no forecast.
pub(in crate::claim) fn told_mode(mode: Mode, negated: bool, by_holder: bool) -> Mode {
    if mode == Mode::Expect && negated && by_holder {
        Mode::Say
    } else {
        mode
    }
}
