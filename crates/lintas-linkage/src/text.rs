//! Text as it is compared: folded once, then measured in edits.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters beyond which a value is no longer measured edit by edit.
const LONGEST_MEASURED: usize = 64;

/// Lower case, without the marks of Latin letters, every run of other signs one space.
pub(crate) fn fold(text: &str, into: &mut String) {
    into.clear();
    if text.is_ascii() {
        for byte in text.bytes() {
            push_folded(byte.to_ascii_lowercase() as char, into);
        }
    } else {
        let mut after_latin = false;
        for letter in text.nfd() {
            if is_combining_mark(letter) {
                // Marks of other scripts are vowels and tones: without them a name is another name.
                if !after_latin {
                    into.push(letter);
                }
                continue;
            }
            after_latin = letter < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&letter);
            match letter {
                'đ' | 'Đ' | 'ð' => push_folded('d', into),
                'ø' | 'Ø' => push_folded('o', into),
                'ł' | 'Ł' => push_folded('l', into),
                'ß' => into.push_str("ss"),
                'æ' | 'Æ' => into.push_str("ae"),
                'œ' | 'Œ' => into.push_str("oe"),
                _ => letter.to_lowercase().for_each(|lower| push_folded(lower, into)),
            }
        }
    }
    while into.ends_with(' ') {
        into.pop();
    }
}

fn push_folded(letter: char, into: &mut String) {
    if letter.is_alphanumeric() || is_combining_mark(letter) {
        into.push(letter);
    } else if matches!(letter, '\'' | '’' | '`' | '.') {
        // O'Brien and OBrien, J.R. and JR are one word each.
    } else if !into.is_empty() && !into.ends_with(' ') {
        into.push(' ');
    }
}

/// Letters and digits only.
pub(crate) fn squeeze(folded: &str, into: &mut String) {
    into.clear();
    into.extend(folded.chars().filter(|letter| *letter != ' '));
}

/// Which letters occur in a text, one bit each; texts whose masks differ much cannot be a few edits apart.
pub(crate) fn letters(text: &str) -> u64 {
    let mut mask = 0_u64;
    for letter in text.chars() {
        let bit = match letter {
            'a'..='z' => letter as u32 - 'a' as u32,
            '0'..='9' => 26 + letter as u32 - '0' as u32,
            ' ' => 36,
            other => 37 + other as u32 % 27,
        };
        mask |= 1 << bit;
    }
    mask
}

/// Number of edits (insert, delete, replace, exchange of neighbours) between two texts, or `None` above `limit`.
/// Optimal string alignment, after Damerau (1964).
pub(crate) fn edits(left: &str, right: &str, limit: usize) -> Option<usize> {
    if left.is_ascii() && right.is_ascii() {
        return edits_of(left.as_bytes(), right.as_bytes(), limit);
    }
    let left: Vec<char> = left.chars().take(LONGEST_MEASURED).collect();
    let right: Vec<char> = right.chars().take(LONGEST_MEASURED).collect();
    edits_of(&left, &right, limit)
}

