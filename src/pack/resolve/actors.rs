//! Actors with all their names, sorted, each once.

use std::borrow::Cow;

use crate::pack::id::ActorId;
use crate::pack::names::without_article;
use crate::pack::rules::{Actor, Called, Kind, Name, Person};
use crate::pack::schema::{ActorEntry, NameEntry, PersonEntry, Word};

use super::owned;

pub(super) fn actor(entry: &ActorEntry) -> Actor {
    Actor {
        id: ActorId::new(&entry.id.text),
        name: entry.name.as_ref().map(owned).unwrap_or_default(),
        kind: entry.kind.unwrap_or(Kind::Organisation),
    }
}

pub(super) fn called(entry: &ActorEntry) -> Called {
    let name = entry.name.as_ref().map(|name| &*name.text);
    let mut names = names(&entry.names);
    let short = without_article(name.unwrap_or_default());
    // A name that `names` has with its conditions counts with them only.
    if !short.is_empty() && !names.iter().any(|name| name.text == short) {
        names.push(plain(short));
        names.sort();
    }
    let mut people: Vec<_> = entry.people.iter().map(person).collect();
    people.sort();
    people.dedup();
    let descriptions = entry.descriptions.iter();
    let mut descriptions: Vec<_> = descriptions
        .map(|entry| name_as(entry, &entry.text.text))
        .collect();
    descriptions.sort();
    descriptions.dedup();
    Called {
        names,
        demonyms: self::names(&entry.demonyms),
        seats: self::names(&entry.seats),
        people,
        descriptions,
    }
}

fn person(entry: &PersonEntry) -> Person {
    Person {
        name: owned(&entry.name),
        from: entry.from,
        to: entry.to,
        office: entry.office.as_ref().map(owned),
    }
}

fn names(entries: &[NameEntry]) -> Vec<Name> {
    let mut names: Vec<_> = entries
        .iter()
        .map(|entry| name_as(entry, without_article(&entry.text.text)))
        .collect();
    names.sort();
    names.dedup();
    names
}

fn name_as(entry: &NameEntry, text: &str) -> Name {
    let sorted = |words: &[Word]| {
        let mut texts: Vec<_> = words.iter().map(owned).collect();
        texts.sort();
        texts.dedup();
        texts
    };
    Name {
        text: Cow::Owned(text.to_owned()),
        only_with: sorted(&entry.only_with),
        not_with: sorted(&entry.not_with),
    }
}

fn plain(text: &str) -> Name {
    Name {
        text: Cow::Owned(text.to_owned()),
        only_with: Vec::new(),
        not_with: Vec::new(),
    }
}
