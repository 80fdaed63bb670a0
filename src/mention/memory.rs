//! What a document has said so far of its actors.

use std::collections::BTreeMap;

use super::name::Guards;
use super::{Form, How, Referent, Who};
use crate::pack::Kind;

/// What later sentences may refer to: kept over a document, a few actors of each kind only.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    pub(crate) guards: Guards,
    named: Vec<bool>,
    last_of_kind: BTreeMap<Kind, (usize, usize)>,
    clock: usize,
    person: Option<Who>,
    body: Option<Who>,
    plural: Option<Who>,
    /// Subjects of this sentence and of the one before: body, person, plural.
    subject: Subjects,
    subject_before: Subjects,
    /// Last names that the document has tied to somebody.
    known: BTreeMap<String, Who>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Subjects {
    body: Option<Who>,
    person: Option<Who>,
    plural: Option<Who>,
}

/// The most last names that are kept of one document; more than any article has.
const MOST_KNOWN: usize = 10_000;

impl Memory {
    pub(super) fn has_named(&self, actor: usize) -> bool {
        self.named.get(actor).copied().unwrap_or(false)
    }

    pub(super) fn last_person(&self) -> Option<Who> {
        self.subject.person.or(self.person)
    }

    /// The actor of one of `kinds` that was mentioned last.
    pub(super) fn last_of(&self, kinds: &[Kind]) -> Option<usize> {
        kinds
            .iter()
            .filter_map(|kind| self.last_of_kind.get(kind))
            .max_by_key(|(clock, _)| *clock)
            .map(|(_, actor)| *actor)
    }

    pub(super) fn known(&self, surname: &str) -> Option<Who> {
        self.known.get(surname).copied()
    }

    pub(super) fn learn(&mut self, surname: String, who: Who) {
        if self.known.len() < MOST_KNOWN {
            self.known.insert(surname, who);
        }
    }

    /// What *it* means: the subject of this sentence, of the one before, or the last body.
    pub(super) fn it(&self) -> Option<Who> {
        self.subject.body.or(self.subject_before.body).or(self.body)
    }

    pub(super) fn they(&self) -> Option<Who> {
        self.subject
            .plural
            .or(self.subject_before.plural)
            .or(self.subject.body)
            .or(self.subject_before.body)
            .or(self.plural)
            .or(self.body)
    }

    pub(super) fn he(&self) -> Option<Who> {
        self.subject
            .person
            .or(self.subject_before.person)
            .or(self.person)
    }

    pub(super) fn note(
        &mut self,
        referent: Referent,
        kind: Option<Kind>,
        subject: bool,
        plural: bool,
    ) {
        let who = referent.who;
        if who == Who::Speaker {
            return;
        }
        if let Who::Actor(actor) = who {
            if self.named.len() <= actor {
                self.named.resize(actor + 1, false);
            }
            if let Some(flag) = self.named.get_mut(actor) {
                *flag = true;
            }
            if let Some(kind) = kind {
                self.clock += 1;
                self.last_of_kind.insert(kind, (self.clock, actor));
            }
        }
        let body = !referent.person && !plural && matches!(who, Who::Actor(_));
        let crowd = plural || referent.how == How::Named(Form::Demonym);
        let person = referent.person && !crowd;
        if body {
            self.body = Some(who);
        }
        if crowd {
            self.plural = Some(who);
        }
        if person {
            self.person = Some(who);
        }
        if subject {
            let subjects = &mut self.subject;
            if body {
                subjects.body.get_or_insert(who);
            }
            if crowd {
                subjects.plural.get_or_insert(who);
            }
            if person {
                subjects.person.get_or_insert(who);
            }
        }
    }

    pub(super) fn end_sentence(&mut self) {
        let now = std::mem::take(&mut self.subject);
        if now.body.is_some() || now.person.is_some() || now.plural.is_some() {
            self.subject_before = now;
        }
    }
}
