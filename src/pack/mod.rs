//! Rule packs: actors, positions, cues, operators and attribution cues, as data.
//!
//! A pack is TOML that somebody who doesn't program can read and write; `src/pack/builtin/README.md` has every key with
//! an example. Reading goes in three steps, each in files of its own:
//!
//! 1. `read` takes the TOML apart by the keys of `section` into the entries of `schema`. Every value keeps its place.
//! 2. `layer` lays files over one another: the last layer that has an id gives the entry.
//! 3. `resolve` looks ids up and gives `rules`, the form the stages use, sorted by id, so that the order in the files
//!    changes nothing.
//!
//! Beside them stand two more:
//!
//! - `image` keeps what was read from the files that come with the crate, without the examples, so that a start needn't read them.
//! - `problem`, `help`, `error` and `excerpt` say what is wrong: all of it at once, in order of place, with the words underlined and what would be right.
//!
//! A pack that exists is sound: whatever the stages do with it can't fail. Cost: O(n log n) in the length of the files.

mod builtin;
mod error;
mod examples;
mod excerpt;
mod help;
mod id;
mod image;
mod layer;
mod names;
mod phrase;
mod plain;
mod problem;
mod read;
mod resolve;
mod rules;
mod schema;
mod section;
mod shown;
mod source;
mod suggest;
mod table;
mod tree;
mod years;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

pub use error::{PackError, Problem};
pub(crate) use examples::{Counterexample, Example, Examples};
pub use id::{ActorId, PositionId, RuleId, WordListId};
pub use problem::{Earlier, IdKind, PhraseFault, ProblemKind, SyntaxError};
pub(crate) use rules::{
    Actor, AttributionCue, Complement, Cue, Effect, Kind, ListId, Name, Operator, Phrase, Position,
    Role, Rules, Slot, Spoken, Text, WordClass,
};
pub use section::Section;
pub(crate) use source::{Origin, SourceFile};

use error::Problems;
use layer::{Layer, Union};

/// A checked set of rules. A cheap handle.
///
/// ```
/// use parallax::Pack;
///
/// let pack = Pack::from_toml(
///     "club.toml",
///     r#"
///     [[actor]]
///     id = "supporters_trust"
///     name = "Supporters' Trust"
///     kind = "organisation"
///
///     [[position]]
///     id = "new_stadium"
///     question = "Is the new stadium to be built?"
///     "#,
/// )?;
/// assert_eq!(pack.actors().next().unwrap().name(), "Supporters' Trust");
/// # Ok::<(), parallax::pack::PackError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Pack {
    layers: Arc<[Arc<Layer>]>,
    /// What each file says of itself, in the order of the files.
    abouts: Arc<[About]>,
    rules: Arc<Rules>,
    /// That of the files, where the rules come from an image of them.
    fingerprint: Option<u64>,
    /// Read with the rules, but for the pack that comes with the crate: when they are first asked for.
    examples: Arc<OnceLock<Examples>>,
}

impl Pack {
    /// The pack that comes with the crate. Read by the first call, shared by all.
    #[must_use]
    pub fn builtin() -> Self {
        builtin::builtin()
    }

