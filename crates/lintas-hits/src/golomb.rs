//! Golomb coding of gaps (Golomb 1966) with truncated binary remainders: within a thirtieth of a bit of the least possible
//! for gaps of random values, where Rice's powers of two cost up to a twelfth more.

/// Writes bits, the first one highest.
#[derive(Debug, Default)]
struct Writer {
    bytes: Vec<u8>,
    held: u64,
    count: u32,
}

impl Writer {
    /// Writes the lowest `width` bits of a value, 56 at most.
    fn write(&mut self, value: u64, width: u32) {
        debug_assert!(width <= 56);
        self.held = (self.held << width) | (value & ((1 << width) - 1));
        self.count += width;
        while self.count >= 8 {
            self.count -= 8;
            self.bytes.push((self.held >> self.count) as u8);
        }
    }

    fn wide(&mut self, value: u64, width: u32) {
        if width > 32 {
            self.write(value >> 32, width - 32);
            self.write(value, 32);
        } else {
            self.write(value, width);
        }
    }

    fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.write(0, 8 - self.count);
        }
        self.bytes
    }
}

/// Reads bits; past the end there are none.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    held: u64,
    count: u32,
}

impl Reader<'_> {
    fn fill(&mut self, width: u32) -> Option<()> {
        while self.count < width {
            self.held = (self.held << 8) | u64::from(*self.bytes.get(self.at)?);
            self.at += 1;
            self.count += 8;
        }
        Some(())
    }

    fn read(&mut self, width: u32) -> Option<u64> {
        if width > 32 {
            let high = self.read(width - 32)?;
            return Some((high << 32) | self.read(32)?);
        }
        self.fill(width)?;
        self.count -= width;
        Some((self.held >> self.count) & ((1 << width) - 1))
    }
}

/// How remainders of a divisor are written: `short` values take `width` bits, the others one more.
struct Remainders {
    divisor: u64,
    width: u32,
    short: u64,
}

impl Remainders {
    fn of(divisor: u64) -> Self {
        let width = divisor.ilog2();
        let short = ((1_u128 << (width + 1)) - u128::from(divisor)) as u64;
        Self { divisor, width, short }
    }
}

/// The divisor that suits gaps of this mean (Gallager and van Voorhis 1975): the mean times the logarithm of two.
pub(crate) fn divisor(range: u64, count: u64) -> u64 {
    let mean = u128::from(range / count.max(1));
    // 0.693147 in 2^20.
    u64::try_from((mean * 726_817) >> 20).unwrap_or(u64::MAX).max(1)
}

/// Strictly rising values as gaps.
pub(crate) fn encode(values: &[u64], divisor: u64) -> Vec<u8> {
    let remainders = Remainders::of(divisor);
    let mut writer = Writer::default();
    let mut next = 0;
    for value in values {
        let gap = value - next;
        next = value.saturating_add(1);
        let mut quotient = gap / remainders.divisor;
        while quotient >= 32 {
            writer.write(u64::from(u32::MAX), 32);
            quotient -= 32;
        }
        writer.write((1 << (quotient + 1)) - 2, quotient as u32 + 1);
        let remainder = gap % remainders.divisor;
        if remainder < remainders.short {
            writer.wide(remainder, remainders.width);
        } else {
            writer.wide(remainder + remainders.short, remainders.width + 1);
        }
    }
    writer.finish()
}

/// `count` strictly rising values below `range`; `None` where the bytes hold other than that.
pub(crate) fn decode(bytes: &[u8], count: usize, divisor: u64, range: u64) -> Option<Vec<u64>> {
    // Each value takes at least one bit: a short text cannot ask for much memory.
    if count > bytes.len().checked_mul(8)? {
        return None;
    }
    let remainders = Remainders::of(divisor);
    let mut reader = Reader { bytes, at: 0, held: 0, count: 0 };
    let mut values = Vec::with_capacity(count);
    let mut next = 0_u64;
    for _ in 0..count {
        let mut quotient = 0_u64;
        while reader.read(1)? == 1 {
            quotient += 1;
        }
        let mut remainder = reader.read(remainders.width)?;
        if remainder >= remainders.short {
            remainder = ((remainder << 1) | reader.read(1)?) - remainders.short;
        }
        let gap = quotient.checked_mul(remainders.divisor)?.checked_add(remainder)?;
        let value = next.checked_add(gap)?;
        if value >= range {
            return None;
        }
        values.push(value);
        next = value.checked_add(1)?;
    }
    // What is left must be the padding of the last byte.
    let padding = reader.held & ((1 << reader.count) - 1);
    (reader.at == bytes.len() && reader.count < 8 && padding == 0).then_some(values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_written_is_read(
            mut values in proptest::collection::btree_set(any::<u64>().prop_map(|v| v >> 1), 0..200),
            divisor in 1_u64 << 40..1 << 60,
        ) {
            values.insert(0);
            let values: Vec<u64> = values.into_iter().collect();
            let bytes = encode(&values, divisor);
            prop_assert_eq!(decode(&bytes, values.len(), divisor, u64::MAX), Some(values.clone()));
            prop_assert_eq!(decode(&bytes, values.len() + 9, divisor, u64::MAX), None);
        }

        #[test]
        fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), count in 0_usize..400,
            divisor in 1_u64..u64::MAX) {
            let _ = decode(&bytes, count, divisor, u64::MAX);
        }
    }

    #[test]
    fn a_small_divisor_and_long_runs_are_written_too() {
        let values: Vec<u64> = (0..500).map(|n| n * 97).collect();
        for divisor in [1, 2, 3, 60, 67, 64] {
            let bytes = encode(&values, divisor);
            assert_eq!(decode(&bytes, 500, divisor, 50_000), Some(values.clone()), "{divisor}");
        }
    }
}
