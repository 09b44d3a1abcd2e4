//! What the law promises, seen from outside.

mod convictions;
mod golden;
mod laws;
mod pairs;
mod pursuits;

use std::sync::LazyLock;

use lintas_law::{Day, Facts, Library, Path, Question, RequestKind};
use lintas_model::Country;
use lintas_model::offence::Offence;

/// The day on which the tables are drawn up.
const TODAY: &str = "2026-11-24";

fn library() -> &'static Library {
    static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());
    &LIBRARY
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn question(from: &str, to: &str, offence: Offence, on: &str) -> Question {
    let state = |text: &str| -> Country { text.parse().unwrap() };
    Question {
        requesting: state(from),
        requested: state(to),
        offence,
        on: day(on),
        today: day(TODAY),
        facts: Facts::default(),
    }
}

/// The path over a basis for a kind of request.
fn over<'a>(paths: &'a [Path], request: RequestKind, basis: &str) -> &'a Path {
    paths
        .iter()
        .find(|path| path.request == request && path.basis.0 == basis)
        .unwrap_or_else(|| panic!("no {request} over {basis}"))
}
