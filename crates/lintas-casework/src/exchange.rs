//! What the exchange may ask of a node: which feeds a partner may read, and taking what a partner wrote.
//!
//! Here it is decided, not in the exchange: a feed leaves only to members named by its own latest `audience` record,
//! and what comes in is taken only from the agency that wrote it, signed by its key, for an audience that names us.

use std::io::Write;

use lintas_ledger::bundle::{BundleManifest, BundleWriter, FeedRange};
use lintas_ledger::keys::SealingKey;
use lintas_ledger::verify::{self, FeedCheck, OfficerKeys};
use lintas_ledger::{Entry, FeedHead, FeedId, Keyring, ReadBody};
use lintas_model::handling::Purpose;
use lintas_model::record::{Receipt, ReceiptFor};
use lintas_model::{AgencyCode, Body, Draft, Kind, Marking, ObjectId, OfficerId, RecordId};
use lintas_store::{Accepted, HeldQuery, Order, StoreError};

use crate::{CaseworkError, Node, Result, assertion, audience, contradiction, partner, release, witness};

/// A feed as it is offered to a partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its head.
    pub head: FeedHead,
    /// What the audience is called.
    pub name: String,
}

/// The active partner that has a TLS key.
pub async fn partner_by_tls_key(node: &Node, key_sha256: &str) -> Result<Option<AgencyCode>> {
    Ok(partner::all(node)
        .await?
        .into_iter()
        .find(|p| p.active && p.keys.tls_key_sha256.eq_ignore_ascii_case(key_sha256))
        .map(|p| p.agency.code))
}

/// The feeds of this agency that a partner may read.
pub async fn offered(node: &Node, to: &AgencyCode) -> Result<Vec<Offer>> {
    let active = partner::find(node, to).await?.is_some_and(|p| p.active);
    let mut offers = Vec::new();
    for state in node.store().feeds().await? {
        if !active
            || state.head.feed.agency != *node.code()
            || state.head.feed.audience == node.private_audience()
        {
            continue;
        }
        if let Some(known) = audience::own_at(node, state.head.clone()).await?
            && known.members.contains(to)
        {
            offers.push(Offer { head: state.head, name: known.name });
        }
    }
    Ok(offers)
}

/// Entries of a feed for a partner that may read it; a feed that it may not read does not exist for it.
pub async fn entries_for(
    node: &Node,
    to: &AgencyCode,
    feed: &FeedId,
    generation: u32,
    from: u64,
    limit: usize,
) -> Result<Vec<Vec<u8>>> {
    let ours = feed.agency == *node.code() && feed.audience != node.private_audience();
    let active = partner::find(node, to).await?.is_some_and(|p| p.active);
    let named = audience::own(node, feed.audience).await?.is_some_and(|known| known.members.contains(to));
    if !(ours && active && named) {
        return Err(CaseworkError::NotFound("feed"));
    }
    Ok(node.store().entries(feed, generation, from, limit).await?)
}

/// All entries of a feed as they are held here, for the node itself: its own feeds are given away by [`entries_for`] only.
pub async fn held_entries(node: &Node, feed: &FeedId) -> Result<Vec<Vec<u8>>> {
    let mut entries = Vec::new();
    for (generation, records) in node.store().generations(feed).await? {
        let limit = usize::try_from(records).unwrap_or(usize::MAX);
        entries.extend(node.store().entries(feed, generation, 0, limit).await?);
    }
    Ok(entries)
}

/// Where our copy of a partner's feed stands.
pub async fn position(node: &Node, feed: &FeedId) -> Result<FeedHead> {
    Ok(node.store().head(feed).await?)
}

/// What taking entries did, and what was found wrong with those not taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// New, known and unreadable ones.
    pub accepted: Accepted,
    /// Why the rest was refused; nothing from the first finding on was taken.
    pub findings: Vec<String>,
}

