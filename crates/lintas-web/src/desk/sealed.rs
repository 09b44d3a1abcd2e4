//! The sealed space.

use std::collections::BTreeSet;

use lintas_casework::sealed::admission::{self, MemberView};
use lintas_casework::sealed::audit::{self, AuditView};
use lintas_casework::sealed::disclosure::{self, Disclosed, Sheet};
use lintas_casework::sealed::dossier::{self, DossierList, DossierView};
use lintas_casework::sealed::{DossierKind, Part, backup, erase};
use lintas_casework::{Ctx, access};
use lintas_law::screening::Indicators;
use lintas_model::{ObjectId, OfficerId, Role};
use lintas_sealed::DossierId;
use lintas_sealed::dossier::Registration;

use crate::problem::Problem;

/// The dossiers of a kind.
pub(crate) async fn list(ctx: &Ctx, kind: DossierKind) -> Result<DossierList, Problem> {
    Ok(dossier::list(ctx, kind).await?)
}

/// One dossier.
pub(crate) async fn show(ctx: &Ctx, kind: DossierKind, id: DossierId) -> Result<DossierView, Problem> {
    Ok(dossier::show(ctx, kind, id).await?)
}

/// Opens the dossier of a person known by code.
pub(crate) async fn open(ctx: &Ctx, object: ObjectId) -> Result<DossierId, Problem> {
    Ok(dossier::open(ctx, object).await?)
}

/// Registers a source whom the officer meets.
pub(crate) async fn register(ctx: &Ctx, code: &str) -> Result<DossierId, Problem> {
    let registration =
        Registration { handler: ctx.officer(), since: None, motives: String::new(), risks: String::new() };
    Ok(dossier::register(ctx, code, registration).await?)
}

/// Writes a part of a dossier.
pub(crate) async fn write(
    ctx: &Ctx,
    kind: DossierKind,
    id: DossierId,
    version: u64,
    part: Part,
) -> Result<(), Problem> {
    Ok(dossier::change(ctx, kind, id, version, part).await?)
}

/// Turns the second key.
pub(crate) async fn second_key(ctx: &Ctx, kind: DossierKind, id: DossierId, n: u32) -> Result<(), Problem> {
    Ok(disclosure::second_key(ctx, kind, id, n).await?)
}

/// Ends or refuses a disclosure.
pub(crate) async fn end(ctx: &Ctx, kind: DossierKind, id: DossierId, n: u32) -> Result<(), Problem> {
    Ok(disclosure::end(ctx, kind, id, n).await?)
}

/// The sheet of an open disclosure, for the worker who hands it over.
pub(crate) async fn sheet(ctx: &Ctx, kind: DossierKind, id: DossierId, n: u32) -> Result<Sheet, Problem> {
    Ok(disclosure::sheet(ctx, kind, id, n).await?)
}

/// What was disclosed to the officer.
pub(crate) async fn to_me(ctx: &Ctx) -> Result<Vec<Disclosed>, Problem> {
    Ok(disclosure::to_me(ctx).await?)
}

/// One of these.
pub(crate) async fn told(ctx: &Ctx, id: DossierId, n: u32) -> Result<Sheet, Problem> {
    Ok(disclosure::read(ctx, id, n).await?)
}

/// Erases a dossier.
pub(crate) async fn erase(ctx: &Ctx, kind: DossierKind, id: DossierId, ground: &str) -> Result<(), Problem> {
    Ok(erase::erase(ctx, kind, id, ground).await?)
}

/// The indicators for screening.
pub(crate) fn indicators(ctx: &Ctx) -> &Indicators {
    ctx.node().law().indicators()
}

/// Who is admitted, and the newest entries of the audit; nothing where there is no sealed space.
pub(crate) async fn keeping(ctx: &Ctx) -> Result<Option<(Vec<MemberView>, AuditView)>, Problem> {
    if !ctx.node().has_sealed_space() {
        // Whoever may not keep it learns nothing, not even that there is none.
        if let Err(denial) = ctx.permit_plain(lintas_policy::Action::KeepSealed, "sealed_space") {
            access::refused(ctx, "sealed", &denial.reason).await?;
            return Err(Problem::from(lintas_casework::CaseworkError::from(denial)));
        }
        return Ok(None);
    }
    Ok(Some((admission::list(ctx).await?, audit::list(ctx, 200).await?)))
}

/// Admits an officer.
pub(crate) async fn admit(ctx: &Ctx, officer: OfficerId, roles: BTreeSet<Role>) -> Result<(), Problem> {
    Ok(admission::admit(ctx, officer, roles).await?)
}

/// Dismisses an officer.
pub(crate) async fn dismiss(ctx: &Ctx, officer: OfficerId) -> Result<(), Problem> {
    Ok(admission::dismiss(ctx, officer).await?)
}

/// The bytes of a backup.
pub(crate) async fn back_up(ctx: &Ctx) -> Result<Vec<u8>, Problem> {
    Ok(backup::make(ctx).await?)
}
