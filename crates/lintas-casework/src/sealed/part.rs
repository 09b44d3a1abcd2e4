//! The parts of a dossier that are written one by one, each with its rules.

use std::collections::BTreeSet;

use lintas_law::screening::{self, Set};
use lintas_model::{PartialDate, Timestamp};
use lintas_policy::Action;
use lintas_sealed::audit::Act;
use lintas_sealed::child::{BestInterest, ChildProtection};
use lintas_sealed::consent::{GivenBy, SupportPurpose};
use lintas_sealed::disclosure::NewDisclosure;
use lintas_sealed::dossier::Registration;
use lintas_sealed::identity::{Contact, Identity};
use lintas_sealed::support::{Decided, Need, NonPunishment, Plan, Progress, Referral, ScreeningNote};
use lintas_sealed::{Dossier, Subject};

use crate::{CaseworkError, Ctx, Result};

/// A part of a dossier to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Who the person is.
    Identity(Identity),
    /// How the person is reached.
    Contact(Contact),
    /// A further need.
    Need(Need),
    /// Where a need stands, by its place.
    NeedProgress(usize, Progress),
    /// A further referral.
    Referral(Referral),
    /// Where a referral stands, by its place.
    ReferralProgress(usize, Progress),
    /// The support plan.
    Plan(Plan),
    /// What protects a child; best-interest decisions stay as they are.
    Child(ChildProtection),
    /// A further best-interest decision.
    BestInterest(BestInterest),
    /// Non-punishment.
    NonPunishment(NonPunishment),
    /// A screening: the set and the words of the indicators seen.
    Screening(Set, BTreeSet<String>),
    /// What a trained person decided.
    Decided(Decided),
    /// A consent.
    Consent {
        /// To whom something may be told.
        recipient: String,
        /// For what.
        purpose: SupportPurpose,
        /// Who gave it.
        given_by: GivenBy,
        /// How it was explained.
        explained: String,
        /// Until when.
        until: Option<Timestamp>,
    },
    /// A consent is withdrawn.
    Withdraw(u32),
    /// What the law says.
    Law {
        /// The law with its article.
        law: String,
        /// To whom it has something told.
        recipient: String,
        /// For what.
        purpose: SupportPurpose,
        /// Which order or decision.
        order: String,
    },
    /// A law no longer applies.
    EndLaw(u32),
    /// The first key of a disclosure.
    Ask(NewDisclosure),
    /// What is kept of a source.
    Registration(Registration),
    /// Kept until a day, for a reason; or by the rule again.
    Keep(Option<(PartialDate, String)>),
}

impl Part {
    /// What the audit says of it: which part, never what stands in it.
    pub(super) const fn audited(&self) -> (Act, &'static str) {
        match self {
            Self::Identity(_) => (Act::Wrote, "identity"),
            Self::Contact(_) => (Act::Wrote, "contact"),
            Self::Need(_) | Self::NeedProgress(..) => (Act::Wrote, "needs"),
            Self::Referral(_) | Self::ReferralProgress(..) => (Act::Wrote, "referrals"),
            Self::Plan(_) => (Act::Wrote, "plan"),
            Self::Child(_) => (Act::Wrote, "child"),
            Self::BestInterest(_) => (Act::Wrote, "best_interest"),
            Self::NonPunishment(_) => (Act::Wrote, "non_punishment"),
            Self::Screening(..) => (Act::Wrote, "screening"),
            Self::Decided(_) => (Act::Wrote, "identification"),
            Self::Consent { .. } => (Act::Consented, "consent"),
            Self::Withdraw(_) => (Act::Withdrew, "consent"),
            Self::Law { .. } => (Act::Consented, "law"),
            Self::EndLaw(_) => (Act::Withdrew, "law"),
            Self::Ask(_) => (Act::Asked, "disclosure"),
            Self::Registration(_) => (Act::Wrote, "registration"),
            Self::Keep(_) => (Act::Wrote, "retention"),
        }
    }

