//! What a person does in a made network.

use serde::{Deserialize, Serialize};

/// What a person does in the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Decides and finances; the answer sought.
    Boss,
    /// Passes orders down and money up for a boss.
    Lieutenant,
    /// Runs one cell.
    CellHead,
    /// Works in a cell.
    Member,
    /// Carries money, people or papers between cells.
    Courier,
    /// Collects a boss's money and passes it on; decides nothing.
    Bookkeeper,
    /// Sells papers, boats or rooms to several groups; indispensable and seen with many, yet decides nothing.
    Facilitator,
    /// A business everybody calls: a taxi stand, a phone shop, a money changer.
    Bystander,
    /// Somebody's friend, customer or neighbour.
    Outsider,
}
