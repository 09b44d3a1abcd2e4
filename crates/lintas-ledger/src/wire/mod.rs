//! The bytes that are hashed and signed, one file per version ever shipped.

pub(crate) mod v1;
