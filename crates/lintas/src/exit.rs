//! Exit codes and the one place where an error is printed.

use std::io::ErrorKind;
use std::process::ExitCode;

/// Done.
pub(crate) const DONE: u8 = 0;
/// There are findings or rejected rows.
pub(crate) const FINDINGS: u8 = 1;
/// Wrong usage.
pub(crate) const USAGE: u8 = 2;
/// Something could not be read or written.
pub(crate) const IO: u8 = 3;
/// Refused by policy.
pub(crate) const REFUSED: u8 = 4;

/// An error that is the user's to mend on the command line.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Usage(pub(crate) String);

/// Prints the error with its causes and chooses the exit code.
pub(crate) fn report(error: &anyhow::Error) -> ExitCode {
    let closed_pipe = error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == ErrorKind::BrokenPipe)
    });
    if closed_pipe {
        return ExitCode::from(DONE);
    }
    eprintln!("lintas: {error}");
    let mut last = error.to_string();
    for cause in error.chain().skip(1) {
        let text = cause.to_string();
        if !last.contains(&text) {
            eprintln!("  because: {text}");
        }
        last = text;
    }
    ExitCode::from(code(error))
}

fn code(error: &anyhow::Error) -> u8 {
    error.chain().find_map(code_of).unwrap_or(IO)
}

/// The code of one cause, where it settles the matter.
fn code_of(cause: &(dyn std::error::Error + 'static)) -> Option<u8> {
    use lintas_casework::CaseworkError;
    use lintas_exchange::ExchangeError;
    use lintas_sealed::SealedError;
    if cause.is::<Usage>() {
        return Some(USAGE);
    }
    // Exchange hands errors of casework through as its own, so they do not stand in the chain by themselves.
    let casework = match cause.downcast_ref::<ExchangeError>() {
        Some(ExchangeError::Casework(inner)) => Some(inner),
        _ => cause.downcast_ref::<CaseworkError>(),
    };
    match casework? {
        CaseworkError::Denied(_) | CaseworkError::SignIn | CaseworkError::TooManyAttempts { .. } => {
            Some(REFUSED)
        }
        CaseworkError::Invalid { .. } | CaseworkError::NotFound(_) | CaseworkError::IllegalMove(_) => {
            Some(USAGE)
        }
        CaseworkError::Sealed(error) => match error {
            SealedError::NotAdmitted | SealedError::AdmissionLapsed => Some(REFUSED),
            SealedError::None | SealedError::Rule(_) => Some(USAGE),
            _ => Some(IO),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use anyhow::Context as _;
    use lintas_casework::CaseworkError;
    use lintas_exchange::ExchangeError;

    use super::*;

    fn check(cause: impl std::error::Error + Send + Sync + 'static, expected: u8) {
        let told = Err::<(), _>(cause).context("could not finish the command").unwrap_err();
        assert_eq!(code(&told), expected, "{told:#}");
    }

    #[test]
    fn what_casework_refuses_keeps_its_code_when_exchange_hands_it_on() {
        check(CaseworkError::NotFound("partner"), USAGE);
        check(ExchangeError::Casework(CaseworkError::NotFound("partner")), USAGE);
        check(ExchangeError::Casework(CaseworkError::SignIn), REFUSED);
        check(ExchangeError::Casework(CaseworkError::TooManyAttempts { seconds: 3 }), REFUSED);
        check(ExchangeError::Casework(CaseworkError::Ledger("it ends early".into())), IO);
        check(ExchangeError::Ended, IO);
        check(Usage("no such thing".into()), USAGE);
    }
}
