//! The pack that comes with the crate: `builtin/*.toml`, compiled in, read once.

use std::sync::OnceLock;

use super::Pack;

/// The files, by name. A test checks that none of the folder is missing.
const FILES: &[(&str, &str)] = &[
    ("attribution.toml", include_str!("builtin/attribution.toml")),
    ("movements.toml", include_str!("builtin/movements.toml")),
    (
        "organisations.toml",
        include_str!("builtin/organisations.toml"),
    ),
    ("world.toml", include_str!("builtin/world.toml")),
];

/// The pack that comes with the crate; read by the first call.
pub(super) fn builtin() -> Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| {
        // The crate's own tests read the same files, so that a mistake in them never reaches a user.
        Pack::from_static(FILES).unwrap_or_else(|_| Pack::empty())
    })
    .clone()
}
