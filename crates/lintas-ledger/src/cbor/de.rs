//! From the encoded fields of a body back to typed values, straight from the bytes.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::{CborError, MAX_DEPTH, Reader};

/// Why fields do not make a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Misfit(String);

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misfit {}

impl serde::de::Error for Misfit {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

impl From<CborError> for Misfit {
    fn from(error: CborError) -> Self {
        Self(error.to_string())
    }
}

/// A deserializer over named fields, each with its encoded value.
pub(crate) fn from_fields<'de>(fields: &[(&'de str, &'de [u8])]) -> impl Deserializer<'de, Error = Misfit> {
    Fields { fields: fields.to_vec(), next: 0 }
}

/// Reads exactly one value that must be in deterministic encoding.
pub(crate) fn decode<'de, T: serde::Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, String> {
    super::check(bytes).map_err(|error| error.to_string())?;
    T::deserialize(Item { reader: &mut Reader::new(bytes), depth: MAX_DEPTH })
        .map_err(|misfit| misfit.to_string())
}

struct Fields<'de> {
    fields: Vec<(&'de str, &'de [u8])>,
    next: usize,
}

impl<'de> Deserializer<'de> for Fields<'de> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_map(self)
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = Misfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Misfit> {
        match self.fields.get(self.next) {
            Some((name, _)) => {
                seed.deserialize(serde::de::value::BorrowedStrDeserializer::new(name)).map(Some)
            }
            None => Ok(None),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Misfit> {
        let (name, value) = self.fields[self.next];
        self.next += 1;
        let mut reader = Reader::new(value);
        let read = seed.deserialize(Item { reader: &mut reader, depth: MAX_DEPTH });
        read.and_then(|read| Ok(reader.finish().map(|()| read)?))
            .map_err(|misfit| Misfit(format!("field `{name}`: {misfit}")))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.fields.len() - self.next)
    }
}

/// One value at the reader's position.
struct Item<'r, 'de> {
    reader: &'r mut Reader<'de>,
    depth: usize,
}

impl<'de> Item<'_, 'de> {
    fn inner(&self) -> Result<usize, Misfit> {
        self.depth.checked_sub(1).ok_or_else(|| Misfit::custom("values are nested too deep"))
    }
}

impl<'de> Deserializer<'de> for Item<'_, 'de> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.reader.next_major() {
            Some(0) => visitor.visit_u64(self.reader.uint()?),
            Some(1) => visitor.visit_i64(self.reader.int()?),
            Some(2) => visitor.visit_borrowed_bytes(self.reader.bytes()?),
            Some(3) => visitor.visit_borrowed_str(self.reader.text()?),
            Some(4) => {
                let depth = self.inner()?;
                let left = self.reader.array()?;
                visitor.visit_seq(Items { reader: self.reader, depth, left })
            }
            Some(5) => {
                let depth = self.inner()?;
                let left = self.reader.map()?;
                visitor.visit_map(Items { reader: self.reader, depth, left })
            }
            _ => match self.reader.head()?.argument {
                20 => visitor.visit_bool(false),
                21 => visitor.visit_bool(true),
                _ => visitor.visit_unit(),
            },
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if self.reader.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self.reader.next_major() {
            Some(3) => {
                visitor.visit_enum(serde::de::value::BorrowedStrDeserializer::new(self.reader.text()?))
            }
            Some(5) => {
                let depth = self.inner()?;
                if self.reader.map()? != 1 {
                    return Err(Misfit::custom("a choice is a map of one pair"));
                }
                visitor.visit_enum(Item { reader: self.reader, depth })
            }
            _ => Err(Misfit::custom("expected a choice")),
        }
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq
        tuple tuple_struct map struct identifier ignored_any
    }
}

struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    depth: usize,
    left: usize,
}

impl<'de> Items<'_, 'de> {
    fn item<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Misfit> {
        seed.deserialize(Item { reader: self.reader, depth: self.depth })
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Misfit> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        self.item(seed).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> MapAccess<'de> for Items<'_, 'de> {
    type Error = Misfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Misfit> {
        self.next_element_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Misfit> {
        self.item(seed)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> EnumAccess<'de> for Item<'_, 'de> {
    type Error = Misfit;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Misfit> {
        let name = self.reader.text()?;
        let variant = seed.deserialize(serde::de::value::BorrowedStrDeserializer::<Misfit>::new(name))?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for Item<'_, 'de> {
    type Error = Misfit;

    fn unit_variant(self) -> Result<(), Misfit> {
        if self.reader.is_null() { Ok(()) } else { Err(Misfit::custom("expected nothing after the choice")) }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Misfit> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.deserialize_any(visitor)
    }
}
