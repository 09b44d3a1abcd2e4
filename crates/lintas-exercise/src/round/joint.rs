//! What binds the agencies of the joint case, and who looks on: their agreement, a diffusion on a warrant, a mentor's advice.

use lintas_model::record::{AdviceGrade, NoticeColour};
use lintas_model::{Country, PartialDate};

use super::act::{Act, Deed};
use super::cast::{act, day};
use super::lotus::CASE;

/// What an agency does with an agreement, a notice or a mentor.
#[derive(Debug, Clone, PartialEq)]
pub enum JointDeed {
    /// The agency that leads a case writes its agreement.
    Agree {
        /// The case.
        case: String,
        /// Parties, all of them members.
        parties: Vec<&'static str>,
        /// Who leads in each state of operation.
        leaders: Vec<(Country, &'static str)>,
        /// First and last day.
        period: (PartialDate, PartialDate),
        /// Each clause that a text stands for, by its word.
        clauses: Vec<(&'static str, &'static str)>,
    },
    /// A party signs the agreement of a case.
    Sign {
        /// The case.
        case: String,
    },
    /// A diffusion is asked for on a warrant.
    Diffusion {
        /// The warrant.
        warrant: String,
        /// Its colour.
        colour: NoticeColour,
        /// The states to which it goes.
        to: Vec<Country>,
        /// What its form says beside the records: part and text.
        texts: Vec<(&'static str, &'static str)>,
    },
    /// A case is opened to mentors.
    ShowMentors {
        /// The case.
        case: String,
    },
    /// A mentor advises.
    Advise {
        /// The case.
        case: String,
        /// How much it matters.
        grade: AdviceGrade,
        /// What.
        text: &'static str,
    },
}

impl JointDeed {
    /// The handle that must exist before the deed.
    pub(super) fn uses(&self) -> &str {
        match self {
            Self::Agree { case, .. }
            | Self::Sign { case }
            | Self::ShowMentors { case }
            | Self::Advise { case, .. } => case,
            Self::Diffusion { warrant, .. } => warrant,
        }
    }
}

const PARTIES: [&str; 6] = ["KH-CIB", "LA-ATD", "MY-ATS", "PH-IAC", "TH-SID", "VN-C02"];

/// Adds the agreement with its six signatures, a diffusion, and the advice of a mentor.
pub(super) fn bound_together(acts: &mut Vec<Act>) {
    let joint = |on: (i8, i8), agency, deed| act(on.0, on.1, agency, Deed::Joint(deed));
    let case = || CASE.to_owned();
    acts.push(joint(
        (5, 26),
        "KH-CIB",
        JointDeed::Agree {
            case: case(),
            parties: PARTIES.to_vec(),
            leaders: vec![(Country::KH, "KH-CIB"), (Country::MY, "MY-ATS"), (Country::TH, "TH-SID")],
            period: (day(5, 1), PartialDate::day(2018, 10, 31).unwrap_or_else(|_| day(11, 16))),
            clauses: vec![
                ("purpose", "The network that moves recruits through Poipet to workplaces in the south"),
                ("gathering", "Each party takes evidence by the law of the place and says so on the exhibit"),
                ("assets", "Each party traces and freezes in its own state, and tells the others"),
                ("liability", "Each party answers for its own officers, wherever they work"),
                ("data_protection", "Errors are corrected at once, and whoever received them is told"),
                (
                    "media",
                    "Nothing is said before the last day of action; persons and places are never named",
                ),
                ("evaluation", "The parties meet at the closing workshop and write down what they learned"),
                ("arrangements", "Persons brought to safety are received by the social service first"),
                ("organisation", "English beside the language of the place; each party bears its own costs"),
            ],
        },
    ));
    for agency in PARTIES {
        acts.push(joint((5, 29), agency, JointDeed::Sign { case: case() }));
    }
    acts.push(joint(
        (6, 20),
        "KH-CIB",
        JointDeed::Diffusion {
            warrant: "warrant:kh-1".to_owned(),
            colour: NoticeColour::Red,
            to: vec![Country::TH, Country::MY],
            texts: vec![
                ("facts", "Recruits were promised work and taken across the border. Demonstration text."),
                ("penalty", "Imprisonment of up to twelve years"),
                ("description", "About 170 cm tall, scar on the left hand"),
                ("location", "Probably near the northern border crossing"),
                ("signatory", "A. N. Other (demonstration)"),
                ("office", "Director"),
            ],
        },
    ));
    acts.push(joint((9, 29), "KH-CIB", JointDeed::ShowMentors { case: case() }));
    for (grade, text) in [
        (
            AdviceGrade::Essential,
            "All that shows the means rests on one image. Find a second, independent piece.",
        ),
        (
            AdviceGrade::Advisable,
            "Explain the break in the custody of the book before the defence asks about it.",
        ),
    ] {
        acts.push(joint((9, 30), "KH-CIB", JointDeed::Advise { case: case(), grade, text }));
    }
}
