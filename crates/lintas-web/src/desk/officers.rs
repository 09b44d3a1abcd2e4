//! Officers and the audit.

use lintas_casework::officer::{self, NewOfficer};
use lintas_casework::{Ctx, access};
use lintas_model::OfficerId;
use lintas_model::record::AccessAct;
use lintas_policy::Action;

use crate::problem::Problem;
use crate::routes::admin::audit::AccessLine;
use crate::routes::admin::show::{OfficerLine, ReadOfficer};

/// How many lines of the audit a page shows.
const LINES: usize = 200;

/// All officers, and whether this one may enrol others.
pub(crate) async fn list(ctx: &Ctx) -> Result<(Vec<OfficerLine>, bool), Problem> {
    let lines = officer::list(ctx).await?.into_iter().map(|view| OfficerLine {
        officer: view.id,
        name: view.officer.name,
        login: view.officer.login,
        roles: view.officer.roles.into_iter().collect(),
        active: view.officer.active,
    });
    Ok((lines.collect(), ctx.permit_plain(Action::ManageOfficers, "officer").is_ok()))
}

/// Enrols an officer.
pub(crate) async fn enrol(ctx: &Ctx, read: ReadOfficer) -> Result<(), Problem> {
    let new = NewOfficer {
        name: read.name,
        login: read.login,
        password: read.password,
        roles: read.roles,
        language: read.language,
    };
    officer::enrol(ctx, new).await?;
    Ok(())
}

/// Suspends or restores an officer.
pub(crate) async fn set_active(ctx: &Ctx, id: OfficerId, active: bool) -> Result<(), Problem> {
    let found = officer::list(ctx).await?.into_iter().find(|view| view.id == id).ok_or(Problem::Missing)?;
    Ok(officer::change(ctx, id, found.officer.roles, active).await?)
}

/// Who looked at what, newest first.
pub(crate) async fn audit(ctx: &Ctx) -> Result<Vec<AccessLine>, Problem> {
    let items = access::list(ctx, LINES, 0).await?;
    let names = officer::names(ctx).await?;
    let lines = items.into_iter().map(|item| AccessLine {
        at: item.mark.at,
        officer: names.get(&item.mark.author).cloned().unwrap_or_else(|| item.mark.author.to_string()),
        act: match item.body.act {
            AccessAct::View => "view",
            AccessAct::Search => "search",
            AccessAct::Export => "export",
            AccessAct::Refused => "refused",
            AccessAct::SignIn => "sign_in",
            AccessAct::Print => "print",
            AccessAct::Purpose => "purpose",
            AccessAct::Credential => "credential",
        }
        .to_owned(),
        page: item.body.page,
        purpose: item.body.purpose.as_str().to_owned(),
        count: item.body.count,
        detail: item.body.detail,
    });
    Ok(lines.collect())
}
