//! Names of actors, positions and rules, as newtypes.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// An id from its text.
            #[must_use]
            pub fn new(text: &str) -> Self {
                Self(Arc::from(text))
            }

            /// The text of the id.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

id!(
    /// Who holds a stance: an actor of a pack, the writer, or nobody in particular.
    ActorId
);
id!(
    /// What a stance is on.
    PositionId
);
id!(
    /// A cue, operator or attribution cue of a pack.
    RuleId
);

id!(
    /// A list of words of a pack.
    WordListId
);

impl ActorId {
    /// The id of the writer of an article.
    pub const AUTHOR: &'static str = "author";
    /// The id of a holder that is no actor of its own: "some countries", "the international community".
    pub const OTHER: &'static str = "other";

    /// The writer.
    #[must_use]
    pub fn author() -> Self {
        Self::new(Self::AUTHOR)
    }

    /// Nobody in particular. Two claims by `other` have no actor in common.
    #[must_use]
    pub fn other() -> Self {
        Self::new(Self::OTHER)
    }

    /// Whether this is the writer.
    #[must_use]
    pub fn is_author(&self) -> bool {
        self.as_str() == Self::AUTHOR
    }

    /// Whether this is nobody in particular.
    #[must_use]
    pub fn is_other(&self) -> bool {
        self.as_str() == Self::OTHER
    }
}
