//! What an officer's own devices need to keep reports that were written without a link.
//!
//! A device seals such a report with a public key at once. The private key lies beside it, closed with a secret that the
//! node gives only to the officer, signed in. So a device that is found, seized or shared tells nothing: who has it needs
//! the officer's sign-in to open what waits on it, and another officer's does not do.

use sha2::{Digest as _, Sha256};

use crate::Ctx;

/// With what an officer's devices close what they keep.
#[derive(Clone, PartialEq, Eq)]
pub struct DeviceSecret {
    /// Tells the officer's devices from those of others; says nothing about who it is.
    pub owner: String,
    /// 32 bytes, for AES-256-GCM.
    pub secret: [u8; 32],
}

/// The secret of the officer who acts. It follows from the node's own keys, so nothing is stored and nobody else has it.
pub fn secret(ctx: &Ctx) -> DeviceSecret {
    let derive = |label: &[u8]| -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(label);
        hash.update(ctx.node().tls_seed());
        hash.update(ctx.officer().uuid().as_bytes());
        hash.finalize().into()
    };
    DeviceSecret {
        owner: hex::encode(&derive(b"lintas device owner v1")[..8]),
        secret: derive(b"lintas device secret v1"),
    }
}
