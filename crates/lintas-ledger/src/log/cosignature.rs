//! Cosignatures: a witness says that it has seen a checkpoint, and when (C2SP tlog-cosignature, version 1).

use lintas_model::Timestamp;

use super::note::{Note, NoteError, key_id_of};
use crate::keys::{Signer, VerifyingKey};

/// The signature type of a timestamped Ed25519 cosignature in key ids.
const TYPE_COSIGNATURE: u8 = 4;

/// Adds the cosignature of a witness to a checkpoint that it has accepted.
pub fn cosign(note: &mut Note, name: &str, signer: &Signer, at: Timestamp) -> Result<(), NoteError> {
    let seconds = u64::try_from(at.as_millis() / 1000).unwrap_or_default();
    let signature = signer.sign(&message(seconds, note.text()));
    let key_id = key_id_of(name, TYPE_COSIGNATURE, signer.public());
    note.add_line(name, key_id, [&seconds.to_be_bytes()[..], &signature].concat())
}

/// When the holder of this key cosigned the note under this name, or that it did not. The latest of several counts, and all
/// of them must verify.
pub fn cosigned(note: &Note, name: &str, key: &VerifyingKey) -> Result<Option<Timestamp>, NoteError> {
    let mut latest = None;
    for line in note.lines(name, key_id_of(name, TYPE_COSIGNATURE, key)) {
        let parts = line.split_first_chunk::<8>().and_then(|(at, rest)| Some((at, rest.try_into().ok()?)));
        let (seconds, signature): (&[u8; 8], &[u8; 64]) =
            parts.ok_or_else(|| NoteError::Signature(name.to_owned()))?;
        let seconds = u64::from_be_bytes(*seconds);
        if !key.verify(&message(seconds, note.text()), signature) {
            return Err(NoteError::Signature(name.to_owned()));
        }
        latest = latest.max(Some(seconds));
    }
    let millis = |seconds: u64| i64::try_from(seconds).ok()?.checked_mul(1000).map(Timestamp::from_millis);
    Ok(latest.map(|seconds| millis(seconds).unwrap_or(Timestamp::from_millis(i64::MAX))))
}

fn message(seconds: u64, text: &str) -> Vec<u8> {
    format!("cosignature/v1\ntime {seconds}\n{text}").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_witness_says_when_it_saw_a_checkpoint() {
        let (witness, other) = (Signer::from_seed(&[3; 32]), Signer::from_seed(&[4; 32]));
        let mut note = Note::new("lintas/KH-CIB\n1\nAAAA\n".to_owned()).unwrap();
        let at = Timestamp::from_millis(1_490_000_000_999);
        cosign(&mut note, "lintas/TH-DSI", &witness, at).unwrap();
        let read = Note::parse(&note.to_string()).unwrap();
        let second = Timestamp::from_millis(1_490_000_000_000);
        assert_eq!(cosigned(&read, "lintas/TH-DSI", witness.public()), Ok(Some(second)));
        assert_eq!(cosigned(&read, "lintas/TH-DSI", other.public()), Ok(None));
        assert_eq!(cosigned(&read, "lintas/LA-DPO", witness.public()), Ok(None));
        let altered = Note::parse(&note.to_string().replace("\n1\n", "\n2\n")).unwrap();
        assert!(cosigned(&altered, "lintas/TH-DSI", witness.public()).is_err());
    }
}
