//! Partners and sync.

pub(crate) mod log;
pub(crate) mod show;
