//! Rows become records.

use std::collections::HashMap;

use lintas_intake::Proposal;
use lintas_model::property::Property;
use lintas_model::record::Report;
use lintas_model::{Body, CaseId, Draft, EntityId, ImportId, ObjectId, ReportId};
use lintas_store::HeldQuery;

use super::undo::PERSONS;
use crate::{Ctx, Result, case, item};

/// Turns proposals into records, group by group.
pub(super) struct Writer<'c> {
    ctx: &'c Ctx,
    file: &'c str,
    pub(super) import: ImportId,
    report: Option<ReportId>,
    pub(super) case: Option<CaseId>,
    entities: HashMap<String, EntityId>,
    pub(super) taken: u64,
    pub(super) known: u64,
}

impl<'c> Writer<'c> {
    pub(super) fn new(ctx: &'c Ctx, file: &'c str, case: Option<CaseId>) -> Self {
        let import = ctx.node().new_id(ImportId::new);
        Self { ctx, file, import, report: None, case, entities: HashMap::new(), taken: 0, known: 0 }
    }

    pub(super) async fn take(&mut self, group: Vec<Proposal>) -> Result<()> {
        let fingerprints: Vec<[u8; 32]> = group.iter().map(|proposal| proposal.fingerprint.0).collect();
        let known = self.ctx.node().store().taken(&fingerprints).await?;
        let mut drafts = Vec::new();
        let mut fresh = Vec::new();
        let mut seen_here = std::collections::BTreeSet::new();
        for proposal in group {
            let fingerprint = proposal.fingerprint.0;
            if known.contains(&fingerprint) || !seen_here.insert(fingerprint) {
                self.known += 1;
                continue;
            }
            drafts.extend(self.drafts(proposal).await?);
            fresh.push(fingerprint);
        }
        if fresh.is_empty() {
            return Ok(());
        }
        self.remember_persons(&drafts).await?;
        self.ctx.write(drafts).await?;
        // Written after the records: stopped between the two, the next import takes this one back before it begins.
        self.ctx.node().store().take(self.import, &fresh).await?;
        self.taken += fresh.len() as u64;
        Ok(())
    }

    /// Notes which protected persons are about to be written, so that an undo finds them.
    async fn remember_persons(&self, drafts: &[Draft]) -> Result<()> {
        let persons: Vec<u8> = drafts
            .iter()
            .filter(|draft| matches!(draft.body, Body::ProtectedPerson(_)))
            .flat_map(|draft| *draft.record.uuid().as_bytes())
            .collect();
        if persons.is_empty() {
            return Ok(());
        }
        let (store, name) = (self.ctx.node().store(), format!("{PERSONS}{}", self.import));
        let mut all = store.setting(&name).await?.unwrap_or_default();
        all.extend(persons);
        Ok(store.set(&name, &all).await?)
    }

    async fn drafts(&mut self, proposal: Proposal) -> Result<Vec<Draft>> {
        let mut drafts = Vec::new();
        let private = self.ctx.private();
        let report = match &proposal.report {
            Some(own) => {
                let id = self.ctx.node().new_id(ReportId::new);
                let body = Report { case: self.case, import: Some(self.import), ..own.clone() };
                drafts.push(self.ctx.about(private, id, body));
                id
            }
            None => match self.report {
                Some(id) => id,
                None => {
                    let id = self.ctx.node().new_id(ReportId::new);
                    self.report = Some(id);
                    let body = Report {
                        title: format!("Import of {}", self.file),
                        text: String::new(),
                        language: None,
                        occurred: None,
                        source_reference: None,
                        case: self.case,
                        import: Some(self.import),
                    };
                    drafts.push(self.ctx.about(private, id, body));
                    id
                }
            },
        };
        let mut ids = Vec::with_capacity(proposal.things.len());
        for thing in &proposal.things {
            ids.push(self.entity(thing).await?);
        }
        let mut next = ids.into_iter();
        let mut give = |_: &lintas_intake::proposal::Thing| {
            next.next().unwrap_or_else(|| self.ctx.node().new_id(EntityId::new))
        };
        for body in proposal.bodies(report, &mut give) {
            let object: ObjectId = match &body {
                Body::Statement(b) => b.entity.into(),
                Body::Relation(b) => b.from.into(),
                Body::Sighting(b) => b.subject.into(),
                _ => report.into(),
            };
            drafts.push(self.ctx.about(private, object, body));
        }
        for person in &proposal.protected {
            let case = self.case_of_protected().await?;
            let object = ObjectId::from(self.ctx.node().new_id(EntityId::new));
            drafts.push(self.ctx.about(private, object, person.body(case)));
        }
        for draft in &mut drafts {
            draft.marking.grade = proposal.grade;
            if let Some(handling) = &proposal.handling {
                draft.marking.handling = handling.clone();
            }
        }
        Ok(drafts)
    }

    /// The entity of a thing: the one known under the same number, else a new one.
    async fn entity(&mut self, thing: &lintas_intake::proposal::Thing) -> Result<EntityId> {
        let Some(key) = &thing.key else { return Ok(self.ctx.node().new_id(EntityId::new)) };
        if let Some(known) = self.entities.get(key) {
            return Ok(*known);
        }
        let found = self.known_entity(thing).await?;
        let id = found.unwrap_or_else(|| self.ctx.node().new_id(EntityId::new));
        self.entities.insert(key.clone(), id);
        Ok(id)
    }

    async fn known_entity(&self, thing: &lintas_intake::proposal::Thing) -> Result<Option<EntityId>> {
        const NUMBERS: [Property; 4] =
            [Property::PhoneNumber, Property::DocumentNumber, Property::Plate, Property::AccountNumber];
        let store = self.ctx.node().store();
        for property in NUMBERS {
            let Some(value) = thing.says.get(&property).and_then(|values| values.first()) else { continue };
            let home = self.ctx.node().code().country();
            let Some(form) = lintas_store::normal_form(property, &value.value.to_string(), home) else {
                continue;
            };
            for id in store.having(property, &form).await? {
                if let Some(row) = store.entity(id).await?
                    && row.kind == thing.kind
                    && row.agency == *self.ctx.node().code()
                {
                    return Ok(Some(id));
                }
            }
        }
        Ok(None)
    }

    /// The case of protected persons: the one named, else one opened for the file.
    async fn case_of_protected(&mut self) -> Result<CaseId> {
        if let Some(case) = self.case {
            return Ok(case);
        }
        let title = format!("Persons of {}", self.file);
        // The same file imported again after an undo goes on in the case that was opened for it.
        let own = HeldQuery { agency: Some(self.ctx.node().code().clone()), ..HeldQuery::default() };
        let opened = item::read::<lintas_model::record::Case>(self.ctx, own).await?;
        if let Some(known) = opened.iter().rev().find(|case| case.body.title == title) {
            let case = CaseId::from_uuid(known.mark.object.uuid());
            self.case = Some(case);
            return Ok(case);
        }
        let new = case::NewCase {
            title,
            reference: String::new(),
            summary: "Opened for the protected persons of an imported file.".to_owned(),
            offences: lintas_model::offence::Offence::ALL.into(),
            countries: Default::default(),
            round: None,
        };
        let case = case::open(self.ctx, new).await?;
        self.case = Some(case);
        Ok(case)
    }
}