    pub(super) const fn action(&self) -> Action {
        match self {
            Self::Keep(_) => Action::SecondKey,
            _ => Action::WriteSealed,
        }
    }
}

/// Writes a part into a dossier.
pub(super) fn apply(ctx: &Ctx, dossier: &mut Dossier, part: Part) -> Result<()> {
    let now = ctx.now();
    let by = (ctx.officer(), now);
    match part {
        Part::Identity(identity) => dossier.identity = identity,
        Part::Contact(contact) => dossier.contact = contact,
        Part::Need(need) => dossier.support_mut()?.needs.push(need),
        Part::NeedProgress(place, progress) => {
            let found = dossier.support_mut()?.needs.get_mut(place);
            found.ok_or(CaseworkError::NotFound("need"))?.progress = progress;
        }
        Part::Referral(referral) => {
            if referral.to.trim().is_empty() {
                return Err(CaseworkError::invalid("to", "name the organisation"));
            }
            dossier.support_mut()?.referrals.push(referral);
        }
        Part::ReferralProgress(place, progress) => {
            let found = dossier.support_mut()?.referrals.get_mut(place);
            found.ok_or(CaseworkError::NotFound("referral"))?.progress = progress;
        }
        Part::Plan(plan) => dossier.support_mut()?.plan = plan,
        Part::Child(child) => {
            let support = dossier.support_mut()?;
            let best_interest = std::mem::take(&mut support.child.best_interest);
            support.child = ChildProtection { best_interest, ..child };
        }
        Part::BestInterest(decision) => dossier.support_mut()?.child.best_interest.push(decision),
        Part::NonPunishment(flag) => dossier.support_mut()?.non_punishment = flag,
        Part::Screening(set, seen) => {
            let unknown = screening::screen(ctx.node().law().indicators(), set, &seen).unknown;
            if let Some(word) = unknown.first() {
                return Err(CaseworkError::invalid("seen", format!("`{word}` is no indicator of this set")));
            }
            let note = ScreeningNote { at: now, by: ctx.officer(), set, seen };
            dossier.support_mut()?.screenings.push(note);
        }
        Part::Decided(decided) => {
            if decided.by.trim().is_empty() {
                return Err(CaseworkError::invalid(
                    "by",
                    "name the trained person or the authority that decided",
                ));
            }
            dossier.support_mut()?.decided = Some(decided);
        }
        Part::Consent { recipient, purpose, given_by, explained, until } => {
            if recipient.trim().is_empty() {
                return Err(CaseworkError::invalid("recipient", "consent is given for a recipient: name it"));
            }
            dossier.consent(&recipient, purpose, given_by, &explained, until, by);
        }
        Part::Withdraw(number) => dossier.withdraw(number, now)?,
        Part::Law { law, recipient, purpose, order } => {
            if law.trim().is_empty() || recipient.trim().is_empty() {
                return Err(CaseworkError::invalid(
                    "law",
                    "name the law with its article, and the recipient",
                ));
            }
            dossier.state_law(&law, &recipient, purpose, &order, by);
        }
        Part::EndLaw(number) => dossier.end_law(number, now)?,
        Part::Ask(new) => {
            dossier.ask(new, ctx.officer(), now)?;
        }
        Part::Registration(registration) => match &mut dossier.subject {
            Subject::Source(kept) => *kept = registration,
            Subject::Person(_) => return Err(CaseworkError::NotFound("source")),
        },
        Part::Keep(kept) => {
            let reasoned = kept.as_ref().is_none_or(|(_, why)| !why.trim().is_empty());
            let ahead = kept.as_ref().is_none_or(|(until, _)| until.after() > now);
            if !reasoned || !ahead {
                return Err(CaseworkError::invalid("until", "choose a day to come, and say why"));
            }
            dossier.kept = kept;
        }
    }
    Ok(())
}
