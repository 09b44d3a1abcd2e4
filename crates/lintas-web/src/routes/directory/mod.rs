//! The directory of agencies: how their desks are reached.

pub(crate) mod edit;
pub(crate) mod show;
