//! Four of the five products that analysts are trained on, as tables without a layout.
//!
//! In: contacts, as the ranking takes them. Out: rows in a stable order, each with the records it rests on, so that a
//! page, a sheet and a drawing show the same thing and can name their evidence. The fifth, the link chart, is the
//! contacts themselves. After UNODC, *Criminal Intelligence Manual for Analysts* (2011), ch. 7 to 9.
//! Never: positions, colours, words for a reader; nothing is left out because it is rare.

pub mod association_matrix;
pub mod event_chart;
pub mod flow_chart;
pub mod telephone_analysis;

use crate::graph::Contact;

pub use association_matrix::{Association, AssociationMatrix, association_matrix};
pub use event_chart::{Event, EventChart, event_chart};
pub use flow_chart::{Account, Flow, FlowChart, flow_chart};
pub use telephone_analysis::{CommonNumber, Frequency, Number, TelephoneAnalysis, telephone_analysis};

/// Earliest and latest time of some contacts, in the scale of their list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Span {
    /// Earliest; absent when none has a time.
    pub first: Option<i64>,
    /// Latest.
    pub last: Option<i64>,
}

impl Span {
    fn add(&mut self, time: Option<i64>) {
        if let Some(time) = time {
            self.first = Some(self.first.map_or(time, |first| first.min(time)));
            self.last = Some(self.last.map_or(time, |last| last.max(time)));
        }
    }
}

/// What is added up over contacts that belong together.
#[derive(Debug, Clone, PartialEq, Default)]
struct Tally {
    n: usize,
    weight: f64,
    span: Span,
    records: Vec<u32>,
}

impl Tally {
    fn add(&mut self, contact: &Contact) {
        self.n += 1;
        self.weight += contact.weight;
        self.span.add(contact.time);
        self.records.push(contact.record);
    }

    /// Records in order, each once.
    fn records(&self) -> Vec<u32> {
        let mut records = self.records.clone();
        records.sort_unstable();
        records.dedup();
        records
    }
}
