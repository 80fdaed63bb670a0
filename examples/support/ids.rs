//! The names that documents go by: the file's stem, told apart where two files share it.
//!
//! `2022/russia.txt` and `2024/russia.txt` go by `2022/russia` and `2024/russia`: as many folders stand before the stem as are needed. Where the folder
//! is the same, the ending is kept: `russia.txt` and `russia.md`. So the names don't hang on the order of the files. A record of a JSON Lines file whose `id`
//! was taken before goes by the id and a number: `river-2`.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// The stem of a path.
pub(crate) fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or(path.as_os_str());
    stem.to_string_lossy().into_owned()
}

/// A name for each path, all different if the paths are.
pub(crate) fn names(paths: &[&Path]) -> Vec<String> {
    let mut same: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, path) in paths.iter().enumerate() {
        same.entry(stem(path)).or_default().push(index);
    }
    let name = |path: &&Path| {
        let alike = same.get(&stem(path)).map_or(&[][..], Vec::as_slice);
        let rivals: Vec<&Path> = alike
            .iter()
            .filter_map(|index| paths.get(*index).copied())
            .collect();
        shortest(path, &rivals)
    };
    paths.iter().map(name).collect()
}

/// The shortest end of `path` that tells all of `rivals`, itself among them, apart.
fn shortest(path: &Path, rivals: &[&Path]) -> String {
    if rivals.len() < 2 {
        return stem(path);
    }
    let depth = rivals
        .iter()
        .map(|path| path.components().count())
        .max()
        .unwrap_or(1);
    for with_ending in [false, true] {
        for parts in 1..=depth {
            let mut ends: Vec<_> = rivals
                .iter()
                .map(|path| end(path, parts, with_ending))
                .collect();
            ends.sort_unstable();
            ends.dedup();
            if ends.len() == rivals.len() {
                return end(path, parts, with_ending);
            }
        }
    }
    path.to_string_lossy().into_owned()
}

/// The last `parts` components of a path, joined by `/`.
fn end(path: &Path, parts: usize, with_ending: bool) -> String {
    let shown = if with_ending {
        path.to_path_buf()
    } else {
        path.with_extension("")
    };
    let names: Vec<_> = shown
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    names
        .get(names.len().saturating_sub(parts)..)
        .unwrap_or_default()
        .join("/")
}

/// Names given so far. It keeps a number for each and not the name, ten to thirty bytes an article; that two names share their number is as good as
/// impossible, and would only make the second one `name-2`.
#[derive(Default)]
pub(crate) struct Taken {
    given: HashSet<u64>,
    /// Of names asked for more than once, how often: where the next number is looked for.
    times: HashMap<u64, u32>,
}

impl Taken {
    /// `name` if it is free, or else the first free name made of it and a number from 2 on.
    pub(crate) fn free(&mut self, name: &str) -> String {
        let mut given = name.to_owned();
        while !self.given.insert(number(&given)) {
            let times = self.times.entry(number(name)).or_insert(1);
            *times += 1;
            given = format!("{name}-{times}");
        }
        given
    }
}

/// The same for the same name in every run.
fn number(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}
