#![no_main]

use libfuzzer_sys::fuzz_target;
use lintas_ledger::log::Checkpoint;
use lintas_ledger::{Chunk, Entry};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(entry) = Entry::decode(bytes) {
        assert_eq!(entry.encode(), bytes);
    }
    let _ = Entry::decode_without_body(bytes);
    if let Ok(chunk) = Chunk::decode(bytes.to_vec()) {
        assert_eq!(chunk.as_bytes(), bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = Checkpoint::parse(text);
    }
});
