//! Actors in the text: which of a pack's actors a noun phrase means, and how that is known.
//!
//! **Problem.** An article names an actor once and then says "the Movement", "its envoy", "Moscow", "he". **Idea.** All names are met in one
//! walk of a trie (`name`). Then each noun phrase of a sentence is read from left to right: by the name that is its head; by a
//! demonym, owner or *of* phrase beside a noun for people or bodies (`office`: "Russian officials", "the movement's political bureau"; `private` says which
//! of them don't speak for a state);
//! as a definite description of the last actor of that kind; by its apposition, after which the name is known for the rest of the
//! document ("Riyad Mansour, the Palestinian Authority's ambassador"); as a pronoun of the nearest fitting antecedent.
//! "Both" and "they" may mean a coordination that was named before (`group`), "one of the powers" the power that the clause's subject names (`instance`), and *it* in a
//! reason whoever is judged (`causal`), or behind a condition whoever that is about (`supposed`). Names that head a phrase come first (`heads`).
//! **Cost.** Linear in the text. **Known to be wrong** where two actors of one kind alternate and only sense tells which is meant, and where two that were
//! never named side by side are "both".

mod affiliation;
mod beside;
mod causal;
mod description;
mod fighters;
mod group;
mod heads;
mod instance;
mod memory;
mod name;
mod noun;
mod office;
mod private;
mod pronoun;
mod referent;
mod shortened;
mod spelling;
mod stranger;
mod supposed;

pub(crate) use group::how_many;
pub(crate) use memory::Memory;
pub(crate) use name::{Form, Named, Names};
pub(crate) use referent::{How, Mentions, Referent, Who};
pub(crate) use spelling::Spellings;

use crate::clause::{ClauseKind, Phrase, PhraseId, PhraseKind, Tag, View};
use crate::date::Date;
use crate::pack::{Kind, Rules};
use crate::token::{Readings, TokenKind, fold};
use description::STATE;
use memory::Rank;
use noun::Class;

/// Finds actors in sentences.
#[derive(Clone, Debug)]
pub(crate) struct MentionFinder {
    names: Names,
    spellings: Spellings,
    kinds: Vec<Kind>,
}

/// What the finder needs of a document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting<'a> {
    pub(crate) text: &'a str,
    pub(crate) date: Option<Date>,
}

impl MentionFinder {
    /// A finder of the actors of `rules`, whose names are compiled.
    pub(crate) fn new(rules: &Rules, names: Names, spellings: Spellings) -> Self {
        Self {
            names,
            spellings,
            kinds: rules.actors.iter().map(|actor| actor.kind).collect(),
        }
    }

    /// The actors of a sentence; what later sentences need is kept in `memory`.
    pub(crate) fn sentence(
        &self,
        setting: Setting<'_>,
        view: &View,
        memory: &mut Memory,
        out: &mut Mentions,
    ) {
        self.names.find_into(
            setting.text,
            &view.tokens,
            setting.date,
            &mut memory.guards,
            &mut out.named,
        );
        out.named
            .retain(|named| !private::is_other_body(setting.text, view, *named));
        let count = view.phrases.len();
        for list in [&mut out.referents, &mut out.possessors] {
            list.clear();
            list.resize(count, None);
        }
        out.covered.clear();
        out.covered.resize(count, false);
        out.several.clear();
        out.paired.clear();
        let mut reader = Reader {
            finder: self,
            setting,
            view,
            memory,
            out,
        };
        reader.heads();
        for index in 0..count {
            reader.phrase(PhraseId::new(index));
            let kind = view.phrases.get(index).map(|phrase| phrase.kind);
            if kind == Some(PhraseKind::Mark(TokenKind::Semicolon)) {
                reader.memory.end_utterance();
            }
        }
        let stranger = reader.stranger();
        for named in &out.named {
            let kind = self.kinds.get(named.actor);
            if kind.is_some_and(|kind| STATE.contains(kind)) {
                memory.name_state(named.actor);
            }
        }
        memory.end_sentence(stranger);
    }
}

struct Reader<'a> {
    finder: &'a MentionFinder,
    setting: Setting<'a>,
    view: &'a View,
    memory: &'a mut Memory,
    out: &'a mut Mentions,
}

