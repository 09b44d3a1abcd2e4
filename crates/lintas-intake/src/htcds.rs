//! Case sheets of the IOM Human Trafficking Case Data Standard 2.0: victims in, codes out.
//!
//! The sheet of a shelter or hotline names its clients. Here no name of a victim becomes part of a proposal: a row
//! becomes a protected person shown by code, a coded report, and the place and kind of the crime. Perpetrators and
//! organisations of the extended standard are ordinary entities. What was held back is said, never shown.

mod coded;
mod codes;
mod columns;
mod fields;
mod people;

use std::sync::Arc;

pub(crate) use columns::{are_headers, is_form_definition};
pub(crate) use people::People;

use columns::Columns;
use fields::Use;

use crate::rows::Row;
use crate::session::{RowNotes, Session};
use crate::{Code, Column, IntakeError};

/// The sections of the standard, each with its prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Section {
    /// `prs_`
    Person,
    /// `vic_`
    Victim,
    /// `per_`
    Perpetrator,
    /// `cas_`
    Case,
    /// `cco_`
    Comment,
    /// `hte_`
    Event,
    /// `spl_`
    Plan,
    /// `con_`
    Consents,
    /// `org_`
    Organisations,
}

impl Section {
    const ALL: [(Self, &'static str); 9] = [
        (Self::Person, "prs"),
        (Self::Victim, "vic"),
        (Self::Perpetrator, "per"),
        (Self::Case, "cas"),
        (Self::Comment, "cco"),
        (Self::Event, "hte"),
        (Self::Plan, "spl"),
        (Self::Consents, "con"),
        (Self::Organisations, "org"),
    ];
}

/// Reads the rows of one sheet.
pub(crate) struct HtcdsRows {
    columns: Columns,
    headers: Arc<[String]>,
    people: People,
    /// The sheet's name says that it lists perpetrators.
    perpetrators: bool,
    held_back_told: bool,
}

impl HtcdsRows {
    pub(crate) fn new(sheet: &str, sample: &[Row], session: &mut Session<'_>) -> Self {
        let columns = Columns::find(sheet, sample);
        for (header, name) in &columns.disagreements {
            let reason = format!(
                "stands over the field name `{name}`, which means another field; the visible header was followed"
            );
            session.about(
                Code::HeadersDisagree,
                sheet,
                Some(header),
                reason,
                "correct the hidden first row of the template",
            );
        }
        let headers = columns.headers.clone().into();
        let lower = sheet.to_lowercase();
        let perpetrators =
            ["perpetrator", "suspect", "offender", "trafficker"].iter().any(|w| lower.contains(w));
        Self { columns, headers, people: People::default(), perpetrators, held_back_told: false }
    }

    pub(crate) fn header_row(&self) -> u64 {
        self.columns.header_row
    }

    pub(crate) fn columns(&self) -> Vec<Column> {
        self.columns.shown()
    }

    /// Notes who is who before any row is taken: victims, perpetrators and consents may stand on different sheets.
    pub(crate) fn learn(&self, row: &Row, people: &mut People, session: &Session<'_>) {
        if row.number > self.columns.header_row {
            let values = self.columns.values(row);
            people.learn(&values, self.perpetrators, |id| self.columns.person_fingerprint(id, session));
        }
    }

    /// Uses what was learned from all sheets.
    pub(crate) fn know(&mut self, people: &People) {
        self.people = people.clone();
    }

    pub(crate) fn take(
        &mut self,
        sheet: &str,
        row: &Row,
        session: &mut Session<'_>,
    ) -> Result<(), IntakeError> {
        if !self.columns.says_anything(row) {
            return Ok(());
        }
        let mut notes = RowNotes::new(sheet, row.number);
        notes.check_row(row);
        for (index, cell) in row.cells.iter().enumerate() {
            if let Some(header) =
                self.headers.get(index).filter(|_| self.columns.use_of(index) != Some(Use::Machine))
            {
                notes.check_cell(header, cell);
            }
        }
        for issue in &mut notes.issues {
            issue.excerpt = None;
        }
        let proposal = if notes.is_refused() {
            None
        } else {
            coded::proposal(&self.columns, &self.people, self.perpetrators, row, &mut notes, session)
        };
        if proposal.as_ref().is_some_and(|p| !p.protected.is_empty()) && !self.held_back_told {
            self.held_back_told = true;
            let held_back = self.columns.held_back();
            let reason = format!("identifies victims and was held back: {held_back}; they are shown by code");
            session.about(
                Code::VictimProtected,
                sheet,
                None,
                reason,
                "keep the identity in the sealed space of the victim-support team",
            );
        }
        session.finish(notes, proposal, &self.headers, &row.cells)
    }
}
