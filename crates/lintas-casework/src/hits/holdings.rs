//! What the holder has: the items of its own records, without victims and without what not even exists for others.

use std::collections::BTreeSet;

use lintas_hits::{Item as Sought, Side, item as sought};
use lintas_model::handling::Tlp;
use lintas_model::record::{Relation, Statement};
use lintas_model::{Body, Kind};
use lintas_store::HeldQuery;

use super::ask;
use crate::{Node, Result};

/// The items of everything that this agency has stated itself. Left out: victims and what only they use, what is for named
/// recipients or this organisation alone, and what others released, which is theirs to be asked about.
pub(super) async fn items(node: &Node) -> Result<Vec<Sought>> {
    let query = HeldQuery {
        agency: Some(node.code().clone()),
        now: Some(node.now()),
        ..HeldQuery::kinds(&[Kind::Statement, Kind::Relation])
    };
    let (mut statements, mut relations): (Vec<Statement>, Vec<Relation>) = (Vec::new(), Vec::new());
    for held in node.store().held(&query).await? {
        match held.body {
            Body::Statement(statement) => {
                let known_to_others = !matches!(held.mark.handling.tlp, Tlp::Red | Tlp::AmberStrict);
                // A statement that is kept back still says who is a victim.
                if known_to_others || sought::is_of_victim(&statement) {
                    statements.push(statement);
                }
            }
            Body::Relation(relation) => relations.push(relation),
            _ => {}
        }
    }
    let victims = ask::victims(statements.iter(), relations.iter());
    let home = node.code().country();
    let items: BTreeSet<Sought> = statements
        .iter()
        .filter(|statement| !victims.contains(&statement.entity))
        .flat_map(|statement| sought::of_statement(statement, home, Side::Holds))
        .collect();
    Ok(items.into_iter().collect())
}
