//! Names of actors, positions and rules, as newtypes.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// The text of an id, which is part of the program where the pack is.
#[derive(Clone)]
enum IdText {
    Shipped(&'static str),
    Own(Arc<str>),
}

impl Deref for IdText {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Shipped(text) => text,
            Self::Own(text) => text,
        }
    }
}

impl PartialEq for IdText {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for IdText {}

impl PartialOrd for IdText {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for IdText {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl Hash for IdText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl Serialize for IdText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
        #[serde(transparent)]
        pub struct $name(#[cfg_attr(feature = "schema", schemars(with = "String"))] IdText);

        impl $name {
            /// An id from its text.
            #[must_use]
            pub fn new(text: &str) -> Self {
                Self(IdText::Own(Arc::from(text)))
            }

            /// An id from a text of the program.
            #[allow(dead_code, reason = "not every kind of id is in an image")]
            pub(super) fn shipped(text: &'static str) -> Self {
                Self(IdText::Shipped(text))
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
        Self::shipped(Self::AUTHOR)
    }

    /// Nobody in particular. Two claims by `other` have no actor in common.
    #[must_use]
    pub fn other() -> Self {
        Self::shipped(Self::OTHER)
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
