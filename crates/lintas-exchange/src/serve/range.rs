//! Byte ranges (RFC 9110, section 14): the rest of a chunk after a broken line.

/// Which part of a body is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// From the first byte to before the second.
    From(usize, usize),
    /// Nothing that is there.
    Nowhere,
}

/// The part of `length` bytes that a `Range` header asks for. Forms that are not served (several ranges, a suffix)
/// mean the whole, as the standard allows.
pub(super) fn part(range: Option<&str>, length: usize) -> Part {
    let Some((first, last)) = range
        .and_then(|range| range.trim().strip_prefix("bytes="))
        .and_then(|range| range.trim().split_once('-'))
    else {
        return Part::Whole;
    };
    let last = if last.is_empty() { Some(usize::MAX) } else { last.parse().ok() };
    match (first.parse::<usize>().ok(), last) {
        (Some(first), Some(last)) if first <= last => {
            if first >= length {
                Part::Nowhere
            } else {
                Part::From(first, last.saturating_add(1).min(length))
            }
        }
        _ => Part::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_kept_within_the_bytes_that_are_there() {
        let check = |range: &str, expected| assert_eq!(part(Some(range), 100), expected, "{range}");
        check("bytes=0-", Part::From(0, 100));
        check("bytes=40-", Part::From(40, 100));
        check("bytes=40-59", Part::From(40, 60));
        check("bytes=40-5000", Part::From(40, 100));
        check("bytes=99-99", Part::From(99, 100));
        check("bytes=100-", Part::Nowhere);
        check("bytes=-5", Part::Whole);
        check("bytes=9-3", Part::Whole);
        check("bytes=0-1,4-5", Part::Whole);
        check("lines=0-1", Part::Whole);
        check("bytes=99999999999999999999-", Part::Whole);
        assert_eq!(part(None, 100), Part::Whole);
    }
}
