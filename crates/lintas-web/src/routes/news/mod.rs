//! What has changed while a page is open.

pub(crate) mod stream;
