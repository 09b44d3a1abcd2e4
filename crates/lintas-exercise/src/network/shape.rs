//! The shapes in which groups are built.

use serde::{Deserialize, Serialize};

use super::maker::Maker;

/// How a group is built; who the boss is in contact with follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Bosses over lieutenants over cells (F. Calderoni, Crime, Law and Social Change 58, 2012).
    #[default]
    Hierarchy,
    /// Cells that know one coordinator each, often through a messenger (V. Krebs, Connections 24, 2002).
    Threads,
    /// Stages along a route that hand over to each other, paid for and watched from outside (S. Zhang & K. Chin,
    /// Criminology 40, 2002).
    Chain,
    /// Local operators with crews of their own who buy papers and boats from the same few sellers (P. Campana,
    /// European J. Criminology 15, 2018).
    Franchise,
    /// Families whose heads meet each other and hardly anybody else (L. Paoli, *Mafia Brotherhoods*, 2003).
    Council,
    /// A gang on the street whose leaders are in the thick of it (T. Grund & J. Densley, European J. Criminology 9,
    /// 2012): the opposite of quiet.
    Gang,
}

impl Shape {
    /// Every shape.
    pub const ALL: [Shape; 6] =
        [Shape::Hierarchy, Shape::Threads, Shape::Chain, Shape::Franchise, Shape::Council, Shape::Gang];

    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Shape::Hierarchy => "hierarchy",
            Shape::Threads => "threads",
            Shape::Chain => "chain",
            Shape::Franchise => "franchise",
            Shape::Council => "council",
            Shape::Gang => "gang",
        }
    }
}

impl Maker {
    /// Makes the group.
    pub(super) fn build(&mut self) {
        match self.style.shape {
            Shape::Hierarchy => {
                let crew = self.hire();
                self.command(&crew);
                self.cells(crew.branches.iter().flat_map(|branch| &branch.cells));
                self.couriers(&crew);
            }
            Shape::Threads => self.threads(),
            Shape::Chain => self.chain(),
            Shape::Franchise => self.franchise(),
            Shape::Council => self.council(),
            Shape::Gang => self.gang(),
        }
    }
}
