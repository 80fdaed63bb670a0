//! Phrases: noun phrases, verb groups and what stands between them, from one pass over the tags.

use super::tag::{Candidate, Tag};
use super::words::is_judging_verb;
use super::{Phrase, PhraseId, PhraseKind, Verb};
use crate::date::{is_month, is_weekday};
use crate::token::{Lexicon, Readings, Shape, TokenKind};

/// How many phrases behind a verb that judges its verdict is looked for, and how many words long that is.
const JUDGED: usize = 8;

/// Cuts a tagged sentence into phrases.
pub(crate) fn phrases_into(
    lexicon: &Lexicon,
    words: &[Candidate],
    tags: &[Tag],
    out: &mut Vec<Phrase>,
) {
    out.clear();
    out.reserve(tags.len());
    let mut chunker = Chunker {
        lexicon,
        words,
        tags,
        out,
        at: 0,
    };
    while chunker.at < tags.len() {
        chunker.step();
    }
}

struct Chunker<'a> {
    lexicon: &'a Lexicon,
    words: &'a [Candidate],
    tags: &'a [Tag],
    out: &'a mut Vec<Phrase>,
    at: usize,
}

impl Chunker<'_> {
    fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Mark)
    }

    fn has(&self, at: usize, readings: Readings) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| word.word.readings.any(readings))
    }

    fn text(&self, at: usize) -> &str {
        self.words
            .get(at)
            .map_or("", |word| self.lexicon.text(word.token.word))
    }

    fn step(&mut self) {
        let start = self.at;
        match self.tag(start) {
            Tag::Modal
            | Tag::Be
            | Tag::Have
            | Tag::Do
            | Tag::Base
            | Tag::Third
            | Tag::Past
            | Tag::Participle
            | Tag::Ing
            | Tag::To => {
                if !self.verb_group(start) {
                    self.single(PhraseKind::Other);
                }
            }
            Tag::Negation | Tag::Adverb if self.group_follows(start) => {
                self.verb_group(start);
            }
            Tag::Negation | Tag::Adverb if self.adjective_follows(start) => {
                self.noun_or_adjective(start)
            }
            Tag::Negation | Tag::Adverb => self.single(PhraseKind::Adverb),
            Tag::Preposition => self.single(PhraseKind::Preposition),
            Tag::Coordinator => self.single(PhraseKind::Coordinator),
            Tag::Subordinator => self.single(PhraseKind::Subordinator),
            Tag::That => self.single(PhraseKind::That),
            Tag::Wh => self.single(PhraseKind::Wh),
            Tag::Mark if self.is_currency(start) => self.noun_or_adjective(start),
            Tag::Mark => {
                let kind = self
                    .words
                    .get(start)
                    .map_or(TokenKind::Mark, |word| word.token.kind);
                self.single(PhraseKind::Mark(kind));
            }
            Tag::Owner => self.single(PhraseKind::Other),
            _ => self.noun_or_adjective(start),
        }
    }

    fn single(&mut self, kind: PhraseKind) {
        self.push(kind, self.at, self.at + 1, self.at);
    }

    fn push(&mut self, kind: PhraseKind, start: usize, end: usize, head: usize) {
        self.out.push(Phrase::new(kind, start, end, head));
        self.at = end;
    }

    /// Whether adverbs from `start` lead to a verb group without a noun between ("never considered").
    fn group_follows(&self, start: usize) -> bool {
        let mut at = start;
        while matches!(self.tag(at), Tag::Adverb | Tag::Negation) && at < start + 3 {
            at += 1;
        }
        matches!(
            self.tag(at),
            Tag::Modal
                | Tag::Be
                | Tag::Have
                | Tag::Do
                | Tag::Base
                | Tag::Third
                | Tag::Past
                | Tag::Participle
                | Tag::Ing
                | Tag::To
        )
    }

    fn adjective_follows(&self, start: usize) -> bool {
        matches!(self.tag(start + 1), Tag::Adjective | Tag::Number)
    }

    /// Auxiliaries, adverbs and the main verb.
    fn verb_group(&mut self, start: usize) -> bool {
        let mut verb = Verb::default();
        let mut at = start;
        let mut main = None;
        let mut auxiliary = None;
        loop {
            match self.tag(at) {
                Tag::Negation => verb.negated |= true,
                Tag::Adverb => {}
                Tag::Mark if self.inner_adverbial(at) => {
                    at += 2;
                }
                Tag::To if main.is_none() && auxiliary.is_none() => verb.infinitive = true,
                Tag::To if main.is_none() && self.is_ought(verb.modal) => {}
                // "to “vote your conscience”"
                Tag::Mark
                    if at == start + 1
                        && verb.infinitive
                        && self.is_quote_open(at)
                        && self.tag(at + 1) == Tag::Base => {}
                Tag::Modal if main.is_none() => {
                    verb.modal = Some(at);
                    verb.finite = true;
                    verb.negated |= self.has(at, Readings::NEGATIVE);
                    auxiliary = Some(at);
                }
                Tag::Be | Tag::Have | Tag::Do if main.is_none() => {
                    self.auxiliary(&mut verb, at, auxiliary.is_some());
                    auxiliary = Some(at);
                }
                tag @ (Tag::Base | Tag::Third | Tag::Past | Tag::Participle | Tag::Ing)
                    if main.is_none() =>
                {
                    let after = auxiliary.map(|at| self.tag(at));
                    if !self.main_fits(tag, after, verb.infinitive) {
                        break;
                    }
                    self.main(&mut verb, tag, after);
                    main = Some(at);
                }
                _ => break,
            }
            at += 1;
        }
        let mut end = at;
        while end > start + 1
            && matches!(self.tag(end - 1), Tag::Adverb | Tag::Negation)
            && main.is_none_or(|main| end - 1 > main)
        {
            end -= 1;
        }
        // "to do it again": *do* itself is the verb.
        if main.is_none() && verb.infinitive && auxiliary.is_some_and(|at| self.tag(at) == Tag::Do)
        {
            main = auxiliary;
        }
        let Some(head) = main.or(auxiliary) else {
            return false;
        };
        // An adverb between an auxiliary and what is no verb stays outside: "is | not | a country".
        if let Some(outside) = (end..at).rfind(|at| self.tag(*at) == Tag::Negation) {
            verb.negated = true;
            end = outside + 1;
        }
        verb.only_auxiliary = main.is_none();
        if self.tag(start) == Tag::Base && self.follows_help() {
            verb.infinitive = true;
            verb.finite = false;
        }
        let mut phrase = Phrase::new(PhraseKind::Verb, start, end, head);
        phrase.verb = verb;
        self.out.push(phrase);
        self.at = end;
        true
    }

    /// "ought | to mediate": the one modal that takes *to*.
    fn is_ought(&self, modal: Option<usize>) -> bool {
        modal.is_some_and(|at| self.text(at) == "ought")
    }

    fn is_quote_open(&self, at: usize) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| word.token.kind == TokenKind::QuoteOpen)
    }

    /// "helped | settle the dispute": an infinitive without *to*.
    fn follows_help(&self) -> bool {
        self.out.last().is_some_and(|before| {
            before.kind == PhraseKind::Verb
                && self
                    .words
                    .get(before.head)
                    .is_some_and(|word| self.lexicon.text(word.word.verb) == "help")
        })
    }

    /// ", however," or ", in turn," inside a verb group is too rare to know; one adverb between commas is not.
    fn inner_adverbial(&self, at: usize) -> bool {
        let comma = |at: usize| {
            self.words
                .get(at)
                .is_some_and(|word| word.token.kind == TokenKind::Comma)
        };
        comma(at)
            && self.tag(at + 1) == Tag::Adverb
            && comma(at + 2)
            && at > 0
            && matches!(
                self.tag(at - 1),
                Tag::Modal | Tag::Have | Tag::Be | Tag::Do | Tag::Negation
            )
            && matches!(self.tag(at + 3), Tag::Base | Tag::Participle | Tag::Ing)
    }

    fn auxiliary(&self, verb: &mut Verb, at: usize, after_other: bool) {
        let text = self.text(at);
        match text {
            "being" | "having" => verb.ing = !verb.finite,
            "been" => verb.perfect = true,
            "be" if !verb.infinitive && !after_other => {}
            "be" | "have" | "do" if verb.infinitive || after_other => {}
            _ => verb.finite = true,
        }
        if self.tag(at) == Tag::Have {
            verb.perfect = true;
        }
        verb.past |= matches!(text, "was" | "were" | "had" | "did");
    }

    fn main_fits(&self, tag: Tag, auxiliary: Option<Tag>, infinitive: bool) -> bool {
        match (tag, auxiliary) {
            (Tag::Base, Some(Tag::Modal | Tag::Do)) => true,
            (Tag::Base, None) => true,
            (Tag::Participle, Some(Tag::Be | Tag::Have)) => true,
            (Tag::Ing, Some(Tag::Be)) => true,
            (Tag::Third | Tag::Past | Tag::Participle | Tag::Ing, None) => !infinitive,
            _ => false,
        }
    }

    fn main(&self, verb: &mut Verb, tag: Tag, auxiliary: Option<Tag>) {
        match (tag, auxiliary) {
            (Tag::Participle, Some(Tag::Be)) => verb.passive = true,
            (Tag::Participle, None) => {
                verb.passive = true;
                verb.participle = true;
            }
            (Tag::Ing, None) => verb.ing = true,
            (Tag::Base, None) if !verb.infinitive => verb.finite = true,
            (Tag::Third, None) => verb.finite = true,
            (Tag::Past, None) => {
                verb.finite = true;
                verb.past = true;
            }
            _ => {}
        }
    }

    /// A noun phrase, or an adjective phrase where no noun comes.
    fn noun_or_adjective(&mut self, start: usize) {
        if self.opens_adverbially(start) {
            return self.single(PhraseKind::Adverb);
        }
        let judged = self.judged();
        let mut at = start;
        let mut head = None;
        let mut adjective = None;
        loop {
            let tag = self.tag(at);
            match tag {
                Tag::Pronoun => {
                    if at == start || (at == start + 1 && self.text(start) == "no") {
                        return self.push(PhraseKind::Noun, start, at + 1, at);
                    }
                    break;
                }
                Tag::Determiner | Tag::Possessive => {
                    let predeterminer = at == start
                        || (at == start + 1
                            && matches!(
                                self.tag(start),
                                Tag::Determiner | Tag::Number | Tag::Adverb
                            ));
                    if !predeterminer || head.is_some() {
                        break;
                    }
                }
                // "unclear | Tuesday night"
                Tag::Proper
                    if head.is_none() && adjective.is_some() && is_weekday(self.text(at)) =>
                {
                    break;
                }
                Tag::Noun | Tag::Plural | Tag::Proper => {
                    if head.is_some()
                        && (self.breaks_before(at)
                            || (judged && self.is_verdict(start, at))
                            || (judged && self.names_the_listed(start, at)))
                    {
                        break;
                    }
                    head = Some(at);
                }
                Tag::Number => {
                    // "gave the ambassador | two days"
                    let term = self.has(at + 1, Readings::MEASURE);
                    if head.is_some_and(|head| {
                        self.tag(at - 1) == Tag::Plural || (term && self.tag(head) != Tag::Number)
                    }) {
                        break;
                    }
                    head = Some(at);
                }
                Tag::Adjective => {
                    if head.is_some_and(|head| self.tag(head) != Tag::Number)
                        && !self.joined(at)
                        && !self.noun_after(at)
                    {
                        break;
                    }
                    // "declared the accord of 1999 | null and void", "called the vote in the north | illegal"
                    let closed =
                        head.is_some() || adjective.is_some() && self.tag(start) == Tag::Determiner;
                    if judged && closed && !self.noun_after(at) {
                        break;
                    }
                    if judged && head.is_some() && self.names_the_listed(start, at) {
                        break;
                    }
                    // "visit Taiwan | next month"
                    if head.is_some() && matches!(self.text(at), "next" | "last") {
                        break;
                    }
                    adjective = Some(at);
                }
                Tag::Adverb | Tag::Negation if self.adjective_follows(at) && head.is_none() => {}
                Tag::Coordinator if self.joins_adjectives(at) => {}
                Tag::Mark if self.inner_mark(at) => {}
                _ => break,
            }
            at += 1;
        }
        match (head, adjective) {
            (Some(head), Some(adjective)) if adjective > head => {
                self.push(PhraseKind::Adjective, start, at, adjective)
            }
            (Some(head), _) => self.push(PhraseKind::Noun, start, at, head),
            (None, Some(adjective)) => {
                let nominal = matches!(self.tag(start), Tag::Determiner | Tag::Possessive);
                let kind = if nominal {
                    PhraseKind::Noun
                } else {
                    PhraseKind::Adjective
                };
                self.push(kind, start, at, adjective);
            }
            (None, None) => self.push(
                PhraseKind::Noun,
                start,
                at.max(start + 1),
                at.max(start + 1) - 1,
            ),
        }
    }

    fn joined(&self, at: usize) -> bool {
        self.words
            .get(at)
            .is_some_and(|word| word.token.shape.has(Shape::JOINED))
    }

    fn noun_after(&self, at: usize) -> bool {
        self.tag(at + 1).is_noun()
            || (self.tag(at + 1) == Tag::Adjective && self.tag(at + 2).is_noun())
    }

    /// "Second, …" and "Short of that, …" at the start of a sentence.
    fn opens_adverbially(&self, start: usize) -> bool {
        let comma = self
            .words
            .get(start + 1)
            .is_some_and(|word| word.token.kind == TokenKind::Comma);
        let opens = start == 0 || self.tag(start - 1) == Tag::Mark;
        match self.text(start) {
            "first" | "second" | "third" | "fourth" | "fifth" | "last" => opens && comma,
            "short" => opens && self.text(start + 1) == "of",
            _ => false,
        }
    }

    /// Whether the verb before judges its object: "considered the movement | terrorist", "called the ballot in the north | illegal".
    fn judged(&self) -> bool {
        let inside = |phrase: &&Phrase| {
            matches!(
                phrase.kind,
                PhraseKind::Noun
                    | PhraseKind::Preposition
                    | PhraseKind::Coordinator
                    | PhraseKind::Mark(TokenKind::Comma)
            )
        };
        let mut behind = self.out.iter().rev().take(JUDGED);
        behind.find(|phrase| !inside(phrase)).is_some_and(|verb| {
            let lemma = self
                .words
                .get(verb.head)
                .map_or("", |word| self.lexicon.text(word.word.verb));
            verb.kind == PhraseKind::Verb && is_judging_verb(lemma)
        })
    }

    /// The last word of a noun phrase that is an adjective as well, behind a noun that has its article or is a name.
    fn is_verdict(&self, start: usize, at: usize) -> bool {
        let closed = matches!(
            self.tag(start),
            Tag::Determiner | Tag::Possessive | Tag::Proper
        );
        let last = !matches!(
            self.tag(at + 1),
            Tag::Noun | Tag::Plural | Tag::Proper | Tag::Adjective | Tag::Owner | Tag::Preposition
        );
        closed
            && last
            && self.tag(at) != Tag::Proper
            && self.has(at, Readings::ADJECTIVE)
            && self.tag(at - 1).is_noun()
    }

    /// "makes Russia and Iran | guarantors", "declared the M23 and Hamas | terrorist groups": what several are made or called, behind the last name.
    fn names_the_listed(&self, start: usize, at: usize) -> bool {
        let name = (start..at).all(|at| self.tag(at) == Tag::Proper)
            && !is_people_adjective(self.text(at - 1));
        let listed = self
            .out
            .last()
            .is_some_and(|before| before.kind == PhraseKind::Coordinator);
        let last = (at..at + JUDGED)
            .take_while(|at| matches!(self.tag(*at), Tag::Noun | Tag::Plural | Tag::Adjective))
            .last();
        listed
            && name
            && self.tag(at) != Tag::Proper
            && last.is_some_and(|last| self.tag(last) == Tag::Plural)
    }

    /// "$5", "£90m", "#4": a mark written to the number after it.
    fn is_currency(&self, at: usize) -> bool {
        let token = |at: usize| self.words.get(at).map(|word| word.token);
        token(at).zip(token(at + 1)).is_some_and(|(mark, number)| {
            mark.kind == TokenKind::Mark
                && number.kind == TokenKind::Number
                && mark.span.end() == number.span.start()
        })
    }

    /// "5%": a mark written to the number before it.
    fn is_unit(&self, at: usize) -> bool {
        let token = |at: usize| self.words.get(at).map(|word| word.token);
        at > 0
            && token(at - 1).zip(token(at)).is_some_and(|(number, mark)| {
                mark.kind == TokenKind::Mark
                    && number.kind == TokenKind::Number
                    && mark.span.start() == number.span.end()
            })
    }

    /// The stop of "Mr." and "Gov.", inside a name.
    fn is_title_stop(&self, at: usize) -> bool {
        let token = |at: usize| self.words.get(at).map(|word| word.token);
        let (Some(before), Some(stop), Some(after)) =
            (at.checked_sub(1).and_then(token), token(at), token(at + 1))
        else {
            return false;
        };
        super::tag::is_abbreviation_stop(&[before, stop, after], 1)
            && after.kind != TokenKind::Comma
    }

    /// Days and months begin a phrase of their own: "told reporters | Tuesday".
    fn breaks_before(&self, at: usize) -> bool {
        // "arrived in Moscow | weeks after"
        if at > 0
            && self.has(at, Readings::MEASURE)
            && self.tag(at) == Tag::Plural
            && self.tag(at - 1) == Tag::Proper
        {
            return true;
        }
        // "In 2020 | Bahrain": a year after a preposition ends its phrase.
        let year = |at: usize| {
            self.words.get(at).is_some_and(|word| {
                word.token.kind == TokenKind::Number && word.token.span.len() == 4
            })
        };
        if at > 1
            && self.tag(at) == Tag::Proper
            && year(at - 1)
            && self.tag(at - 2) == Tag::Preposition
        {
            return true;
        }
        if self.contact_subject(at) || self.dated_subject(at) || self.placed_subject(at) {
            return true;
        }
        is_weekday(self.text(at))
            && self.tag(at) == Tag::Proper
            && !is_day_or_month(self.text(at.saturating_sub(1)))
    }

    /// "In The Hague | Kofi Annan warned", "From Kyiv | Zelensky said": behind the place that opens a sentence the verb's subject, its last two
    /// names, or one of two.
    fn placed_subject(&self, at: usize) -> bool {
        let mut first = at;
        while first > 0 && self.tag(first - 1) == Tag::Proper {
            first -= 1;
        }
        if first < at && self.tag(first.wrapping_sub(1)) == Tag::Determiner {
            first -= 1;
        }
        let opens = first == 1 && self.tag(0) == Tag::Preposition;
        if !opens || first == at || self.tag(at) != Tag::Proper {
            return false;
        }
        let mut after = at + 1;
        while self.tag(after) == Tag::Proper && after < at + 5 {
            after += 1;
        }
        let names = after - first;
        let subject = if names > 2 { 2 } else { 1 };
        names > 1 && after - at == subject && self.tag(after).is_finite()
    }

    /// "On Monday | Putin", "in May | Bahrain", "on 5 June | Oman": a name right after the day or month that a preposition governs.
    fn dated_subject(&self, at: usize) -> bool {
        let Some(day) = at.checked_sub(1).map(|before| self.text(before)) else {
            return false;
        };
        // "on Tuesday evening | Israel's cabinet"
        let part_of_day = matches!(day, "morning" | "evening" | "afternoon" | "night" | "noon");
        if part_of_day && at > 1 && is_weekday(self.text(at - 2)) && self.tag(at) == Tag::Proper {
            return true;
        }
        let dated = at > 1
            && (self.tag(at - 2) == Tag::Preposition
                || (self.tag(at - 2) == Tag::Number && !is_weekday(day)));
        dated
            && self.tag(at) == Tag::Proper
            && self.tag(at - 1) == Tag::Proper
            && is_day_or_month(day)
            && !is_day_or_month(self.text(at))
    }

    /// "the part | Egypt had played": a name after a plain noun is a subject of its own when a verb follows; after a noun
    /// for a person or a body it belongs to that ("the movement Hamas said").
    fn contact_subject(&self, at: usize) -> bool {
        if self.tag(at) != Tag::Proper
            || at == 0
            || !matches!(self.tag(at - 1), Tag::Noun | Tag::Plural)
            || self.has(at - 1, Readings::HUMAN | Readings::GROUP)
        {
            return false;
        }
        let mut after = at + 1;
        while self.tag(after) == Tag::Proper && after < at + 5 {
            after += 1;
        }
        self.tag(after).is_finite()
    }

    /// "political and economic sanctions", "strong and lasting ties".
    fn joins_adjectives(&self, at: usize) -> bool {
        let adjective_before = at > 0 && matches!(self.tag(at - 1), Tag::Adjective);
        adjective_before
            && self.tag(at + 1) == Tag::Adjective
            && (self.noun_after(at + 1) || self.tag(at + 2) == Tag::Adjective)
    }

    /// A comma between adjectives, or a quotation mark that opens or closes around words of the phrase.
    fn inner_mark(&self, at: usize) -> bool {
        let kind = self
            .words
            .get(at)
            .map_or(TokenKind::Mark, |word| word.token.kind);
        let before = at.checked_sub(1).map(|at| self.tag(at));
        match kind {
            TokenKind::Mark => self.is_currency(at) || self.is_unit(at),
            TokenKind::Stop => self.is_title_stop(at),
            TokenKind::Comma => {
                before == Some(Tag::Adjective)
                    && self.tag(at + 1) == Tag::Adjective
                    && self.noun_after(at + 1)
            }
            TokenKind::QuoteOpen => {
                matches!(
                    before,
                    Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Owner)
                ) && self.short_quote(at)
            }
            TokenKind::QuoteClose => {
                before.is_some_and(|tag| {
                    matches!(tag, Tag::Adjective | Tag::Noun | Tag::Plural | Tag::Proper)
                }) && self.tag(at + 1).is_noun()
                    && self.quote_inside(at)
            }
            _ => false,
        }
    }

    fn short_quote(&self, open: usize) -> bool {
        (open + 1..open + 5)
            .take_while(|at| {
                matches!(
                    self.tag(*at),
                    Tag::Adjective
                        | Tag::Noun
                        | Tag::Plural
                        | Tag::Proper
                        | Tag::Mark
                        | Tag::Coordinator
                )
            })
            .any(|at| {
                self.words
                    .get(at)
                    .is_some_and(|word| word.token.kind == TokenKind::QuoteClose)
            })
    }

    fn quote_inside(&self, close: usize) -> bool {
        (close.saturating_sub(4)..close).any(|at| {
            self.words
                .get(at)
                .is_some_and(|word| word.token.kind == TokenKind::QuoteOpen)
        })
    }
}

