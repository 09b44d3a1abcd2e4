//! From a serialisable body to the deterministic encoding of each of its fields.

use ciborium::value::Value;
use serde::Serialize;

use super::{MAX_DEPTH, Writer};

/// Why a value cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unfit {
    /// It does not serialise.
    #[error("it does not serialise: {0}")]
    NotSerialisable(String),
    /// It is not a map from texts to values.
    #[error("it is not a map of named fields")]
    NotFields,
    /// It holds a float or a tag.
    #[error("field `{0}` holds a number that is not whole, or a tag")]
    NotAllowed(String),
    /// It nests too deep.
    #[error("field `{0}` nests too deep")]
    TooDeep(String),
    /// A map in it has the same key twice.
    #[error("field `{0}` has the same key twice")]
    DuplicateKey(String),
}

/// The fields of a body, each with its deterministic encoding, in no particular order.
pub(crate) fn fields_of(body: &impl Serialize) -> Result<Vec<(String, Vec<u8>)>, Unfit> {
    let value = Value::serialized(body).map_err(|error| Unfit::NotSerialisable(error.to_string()))?;
    let Value::Map(pairs) = value else { return Err(Unfit::NotFields) };
    pairs
        .into_iter()
        .map(|(name, value)| {
            let Value::Text(name) = name else { return Err(Unfit::NotFields) };
            let mut writer = Writer::default();
            match write(&value, MAX_DEPTH, &mut writer) {
                Ok(()) => Ok((name, writer.into_bytes())),
                Err(fault) => Err(fault.within(name)),
            }
        })
        .collect()
}

/// The deterministic encoding of a whole value.
pub(crate) fn encode(value: &impl Serialize) -> Result<Vec<u8>, Unfit> {
    let value = Value::serialized(value).map_err(|error| Unfit::NotSerialisable(error.to_string()))?;
    let mut writer = Writer::default();
    match write(&value, MAX_DEPTH, &mut writer) {
        Ok(()) => Ok(writer.into_bytes()),
        Err(fault) => Err(fault.within(String::new())),
    }
}

enum Fault {
    NotAllowed,
    TooDeep,
    DuplicateKey,
}

impl Fault {
    fn within(self, field: String) -> Unfit {
        match self {
            Self::NotAllowed => Unfit::NotAllowed(field),
            Self::TooDeep => Unfit::TooDeep(field),
            Self::DuplicateKey => Unfit::DuplicateKey(field),
        }
    }
}

fn write(value: &Value, depth: usize, writer: &mut Writer) -> Result<(), Fault> {
    match value {
        Value::Integer(number) => {
            let number = i128::from(*number);
            match u64::try_from(number) {
                Ok(number) => writer.uint(number),
                Err(_) => writer.int(i64::try_from(number).map_err(|_| Fault::NotAllowed)?),
            }
        }
        Value::Bytes(bytes) => writer.bytes(bytes),
        Value::Text(text) => writer.text(text),
        Value::Bool(value) => writer.bool(*value),
        Value::Null => writer.null(),
        Value::Array(items) => {
            let depth = depth.checked_sub(1).ok_or(Fault::TooDeep)?;
            writer.array(items.len());
            for item in items {
                write(item, depth, writer)?;
            }
        }
        Value::Map(pairs) => {
            let depth = depth.checked_sub(1).ok_or(Fault::TooDeep)?;
            let mut encoded = Vec::with_capacity(pairs.len());
            for (key, value) in pairs {
                let mut pair = Writer::default();
                write(key, depth, &mut pair)?;
                let key_ends = pair.as_bytes().len();
                write(value, depth, &mut pair)?;
                encoded.push((key_ends, pair.into_bytes()));
            }
            encoded.sort_by(|(a_ends, a), (b_ends, b)| a[..*a_ends].cmp(&b[..*b_ends]));
            writer.map(encoded.len());
            let mut last: Option<&[u8]> = None;
            for (key_ends, pair) in &encoded {
                if last == Some(&pair[..*key_ends]) {
                    return Err(Fault::DuplicateKey);
                }
                last = Some(&pair[..*key_ends]);
                writer.raw(pair);
            }
        }
        _ => return Err(Fault::NotAllowed),
    }
    Ok(())
}
