//! Rule packs from files.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use parallax::Pack;

use super::console::{Console, reason};

/// Which rules to go by.
#[derive(Args)]
pub(crate) struct PackArgs {
    /// A rule pack, laid over the built-in one; of several each over those before it
    #[arg(long = "pack", value_name = "FILE")]
    pub(crate) packs: Vec<PathBuf>,

    /// Go by the packs given alone, without the built-in one
    #[arg(long, requires = "packs")]
    pub(crate) pack_only: bool,
}

impl PackArgs {
    /// The rules asked for; `None` where a pack can't be used, which has been said then.
    pub(crate) fn pack(&self, console: &mut Console) -> Option<Pack> {
        let mut pack = if self.pack_only {
            Pack::empty()
        } else {
            Pack::builtin()
        };
        let mut is_sound = true;
        for path in &self.packs {
            let over = read(path, console).and_then(|text| layered(&pack, path, &text, console));
            is_sound &= over.is_some();
            pack = over.unwrap_or(pack);
        }
        is_sound.then_some(pack)
    }
}

fn layered(pack: &Pack, path: &Path, text: &str, console: &mut Console) -> Option<Pack> {
    let name = path.display().to_string();
    let layered = pack.layer([(name.as_str(), text)]);
    layered
        .map_err(|error| {
            let count = error.problems().len() + error.omitted();
            let mistakes = if count == 1 {
                "a mistake".to_owned()
            } else {
                format!("{count} mistakes")
            };
            console.problem(format_args!(
                "{name}: the pack has {mistakes}, so nothing was done\n\n{error}"
            ));
        })
        .ok()
}

fn read(path: &Path, console: &mut Console) -> Option<String> {
    let shown = path.display();
    let bytes = fs::read(path)
        .map_err(|error| console.problem(format_args!("{shown}: {}", reason(&error))))
        .ok()?;
    String::from_utf8(bytes)
        .map_err(|error| {
            let offset = error.utf8_error().valid_up_to();
            console.problem(format_args!(
                "{shown}: the pack is not UTF-8 at byte {offset}"
            ));
        })
        .ok()
}
