//! What a device keeps of a node: its name and sign for the home screen, and the worker that opens the empty report form
//! where there is no link.

pub(crate) mod manifest;
pub(crate) mod worker;
