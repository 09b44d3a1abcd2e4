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
    use lintas_casework::CaseworkError;
    for cause in error.chain() {
        if cause.is::<Usage>() {
            return USAGE;
        }
        match cause.downcast_ref::<CaseworkError>() {
            Some(
                CaseworkError::Denied(_) | CaseworkError::SignIn | CaseworkError::TooManyAttempts { .. },
            ) => {
                return REFUSED;
            }
            Some(
                CaseworkError::Invalid { .. } | CaseworkError::NotFound(_) | CaseworkError::IllegalMove(_),
            ) => {
                return USAGE;
            }
            _ => {}
        }
    }
    IO
}
