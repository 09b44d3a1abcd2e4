//! What was last read of a feed of ours: it holds as long as the feed stands where it stood, whichever process writes it.
//!
//! Who is a partner and who reads a feed are asked many times in each meeting, and are folded from records each time. A
//! fold is kept beside the head of the feed that all its records stand in; one look at the head tells whether it is still
//! true.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use lintas_ledger::FeedHead;
use lintas_model::AudienceId;

/// The last fold of each of our feeds.
pub(crate) struct Recent<T>(Mutex<BTreeMap<AudienceId, (FeedHead, T)>>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Recent<T> {
    /// The fold of a feed that stands at this head, if that is the one kept.
    pub(crate) fn at(&self, head: &FeedHead) -> Option<T> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(&head.feed.audience).filter(|(of, _)| of == head).map(|(_, fold)| fold.clone())
    }

    /// Keeps the fold of a feed. The head must have been read before the records: what was written in between makes the
    /// fold newer than its head, and it is read once more than needed, never once too few.
    pub(crate) fn keep(&self, head: FeedHead, fold: T) -> T {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(head.feed.audience, (head, fold.clone()));
        fold
    }
}

#[cfg(test)]
mod tests {
    use lintas_ledger::FeedId;
    use lintas_model::AgencyCode;

    use super::*;

    #[test]
    fn a_fold_is_given_only_while_the_feed_stands_where_it_stood() {
        let agency = AgencyCode::new("TH-SID").expect("a code");
        let feed = FeedId { agency, audience: AudienceId::from_uuid(uuid::Uuid::from_u128(1)) };
        let here = FeedHead::start(feed, 0);
        let recent = Recent::default();
        assert_eq!(recent.at(&here), None);
        recent.keep(here.clone(), 7);
        assert_eq!(recent.at(&here), Some(7));
        let later = FeedHead { next_sequence: 1, ..here.clone() };
        assert_eq!(recent.at(&later), None, "a record was written since");
        let restored = FeedHead { generation: 1, ..here };
        assert_eq!(recent.at(&restored), None, "the feed began anew");
    }
}
