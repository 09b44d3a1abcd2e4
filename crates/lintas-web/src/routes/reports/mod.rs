//! Reports.

pub(crate) mod add;
pub(crate) mod empty;
pub(crate) mod files;
pub(crate) mod grade;
pub(crate) mod kept;
pub(crate) mod line;
pub(crate) mod show;
