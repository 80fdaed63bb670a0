//! Frames multiplied by fills: what holds for one verb or position is to hold for all. `tests/cases/grids/README.md` says how a grid is written.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what it doesn't expect"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use parallax::{Claim, Document, Pack, Parallax};

static PARALLAX: LazyLock<Parallax> = LazyLock::new(|| Parallax::new(Pack::builtin()));

/// A folder of frames and fills.
struct Grid {
    name: String,
    holder: String,
    beside: Vec<String>,
    /// Sentences, and whether they turn the side.
    frames: Vec<(String, bool)>,
    columns: Vec<String>,
    fills: Vec<Vec<String>>,
}

impl Grid {
    fn read(folder: &Path) -> Self {
        let file = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        let (frames, fills) = (file("frames.tsv"), file("fills.tsv"));
        let told = |key: &str| {
            let mut lines = fills.lines().filter_map(|line| line.strip_prefix(key));
            lines.next().unwrap_or_default().trim().to_owned()
        };
        let fields = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
        let mut rows = fills
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(fields);
        Self {
            name: folder.file_name().unwrap().to_string_lossy().into_owned(),
            holder: told("# holder:"),
            beside: told("# beside:").split(' ').map(str::to_owned).collect(),
            frames: frames
                .lines()
                .filter(|line| !line.starts_with('#'))
                .map(|line| {
                    let (text, side) = line.rsplit_once('\t').unwrap();
                    (text.to_owned(), side == "-")
                })
                .collect(),
            columns: rows.next().unwrap(),
            fills: rows.collect(),
        }
    }

    /// The sign of a cell.
    fn cell(&self, frame: &str, turned: bool, fill: &[String]) -> char {
        let mut text = frame.to_owned();
        for (column, words) in self.columns.iter().zip(fill).skip(2) {
            text = text.replace(&format!("{{{column}}}"), words);
        }
        let side = match (turned, fill[1].as_str()) {
            (false, side) => side,
            (true, "support") => "oppose",
            (true, _) => "support",
        };
        let article = PARALLAX.annotate(&Document::from_text("cell", text));
        let meant = |claim: &&Claim| {
            claim.actor.as_str() == self.holder
                && claim.position.as_str() == fill[0]
                && claim.stance.to_string() == side
        };
        let beside = |claim: &Claim| self.beside.iter().any(|id| claim.actor.as_str() == id);
        let mut others = article.claims().filter(|claim| !meant(claim));
        match (
            article.claims().any(|claim| meant(&claim)),
            others.any(|claim| !beside(claim)),
        ) {
            (_, true) => '!',
            (true, false) => '+',
            (false, false) => '·',
        }
    }

    /// The table, the fills above it, and how many cells hold.
    fn drawn(&self) -> (String, usize, usize) {
        let mut drawn = String::new();
        for (at, fill) in self.fills.iter().enumerate() {
            let bars = "│ ".repeat(at);
            writeln!(drawn, "{bars}┌ {} {}", fill[0], fill[2]).unwrap();
        }
        let (mut held, mut wrong) = (0, 0);
        for (frame, turned) in &self.frames {
            for fill in &self.fills {
                let cell = self.cell(frame, *turned, fill);
                held += usize::from(cell == '+');
                wrong += usize::from(cell == '!');
                write!(drawn, "{cell} ").unwrap();
            }
            writeln!(drawn, " {frame}").unwrap();
        }
        let all = self.frames.len() * self.fills.len();
        writeln!(drawn, "{held} of {all} hold, {wrong} say something else").unwrap();
        (drawn, held, all)
    }
}

fn grids() -> Vec<Grid> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/grids");
    let entries = fs::read_dir(root).unwrap();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders.iter().map(|folder| Grid::read(folder)).collect()
}

#[test]
fn the_grids_are_told_as_they_are_made() {
    for grid in grids() {
        let (drawn, held, all) = grid.drawn();
        insta::assert_snapshot!(format!("grid_{}", grid.name), drawn);
        assert!(
            held * 3 > all * 2,
            "less than two thirds of {} hold",
            grid.name
        );
    }
}

#[test]
fn each_fill_has_all_columns() {
    for grid in grids() {
        for fill in &grid.fills {
            assert_eq!(fill.len(), grid.columns.len(), "{}: {fill:?}", grid.name);
        }
    }
}
