//! How much may be asked: what makes trying out numbers hopeless.

use lintas_model::Timestamp;

/// The most items that one partner may ask another for one purpose within [`DAY_MS`]. A thousand million numbers would
/// take 274 years.
pub const ITEMS_A_DAY: u32 = 10_000;
/// More items than this in one question need a second officer.
pub const ALONE: usize = 100;
/// The window of the budget, in milliseconds.
pub const DAY_MS: i64 = 86_400_000;
/// One opened commitment in so many is inspected.
pub const INSPECTED_ONE_IN: usize = 100;

/// How many items were asked within the day that ends at `now`. What is dated later counts too: a clock that was set
/// forward and back buys nothing.
pub fn spent(asked: impl Iterator<Item = (Timestamp, u32)>, now: Timestamp) -> u32 {
    let since = now.plus_millis(-DAY_MS);
    asked.filter(|(at, _)| *at > since).fold(0, |sum, (_, count)| sum.saturating_add(count))
}

/// How many items are left of a budget.
pub const fn left(spent: u32, a_day: u32) -> u32 {
    a_day.saturating_sub(spent)
}

/// How many of the commitments of a question an inspector opens: one in a hundred, one at least.
pub const fn inspected(count: usize) -> usize {
    count.div_ceil(INSPECTED_ONE_IN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ten_thousand_and_first_item_of_a_day_has_no_budget() {
        let at = |hours: i64| Timestamp::from_millis(hours * 3_600_000);
        let asked = || [(at(1), 4_000), (at(20), 6_000)].into_iter();
        assert_eq!(left(spent(asked(), at(21)), ITEMS_A_DAY), 0);
        assert_eq!(left(spent(asked(), at(26)), ITEMS_A_DAY), 4_000);
        assert_eq!(left(spent(asked(), at(45)), ITEMS_A_DAY), 10_000);
        assert_eq!(left(spent(asked(), at(-500)), ITEMS_A_DAY), 0, "a clock set back");
        assert_eq!(left(spent([(at(1), u32::MAX), (at(1), 7)].into_iter(), at(2)), ITEMS_A_DAY), 0);
    }

    #[test]
    fn at_least_one_commitment_is_inspected() {
        assert_eq!([1, 100, 101, 10_000].map(inspected), [1, 1, 2, 100]);
    }
}
