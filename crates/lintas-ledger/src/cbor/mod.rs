//! Deterministic CBOR: RFC 8949 section 4.2.1, without floats, tags or indefinite lengths.
//!
//! One value has exactly one encoding here, so two nodes can never disagree about the bytes that were signed. The
//! reader refuses everything else at the byte where it stands; accepting a second spelling of a number or a key out
//! of order would let one record have two hashes.

mod de;
mod reader;
mod value;
mod writer;

pub(crate) use de::{decode, from_fields};
pub(crate) use reader::Reader;
pub use reader::{CborError, Problem};
pub(crate) use value::{Unfit, encode, fields_of};
pub(crate) use writer::Writer;

/// How deep arrays and maps may nest in the value of one field.
pub const MAX_DEPTH: usize = 16;

/// Checks that `bytes` are exactly one value in deterministic encoding, nested no deeper than [`MAX_DEPTH`].
pub fn check(bytes: &[u8]) -> Result<(), CborError> {
    let mut reader = Reader::new(bytes);
    reader.skip_value(MAX_DEPTH)?;
    reader.finish()
}

#[cfg(test)]
mod tests {
    use ciborium::value::Value;
    use proptest::prelude::*;

    use super::*;

    fn refused(bytes: &[u8], problem: Problem) {
        assert_eq!(check(bytes).map_err(|error| error.problem), Err(problem), "{bytes:02x?}");
    }

    #[test]
    fn every_second_spelling_is_refused() {
        refused(&[], Problem::Truncated);
        refused(&[0x00, 0x00], Problem::Trailing);
        // Numbers and lengths in more bytes than they need.
        for bytes in [
            &[0x18, 23][..],
            &[0x19, 0, 255],
            &[0x1a, 0, 0, 255, 255],
            &[0x1b, 0, 0, 0, 0, 255, 255, 255, 255],
            &[0x38, 1],
            &[0x58, 1, 0],
            &[0x78, 1, b'a'],
            &[0x98, 1, 0],
            &[0xb8, 1, 0, 0],
        ] {
            refused(bytes, Problem::NotShortest);
        }
        // Indefinite lengths and the break that ends them.
        for bytes in [&[0x5f, 0xff][..], &[0x7f, 0xff], &[0x9f, 0xff], &[0xbf, 0xff], &[0xff]] {
            refused(bytes, Problem::Indefinite);
        }
        // Floats of three sizes, undefined, simple values, tags, reserved lengths.
        for bytes in [
            &[0xf9, 0, 0][..],
            &[0xfa, 0, 0, 0, 0],
            &[0xfb, 0, 0, 0, 0, 0, 0, 0, 0],
            &[0xf7],
            &[0xf8, 0x20],
            &[0xe0],
            &[0xc0, 0x60],
            &[0xc2, 0x41, 1],
            &[0x1c],
            &[0x5d],
            &[0xfc],
        ] {
            refused(bytes, Problem::NotAllowed);
        }
        refused(&[0xa2, 1, 0, 1, 0], Problem::DuplicateKey);
        refused(&[0xa2, 2, 0, 1, 0], Problem::KeyOrder);
        refused(&[0xa2, 0x61, b'b', 0, 0x61, b'a', 0], Problem::KeyOrder);
        refused(&[0xa2, 0x62, b'a', b'a', 0, 0x61, b'b', 0], Problem::KeyOrder);
        refused(&[0x61, 0xff], Problem::NotUtf8);
        refused(&[0x63, 0xed, 0xa0, 0x80], Problem::NotUtf8);
        refused(&[0x42, 0], Problem::Truncated);
        refused(&[0x82, 0], Problem::Truncated);
    }

    #[test]
    fn a_claimed_length_sets_no_memory_aside() {
        for major in [2u8, 3, 4, 5] {
            refused(&[major << 5 | 27, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], Problem::Truncated);
        }
    }

    #[test]
    fn nesting_ends_at_its_limit() {
        let nested = |depth: usize| [vec![0x81; depth], vec![0]].concat();
        assert_eq!(check(&nested(MAX_DEPTH)), Ok(()));
        refused(&nested(MAX_DEPTH + 1), Problem::TooDeep);
        refused(&nested(1_000_000), Problem::TooDeep);
    }

    fn value() -> impl Strategy<Value = Value> {
        let key = prop_oneof!["[a-zกខ]{0,9}".prop_map(Value::from), any::<i32>().prop_map(Value::from)];
        let leaf = prop_oneof![
            any::<u64>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            ".{0,40}".prop_map(Value::from),
            proptest::collection::vec(any::<u8>(), 0..300).prop_map(Value::Bytes),
            any::<bool>().prop_map(Value::Bool),
            Just(Value::Null),
        ];
        leaf.prop_recursive(4, 40, 6, move |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
                proptest::collection::vec((key.clone(), inner), 0..6).prop_map(|pairs| {
                    let mut seen = Vec::new();
                    Value::Map(
                        pairs
                            .into_iter()
                            .filter(|(key, _)| {
                                let new = !seen.contains(key);
                                seen.push(key.clone());
                                new
                            })
                            .collect(),
                    )
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_accepted_and_reads_back(value in value()) {
            let bytes = encode(&value).unwrap();
            prop_assert_eq!(check(&bytes), Ok(()));
            let back: Value = ciborium::from_reader(&bytes[..]).unwrap();
            prop_assert_eq!(encode(&back).unwrap(), bytes.clone());
            let ours: Value = decode(&bytes).unwrap();
            prop_assert_eq!(encode(&ours).unwrap(), bytes);
        }

        #[test]
        fn changed_bytes_are_refused_or_are_the_one_encoding_of_something(
            value in value(),
            flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        ) {
            let mut bytes = encode(&value).unwrap();
            for (at, byte) in flips {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if check(&bytes).is_ok() {
                let back: Value = ciborium::from_reader(&bytes[..]).unwrap();
                prop_assert_eq!(encode(&back).unwrap(), bytes);
            }
        }

        #[test]
        fn any_bytes_at_all_do_no_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if check(&bytes).is_ok() {
                let back: Value = ciborium::from_reader(&bytes[..]).unwrap();
                prop_assert_eq!(encode(&back).unwrap(), bytes);
            }
        }
    }
}
