//! What a question asks for, by the word that it begins with.

use super::words::Item;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Question {
    Reason,
    Place,
    Time,
    Person,
    /// *Which*, *what*: also a way, a place, a time ("what is the best way to …").
    Thing,
    /// *How*, or yes or no.
    Way,
}

/// Whether both ask, and for different things.
pub(super) fn differ(left: &[Item], right: &[Item]) -> bool {
    match (asked(left), asked(right)) {
        (Some(Question::Thing), Some(other)) | (Some(other), Some(Question::Thing)) => {
            matches!(other, Question::Reason | Question::Person)
        }
        (Some(one), Some(other)) => one != other,
        _ => false,
    }
}

fn asked(items: &[Item]) -> Option<Question> {
    const POLAR: [&str; 12] = [
        "is", "are", "was", "were", "do", "does", "did", "can", "could", "should", "will", "would",
    ];
    let first = items.first()?.form.as_str();
    match first {
        "why" => Some(Question::Reason),
        "where" => Some(Question::Place),
        "when" => Some(Question::Time),
        "who" | "whose" | "whom" => Some(Question::Person),
        "what" | "which" => Some(Question::Thing),
        "how" => Some(Question::Way),
        _ => POLAR.contains(&first).then_some(Question::Way),
    }
}

#[cfg(test)]
mod tests {
    use super::differ;
    use crate::compare::wording::Worded;

    #[test]
    fn questions_ask_for_a_reason_a_place_a_way() {
        let differ = |left, right| differ(&Worded::read(left).items, &Worded::read(right).items);
        assert!(differ("Why is my bread dry?", "Which bread is dry?"));
        assert!(differ("Where can I learn Greek?", "How can I learn Greek?"));
        assert!(!differ(
            "How can I learn Greek?",
            "What is the best way to learn Greek?"
        ));
        assert!(!differ("Can I freeze rice?", "Is it safe to freeze rice?"));
        assert!(!differ("Why is my bread dry?", "My bread is dry."));
    }
}
