//! Three old warrants per agency, recorded in spring and updated in substance before the round ends: 24 in all.

use lintas_model::Country;
use lintas_model::PartialDate;
use lintas_model::lifecycle::WarrantMove;
use lintas_model::offence::Offence;
use lintas_model::outcome::OutcomeKind;
use lintas_model::record::Substance;

use super::act::{Act, Deed};
use super::cast::{Cast, act};

/// Per country: agency, court, law as it would be cited (made up).
const COURTS: [(Country, &str, &str, &str); 8] = [
    (Country::BD, "BD-ATU", "Demonstration Tribunal, Chattogram", "Demonstration Act, s. 6"),
    (Country::KH, "KH-CIB", "Demonstration Court, Banteay Meanchey", "Demonstration Law, art. 10"),
    (Country::ID, "ID-TPO", "Demonstration Court, Batam", "Demonstration Law, art. 2"),
    (Country::LA, "LA-ATD", "Demonstration Court, Savannakhet", "Demonstration Code, art. 215"),
    (Country::MY, "MY-ATS", "Demonstration Court, Johor", "Demonstration Act, s. 12"),
    (Country::PH, "PH-IAC", "Demonstration Court, Manila", "Demonstration Act, s. 4"),
    (Country::TH, "TH-SID", "Demonstration Court, Sa Kaeo", "Demonstration Act, s. 6"),
    (Country::VN, "VN-C02", "Demonstration Court, An Giang", "Demonstration Code, art. 150"),
];

/// Adds 24 warrants and their updates.
pub(super) fn recorded_and_updated(cast: &Cast, acts: &mut Vec<Act>) {
    for (number, (country, agency, court, law)) in COURTS.into_iter().enumerate() {
        for nth in 0..3usize {
            let handle = format!("warrant:{}-{}", country.as_str().to_lowercase(), nth + 1);
            let (year, month) =
                (2012 + (nth as i16) + (number as i16 % 3), 1 + (number as i8 + nth as i8 * 3) % 12);
            acts.push(act(
                3,
                20 + nth as i8,
                agency,
                Deed::Warrant {
                    handle: handle.clone(),
                    number: format!("{country}/{year}/{}", 400 + number * 10 + nth),
                    name: cast.of(country, 9 + nth).name_native.clone(),
                    court,
                    country,
                    issued: PartialDate::month(year, month)
                        .unwrap_or_else(|_| unreachable!("a month of the calendar")),
                    offence: if nth == 1 { Offence::Smuggling } else { Offence::Trafficking },
                    law,
                },
            ));
            update(&handle, agency, number, nth, acts);
        }
    }
}

/// The update of substance: a verification, new whereabouts, or a step in the warrant's life.
fn update(handle: &str, agency: &'static str, number: usize, nth: usize, acts: &mut Vec<Act>) {
    let (month, day) = (5 + nth as i8 * 2, 3 + number as i8 * 3);
    let warrant = handle.to_owned();
    acts.push(act(
        month,
        day,
        agency,
        match nth {
            0 => Deed::CheckWarrant {
                warrant: warrant.clone(),
                substance: Substance::Verified,
                finding: "The court confirms that the warrant stands; particulars of the person completed.",
                believed_in: None,
            },
            1 => Deed::CheckWarrant {
                warrant: warrant.clone(),
                substance: Substance::Whereabouts,
                finding: "A partner reports the person in its country.",
                believed_in: Some(Country::EIGHT[(number + 3) % 8]),
            },
            _ => Deed::MoveWarrant {
                warrant: warrant.clone(),
                step: WarrantMove::Circulate,
                reference: format!("Central authority, letter {}", 70 + number),
            },
        },
    ));
    acts.push(act(
        month,
        day + 1,
        agency,
        Deed::Outcome {
            kind: OutcomeKind::WarrantsUpdated,
            subject: warrant,
            count: 1,
            participants: vec![agency],
            summary: "A warrant was updated in substance",
        },
    ));
}
