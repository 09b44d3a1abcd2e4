//! Signing in and out.

use lintas_casework::{CaseworkError, Ctx, signin};
use lintas_model::Role;

use crate::app::App;
use crate::problem::Problem;

/// What became of an attempt to sign in.
pub(crate) enum SignedIn {
    /// The session's secret.
    Yes(String),
    /// Something was wrong; nobody is told what.
    No,
    /// Too many attempts: seconds to wait.
    Wait(u64),
}

/// Tries to sign in.
pub(crate) async fn sign_in(app: &App, login: &str, password: &str, code: &str) -> Result<SignedIn, Problem> {
    let code = Some(code.trim()).filter(|code| !code.is_empty());
    match signin::sign_in(app.node(), login, password, code).await {
        Ok(session) => Ok(SignedIn::Yes(session)),
        Err(CaseworkError::SignIn) => Ok(SignedIn::No),
        Err(CaseworkError::TooManyAttempts { seconds }) => Ok(SignedIn::Wait(seconds)),
        Err(error) => Err(error.into()),
    }
}

/// The circumstances of whoever the session belongs to; none when it has ended.
pub(crate) async fn resume(app: &App, session: &str) -> Result<Option<Ctx>, Problem> {
    Ok(signin::session(app.node(), session).await?)
}

/// Ends a session.
pub(crate) async fn sign_out(app: &App, session: &str) -> Result<(), Problem> {
    Ok(signin::sign_out(app.node(), session).await?)
}

/// Signs in at a demo node.
pub(crate) async fn demo_sign_in(app: &App, login: &str) -> Result<String, Problem> {
    Ok(signin::be(app.node(), login).await?)
}

/// The officer's roles.
pub(crate) fn roles(ctx: &Ctx) -> Vec<Role> {
    ctx.actor().roles.iter().copied().collect()
}
