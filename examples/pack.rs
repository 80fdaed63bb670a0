//! Does my rule pack do what I think? For those who write packs: runs a pack's own examples, tells why a rule did not fire, what a corpus holds
//! that no rule meets, and what a change of the pack changes in the labels. `src/pack/GUIDE.md` leads through it.
//!
//! `cargo run --release --example pack -- check mine.toml`

mod support;

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use parallax::check::{self, Coverage, LabelChange};
use parallax::claim::StepKind;
use parallax::{Article, Document, Pack, Parallax, RuleId, Span};

use support::{Console, InputArgs, OutputArgs, PackArgs, for_each_document, width};

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

#[derive(Args)]
struct CheckArgs {
    /// Packs, laid over the built-in one; without any the built-in one is checked
    #[arg(value_name = "PACK")]
    packs: Vec<PathBuf>,
    /// Go by these packs alone
    #[arg(long, requires = "packs")]
    pack_only: bool,
}

#[derive(Args)]
struct ExplainArgs {
    /// A sentence, or several in their order
    sentence: String,
    /// Show which rules of the built-in pack nearly fired as well, where packs of your own are given
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    packs: PackArgs,
}

#[derive(Args)]
struct CoverageArgs {
    #[command(flatten)]
    input: InputArgs,
    /// How many sentences and verbs to list at most
    #[arg(long, default_value_t = 40)]
    most: usize,
    #[command(flatten)]
    packs: PackArgs,
}

#[derive(Args)]
struct DiffArgs {
    /// The pack before: a file laid over the built-in one, or `builtin` for that alone
    old: PathBuf,
    /// The pack after
    new: PathBuf,
    #[command(flatten)]
    input: InputArgs,
    /// Go by these packs alone
    #[arg(long)]
    pack_only: bool,
}

#[derive(Args)]
struct ListArgs {
    /// The CSV file, its first line with the names of the columns
    file: PathBuf,
    /// The id of the list
    #[arg(long)]
    id: String,
    /// The column with the words; the first one if not given
    #[arg(long)]
    column: Option<String>,
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

fn check(args: &CheckArgs, console: &mut Console, out: &mut impl Write) -> io::Result<()> {
    let packs = PackArgs {
        packs: args.packs.clone(),
        pack_only: args.pack_only,
    };
    let Some(pack) = packs.pack(console) else {
        return Ok(());
    };
    let parallax = Parallax::new(pack);
    let checked = check::check(&parallax);
    for failure in &checked.failures {
        writeln!(out, "{failure}")?;
    }
    let held = checked.tried - checked.failures.len();
    writeln!(out, "{held} of {} examples hold", checked.tried)?;
    if !checked.failures.is_empty() {
        out.flush()?;
        console.problem(format_args!(
            "{} of {} examples fail",
            checked.failures.len(),
            checked.tried
        ));
    }
    Ok(())
}

fn explain(args: &ExplainArgs, console: &mut Console, out: &mut impl Write) -> io::Result<()> {
    let Some(pack) = args.packs.pack(console) else {
        return Ok(());
    };
    let own = own_rules(&pack, &args.packs);
    let document = Document::from_text("sentence", args.sentence.as_str());
    let mut explained = check::explain(&Parallax::new(pack), &document);
    if !args.all && !own.is_empty() {
        explained
            .near_misses
            .retain(|near| own.contains(&near.rule));
    }
    let article = &explained.article;
    if article.claims().len() == 0 {
        writeln!(out, "no claim")?;
    }
    for claim in article.claims() {
        writeln!(out, "{claim}")?;
        marked(out, article, claim.evidence)?;
        for step in &claim.trace.steps {
            let by = if step.kind == StepKind::Beaten {
                ""
            } else {
                "by "
            };
            let rule = step.rule.as_ref().map(|rule| format!(" {by}{rule}"));
            let actor = step.actor.as_ref().map(|actor| format!(" = {actor}"));
            writeln!(
                out,
                "  {}{}: “{}”{}",
                step_name(step.kind),
                rule.unwrap_or_default(),
                article.text(step.span),
                actor.unwrap_or_default()
            )?;
        }
        writeln!(out)?;
    }
    if !explained.near_misses.is_empty() {
        writeln!(out, "nearly fired:")?;
    }
    for near in &explained.near_misses {
        let found = match &near.unmet {
            check::Unmet::Slot {
                found: Some(found), ..
            } => format!(": “{}”", article.text(*found)),
            _ => String::new(),
        };
        let words = article.text(near.words);
        writeln!(out, "  {} at “{words}”: {}{found}", near.rule, near.unmet)?;
    }
    Ok(())
}

/// The words of a span with a line of tildes below, in their line of the text.
fn marked(out: &mut impl Write, article: &Article, span: Span) -> io::Result<()> {
    let text = article.document().text();
    let before = text.get(..span.start()).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let end = text
        .get(span.end()..)
        .and_then(|rest| rest.find('\n'))
        .map_or(text.len(), |at| span.end() + at);
    let line = text.get(start..end).unwrap_or_default();
    let column = before.get(start..).unwrap_or_default().chars().count();
    let length = article.text(span).chars().count();
    writeln!(out, "  {line}")?;
    writeln!(out, "  {}{}", " ".repeat(column), "~".repeat(length))
}

fn step_name(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Cue => "cue",
        StepKind::Actor => "holder",
        StepKind::Target => "target",
        StepKind::Operator => "operator",
        StepKind::Negation => "negation",
        StepKind::Hedge => "hedge",
        StepKind::Attribution => "said in",
        StepKind::Date => "date",
        StepKind::Beaten => "beats",
        _ => "step",
    }
}

