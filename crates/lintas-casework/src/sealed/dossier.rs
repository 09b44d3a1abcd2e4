//! Dossiers: listed, read, opened, changed part by part.

use std::collections::{BTreeMap, BTreeSet};

use lintas_law::screening::{self, Screening};
use lintas_model::record::ProtectedPerson;
use lintas_model::{Body, Kind, ObjectId, OfficerId, Timestamp};
use lintas_policy::Action;
use lintas_sealed::audit::Act;
use lintas_sealed::child::{self, Childhood};
use lintas_sealed::disclosure::DisclosureState;
use lintas_sealed::dossier::Registration;
use lintas_sealed::retention::{Retention, WARNED_DAYS};
use lintas_sealed::support::{Progress, ScreeningNote};
use lintas_sealed::{Dossier, DossierId, SealedDossier, SealedError, Subject};
use lintas_store::{DossierRow, HeldQuery, SealedChange};

use super::DossierKind;
use super::part::{self, Part};
use super::space::{Space, entry};
use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Node, Result, access, officer};

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierLine {
    /// The dossier.
    pub id: DossierId,
    /// The code.
    pub code: String,
    /// The name the person goes by.
    pub name: String,
    /// Whether the rules for children apply.
    pub childhood: Childhood,
    /// Whether there is a support plan.
    pub plan: bool,
    /// Urgent needs that are not met.
    pub urgent: usize,
    /// Disclosures that wait for the second key.
    pub waiting: Vec<u32>,
    /// Disclosures that are open.
    pub open: usize,
    /// From when it is no longer kept.
    pub ends: Timestamp,
    /// Whether that is soon.
    pub ends_soon: bool,
}

/// The list, with what could be opened.
#[derive(Debug)]
pub struct DossierList {
    /// The dossiers, by code.
    pub lines: Vec<DossierLine>,
    /// Protected persons of this agency known by code only.
    pub without: Vec<Item<ProtectedPerson>>,
}

/// A dossier as whoever works with it sees it.
#[derive(Debug)]
pub struct DossierView {
    /// Its id.
    pub id: DossierId,
    /// How often it was written: a form says which one it was made from.
    pub version: u64,
    /// What stands in it.
    pub dossier: Dossier,
    /// Whether the rules for children apply.
    pub childhood: Childhood,
    /// Where each disclosure stands, by number.
    pub states: BTreeMap<u32, DisclosureState>,
    /// Screenings, oldest first, with what they suggest by the indicators of today.
    pub screenings: Vec<(ScreeningNote, Screening)>,
    /// From when it is no longer kept.
    pub ends: Timestamp,
    /// Whether the reader may turn second keys, erase and keep longer.
    pub may_second: bool,
    /// Names of officers.
    pub names: BTreeMap<OfficerId, String>,
}

/// The dossiers of a kind, by code.
pub async fn list(ctx: &Ctx, kind: DossierKind) -> Result<DossierList> {
    let space = Space::enter(ctx, Action::ViewSealed, kind).await?;
    let now = ctx.now();
    let rule = Retention::default();
    let mut lines = Vec::new();
    let mut known = BTreeSet::new();
    for (row, dossier) in all(&space).await? {
        if DossierKind::of(&dossier) != kind {
            continue;
        }
        known.extend(dossier.object);
        let ends = rule.ends(&dossier, now);
        let state = |wanted: DisclosureState| {
            let all = dossier.disclosures.iter().filter(|it| dossier.state(it, now) == wanted);
            all.map(|it| it.number).collect::<Vec<_>>()
        };
        let (waiting, open) = (state(DisclosureState::Waiting), state(DisclosureState::Open).len());
        let urgent = dossier.support().map_or(0, |support| {
            support.needs.iter().filter(|need| need.urgent && need.progress == Progress::Open).count()
        });
        lines.push(DossierLine {
            id: row.id,
            name: dossier.identity.names.first().cloned().unwrap_or_default(),
            childhood: childhood(&dossier, now),
            plan: dossier.support().is_some_and(|support| support.plan.exists()),
            urgent,
            waiting,
            open,
            ends,
            ends_soon: ends <= now.plus_days(WARNED_DAYS),
            code: dossier.code,
        });
    }
    lines.sort_by_key(|line| (number_of(&line.code), line.code.clone()));
    space.note(ctx, Act::Listed, None, lines.len(), Some(kind.as_str().to_owned())).await?;
    let without = match kind {
        DossierKind::Person => by_code_only(ctx, &known).await?,
        DossierKind::Source => Vec::new(),
    };
    Ok(DossierList { lines, without })
}

