//! Who can see this?

pub(crate) mod show;
