//! The pack that comes with the crate: `builtin/*.toml`, compiled in, read once.

use std::sync::OnceLock;

use super::Pack;

/// The files, by name. A test checks that none of the folder is missing.
const FILES: &[(&str, &str)] = &[
    ("attribution.toml", include_str!("builtin/attribution.toml")),
    ("movements.toml", include_str!("builtin/movements.toml")),
    ("operators.toml", include_str!("builtin/operators.toml")),
    (
        "organisations.toml",
        include_str!("builtin/organisations.toml"),
    ),
    (
        "positions/ceasefire.toml",
        include_str!("builtin/positions/ceasefire.toml"),
    ),
    (
        "positions/ceasefire_guarantor.toml",
        include_str!("builtin/positions/ceasefire_guarantor.toml"),
    ),
    (
        "positions/legitimacy.toml",
        include_str!("builtin/positions/legitimacy.toml"),
    ),
    (
        "positions/legitimacy_denied.toml",
        include_str!("builtin/positions/legitimacy_denied.toml"),
    ),
    (
        "positions/legitimacy_judged.toml",
        include_str!("builtin/positions/legitimacy_judged.toml"),
    ),
    (
        "positions/legitimacy_unlawful.toml",
        include_str!("builtin/positions/legitimacy_unlawful.toml"),
    ),
    (
        "positions/lists.toml",
        include_str!("builtin/positions/lists.toml"),
    ),
    (
        "positions/mediation.toml",
        include_str!("builtin/positions/mediation.toml"),
    ),
    (
        "positions/normalisation.toml",
        include_str!("builtin/positions/normalisation.toml"),
    ),
    (
        "positions/normalisation_broken.toml",
        include_str!("builtin/positions/normalisation_broken.toml"),
    ),
    (
        "positions/normalisation_judged.toml",
        include_str!("builtin/positions/normalisation_judged.toml"),
    ),
    (
        "positions/normalisation_meetings.toml",
        include_str!("builtin/positions/normalisation_meetings.toml"),
    ),
    (
        "positions/occupation.toml",
        include_str!("builtin/positions/occupation.toml"),
    ),
    (
        "positions/siege_relief.toml",
        include_str!("builtin/positions/siege_relief.toml"),
    ),
    (
        "positions/ukraine_war.toml",
        include_str!("builtin/positions/ukraine_war.toml"),
    ),
    (
        "positions/un_blocking.toml",
        include_str!("builtin/positions/un_blocking.toml"),
    ),
    (
        "positions/un_blocking_against.toml",
        include_str!("builtin/positions/un_blocking_against.toml"),
    ),
    (
        "positions/us_policy.toml",
        include_str!("builtin/positions/us_policy.toml"),
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
