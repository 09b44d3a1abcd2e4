//! Protected persons, by code only.

use lintas_casework::{Ctx, victim};
use lintas_model::CaseId;
use lintas_model::record::ProtectionStatus;

use crate::problem::Problem;

/// The codes of a case with where protection stands.
pub(crate) async fn of_case(ctx: &Ctx, case: CaseId) -> Result<Vec<(String, String)>, Problem> {
    let persons = victim::list(ctx, case).await?.into_iter().map(|item| {
        let status = match item.body.status {
            ProtectionStatus::AtRisk => "at_risk",
            ProtectionStatus::Safe => "safe",
            ProtectionStatus::Referred => "referred",
            ProtectionStatus::Settled => "settled",
        };
        (item.body.code, status.to_owned())
    });
    Ok(persons.collect())
}
