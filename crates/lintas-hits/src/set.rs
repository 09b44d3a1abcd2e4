//! The set of tags that a holder gives to one partner: short, padded, and of no use without asking.

use lintas_model::Entropy;

use crate::{HitError, golomb};

/// One item in so many that the holder does not have is told as a hit. At ten thousand items a day that is one false hit
/// in some millions of years from one partner; a hit still only says "ask".
pub const ONE_FALSE_HIT_IN: u64 = 10_000_000_000_000;
/// The fewest places of a set: the size of a small agency's holdings is nobody's business.
const FEWEST: usize = 256;
/// The most places of a set.
const MOST: usize = 1 << 26;
/// Marks the bytes of a set. Never change it, add another.
const MAGIC: &[u8; 4] = b"LHS1";

/// What the function says of an item, cut to 64 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub u64);

impl Tag {
    pub(crate) fn of(output: &[u8; 64]) -> Self {
        let mut first = [0; 8];
        first.copy_from_slice(&output[..8]);
        Self(u64::from_be_bytes(first))
    }

    /// The place of a tag in a range.
    fn within(self, range: u64) -> u64 {
        ((u128::from(self.0) * u128::from(range)) >> 64) as u64
    }
}

/// A set of tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    range: u64,
    places: Vec<u64>,
}

impl Set {
    /// The set of some tags, filled up with random places to a power of two.
    pub fn new(tags: &[Tag], entropy: &mut dyn Entropy) -> Result<Self, HitError> {
        Self::with_rate(tags, ONE_FALSE_HIT_IN, entropy)
    }

    /// The same with another rate of false hits: one in `one_in` items asked, as far as 64 bits of a tag allow.
    pub fn with_rate(tags: &[Tag], one_in: u64, entropy: &mut dyn Entropy) -> Result<Self, HitError> {
        let size = tags.len().next_power_of_two().max(FEWEST);
        if size > MOST {
            return Err(HitError::Set("it would have too many tags"));
        }
        let range = (size as u64).saturating_mul(one_in.max(2));
        let mut places: Vec<u64> = tags.iter().map(|tag| tag.within(range)).collect();
        places.sort_unstable();
        places.dedup();
        while places.len() < size {
            for _ in places.len()..size {
                let mut bytes = [0; 8];
                entropy.fill(&mut bytes);
                places.push(Tag(u64::from_be_bytes(bytes)).within(range));
            }
            places.sort_unstable();
            places.dedup();
        }
        Ok(Self { range, places })
    }

    /// How many places it has: a power of two that says no more of what is held.
    pub fn size(&self) -> usize {
        self.places.len()
    }

    /// Whether it has a tag.
    pub fn has(&self, tag: Tag) -> bool {
        self.places.binary_search(&tag.within(self.range)).is_ok()
    }

    /// The positions of the tags that it has.
    pub fn hits(&self, tags: &[Tag]) -> Vec<u32> {
        tags.iter()
            .enumerate()
            .filter(|(_, tag)| self.has(**tag))
            .filter_map(|(at, _)| u32::try_from(at).ok())
            .collect()
    }

    /// Its bytes: mark, logarithm of its size, range, gaps.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.push(self.places.len().ilog2() as u8);
        bytes.extend(self.range.to_be_bytes());
        bytes.extend(golomb::encode(&self.places, golomb::divisor(self.range, self.places.len() as u64)));
        bytes
    }

    /// Reads a set.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, HitError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(HitError::Set("it does not begin as one"))?;
        let (&log, rest) = rest.split_first().ok_or(HitError::Set("it ends early"))?;
        let (range, gaps) = rest.split_at_checked(8).ok_or(HitError::Set("it ends early"))?;
        let size = 1_usize.checked_shl(u32::from(log)).filter(|size| (FEWEST..=MOST).contains(size));
        let size = size.ok_or(HitError::Set("its size is none that is used"))?;
        let range = u64::from_be_bytes(range.try_into().map_err(|_| HitError::Set("it ends early"))?);
        // A narrow range would make everything a hit.
        if range / (size as u64) < 1 << 20 {
            return Err(HitError::Set("its tags are too short to tell a hit from chance"));
        }
        let divisor = golomb::divisor(range, size as u64);
        let places = golomb::decode(gaps, size, divisor, range)
            .ok_or(HitError::Set("its gaps do not give as many tags as it says"))?;
        Ok(Self { range, places })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lintas_model::entropy::SeededEntropy;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_set_has_all_that_was_put_in_and_comes_back_from_its_bytes(
            tags in proptest::collection::vec(any::<u64>().prop_map(Tag), 0..900), seed in any::<u64>(),
        ) {
            let set = Set::new(&tags, &mut SeededEntropy::new(seed)).unwrap();
            prop_assert!(tags.iter().all(|tag| set.has(*tag)));
            prop_assert!(set.size().is_power_of_two() && set.size() >= 256);
            let bytes = set.to_bytes();
            let back = Set::from_bytes(&bytes).unwrap();
            prop_assert_eq!(&back, &set);
            prop_assert!(Set::from_bytes(&bytes[..bytes.len() - 1]).is_err());
        }

        #[test]
        fn random_bytes_are_no_set(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            prop_assert!(Set::from_bytes(&bytes).is_err());
        }
    }

    #[test]
    fn sets_of_like_size_cannot_be_told_apart_by_their_length() {
        let mut entropy = SeededEntropy::new(5);
        let mut length = |count: u64| {
            let tags: Vec<Tag> = (0..count).map(|n| Tag(n.wrapping_mul(0x9e37_79b9_7f4a_7c15))).collect();
            let set = Set::new(&tags, &mut entropy).unwrap();
            (set.size(), set.to_bytes().len())
        };
        let (few, many) = (length(1_030), length(2_040));
        assert_eq!(few.0, many.0);
        assert!(few.1.abs_diff(many.1) * 50 < few.1, "{few:?} {many:?}");
    }

    #[test]
    fn false_hits_are_as_rare_as_promised() {
        let mut entropy = SeededEntropy::new(11);
        let mut random = |count: usize| -> Vec<Tag> {
            let mut bytes = vec![0; count * 8];
            entropy.fill(&mut bytes);
            bytes.chunks(8).map(|b| Tag(u64::from_be_bytes(b.try_into().unwrap()))).collect()
        };
        let (held, strangers) = (random(4_096), random(400_000));
        let rough = Set::with_rate(&held, 1 << 10, &mut SeededEntropy::new(1)).unwrap();
        let share = rough.hits(&strangers).len() as f64 / strangers.len() as f64;
        assert!((0.5..2.0).contains(&(share * 1024.0)), "{share}");
        let fine = Set::new(&held, &mut SeededEntropy::new(1)).unwrap();
        assert!(fine.hits(&strangers).is_empty());
    }

    #[test]
    fn a_tag_takes_no_more_than_its_rate_allows() {
        // Places that fill up a set are as random as tags.
        let set = Set::new(&[Tag(1); 33_000], &mut SeededEntropy::new(2)).unwrap();
        let bits = set.to_bytes().len() as f64 * 8.0 / set.size() as f64;
        // log2 of the rate and log2 of e are the least that random gaps take.
        let least = (ONE_FALSE_HIT_IN as f64).log2() + std::f64::consts::E.log2();
        assert!(bits < least * 1.005, "{bits} for {least}");
    }
}
