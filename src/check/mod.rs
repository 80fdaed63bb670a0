//! Runs the examples and counterexamples of a pack: a pack is its own test.
//!
//! Each example is read as a document of its own, by the whole pipeline with the pack as it is. An example of a cue must give a claim by
//! that cue with the actor, target, stance, speaker and mode that it names; an example of an operator must give such a claim with the
//! operator in its trace; a counterexample must give none of either. Cost: that of annotating the examples.
//!
//! Beside it stand the other questions that a pack's writer has: why a rule did not fire ([`explain`]), what a corpus holds that no rule
//! meets ([`coverage`]), and what a change of the pack changes in the labels ([`diff`]).

mod coverage;
mod diff;
mod explain;
mod failure;
mod unmet;

pub use coverage::{Coverage, Unmatched, coverage};
pub use diff::{LabelChange, diff};
pub use explain::{Explanation, NearMiss, explain};
pub use failure::{Failure, FailureKind, Field, Found, Wanted};
pub use unmet::{Part, SlotKey, Unmet, Wants};

use crate::claim::{Claim, Stance};
use crate::pack::{Counterexample, Example, Origin, RuleId};
use crate::{Document, Parallax};

/// What a run over a pack's examples found.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Checked {
    /// How many examples and counterexamples were tried.
    pub tried: usize,
    /// Those that failed, in order of place.
    pub failures: Vec<Failure>,
}

/// Runs every example and counterexample of the reader's pack.
///
/// ```
/// use parallax::{Pack, Parallax, check};
///
/// let pack = Pack::from_toml("own.toml", r#"
/// [[actor]]
/// id = "norland"
/// name = "Norland"
/// kind = "state"
/// [[position]]
/// id = "levy"
/// question = "Is the levy right?"
/// [[cue]]
/// id = "back-levy"
/// position = "levy"
/// stance = "support"
/// verb = ["back"]
/// subject = "actor"
/// object = { like = ["levy_word"] }
/// examples = [{ text = "Norland backed the levy.", actor = "norland" }]
/// counterexamples = ["Norland backed away."]
/// [[list]]
/// id = "levy_word"
/// words = ["levy"]
/// "#).unwrap();
/// let checked = check::check(&Parallax::new(pack));
/// assert_eq!((checked.tried, checked.failures.len()), (2, 0));
/// ```
#[must_use]
pub fn check(parallax: &Parallax) -> Checked {
    let mut checker = Checker {
        parallax,
        checked: Checked::default(),
    };
    let (rules, examples) = (parallax.pack().rules(), parallax.pack().examples());
    for (cue, tests) in rules.cues.iter().zip(&examples.cues) {
        let position = rules
            .positions
            .get(cue.position)
            .map(|position| position.id.as_str())
            .unwrap_or_default();
        for example in &tests.examples {
            checker.example(&cue.id, example, position, cue.stance, |claim| {
                claim.rule == cue.id
            });
        }
        for text in &tests.counterexamples {
            checker.counterexample(&cue.id, text, |claim| claim.rule == cue.id);
        }
    }
    for (operator, tests) in rules.operators.iter().zip(&examples.operators) {
        let in_trace = |claim: &Claim| {
            claim
                .trace
                .steps
                .iter()
                .any(|step| step.rule.as_ref() == Some(&operator.id))
        };
        for example in &tests.examples {
            let position = example
                .position
                .as_ref()
                .map(|position| position.as_str())
                .unwrap_or_default();
            checker.example(&operator.id, example, position, Stance::Support, in_trace);
        }
        for text in &tests.counterexamples {
            checker.counterexample(&operator.id, text, in_trace);
        }
    }
    checker.checked
}

struct Checker<'a> {
    parallax: &'a Parallax,
    checked: Checked,
}

impl Checker<'_> {
    fn claims(&self, text: &str) -> Vec<Claim> {
        self.parallax
            .annotate(&Document::from_text("example", text))
            .claims()
            .cloned()
            .collect()
    }

    fn fail(&mut self, rule: &RuleId, origin: &Origin, text: &str, kind: FailureKind) {
        self.checked.failures.push(Failure {
            rule: rule.clone(),
            file: origin.file().to_owned(),
            line: origin.line(),
            text: text.to_owned(),
            kind,
        });
    }

    fn example(
        &mut self,
        rule: &RuleId,
        example: &Example,
        position: &str,
        stance: Stance,
        by_rule: impl Fn(&Claim) -> bool,
    ) {
        self.checked.tried += 1;
        let claims = self.claims(&example.text);
        let wanted = Wanted::of(example, position, stance);
        let mut by_it = claims.iter().filter(|claim| by_rule(claim));
        if by_it.any(|claim| wanted.differing(claim).is_empty()) {
            return;
        }
        let (found, others): (Vec<&Claim>, Vec<&Claim>) =
            claims.iter().partition(|claim| by_rule(claim));
        let beside = |claims: Vec<&Claim>| {
            let found = |claim: &Claim| Found {
                claim: claim.clone(),
                differs: wanted.differing(claim),
            };
            claims.into_iter().map(found).collect()
        };
        let (found, others) = (beside(found), beside(others));
        let kind = FailureKind::Missing {
            wanted,
            found,
            others,
        };
        self.fail(rule, &example.origin, &example.text, kind);
    }

    fn counterexample(
        &mut self,
        rule: &RuleId,
        example: &Counterexample,
        by_rule: impl Fn(&Claim) -> bool,
    ) {
        self.checked.tried += 1;
        let found: Vec<Claim> = self
            .claims(&example.text)
            .into_iter()
            .filter(|claim| by_rule(claim))
            .collect();
        if !found.is_empty() {
            self.fail(
                rule,
                &example.origin,
                &example.text,
                FailureKind::Unwanted { found },
            );
        }
    }
}
