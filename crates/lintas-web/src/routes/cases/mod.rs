//! Cases, one page per tab.

pub(crate) mod agreement;
pub(crate) mod charts;
pub(crate) mod evidence;
pub(crate) mod findings;
pub(crate) mod head;
pub(crate) mod inquiries;
pub(crate) mod journal;
pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod open;
pub(crate) mod operations;
pub(crate) mod overview;
pub(crate) mod plan;
pub(crate) mod reports;
pub(crate) mod tasks;
pub(crate) mod things;
pub(crate) mod warrants;
