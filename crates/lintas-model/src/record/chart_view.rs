//! Views of a chart: how somebody laid it out, to be opened again.

use serde::{Deserialize, Serialize};

use crate::CaseId;

/// How the link chart of a case was laid out: which things are shown, where they stand, which are pinned or grouped.
///
/// It names things by their ids only, so a thing that the reader may not see is not shown by a view either.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartView {
    /// The case.
    pub case: CaseId,
    /// What the view is called.
    pub name: String,
    /// The layout as JSON, as the chart wrote it.
    pub state: String,
}