    /// A pack without any rule: nothing is found with it.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            layers: Arc::default(),
            abouts: Arc::default(),
            rules: Arc::default(),
            fingerprint: None,
            examples: Arc::default(),
        }
    }

    /// A pack of one file that refers to nothing outside it. `file_name` is for messages; no file is opened.
    ///
    /// # Errors
    ///
    /// All that is wrong with the text.
    pub fn from_toml(file_name: &str, text: &str) -> Result<Self, PackError> {
        Self::from_files([(file_name, text)])
    }

    /// A pack of files that are part of the program; not read where `image` is what was read from them before.
    fn from_static(
        files: &[(&str, &'static str)],
        image: &'static [u8],
    ) -> Result<Self, PackError> {
        let source = |(name, text): &(&str, &'static str)| Arc::new(SourceFile::new(name, *text));
        let layer: Arc<Layer> = Arc::new(files.iter().map(source).collect());
        let fingerprint = image::fingerprint_of(&layer);
        let Some(stored) = image::read::<image::Stored>(image, fingerprint) else {
            return Self::empty().over(&[layer]);
        };
        Ok(Self {
            layers: Arc::new([layer]),
            abouts: stored.abouts.into(),
            rules: Arc::new(stored.rules),
            fingerprint: Some(fingerprint),
            examples: Arc::default(),
        })
    }

    /// A pack of several files, names with texts, that may refer to one another. Their order changes only the order of
    /// messages.
    ///
    /// # Errors
    ///
    /// All that is wrong with the texts, file by file.
    pub fn from_files<'t>(
        files: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<Self, PackError> {
        Self::empty().layer(files)
    }

    /// This pack with one more layer over it: files, names with texts, that may refer to one another and to
    /// everything in this pack.
    ///
    /// An entry of the new layer replaces the whole entry of this pack that has the same id; the others are added. Cues, operators and
    /// attribution cues share their ids. Ids are looked up over both.
    ///
    /// # Errors
    ///
    /// All that is wrong with the texts, alone and next to this pack: a name, for instance, that another actor has here.
    pub fn layer<'t>(
        &self,
        files: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<Self, PackError> {
        let files = files.into_iter();
        let layer = files.map(|(name, text)| Arc::new(SourceFile::new(name, text.to_owned())));
        self.over(&[Arc::new(layer.collect())])
    }

    /// This pack with all layers of another over it, by the rules of [`layer`](Self::layer).
    ///
    /// # Errors
    ///
    /// What the two have in conflict, such as a name of two actors.
    pub fn with(&self, other: &Self) -> Result<Self, PackError> {
        self.over(&other.layers)
    }

    fn over(&self, layers: &[Arc<Layer>]) -> Result<Self, PackError> {
        // A layer that comes again replaces all of itself: a pack laid over itself doesn't grow.
        let again = |layer: &&Arc<Layer>| layers.iter().any(|over| Arc::ptr_eq(layer, over));
        let below = self.layers.iter().filter(|layer| !again(layer));
        let layers: Arc<[_]> = below.chain(layers).map(Arc::clone).collect();
        let sources = layers.iter().flat_map(|layer| layer.iter()).map(Arc::clone);
        let mut problems = Problems::new(sources.collect());
        let entries = layer::read_layers(&layers, &mut problems);
        let (rules, examples) = if problems.has_syntax_errors() {
            // What a file that can't be read defines isn't known, so nothing can be called unknown.
            Default::default()
        } else {
            let union = Union::of(&entries, &mut problems);
            resolve::resolve(&union, &mut problems)
        };
        let abouts = entries
            .iter()
            .flatten()
            .map(|file| About::of(&file.entries.about))
            .collect();
        let rules = Arc::new(rules);
        let examples = Arc::new(OnceLock::from(examples));
        drop(entries);
        problems.check(Self {
            layers,
            abouts,
            rules,
            fingerprint: None,
            examples,
        })
    }

    /// The files it was read from, in their order, with what their `[pack]` tables say.
    pub fn files(&self) -> impl Iterator<Item = PackFile<'_>> {
        let sources = self.layers.iter().flat_map(|layer| layer.iter());
        let files = sources.zip(self.abouts.iter());
        files.map(|(source, about)| PackFile { source, about })
    }

    /// The actors, sorted by id.
    pub fn actors(&self) -> impl Iterator<Item = PackActor<'_>> {
        let rules = &self.rules;
        let actors = (0..).zip(&rules.actors);
        actors.map(|(index, actor)| PackActor {
            rules,
            index,
            actor,
        })
    }

    /// The actor with an id; `None` for the writer, for nobody in particular and for ids it doesn't have.
    #[must_use]
    pub fn actor(&self, id: &ActorId) -> Option<PackActor<'_>> {
        let index = self
            .rules
            .actors
            .binary_search_by(|actor| actor.id.cmp(id))
            .ok()?;
        let actor = self.rules.actors.get(index)?;
        Some(PackActor {
            rules: &self.rules,
            index,
            actor,
        })
    }

    /// The positions, sorted by id.
    pub fn positions(&self) -> impl Iterator<Item = PackPosition<'_>> {
        self.rules
            .positions
            .iter()
            .map(|position| PackPosition { position })
    }

    /// The position with an id.
    #[must_use]
    pub fn position(&self, id: &PositionId) -> Option<PackPosition<'_>> {
        let position = self.rules.positions.get(self.position_index(id)?)?;
        Some(PackPosition { position })
    }

    /// Whether claims on one position may develop into claims on the other. Symmetric; no position is related to itself.
    #[must_use]
    pub fn position_is_related(&self, left: &PositionId, right: &PositionId) -> bool {
        let (Some(left), Some(right)) = (self.position_index(left), self.position_index(right))
        else {
            return false;
        };
        let position = self.rules.positions.get(left);
        position.is_some_and(|position| position.related.binary_search(&right).is_ok())
    }

    fn position_index(&self, id: &PositionId) -> Option<usize> {
        self.rules
            .positions
            .binary_search_by(|position| position.id.cmp(id))
            .ok()
    }

    /// The ids of all rules: cues, then operators, then attribution cues, each sorted.
    pub fn rule_ids(&self) -> impl Iterator<Item = &RuleId> {
        let cues = self.rules.cues.iter().map(|cue| &cue.id);
        let operators = self.rules.operators.iter().map(|operator| &operator.id);
        let attributions = self.rules.attributions.iter().map(|cue| &cue.id);
        cues.chain(operators).chain(attributions)
    }

    /// The rules as the stages use them.
    /// A number for all that the pack says, where it is the one that comes with the crate.
    pub(crate) fn fingerprint(&self) -> Option<u64> {
        self.fingerprint
    }

    pub(crate) fn rules(&self) -> &Arc<Rules> {
        &self.rules
    }

    /// The sentences by which the rules test themselves.
    pub(crate) fn examples(&self) -> &Examples {
        self.examples.get_or_init(|| {
            // What it was read from once can be read again.
            let again = self.over(&[]).ok();
            let examples = again.map(|again| Arc::unwrap_or_clone(again.examples));
            examples.and_then(OnceLock::into_inner).unwrap_or_default()
        })
    }
}

