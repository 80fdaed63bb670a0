//! What do the rules do on a corpus?

use std::io::{self, Write};

use clap::Args;
use parallax::Parallax;
use parallax::check::Coverage;

use super::own_rules;
use super::support::{Console, InputArgs, PackArgs, for_each_document};

#[derive(Args)]
pub(crate) struct CoverageArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// How many sentences and verbs to list at most
    #[arg(long, default_value_t = 40)]
    pub(crate) most: usize,
    #[command(flatten)]
    pub(crate) packs: PackArgs,
}

pub(crate) fn coverage(
    args: &CoverageArgs,
    width: usize,
    console: &mut Console,
    out: &mut impl Write,
) -> io::Result<()> {
    let Some(files) = args.input.needed("coverage --help", console) else {
        return Ok(());
    };
    let Some(pack) = args.packs.pack(console) else {
        return Ok(());
    };
    let own = own_rules(&pack, &args.packs);
    let parallax = Parallax::new(pack);
    let mut seen = Coverage::default();
    let mut shown = 0_usize;
    let mut more = 0_usize;
    writeln!(
        out,
        "sentences with an actor and a cue's words, and no claim:"
    )?;
    for_each_document(&args.input, &files, console, |document| {
        for unmatched in seen.add(&parallax, &document) {
            if shown >= args.most {
                more += 1;
                continue;
            }
            shown += 1;
            let words = unmatched.sentence.span.of(document.text());
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let words: String = words.chars().take(2 * width).collect();
            let cues: Vec<&str> = unmatched
                .cues
                .iter()
                .take(4)
                .map(|id| id.as_str())
                .collect();
            writeln!(out, "  {}: {words}", document.id())?;
            writeln!(out, "    {}", cues.join(", "))?;
        }
        Ok(())
    })?;
    if more > 0 {
        writeln!(out, "  and {more} more")?;
    }
    writeln!(out, "\nverbs beside actors in sentences without a claim:")?;
    for (verb, count) in seen.frequent_verbs().into_iter().take(args.most) {
        writeln!(out, "  {count:>6}  {verb}")?;
    }
    let silent: Vec<_> = seen
        .silent()
        .filter(|rule| own.is_empty() || own.contains(*rule))
        .collect();
    writeln!(out, "\n{} rules never fired:", silent.len())?;
    for rule in silent {
        writeln!(out, "  {rule}")?;
    }
    writeln!(
        out,
        "\n{} sentences, {} with an actor, {} with a claim",
        seen.sentences, seen.with_actor, seen.with_claim
    )
}
