//! The check of a bundle: does it hold what its manifest says, and is every entry sound?

use std::io::Read;

use super::{FeedCheck, Finding, LogCheck, code};
use crate::bundle::{BundleError, BundleReader};
use crate::keys::Keyring;

/// Checks an opened bundle to its end: the feeds against the manifest, each entry, and the checkpoints' signatures.
///
/// A feed may begin in its middle; whether it joins what the recipient already holds is seen when it is taken.
pub fn bundle<R: Read>(keys: &Keyring, mut reader: BundleReader<R>) -> Vec<Finding> {
    let manifest = reader.manifest().clone();
    let place = format!("bundle from {}", manifest.from);
    let mut findings = Vec::new();
    let mut entries = Entries { reader: &mut reader, held: Vec::new().into_iter(), failed: None };
    for range in &manifest.feeds {
        let mut check = FeedCheck::from_middle(keys, range.feed.clone(), range.generation, range.from);
        let mut left = range.until.saturating_sub(range.from);
        while left > 0 {
            let batch = entries.take_up_to(left);
            if batch.is_empty() {
                break;
            }
            left -= batch.len() as u64;
            check.push(&batch);
        }
        findings.extend(check.finish().findings);
        if left > 0 {
            let problem = format!("{left} entries of feed {} are not in it", range.feed);
            findings.push(Finding { place: place.clone(), code: code::BUNDLE_RANGE, problem });
        }
    }
    let mut n_surplus = 0;
    loop {
        let batch = entries.take_up_to(u64::MAX);
        if batch.is_empty() {
            break;
        }
        n_surplus += batch.len();
    }
    if n_surplus > 0 {
        let problem = format!("{n_surplus} entries in it are not named in its manifest");
        findings.push(Finding { place: place.clone(), code: code::BUNDLE_RANGE, problem });
    }
    if let Some(error) = entries.failed {
        findings.push(Finding { place, code: code::BUNDLE, problem: error.to_string() });
    }
    // The log itself is not in the bundle; the checkpoints are checked for their signatures only.
    let (_, notes) = LogCheck::new(keys, manifest.checkpoints.iter().map(String::as_str)).finish();
    findings.extend(notes.into_iter().filter(|finding| finding.code == code::CHECKPOINT));
    findings
}

/// The entries of a bundle across its chunks.
struct Entries<'r, R: Read> {
    reader: &'r mut BundleReader<R>,
    held: std::vec::IntoIter<Vec<u8>>,
    failed: Option<BundleError>,
}

impl<R: Read> Entries<'_, R> {
    /// The next entries, at most those of one chunk; none at the end of the bundle.
    fn take_up_to(&mut self, n_entries: u64) -> Vec<Vec<u8>> {
        if self.held.len() == 0 {
            match self.reader.next() {
                Some(Ok(chunk)) => {
                    self.held = chunk.entries().map(<[u8]>::to_vec).collect::<Vec<_>>().into_iter();
                }
                Some(Err(error)) => self.failed = Some(error),
                None => {}
            }
        }
        self.held.by_ref().take(usize::try_from(n_entries).unwrap_or(usize::MAX)).collect()
    }
}
