//! Writes the shortest form of each head, which is the only one allowed.

/// Appends deterministic CBOR to a buffer.
#[derive(Debug, Default)]
pub(crate) struct Writer(Vec<u8>);

impl Writer {
    /// An empty buffer with room for `size_bytes`.
    pub(crate) fn with_capacity(size_bytes: usize) -> Self {
        Self(Vec::with_capacity(size_bytes))
    }

    /// What has been written.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// What has been written so far.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The head of an item: its major type and its argument in the fewest bytes.
    pub(crate) fn head(&mut self, major: u8, argument: u64) {
        let major = major << 5;
        match argument {
            0..=23 => self.0.push(major | argument as u8),
            24..=0xff => self.0.extend_from_slice(&[major | 24, argument as u8]),
            0x100..=0xffff => {
                self.0.push(major | 25);
                self.0.extend_from_slice(&(argument as u16).to_be_bytes());
            }
            0x1_0000..=0xffff_ffff => {
                self.0.push(major | 26);
                self.0.extend_from_slice(&(argument as u32).to_be_bytes());
            }
            _ => {
                self.0.push(major | 27);
                self.0.extend_from_slice(&argument.to_be_bytes());
            }
        }
    }

    /// A whole number of either sign.
    pub(crate) fn int(&mut self, number: i64) {
        if number < 0 { self.head(1, !(number as u64)) } else { self.head(0, number as u64) }
    }

    /// A number of 0 or more.
    pub(crate) fn uint(&mut self, number: u64) {
        self.head(0, number);
    }

    /// A byte string.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.head(2, bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }

    /// A text string.
    pub(crate) fn text(&mut self, text: &str) {
        self.head(3, text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
    }

    /// The head of an array of `n_items`.
    pub(crate) fn array(&mut self, n_items: usize) {
        self.head(4, n_items as u64);
    }

    /// The head of a map of `n_pairs`.
    pub(crate) fn map(&mut self, n_pairs: usize) {
        self.head(5, n_pairs as u64);
    }

    /// False or true.
    pub(crate) fn bool(&mut self, value: bool) {
        self.0.push(if value { 0xf5 } else { 0xf4 });
    }

    /// Null.
    pub(crate) fn null(&mut self) {
        self.0.push(0xf6);
    }

    /// Bytes that are already deterministic CBOR.
    pub(crate) fn raw(&mut self, encoded: &[u8]) {
        self.0.extend_from_slice(encoded);
    }
}
