//! The joint-investigation agreement of a case: written by the agency that leads the case, signed by a decision of each
//! party, and from then on the measure of what is released under it and who takes part in operations.
//!
//! A signature names the record whose text is agreed to. When the text is written anew, every party is asked again, and
//! until all have signed the last text that all had signed governs. What an agreement decides stands in `lintas-law`.

mod governing;

use std::collections::BTreeMap;

use lintas_law::Day;
use lintas_law::agreement::ClauseText;
use lintas_model::record::{Agreement, AgreementSignature, Clause};
use lintas_model::{AgencyCode, AgreementId, CaseId, ObjectId, RecordId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result, access, audience, case};

pub(crate) use governing::{Given, governing};

/// Where an agreement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A clause is still empty.
    Draft,
    /// A party has not signed the present text.
    Waiting,
    /// All have signed; its first day has not come.
    NotBegun,
    /// It is in force.
    InForce,
    /// Its last day is over: nothing more is released or done under it.
    Ended,
}

impl Standing {
    /// The word used in messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Waiting => "waiting",
            Self::NotBegun => "not_begun",
            Self::InForce => "in_force",
            Self::Ended => "ended",
        }
    }
}

/// The agreement of a case with its signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementView {
    /// The agreement.
    pub id: AgreementId,
    /// The present text.
    pub text: Item<Agreement>,
    /// The signatures under the present text, by party.
    pub signatures: BTreeMap<AgencyCode, Item<AgreementSignature>>,
    /// Where it stands.
    pub standing: Standing,
    /// The clauses that are still empty.
    pub missing: Vec<ClauseText>,
    /// The text that governs, where it is another than the present one.
    pub earlier: Option<RecordId>,
    /// Whether the actor may sign it for this agency.
    pub may_sign: bool,
}

/// The agreement page of a case: the agreement, where there is one, and whether the actor may write its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseAgreement {
    /// The agreement.
    pub agreement: Option<AgreementView>,
    /// Whether the actor may write it, or write it anew.
    pub may_write: bool,
}

/// Writes the agreement of a case, or writes it anew. `seen` is the record that was on the screen: when another has taken
/// its place since, nothing is written.
pub async fn write(ctx: &Ctx, seen: Option<RecordId>, text: Agreement) -> Result<AgreementId> {
    let _turn = ctx.node().turn().await;
    let found = case::found(ctx, text.case).await?;
    ctx.require(Action::WriteAgreement, &found.facts).await?;
    if found.owner != *ctx.node().code() {
        return Err(CaseworkError::invalid("case", "the agency that leads the case writes its agreement"));
    }
    let members = audience::find(ctx.node(), found.audience).await?.map(|a| a.members).unwrap_or_default();
    if found.case.audience.is_none() || members.len() < 2 {
        return Err(CaseworkError::invalid("parties", "invite agencies to the case first"));
    }
    let named = [&text.parties, &text.members, &text.participants, &text.spokespersons].into_iter().flatten();
    if let Some(stranger) = named.chain(text.leaders.values()).find(|code| !members.contains(*code)) {
        return Err(CaseworkError::invalid("parties", format!("{stranger} does not work this case")));
    }
    if let Some(outside) = text.leaders.values().find(|code| !text.members.contains(*code)) {
        return Err(CaseworkError::invalid("leaders", format!("{outside} leads and is no member")));
    }
    if !text.parties.contains(ctx.node().code()) {
        return Err(CaseworkError::invalid("parties", "the agency that leads the case is a party"));
    }
    if text.to.after() <= text.from.earliest() {
        return Err(CaseworkError::invalid("to", "the last day is before the first"));
    }
    let known = read(ctx, text.case).await?;
    if known.as_ref().map(|known| known.mark.record) != seen {
        return Err(CaseworkError::invalid("agreement", "somebody has changed it since; look at it again"));
    }
    let id = known.map_or_else(|| ctx.node().new_id(AgreementId::new).into(), |known| known.mark.object);
    let clauses = text.clauses.into_iter().map(|(clause, text)| (clause, text.trim().to_owned()));
    let clauses: BTreeMap<Clause, String> = clauses.filter(|(_, text)| !text.is_empty()).collect();
    let states = text.leaders.keys().copied().collect();
    let body = Agreement { clauses, states, ..text };
    ctx.write_one(ctx.about(found.audience, id, body)).await?;
    Ok(AgreementId::from_uuid(id.uuid()))
}

