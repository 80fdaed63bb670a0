//! What may fill the slots beside a word, worked out once for all cues that are tried there.

use super::pattern::Met;
use super::site::{Scene, Site};
use crate::claim::who::party::Filler;
use crate::pack::{Spoken, WordClass};

/// The fillers of the slots of the words that were met last; their space is used again.
#[derive(Debug, Default)]
pub(in crate::claim) struct Fillers<'r> {
    /// What they depend on besides the slot.
    place: Option<(Site, WordClass, usize)>,
    /// The slots that were asked for, each with the end of its fillers in `found`.
    slots: Vec<(&'r Spoken, usize)>,
    found: Vec<Filler>,
}

impl<'r> Fillers<'r> {
    /// What may fill a slot of the rule that was met, the likeliest first.
    pub(in crate::claim) fn of(
        &mut self,
        scene: &Scene<'_>,
        site: Site,
        spoken: &'r Spoken,
        met: &Met,
    ) -> &[Filler] {
        let place = Some((site, met.class, met.end));
        if self.place != place {
            self.place = place;
            self.slots.clear();
            self.found.clear();
        }
        let mut start = 0;
        for (known, end) in &self.slots {
            if *known == spoken {
                return self.found.get(start..*end).unwrap_or_default();
            }
            start = *end;
        }
        scene.fillers_into(site, spoken, met.class, met.end, &mut self.found);
        self.slots.push((spoken, self.found.len()));
        self.found.get(start..).unwrap_or_default()
    }
}
