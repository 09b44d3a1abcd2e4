//! Partners are witnesses of each other's logs (C2SP tlog-witness): each keeps the last checkpoint that it has seen of the
//! other, cosigns a newer one only with a proof that the log merely grew, and tells the other what it has cosigned.
//!
//! So an agency cannot show two logs to two partners, cannot take back what it has written, and cannot come back from an old
//! backup without being told: what a partner has cosigned and this node no longer knows begins all feeds anew.

use lintas_ledger::Hash32;
use lintas_ledger::bundle::LogGrowth;
use lintas_ledger::log::{
    Checkpoint, KeptLeaves, Note, consistency, cosign, cosigned, root_of, verify_consistency,
};
use lintas_model::{AgencyCode, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{CaseworkError, Node, Result, contradiction, new_log};

/// A partner's log is looked at again after so long, in milliseconds.
const EVERY: i64 = 10 * 60_000;
/// Proofs of growth go back so many files that a partner has not answered.
const FILES: usize = 32;
/// So many leaves are read at once.
const PAGE: usize = 1 << 14;

/// What this node's log has grown to, for a witness that knows it up to a size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Growth {
    /// The newest checkpoint, with the proof that the log up to the size asked for is its beginning.
    Proved {
        /// The proof.
        proof: Vec<Hash32>,
        /// The checkpoint as a signed note.
        note: String,
    },
    /// The log is shorter: the witness knows more of it than this node does.
    Shorter {
        /// Its size.
        size: u64,
    },
}

/// What a witness made of a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// It is kept and cosigned.
    Cosigned,
    /// It was refused and kept as evidence.
    Refused(String),
    /// It came by file, late or without a proof that begins where this node stands: nothing is known against it, and nothing
    /// is cosigned.
    Unproved,
}

/// The newest checkpoint of this node for a witness that has seen the log up to `old`.
pub async fn growth(node: &Node, old: u64) -> Result<Growth> {
    let size = node.store().log(node.code()).await?.size();
    if old > size {
        return Ok(Growth::Shorter { size });
    }
    let note = node.checkpoint().await?;
    let (checkpoint, _) = read(&note)?;
    let mut leaves = leaves(node, checkpoint.size).await?;
    let proof = consistency(&mut leaves, old, checkpoint.size).map_err(broken)?;
    Ok(Growth::Proved { proof, note })
}

/// Up to which size a partner's log was seen here, and whether it is time to look again.
pub async fn due(node: &Node, agency: &AgencyCode) -> Result<Option<u64>> {
    let Some(note) = seen(node, agency).await? else { return Ok(Some(0)) };
    let (checkpoint, note) = read(&note)?;
    let at = cosigned(&note, &Checkpoint::origin_of(node.code()), node.signer().public());
    let at = at.ok().flatten().unwrap_or(Timestamp::from_millis(i64::MIN));
    Ok((at.plus_millis(EVERY) <= node.now()).then_some(checkpoint.size))
}

/// What this node has cosigned of a partner's log last. Where two officers have accepted another log in its place, that one
/// is cosigned now.
pub async fn seen(node: &Node, agency: &AgencyCode) -> Result<Option<String>> {
    let place = format!("witness.{agency}");
    let kept = node.store().setting(&place).await?;
    let Some(kept) = kept.and_then(|bytes| String::from_utf8(bytes).ok()) else { return Ok(None) };
    let Some(mut accepted) = new_log::accepted_for(node, agency, &kept).await? else { return Ok(Some(kept)) };
    cosign(&mut accepted, &Checkpoint::origin_of(node.code()), node.signer(), node.now()).map_err(broken)?;
    let accepted = accepted.to_string();
    node.store().set(&place, accepted.as_bytes()).await?;
    Ok(Some(accepted))
}

/// How many records of a partner's log this node has cosigned.
pub async fn seen_size(node: &Node, agency: &AgencyCode) -> Result<Option<u64>> {
    Ok(seen(node, agency).await?.as_deref().map(read).transpose()?.map(|(checkpoint, _)| checkpoint.size))
}

