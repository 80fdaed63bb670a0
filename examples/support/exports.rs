//! The claims in the forms of other programs.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use parallax::report::{Brat, Csv, EventList, WebAnnotation};
use parallax::{Article, Pack};

use super::support::{Console, OutputArgs, Taken};

/// A form that another program reads.
#[derive(Clone, Copy)]
pub(crate) enum Export {
    Csv,
    Events,
    WebAnnotation,
    Brat,
}

/// Why an event list leaves claims out.
const LEFT_OUT: &str = "no side is taken, or the actor is the writer or nobody in particular";

/// Writes the claims of all articles.
pub(crate) fn export(
    export: Export,
    articles: &[Article],
    pack: &Pack,
    (output, inputs): (&OutputArgs, &[std::path::PathBuf]),
    console: &mut Console,
) -> io::Result<()> {
    if let (Export::Brat, Some(folder)) = (export, &output.output) {
        return standoff(articles, pack, folder);
    }
    if matches!(export, Export::Brat) && articles.len() > 1 {
        console.misuse(
            "--format brat: of several articles, give a folder to write to (--output FOLDER)",
        );
        return Ok(());
    }
    let Some(mut out) = output.open(inputs, console) else {
        return Ok(());
    };
    match export {
        Export::Csv => write!(out, "{}", Csv::new(articles))?,
        Export::Events => {
            let events = EventList::new(articles, pack);
            write!(out, "{events}")?;
            match events.left_out() {
                0 => {}
                1 => console.note(format_args!("1 claim is not in the list: {LEFT_OUT}")),
                more => console.note(format_args!(
                    "{more} claims are not in the list: {LEFT_OUT}"
                )),
            }
        }
        Export::WebAnnotation => writeln!(out, "{}", WebAnnotation::new(articles))?,
        Export::Brat => {
            for article in articles {
                write!(out, "{}", Brat::new(article))?;
            }
        }
    }
    out.flush()
}

/// A folder as brat has it: each text with its annotations beside it, and what the annotations are.
fn standoff(articles: &[Article], pack: &Pack, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut taken = Taken::default();
    for article in articles {
        let document = article.document();
        let name = taken.free(&file_name(document.id()));
        fs::write(folder.join(format!("{name}.txt")), document.text())?;
        fs::write(
            folder.join(format!("{name}.ann")),
            Brat::new(article).to_string(),
        )?;
    }
    fs::write(folder.join("annotation.conf"), Brat::configuration(pack))
}

/// An id as the name of a file in the folder, and in no other.
fn file_name(id: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let name: String = id
        .chars()
        .take(100)
        .map(|c| if kept(c) { c } else { '-' })
        .collect();
    match name.trim_start_matches('.') {
        "" => "article".to_owned(),
        name => name.to_owned(),
    }
}