/// Takes entries of one feed that a partner sent, whether over the wire or by courier.
pub async fn take(node: &Node, from: &AgencyCode, feed: &FeedId, entries: Vec<Vec<u8>>) -> Result<Taken> {
    if feed.agency != *from {
        return Err(CaseworkError::invalid("feed", format!("{from} sent records of {}", feed.agency)));
    }
    if partner::find(node, from).await?.is_none_or(|p| !p.active) {
        return Err(CaseworkError::invalid("partner", format!("{from} is no active partner of this node")));
    }
    let head = node.store().head(feed).await?;
    let keyring = node.keyring().await?;
    let offered = entries.clone();
    let officers = assertion::known(node, &head).await?;
    let known = officers.clone();
    let (decoded, mut findings) =
        tokio::task::spawn_blocking(move || check(&keyring, head, officers, entries))
            .await
            .map_err(|error| CaseworkError::Ledger(error.to_string()))?;
    let mut decoded = decoded;
    if let Some((at, why)) = stranger(node.code(), feed, &decoded) {
        decoded.truncate(at);
        findings.push(why);
    }
    if let Some(why) = findings.first() {
        let refused = offered.get(decoded.len()).map_or(&[][..], Vec::as_slice);
        contradiction::keep(node, from, why, None, refused).await?;
    }
    for (entry, told) in replaced(&known, &decoded) {
        contradiction::keep(node, from, &told, None, entry.as_bytes()).await?;
    }
    let erased = erased_in(&decoded);
    if decoded.is_empty() {
        return Ok(Taken { accepted: Accepted::default(), findings });
    }
    match node.store().accept(feed, decoded, node.now()).await {
        Ok(accepted) => {
            crate::erasure::carry_out(node, erased_of(node, from, erased).await?).await?;
            Ok(Taken { accepted, findings })
        }
        // The store compares with what it holds: a feed that was rewritten is the writer's doing, not a failure here.
        Err(why @ (StoreError::Fork { .. } | StoreError::Gap { .. } | StoreError::WrongFeed { .. })) => {
            let told = why.to_string();
            contradiction::keep(node, from, &told, None, offered.first().map_or(&[][..], Vec::as_slice))
                .await?;
            findings.push(told);
            Ok(Taken { accepted: Accepted::default(), findings })
        }
        Err(error) => Err(error.into()),
    }
}

/// Where an officer signs with another key than before: nothing is wrong with the bytes, but only people can say whether it is
/// the same officer.
fn replaced<'e>(known: &OfficerKeys, entries: &'e [Entry]) -> Vec<(&'e Entry, String)> {
    let of = |entry: &'e Entry| {
        let ReadBody::Whole(Body::OfficerKey(stated)) = entry.body() else { return None };
        let before = known.of(entry.header().author)?.to_string();
        let told = format!("AS-001 an officer signs with a new key, {}, in place of {before}", stated.key);
        (!before.eq_ignore_ascii_case(&stated.key)).then_some((entry, told))
    };
    entries.iter().filter_map(of).collect()
}

/// The first entry by which the feed is not meant for us: a feed begins by saying who reads it, and whoever is left out
/// later gets nothing from there on. What cannot be read there names nobody.
fn stranger(own: &AgencyCode, feed: &FeedId, entries: &[Entry]) -> Option<(usize, String)> {
    entries.iter().enumerate().find_map(|(at, entry)| {
        let header = entry.header();
        let says = header.known_kind() == Some(Kind::Audience);
        if header.sequence == 0 && !says {
            return Some((at, format!("{feed}: it does not begin by saying who reads it")));
        }
        let named = match entry.body() {
            ReadBody::Whole(Body::Audience(audience)) => {
                header.object == ObjectId::from(feed.audience) && audience.members.contains(own)
            }
            _ => false,
        };
        (says && !named).then(|| (at, format!("{feed}: its audience does not name this agency")))
    })
}

/// The records that tombstones among the entries say are erased.
fn erased_in(entries: &[Entry]) -> Vec<RecordId> {
    entries
        .iter()
        .filter_map(|entry| match entry.body() {
            ReadBody::Whole(Body::Tombstone(tombstone)) => Some(tombstone.record),
            _ => None,
        })
        .collect()
}

/// Those of the records that the agency wrote itself: nobody erases what another has written.
async fn erased_of(
    node: &Node,
    agency: &AgencyCode,
    records: Vec<RecordId>,
) -> Result<std::collections::BTreeSet<RecordId>> {
    let mut theirs = std::collections::BTreeSet::new();
    for record in records {
        let by = node.store().originators(record).await?;
        if by.iter().all(|originator| originator == agency) {
            theirs.insert(record);
        }
    }
    Ok(theirs)
}

