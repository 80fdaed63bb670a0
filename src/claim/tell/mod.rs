//! From a draft to claims: who speaks (`voice`, `word`), who trusts another to do it (`trust`), who is asked (`asked`), when it was held (`date`), one claim for each holder (`finish`), what is kept at a distance (`distance`), who is
//! nobody in particular (`unnamed`), and none that concerns nobody (`concern`).

mod asked;
pub(super) mod concern;
pub(super) mod date;
mod distance;
pub(super) mod finish;
mod target;
mod trust;
mod unnamed;
pub(super) mod voice;
pub(super) mod word;
