//! What is denied in sentences, by the lemmas of the words.

use crate::compare::wording::Worded;

fn denied(text: &str) -> Vec<String> {
    let worded = Worded::read(text);
    let denied = worded.items.iter().filter(|item| item.negated);
    denied.map(|item| item.lemma.clone().into_owned()).collect()
}

#[test]
fn a_negation_denies_its_focus() {
    assert_eq!(denied("The council did not approve the plan."), ["approve"]);
    assert_eq!(denied("The bridge isn't safe."), ["safe"]);
    assert_eq!(denied("There is no man playing a guitar."), ["man", "play"]);
    assert_eq!(denied("Nobody attended the hearing."), ["attend"]);
    assert_eq!(denied("They left without a deal."), ["deal"]);
    assert_eq!(denied("The council approved the plan."), [""; 0]);
    assert_eq!(
        denied("Not a single member voted for it."),
        denied("No member voted for it.")
    );
    assert_eq!(denied("The dam no longer supplies it."), ["supply"]);
}

#[test]
fn refusing_denies_what_completes_it_and_two_denials_cancel() {
    assert_eq!(denied("The council refused to sign the deal."), ["sign"]);
    assert_eq!(
        denied("The council did not refuse to sign the deal."),
        ["refuse"]
    );
    assert_eq!(
        denied("Parliament voted 90 to 80 against lifting the ban."),
        ["lift"]
    );
    assert_eq!(denied("It was not only the mayor who came."), [""; 0]);
}

#[test]
fn a_known_thing_is_there_and_a_rank_is_denied_alone() {
    assert_eq!(denied("The cook did not take the pan off."), ["take"]);
    assert_eq!(
        denied("They left without reaching a deal."),
        ["reach", "deal"]
    );
    assert_eq!(denied("It was not Anna Holm's first novel."), ["first"]);
    assert_eq!(
        denied("The firm has never built a ship as long as this."),
        [""; 0]
    );
    assert_eq!(denied("The firm has never built a ship."), ["build"]);
}

#[test]
fn some_words_take_a_negation_back() {
    for text in [
        "It was not only the mayor who came.",
        "The council not just met in June.",
        "There was no doubt about the plan.",
        "The bill was not signed until 2004.",
        "There were no fewer than ten ships.",
    ] {
        assert_eq!(denied(text), [""; 0], "{text}");
    }
    assert_eq!(denied("The bill was not signed in 2004."), ["sign"]);
    assert_eq!(denied("No ship left the port."), ["ship", "leave"]);
    // Behind six words *until* says of something else how long it lasts.
    assert_eq!(
        denied("They did not sign the bill on trade in coal, and waited until 2004."),
        ["sign"]
    );
}

#[test]
fn few_and_hardly_deny_and_a_few_does_not() {
    assert_eq!(denied("Few members came."), ["member", "come"]);
    assert_eq!(denied("A few members came."), [""; 0]);
    assert_eq!(denied("The first few members came."), [""; 0]);
    assert_eq!(denied("The bridge is hardly safe."), ["safe"]);
    assert_eq!(denied("The firm rarely pays."), ["pay"]);
}

#[test]
fn whoever_is_against_something_does_it_so_that_it_will_not_be() {
    assert_eq!(denied("The mayor is against closing the port."), ["close"]);
    assert_eq!(denied("The mayor is not against closing it."), ["against"]);
    assert_eq!(denied("Members spoke against the closure."), ["closure"]);
    assert_eq!(denied("Workers protested against the arrests."), [""; 0]);
    assert_eq!(
        denied("Workers protested against plans to leave."),
        ["plan", "leave"]
    );
    assert_eq!(denied("Closing the port is against the law."), [""; 0]);
    assert_eq!(denied("They played against the navy."), [""; 0]);
    assert_eq!(denied("The wall protects it against floods."), ["flood"]);
    assert_eq!(denied("The wall shields the port from floods."), ["flood"]);
    assert_eq!(denied("The ship came from the port."), [""; 0]);
}

#[test]
fn what_is_left_out_or_too_much_is_denied() {
    assert_eq!(denied("All came except Norway."), ["norway"]);
    assert_eq!(denied("They drank tea instead of coffee."), ["coffee"]);
    assert_eq!(denied("The firm has yet to pay."), ["pay"]);
    assert_eq!(denied("The box is too heavy to lift."), ["lift"]);
    assert_eq!(denied("It was too late for them to catch it."), ["catch"]);
    assert_eq!(denied("The box is not too heavy to lift."), ["too"]);
    assert_eq!(denied("The box is too heavy."), [""; 0]);
    assert_eq!(denied("It is the second tallest tower."), ["tall"]);
    assert_eq!(denied("It is the second most common tree."), ["common"]);
    assert_eq!(denied("It is the second tower."), [""; 0]);
}

#[test]
fn a_denied_noun_takes_the_verb_of_its_clause_with_it() {
    assert_eq!(denied("The minister said no one had died."), ["die"]);
    assert_eq!(denied("The party has no majority."), ["majority"]);
    assert_eq!(denied("The party has nothing."), ["have"]);
    assert_eq!(denied("No talks were held in Oslo."), ["talk", "hold"]);
    assert_eq!(denied("There is not a single boat."), ["boat"]);
    assert_eq!(denied("None of the windows was intact."), ["intact"]);
    assert_eq!(denied("None of them were hurt."), ["hurt"]);
    assert_eq!(denied("Nobody is with the hiker."), [""; 0]);
}

#[test]
fn a_light_verb_is_denied_with_what_it_does() {
    assert_eq!(
        denied("The sides did not reach an agreement."),
        ["reach", "agreement"]
    );
    assert_eq!(denied("The sides did not visit a port."), ["visit"]);
    assert_eq!(denied("Talks did not take place."), ["talk", "take"]);
    assert_eq!(denied("The cook did not take a pan."), ["take", "pan"]);
    assert_eq!(denied("The cook did not take her pan off."), ["take"]);
    assert_eq!(denied("The cook did not make the pan."), ["make", "pan"]);
}

#[test]
fn a_denied_place_state_or_rank_is_denied() {
    assert_eq!(
        denied("The bus is not inside the station."),
        ["inside", "station"]
    );
    assert_eq!(denied("The man was found not guilty."), ["guilty"]);
    assert_eq!(denied("It is not the mayor's last term."), ["last"]);
    assert_eq!(denied("It is not the mayor's term."), ["mayor"]);
}
