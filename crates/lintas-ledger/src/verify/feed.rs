//! The check of a feed: encoding, chain, signatures and commitments of every entry.

use lintas_model::Kind;
use rayon::prelude::*;

use super::{Finding, OfficerKeys, code};
use crate::entry::Looked;
use crate::keys::Keyring;
use crate::{FeedHead, FeedId, Hash32, Refused, entry};

/// How many entries are read before they are checked together; two such batches are in memory at a time.
const BATCH: usize = 1024;
/// How many entries one thread takes at a time.
const SHARE: usize = 32;

/// What the check of a feed came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Where the next entry would go, as far as the entries could be followed.
    pub head: FeedHead,
    /// How many entries were looked at.
    pub entries: u64,
    /// The keys of officers that were stated, those known before included.
    pub officers: OfficerKeys,
    /// How many entries an officer signed with such a key.
    pub assertions: u64,
    /// Everything that is wrong, in the order of the entries.
    pub findings: Vec<Finding>,
}

/// Checks all entries of a feed that follow `head`, in parallel and in bounded memory: while one batch is checked the
/// next is read.
pub fn feed<B, I>(keys: &Keyring, head: FeedHead, entries: I) -> Checked
where
    B: AsRef<[u8]> + Send + Sync,
    I: IntoIterator<Item = B>,
    I::IntoIter: Send,
{
    let mut check = FeedCheck::resume(keys, head);
    let mut entries = entries.into_iter();
    let mut read = || entries.by_ref().take(BATCH).collect::<Vec<B>>();
    let mut batch = read();
    while !batch.is_empty() {
        let (_, next) = rayon::join(|| check.push(&batch), &mut read);
        batch = next;
    }
    check.finish()
}

/// The check of a feed, batch by batch, for callers that read asynchronously.
#[derive(Debug)]
pub struct FeedCheck<'k> {
    keys: &'k Keyring,
    head: FeedHead,
    /// False when the entry before is not known, so that its hash cannot be compared.
    linked: bool,
    entries: u64,
    officers: OfficerKeys,
    assertions: u64,
    findings: Vec<Finding>,
}

impl<'k> FeedCheck<'k> {
    /// Begins after a head that is known; [`FeedHead::start`] for the whole feed.
    pub fn resume(keys: &'k Keyring, head: FeedHead) -> Self {
        Self {
            keys,
            head,
            linked: true,
            entries: 0,
            officers: OfficerKeys::default(),
            assertions: 0,
            findings: Vec::new(),
        }
    }

    /// Knows already which keys officers have stated in the same generation of the feed.
    pub fn knowing(self, officers: OfficerKeys) -> Self {
        Self { officers, ..self }
    }

    /// Begins in the middle of a feed, where the entry before `sequence` is not at hand.
    pub fn from_middle(keys: &'k Keyring, feed: FeedId, generation: u32, sequence: u64) -> Self {
        let head = FeedHead { next_sequence: sequence, ..FeedHead::start(feed, generation) };
        Self { linked: sequence == 0, ..Self::resume(keys, head) }
    }

    /// Checks the next entries in parallel and answers the hash of each that can be read, for the check of the log.
    pub fn push<B: AsRef<[u8]> + Sync>(&mut self, batch: &[B]) -> Vec<Option<Hash32>> {
        let keys = self.keys;
        let looked_at: Vec<Result<Looked, Refused>> =
            batch.par_iter().with_min_len(SHARE).map(|bytes| entry::look_at(keys, bytes.as_ref())).collect();
        looked_at
            .into_iter()
            .map(|looked| {
                self.entries += 1;
                self.follow(looked)
            })
            .collect()
    }

    /// What the check came to.
    pub fn finish(self) -> Checked {
        Checked {
            head: self.head,
            entries: self.entries,
            officers: self.officers,
            assertions: self.assertions,
            findings: self.findings,
        }
    }

    fn found(&mut self, place: String, code: &'static str, problem: String) {
        self.findings.push(Finding { place, code, problem });
    }

    /// Follows the chain by one entry. After a finding it goes on from what was found, so that one fault is told once.
    fn follow(&mut self, looked: Result<Looked, Refused>) -> Option<Hash32> {
        let expected = self.head.next_sequence;
        let Looked { header, hash, findings, officer_signature, states_key } = match looked {
            Ok(entry) => entry,
            Err(refused) => {
                let place = FeedHead::place(&self.head.feed, self.head.generation, expected);
                self.found(place, code::ENTRY_ENCODING, refused.to_string());
                self.head.next_sequence = expected.saturating_add(1);
                self.linked = false;
                return None;
            }
        };
        let signed = !findings.iter().any(|found| [code::SIGNATURE, code::UNKNOWN_KEY].contains(&found.code));
        let sound = findings.is_empty();
        self.findings.extend(findings);
        let here = header.feed == self.head.feed
            && header.generation == self.head.generation
            && header.sequence == expected;
        if !signed && !here {
            // What nobody signed does not say where the feed goes on.
            let place = FeedHead::place(&self.head.feed, self.head.generation, expected);
            self.found(
                place,
                code::GAP,
                "an entry that says it stands elsewhere, unsigned, stands here".to_owned(),
            );
            self.head.next_sequence = expected.saturating_add(1);
            self.linked = false;
            return Some(hash);
        }
        let place = || FeedHead::place(&header.feed, header.generation, header.sequence);
        if header.feed != self.head.feed {
            let problem = format!("it stands in feed {}", self.head.feed);
            self.found(place(), code::OTHER_FEED, problem);
            return Some(hash);
        }
        if header.generation != self.head.generation {
            let problem = format!("it stands in generation {}", self.head.generation);
            self.found(place(), code::OTHER_GENERATION, problem);
            return Some(hash);
        }
        if header.sequence < expected {
            let problem = format!("number {} comes again, {expected} was expected", header.sequence);
            self.found(place(), code::GAP, problem);
            return Some(hash);
        }
        if header.sequence > expected {
            let problem = format!("{} entries from {expected} on are missing", header.sequence - expected);
            self.found(place(), code::GAP, problem);
            self.linked = false;
        }
        if self.linked && header.previous != self.head.previous {
            let problem =
                format!("it follows {}, the entry before is {}", header.previous, self.head.previous);
            self.found(place(), code::CHAIN, problem);
        }
        if header.sequence == 0 && header.known_kind() != Some(Kind::Audience) {
            let problem = "the first record of a feed says who its audience is, this one does not".to_owned();
            self.found(place(), code::NO_AUDIENCE, problem);
        }
        self.head.next_sequence = header.sequence + 1;
        self.head.previous = hash;
        self.linked = true;
        if sound {
            match self.officers.hear(&header, &hash, officer_signature.as_ref(), states_key) {
                Ok(asserted) => self.assertions += u64::from(asserted),
                Err(problem) => self.found(place(), code::OFFICER_SIGNATURE, problem.to_owned()),
            }
        }
        Some(hash)
    }
}