/// Signs an agreement for this agency. `seen` is the record whose text was on the screen and is agreed to. A text with an
/// empty clause cannot be signed.
pub async fn sign(ctx: &Ctx, id: AgreementId, seen: RecordId, signatory: &str) -> Result<RecordId> {
    let _turn = ctx.node().turn().await;
    let text = item::latest::<Agreement>(ctx, "agreement", id).await?;
    ctx.require(Action::WriteAgreement, &facts(ctx.node(), &text.mark)).await?;
    let view = view(ctx, text).await?;
    let own = ctx.node().code();
    if !view.text.body.parties.contains(own) {
        return Err(CaseworkError::invalid("parties", "your agency is no party to it"));
    }
    if view.text.mark.record != seen {
        return Err(CaseworkError::invalid("agreement", "it was written anew since; read it and sign again"));
    }
    if !view.missing.is_empty() {
        let titles: Vec<&str> = view.missing.iter().map(|clause| clause.title.as_str()).collect();
        return Err(CaseworkError::invalid("clauses", format!("these are empty: {}", titles.join(", "))));
    }
    if view.signatures.contains_key(own) {
        return Err(CaseworkError::invalid("agreement", "your agency has signed this text"));
    }
    if view.text.body.to.after() <= ctx.now() {
        return Err(CaseworkError::invalid("to", "its last day is over; write it anew"));
    }
    let signatory = signatory.trim().to_owned();
    if signatory.is_empty() {
        return Err(CaseworkError::invalid("signatory", "say in which function you sign"));
    }
    let body = AgreementSignature { agreement: id, text: seen, signatory };
    ctx.write_one(ctx.about(view.text.mark.audience, id, body)).await
}

/// The agreement of a case.
pub async fn of_case(ctx: &Ctx, case: CaseId) -> Result<CaseAgreement> {
    let found = case::found(ctx, case).await?;
    ctx.require(Action::View, &found.facts).await?;
    let agreement = match read(ctx, case).await? {
        Some(text) => Some(view(ctx, text).await?),
        None => None,
    };
    access::viewed(ctx, "agreement", Some(case.into()), usize::from(agreement.is_some())).await?;
    let leads = found.owner == *ctx.node().code() && found.case.audience.is_some();
    let may_write = leads && ctx.permit(Action::WriteAgreement, &found.facts).is_ok();
    Ok(CaseAgreement { agreement, may_write })
}

/// One agreement, by its id.
pub async fn show(ctx: &Ctx, id: AgreementId) -> Result<AgreementView> {
    let view = view(ctx, item::latest::<Agreement>(ctx, "agreement", id).await?).await?;
    access::viewed(ctx, "agreement", Some(id.into()), 1).await?;
    Ok(view)
}

/// The present text of a case's agreement, as the agency that leads the case wrote it.
async fn read(ctx: &Ctx, case: CaseId) -> Result<Option<Item<Agreement>>> {
    let owner = case::found(ctx, case).await?.owner;
    let query = HeldQuery { case: Some(case), agency: Some(owner), ..HeldQuery::default() };
    Ok(item::read::<Agreement>(ctx, query).await?.into_iter().max_by_key(|text| text.mark.place))
}

async fn view(ctx: &Ctx, text: Item<Agreement>) -> Result<AgreementView> {
    let object: ObjectId = text.mark.object;
    let about = HeldQuery { object: Some(object), ..HeldQuery::default() };
    let signatures = item::read::<AgreementSignature>(ctx, about).await?;
    let signatures: BTreeMap<AgencyCode, Item<AgreementSignature>> = signatures
        .into_iter()
        .filter(|signature| signature.body.text == text.mark.record)
        .map(|signature| (signature.mark.originator.clone(), signature))
        .filter(|(agency, _)| text.body.parties.contains(agency))
        .collect();
    let read = governing::as_law(&text.body, signatures.keys().cloned().collect());
    let missing: Vec<ClauseText> = read.missing(ctx.node().law().clauses()).into_iter().cloned().collect();
    let (today, from, to) =
        (Day::from_timestamp(ctx.now()), Day::first_of(text.body.from), Day::last_of(text.body.to));
    let all_signed = text.body.parties.iter().all(|party| signatures.contains_key(party));
    let standing = match () {
        () if !missing.is_empty() => Standing::Draft,
        () if !all_signed => Standing::Waiting,
        () if today < from => Standing::NotBegun,
        () if today > to => Standing::Ended,
        () => Standing::InForce,
    };
    let governs = governing(ctx, text.body.case).await?.map(|governing| governing.text);
    let own = ctx.node().code();
    let may_sign = standing == Standing::Waiting
        && text.body.parties.contains(own)
        && !signatures.contains_key(own)
        && ctx.permit(Action::WriteAgreement, &facts(ctx.node(), &text.mark)).is_ok();
    Ok(AgreementView {
        id: AgreementId::from_uuid(object.uuid()),
        standing,
        missing,
        earlier: governs.filter(|record| *record != text.mark.record),
        may_sign,
        signatures,
        text,
    })
}
