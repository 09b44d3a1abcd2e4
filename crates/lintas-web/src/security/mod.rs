//! What stands between the network and the handlers: headers, origin, tokens, forms sent twice, attempts, files.

pub(crate) mod attempts;
pub(crate) mod cookies;
pub(crate) mod headers;
pub(crate) mod listeners;
pub(crate) mod once;
pub(crate) mod origin;
pub(crate) mod token;
pub(crate) mod upload;