/// A people's adjective by its ending: of "Armenian and Georgian officials" none is a name that the officials are called by.
fn is_people_adjective(word: &str) -> bool {
    let endings = [
        "ian", "ean", "can", "erman", "ghan", "ish", "ese", "nch", "tch", "ic", "i",
    ];
    endings.iter().any(|ending| word.ends_with(ending))
}

fn is_day_or_month(word: &str) -> bool {
    is_weekday(word) || is_month(word)
}

/// The owners of noun phrases and the prepositions that govern them, once all phrases are there.
pub(crate) fn link_phrases(tags: &[Tag], phrases: &mut [Phrase]) {
    let mut preposition: Option<usize> = None;
    let mut owner: Option<PhraseId> = None;
    for index in 0..phrases.len() {
        let Some(phrase) = phrases.get_mut(index) else {
            return;
        };
        match phrase.kind {
            PhraseKind::Noun => {
                if let Some(owner_id) = owner.take() {
                    phrase.owner = Some(owner_id);
                    // The whole "Israel's listing" stands under the preposition of its owner.
                    let inherited = phrases
                        .get(owner_id.index())
                        .and_then(|owner| owner.preposition);
                    if let Some(phrase) = phrases.get_mut(index) {
                        phrase.preposition = inherited;
                    }
                    if let Some(owner) = phrases.get_mut(owner_id.index()) {
                        owner.owns = true;
                    }
                } else if let Some(at) = preposition.take() {
                    phrase.preposition = Some(at);
                }
                preposition = None;
            }
            PhraseKind::Preposition => {
                preposition = Some(phrase.head);
                owner = None;
            }
            PhraseKind::Other if tags.get(phrase.start) == Some(&Tag::Owner) => {
                owner = index
                    .checked_sub(1)
                    .filter(|before| {
                        phrases
                            .get(*before)
                            .is_some_and(|before| before.kind == PhraseKind::Noun)
                    })
                    .map(PhraseId::new);
            }
            PhraseKind::Mark(TokenKind::QuoteOpen | TokenKind::QuoteClose) | PhraseKind::Adverb => {
            }
            _ => {
                preposition = None;
                owner = None;
            }
        }
    }
}
