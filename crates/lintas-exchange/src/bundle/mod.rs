//! By courier: the same chunks in a sealed file, taken through the same checks as over the wire.

mod give;
mod take;

pub(crate) use give::acknowledged;
pub use give::{Given, bundle_for};
pub use take::{BundleTaken, take_bundle};
