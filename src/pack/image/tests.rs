//! Images of packs.

use std::sync::Arc;

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
    crate::image::written(&stored, fingerprint_of(files))
}

#[test]
fn the_image_of_the_shipped_pack_is_what_its_files_say() {
    let pack = Pack::from_static(builtin::FILES, &[]).unwrap();
    let made = image(&pack);
    if std::env::var_os("UPDATE_PACK").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/pack/builtin.image");
        std::fs::write(path, &made).unwrap();
        crate::pipeline::write_image(pack.rules(), fingerprint_of(&pack.layers[0]));
    } else {
        let is_same = made == builtin::IMAGE;
        assert!(
            is_same,
            "the files of the shipped pack, or the code that reads them, have changed: \
            `UPDATE_PACK=1 cargo test --lib image` makes its image anew"
        );
    }
    let layer = &pack.layers[0];
    let stored: Stored = read(made.leak(), fingerprint_of(layer)).unwrap();
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
    let is_read = |image, files: Layer| {
        let stored: Option<Stored> = read(image, fingerprint_of(&files));
        stored.is_some()
    };
    assert!(is_read(made, files("a.toml", FILE)));
    assert!(!is_read(made, files("b.toml", FILE)));
    assert!(!is_read(made, files("a.toml", "")));
    for length in 0..made.len() {
        let cut = made.get(..length).unwrap();
        assert!(!is_read(cut, files("a.toml", FILE)));
    }
}
