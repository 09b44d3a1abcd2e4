//! Reads deterministic CBOR in place and refuses every other spelling.

/// What is wrong with an encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The bytes end inside an item.
    #[error("the bytes end too early")]
    Truncated,
    /// Bytes follow the last item.
    #[error("bytes follow the end")]
    Trailing,
    /// A number or a length is not in its shortest form.
    #[error("a number or length is not in its shortest form")]
    NotShortest,
    /// An indefinite length.
    #[error("a length is indefinite")]
    Indefinite,
    /// A floating-point number, a tag or a simple value other than false, true and null.
    #[error("a float, a tag or a reserved value stands here")]
    NotAllowed,
    /// Text that is not UTF-8.
    #[error("text is not UTF-8")]
    NotUtf8,
    /// Two equal keys in a map.
    #[error("a key stands twice")]
    DuplicateKey,
    /// Keys of a map that are not in order.
    #[error("a key is out of order")]
    KeyOrder,
    /// Arrays and maps are nested too deep.
    #[error("values are nested too deep")]
    TooDeep,
    /// Another kind of item was expected.
    #[error("another kind of item was expected")]
    WrongType,
    /// A number lies outside its range, or a string has the wrong length.
    #[error("a number or length is out of range")]
    OutOfRange,
}

/// The byte at which an encoding was refused, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("could not read byte {at}: {problem}")]
pub struct CborError {
    /// Offset in the bytes that were read.
    pub at: usize,
    /// What is wrong there.
    #[source]
    pub problem: Problem,
}

/// The first part of an item: its major type and its argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    /// Major type, 0 to 7.
    pub(crate) major: u8,
    /// Number, length, count or simple value.
    pub(crate) argument: u64,
}

