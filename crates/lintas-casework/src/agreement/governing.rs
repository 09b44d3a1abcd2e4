//! The agreement that governs a case, and what it refuses.
//!
//! It is read from the records themselves, whoever acts: what all parties have bound themselves to does not depend on who
//! may look at it. A case whose agreement nobody has written, or not everybody has signed yet, is worked as before.

use std::collections::BTreeSet;

use lintas_law::Day;
use lintas_law::agreement::{Agreement as LawAgreement, JointAct, Period};
use lintas_model::handling::{OnwardRule, UseRule};
use lintas_model::record::{Agreement, Clause};
use lintas_model::{AgencyCode, Body, CaseId, Kind, PartialDate, RecordId, Timestamp};
use lintas_store::HeldQuery;

use crate::{CaseworkError, Ctx, Result, case};

/// The last text that all its parties have signed.
pub(crate) struct Governing {
    /// The record of the text.
    pub(crate) text: RecordId,
    agreement: LawAgreement,
    to: PartialDate,
}

/// What somebody wants to give to the members of a case.
pub(crate) struct Given<'g> {
    /// Who would read it.
    pub(crate) readers: &'g BTreeSet<AgencyCode>,
    /// For what it may be used.
    pub(crate) use_rule: UseRule,
    /// Whether it may be passed on.
    pub(crate) onward: OnwardRule,
    /// Until when.
    pub(crate) expires_at: Option<Timestamp>,
    /// When the oldest of the records was written.
    pub(crate) oldest: Option<Timestamp>,
}

/// The agreement that governs a case, if one does.
pub(crate) async fn governing(ctx: &Ctx, case: CaseId) -> Result<Option<Governing>> {
    let store = ctx.node().store();
    let owner = case::found(ctx, case).await?.owner;
    let texts = HeldQuery { case: Some(case), agency: Some(owner), ..HeldQuery::kinds(&[Kind::Agreement]) };
    let mut texts = store.held(&texts).await?;
    let Some(object) = texts.first().map(|held| held.mark.object) else { return Ok(None) };
    let about = HeldQuery { object: Some(object), ..HeldQuery::kinds(&[Kind::AgreementSignature]) };
    let signatures = store.held(&about).await?;
    texts.sort_by_key(|held| std::cmp::Reverse(held.mark.place));
    Ok(texts.into_iter().find_map(|held| {
        let Body::Agreement(body) = held.body else { return None };
        let signed: BTreeSet<AgencyCode> = signatures
            .iter()
            .filter(|signature| {
                matches!(&signature.body, Body::AgreementSignature(body) if body.text == held.mark.record)
            })
            .map(|signature| signature.mark.originator.clone())
            .collect();
        body.parties.is_subset(&signed).then(|| Governing {
            text: held.mark.record,
            to: body.to,
            agreement: as_law(&body, signed),
        })
    }))
}

/// A record's agreement as the law reads it.
pub(crate) fn as_law(body: &Agreement, signed: BTreeSet<AgencyCode>) -> LawAgreement {
    LawAgreement {
        parties: body.parties.clone(),
        signed: signed.intersection(&body.parties).cloned().collect(),
        offences: body.offences.clone(),
        purpose: body.clauses.get(&Clause::Purpose).cloned().unwrap_or_default(),
        period: Some(Period { from: Day::first_of(body.from), to: Day::last_of(body.to) }),
        states: body.states.clone(),
        leaders: body.leaders.clone(),
        members: body.members.clone(),
        participants: body.participants.clone(),
        use_rule: body.use_rule,
        onward: body.onward,
        earlier_material: body.earlier_material,
        outside_material: body.outside_material,
        retention_months: body.retention_months,
        spokespersons: body.spokespersons.clone(),
        other: body.clauses.clone(),
    }
}

fn refused(clause: Clause, reason: impl std::fmt::Display) -> CaseworkError {
    let clause = clause.as_str().replace('_', " ");
    CaseworkError::invalid("agreement", format!("{reason} (clause on {clause} of the agreement)"))
}

impl Governing {
    fn allow(&self, agency: &AgencyCode, act: JointAct, on: Day) -> Result<()> {
        self.agreement.permits(agency, act, on).map_err(|why| refused(why.clause, why.reason))
    }

    /// Whether an agency may give something to all members today; answers until when they may keep it.
    pub(crate) fn release(&self, by: &AgencyCode, given: &Given<'_>, today: Day) -> Result<Timestamp> {
        let agreement = &self.agreement;
        self.allow(by, JointAct::Read, today)?;
        if !agreement.members.contains(by) {
            return Err(refused(Clause::Members, format!("{by} attends and is no member")));
        }
        for reader in given.readers {
            self.allow(reader, JointAct::Read, today)?;
        }
        if given.use_rule > agreement.use_rule {
            return Err(refused(Clause::Gathering, "material is shared for a narrower use"));
        }
        if given.onward > agreement.onward {
            return Err(refused(Clause::Exchange, "material is passed on less freely"));
        }
        let begins = agreement.period.map(|period| PartialDate::from(period.from).earliest());
        if given.oldest < begins && given.oldest.is_some() {
            self.allow(by, JointAct::ReadEarlier, today)?;
        }
        let months = agreement.retention_months.unwrap_or_default();
        let kept = PartialDate::from(Day::last_of(self.to).plus_months(months)).after();
        match given.expires_at {
            Some(end) if end > kept => {
                let until = Day::last_of(self.to).plus_months(months);
                Err(refused(Clause::DataProtection, format!("material is kept until {until} at most")))
            }
            end => Ok(end.unwrap_or(kept)),
        }
    }

    /// Whether agencies may act together on a day.
    pub(crate) fn act(&self, agencies: &BTreeSet<AgencyCode>, on: Day) -> Result<()> {
        agencies.iter().try_for_each(|agency| {
            self.allow(agency, JointAct::Read, on)?;
            if self.agreement.members.contains(agency) {
                return Ok(());
            }
            Err(refused(Clause::Members, format!("{agency} attends and is no member")))
        })
    }
}
