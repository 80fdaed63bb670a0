//! Words that a rule names one by one: *of*, *to*, *whether*, *there*.
//!
//! Prepositions, conjunctions and a few adverbs decide by themselves what a phrase does. A rule that names one compares a number that came with the word's
//! look-up. To name another, add it to the list.

/// A form as the name of a rule's word; [`Marker::None`] for any word that no rule names.
macro_rules! markers {
    ($($name:ident)*) => {
        /// A word that a rule names, or none of them.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub(crate) enum Marker {
            /// A word that no rule names.
            #[default]
            None,
            /// The clitic *'s*.
            Clitic,
            $($name),*
        }

        crate::image::variants! {
            Marker: None, Clitic, $($name),*;
        }

        const NAMED: &[(&str, Marker)] = &[("'s", Marker::Clitic), $((stringify!($name), Marker::$name)),*];
    };
}

markers! {
    A About According After Again Against Ago All Although Amid Among An Around As At Back Be Because Been
    Before Being Besides Between Both Bullet But By Dash Dead Despite Did Do Due During Each Earlier Even Far
    First Five Following For Former Forward Found Four From Further Had Half Has Have Having Home If In Is It Just Last Later
    Latter Letter Long Longer Meanwhile More Much Near Neither Next No Nor Not Number Of Off On Once One Only
    Opposed Or Other Otherwise Ought Over Overnight Owing Per Ready Same Scheduled Second Set Short Since Six
    Slated So Than Thanks That The There These Thing Third This Those Though Three Through Thus Till Time To Today Tonight
    Twice Two Under Until Upon Via Was Were What When Where Whereas Whether Which While Who Whom Whose
    With Without Yes Yesterday
}

/// Each marker with its word in lower case. Cost: the size of the list.
pub(super) fn rows() -> impl Iterator<Item = (Marker, String)> {
    NAMED
        .iter()
        .map(|(name, marker)| (*marker, name.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::Lexicon;

    #[test]
    fn each_marker_is_a_word_of_the_lexicon() {
        let lexicon = Lexicon::english();
        let lost: Vec<String> = rows()
            .filter(|(marker, word)| lexicon.word(lexicon.look_up(word)).marker != *marker)
            .map(|(_, word)| word)
            .collect();
        assert_eq!(lost, [""; 0]);
        assert_eq!(lexicon.word(lexicon.look_up("block")).marker, Marker::None);
    }
}
