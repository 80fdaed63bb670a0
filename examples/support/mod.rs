//! What the example programs share: articles and packs in, results and messages out.

mod console;
mod ids;
mod input;
mod output;
mod packs;
mod paths;
mod progress;

pub(crate) use console::Console;
#[allow(unused_imports, reason = "each program uses its part")]
pub(crate) use ids::Taken;
#[allow(unused_imports, reason = "each program uses its part")]
pub(crate) use input::{InputArgs, documents, for_each_document};
#[allow(unused_imports, reason = "each program uses its part")]
pub(crate) use output::is_coloured;
pub(crate) use output::{OutputArgs, width};
pub(crate) use packs::PackArgs;
