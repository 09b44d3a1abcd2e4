//! Signing in and out.

use lintas_casework::{CaseworkError, Ctx, assertion, authenticator, passkey, signin};
use lintas_model::Role;
use lintas_model::handling::Purpose;

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

/// Acts for another purpose from now on.
pub(crate) async fn act_for(app: &App, session: &str, purpose: &str) -> Result<(), Problem> {
    let wanted = Purpose::ALL.into_iter().find(|known| known.as_str() == purpose).ok_or(Problem::Missing)?;
    Ok(signin::act_for(app.node(), session, wanted).await?)
}

/// What an officer signs in with.
#[derive(Debug, Clone, Default)]
pub(crate) struct Keys {
    /// A code is asked for.
    pub(crate) on: bool,
    /// A new code waits to be confirmed.
    pub(crate) waiting: bool,
    pub(crate) recovery_codes: u64,
    /// The names of the passkeys.
    pub(crate) passkeys: Vec<String>,
    /// The name to which passkeys are bound; none where this node cannot have any.
    pub(crate) bound_to: Option<String>,
}

/// What the officer signs in with.
pub(crate) async fn keys(ctx: &Ctx) -> Result<Keys, Problem> {
    let code = authenticator::state(ctx).await?;
    Ok(Keys {
        on: code.on,
        waiting: code.waiting,
        recovery_codes: code.recovery_codes as u64,
        passkeys: passkey::list(ctx).await?.into_iter().map(|line| line.label).collect(),
        bound_to: passkey::bound_to(ctx.node()),
    })
}

/// The name to which passkeys are bound at this node.
pub(crate) fn passkeys_bound_to(app: &App) -> Option<String> {
    passkey::bound_to(app.node())
}

/// What a person can mend, as the message to show beside the field; anything else is a problem of the page.
fn mended<T>(result: lintas_casework::Result<T>) -> Result<Result<T, &'static str>, Problem> {
    match result {
        Ok(done) => Ok(Ok(done)),
        Err(CaseworkError::Invalid { field: "password", .. }) => Ok(Err("own-password-wrong")),
        Err(CaseworkError::Invalid { field: "code", .. }) => Ok(Err("own-code-wrong")),
        Err(CaseworkError::Invalid { field: "label", .. }) => Ok(Err("own-passkey-label-wrong")),
        Err(error) => Err(error.into()),
    }
}

/// Makes a new code; the address for the authenticator, shown once.
pub(crate) async fn begin_code(ctx: &Ctx, password: &str) -> Result<Result<String, &'static str>, Problem> {
    mended(authenticator::begin(ctx, password).await)
}

/// Puts the code in force; the recovery codes, shown once.
pub(crate) async fn confirm_code(
    ctx: &Ctx,
    code: &str,
) -> Result<Result<Vec<String>, &'static str>, Problem> {
    mended(authenticator::confirm(ctx, code).await)
}

/// New recovery codes, shown once.
pub(crate) async fn new_recovery_codes(
    ctx: &Ctx,
    password: &str,
) -> Result<Result<Vec<String>, &'static str>, Problem> {
    mended(authenticator::new_recovery_codes(ctx, password).await)
}

/// Takes the code away.
pub(crate) async fn remove_code(ctx: &Ctx, password: &str) -> Result<Result<(), &'static str>, Problem> {
    mended(authenticator::remove(ctx, password).await)
}

/// What a browser is asked to answer with a key.
pub(crate) enum Asked {
    Challenge {
        ticket: String,
        options: String,
    },
    /// The message that says why not.
    No(&'static str),
}

/// Begins to register a passkey.
pub(crate) async fn begin_passkey(ctx: &Ctx, label: &str, password: &str) -> Result<Asked, Problem> {
    Ok(match mended(passkey::begin(ctx, label, password).await)? {
        Ok(challenge) => Asked::Challenge { ticket: challenge.ticket, options: challenge.options },
        Err(message) => Asked::No(message),
    })
}

/// Registers the passkey that has answered.
pub(crate) async fn finish_passkey(ctx: &Ctx, ticket: &str, answer: &str) -> Result<(), Problem> {
    Ok(passkey::finish(ctx, ticket, answer).await?)
}

/// Removes a passkey.
pub(crate) async fn remove_passkey(ctx: &Ctx, label: &str) -> Result<(), Problem> {
    Ok(passkey::remove(ctx, label).await?)
}

/// Begins to sign in with a passkey.
pub(crate) fn begin_passkey_sign_in(app: &App) -> Result<Asked, Problem> {
    let challenge = passkey::begin_sign_in(app.node())?;
    Ok(Asked::Challenge { ticket: challenge.ticket, options: challenge.options })
}

/// Tries to sign in with the passkey that has answered.
pub(crate) async fn passkey_sign_in(app: &App, ticket: &str, answer: &str) -> Result<SignedIn, Problem> {
    match passkey::finish_sign_in(app.node(), ticket, answer).await {
        Ok(session) => Ok(SignedIn::Yes(session)),
        Err(CaseworkError::SignIn) => Ok(SignedIn::No),
        Err(error) => Err(error.into()),
    }
}

/// Whether officers sign grave acts at this node.
pub(crate) fn signs(ctx: &Ctx) -> bool {
    assertion::required(ctx.node())
}

/// Whether the officer may go on to something grave: has signed, or need not.
pub(crate) fn can_act(ctx: &Ctx) -> bool {
    assertion::is_ready(ctx)
}

/// The same officer, who gave the password and signs what is done with this form; or why the password does not.
pub(crate) async fn sign_as(ctx: &Ctx, password: &str) -> Result<Result<Ctx, String>, Problem> {
    match assertion::unlock(ctx, password).await {
        Err(CaseworkError::Invalid { problem, .. }) => Ok(Err(problem)),
        unlocked => Ok(Ok(unlocked?)),
    }
}
