//! Court files: records leave the agency with all that a court needs to check them without Lintas.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use lintas_ledger::bundle::FeedRange;
use lintas_ledger::court::{CourtStatement, CourtWriter, InLog};
use lintas_ledger::log::{Checkpoint, inclusion};
use lintas_ledger::{Chunk, Entry, Hash32};
use lintas_model::handling::{HandlingCode, UseRule};
use lintas_model::record::KeyManifest;
use lintas_model::{AgencyCode, CaseId, ExhibitId, Kind, ObjectId, RecordId};
use lintas_policy::{Action, Relation};
use lintas_store::HeldQuery;

use crate::item::{self, facts};
use crate::{CaseworkError, Ctx, Node, Result, access, assertion, case, partner, witness};

/// What goes into a court file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// These records.
    Records(BTreeSet<RecordId>),
    /// Whatever is filed in a case and may leave the agency.
    Case(CaseId),
    /// An exhibit with its chain of custody, as its certificate lists them.
    Exhibit(ExhibitId),
}

/// What went into a court file, and what stayed behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// How many records it holds.
    pub records: usize,
    /// Records that may not be laid before a court, each with the reason.
    pub kept_back: Vec<(RecordId, String)>,
    /// The fingerprints of the roots that stand in it, which whoever checks must have from the agencies themselves.
    pub roots: BTreeMap<AgencyCode, String>,
}

/// Fields that never leave the agency, whoever asks: the number in the source register, and the file a report came from.
const NEVER: [&str; 2] = ["source_reference", "import"];

/// Writes a court file of records that the officer may export: own ones without what never leaves, a partner's as it released
/// them and only if they were released as evidence. `about` names the proceedings.
pub async fn export<W: Write>(ctx: &Ctx, about: &str, wanted: &Wanted, out: W) -> Result<Given> {
    assertion::ready(ctx)?;
    if about.trim().is_empty() {
        return Err(CaseworkError::invalid("about", "name the proceedings, for example the court's number"));
    }
    let records = match wanted {
        Wanted::Records(records) => records.clone(),
        Wanted::Case(case) => of_case(ctx, *case).await?,
        Wanted::Exhibit(exhibit) => about_exhibits(ctx, vec![(*exhibit).into()]).await?,
    };
    let mut entries = Vec::new();
    let mut kept_back = Vec::new();
    for record in records {
        match entry(ctx, record).await? {
            Ok(entry) => entries.push(entry),
            Err(why) => kept_back.push((record, why)),
        }
    }
    if entries.is_empty() {
        let why = kept_back.first().map_or("there is nothing to give", |(_, why)| why.as_str());
        return Err(CaseworkError::invalid("records", why.to_owned()));
    }
    let place = |entry: &Entry| {
        let header = entry.header();
        (header.feed.clone(), header.generation, header.sequence)
    };
    entries.sort_by_key(place);
    let keys = manifests(ctx.node(), &entries).await?;
    let (statement, proofs) = prove(ctx, about, &entries, keys.clone()).await?;
    write(ctx.node(), &statement, &entries, &proofs, out)
        .map_err(|why| CaseworkError::Ledger(why.to_string()))?;
    access::exported(ctx, "court file", None, entries.len()).await?;
    let roots = keys.iter().map(|keys| (keys.agency.clone(), partner::words_of(keys))).collect();
    Ok(Given { records: entries.len(), kept_back, roots })
}

/// Exhibits and every link of their chains.
async fn about_exhibits(ctx: &Ctx, exhibits: Vec<ObjectId>) -> Result<BTreeSet<RecordId>> {
    let query = HeldQuery { now: Some(ctx.now()), ..HeldQuery::kinds(&[Kind::Exhibit, Kind::Custody]) };
    let held = item::by_object(ctx, query, exhibits).await?;
    Ok(held.into_values().flatten().map(|held| held.mark.record).collect())
}

/// What is filed in a case: its own records, its reports and what they say, and the custody of its exhibits.
async fn of_case(ctx: &Ctx, case: CaseId) -> Result<BTreeSet<RecordId>> {
    let found = case::found(ctx, case).await?;
    ctx.require(Action::View, &found.facts).await?;
    let store = ctx.node().store();
    let query = HeldQuery { case: Some(case), now: Some(ctx.now()), ..HeldQuery::default() };
    let filed = store.held(&query).await?;
    let reports = filed
        .iter()
        .filter(|held| held.mark.kind == Kind::Report)
        .map(|held| lintas_model::ReportId::from_uuid(held.mark.object.uuid()))
        .collect::<BTreeSet<_>>();
    let mut records: BTreeSet<RecordId> = filed.iter().map(|held| held.mark.record).collect();
    let exhibits = filed.iter().filter(|held| held.mark.kind == Kind::Exhibit).map(|held| held.mark.object);
    records.extend(about_exhibits(ctx, exhibits.collect()).await?);
    let reports: Vec<_> = reports.into_iter().collect();
    for some in reports.chunks(200) {
        let said = HeldQuery { reports: some.to_vec(), now: Some(ctx.now()), ..HeldQuery::default() };
        records.extend(store.held(&said).await?.into_iter().map(|held| held.mark.record));
    }
    Ok(records)
}

