//! Runs the examples and counterexamples of a pack: a pack is its own test.
//!
//! Each example is read as a document of its own, by the whole pipeline with the pack as it is. An example of a cue must give a claim by
//! that cue with the actor, target, stance, speaker and mode that it names; an example of an operator must give such a claim with the
//! operator in its trace; a counterexample must give none of either. Cost: that of annotating the examples.

use std::collections::BTreeMap;
use std::fmt;

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

/// An example that doesn't give what it says.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Failure {
    /// The rule whose example it is.
    pub rule: RuleId,
    /// The file of the pack, and the line, counted from 1.
    pub file: String,
    /// Line of the example, counted from 1.
    pub line: usize,
    /// Its text.
    pub text: String,
    /// What is wrong.
    pub kind: FailureKind,
}

/// What is wrong with an example.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FailureKind {
    /// The claim that it names was not found; what the rule found instead, one text for each claim.
    Missing {
        /// What the example names.
        wanted: String,
        /// What the rule found.
        found: Vec<String>,
        /// What other rules found.
        others: Vec<String>,
    },
    /// A counterexample was met.
    Unwanted {
        /// What the rule found.
        found: Vec<String>,
    },
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
    let rules = parallax.pack().rules();
    for cue in &rules.cues {
        let position = rules
            .positions
            .get(cue.position)
            .map(|position| position.id.as_str())
            .unwrap_or_default();
        for example in &cue.examples {
            checker.example(&cue.id, example, position, cue.stance, |claim| {
                claim.rule == cue.id
            });
        }
        for text in &cue.counterexamples {
            checker.counterexample(&cue.id, text, |claim| claim.rule == cue.id);
        }
    }
    for operator in &rules.operators {
        let in_trace = |claim: &Claim| {
            claim
                .trace
                .steps
                .iter()
                .any(|step| step.rule.as_ref() == Some(&operator.id))
        };
        for example in &operator.examples {
            let position = example
                .position
                .as_ref()
                .map(|position| position.as_str())
                .unwrap_or_default();
            checker.example(&operator.id, example, position, Stance::Support, in_trace);
        }
        for text in &operator.counterexamples {
            checker.counterexample(&operator.id, text, in_trace);
        }
    }
    checker.checked
}

/// How often each cue and operator made or changed a claim; a rule that is missing never did. Counts over any number of claims.
pub fn fired<'c>(claims: impl IntoIterator<Item = &'c Claim>) -> BTreeMap<RuleId, usize> {
    let mut counts = BTreeMap::new();
    for claim in claims {
        for rule in claim
            .trace
            .steps
            .iter()
            .filter_map(|step| step.rule.as_ref())
        {
            *counts.entry(rule.clone()).or_insert(0) += 1;
        }
    }
    counts
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
        let stance = example.stance.unwrap_or(stance);
        let target = example.target.clone().map(|mut target| {
            target.sort();
            target
        });
        let right = |claim: &&Claim| {
            claim.stance == stance
                && claim.position.as_str() == position
                && example
                    .actor
                    .as_ref()
                    .is_none_or(|actor| *actor == claim.actor)
                && target.as_ref().is_none_or(|target| *target == claim.target)
                && example
                    .speaker
                    .as_ref()
                    .is_none_or(|speaker| *speaker == claim.speaker)
                && example.mode.is_none_or(|mode| mode == claim.mode)
        };
        if claims
            .iter()
            .filter(|claim| by_rule(claim))
            .any(|claim| right(&claim))
        {
            return;
        }
        let (found, others): (Vec<&Claim>, Vec<&Claim>) =
            claims.iter().partition(|claim| by_rule(claim));
        let texts = |claims: Vec<&Claim>| claims.into_iter().map(Claim::to_string).collect();
        let kind = FailureKind::Missing {
            wanted: wanted(example, position, stance),
            found: texts(found),
            others: texts(others),
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
        let found: Vec<String> = self
            .claims(&example.text)
            .iter()
            .filter(|claim| by_rule(claim))
            .map(Claim::to_string)
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

fn wanted(example: &Example, position: &str, stance: Stance) -> String {
    let actor = example
        .actor
        .as_ref()
        .map_or("any actor", |actor| actor.as_str());
    let mut text = format!("{actor}: {stance} {position}");
    if let Some(target) = &example.target {
        let ids: Vec<&str> = target.iter().map(|id| id.as_str()).collect();
        text.push_str(&format!(" [{}]", ids.join(", ")));
    }
    if let Some(mode) = example.mode {
        text.push_str(&format!(", {mode}"));
    }
    if let Some(speaker) = &example.speaker {
        text.push_str(&format!(", speaker {speaker}"));
    }
    text
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}:{}: {}", self.file, self.line, self.rule)?;
        writeln!(f, "  {}", self.text)?;
        match &self.kind {
            FailureKind::Missing {
                wanted,
                found,
                others,
            } => {
                writeln!(f, "  wanted: {wanted}")?;
                for found in found {
                    writeln!(f, "  found:  {found}")?;
                }
                for other in others {
                    writeln!(f, "  others: {other}")?;
                }
                if found.is_empty() && others.is_empty() {
                    writeln!(f, "  found:  nothing")?;
                }
                Ok(())
            }
            FailureKind::Unwanted { found } => {
                for found in found {
                    writeln!(f, "  must not be met, but: {found}")?;
                }
                Ok(())
            }
        }
    }
}