/// Protected persons of this agency that have no dossier yet.
async fn by_code_only(ctx: &Ctx, known: &BTreeSet<ObjectId>) -> Result<Vec<Item<ProtectedPerson>>> {
    let query = HeldQuery { agency: Some(ctx.node().code().clone()), ..HeldQuery::default() };
    let latest = item::owned(ctx, item::read::<ProtectedPerson>(ctx, query).await?);
    let mut without: Vec<_> = latest.into_values().filter(|it| !known.contains(&it.mark.object)).collect();
    without.sort_by_key(|it| (number_of(&it.body.code), it.body.code.clone()));
    access::viewed(ctx, "protected_persons", None, without.len()).await?;
    Ok(without)
}

fn number_of(code: &str) -> u64 {
    code.split('-').next_back().and_then(|number| number.parse().ok()).unwrap_or(u64::MAX)
}

/// One dossier.
pub async fn show(ctx: &Ctx, kind: DossierKind, id: DossierId) -> Result<DossierView> {
    let space = Space::enter(ctx, Action::ViewSealed, kind).await?;
    let (row, dossier) = find(&space, kind, id).await?;
    space.note(ctx, Act::Viewed, Some(id), 1, None).await?;
    let now = ctx.now();
    let indicators = ctx.node().law().indicators();
    let screenings = dossier.support().map_or_else(Vec::new, |support| {
        let each = support.screenings.iter();
        each.map(|note| (note.clone(), screening::screen(indicators, note.set, &note.seen))).collect()
    });
    Ok(DossierView {
        id,
        version: row.version,
        childhood: childhood(&dossier, now),
        states: dossier.disclosures.iter().map(|it| (it.number, dossier.state(it, now))).collect(),
        screenings,
        ends: Retention::default().ends(&dossier, now),
        may_second: ctx.permit_own(Action::SecondKey, kind.as_str()).is_ok(),
        names: officer::names(ctx).await?,
        dossier,
    })
}

/// Opens the dossier of a protected person of this agency who is known by code.
pub async fn open(ctx: &Ctx, object: ObjectId) -> Result<DossierId> {
    let kind = DossierKind::Person;
    let space = Space::enter(ctx, Action::WriteSealed, kind).await?;
    let _turn = ctx.node().turn().await;
    let held = ctx.node().newest(Kind::ProtectedPerson, object).await?;
    let held = held.filter(|held| held.mark.originator == *ctx.node().code());
    let held = held.ok_or(CaseworkError::NotFound("protected person"))?;
    ctx.require(Action::View, &item::facts(ctx.node(), &held.mark)).await?;
    let Body::ProtectedPerson(person) = held.body else {
        return Err(CaseworkError::NotFound("protected person"));
    };
    if let Some((row, _)) = all(&space).await?.into_iter().find(|(_, known)| known.object == Some(object)) {
        return Ok(row.id);
    }
    let mut dossier = Dossier::new(person.code, Subject::Person(Box::default()), ctx.officer(), ctx.now());
    dossier.object = Some(object);
    dossier.case = Some(person.case);
    dossier.identity.nationality = person.nationality;
    dossier.support_mut()?.child.in_doubt = person.age == lintas_model::record::AgeBand::Child;
    add(ctx, &space, &dossier).await
}

/// Registers a human source under a code.
pub async fn register(ctx: &Ctx, code: &str, registration: Registration) -> Result<DossierId> {
    let kind = DossierKind::Source;
    let space = Space::enter(ctx, Action::WriteSealed, kind).await?;
    let _turn = ctx.node().turn().await;
    let code = code.trim().to_uppercase();
    let plain = code.starts_with("S-")
        && (3..=20).contains(&code.len())
        && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !plain {
        return Err(CaseworkError::invalid("code", "a code is `S-` and a number; never a name or initials"));
    }
    if all(&space).await?.iter().any(|(_, known)| known.code == code) {
        return Err(CaseworkError::invalid("code", format!("{code} is in use")));
    }
    add(ctx, &space, &Dossier::new(code, Subject::Source(registration), ctx.officer(), ctx.now())).await
}

async fn add(ctx: &Ctx, space: &Space, dossier: &Dossier) -> Result<DossierId> {
    let node = ctx.node();
    let sealed = node.with_entropy(|entropy| {
        let id = DossierId::new(entropy);
        SealedDossier::new(&space.key, id, dossier, entropy)
    })?;
    let note = entry(ctx, Act::Opened, Some(sealed.id), 1, None);
    space.write(node, &[SealedChange::Add(row_of(&sealed))], note).await?;
    access::viewed(ctx, "sealed_write", None, 1).await?;
    Ok(sealed.id)
}

