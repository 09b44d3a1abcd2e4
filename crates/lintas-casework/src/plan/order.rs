//! The order of tasks: each may wait for one other, and nothing may wait for itself.

use std::collections::BTreeMap;

use lintas_model::TaskId;

/// Which task each task waits for.
pub type Waits = BTreeMap<TaskId, TaskId>;

/// The way on which a task would come to wait for itself, beginning and ending with it; `None` when it does not.
pub fn circle(waits: &Waits, from: TaskId) -> Option<Vec<TaskId>> {
    let mut way = vec![from];
    let mut at = from;
    while let Some(next) = waits.get(&at) {
        if way.contains(next) {
            // A circle further on is that of other tasks.
            return (*next == from).then(|| {
                way.push(*next);
                way
            });
        }
        way.push(*next);
        at = *next;
    }
    None
}

/// How many tasks stand before a task; in a circle, as many as can be told apart.
pub fn depth(waits: &Waits, from: TaskId) -> usize {
    let mut way = vec![from];
    while let Some(next) = way.last().and_then(|last| waits.get(last)) {
        if way.contains(next) {
            break;
        }
        way.push(*next);
    }
    way.len() - 1
}

#[cfg(test)]
mod tests {
    use lintas_model::Timestamp;
    use lintas_model::entropy::SeededEntropy;
    use proptest::prelude::*;

    use super::*;

    fn tasks(n: usize) -> Vec<TaskId> {
        let mut entropy = SeededEntropy::new(1);
        (0..n).map(|i| TaskId::new(Timestamp::from_millis(i as i64), &mut entropy)).collect()
    }

    #[test]
    fn a_circle_is_told_with_its_way() {
        let t = tasks(4);
        let waits = Waits::from([(t[0], t[1]), (t[1], t[2]), (t[2], t[0]), (t[3], t[0])]);
        assert_eq!(circle(&waits, t[0]), Some(vec![t[0], t[1], t[2], t[0]]));
        assert_eq!(circle(&waits, t[3]), None, "it waits for a circle and is not in it");
        assert_eq!(circle(&Waits::from([(t[0], t[0])]), t[0]), Some(vec![t[0], t[0]]));
        assert_eq!((depth(&waits, t[3]), depth(&Waits::new(), t[3])), (3, 0));
    }

    proptest! {
        /// As long as what would close a circle is refused, there is none.
        #[test]
        fn refusing_what_closes_a_circle_keeps_the_order(wishes in proptest::collection::vec((0..8usize, 0..8usize), 0..60)) {
            let t = tasks(8);
            let mut waits = Waits::new();
            for (task, after) in wishes {
                let mut wish = waits.clone();
                wish.insert(t[task], t[after]);
                if circle(&wish, t[task]).is_none() {
                    waits = wish;
                }
                for task in &t {
                    prop_assert!(circle(&waits, *task).is_none());
                    prop_assert!(depth(&waits, *task) < t.len());
                }
            }
        }
    }
}