/// The entries up to the first one that does not verify, and why that one does not. Signatures are checked strictly and
/// singly; entries below the head are left to the store, which compares them with the ones held.
fn check(
    keyring: &Keyring,
    head: FeedHead,
    mut officers: OfficerKeys,
    entries: Vec<Vec<u8>>,
) -> (Vec<Entry>, Vec<String>) {
    let mut decoded = Vec::with_capacity(entries.len());
    let mut findings = Vec::new();
    for bytes in &entries {
        match Entry::decode(bytes).or_else(|_| Entry::decode_without_body(bytes)) {
            Ok(entry) => decoded.push(entry),
            Err(why) => {
                findings.push(why.to_string());
                break;
            }
        }
    }
    let (mut here, mut at) = (head, 0);
    while let Some(entry) = decoded.get(at) {
        let header = entry.header();
        let generation = header.generation;
        if generation < here.generation
            || (generation == here.generation && header.sequence < here.next_sequence)
        {
            at += 1;
            continue;
        }
        if generation > here.generation && header.sequence == 0 {
            here = FeedHead::start(here.feed, generation);
            officers = OfficerKeys::default();
        }
        let length = decoded[at..].iter().take_while(|e| e.header().generation == generation).count();
        let run = &entries[at..at + length];
        match follow(keyring, &here, &officers, run) {
            Ok((after, known)) => (here, officers, at) = (after, known, at + length),
            Err(_) => {
                // Something in the run is wrong: go through it one by one, so that all before it is taken.
                for bytes in run {
                    match follow(keyring, &here, &officers, std::slice::from_ref(bytes)) {
                        Ok((after, known)) => (here, officers, at) = (after, known, at + 1),
                        Err(wrong) => {
                            findings = wrong;
                            break;
                        }
                    }
                }
                decoded.truncate(at);
                break;
            }
        }
    }
    // Who puts words into the mouth of another agency, or of its own past self, has left the ways of the house: from there
    // on nothing of that feed is taken.
    let forged = decoded.iter().enumerate().find_map(|(at, entry)| {
        let wrong = verify::disclosed(keyring, entry);
        (!wrong.is_empty()).then_some((at, wrong))
    });
    if let Some((at, wrong)) = forged {
        decoded.truncate(at);
        findings = wrong.iter().map(ToString::to_string).collect();
    }
    (decoded, findings)
}

/// Where a feed stands after some entries and which keys its officers have stated, or everything that is wrong with them.
fn follow(
    keyring: &Keyring,
    from: &FeedHead,
    officers: &OfficerKeys,
    entries: &[Vec<u8>],
) -> std::result::Result<(FeedHead, OfficerKeys), Vec<String>> {
    let mut checker = FeedCheck::resume(keyring, from.clone()).knowing(officers.clone());
    checker.push(entries);
    let checked = checker.finish();
    if checked.findings.is_empty() {
        Ok((checked.head, checked.officers))
    } else {
        Err(checked.findings.iter().map(|f| format!("{} {}: {}", f.code, f.place, f.problem)).collect())
    }
}

/// Begins a bundle that only the partner's node can open, signed by this node.
pub async fn begin_bundle<W: Write>(
    node: &Node,
    out: W,
    to: &AgencyCode,
    feeds: Vec<FeedRange>,
) -> Result<BundleWriter<W>> {
    let known =
        partner::find(node, to).await?.filter(|p| p.active).ok_or(CaseworkError::NotFound("partner"))?;
    let key: SealingKey = known
        .keys
        .sealing_key
        .parse()
        .map_err(|why| CaseworkError::Ledger(format!("the sealing key of {to} does not read: {why}")))?;
    // Beside our own log, what we have cosigned of the partner's, so that it learns of it without ever being met.
    let (own, growth) = witness::growth_for_file(node, to).await?;
    let mut checkpoints = vec![own];
    checkpoints.extend(witness::seen(node, to).await?);
    let manifest = BundleManifest {
        from: node.code().clone(),
        to: to.clone(),
        created_at: node.now(),
        feeds,
        checkpoints,
        growth,
    };
    node.with_entropy(|entropy| BundleWriter::start(out, &manifest, node.signer(), &key, entropy))
        .map_err(|why| CaseworkError::Ledger(why.to_string()))
}

/// Writes receipts for a partner's feed and for recalls in it that were carried out here, unless they stand already.
pub async fn acknowledge(node: &Node, feed: &FeedId) -> Result<()> {
    let head = node.store().head(feed).await?;
    let Some(last) = head.next_sequence.checked_sub(1) else { return Ok(()) };
    let of = ReceiptFor::FeedUpTo {
        agency: feed.agency.clone(),
        audience: feed.audience,
        generation: head.generation,
        sequence: last,
    };
    let given = receipts_about(node, node.code(), Some(feed.audience.into())).await?;
    let mut due = Vec::new();
    if worth_a_receipt(node, &head, answered(&given, &head)).await? {
        due.push(of);
    }
    let recalls = HeldQuery { agency: Some(feed.agency.clone()), ..HeldQuery::kinds(&[Kind::Recall]) };
    for held in node.store().held(&recalls).await? {
        let done = given
            .iter()
            .any(|r| matches!(&r.of, ReceiptFor::Recall { recall, .. } if *recall == held.mark.record));
        if !done
            && held.mark.audience == feed.audience
            && let Body::Recall(recall) = &held.body
        {
            let removed = release::removed_by(node, &held.mark.originator, recall).await?;
            due.push(ReceiptFor::Recall { recall: held.mark.record, removed });
        }
    }
    for of in due {
        let draft = Draft {
            record: node.new_record(),
            object: ObjectId::from(feed.audience),
            audience: feed.audience,
            author: OfficerId::from_uuid(node.private_audience().uuid()),
            at: node.now(),
            purpose: Purpose::Administration,
            marking: Marking::default(),
            supersedes: None,
            body: Receipt { of, at: node.now() }.into(),
        };
        node.write(vec![draft]).await?;
    }
    Ok(())
}

