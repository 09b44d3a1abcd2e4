//! Partners and sync.

pub(crate) mod show;