fn edits_of<T: PartialEq + Copy>(mut left: &[T], mut right: &[T], limit: usize) -> Option<usize> {
    if left.len().abs_diff(right.len()) > limit {
        return None;
    }
    while let ([a, rest_left @ ..], [b, rest_right @ ..]) = (left, right)
        && a == b
    {
        (left, right) = (rest_left, rest_right);
    }
    while let ([rest_left @ .., a], [rest_right @ .., b]) = (left, right)
        && a == b
    {
        (left, right) = (rest_left, rest_right);
    }
    if left.is_empty() || right.is_empty() {
        let rest = left.len().max(right.len());
        return (rest <= limit).then_some(rest);
    }
    left = &left[..left.len().min(LONGEST_MEASURED)];
    right = &right[..right.len().min(LONGEST_MEASURED)];
    if left.len().abs_diff(right.len()) > limit {
        return None;
    }
    // Only cells within `limit` of the diagonal can matter (Ukkonen 1985); beyond them stands a value above it.
    let beyond = limit.min(200) as u8 + 1;
    let mut rows = [[beyond; LONGEST_MEASURED + 2]; 3];
    for (at, cell) in rows[0].iter_mut().enumerate().take(limit.min(right.len()) + 1) {
        *cell = at as u8;
    }
    for (row, a) in left.iter().enumerate() {
        let (before, previous, current) = ((row + 2) % 3, row % 3, (row + 1) % 3);
        let (from, to) = ((row + 1).saturating_sub(limit), (row + 1 + limit).min(right.len()));
        rows[current][from.saturating_sub(1)] = beyond;
        let mut least = beyond;
        if from == 0 {
            rows[current][0] = row as u8 + 1;
            least = rows[current][0];
        }
        for column in from.max(1) - 1..to {
            let b = &right[column];
            let mut cost = rows[previous][column] + u8::from(a != b);
            cost = cost.min(rows[previous][column + 1] + 1).min(rows[current][column] + 1);
            if row > 0 && column > 0 && *a == right[column - 1] && left[row - 1] == *b {
                cost = cost.min(rows[before][column - 1] + 1);
            }
            rows[current][column + 1] = cost.min(beyond);
            least = least.min(cost);
        }
        rows[current][to + 1] = beyond;
        if usize::from(least) > limit {
            return None;
        }
    }
    let found = usize::from(rows[left.len() % 3][right.len()]);
    (found <= limit).then_some(found)
}

/// A number that stands for a text, the same on every machine and in every run.
pub(crate) fn hash(text: &[u8], seed: u64) -> u64 {
    let mut state = seed ^ 0x9e37_79b9_7f4a_7c15;
    for chunk in text.chunks(8) {
        let mut word = [0_u8; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        state = mix(state ^ u64::from_le_bytes(word) ^ ((chunk.len() as u64) << 56));
    }
    mix(state)
}

/// Spreads a number over all bits (splitmix64 by Vigna).
pub(crate) fn mix(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_exchange_of_neighbours_is_one_edit() {
        assert_eq!(edits("jonh", "john", 2), Some(1));
        assert_eq!(edits("denninh", "denning", 2), Some(1));
        assert_eq!(edits("abc", "xyz", 2), None);
        assert_eq!(edits("", "ab", 2), Some(2));
    }

    #[test]
    fn marks_of_latin_letters_go_and_those_of_other_scripts_stay() {
        let mut folded = String::new();
        fold("  Ferté-O'Neil ", &mut folded);
        assert_eq!(folded, "ferte oneil");
        fold("กั้", &mut folded);
        assert_eq!(folded.chars().count(), 3);
    }

    /// The distance without any short cut.
    fn plainly(left: &[u8], right: &[u8]) -> usize {
        let mut rows = vec![vec![0; right.len() + 1]; left.len() + 1];
        for i in 0..=left.len() {
            for j in 0..=right.len() {
                rows[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let replaced = rows[i - 1][j - 1] + usize::from(left[i - 1] != right[j - 1]);
                    replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1)
                };
                if i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] {
                    rows[i][j] = rows[i][j].min(rows[i - 2][j - 2] + 1);
                }
            }
        }
        rows[left.len()][right.len()]
    }

    proptest! {
        #[test]
        fn short_cuts_change_no_distance(a in "[a-c]{0,12}", b in "[a-c]{0,12}", limit in 0..5_usize) {
            let distance = plainly(a.as_bytes(), b.as_bytes());
            prop_assert_eq!(edits(&a, &b, limit), (distance <= limit).then_some(distance));
        }

        #[test]
        fn edits_are_the_same_in_both_directions(a in "[a-d]{0,12}", b in "[a-d]{0,12}") {
            prop_assert_eq!(edits(&a, &b, 4), edits(&b, &a, 4));
            prop_assert_eq!(edits(&a, &a, 0), Some(0));
        }
    }
}