/// Looks at a partner's checkpoint and cosigns it if its log merely grew since the one seen before. It is kept before anybody
/// is told; what is refused is kept as evidence.
pub async fn look(node: &Node, agency: &AgencyCode, old: u64, proof: &[Hash32], note: &str) -> Result<Seen> {
    let _turn = node.turn().await;
    let before = seen(node, agency).await?;
    let refused = async |told: String| {
        contradiction::keep(node, agency, &told, before.as_deref(), note.as_bytes()).await?;
        Ok(Seen::Refused(told))
    };
    let keys = node.keyring().await?;
    let (checkpoint, mut signed) = match Checkpoint::parse(note) {
        Ok(read) if read.0.agency == *agency => read,
        Ok((other, _)) => return refused(format!("WT-001 it showed the log of {}", other.agency)).await,
        Err(why) => return refused(format!("WT-001 its checkpoint does not read: {why}")).await,
    };
    if !keys.of(agency).iter().any(|key| signed.verify(&checkpoint.origin(), key).is_ok()) {
        return refused("WT-002 its checkpoint is not signed by a key of its own".to_owned()).await;
    }
    let known = match &before {
        Some(note) => read(note)?.0,
        None => Checkpoint { agency: agency.clone(), size: 0, root: lintas_ledger::log::empty_root() },
    };
    let (was, is) = (known.size, checkpoint.size);
    if is < was {
        return refused(format!("WT-003 its log had {was} records and has {is} now: it was rolled back"))
            .await;
    }
    if is == was && checkpoint.root != known.root {
        return refused(format!("WT-004 it shows two logs of {is} records: the log is forked")).await;
    }
    if old != was {
        return refused(format!("WT-005 it proves growth from {old} records, {was} were asked for")).await;
    }
    if !verify_consistency(was, &known.root, is, &checkpoint.root, proof) {
        let told = format!("WT-006 its log of {is} records does not begin with the {was} that it had signed");
        return refused(told).await;
    }
    let name = Checkpoint::origin_of(node.code());
    cosign(&mut signed, &name, node.signer(), node.now()).map_err(broken)?;
    node.store().set(&format!("witness.{agency}"), signed.to_string().as_bytes()).await?;
    Ok(Seen::Cosigned)
}

/// Looks at a partner's checkpoint that came by file. The proofs begin at the sizes that the partner thinks we may have
/// cosigned; the one that begins where we stand is used. A file may come late or twice, so a log that is shorter than the one
/// seen is a rollback only when the file was made after the one by which that was seen.
pub async fn look_by_file(
    node: &Node,
    agency: &AgencyCode,
    made_at: Timestamp,
    note: &str,
    growth: &[LogGrowth],
) -> Result<Seen> {
    let Ok((shown, _)) = read(note) else { return look(node, agency, 0, &[], note).await };
    let known = seen(node, agency).await?;
    let known = known.as_deref().map(read).transpose()?.map(|(checkpoint, _)| checkpoint);
    let was = known.as_ref().map_or(0, |known| known.size);
    let place = format!("witness-file.{agency}");
    let file: Option<SeenByFile> =
        node.store().setting(&place).await?.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    if known.as_ref() == Some(&shown) {
        return Ok(Seen::Cosigned);
    }
    let late = file.is_none_or(|file| file.size != was || made_at <= file.made_at);
    let proof = growth.iter().find(|growth| growth.from == was).map(|growth| growth.proof.as_slice());
    if (shown.size < was && late) || (shown.size > was && was > 0 && proof.is_none()) {
        return Ok(Seen::Unproved);
    }
    let made = look(node, agency, was, proof.unwrap_or_default(), note).await?;
    if made == Seen::Cosigned {
        let file = serde_json::to_vec(&SeenByFile { size: shown.size, made_at }).map_err(broken)?;
        node.store().set(&place, &file).await?;
    }
    Ok(made)
}

/// The file by which a partner's log was seen last.
#[derive(Serialize, Deserialize)]
struct SeenByFile {
    size: u64,
    /// By the clock of the partner.
    made_at: Timestamp,
}

/// The newest checkpoint of this node for a partner's file, with proofs of growth from every size at which the partner may
/// stand: the one that it is known to have cosigned, and those of the files made for it since.
pub async fn growth_for_file(node: &Node, to: &AgencyCode) -> Result<(String, Vec<LogGrowth>)> {
    let note = node.checkpoint().await?;
    let (checkpoint, _) = read(&note)?;
    let cosigned = node.store().setting(&format!("cosigned.{to}")).await?;
    let cosigned = cosigned.and_then(|bytes| String::from_utf8(bytes).ok());
    let cosigned = cosigned.as_deref().and_then(|note| read(note).ok()).map_or(0, |(known, _)| known.size);
    let place = format!("given.{to}");
    let given = node.store().setting(&place).await?.unwrap_or_default();
    let mut sizes: Vec<u64> = serde_json::from_slice(&given).unwrap_or_default();
    sizes.retain(|size| *size > cosigned && *size <= checkpoint.size);
    let mut from: Vec<u64> = sizes.clone();
    from.push(cosigned.min(checkpoint.size));
    let mut leaves = leaves(node, checkpoint.size).await?;
    let mut growth = Vec::with_capacity(from.len());
    for from in from {
        let proof = consistency(&mut leaves, from, checkpoint.size).map_err(broken)?;
        growth.push(LogGrowth { from, proof });
    }
    if !sizes.contains(&checkpoint.size) {
        sizes.push(checkpoint.size);
    }
    let oldest = sizes.len().saturating_sub(FILES);
    let kept = serde_json::to_vec(&sizes[oldest..]).map_err(broken)?;
    node.store().set(&place, &kept).await?;
    Ok((note, growth))
}

