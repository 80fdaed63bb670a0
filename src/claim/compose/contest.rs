//! Which of the cues that claim the same words tells what it says.

use crate::claim::cue::hit::Hit;
use crate::claim::cue::site::Scene;
use crate::claim::result::Claim;
use crate::claim::{Tagged, Tagger};

/// So long are the chains at most of hits each of which took the words of the next.
const ROUNDS: usize = 4;

impl Tagger {
    /// The claims of the hits from which no other takes the words, whose traces name those that lost to them. What lost its words to hits of which nothing
    /// came tells them after all: "was asked to help | settle the dispute between two" mends no ties of the asker's.
    pub(in crate::claim) fn draft_unbeaten(
        &self,
        tagged: &Tagged<'_>,
        scene: &Scene<'_>,
        hits: &mut [Hit],
        out: &mut Vec<Claim>,
    ) {
        let mut lost: Vec<usize> = Vec::new();
        for index in 0..hits.len() {
            match (hits.get(index), self.winner(hits, index)) {
                (Some(hit), Some(rival)) => {
                    let drafted = out.len();
                    self.draft_beside(tagged, scene, hit, rival, out);
                    if out.len() == drafted {
                        lost.push(index);
                    }
                }
                _ => self.draft_one(tagged, scene, hits, index, out),
            }
        }
        // One whose winner is still to be asked waits for a later round, so that their order says nothing.
        for _ in 0..ROUNDS {
            lost.retain(|index| {
                let is_free = self.winner(hits, *index).is_none();
                if is_free {
                    self.draft_one(tagged, scene, hits, *index, out);
                }
                !is_free
            });
        }
    }

    /// The first of the hits that takes the words of another, and isn't known to tell nothing.
    fn winner<'h>(&self, hits: &'h [Hit], index: usize) -> Option<&'h Hit> {
        let hit = hits.get(index)?;
        let takes = |(at, rival): &(usize, &Hit)| {
            *at != index && !rival.silent && self.beats(rival, *at, hit, index)
        };
        hits.iter().enumerate().find(takes).map(|(_, rival)| rival)
    }

    fn draft_one(
        &self,
        tagged: &Tagged<'_>,
        scene: &Scene<'_>,
        hits: &mut [Hit],
        index: usize,
        out: &mut Vec<Claim>,
    ) {
        let drafted = out.len();
        let each_other = self.is_each_others(hits, index);
        let Some(hit) = hits.get_mut(index) else {
            return;
        };
        hit.each_other = each_other;
        if hit.waits {
            out.append(&mut hit.told);
        } else {
            self.draft(tagged, scene, hit, out);
        }
        hit.silent = out.len() == drafted;
        if !hit.silent {
            let losers = self.losers(tagged.view, hits, index);
            for claim in out.get_mut(drafted..).unwrap_or_default() {
                claim.trace.steps.extend_from_slice(&losers);
            }
        }
    }
}