/// An actor of a pack.
#[derive(Clone, Copy, Debug)]
pub struct PackActor<'p> {
    rules: &'p Rules,
    index: usize,
    actor: &'p Actor,
}

impl<'p> PackActor<'p> {
    /// Its id.
    #[must_use]
    pub fn id(self) -> &'p ActorId {
        &self.actor.id
    }

    /// Its name for people: "Hamas".
    #[must_use]
    pub fn name(self) -> &'p str {
        &self.actor.name
    }

    /// Those who speak for it, or did: "Khaled Meshaal". Sorted by name.
    pub fn people(self) -> impl Iterator<Item = &'p str> {
        let called = self.rules.called.get(self.index).into_iter();
        let people = called.flat_map(|called| &called.people);
        people.map(|person| &*person.name)
    }
}

/// A position of a pack.
#[derive(Clone, Copy, Debug)]
pub struct PackPosition<'p> {
    position: &'p Position,
}

impl<'p> PackPosition<'p> {
    /// Its id.
    #[must_use]
    pub fn id(self) -> &'p PositionId {
        &self.position.id
    }

    /// Its name for people: "blocking at the UN". Where the pack gives none, the words of its id.
    #[must_use]
    pub fn name(self) -> &'p str {
        &self.position.name
    }

    /// What support says yes to: "Is a measure at the United Nations stopped?"
    #[must_use]
    pub fn question(self) -> &'p str {
        &self.position.question
    }
}

/// A file of a pack, with what it says of itself.
#[derive(Clone, Copy, Debug)]
pub struct PackFile<'p> {
    source: &'p SourceFile,
    about: &'p About,
}

impl<'p> PackFile<'p> {
    /// Its name, as the caller gave it.
    #[must_use]
    pub fn file_name(self) -> &'p str {
        self.source.name()
    }

    /// `name` of its `[pack]`.
    #[must_use]
    pub fn name(self) -> Option<&'p str> {
        self.about.name.as_deref()
    }

    /// `description` of its `[pack]`.
    #[must_use]
    pub fn description(self) -> Option<&'p str> {
        self.about.description.as_deref()
    }

    /// `source` of its `[pack]`: where its tables come from.
    #[must_use]
    pub fn source(self) -> Option<&'p str> {
        self.about.source.as_deref()
    }

    /// `licence` of its `[pack]`.
    #[must_use]
    pub fn licence(self) -> Option<&'p str> {
        self.about.licence.as_deref()
    }
}

/// What a file says of itself.
#[derive(Clone, Debug, Default)]
struct About {
    name: Option<Text>,
    description: Option<Text>,
    source: Option<Text>,
    licence: Option<Text>,
}

impl About {
    fn of(written: &schema::About<'_>) -> Self {
        let text = |word: &Option<schema::Word<'_>>| {
            word.as_ref().map(|word| Cow::Owned(word.text.to_string()))
        };
        Self {
            name: text(&written.name),
            description: text(&written.description),
            source: text(&written.source),
            licence: text(&written.licence),
        }
    }
}