/// A position in bytes that must be deterministic CBOR.
#[derive(Debug, Clone)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The offset of the next byte.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// The bytes from an earlier position up to the next one.
    pub(crate) fn since(&self, start: usize) -> &'a [u8] {
        &self.bytes[start..self.at]
    }

    /// Refuses the item that starts at `at`.
    pub(crate) fn refuse<T>(&self, at: usize, problem: Problem) -> Result<T, CborError> {
        Err(CborError { at, problem })
    }

    /// Refuses bytes after the last item.
    pub(crate) fn finish(&self) -> Result<(), CborError> {
        if self.at == self.bytes.len() { Ok(()) } else { self.refuse(self.at, Problem::Trailing) }
    }

    fn remaining(&self) -> usize {
        self.bytes.len() - self.at
    }

    fn take(&mut self, n_bytes: usize) -> Result<&'a [u8], CborError> {
        if n_bytes > self.remaining() {
            return self.refuse(self.at, Problem::Truncated);
        }
        let taken = &self.bytes[self.at..self.at + n_bytes];
        self.at += n_bytes;
        Ok(taken)
    }

    /// Reads a head in its shortest form; of major type 7 only false, true and null.
    pub(crate) fn head(&mut self) -> Result<Head, CborError> {
        let start = self.at;
        let Some(&first) = self.bytes.get(start) else { return self.refuse(start, Problem::Truncated) };
        self.at += 1;
        let (major, short) = (first >> 5, first & 0x1f);
        if major == 6 || (major == 7 && !(20..=22).contains(&short) && short != 31) {
            return self.refuse(start, Problem::NotAllowed);
        }
        let (argument, least) = match short {
            0..=23 => return Ok(Head { major, argument: u64::from(short) }),
            24 => (u64::from(self.take(1)?[0]), 24),
            25 => (u64::from(u16::from_be_bytes(self.fixed()?)), 0x100),
            26 => (u64::from(u32::from_be_bytes(self.fixed()?)), 0x1_0000),
            27 => (u64::from_be_bytes(self.fixed()?), 0x1_0000_0000),
            31 => return self.refuse(start, Problem::Indefinite),
            _ => return self.refuse(start, Problem::NotAllowed),
        };
        if argument < least {
            return self.refuse(start, Problem::NotShortest);
        }
        // Numbers run from -2^63 to 2^64 - 1: what lies below fits no type of ours.
        if major == 1 && argument > i64::MAX as u64 {
            return self.refuse(start, Problem::OutOfRange);
        }
        Ok(Head { major, argument })
    }

    fn fixed<const N: usize>(&mut self) -> Result<[u8; N], CborError> {
        let mut fixed = [0; N];
        fixed.copy_from_slice(self.take(N)?);
        Ok(fixed)
    }

    fn expect(&mut self, major: u8) -> Result<u64, CborError> {
        let start = self.at;
        let head = self.head()?;
        if head.major == major { Ok(head.argument) } else { self.refuse(start, Problem::WrongType) }
    }

    /// Reads a number of 0 or more that fits `T`.
    pub(crate) fn uint<T: TryFrom<u64>>(&mut self) -> Result<T, CborError> {
        let start = self.at;
        let argument = self.expect(0)?;
        T::try_from(argument).or_else(|_| self.refuse(start, Problem::OutOfRange))
    }

    /// Reads a whole number of either sign.
    pub(crate) fn int(&mut self) -> Result<i64, CborError> {
        let start = self.at;
        let Head { major, argument } = self.head()?;
        match (major, i64::try_from(argument)) {
            (0, Ok(number)) => Ok(number),
            (1, Ok(number)) => Ok(!number),
            (0 | 1, Err(_)) => self.refuse(start, Problem::OutOfRange),
            _ => self.refuse(start, Problem::WrongType),
        }
    }

    /// Reads a byte string.
    pub(crate) fn bytes(&mut self) -> Result<&'a [u8], CborError> {
        let length = self.expect(2)?;
        self.string(length)
    }

    /// Reads a byte string of exactly `N` bytes.
    pub(crate) fn array_of<const N: usize>(&mut self) -> Result<[u8; N], CborError> {
        let start = self.at;
        <[u8; N]>::try_from(self.bytes()?).or_else(|_| self.refuse(start, Problem::OutOfRange))
    }

    /// Reads a text string.
    pub(crate) fn text(&mut self) -> Result<&'a str, CborError> {
        let start = self.at;
        let length = self.expect(3)?;
        std::str::from_utf8(self.string(length)?).or_else(|_| self.refuse(start, Problem::NotUtf8))
    }

    /// The content of a byte or text string whose head has been read.
    pub(crate) fn string(&mut self, length: u64) -> Result<&'a [u8], CborError> {
        match usize::try_from(length) {
            Ok(length) => self.take(length),
            Err(_) => self.refuse(self.at, Problem::Truncated),
        }
    }

    /// Reads the head of an array and answers the number of its items.
    pub(crate) fn array(&mut self) -> Result<usize, CborError> {
        let count = self.expect(4)?;
        self.count(count, 1)
    }

    /// Reads the head of a map and answers the number of its pairs.
    pub(crate) fn map(&mut self) -> Result<usize, CborError> {
        let count = self.expect(5)?;
        self.count(count, 2)
    }

    /// A count of items that the remaining bytes could hold, so that nobody allocates for a lie.
    pub(crate) fn count(&self, count: u64, least_bytes: u64) -> Result<usize, CborError> {
        if count > self.remaining() as u64 / least_bytes {
            return self.refuse(self.at, Problem::Truncated);
        }
        Ok(count as usize)
    }

    /// Reads null when it is next.
    pub(crate) fn is_null(&mut self) -> bool {
        let null = self.bytes.get(self.at) == Some(&0xf6);
        self.at += usize::from(null);
        null
    }

    /// The major type of the next item, without reading it.
    pub(crate) fn next_major(&self) -> Option<u8> {
        self.bytes.get(self.at).map(|first| first >> 5)
    }

    /// Reads one value of any kind, checks it all through, and answers its bytes.
    pub(crate) fn skip_value(&mut self, depth: usize) -> Result<&'a [u8], CborError> {
        let start = self.at;
        let Head { major, argument } = self.head()?;
        match major {
            2 => {
                self.string(argument)?;
            }
            3 => {
                let text = self.string(argument)?;
                if std::str::from_utf8(text).is_err() {
                    return self.refuse(start, Problem::NotUtf8);
                }
            }
            4 | 5 if depth == 0 => return self.refuse(start, Problem::TooDeep),
            4 => {
                for _ in 0..self.count(argument, 1)? {
                    self.skip_value(depth - 1)?;
                }
            }
            5 => {
                let mut last: Option<&[u8]> = None;
                for _ in 0..self.count(argument, 2)? {
                    let key_at = self.at;
                    let key = self.skip_value(depth - 1)?;
                    self.in_order(key_at, last, key)?;
                    last = Some(key);
                    self.skip_value(depth - 1)?;
                }
            }
            _ => {}
        }
        Ok(self.since(start))
    }

    /// Refuses a key that does not follow the last one in the order of their bytes.
    pub(crate) fn in_order(&self, at: usize, last: Option<&[u8]>, key: &[u8]) -> Result<(), CborError> {
        match last {
            Some(last) if last == key => self.refuse(at, Problem::DuplicateKey),
            Some(last) if last > key => self.refuse(at, Problem::KeyOrder),
            _ => Ok(()),
        }
    }
}
