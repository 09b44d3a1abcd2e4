//! Proof: a piece of evidence laid against one element of an offence, for one suspect and one country.
//!
//! A proof is written where its evidence is: on an exhibit to those who know of the exhibit, on a report to this agency
//! alone, so that laying out a case never tells a partner what a report says.

use lintas_law::offence::{EvidenceForm, read_element_code};
use lintas_model::offence::Offence;
use lintas_model::record::{Exhibit, Proof, Report};
use lintas_model::{CaseId, Country, EntityId, ExhibitId, Kind, ObjectId, RecordId, ReportId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result, case, entity};

/// A piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// An exhibit.
    Exhibit(ExhibitId),
    /// A report, as a lead.
    Report(ReportId),
}

impl Evidence {
    /// What it is, by its id.
    pub fn object(self) -> ObjectId {
        match self {
            Self::Exhibit(id) => id.into(),
            Self::Report(id) => id.into(),
        }
    }
}

/// A proof to lay.
#[derive(Debug, Clone)]
pub struct NewProof {
    /// The case.
    pub case: CaseId,
    /// The suspect.
    pub suspect: EntityId,
    /// The country where it is to be tried.
    pub country: Country,
    /// The element, by its code, for example `trafficking.means.deception`.
    pub element: String,
    /// The evidence.
    pub evidence: Evidence,
    /// Its form.
    pub form: EvidenceForm,
    /// What it shows.
    pub shows: String,
}

/// Lays evidence against an element.
pub async fn lay(ctx: &Ctx, new: NewProof) -> Result<RecordId> {
    let found = case::found(ctx, new.case).await?;
    ctx.require(Action::WriteEvidence, &found.facts).await?;
    let (offence, ..) = read_element_code(&new.element).ok_or_else(|| {
        CaseworkError::invalid("element", "choose an element of the offences in the data on law")
    })?;
    if new.shows.trim().is_empty() {
        return Err(CaseworkError::invalid("shows", "say what it shows"));
    }
    if !entity::visible(ctx, new.suspect).await? {
        return Err(CaseworkError::NotFound("suspect"));
    }
    let audience = match new.evidence {
        Evidence::Exhibit(id) => {
            let exhibit = item::latest::<Exhibit>(ctx, "exhibit", id).await?;
            if exhibit.body.case != new.case {
                return Err(CaseworkError::invalid("evidence", "this exhibit belongs to another case"));
            }
            exhibit.mark.audience
        }
        Evidence::Report(id) => {
            item::latest::<Report>(ctx, "report", id).await?;
            if new.form.can_be_exhibit() {
                return Err(CaseworkError::invalid(
                    "form",
                    "a report is intelligence; keep what stands behind it as an exhibit",
                ));
            }
            ctx.private()
        }
    };
    let id = ObjectId::from(ctx.node().new_id(EntityId::new));
    let body = Proof {
        case: new.case,
        suspect: new.suspect,
        offence,
        country: new.country,
        element: new.element,
        evidence: new.evidence.object(),
        form: new.form,
        shows: new.shows.trim().to_owned(),
        withdrawn: false,
    };
    ctx.write_one(ctx.about(audience, id, body)).await
}

/// Takes a proof back: it proves nothing any more. It is said again, never erased.
pub async fn withdraw(ctx: &Ctx, id: ObjectId) -> Result<RecordId> {
    let _turn = ctx.node().turn().await;
    let held = ctx.node().newest(Kind::Proof, id).await?.ok_or(CaseworkError::NotFound("proof"))?;
    let known = item::latest::<Proof>(ctx, "proof", id).await?;
    ctx.require(Action::WriteEvidence, &facts(ctx.node(), &held.mark)).await?;
    if held.mark.originator != *ctx.node().code() {
        return Err(CaseworkError::invalid("proof", "another agency laid it"));
    }
    if known.body.withdrawn {
        return Err(CaseworkError::invalid("proof", "it was taken back already"));
    }
    ctx.write_one(ctx.about(held.mark.audience, id, Proof { withdrawn: true, ..known.body })).await
}

/// The proofs of a case that stand.
pub(crate) async fn standing(ctx: &Ctx, case: CaseId) -> Result<Vec<Item<Proof>>> {
    let query = HeldQuery { case: Some(case), ..HeldQuery::default() };
    let latest = item::owned(ctx, item::read::<Proof>(ctx, query).await?);
    Ok(latest.into_values().filter(|proof| !proof.body.withdrawn).collect())
}

/// The codes of elements that evidence can be laid against, offence by offence, each with what shows it.
pub fn element_codes(ctx: &Ctx) -> Vec<(Offence, String, String)> {
    let mut codes = Vec::new();
    for offence in Offence::ALL {
        for law in &ctx.node().law().offences().get(offence).elements {
            for shows in &law.any_of {
                let code = lintas_law::offence::element_code(offence, law.element, Some(*shows));
                codes.push((offence, code, format!("{}: {}", law.title, shows.in_words())));
            }
        }
    }
    codes
}
