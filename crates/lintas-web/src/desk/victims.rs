//! Protected persons, by code only.

use lintas_casework::Item;
use lintas_model::record::{ProtectedPerson, ProtectionStatus};

/// The code of a protected person with where protection stands.
pub(crate) fn line(item: Item<ProtectedPerson>) -> (String, String) {
    let status = match item.body.status {
        ProtectionStatus::AtRisk => "at_risk",
        ProtectionStatus::Safe => "safe",
        ProtectionStatus::Referred => "referred",
        ProtectionStatus::Settled => "settled",
    };
    (item.body.code, status.to_owned())
}
