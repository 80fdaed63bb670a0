//! What a comparison comes to over all its articles: counts, ties and exclusive reports, by claims given by hand.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

mod labels;
mod shared;

use labels::{Told, article, comparator};
use parallax::compare::Corpus;
use parallax::{Article, Mode, Stance};

/// What one claim says: its actor, stance, position and targets.
type Held<'a> = (&'a str, Stance, &'a str, &'a [&'a str]);

/// An article that an outlet printed on a date; an empty word is none.
fn printed(outlet: &str, date: &str, claims: &[Held<'_>]) -> Article {
    let told: Vec<Told<'_>> = claims
        .iter()
        .map(|&(actor, stance, position, on)| ("Policy", actor, stance, position, on, Mode::Say))
        .collect();
    let plain = article("a", "Policy stands.", &told);
    let mut document = plain.document().clone();
    if !outlet.is_empty() {
        document = document.with_outlet(outlet);
    }
    if !date.is_empty() {
        document = document.with_date(date.parse().unwrap());
    }
    Article::from_claims(document, plain.claims().cloned().collect())
}

fn corpus(articles: &[Article]) -> Corpus {
    comparator().compare(articles).corpus()
}

const ON_HAMAS: &[&str] = &["hamas"];
const ON_BOTH: &[&str] = &["hamas", "iran"];
const NOBODY: &[&str] = &[];

#[test]
fn articles_without_an_outlet_or_a_month_are_counted_last() {
    let claim: &[Held<'_>] = &[("egypt", Stance::Support, "legitimacy", ON_HAMAS)];
    let corpus = corpus(&[
        printed("", "2024", claim),
        printed("Herald", "2023-05-02", &[]),
        printed("Gazette", "2022-05-30", claim),
        printed("", "", claim),
    ]);
    let outlets: Vec<(Option<&str>, usize)> = corpus
        .outlets
        .iter()
        .map(|count| (count.outlet.as_deref(), count.articles))
        .collect();
    assert_eq!(
        outlets,
        [(Some("Gazette"), 1), (Some("Herald"), 1), (None, 2)]
    );
    let months: Vec<(Option<String>, usize)> = corpus
        .months
        .iter()
        .map(|count| (count.month.map(|month| month.to_string()), count.articles))
        .collect();
    let month = |month: &str| Some(month.to_owned());
    assert_eq!(
        months,
        [(month("2022-05"), 1), (month("2023-05"), 1), (None, 2)]
    );
    assert!(corpus.outlets[1].positions.is_empty());
    assert_eq!(corpus.outlets[2].positions[0].support, 2);
}

/// Actors that meet, and on how many matters they agree and conflict.
fn ties(claims: &[Held<'_>]) -> Vec<(String, usize, usize)> {
    let ties = corpus(&[printed("Herald", "2022", claims)]).ties;
    ties.iter()
        .map(|tie| {
            let both = format!("{} {}", tie.one, tie.other);
            (both, tie.agreements.len(), tie.conflicts.len())
        })
        .collect()
}

#[test]
fn who_takes_no_side_has_no_tie() {
    let meeting = |one, other| {
        ties(&[
            ("egypt", one, "legitimacy", ON_HAMAS),
            ("qatar", other, "legitimacy", ON_HAMAS),
        ])
    };
    let tied = |agree, conflict| [("egypt qatar".to_owned(), agree, conflict)];
    assert_eq!(meeting(Stance::Support, Stance::Support), tied(1, 0));
    assert_eq!(meeting(Stance::Oppose, Stance::Oppose), tied(1, 0));
    assert_eq!(meeting(Stance::Oppose, Stance::Support), tied(0, 1));
    assert_eq!(meeting(Stance::Support, Stance::Oppose), tied(0, 1));
    assert!(meeting(Stance::Neutral, Stance::Neutral).is_empty());
    assert!(meeting(Stance::Neutral, Stance::Support).is_empty());
    assert!(meeting(Stance::Oppose, Stance::Neutral).is_empty());
}

#[test]
fn the_author_and_nobody_in_particular_have_no_ties() {
    for nobody in ["author", "other"] {
        let claims: [Held<'_>; 2] = [
            ("egypt", Stance::Support, "legitimacy", ON_HAMAS),
            (nobody, Stance::Support, "legitimacy", ON_HAMAS),
        ];
        assert!(ties(&claims).is_empty(), "{nobody}");
    }
}

#[test]
fn a_matter_is_one_target_or_none_where_a_position_names_none() {
    let both = |position, on, other| {
        ties(&[
            ("egypt", Stance::Support, position, on),
            ("qatar", Stance::Support, position, other),
        ])
    };
    assert_eq!(both("legitimacy", ON_BOTH, ON_BOTH)[0].1, 2);
    assert_eq!(both("legitimacy", ON_BOTH, ON_HAMAS)[0].1, 1);
    assert_eq!(both("ceasefire", NOBODY, NOBODY)[0].1, 1);
    // Where most name whom it is about, who names nobody meets nobody.
    let mut claims: Vec<Held<'_>> = vec![
        ("egypt", Stance::Support, "legitimacy", NOBODY),
        ("qatar", Stance::Support, "legitimacy", NOBODY),
        ("iran", Stance::Support, "legitimacy", &["hamas"]),
        ("syria", Stance::Support, "legitimacy", &["norway"]),
    ];
    assert_eq!(ties(&claims), [("egypt qatar".to_owned(), 1, 0)]);
    claims.push(("chile", Stance::Support, "legitimacy", &["peru"]));
    assert_eq!(ties(&claims), []);
}

#[test]
fn who_meets_on_most_matters_comes_first() {
    let claims: [Held<'_>; 5] = [
        ("egypt", Stance::Support, "legitimacy", ON_HAMAS),
        ("norway", Stance::Support, "legitimacy", ON_HAMAS),
        ("qatar", Stance::Support, "legitimacy", ON_BOTH),
        ("syria", Stance::Support, "legitimacy", &["iran"]),
        ("syria", Stance::Oppose, "legitimacy", ON_HAMAS),
    ];
    let first: Vec<(String, usize, usize)> = ties(&claims).into_iter().take(2).collect();
    assert_eq!(
        first,
        [
            ("qatar syria".to_owned(), 1, 1),
            ("egypt norway".to_owned(), 1, 0)
        ]
    );
}

/// The outlets of the reports that are theirs alone, with the actors.
fn alone(articles: &[Article]) -> Vec<(String, String)> {
    let comparison = comparator().compare(articles);
    let of = |claim: usize| comparison.claims()[claim].actor.to_string();
    let corpus = comparison.corpus();
    let exclusives = corpus.exclusives.iter();
    exclusives
        .map(|only| (only.outlet.clone(), of(only.claim)))
        .collect()
}

#[test]
fn a_report_is_an_outlets_own_where_no_other_has_it() {
    let egypt: Held<'_> = ("egypt", Stance::Support, "legitimacy", ON_HAMAS);
    let of_both: Held<'_> = ("egypt", Stance::Support, "legitimacy", ON_BOTH);
    let against: Held<'_> = ("egypt", Stance::Oppose, "legitimacy", ON_HAMAS);
    let qatar: Held<'_> = ("qatar", Stance::Support, "legitimacy", ON_HAMAS);
    let found = |gazette: &[Held<'_>], herald: &[Held<'_>]| {
        alone(&[
            printed("Gazette", "2022", gazette),
            printed("Herald", "2022", herald),
        ])
    };
    let own = |outlet: &str, actor: &str| (outlet.to_owned(), actor.to_owned());
    assert_eq!(found(&[egypt, qatar], &[egypt]), [own("Gazette", "qatar")]);
    // One target in common is the same report, another stance is not.
    assert_eq!(found(&[of_both], &[egypt]), []);
    assert_eq!(
        found(&[against], &[egypt]),
        [own("Gazette", "egypt"), own("Herald", "egypt")]
    );
    let nobody: [Held<'_>; 2] = [
        ("author", Stance::Support, "legitimacy", ON_HAMAS),
        ("other", Stance::Support, "legitimacy", ON_HAMAS),
    ];
    assert_eq!(found(&nobody, &[]), []);
}

#[test]
fn nothing_is_exclusive_where_one_outlet_is_named() {
    let egypt: &[Held<'_>] = &[("egypt", Stance::Support, "legitimacy", ON_HAMAS)];
    let qatar: &[Held<'_>] = &[("qatar", Stance::Support, "legitimacy", ON_HAMAS)];
    assert_eq!(
        alone(&[printed("Herald", "2022", egypt), printed("", "2022", qatar)]),
        []
    );
    // An article without an outlet may be another's.
    let three = [
        printed("Herald", "2022", egypt),
        printed("Gazette", "2022", qatar),
        printed("", "2022", egypt),
    ];
    assert_eq!(alone(&three), [("Gazette".to_owned(), "qatar".to_owned())]);
}
