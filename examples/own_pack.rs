//! How do I label claims on a subject of my own? Lays a small pack over the built-in one, which has the words of English above
//! a cue (refuse to, want, urge …), and reads a text by both. `cargo run --release --example own_pack`

#![allow(clippy::print_stdout, reason = "an example talks to its user")]

use parallax::{Document, Pack, Parallax};

const PACK: &str = r#"
[[actor]]
id = "ferry_union"
name = "Ferry Union"
kind = "organisation"
people = ["Ada Holm"]
[[position]]
id = "bridge_toll"
question = "Is there to be a toll on the bridge?"
[[cue]]
id = "levy-toll"
position = "bridge_toll"
stance = "support"
verb = ["levy", "introduce", "back"]
subject = "actor"
object = { like = "toll_word" }
examples = [{ text = "The Ferry Union backed the toll.", actor = "ferry_union" }]
counterexamples = ["The Ferry Union backed away."]
[[list]]
id = "toll_word"
words = ["toll"]
"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let pack = Pack::builtin().layer([("bridge.toml", PACK)])?;
    let text = "The Ferry Union refuses to back the toll. Ada Holm urged Norway to introduce a bridge toll.";
    let article = Parallax::new(pack).annotate(&Document::from_text("bridge", text));
    for claim in article.claims() {
        println!("{claim}\n    {}", article.text(claim.evidence));
    }
    Ok(())
}
