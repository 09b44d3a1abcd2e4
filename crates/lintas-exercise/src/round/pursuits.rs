//! Warrants pursued abroad: five requests on their way, one of them with a clock that is met by the one that follows it.

use lintas_model::lifecycle::RequestMove;
use lintas_model::offence::Offence;
use lintas_model::request::RequestKind;
use lintas_model::{Country, PartialDate};

use super::act::{Act, Deed};
use super::cast::{act, day};

/// A request as the agency makes it, and how far it comes before the round ends.
struct Pursuit {
    code: &'static str,
    agency: &'static str,
    warrant: &'static str,
    kind: RequestKind,
    requested: Country,
    basis: &'static str,
    sought: &'static str,
    /// The month in which it begins, and how many actors pass it on, a week each.
    month: i8,
    passed: i8,
    /// Its steps after it was sent, with their dates.
    steps: &'static [(i8, i8, RequestMove)],
}

const PURSUITS: [Pursuit; 5] = [
    Pursuit {
        code: "kh-th",
        agency: "KH-CIB",
        warrant: "warrant:kh-1",
        kind: RequestKind::Extradition,
        requested: Country::TH,
        basis: "kh-th-extradition",
        sought: "Extradition of the person named in the warrant",
        month: 6,
        passed: 7,
        steps: &[(8, 7, RequestMove::Acknowledge), (9, 20, RequestMove::AskMore)],
    },
    Pursuit {
        code: "th-my",
        agency: "TH-SID",
        warrant: "warrant:th-1",
        kind: RequestKind::Extradition,
        requested: Country::MY,
        basis: "my-th-extradition",
        sought: "Extradition of the person named in the warrant",
        month: 7,
        passed: 5,
        steps: &[],
    },
    Pursuit {
        code: "ph-id",
        agency: "PH-IAC",
        warrant: "warrant:ph-1",
        kind: RequestKind::ProvisionalArrest,
        requested: Country::ID,
        basis: "id-ph-extradition",
        sought: "Provisional arrest; the papers for extradition follow",
        month: 8,
        passed: 9,
        steps: &[(10, 5, RequestMove::Arrest), (10, 12, RequestMove::ReceivePapers)],
    },
    Pursuit {
        code: "ph-id-papers",
        agency: "PH-IAC",
        warrant: "warrant:ph-1",
        kind: RequestKind::Extradition,
        requested: Country::ID,
        basis: "id-ph-extradition",
        sought: "Extradition of the person arrested provisionally",
        month: 8,
        passed: 8,
        steps: &[],
    },
    Pursuit {
        code: "vn-kh",
        agency: "VN-C02",
        warrant: "warrant:vn-1",
        kind: RequestKind::MutualLegalAssistance,
        requested: Country::KH,
        basis: "kh-vn-mla",
        sought: "Records of two accounts and the statements of two witnesses",
        month: 6,
        passed: 4,
        steps: &[(8, 2, RequestMove::Acknowledge), (10, 12, RequestMove::Fulfil)],
    },
];

/// Adds the requests, their hops and steps.
pub(super) fn on_their_way(acts: &mut Vec<Act>) {
    for (number, pursuit) in PURSUITS.iter().enumerate() {
        let handle = format!("request:{}", pursuit.code);
        let first = day(pursuit.month, 12);
        acts.push(act(
            pursuit.month,
            12,
            pursuit.agency,
            Deed::Request {
                handle: handle.clone(),
                warrant: pursuit.warrant.to_owned(),
                kind: pursuit.kind,
                requested: pursuit.requested,
                offence: Offence::Trafficking,
                basis: pursuit.basis,
                sought: pursuit.sought,
                reference: format!("{}-2017-{}", pursuit.code.to_uppercase(), 80 + number),
            },
        ));
        // Each actor has it for a few days before it goes on, a week after it did the last time.
        for passed in 0..i64::from(pursuit.passed) {
            let later = |days: i64| PartialDate::of(first.earliest().plus_days(7 * passed + days));
            let passed_on = later(5);
            acts.push(Act {
                on: passed_on,
                agency: pursuit.agency,
                deed: Deed::Pass { request: handle.clone(), received: later(1), passed_on },
            });
        }
        let sent = (pursuit.month, 27, RequestMove::Send);
        for (month, day, step) in [sent].into_iter().chain(pursuit.steps.iter().copied()) {
            acts.push(act(month, day, pursuit.agency, Deed::MoveRequest { request: handle.clone(), step }));
        }
    }
}
