//! Gradings: how good a report is, judged after it was filed.

use serde::{Deserialize, Serialize};

use crate::ReportId;

/// A report is graded, or graded anew. The grade given stands in the signed header of this record, as every grade does;
/// the one that the report came with stays in the report's own header and is never rewritten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grading {
    /// The report.
    pub report: ReportId,
    /// Why it is graded so.
    #[serde(default)]
    pub reason: String,
}