/// A record as it may leave, or why it may not.
async fn entry(ctx: &Ctx, record: RecordId) -> Result<std::result::Result<Entry, String>> {
    let query = HeldQuery { record: Some(record), now: Some(ctx.now()), ..HeldQuery::default() };
    let Some(held) = ctx.node().store().held(&query).await?.into_iter().next() else {
        return Ok(Err("there is no such record here, or it has been taken back".to_owned()));
    };
    let facts = facts(ctx.node(), &held.mark);
    let permit = match ctx
        .permit(Action::View, &facts)
        .and_then(|view| ctx.permit(Action::Export, &facts).map(|export| (view, export)))
    {
        Ok(permit) => permit,
        Err(denial) => return Ok(Err(denial.reason)),
    };
    if facts.relation != Relation::Own {
        let handling = &held.mark.handling;
        if handling.use_rule != UseRule::Evidence || handling.codes.contains(&HandlingCode::H1) {
            return Ok(Err(format!("{} did not give it as evidence; ask for it", held.mark.originator)));
        }
    }
    let Some(entry) = ctx.node().store().shown_entry(record).await? else {
        return Ok(Err("its bytes are not here".to_owned()));
    };
    let hidden = |field: &String| {
        NEVER.contains(&field.as_str())
            || permit.0.redacted().contains(field)
            || permit.1.redacted().contains(field)
    };
    let shown: BTreeSet<String> = entry.field_names().into_iter().filter(|field| !hidden(field)).collect();
    Ok(Ok(entry.disclose(&shown)))
}

/// The key manifests of the agencies in the file, old ones too, and of all partners, who may have witnessed the log.
async fn manifests(node: &Node, entries: &[Entry]) -> Result<Vec<KeyManifest>> {
    let mut keys = vec![partner::own_card(node).await?.keys];
    for partner in partner::ever(node).await?.iter() {
        if !keys.contains(&partner.keys) {
            keys.push(partner.keys.clone());
        }
    }
    for entry in entries {
        let agency = &entry.header().feed.agency;
        if !keys.iter().any(|known| known.agency == *agency) {
            return Err(CaseworkError::Ledger(format!("the keys of {agency} are not known here")));
        }
    }
    Ok(keys)
}

/// The statement, and for each record of this agency where it stands in the log.
async fn prove(
    ctx: &Ctx,
    about: &str,
    entries: &[Entry],
    keys: Vec<KeyManifest>,
) -> Result<(CourtStatement, Vec<Option<InLog>>)> {
    let node = ctx.node();
    let note = node.checkpoint().await?;
    let (newest, _) = Checkpoint::parse(&note).map_err(|why| CaseworkError::Ledger(why.to_string()))?;
    let mut kept = witness::leaves(node, newest.size).await?;
    let own: BTreeSet<Hash32> =
        entries.iter().filter(|e| e.header().feed.agency == *node.code()).map(Entry::hash).collect();
    let places = kept.find(&own);
    // The newest checkpoint that witnesses have cosigned, if all the records stand under it; else our own word of today.
    let last = places.values().max().copied().unwrap_or_default();
    let cosigned = witness::cosigned_notes(node).await?.into_iter();
    let cosigned = cosigned.filter(|(known, _)| known.size > last && known.size <= newest.size);
    let (checkpoint, note) = cosigned.max_by_key(|(known, _)| known.size).unwrap_or((newest, note));
    let mut proofs = Vec::with_capacity(entries.len());
    for entry in entries {
        let proof = match places.get(&entry.hash()) {
            Some(index) => {
                let path = inclusion(&mut kept, *index, checkpoint.size)
                    .map_err(|why| CaseworkError::Ledger(why.to_string()))?;
                Some(InLog { index: *index, path })
            }
            None => None,
        };
        proofs.push(proof);
    }
    let runs = runs(entries);
    let (agency, created_at) = (node.code().clone(), ctx.now());
    let about = about.trim().to_owned();
    Ok((CourtStatement { agency, created_at, about, keys, runs, checkpoints: vec![note] }, proofs))
}

/// The entries, in the order of their places, as runs without gaps.
fn runs(entries: &[Entry]) -> Vec<FeedRange> {
    let mut runs: Vec<FeedRange> = Vec::new();
    for header in entries.iter().map(Entry::header) {
        match runs.last_mut() {
            Some(run)
                if (&run.feed, run.generation, run.until)
                    == (&header.feed, header.generation, header.sequence) =>
            {
                run.until += 1;
            }
            _ => runs.push(FeedRange {
                feed: header.feed.clone(),
                generation: header.generation,
                from: header.sequence,
                until: header.sequence + 1,
            }),
        }
    }
    runs
}

fn write<W: Write>(
    node: &Node,
    statement: &CourtStatement,
    entries: &[Entry],
    proofs: &[Option<InLog>],
    out: W,
) -> std::result::Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let mut writer = CourtWriter::start(out, statement, node.signer())?;
    let bytes: Vec<&[u8]> = entries.iter().map(Entry::as_bytes).collect();
    let mut proofs = proofs;
    for chunk in Chunk::pack_all(&bytes)? {
        let (here, after) = proofs.split_at(chunk.entries().len());
        writer.chunk(&chunk, here)?;
        proofs = after;
    }
    writer.finish()?;
    Ok(())
}
