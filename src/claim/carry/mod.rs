//! What is kept from sentence to sentence, and what the sentences of the paragraph begin.
//!
//! Some words tell a claim again of somebody else (`echo`, `ellipsis`), some answer what was asked or offered (`reply`), others say what somebody makes of the deed told last (`react`).
//! A claim that names no target is completed (`complete`): by what its cue says, by its own sentence (`meant`), by whom it answers (`answer`), by what was
//! told of the position before (`antecedent`) or of whose a thing is (`belonging`), by whom relations are with (`partner`), or by whom the article can call a name (`enemy`).

mod answer;
pub(in crate::claim) mod antecedent;
mod belonging;
mod complete;
pub(in crate::claim) mod echo;
pub(in crate::claim) mod ellipsis;
pub(in crate::claim) mod enemy;
pub(in crate::claim) mod enumerated;
mod meant;
mod partner;
pub(in crate::claim) mod react;
mod reply;
mod seen;
mod stranger;

use self::answer::Charges;
use self::antecedent::Told;
use self::enemy::Enemies;
use self::enumerated::Aims;
use self::partner::Partners;
use self::react::Deed;
use crate::claim::cue::gate::{Around, Gates};
use crate::claim::cue::hit::Hit;
use crate::claim::cue::lists::{Bits, ListHits};
use crate::claim::cue::spot::Within;
use crate::claim::cue::words::Chain;
use crate::claim::result::Claim;

/// What is kept from sentence to sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Carry {
    pub(in crate::claim) here: Begun,
    pub(in crate::claim) before: Begun,
    /// The sentences of the paragraph that are still to come, the last one first.
    pub(in crate::claim) coming: Vec<Begun>,
    /// Space that is used again.
    pub(in crate::claim) spare: Vec<Begun>,
    pub(in crate::claim) hits: Vec<Hit>,
    /// The last claim told, which "did the same" points to.
    pub(in crate::claim) told: Option<Claim>,
    /// The last deed told, which others are glad or sorry of.
    pub(in crate::claim) deed: Option<Deed>,
    /// Whose aims are told one by one.
    pub(in crate::claim) aims: Aims,
    /// Whom the article may call a name.
    pub(in crate::claim) enemies: Enemies,
    /// What was last said against whom.
    pub(in crate::claim) charges: Charges,
    /// Between whom relations are that were spoken of.
    pub(in crate::claim) partners: Partners,
    /// What the article has said of each position.
    pub(in crate::claim) told_of: Vec<Told>,
    /// Which lists have a word in the paragraph.
    pub(in crate::claim) paragraph: Bits,
    /// For each list the last sentence that had a word of it, counted from one; 0 for none.
    last_in: Vec<usize>,
    sentence: usize,
    /// What stands in this sentence and the one before, for the cues of this one.
    pub(in crate::claim) around: Around,
}

/// What the words of a sentence begin.
#[derive(Clone, Debug, Default)]
pub(in crate::claim) struct Begun {
    pub(in crate::claim) lists: ListHits,
    /// The tokens at which cues may begin, and what begins there.
    pub(in crate::claim) cues: Vec<(usize, Chain)>,
    /// Each word with its lemmas.
    pub(in crate::claim) words: Vec<Within>,
    /// The tokens at which an operator may begin that points back.
    pub(in crate::claim) repeating: Vec<usize>,
}

impl Begun {
    pub(in crate::claim) fn clear(&mut self) {
        self.lists.clear();
        self.cues.clear();
        self.repeating.clear();
        self.words.clear();
    }
}

/// How many sentences back the article still speaks of a thing: a brief goes on about its draft, a long article about the next thing.
pub(in crate::claim) const TOPIC: usize = 12;

impl Carry {
    /// What is kept at the start of a document, in the space of what was kept of another.
    pub(crate) fn emptied(self) -> Self {
        let Self {
            mut here,
            mut before,
            mut coming,
            mut spare,
            ..
        } = self;
        here.clear();
        before.clear();
        spare.append(&mut coming);
        Self {
            here,
            before,
            coming,
            spare,
            ..Self::default()
        }
    }

    /// Goes on to the next sentence that was taken up.
    pub(in crate::claim) fn next_sentence(&mut self, gates: &Gates) {
        std::mem::swap(&mut self.here, &mut self.before);
        let next = self.coming.pop().unwrap_or_default();
        self.spare.push(std::mem::replace(&mut self.here, next));
        self.sentence = self.sentence.saturating_add(1);
        for list in self.here.lists.all().map(usize::from) {
            if self.last_in.len() <= list {
                self.last_in.resize(list + 1, 0);
            }
            if let Some(last) = self.last_in.get_mut(list) {
                *last = self.sentence;
            }
        }
        let (here, before) = (self.here.lists.seen(), self.before.lists.seen());
        self.around.set(gates.sets(), here, before);
    }

    /// Whether the article speaks of a word of one of `lists` here.
    pub(in crate::claim) fn speaks_of(&self, lists: &[u16]) -> bool {
        let lately = |list: u16| {
            let last = self.last_in.get(usize::from(list)).copied().unwrap_or(0);
            last > 0 && last.saturating_add(TOPIC) > self.sentence
        };
        lists
            .iter()
            .any(|list| self.paragraph.has(*list) || lately(*list))
    }
}
