//! Do the examples of a pack hold?

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use parallax::{Parallax, check};

use super::support::{Console, PackArgs};

#[derive(Args)]
pub(crate) struct CheckArgs {
    /// Packs, laid over the built-in one; without any the built-in one is checked
    #[arg(value_name = "PACK")]
    pub(crate) packs: Vec<PathBuf>,
    /// Go by these packs alone
    #[arg(long, requires = "packs")]
    pub(crate) pack_only: bool,
}

pub(crate) fn check(
    args: &CheckArgs,
    console: &mut Console,
    out: &mut impl Write,
) -> io::Result<()> {
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
