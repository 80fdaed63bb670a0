//! From a draft to claims: who speaks (`voice`, `word`), when it was held (`date`), one claim for each holder (`finish`).

pub(super) mod date;
pub(super) mod finish;
pub(super) mod voice;
pub(super) mod word;