fn coverage(
    args: &CoverageArgs,
    width: usize,
    console: &mut Console,
    out: &mut impl Write,
) -> io::Result<()> {
    if args.input.files.is_empty() {
        console.too_few("no article is given; `coverage --help` tells how");
        return Ok(());
    }
    let Some(pack) = args.packs.pack(console) else {
        return Ok(());
    };
    let own = own_rules(&pack, &args.packs);
    let parallax = Parallax::new(pack);
    let mut seen = Coverage::default();
    let mut shown = 0_usize;
    let mut more = 0_usize;
    let files = args.input.files(console);
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

fn diff(args: &DiffArgs, console: &mut Console, out: &mut impl Write) -> io::Result<()> {
    if args.input.files.is_empty() {
        console.too_few("no article is given; `diff --help` tells how");
        return Ok(());
    }
    let read = |path: &PathBuf, console: &mut Console| {
        let is_builtin = path.as_os_str() == "builtin";
        let packs = PackArgs {
            packs: if is_builtin {
                Vec::new()
            } else {
                vec![path.clone()]
            },
            pack_only: args.pack_only && !is_builtin,
        };
        packs.pack(console).map(Parallax::new)
    };
    let (Some(old), Some(new)) = (read(&args.old, console), read(&args.new, console)) else {
        return Ok(());
    };
    let (mut gained, mut lost, mut changed) = (0, 0, 0);
    let files = args.input.files(console);
    for_each_document(&args.input, &files, console, |document| {
        let (before, after) = (old.annotate(&document), new.annotate(&document));
        for change in check::diff(&before, &after) {
            match change {
                LabelChange::Gained(_) => gained += 1,
                LabelChange::Lost(_) => lost += 1,
                _ => changed += 1,
            }
            let words = after.text(change.claim().evidence);
            writeln!(out, "{}: “{words}”", document.id())?;
            for line in change.to_string().lines() {
                writeln!(out, "  {line}")?;
            }
        }
        Ok(())
    })?;
    writeln!(out, "{gained} gained, {lost} lost, {changed} changed")
}

fn list(args: &ListArgs, console: &mut Console, out: &mut impl Write) -> io::Result<()> {
    let shown = args.file.display();
    let mut reader = match csv::ReaderBuilder::new()
        .flexible(true)
        .from_path(&args.file)
    {
        Ok(reader) => reader,
        Err(error) => {
            console.problem(format_args!("{shown}: {error}"));
            return Ok(());
        }
    };
    let columns = reader.headers().cloned().unwrap_or_default();
    let column = match &args.column {
        None => Some(0),
        Some(name) => columns.iter().position(|column| column.trim() == name),
    };
    let Some(column) = column else {
        let names: Vec<&str> = columns.iter().collect();
        console.misuse(format_args!(
            "{shown}: there is no column {}; there are {}",
            args.column.as_deref().unwrap_or_default(),
            names.join(", ")
        ));
        return Ok(());
    };
    let mut words = BTreeSet::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let word = record.get(column).unwrap_or_default().trim();
                if !word.is_empty() {
                    words.insert(word.to_owned());
                }
            }
            Err(error) => console.problem(format_args!("{shown}: {error}")),
        }
    }
    writeln!(out, "[[list]]\nid = {}\nwords = [", quoted(&args.id))?;
    for word in words {
        writeln!(out, "    {},", quoted(&word))?;
    }
    writeln!(out, "]")
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let plain: String = text.chars().filter(|mark| !mark.is_control()).collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}
