//! What does a change of the pack change?

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use parallax::Parallax;
use parallax::check::{self, LabelChange};

use super::support::{Console, InputArgs, PackArgs, for_each_document};

#[derive(Args)]
pub(crate) struct DiffArgs {
    /// The pack before: a file laid over the built-in one, or `builtin` for that alone
    pub(crate) old: PathBuf,
    /// The pack after
    pub(crate) new: PathBuf,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// Go by these packs alone
    #[arg(long)]
    pub(crate) pack_only: bool,
}

pub(crate) fn diff(args: &DiffArgs, console: &mut Console, out: &mut impl Write) -> io::Result<()> {
    let Some(files) = args.input.needed("diff --help", console) else {
        return Ok(());
    };
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
