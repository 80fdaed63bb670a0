//! Several at once: "both", "the two powers", "neither", "they" after "Russia and China", "the former".
//!
//! The last coordination of actors is kept; where none is near, "both" means the last two bodies. "Both sides" and "the parties" are left alone: who
//! they are is for a coder to say, and the codebook makes them nobody.

use super::description::STATE;
use super::noun::Class;
use super::{How, Reader, Referent, Who};
use crate::clause::{Phrase, PhraseId, Tag};
use crate::token::{Marker, Readings};

/// How many sentences back the coordination may stand that "both" means.
const REACH: usize = 3;

/// The last coordination of actors in a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    members: Vec<Who>,
    sentence: usize,
    /// Whether it was the subject of its clause, which "they" asks for.
    is_subject: bool,
}

impl Group {
    fn is_near(&self, sentence: usize, reach: usize) -> bool {
        self.members.len() > 1 && self.sentence + reach >= sentence
    }
}

impl Reader<'_> {
    /// Keeps a coordination whose last member a phrase is.
    pub(super) fn note_group(&mut self, id: PhraseId) {
        let first = self.view.first_conjunct(id);
        if first == id || self.view.conjuncts(id).nth(1).is_some() {
            return;
        }
        let mut members = Vec::new();
        if self.is_of_people(first) {
            self.memory.two_at = Some(self.memory.sentence);
            return;
        }
        for conjunct in self.view.conjuncts(first) {
            let who = self.out.referent(conjunct).map(|referent| referent.who);
            match who {
                Some(who @ Who::Actor(_)) if !members.contains(&who) => members.push(who),
                _ => return,
            }
        }
        let clause = self.view.phrase(first).map(|phrase| phrase.clause);
        let subject = clause.and_then(|clause| self.view.clause(clause)?.subject);
        // "the presidents | of Chad and Sudan met"
        let on_subject = || {
            let first = self.view.phrase(first)?;
            let several = self.view.phrase(first.noun?)?;
            let plural = self.view.tags.get(several.head) == Some(&Tag::Plural);
            let holders = self.classes(several.head).has(Class::OfState);
            let whose = self.view.is_behind(first, "of") && plural && holders;
            whose.then_some(first.noun == subject)
        };
        let group = Group {
            is_subject: subject == Some(first) || on_subject() == Some(true),
            members,
            sentence: self.memory.sentence,
        };
        self.memory.group_before = std::mem::replace(&mut self.memory.group, group);
    }

    /// "the candidates | of Ghana and Togo": people of several who don't speak for them.
    fn is_of_people(&self, first: PhraseId) -> bool {
        let whose = self.view.phrase(first);
        let people = whose
            .filter(|whose| self.view.is_behind(whose, "of"))
            .and_then(|whose| self.view.phrase(whose.noun?));
        people.is_some_and(|people| {
            self.view.tags.get(people.head) == Some(&Tag::Plural)
                && self.view.word(people.head).readings.any(Readings::HUMAN)
                && !self.classes(people.head).has(Class::OfState)
        })
    }

    /// Keeps that two things or people were told of who are no actors: "two judges".
    pub(super) fn note_two(&mut self, id: PhraseId) {
        let Some(phrase) = self.view.phrase(id) else {
            return;
        };
        let two = (phrase.start..phrase.head).any(|at| self.view.marker(at) == Marker::Two);
        let the = matches!(
            self.view.marker(phrase.start),
            Marker::The | Marker::These | Marker::Those
        );
        if two
            && !the
            && self.view.tags.get(phrase.head) == Some(&Tag::Plural)
            && !self.view.word(phrase.head).readings.any(Readings::MEASURE)
        {
            self.memory.two_at = Some(self.memory.sentence);
        }
    }

    /// Whom a phrase for several means, if it is one: "both", "the two", "all three states", "each of them".
    pub(super) fn group(&mut self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let pronoun = self.view.tags.get(phrase.head) == Some(&Tag::Pronoun);
        let marker = |at: usize| self.view.marker(at);
        let told = (phrase.start..=phrase.head).find_map(|at| how_many(marker(at)));
        if self.memory.tells_of_two() && self.may_mean_others(phrase) {
            // "Egypt and Turkey sent two judges. Both …"
            return None;
        }
        let Some(count) = told else {
            // "the pair", "the old rivals": those who were named together.
            let members = self
                .named_together(2)
                .filter(|_| self.is_pair(id, phrase))?;
            return self.put_several(id, members);
        };
        let counted = self.view.tags.get(phrase.head) == Some(&Tag::Number);
        let bare =
            phrase.start == phrase.head || counted && how_many(marker(phrase.head)).is_some();
        let definite = matches!(
            marker(phrase.start),
            Marker::The | Marker::These | Marker::Those | Marker::All | Marker::Both
        );
        let several = self.view.tags.get(phrase.head) == Some(&Tag::Plural);
        let called = several
            && (self.classes(phrase.head).has(Class::OfSeveral)
                || matches!(self.view.noun_text(phrase.head), "man" | "woman"));
        let means = if bare {
            pronoun || definite || matches!(marker(phrase.start), Marker::Neither | Marker::Each)
        } else {
            definite && called && self.out.modifiers(self.view, id).next().is_none()
        };
        if !means {
            return None;
        }
        // "both of the drafts": the noun says of what, "each of them" nothing new.
        let of = self.view.prepositional(id, |text| text == "of").next();
        let of = of.and_then(|of| self.view.phrase(of));
        if of.is_some_and(|of| of.noun == Some(id) && self.view.marker_text(of.head) != "them") {
            return None;
        }
        // "accused each other": themselves.
        let each = marker(phrase.head) == Marker::Each;
        let except = if each {
            Vec::new()
        } else {
            self.own_subjects(id)
        };
        let members = self
            .pair_of_sentence(count, phrase.head)
            .or_else(|| self.members(count, bare, &except))
            .or_else(|| self.both_people(count, bare, phrase.head, &except))
            .or_else(|| self.both_states(count, phrase.head))?;
        self.put_several(id, members)
    }

    /// "both", "the two", "both leaders": what may be said of two others as well as of two actors, where "both judges" and "both states" may not.
    fn may_mean_others(&self, phrase: &Phrase) -> bool {
        let noun = self.classes(phrase.head);
        let several = self.view.tags.get(phrase.head) == Some(&Tag::Plural);
        (!several || noun.has(Class::OfSeveral)) && !noun.has(Class::State)
    }

    /// The members of a group of so many; in "Peru and Chile thanked both" the two of before.
    fn members(&self, count: usize, bare: bool, except: &[Who]) -> Option<Vec<Who>> {
        let others = |members: &[Who]| !members.iter().any(|who| except.contains(who));
        let mut groups = [&self.memory.group, &self.memory.group_before].into_iter();
        let near = groups.find(|group| {
            let near = group.is_near(self.memory.sentence, REACH);
            near && group.members.len() == count && others(&group.members)
        });
        if let Some(group) = near {
            return Some(group.members.clone());
        }
        let pair = self
            .memory
            .last_two_bodies(except)
            .filter(|_| count == 2 && bare && self.memory.two_people(except).is_none())?;
        Some(pair.to_vec())
    }

    /// "Erdogan received Herzog, and the two presidents …", "both": those two, and so whoever they speak for.
    fn both_people(
        &self,
        count: usize,
        bare: bool,
        noun: usize,
        except: &[Who],
    ) -> Option<Vec<Who>> {
        let people = bare
            || self.classes(noun).has(Class::Person)
            || self.view.noun_text(noun) == "man"
            || self.view.noun_text(noun) == "woman";
        let pair = self.memory.two_people(except);
        Some(pair.filter(|_| count == 2 && people)?.to_vec())
    }

    /// The members of a coordination in this sentence or the last two.
    fn named_together(&self, count: usize) -> Option<Vec<Who>> {
        let group = &self.memory.group;
        let near = group.is_near(self.memory.sentence, REACH - 1) && group.members.len() == count;
        near.then(|| group.members.clone())
    }

    /// "the pair", "the old rivals", "the foreign ministers": two, though no number says so, where two were named together.
    fn is_pair(&self, id: PhraseId, phrase: &Phrase) -> bool {
        let noun = self.view.noun_text(phrase.head);
        let several = self.view.tags.get(phrase.head) == Some(&Tag::Plural);
        let pair = matches!(noun, "pair" | "duo")
            || several
                && matches!(
                    noun,
                    "neighbour"
                        | "neighbor"
                        | "rival"
                        | "foe"
                        | "enemy"
                        | "adversary"
                        | "president"
                        | "minister"
                );
        // "the old rivals", "the foreign ministers", but not "the Greek ministers" or "the defence ministers of Kenya".
        let described = (phrase.start + 1..phrase.head).all(|at| {
            let word = self.view.marker_text(at);
            matches!(
                word,
                "old"
                    | "former"
                    | "bitter"
                    | "arch"
                    | "long-time"
                    | "longtime"
                    | "two"
                    | "foreign"
                    | "prime"
                    | "defence"
                    | "defense"
                    | "hostile"
                    | "warring"
                    | "feuding"
                    | "estranged"
            )
        });
        pair && described
            && self.view.marker(phrase.start) == Marker::The
            && phrase.owner.is_none()
            && self
                .view
                .prepositional(id, |text| matches!(text, "of" | "from" | "in"))
                .next()
                .is_none()
    }

    /// "Erdogan received Herzog, and both countries …": the two states that were spoken of last, themselves or by whoever speaks for them.
    fn both_states(&self, count: usize, noun: usize) -> Option<Vec<Who>> {
        let states = count == 2 && self.classes(noun).has(Class::State);
        let last = states.then(|| self.memory.last_of(STATE, &[]))??;
        let before = self.memory.last_of(STATE, &[Who::Actor(last)])?;
        Some(vec![Who::Actor(before), Who::Actor(last)])
    }

    /// "Erdogan received Herzog, and both countries …": the two states of which a sentence has spoken before a noun for such, if no third one was named in
    /// it. Whoever was named together before it comes after them.
    fn pair_of_sentence(&self, count: usize, noun: usize) -> Option<Vec<Who>> {
        let together = self.memory.group.sentence == self.memory.sentence;
        if count != 2 || together || !self.classes(noun).has(Class::State) {
            return None;
        }
        let mut states: Vec<Who> = Vec::new();
        let phrases = self.view.phrases.iter().enumerate();
        for (at, _) in phrases.take_while(|(_, phrase)| phrase.end <= noun) {
            let who = self.out.referent(PhraseId::new(at)).map(|named| named.who);
            let state = who.filter(|who| self.is_of_kind(*who, STATE));
            if let Some(state) = state.filter(|state| !states.contains(state)) {
                states.push(state);
            }
        }
        (states.len() == 2).then_some(states)
    }

    /// "they" after "Russia and China": both, if they were the subject of this sentence or the one before.
    pub(super) fn they_all(&self) -> Option<&[Who]> {
        let group = &self.memory.group;
        (group.is_subject && group.is_near(self.memory.sentence, 1)).then_some(&group.members)
    }

    /// "the former", "the latter"
    pub(super) fn one_of_two(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let group = &self.memory.group;
        if phrase.end != phrase.start + 2 || self.view.marker(phrase.start) != Marker::The {
            return None;
        }
        let at = match self.view.marker(phrase.head) {
            Marker::Former => 0,
            Marker::Latter => 1,
            _ => return None,
        };
        let near = group.is_near(self.memory.sentence, 2) && group.members.len() == 2;
        let who = group.members.get(at).copied().filter(|_| near)?;
        Some(Referent {
            who,
            how: How::Description,
            person: false,
        })
    }

    /// Records that a phrase means several; its referent is the first of them.
    pub(super) fn put_several(&mut self, id: PhraseId, members: Vec<Who>) -> Option<Referent> {
        let who = *members.first()?;
        self.out.several.push((id, members));
        Some(Referent {
            who,
            how: How::Pronoun,
            person: false,
        })
    }
}

/// Of how many a word for several is.
pub(crate) fn how_many(word: Marker) -> Option<usize> {
    Some(match word {
        Marker::Both | Marker::Two | Marker::Neither | Marker::Each => 2,
        Marker::Three => 3,
        Marker::Four => 4,
        Marker::Five => 5,
        Marker::Six => 6,
        _ => return None,
    })
}