/// A receipt answers records, not receipts: else two nodes would thank each other for ever.
async fn worth_a_receipt(node: &Node, head: &FeedHead, answered: u64) -> Result<bool> {
    let mut from = answered;
    while from < head.next_sequence {
        let page = node.store().entries(&head.feed, head.generation, from, PAGE).await?;
        if page.is_empty() {
            break;
        }
        if call_for_a_receipt(&page) > 0 {
            return Ok(true);
        }
        from += page.len() as u64;
    }
    Ok(false)
}

const PAGE: usize = 256;
/// Above so many records it no longer matters which of them are receipts.
const MANY: u64 = 4_096;

/// How many records of our feeds a partner may read and has not acknowledged. Receipts call for none, so they do not
/// count, but for a partner that is thousands of records behind.
pub async fn unacknowledged(node: &Node, by: &AgencyCode) -> Result<u64> {
    let given = receipts(node, by).await?;
    let mut waiting = 0;
    for Offer { head, .. } in offered(node, by).await? {
        let mut from = answered(&given, &head);
        let behind = head.next_sequence.saturating_sub(from);
        if behind > MANY {
            waiting += behind;
            continue;
        }
        while from < head.next_sequence {
            let page = node.store().entries(&head.feed, head.generation, from, PAGE).await?;
            if page.is_empty() {
                break;
            }
            waiting += call_for_a_receipt(&page);
            from += page.len() as u64;
        }
    }
    Ok(waiting)
}

/// How many records of a feed some receipts acknowledge.
fn answered(given: &[Receipt], head: &FeedHead) -> u64 {
    given
        .iter()
        .filter_map(|receipt| match &receipt.of {
            ReceiptFor::FeedUpTo { agency, audience, generation, sequence }
                if (agency, *audience, *generation)
                    == (&head.feed.agency, head.feed.audience, head.generation) =>
            {
                Some(sequence.saturating_add(1))
            }
            _ => None,
        })
        .max()
        .unwrap_or(0)
}

fn call_for_a_receipt(entries: &[Vec<u8>]) -> u64 {
    let kinds = entries.iter().filter_map(|bytes| Entry::decode_without_body(bytes).ok());
    kinds.filter(|entry| !matches!(entry.header().known_kind(), Some(Kind::Receipt | Kind::Audience))).count()
        as u64
}

/// The receipts that an agency has given.
pub async fn receipts(node: &Node, by: &AgencyCode) -> Result<Vec<Receipt>> {
    receipts_about(node, by, None).await
}

/// The receipts that an agency has given, of one audience or of all.
async fn receipts_about(node: &Node, by: &AgencyCode, audience: Option<ObjectId>) -> Result<Vec<Receipt>> {
    let query = HeldQuery {
        agency: Some(by.clone()),
        object: audience,
        order: Order::OldestFirst,
        ..HeldQuery::kinds(&[Kind::Receipt])
    };
    Ok(node
        .store()
        .held(&query)
        .await?
        .into_iter()
        .filter_map(|held| if let Body::Receipt(receipt) = held.body { Some(receipt) } else { None })
        .collect())
}

/// The feeds of a partner that are held here.
pub async fn held_from(node: &Node, from: &AgencyCode) -> Result<Vec<FeedHead>> {
    Ok(node
        .store()
        .feeds()
        .await?
        .into_iter()
        .map(|s| s.head)
        .filter(|head| head.feed.agency == *from)
        .collect())
}

/// Small facts that the exchange keeps about a partner: when it was last met, what went wrong.
pub async fn remember(node: &Node, partner: &AgencyCode, what: &str, value: &[u8]) -> Result<()> {
    Ok(node.store().set(&format!("peer.{partner}.{what}"), value).await?)
}

/// Recalls what [`remember`] kept.
pub async fn remembered(node: &Node, partner: &AgencyCode, what: &str) -> Result<Option<Vec<u8>>> {
    Ok(node.store().setting(&format!("peer.{partner}.{what}")).await?)
}