/// Writes a part of a dossier; `version` is the one that was on the screen.
pub async fn change(ctx: &Ctx, kind: DossierKind, id: DossierId, version: u64, part: Part) -> Result<()> {
    let space = Space::enter(ctx, part.action(), kind).await?;
    let _turn = ctx.node().turn().await;
    let (row, mut dossier) = find(&space, kind, id).await?;
    if row.version != version {
        return Err(SealedError::Changed.into());
    }
    let (act, detail) = part.audited();
    part::apply(ctx, &mut dossier, part)?;
    keep(ctx, &space, &row, dossier, act, Some(detail.to_owned())).await
}

/// Keeps the next version of a dossier, and tells investigators by code whether there is a plan.
pub(super) async fn keep(
    ctx: &Ctx,
    space: &Space,
    row: &SealedDossier,
    mut dossier: Dossier,
    act: Act,
    detail: Option<String>,
) -> Result<()> {
    let node = ctx.node();
    dossier.changed_at = ctx.now();
    let next = node.with_entropy(|entropy| row.next(&space.key, &dossier, entropy))?;
    let note = entry(ctx, act, Some(row.id), 1, detail);
    space.write(node, &[SealedChange::Replace(row_of(&next))], note).await?;
    access::viewed(ctx, "sealed_write", None, 1).await?;
    if let Some(object) = dossier.object {
        crate::victim::say_plan(ctx, object, dossier.support().is_some_and(|it| it.plan.exists())).await?;
    }
    Ok(())
}

pub(super) fn childhood(dossier: &Dossier, now: Timestamp) -> Childhood {
    match dossier.support() {
        Some(support) => child::childhood(&dossier.identity, &support.child, now),
        None => Childhood::Adult,
    }
}

/// A dossier of a kind.
pub(super) async fn find(
    space: &Space,
    kind: DossierKind,
    id: DossierId,
) -> Result<(SealedDossier, Dossier)> {
    let row = space.store.dossier(id.uuid()).await?.ok_or(CaseworkError::NotFound("dossier"))?;
    let row = sealed_of(row);
    let dossier = row.open(&space.key)?;
    if DossierKind::of(&dossier) == kind {
        Ok((row, dossier))
    } else {
        Err(CaseworkError::NotFound("dossier"))
    }
}

/// All dossiers, opened. One that is damaged stops the list: a page must not look whole when it is not.
pub(super) async fn all(space: &Space) -> Result<Vec<(SealedDossier, Dossier)>> {
    let rows = space.store.dossiers().await?.into_iter().map(sealed_of);
    rows.map(|row| row.open(&space.key).map(|dossier| (row, dossier)).map_err(Into::into)).collect()
}

pub(super) fn row_of(sealed: &SealedDossier) -> DossierRow {
    DossierRow {
        id: sealed.id.uuid(),
        version: sealed.version,
        wrapped_key: sealed.wrapped_key.clone(),
        body: sealed.body.clone(),
    }
}

pub(super) fn sealed_of(row: DossierRow) -> SealedDossier {
    SealedDossier {
        id: DossierId::from_uuid(row.id),
        version: row.version,
        wrapped_key: row.wrapped_key,
        body: row.body,
    }
}

/// How many disclosures wait for a second key that this officer could turn; nothing where the space is closed.
pub async fn waiting_for(ctx: &Ctx) -> usize {
    let counted = async {
        if ctx.node().sealed_place().is_none()
            || ctx.permit_own(Action::SecondKey, "protected_person").is_err()
        {
            return Ok::<_, CaseworkError>(0);
        }
        let space = Space::open(ctx.node()).await?;
        let now = ctx.now();
        let waits = |dossier: &Dossier| {
            let all = dossier.disclosures.iter();
            all.filter(|it| {
                it.asked_by != ctx.officer() && dossier.state(it, now) == DisclosureState::Waiting
            })
            .count()
        };
        let all = all(&space).await?;
        Ok(all.iter().map(|(_, dossier)| waits(dossier)).sum())
    };
    counted.await.unwrap_or_default()
}

/// A node's own look at all dossiers, for the rules that run by themselves.
pub(super) async fn opened_by(node: &Node) -> Result<Option<(Space, Vec<(SealedDossier, Dossier)>)>> {
    if node.sealed_place().is_none() {
        return Ok(None);
    }
    let space = Space::open(node).await?;
    let all = all(&space).await?;
    Ok(Some((space, all)))
}
