//! Whom words name: the parties of a noun phrase (`party`), those in their company (`company`), whose a thing is (`owner`), what is said of somebody
//! (`said`) and in whose eyes (`eyes`).

pub(super) mod company;
pub(super) mod eyes;
pub(super) mod owner;
pub(super) mod party;
pub(super) mod said;
