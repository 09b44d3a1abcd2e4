//! Signed notes (C2SP signed-note): a short text with signature lines, readable by people and by many programs.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::Hash32;
use crate::keys::{Signer, VerifyingKey};

/// Greatest size of a note, in bytes.
const MAX_NOTE: usize = 1 << 16;
/// Greatest number of signatures on a note.
const MAX_SIGNATURES: usize = 100;
/// The signature type of plain Ed25519 in key ids.
const TYPE_ED25519: u8 = 1;

/// Why a text is not a note that can be trusted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// It does not have the form of a signed note.
    #[error("could not read the signed note: {0}")]
    Form(&'static str),
    /// The signer expected did not sign it.
    #[error("could not find a signature of `{0}` on the note")]
    NotSigned(String),
    /// A signature by the signer expected does not verify.
    #[error("could not verify the signature of `{0}` on the note")]
    Signature(String),
}

/// A text with its signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    name: String,
    key_id: [u8; 4],
    signature: Vec<u8>,
}

impl Note {
    /// A note without signatures. The text must end with a line end and hold no control characters.
    pub fn new(text: String) -> Result<Self, NoteError> {
        if !text.ends_with('\n') {
            return Err(NoteError::Form("its text does not end with a line end"));
        }
        if text.chars().any(|c| c.is_control() && c != '\n') {
            return Err(NoteError::Form("it holds control characters"));
        }
        Ok(Self { text, signatures: Vec::new() })
    }

    /// Reads a note, keeping signatures by unknown signers as they are.
    pub fn parse(note: &str) -> Result<Self, NoteError> {
        if note.len() > MAX_NOTE {
            return Err(NoteError::Form("it is too long"));
        }
        let (text, signatures) =
            note.rsplit_once("\n\n").ok_or(NoteError::Form("no empty line stands before the signatures"))?;
        let mut parsed = Self::new(format!("{text}\n"))?;
        let signatures =
            signatures.strip_suffix('\n').ok_or(NoteError::Form("its last line has no line end"))?;
        for line in signatures.split('\n') {
            parsed
                .signatures
                .push(Line::parse(line).ok_or(NoteError::Form("a signature line is malformed"))?);
        }
        if parsed.signatures.len() > MAX_SIGNATURES {
            return Err(NoteError::Form("it has too many signatures"));
        }
        Ok(parsed)
    }

    /// What is signed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The names on the signature lines.
    pub fn signers(&self) -> impl Iterator<Item = &str> {
        self.signatures.iter().map(|line| line.name.as_str())
    }

    /// Adds a signature under a name without spaces or `+`.
    pub fn sign(&mut self, name: &str, signer: &Signer) -> Result<(), NoteError> {
        if !is_name(name) {
            return Err(NoteError::Form("a signer's name holds a space or `+`"));
        }
        let key_id = key_id(name, signer.public());
        let signature = signer.sign(self.text.as_bytes()).to_vec();
        self.signatures.push(Line { name: name.to_owned(), key_id, signature });
        Ok(())
    }

    /// Checks that the holder of this key signed under this name. Other signatures are not looked at.
    pub fn verify(&self, name: &str, key: &VerifyingKey) -> Result<(), NoteError> {
        let id = key_id(name, key);
        let mut lines =
            self.signatures.iter().filter(|line| line.name == name && line.key_id == id).peekable();
        if lines.peek().is_none() {
            return Err(NoteError::NotSigned(name.to_owned()));
        }
        let sound = lines.all(|line| {
            <&[u8; 64]>::try_from(line.signature.as_slice())
                .is_ok_and(|signature| key.verify(self.text.as_bytes(), signature))
        });
        if sound { Ok(()) } else { Err(NoteError::Signature(name.to_owned())) }
    }
}

impl Note {
    /// Adds a signature line whose form another part of the format lays down.
    pub(super) fn add_line(
        &mut self,
        name: &str,
        key_id: [u8; 4],
        signature: Vec<u8>,
    ) -> Result<(), NoteError> {
        if !is_name(name) || signature.is_empty() {
            return Err(NoteError::Form("a signature line is malformed"));
        }
        self.signatures.push(Line { name: name.to_owned(), key_id, signature });
        Ok(())
    }

    /// What stands on the lines under a name and a key's id.
    pub(super) fn lines<'n>(&'n self, name: &'n str, key_id: [u8; 4]) -> impl Iterator<Item = &'n [u8]> {
        let here = self.signatures.iter().filter(move |line| line.name == name && line.key_id == key_id);
        here.map(|line| line.signature.as_slice())
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        for Line { name, key_id, signature } in &self.signatures {
            writeln!(f, "\u{2014} {name} {}", STANDARD.encode([&key_id[..], signature].concat()))?;
        }
        Ok(())
    }
}

impl Line {
    fn parse(line: &str) -> Option<Self> {
        let (name, encoded) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
        let decoded = STANDARD.decode(encoded).ok()?;
        let (key_id, signature) = decoded.split_first_chunk::<4>()?;
        let sound = is_name(name) && !signature.is_empty();
        sound.then(|| Self { name: name.to_owned(), key_id: *key_id, signature: signature.to_vec() })
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c.is_whitespace() || c.is_control() || c == '+')
}

fn key_id(name: &str, key: &VerifyingKey) -> [u8; 4] {
    key_id_of(name, TYPE_ED25519, key)
}

/// The first four bytes of the hash over name, signature type and key.
pub(super) fn key_id_of(name: &str, signature_type: u8, key: &VerifyingKey) -> [u8; 4] {
    let hash = Hash32::of(&[name.as_bytes(), b"\n", &[signature_type], key.as_bytes()]);
    [hash.0[0], hash.0[1], hash.0[2], hash.0[3]]
}
