//! The words that stand for stances, modes, kinds of actors, senses and constructions.

use crate::attribution::Sense;
use crate::pack::rules::{Complement, Kind};
use crate::pack::table::Choice;
use crate::{Mode, Stance};

impl Choice for Stance {
    const OF: &'static str = "stance";
    const ALL: &'static [(&'static str, Self)] = &[
        ("support", Self::Support),
        ("oppose", Self::Oppose),
        ("neutral", Self::Neutral),
    ];
}

impl Choice for Mode {
    const OF: &'static str = "mode";
    const ALL: &'static [(&'static str, Self)] = &[
        ("act", Self::Act),
        ("say", Self::Say),
        ("ask", Self::Ask),
        ("want", Self::Want),
        ("expect", Self::Expect),
    ];
}

impl Choice for Kind {
    const OF: &'static str = "kind of actor";
    const ALL: &'static [(&'static str, Self)] = &[
        ("state", Self::State),
        ("government", Self::Government),
        ("movement", Self::Movement),
        ("party", Self::Party),
        ("organisation", Self::Organisation),
        ("institution", Self::Institution),
        ("court", Self::Court),
        ("company", Self::Company),
    ];
}

impl Choice for Sense {
    const OF: &'static str = "sense";
    const ALL: &'static [(&'static str, Self)] = &[
        ("said", Self::Said),
        ("judged", Self::Judged),
        ("asked", Self::Asked),
        ("wanted", Self::Wanted),
        ("denied", Self::Denied),
        ("promised", Self::Promised),
        ("doubted", Self::Doubted),
    ];
}

impl Choice for Complement {
    const OF: &'static str = "construction";
    const ALL: &'static [(&'static str, Self)] = &[
        ("that", Self::That),
        ("clause", Self::Clause),
        ("whether", Self::Whether),
        ("infinitive", Self::Infinitive),
        ("object-infinitive", Self::ObjectInfinitive),
        ("gerund", Self::Gerund),
        ("object-gerund", Self::ObjectGerund),
        ("preposition-gerund", Self::PrepositionGerund),
        ("predicate", Self::Predicate),
        ("noun", Self::Noun),
        ("preposition-noun", Self::PrepositionNoun),
        ("quotation", Self::Quotation),
    ];
}
