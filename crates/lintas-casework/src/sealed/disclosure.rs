//! Disclosures: the second key, the end, and what is told while one is open.

use std::collections::BTreeMap;

use lintas_model::OfficerId;
use lintas_policy::Action;
use lintas_sealed::DossierId;
use lintas_sealed::audit::Act;
use lintas_sealed::disclosure::{Disclosure, DisclosureState};
use lintas_sealed::field::{Field, Said};

use super::DossierKind;
use super::dossier::{all, find, keep};
use super::space::{Space, entry};
use crate::{CaseworkError, Ctx, Result, access, officer};

/// What may be told, as the sheet that is handed over shows it.
#[derive(Debug)]
pub struct Sheet {
    /// The code of whom it is about.
    pub code: String,
    /// The disclosure.
    pub disclosure: Disclosure,
    /// The chosen fields and what they say.
    pub told: Vec<(Field, Said)>,
    /// Names of officers.
    pub names: BTreeMap<OfficerId, String>,
}

/// A disclosure that is open to the officer who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed {
    /// The dossier.
    pub dossier: DossierId,
    /// The code of whom it is about.
    pub code: String,
    /// The disclosure.
    pub disclosure: Disclosure,
}

/// Turns the second key.
pub async fn second_key(ctx: &Ctx, kind: DossierKind, id: DossierId, number: u32) -> Result<()> {
    let space = Space::enter(ctx, Action::SecondKey, kind).await?;
    let _turn = ctx.node().turn().await;
    let (row, mut dossier) = find(&space, kind, id).await?;
    dossier.second_key(number, ctx.officer(), ctx.now())?;
    keep(ctx, &space, &row, dossier, Act::SecondKey, Some(format!("disclosure {number}"))).await
}

/// Ends a disclosure, or refuses one that waits. The one who asked may take the question back; else it takes the right to the
/// second key.
pub async fn end(ctx: &Ctx, kind: DossierKind, id: DossierId, number: u32) -> Result<()> {
    let space = Space::enter(ctx, Action::WriteSealed, kind).await?;
    let _turn = ctx.node().turn().await;
    let (row, mut dossier) = find(&space, kind, id).await?;
    let asked_by = dossier.disclosure(number).map(|it| it.asked_by);
    if asked_by != Some(ctx.officer()) {
        ctx.require_own(Action::SecondKey, kind.as_str()).await?;
    }
    dossier.end(number, ctx.officer(), ctx.now())?;
    keep(ctx, &space, &row, dossier, Act::Ended, Some(format!("disclosure {number}"))).await
}

/// The sheet of an open disclosure, for the worker who hands it over.
pub async fn sheet(ctx: &Ctx, kind: DossierKind, id: DossierId, number: u32) -> Result<Sheet> {
    let space = Space::enter(ctx, Action::ViewSealed, kind).await?;
    let (_, dossier) = find(&space, kind, id).await?;
    told(ctx, &space, id, &dossier, number).await
}

/// What was disclosed to the officer at this node, and is open.
pub async fn to_me(ctx: &Ctx) -> Result<Vec<Disclosed>> {
    ctx.require_own(Action::ReadDisclosed, "disclosure").await?;
    if ctx.node().sealed_place().is_none() {
        return Ok(Vec::new());
    }
    let space = Space::open(ctx.node()).await?;
    let now = ctx.now();
    let mut mine = Vec::new();
    for (row, dossier) in all(&space).await? {
        for disclosure in &dossier.disclosures {
            if disclosure.recipient.officer == Some(ctx.officer())
                && dossier.state(disclosure, now) == DisclosureState::Open
            {
                mine.push(Disclosed {
                    dossier: row.id,
                    code: dossier.code.clone(),
                    disclosure: disclosure.clone(),
                });
            }
        }
    }
    mine.sort_by(|a, b| a.code.cmp(&b.code));
    access::viewed(ctx, "disclosed", None, mine.len()).await?;
    Ok(mine)
}

/// How many disclosures are open to the officer; nothing where the space is closed just now.
pub async fn open_to(ctx: &Ctx) -> usize {
    let counted = async {
        let may = ctx.permit_own(Action::ReadDisclosed, "disclosure").is_ok();
        if !may || ctx.node().sealed_place().is_none() {
            return Ok::<_, CaseworkError>(0);
        }
        let space = Space::open(ctx.node()).await?;
        let now = ctx.now();
        let mine = |dossier: &lintas_sealed::Dossier| {
            let all = dossier.disclosures.iter();
            all.filter(|it| {
                it.recipient.officer == Some(ctx.officer()) && dossier.state(it, now) == DisclosureState::Open
            })
            .count()
        };
        Ok(all(&space).await?.iter().map(|(_, dossier)| mine(dossier)).sum())
    };
    counted.await.unwrap_or_default()
}

/// What was disclosed to the officer, while it is open. To everybody else it does not exist, and that he asked is recorded.
pub async fn read(ctx: &Ctx, id: DossierId, number: u32) -> Result<Sheet> {
    ctx.require_own(Action::ReadDisclosed, "disclosure").await?;
    let space = Space::open(ctx.node()).await?;
    let row = space.store.dossier(id.uuid()).await?.map(super::dossier::sealed_of);
    let dossier = row.map(|row| row.open(&space.key)).transpose()?;
    let mine = dossier.filter(|dossier| {
        dossier.disclosure(number).is_some_and(|it| {
            it.recipient.officer == Some(ctx.officer())
                && dossier.state(it, ctx.now()) == DisclosureState::Open
        })
    });
    match mine {
        Some(dossier) => told(ctx, &space, id, &dossier, number).await,
        None => {
            space.write(ctx.node(), &[], entry(ctx, Act::Refused, Some(id), 0, None)).await?;
            access::refused(ctx, "disclosed", "nothing is disclosed to this officer there").await?;
            Err(CaseworkError::NotFound("disclosure"))
        }
    }
}

async fn told(
    ctx: &Ctx,
    space: &Space,
    id: DossierId,
    dossier: &lintas_sealed::Dossier,
    number: u32,
) -> Result<Sheet> {
    let told = dossier.told(number, ctx.now())?;
    let disclosure = dossier.disclosure(number).cloned().ok_or(CaseworkError::NotFound("disclosure"))?;
    space.note(ctx, Act::Told, Some(id), 1, Some(format!("disclosure {number}"))).await?;
    Ok(Sheet { code: dossier.code.clone(), disclosure, told, names: officer::names(ctx).await? })
}
