//! Addresses of agreements, notices, mentors and the tasks that close gaps.

use lintas_casework::evidence::gap::GapName;
use lintas_model::{AgreementId, CaseId, WarrantId};

use super::{CaseTab, MENTOR, case};

/// The joint-investigation agreement of a case.
pub fn agreement(case: CaseId) -> String {
    format!("/cases/{case}/agreement")
}

/// Signs the agreement of a case.
pub fn agreement_sign(case: CaseId, agreement: AgreementId) -> String {
    format!("/cases/{case}/agreement/{agreement}/sign")
}

/// A case as mentors see it.
pub fn mentor_case(case: CaseId) -> String {
    format!("{MENTOR}/{case}")
}

/// Opens a case to mentors, or closes it to them.
pub fn mentoring(case: CaseId) -> String {
    format!("/cases/{case}/mentoring")
}

/// Asks for an INTERPOL notice on a warrant.
pub fn notice_ask(warrant: WarrantId) -> String {
    format!("/warrants/{warrant}/notices")
}

/// Setting the task that closes a gap of the conviction map.
pub fn task_for_gap(id: CaseId, gap: &GapName) -> String {
    let GapName { suspect, offence, country, element, gap, piece } = gap;
    let tasks = case(id, CaseTab::Tasks);
    format!(
        "{tasks}?suspect={suspect}&offence={offence}&country={country}&element={element}&gap={gap}&piece={piece}"
    )
}
