//! The cheapest way to turn one string of sounds into another.

use super::costs::{PRICES, SOUNDS};
use super::encode::{CODA, encode};

/// Words longer than this many sounds are compared by their beginning.
const LONGEST: usize = 40;

/// Words as sounds, side by side in memory: a comparison is over before a scattered one has fetched its words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    /// Sounds of each word, then the price of each sound if the other spelling lacks it.
    bytes: Vec<u8>,
    words: Vec<Word>,
}

#[derive(Debug, Clone, Copy)]
struct Word {
    start: u32,
    /// Families of consonants in it, as a set, for ruling out hopeless pairs.
    families: u16,
    /// Sum of the one-sided prices: what it would cost to lose the word, in hundredths of a consonant.
    weight: u16,
    /// What choosing this reading costs, in likeness.
    cost: f32,
    length: u8,
}

/// One word of [`Words`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sounds<'a> {
    sounds: &'a [u8],
    one_sided: &'a [u8],
    families: u16,
    weight: u16,
    /// What choosing this reading costs, in likeness.
    pub(crate) cost: f32,
}

impl Words {
    /// Adds a lower-case ASCII spelling and returns its number.
    pub(crate) fn add(&mut self, latin: &str, cost: f32) -> u16 {
        if self.words.is_empty() {
            self.bytes.reserve(192);
            self.words.reserve(16);
        }
        let start = self.bytes.len();
        encode(latin, &mut self.bytes);
        self.bytes.truncate(start + LONGEST);
        let end = self.bytes.len();
        let mut families = 0;
        let mut weight = 0;
        let prices = &*PRICES;
        for at in start..end {
            let price = prices.one_sided_at(&self.bytes[start..end], at - start);
            weight += u16::from(price);
            families |= family(self.bytes[at] & !CODA);
            self.bytes.push(price);
        }
        for sound in &mut self.bytes[start..end] {
            *sound = super::costs::index(*sound);
        }
        let length = (end - start) as u8;
        self.words.push(Word { start: start as u32, families, weight, cost, length });
        (self.words.len() - 1).min(usize::from(u16::MAX)) as u16
    }

    /// Takes the last word added away again.
    pub(crate) fn take_back(&mut self) {
        if let Some(word) = self.words.pop() {
            self.bytes.truncate(word.start as usize);
        }
    }

    /// Number of words.
    pub(crate) fn count(&self) -> u16 {
        self.words.len().min(usize::from(u16::MAX)) as u16
    }

    /// Whether a word could be a spelling of the word of a number of other words: about as long, with about the same
    /// consonants.
    pub(crate) fn could_be(&self, number: u16, others: &Words, other: u16) -> bool {
        let (one, other) = (&self.words[usize::from(number)], &others.words[usize::from(other)]);
        one.length >= 4
            && one.length.abs_diff(other.length) <= 2
            && !hopeless(usize::from(one.length.max(other.length)), one.families, other.families)
    }

    /// The word of a number.
    pub(crate) fn get(&self, number: u16) -> Sounds<'_> {
        let word = &self.words[usize::from(number)];
        let (start, length) = (word.start as usize, usize::from(word.length));
        let both = &self.bytes[start..start + 2 * length];
        let (sounds, one_sided) = both.split_at(length);
        Sounds { sounds, one_sided, families: word.families, weight: word.weight, cost: word.cost }
    }
}

impl Sounds<'_> {
    /// Number of sounds.
    pub(crate) fn len(&self) -> usize {
        self.sounds.len()
    }

    /// Whether both are the same sounds.
    pub(crate) fn same(&self, other: &Sounds<'_>) -> bool {
        self.sounds == other.sounds
    }
}

/// Likeness of two words in lower-case Latin letters, in [0, 1]; other characters are skipped.
pub fn likeness(left: &str, right: &str) -> f32 {
    let mut words = Words::default();
    words.add(left, 0.0);
    words.add(right, 0.0);
    similarity(words.get(0), words.get(1), 0.0)
}

