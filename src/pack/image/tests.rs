//! Images of packs.

use super::*;
use crate::Pack;
use crate::pack::builtin;

/// An image of a pack of one layer.
fn image(pack: &Pack) -> Vec<u8> {
    let files = &pack.layers[0];
    let stored = Stored {
        abouts: pack.abouts.to_vec(),
        rules: pack.rules().as_ref().clone(),
    };
    let mut out = Output {
        files: files.to_vec(),
        ..Output::default()
    };
    stored.encode(&mut out);
    let mut image = fingerprint_of(files).to_le_bytes().to_vec();
    image.extend((out.texts.len() as u64).to_le_bytes());
    image.extend(out.texts.as_bytes());
    image.extend(out.numbers);
    image
}

#[test]
fn the_image_of_the_shipped_pack_is_what_its_files_say() {
    let pack = Pack::from_static(builtin::FILES, &[]).unwrap();
    let made = image(&pack);
    if std::env::var_os("UPDATE_PACK").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/pack/builtin.image");
        std::fs::write(path, &made).unwrap();
    } else {
        let is_same = made == builtin::IMAGE;
        assert!(
            is_same,
            "the files of the shipped pack, or the code that reads them, have changed: \
            `UPDATE_PACK=1 cargo test --lib pack::image` makes its image anew"
        );
    }
    let stored = read(made.leak(), &pack.layers[0]).unwrap();
    assert_eq!(stored.rules, **pack.rules());
    let abouts = |abouts: &[About]| format!("{abouts:?}");
    assert_eq!(abouts(&stored.abouts), abouts(&pack.abouts));
}

#[test]
fn examples_are_read_when_they_are_asked_for() {
    let pack = Pack::from_static(builtin::FILES, &[]).unwrap();
    let stored = Pack::from_static(builtin::FILES, image(&pack).leak()).unwrap();
    assert!(stored.examples.get().is_none());
    assert_eq!(stored.examples(), pack.examples());
    assert!(!pack.examples().cues.is_empty());
}

#[test]
fn an_image_of_other_files_is_none() {
    const FILE: &str = "[[list]]\nid = \"vote\"\nwords = [\"Vote\"]\n";
    let pack = Pack::from_static(&[("a.toml", FILE)], &[]).unwrap();
    let made: &'static [u8] = image(&pack).leak();
    let files =
        |name, text| -> Layer { vec![Arc::new(crate::pack::source::SourceFile::new(name, text))] };
    assert!(read(made, &files("a.toml", FILE)).is_some());
    assert!(read(made, &files("b.toml", FILE)).is_none());
    assert!(read(made, &files("a.toml", "")).is_none());
    for length in 0..made.len() {
        let cut = made.get(..length).unwrap();
        assert!(read(cut, &files("a.toml", FILE)).is_none());
    }
}
