//! Actors and positions as a network, in GraphML, which network programs read (Gephi, visone, Cytoscape, igraph, networkx).
//!
//! Two kinds of nodes, and three kinds of edges, by `relation`: `supports`, `opposes` or `neutral` from an actor to a position, counted in places; and
//! `agrees` or `contradicts` between two actors, counted in pairs that were lined up. A program takes the subset that it is after.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::claim::Stance;
use crate::compare::{Comparison, Relation};
use crate::pack::{ActorId, PositionId};

use super::escape;

/// A comparison as GraphML: a directed multigraph, its nodes by id, its edges by their ends.
#[derive(Clone, Copy, Debug)]
pub struct GraphMl<'a> {
    comparison: &'a Comparison,
}

impl<'a> GraphMl<'a> {
    /// The actors and positions of a comparison.
    #[must_use]
    pub fn new(comparison: &'a Comparison) -> Self {
        Self { comparison }
    }
}

/// The head, with what the data of nodes and edges are.
const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="kind" for="node" attr.name="kind" attr.type="string"/>
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="relation" for="edge" attr.name="relation" attr.type="string"/>
<key id="weight" for="edge" attr.name="weight" attr.type="int"/>
<key id="articles" for="edge" attr.name="articles" attr.type="string"/>
<graph id="claims" edgedefault="directed">
"#;

/// An edge without its ends: how often, and in which articles.
#[derive(Clone, Debug, Default)]
struct Edge {
    weight: usize,
    articles: BTreeSet<usize>,
}

/// An end of an edge. Actors and positions can have the same id, so each kind has a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node<'a> {
    Actor(&'a ActorId),
    Position(&'a PositionId),
}

impl fmt::Display for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Actor(id) => write!(f, "a:{}", escape::markup(id.as_str())),
            Self::Position(id) => write!(f, "p:{}", escape::markup(id.as_str())),
        }
    }
}

impl fmt::Display for GraphMl<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let edges = self.edges();
        let nodes: BTreeSet<Node<'_>> =
            edges.keys().flat_map(|&(from, to, _)| [from, to]).collect();
        f.write_str(HEAD)?;
        for node in nodes {
            let (kind, label) = match node {
                Node::Actor(id) => ("actor", self.comparison.actor_name(id)),
                Node::Position(id) => (
                    "position",
                    self.comparison.question(id).unwrap_or(id.as_str()),
                ),
            };
            let label = escape::markup(label);
            writeln!(
                f,
                r#"<node id="{node}"><data key="kind">{kind}</data><data key="label">{label}</data></node>"#
            )?;
        }
        for (at, ((from, to, relation), edge)) in edges.iter().enumerate() {
            let name = |&document: &usize| {
                self.comparison
                    .documents()
                    .get(document)
                    .map_or("", |d| d.id())
            };
            let articles: Vec<&str> = edge.articles.iter().map(name).collect();
            writeln!(
                f,
                r#"<edge id="e{at}" source="{from}" target="{to}"><data key="relation">{relation}</data><data key="weight">{}</data><data key="articles">{}</data></edge>"#,
                edge.weight,
                escape::markup(&articles.join(" ")),
            )?;
        }
        f.write_str("</graph>\n</graphml>\n")
    }
}

type Edges<'a> = BTreeMap<(Node<'a>, Node<'a>, &'static str), Edge>;

impl<'a> GraphMl<'a> {
    fn edges(&self) -> Edges<'a> {
        let mut edges = Edges::new();
        for claim in self.comparison.claims() {
            let relation = match claim.stance {
                Stance::Support => "supports",
                Stance::Oppose => "opposes",
                Stance::Neutral => "neutral",
            };
            let ends = (
                Node::Actor(&claim.actor),
                Node::Position(&claim.position),
                relation,
            );
            let edge = edges.entry(ends).or_default();
            edge.weight += claim.places.len();
            edge.articles.insert(claim.document);
        }
        for alignment in self.comparison.alignments() {
            if !matches!(alignment.relation, Relation::Agrees | Relation::Contradicts) {
                continue;
            }
            let claim = |at: Option<usize>| at.and_then(|at| self.comparison.claim(at));
            let (Some(left), Some(right)) = (claim(alignment.left), claim(alignment.right)) else {
                continue;
            };
            let one = (&left.actor).min(&right.actor);
            let other = (&left.actor).max(&right.actor);
            let ends = (
                Node::Actor(one),
                Node::Actor(other),
                alignment.relation.as_str(),
            );
            let edge = edges.entry(ends).or_default();
            edge.weight += 1;
            edge.articles.extend([left.document, right.document]);
        }
        edges
    }
}