impl Reader<'_> {
    fn put(&mut self, id: PhraseId, referent: Referent) {
        if let Some(slot) = self.out.referents.get_mut(id.index()) {
            *slot = Some(referent);
        }
    }

    /// Second pass, left to right: what the head says, what stands beside it, what was said before.
    fn phrase(&mut self, id: PhraseId) {
        let phrase = self.view.phrase(id);
        let Some(phrase) = phrase.filter(|phrase| phrase.kind == PhraseKind::Noun) else {
            return;
        };
        if self.out.covered.get(id.index()).copied().unwrap_or(false) {
            // "The Jaffna People's | Front": its last word is kept, and what it is to its clause.
            let owned = phrase.owner.is_some();
            if let Some(referent) = self.out.referent(id).filter(|_| owned) {
                self.remember(id, referent);
            }
            return;
        }
        let owner = match self.view.tags.get(phrase.start) {
            Some(Tag::Possessive) => self.pronoun(phrase.start, id),
            _ => self.whose(id),
        };
        if owner.is_some()
            && let Some(slot) = self.out.possessors.get_mut(id.index())
        {
            *slot = owner;
        }
        let read = match self.out.referent(id) {
            Some(known) if matches!(known.how, How::Named(Form::Person | Form::Surname)) => {
                self.on_behalf(id).or_else(|| self.held_beside(id))
            }
            Some(_) => None,
            None => self
                .on_behalf(id)
                .or_else(|| self.called_by_name(id))
                .or_else(|| self.named_beside(id))
                .or_else(|| self.read(id)),
        };
        if let Some(referent) = read {
            self.put(id, referent);
        }
        if let Some(referent) = self.out.referent(id) {
            self.remember(id, referent);
            self.note_group(id);
        }
        if !self
            .out
            .referent(id)
            .is_some_and(|referent| referent.who.is_actor())
        {
            self.note_two(id);
        }
    }

    fn read(&mut self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        if let Some(referent) = self
            .group(id)
            .or_else(|| self.one_of_two(id))
            .or_else(|| self.instance(id))
            .or_else(|| self.identified(id))
        {
            return Some(referent);
        }
        if self.view.tags.get(phrase.head) == Some(&Tag::Pronoun) {
            return self.pronoun(phrase.head, id);
        }
        let proper = self.view.tags.get(phrase.head) == Some(&Tag::Proper);
        let traits = self.view.word(phrase.head).readings;
        let noun = self.classes(phrase.head);
        // "his country", "her people": whoever he or she speaks for.
        if noun.has(Class::Own)
            && self.out.modifiers(self.view, id).next().is_none()
            && let Some(owner) = self.out.possessor(id)
        {
            return Some(Referent {
                how: How::Office,
                person: false,
                ..owner
            });
        }
        if noun.has(Class::Populace) {
            // "Harare's man" speaks for it, "a man from Harare" for nobody.
            let envoy = noun.has(Class::Envoy)
                && phrase.owner.is_some()
                && !self.is_described(phrase)
                && self.view.tags.get(phrase.head) != Some(&Tag::Plural);
            if let Some(referent) = envoy.then(|| self.office_by_owner(id)).flatten() {
                return Some(referent);
            }
            return self.collective(id, true);
        }
        // "the head of the Russian delegation": a person only where a body follows.
        if noun.has(Class::Head)
            && let Some(referent) = self.office(id, true)
        {
            return Some(referent);
        }
        let agentive = traits.any(Readings::HUMAN | Readings::GROUP)
            || noun.has(Class::Seat)
            || self.is_body_of_state(id);
        let titled = proper
            && (phrase.start..phrase.head)
                .any(|at| self.view.word(at).readings.any(Readings::HUMAN));
        if agentive || titled {
            let person = traits.any(Readings::HUMAN) || titled;
            if !person && let Some(body) = self.private_body(id) {
                return body;
            }
            return self
                .office(id, person)
                .or_else(|| self.known_name(id).filter(|_| proper && titled))
                .or_else(|| self.beside(id))
                .or_else(|| self.affiliated(id))
                .or_else(|| self.of_government(id))
                .or_else(|| self.description(id))
                .or_else(|| self.collective(id, person));
        }
        if proper {
            return self
                .known_name(id)
                .or_else(|| self.shortened(id))
                .or_else(|| self.office_by_owner(id))
                .or_else(|| self.beside(id))
                .or_else(|| self.affiliated(id))
                .or_else(|| self.misspelt(id));
        }
        self.unnamed(id)
    }

    /// "Peru's richest man" is none of its envoys, its "top man" at the talks is.
    fn is_described(&self, phrase: &Phrase) -> bool {
        (phrase.start..phrase.head).any(|at| {
            self.view.tags.get(at) == Some(&Tag::Adjective)
                && !matches!(
                    self.view.marker_text(at),
                    "top" | "chief" | "main" | "senior" | "new"
                )
        })
    }

    /// A last name that the document has tied to an actor.
    fn known_name(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let last = self
            .view
            .span(phrase.head, phrase.head + 1)
            .of(self.setting.text);
        self.memory.known(last).map(|who| Referent {
            who,
            how: How::Known,
            person: true,
        })
    }

    fn misspelt(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        let first =
            (phrase.start..phrase.head).find(|at| self.view.tags.get(*at) == Some(&Tag::Proper))?;
        let name = self.view.span(first, phrase.head + 1).of(self.setting.text);
        let actor = self.finder.spellings.nearest(name)?;
        Some(Referent {
            who: Who::Actor(actor),
            how: How::Spelling,
            person: true,
        })
    }

    /// People or bodies that are no actor of the pack.
    fn collective(&self, id: PhraseId, person: bool) -> Option<Referent> {
        self.view.phrase(id)?;
        Some(Referent {
            who: Who::Other,
            how: How::Collective,
            person,
        })
    }

    /// A head that is neither a name nor a noun for people: "some countries", "no state", "those who".
    fn unnamed(&self, id: PhraseId) -> Option<Referent> {
        let phrase = self.view.phrase(id)?;
        if let Some(referent) = self.description(id) {
            return Some(referent);
        }
        let collective = self.classes(phrase.head).has(Class::Collective);
        collective.then_some(Referent {
            who: Who::Other,
            how: How::Collective,
            person: false,
        })
    }

    /// Keeps what later sentences may refer to.
    fn remember(&mut self, id: PhraseId, referent: Referent) {
        let Some(phrase) = self.view.phrase(id) else {
            return;
        };
        let rank = match self.view.clause(phrase.clause) {
            Some(clause) if clause.subject == Some(id) && clause.kind == ClauseKind::Adverbial => {
                Rank::Aside
            }
            Some(clause) if clause.subject == Some(id) => Rank::Subject,
            Some(clause) if clause.object == Some(id) => Rank::Object,
            _ => Rank::Other,
        };
        let kind = match referent.who {
            Who::Actor(actor) => self.finder.kinds.get(actor).copied(),
            _ => None,
        };
        if let (How::Named(Form::Name), Who::Actor(actor)) = (referent.how, referent.who) {
            self.call(phrase, actor);
        }
        // "Mali's army": "the government" is Mali's from then on.
        if let (How::Office, Who::Actor(actor)) = (referent.how, referent.who)
            && matches!(kind, Some(Kind::State | Kind::Government))
            && self.classes(phrase.head).has(Class::Domestic)
        {
            self.memory.at_home = Some(actor);
        }
        let plural = matches!(self.view.tags.get(phrase.head), Some(Tag::Plural));
        if self.is_passed_over(id, referent, rank) {
            return;
        }
        // *It* is none of "Kenya and Chile".
        let joined = phrase.conjunct.is_some() || self.view.conjuncts(id).nth(1).is_some();
        self.memory.note(referent, kind, rank, plural, joined);
        let proper = self.view.tags.get(phrase.head) == Some(&Tag::Proper);
        if proper
            && referent.person
            && !matches!(referent.how, How::Named(_) | How::Pronoun)
            && referent.who != Who::Speaker
        {
            let last = self
                .view
                .span(phrase.head, phrase.head + 1)
                .of(self.setting.text);
            self.memory.learn(fold(last), referent.who);
        } else if let How::Named(Form::Person) = referent.how {
            let last = self
                .view
                .span(phrase.head, phrase.head + 1)
                .of(self.setting.text);
            self.memory.learn(fold(last), referent.who);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Memory, MentionFinder, Mentions, Names, Setting, Spellings, Who};
    use crate::Pack;
    use crate::clause::{PhraseId, View};
    use crate::segment::Segmenter;
    use crate::token::{Lexicon, tokens_into};

    const PACK: &str = r#"
        [[actor]]
        id = "hamas"
        name = "Hamas"
        kind = "movement"
        people = ["Khaled Meshaal"]
        [[actor]]
        id = "iran"
        name = "Iran"
        kind = "state"
        demonyms = ["Iranian"]
        seats = ["Tehran"]
        [[actor]]
        id = "iraq"
        name = "Iraq"
        kind = "state"
    "#;

    /// The noun phrases of a text that mean somebody, each with who it is.
    fn mentions(text: &str) -> Vec<(String, String)> {
        let pack = Pack::from_toml("test.toml", PACK).unwrap_or_else(|error| panic!("{error}"));
        let mut lexicon = Lexicon::learner();
        let names = Names::new(pack.rules(), &mut lexicon);
        let spellings = Spellings::new(pack.rules());
        let finder = MentionFinder::new(pack.rules(), names, spellings);
        let mut memory = Memory::default();
        let mut found = Vec::new();
        for sentence in Segmenter::new().sentences(text) {
            let (mut view, mut mentions) = (View::default(), Mentions::default());
            tokens_into(
                &lexicon,
                sentence.text,
                sentence.span.start(),
                &mut view.tokens,
            );
            view.read(&lexicon, text);
            let setting = Setting { text, date: None };
            finder.sentence(setting, &view, &mut memory, &mut mentions);
            for id in (0..view.phrases.len()).map(PhraseId::new) {
                let words = view.phrase_span(id).of(text).to_owned();
                let who = match mentions.referent(id).map(|referent| referent.who) {
                    Some(Who::Actor(actor)) => pack.rules().actors[actor].id.to_string(),
                    Some(Who::Other) => "other".to_owned(),
                    Some(Who::Speaker) => "speaker".to_owned(),
                    None => continue,
                };
                found.push((words, who));
            }
        }
        found
    }

    /// Who the first noun phrase of these words is; empty where it means nobody.
    fn who(text: &str, words: &str) -> String {
        let found = mentions(text)
            .into_iter()
            .find(|(phrase, _)| phrase == words);
        found.map(|(_, who)| who).unwrap_or_default()
    }

    #[test]
    fn names_people_and_seats_that_act_are_their_actor() {
        assert_eq!(who("Hamas left.", "Hamas"), "hamas");
        assert_eq!(who("Khaled Meshaal left.", "Khaled Meshaal"), "hamas");
        assert_eq!(who("Tehran invited them.", "Tehran"), "iran");
        assert_eq!(who("Iranian officials left.", "Iranian officials"), "iran");
    }

    #[test]
    fn a_last_name_is_met_after_the_full_one() {
        assert_eq!(
            who("Khaled Meshaal left. Meshaal sang.", "Meshaal"),
            "hamas"
        );
        assert_eq!(who("Meshaal sang.", "Meshaal"), "");
    }

    #[test]
    fn another_spelling_is_met_and_another_state_is_not() {
        assert_eq!(who("Khaled Mashal left.", "Khaled Mashal"), "hamas");
        assert_eq!(who("Iraq left.", "Iraq"), "iraq");
        assert_eq!(who("Iran left.", "Iran"), "iran");
        assert_eq!(who("Irak left.", "Irak"), "");
    }

    #[test]
    fn descriptions_mean_the_last_actor_of_their_kind() {
        assert_eq!(
            who("Hamas spoke to Iran. The movement left.", "The movement"),
            "hamas"
        );
        assert_eq!(who("The movement left.", "The movement"), "other");
    }

    #[test]
    fn pronouns_mean_the_nearest_fitting_actor() {
        assert_eq!(who("Iran spoke. It left.", "It"), "iran");
        assert_eq!(who("It rained.", "It"), "");
        assert_eq!(who("We left.", "We"), "speaker");
    }
}
