//! Signing in and out, and how the screen looks.

pub(crate) mod display;
pub(crate) mod own;
pub(crate) mod passkey;
pub(crate) mod purpose;
pub(crate) mod sign_in;
pub(crate) mod sign_out;
