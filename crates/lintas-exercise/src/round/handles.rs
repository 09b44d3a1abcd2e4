//! Which handles a deed makes and which it needs, so that nothing is used before it exists.

use super::act::{Deed, Seen};

impl Deed {
    /// Handles that exist once the deed is done.
    pub fn makes(&self) -> impl Iterator<Item = &str> {
        let own = match self {
            Self::Commit { handle, .. }
            | Self::OpenCase { handle, .. }
            | Self::Report { handle, .. }
            | Self::Task { handle, .. }
            | Self::Warrant { handle, .. }
            | Self::Request { handle, .. }
            | Self::Ask { handle, .. }
            | Self::Exhibit { handle, .. }
            | Self::ProtectedPerson { handle, .. }
            | Self::Operation { handle, .. }
            | Self::AnalyseRoutes { handle, .. } => Some(handle.as_str()),
            _ => None,
        };
        let seen: &[Seen] = if let Self::Report { seen, .. } = self { seen } else { &[] };
        own.into_iter().chain(seen.iter().map(|thing| thing.handle.as_str()))
    }

    /// Handles that must exist before the deed.
    pub fn uses(&self) -> impl Iterator<Item = &str> {
        let mut used: Vec<&str> = Vec::new();
        match self {
            Self::CommitmentDone { commitment, .. } => used.push(commitment),
            Self::MakeJoint { case, .. } | Self::Note { case, .. } | Self::Task { case, .. } => {
                used.push(case)
            }
            Self::Operation { case, .. } | Self::Activate { case, .. } | Self::AnalyseRoutes { case, .. } => {
                used.push(case)
            }
            Self::Ask { case, .. } | Self::Objective { case, .. } | Self::Decide { case, .. } => {
                used.push(case)
            }
            Self::Reply { inquiry, report, .. } => {
                used.push(inquiry);
                used.extend(report.as_deref());
            }
            Self::SayYes { operation, .. } => used.push(operation),
            Self::Exhibit { case, .. } => used.push(case),
            Self::Custody { exhibit, .. } => used.push(exhibit),
            Self::Proof { case, suspect, evidence, .. } => used.extend([case.as_str(), suspect, evidence]),
            Self::Verdict { case, person, .. } => used.extend([case.as_str(), person]),
            Self::Passages { of, .. } => used.push(of),
            Self::Joint(deed) => used.push(deed.uses()),
            Self::ClaimFound { found } | Self::ConfirmFound { found } => used.push(found),
            Self::Safe { person } | Self::Shelter { person, .. } | Self::AskDisclosure { person, .. } => {
                used.push(person);
            }
            Self::ProtectedPerson { case, operation, .. } => used.extend([case.as_str(), operation]),
            Self::Report { case, .. } => used.extend(case.as_deref()),
            Self::Release { reports, case, .. } => {
                used.extend(reports.iter().map(String::as_str));
                used.push(case);
            }
            Self::Answer { task, .. } => used.push(task),
            Self::CheckWarrant { warrant, .. }
            | Self::MoveWarrant { warrant, .. }
            | Self::Request { warrant, .. } => used.push(warrant),
            Self::Pass { request, .. } | Self::MoveRequest { request, .. } => used.push(request),
            Self::MoveOperation { operation, .. } => used.push(operation),
            Self::Outcome { subject, .. } | Self::Confirm { subject, .. } => used.push(subject),
            _ => {}
        }
        used.into_iter()
    }
}