/// Families of consonants that are written for each other; two words that share none are different words.
fn family(sound: u8) -> u16 {
    match sound {
        b't' | b'T' | b'd' | b'D' => 1,
        b'p' | b'P' | b'b' | b'B' | b'f' | b'v' | b'w' => 1 << 1,
        b'k' | b'K' | b'g' | b'G' | b'q' | b'c' => 1 << 2,
        b's' | b'S' | b'z' | b'Z' | b'x' | b'X' => 1 << 3,
        b'C' | b'j' | b'J' => 1 << 4,
        b'm' => 1 << 5,
        b'n' | b'N' | b'Y' => 1 << 6,
        b'r' => 1 << 7,
        b'l' => 1 << 8,
        // h and y come and go, vowels are in every word.
        _ => 0,
    }
}

/// Likeness of two words in [0, 1]: one minus the price of turning one into the other over their mean weight. Below
/// `floor` the exact figure does not matter and 0 is returned.
pub(crate) fn similarity(left: Sounds<'_>, right: Sounds<'_>, floor: f32) -> f32 {
    if hopeless(left.len().max(right.len()), left.families, right.families) {
        return 0.0;
    }
    let mean = (f32::from(left.weight) + f32::from(right.weight)) / 2.0;
    if mean == 0.0 {
        return 0.0;
    }
    if left.sounds == right.sounds {
        return 1.0;
    }
    let limit = (mean * (1.0 - floor)) as u16;
    match distance(left, right, limit) {
        Some(distance) => 1.0 - f32::from(distance) / mean,
        None => 0.0,
    }
}

/// Words with so many families of consonants not shared are two words whatever the price of the rest.
fn hopeless(longer: usize, left: u16, right: u16) -> bool {
    (left ^ right).count_ones() > if longer <= 7 { 2 } else { 3 }
}

/// Price of turning one word into the other, in hundredths of a consonant; `None` when it is above `limit`.
fn distance(left: Sounds<'_>, right: Sounds<'_>, limit: u16) -> Option<u16> {
    let (left, right) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    // A sound is never replaced by one that much lighter or heavier, so the weights themselves bound the price from below.
    if right.weight.abs_diff(left.weight) > limit.saturating_add(limit / 2).saturating_add(40) {
        return None;
    }
    let prices = &PRICES.substitute;
    let columns = left.len().min(LONGEST);
    let mut row = [0u16; LONGEST + 1];
    let mut sum = 0;
    for (cell, price) in row[1..=columns].iter_mut().zip(left.one_sided) {
        sum += u16::from(*price);
        *cell = sum;
    }
    for (&sound, &drop_right) in right.sounds.iter().zip(right.one_sided) {
        let base = sound as usize % SOUNDS * SOUNDS;
        let substitute = &prices[base..base + SOUNDS];
        let drop_right = u16::from(drop_right);
        let mut diagonal = row[0];
        let mut before = diagonal + drop_right;
        row[0] = before;
        let mut least = before;
        for ((cell, &sound), &drop_left) in row[1..=columns].iter_mut().zip(left.sounds).zip(left.one_sided) {
            let substituted = diagonal + u16::from(substitute[sound as usize % SOUNDS]);
            diagonal = *cell;
            let dropped = (diagonal + drop_right).min(before + u16::from(drop_left));
            before = substituted.min(dropped);
            *cell = before;
            least = least.min(before);
        }
        if least > limit {
            return None;
        }
    }
    (row[columns] <= limit).then_some(row[columns])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_nearer_than_two_names() {
        for (left, near, far) in [
            ("thanaphat", "tanapat", "thanaphan"),
            ("soeharto", "suharto", "soenarto"),
            ("watcharaphon", "vacharapol", "watcharaphong"),
            ("choudhury", "chaudhuri", "choudhary"),
            ("achmad", "ahmad", "asmad"),
        ] {
            assert!(
                likeness(left, near) > likeness(left, far),
                "{left} {near} {far} {} {}",
                likeness(left, near),
                likeness(left, far)
            );
        }
    }
}