/// A partner shows a longer list of records of a log than it has signed for: it has less than a witness saw.
pub async fn shorter(node: &Node, agency: &AgencyCode, size: u64) -> Result<Seen> {
    let before = seen(node, agency).await?;
    let was = before.as_deref().map(read).transpose()?.map_or(0, |(checkpoint, _)| checkpoint.size);
    let told = format!("WT-003 its log had {was} records and has {size} now: it was rolled back");
    contradiction::keep(node, agency, &told, before.as_deref(), &[]).await?;
    Ok(Seen::Refused(told))
}

/// Learns what a partner has cosigned of this node's own log. When it knows records that are not here, this node came back from
/// an old backup: every feed begins a new generation, so that nothing is written twice under one number. Answers whether that
/// happened.
pub async fn learn(node: &Node, witness: &AgencyCode, note: &str) -> Result<bool> {
    let _turn = node.turn().await;
    let (checkpoint, signed) = read(note)?;
    let kept = format!("cosigned.{witness}");
    if node.store().setting(&kept).await?.as_deref() == Some(note.as_bytes()) {
        return Ok(false);
    }
    let own = signed.verify(&checkpoint.origin(), node.signer().public()).is_ok();
    let keys = node.keyring().await?;
    let name = Checkpoint::origin_of(witness);
    let theirs = keys.of(witness).iter().any(|key| matches!(cosigned(&signed, &name, key), Ok(Some(_))));
    if checkpoint.agency != *node.code() || !own || !theirs {
        let told = "WT-007 what it says to have cosigned is no checkpoint of ours, or not cosigned by it";
        contradiction::keep(node, witness, told, None, note.as_bytes()).await?;
        return Ok(false);
    }
    let here = node.store().log(node.code()).await?.size();
    let lost = if checkpoint.size > here {
        true
    } else {
        let mut leaves = leaves(node, checkpoint.size).await?;
        root_of(&mut leaves, checkpoint.size).map_err(broken)? != checkpoint.root
    };
    if lost {
        let told = format!(
            "WT-008 {witness} has cosigned {} records of our log that are not here: this node came back from an old \
             backup, its feeds begin anew",
            checkpoint.size
        );
        contradiction::keep(node, node.code(), &told, Some(note), &[]).await?;
        node.store().begin_anew(node.code()).await?;
    }
    node.store().set(&kept, note.as_bytes()).await?;
    Ok(lost)
}

/// The checkpoints of this node that partners have cosigned, those of one text together.
pub(crate) async fn cosigned_notes(node: &Node) -> Result<Vec<(Checkpoint, String)>> {
    let mut notes: Vec<(Checkpoint, String)> = Vec::new();
    for (_, bytes) in node.store().settings("cosigned.").await? {
        let Ok(note) = String::from_utf8(bytes) else { continue };
        let Ok((checkpoint, signed)) = Checkpoint::parse(&note) else { continue };
        match notes.iter_mut().find(|(known, _)| *known == checkpoint) {
            Some((_, known)) => {
                // The agency's own line stands in both; the witness's is added.
                let own = format!("\u{2014} {} ", checkpoint.origin());
                let lines = note.strip_prefix(signed.text()).unwrap_or_default().lines();
                for line in lines.filter(|line| !line.is_empty() && !line.starts_with(&own)) {
                    known.push_str(line);
                    known.push('\n');
                }
            }
            None => notes.push((checkpoint, note)),
        }
    }
    Ok(notes)
}

/// The leaves of this node's log up to a size.
pub(crate) async fn leaves(node: &Node, size: u64) -> Result<KeptLeaves> {
    let mut leaves = Vec::new();
    while (leaves.len() as u64) < size {
        let page = node.store().log_leaves(leaves.len() as u64, PAGE).await?;
        if page.is_empty() {
            break;
        }
        leaves.extend(page);
    }
    leaves.truncate(usize::try_from(size).unwrap_or(usize::MAX));
    Ok(KeptLeaves::new(leaves))
}

fn read(note: &str) -> Result<(Checkpoint, Note)> {
    Checkpoint::parse(note).map_err(broken)
}

fn broken(why: impl std::fmt::Display) -> CaseworkError {
    CaseworkError::Ledger(why.to_string())
}
