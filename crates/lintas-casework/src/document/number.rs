//! The verification code: what a document is called, computed from what it says.
//!
//! Eighty bits of SHA-256 over the document's name and data, without the code itself, in Crockford's base 32. The same
//! records, language and day give the same code; one letter changed gives another.

use lintas_documents::Document;
use sha2::{Digest, Sha256};

use crate::{CaseworkError, Result};

/// Without letters that are misread: Crockford's base 32.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Computes the code of a document and gives it to it.
pub(super) fn give(document: &mut (dyn Document + Send)) -> Result<String> {
    document.frame_mut().document_id.clear();
    let data = document.data().map_err(|error| CaseworkError::Ledger(error.to_string()))?;
    let mut hash = Sha256::new();
    hash.update(document.name());
    hash.update([0]);
    hash.update(&data);
    let code = spelled(&hash.finalize()[..10]);
    document.frame_mut().document_id.clone_from(&code);
    Ok(code)
}

/// A code as a person may have typed it, in the form in which it was given.
pub(super) fn read(text: &str) -> String {
    let plain = text.chars().filter(char::is_ascii_alphanumeric).map(|c| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    });
    grouped(&plain.collect::<String>())
}

fn spelled(bytes: &[u8]) -> String {
    let (mut text, mut bits, mut held) = (String::new(), 0u32, 0u32);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(DIGITS[(held >> bits & 31) as usize]));
        }
        held &= (1 << bits) - 1;
    }
    grouped(&text)
}

fn grouped(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_sixteen_letters_that_survive_being_typed() {
        let code = spelled(&[0xFF, 0, 0x12, 0x34, 0x56, 0x78, 0x9A, 0xBC, 0xDE, 0xF0]);
        assert_eq!(code.len(), 19);
        assert_eq!(read(&code.to_lowercase().replace('-', " ")), code);
        assert_eq!(read("o1il-0000"), "0111-0000");
        assert_eq!(spelled(&[0; 10]), "0000-0000-0000-0000");
        assert_eq!(spelled(&[0xFF; 5]), "ZZZZ-ZZZZ");
    }
}
