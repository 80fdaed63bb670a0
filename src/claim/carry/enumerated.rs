//! Aims told one by one: "The goals of the movement are, first, … Secondly, the visit refutes … Thirdly, …".
//!
//! What an item judges without naming anybody is judged by whoever has the aims, and what others do for them there is what they want. An item
//! begins with an ordinal ("Secondly", "Finally"); *first* may stand behind the verb of the sentence that names the aims.

use crate::claim::Tagged;
use crate::claim::compose::operator::Operators;
use crate::claim::cue::site::Scene;
use crate::clause::{ClauseId, Tag, View};
use crate::mention::Who;

/// How many sentences after an item the next one may stand.
const APART: usize = 6;

/// Whose aims are being told.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::claim) struct Aims {
    holder: Option<Who>,
    /// The sentence of the last item.
    sentence: usize,
}

impl Aims {
    /// Goes on to a sentence; returns whose aim it tells.
    pub(in crate::claim) fn told_in(
        &mut self,
        scene: &Scene<'_>,
        operators: &Operators,
        tagged: &Tagged<'_>,
    ) -> Option<Who> {
        let view = scene.view;
        let here = tagged.place.index;
        if self.sentence + APART < here {
            self.holder = None;
        }
        let item = view.opens_item();
        if !item && let Some((holder, begun)) = begins(scene, operators) {
            self.holder = Some(holder);
            self.sentence = here;
            return begun.then_some(holder);
        }
        if item && self.holder.is_some() {
            self.sentence = here;
            return self.holder;
        }
        None
    }
}

/// Whose aims a sentence names, and whether it tells the first of them itself.
fn begins(scene: &Scene<'_>, operators: &Operators) -> Option<(Who, bool)> {
    let view = scene.view;
    (0..view.clauses.len())
        .map(ClauseId::new)
        .find_map(|clause| {
            let verb = view.verb_group(clause)?;
            let has = view.tags.get(verb.head) == Some(&Tag::Have);
            let noun = match view.object(clause) {
                Some(object) if has => object,
                _ => view.specified_noun(clause)?,
            };
            let several = view.tags.get(view.phrase(noun)?.head) == Some(&Tag::Plural);
            operators.wanting(view, noun).filter(|_| several)?;
            let parties = match has {
                true => scene.parties(crate::claim::who::party::Filler::Phrase(
                    view.subject(clause)?,
                )),
                false => scene.noun_parties_behind(noun),
            };
            let [party] = parties.as_slice() else {
                return None;
            };
            let first = (verb.end..verb.end + 2).any(|at| is_ordinal(view, at));
            party.is_actor().then_some((party.who, first))
        })
}

impl View {
    /// "Secondly, …", "Third: …": the ordinal at the head of a sentence.
    fn opens_item(&self) -> bool {
        self.tags.get(1) == Some(&Tag::Mark) && is_ordinal(self, 0)
    }
}

fn is_ordinal(view: &View, at: usize) -> bool {
    matches!(
        view.marker_text(at),
        "first"
            | "firstly"
            | "second"
            | "secondly"
            | "third"
            | "thirdly"
            | "fourth"
            | "fourthly"
            | "fifth"
            | "fifthly"
            | "finally"
            | "lastly"
    )
}
