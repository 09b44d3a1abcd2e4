//! A made network: who was in contact with whom, and who did what.

use std::io::Write;

use lintas_network::graph::{GradeBand, TieKind};
use lintas_network::rank::Contacts;
use serde::Serialize;

use super::{NetworkStyle, Part};

/// One contact of the network.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MadeContact {
    /// Id of the one named first.
    pub source: String,
    /// Id of the one named second.
    pub target: String,
    /// The kind of tie, as the truth has it.
    pub kind: TieKind,
    /// Seconds since 1970.
    pub time: i64,
    /// Number of calls, amount of money, 1 for what is counted singly.
    pub weight: f64,
}

/// A network with its truth.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SyntheticNetwork {
    /// How it was made.
    pub style: NetworkStyle,
    /// What was seen, in order of time.
    pub contacts: Vec<MadeContact>,
    /// Everybody with their part, in order of ids; some may be in no contact that was seen.
    pub people: Vec<(String, Part)>,
}

impl SyntheticNetwork {
    /// Ids of the bosses who are in at least one contact that was seen.
    pub fn bosses(&self) -> Vec<&str> {
        let is_seen =
            |id: &str| self.contacts.iter().any(|contact| contact.source == id || contact.target == id);
        let bosses = self.people.iter().filter(|(_, part)| *part == Part::Boss);
        bosses.map(|(id, _)| id.as_str()).filter(|id| is_seen(id)).collect()
    }

    /// The contacts as the analysis takes them, with only what the style lets a list say.
    pub fn to_contacts(&self) -> Contacts {
        let mut contacts = Contacts::default();
        for (row, contact) in self.contacts.iter().enumerate() {
            let kind = if self.style.kinds { contact.kind } else { TieKind::Unknown };
            let time = self.style.times.then_some(contact.time);
            let weight = if self.style.weights { contact.weight } else { 1.0 };
            contacts.push(
                &contact.source,
                &contact.target,
                kind,
                time,
                weight,
                GradeBand::Ungraded,
                row as u32 + 2,
            );
        }
        contacts
    }

    /// Writes the contacts as the CSV that `lintas rank` reads.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn write_contacts(&self, out: impl Write) -> Result<(), csv::Error> {
        let mut sheet = csv::Writer::from_writer(out);
        let style = &self.style;
        let columns = [
            ("source", true),
            ("target", true),
            ("kind", style.kinds),
            ("time", style.times),
            ("weight", style.weights),
        ];
        sheet.write_record(columns.iter().filter(|column| column.1).map(|column| column.0))?;
        for contact in &self.contacts {
            let kind =
                serde_json::to_value(contact.kind).ok().and_then(|kind| kind.as_str().map(str::to_owned));
            let cells = [
                (contact.source.clone(), true),
                (contact.target.clone(), true),
                (kind.unwrap_or_default(), style.kinds),
                (lintas_network::routes::instant::write(contact.time), style.times),
                (contact.weight.to_string(), style.weights),
            ];
            sheet.write_record(cells.iter().filter(|cell| cell.1).map(|cell| cell.0.as_str()))?;
        }
        sheet.flush()?;
        Ok(())
    }
}
