//! Does my rule pack do what I think? For those who write packs: runs a pack's own examples, tells why a rule did not fire, what a corpus holds
//! that no rule meets, and what a change of the pack changes in the labels. `src/pack/GUIDE.md` leads through it.
//!
//! `cargo run --release --example pack -- check mine.toml`

mod check;
mod coverage;
mod diff;
mod explain;
mod list;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use parallax::{Pack, RuleId};

use check::{CheckArgs, check};
use coverage::{CoverageArgs, coverage};
use diff::{DiffArgs, diff};
use explain::{ExplainArgs, explain};
use list::{ListArgs, list};
use support::{Console, OutputArgs, PackArgs, width};

/// Tools for those who write rule packs.
#[derive(Parser)]
#[command(name = "pack", after_help = EXIT)]
struct Command {
    #[command(subcommand)]
    task: Task,
    #[command(flatten)]
    output: OutputArgs,
}

const EXIT: &str = "Exit status: 0 if all is well, 1 if an example failed or something could not be read (it is named, the rest is done), 2 for bad usage.";

#[derive(Subcommand)]
enum Task {
    /// Is the pack sound, and do its examples hold? Shows all mistakes of the files, and of each example that fails what differs
    Check(CheckArgs),
    /// Why is there this label, or none? Shows what fires in a sentence with its trace, and which rules nearly fire, with the first part that failed
    Explain(ExplainArgs),
    /// What do the rules do on these articles? Shows rules that never fired, sentences with an actor and a cue's words and no claim, and frequent verbs beside actors
    Coverage(CoverageArgs),
    /// What does a change of the pack change? Shows the claims gained, lost and changed between two packs on the same articles
    Diff(DiffArgs),
    /// A column of a CSV file as a `[[list]]` of words, to be put into a pack
    List(ListArgs),
}

fn main() -> ExitCode {
    let command = Command::parse();
    let mut console = Console::new("pack");
    let Some(mut out) = command.output.open(command.task.inputs(), &mut console) else {
        return console.finish(Ok(()));
    };
    let done = match &command.task {
        Task::Check(args) => check(args, &mut console, &mut out),
        Task::Explain(args) => explain(args, &mut console, &mut out),
        Task::Coverage(args) => coverage(args, width(&command.output), &mut console, &mut out),
        Task::Diff(args) => diff(args, &mut console, &mut out),
        Task::List(args) => list(args, &mut console, &mut out),
    };
    let written = done.and_then(|()| out.flush());
    drop(out);
    console.finish(written)
}

impl Task {
    /// The files that the output must not be written over.
    fn inputs(&self) -> &[PathBuf] {
        match self {
            Self::Check(args) => &args.packs,
            Self::Explain(args) => &args.packs.packs,
            Self::Coverage(args) => &args.input.files,
            Self::Diff(args) => &args.input.files,
            Self::List(args) => std::slice::from_ref(&args.file),
        }
    }
}

/// The rules that the packs given add to the built-in one; none where no packs are given or they are all there is.
fn own_rules(pack: &Pack, args: &PackArgs) -> BTreeSet<RuleId> {
    if args.packs.is_empty() || args.pack_only {
        return BTreeSet::new();
    }
    let builtin = Pack::builtin();
    let known: BTreeSet<_> = builtin.rule_ids().collect();
    let own = pack.rule_ids().filter(|id| !known.contains(id));
    own.cloned().collect()
}
