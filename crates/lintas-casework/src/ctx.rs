//! Who acts, where, for which purpose: the first argument of everything.

use std::collections::BTreeSet;
use std::sync::Arc;

use lintas_ledger::Signer;
use lintas_model::handling::{Marking, Purpose};
use lintas_model::{
    AudienceId, Body, Draft, Handling, Language, ObjectId, OfficerId, RecordId, Role, Timestamp,
};
use lintas_policy::{Action, Actor, Denial, ObjectFacts, Permit, Request};

use crate::assertion::{self, Hand};
use crate::{Node, Result, access};

/// The circumstances of an act.
#[derive(Clone)]
pub struct Ctx {
    node: Node,
    actor: Actor,
    name: String,
    purpose: Purpose,
    language: Language,
    hand: Hand,
}

impl Ctx {
    pub(crate) fn new(node: Node, actor: Actor, name: String, purpose: Purpose, language: Language) -> Self {
        Self { node, actor, name, purpose, language, hand: Hand::default() }
    }

    /// The same actor for another purpose.
    pub fn for_purpose(&self, purpose: Purpose) -> Self {
        Self { purpose, ..self.clone() }
    }

    /// The same actor with those of his roles that count.
    pub(crate) fn with_roles(&self, counts: impl Fn(Role) -> bool) -> Self {
        let roles = self.actor.roles.iter().copied().filter(|role| counts(*role)).collect();
        Self { actor: Actor { roles, ..self.actor.clone() }, ..self.clone() }
    }

    /// The same actor, who signs what is written from now on.
    pub(crate) fn signing(&self, signer: Arc<Signer>) -> Self {
        Self { hand: Hand::with(signer), ..self.clone() }
    }

    /// Whether the actor signs what is written.
    pub(crate) fn signs(&self) -> bool {
        self.hand.signer().is_some()
    }

    /// The node at which the act takes place.
    pub const fn node(&self) -> &Node {
        &self.node
    }

    /// Who acts.
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The officer's name as shown inside the agency.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Why.
    pub const fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// The language of the officer's screens.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The present instant, by the node's clock.
    pub fn now(&self) -> Timestamp {
        self.node.now()
    }

    /// Whether the actor has a role.
    pub fn has(&self, role: Role) -> bool {
        self.actor.roles.contains(&role)
    }

    /// The purposes for which people in these roles act, the usual one first. Which acts each of them is good for is for
    /// the rules to say.
    pub fn purposes_of(roles: &BTreeSet<Role>) -> Vec<Purpose> {
        let mut purposes = vec![Self::usual_purpose(roles)];
        for role in roles {
            purposes.extend_from_slice(match role {
                Role::Officer => &[Purpose::Investigation][..],
                Role::Analyst | Role::Prosecutor => {
                    &[Purpose::Investigation, Purpose::Prosecution, Purpose::LegalCooperation]
                }
                Role::CaseLead => &[
                    Purpose::Investigation,
                    Purpose::Prosecution,
                    Purpose::LegalCooperation,
                    Purpose::VictimProtection,
                ],
                Role::VictimSupport | Role::SupportLead => &[Purpose::VictimProtection],
                Role::SourceHandler => &[Purpose::Investigation],
                Role::Steward | Role::Mentor => &[Purpose::Programme],
                Role::Administrator | Role::SealedAdministrator => &[Purpose::Administration],
            });
        }
        let usual = purposes[0];
        purposes.sort_by_key(|purpose| (*purpose != usual, *purpose));
        purposes.dedup();
        purposes
    }

    /// The purposes that the actor may choose from, the usual one first.
    pub fn purposes(&self) -> Vec<Purpose> {
        Self::purposes_of(&self.actor.roles)
    }

    /// The same actor for the first of the purposes under which the rules permit an act on something of the agency's own;
    /// unchanged where none does. For the command line, where nobody has chosen a purpose.
    pub fn ready_for(&self, action: Action, kind: &str) -> Self {
        let mut purposes = self.purposes();
        purposes.insert(0, self.purpose);
        let found = purposes
            .into_iter()
            .map(|purpose| self.for_purpose(purpose))
            .find(|ctx| ctx.permit_own(action, kind).is_ok());
        found.unwrap_or_else(|| self.clone())
    }

    /// The purpose that a person with these roles usually acts for.
    pub fn usual_purpose(roles: &BTreeSet<Role>) -> Purpose {
        let any = |wanted: &[Role]| wanted.iter().any(|role| roles.contains(role));
        if any(&[Role::Steward, Role::Mentor]) {
            Purpose::Programme
        } else if any(&[Role::Officer, Role::Analyst, Role::CaseLead, Role::SourceHandler]) {
            Purpose::Investigation
        } else if any(&[Role::Prosecutor]) {
            Purpose::Prosecution
        } else if any(&[Role::VictimSupport, Role::SupportLead]) {
            Purpose::VictimProtection
        } else {
            Purpose::Administration
        }
    }

    /// Asks the rules. The one choke point: no read or write goes round it.
    pub fn permit(&self, action: Action, object: &ObjectFacts) -> std::result::Result<Permit, Denial> {
        let purpose = self.purpose_of(action);
        self.node
            .policy()
            .decide(&Request { actor: &self.actor, action, object, purpose, at: self.now() })
            .permit()
    }

    /// What an act is for: keeping the node and running a round have one purpose only, whoever does it.
    const fn purpose_of(&self, action: Action) -> Purpose {
        match action {
            Action::ManageOfficers
            | Action::ManagePartners
            | Action::AcceptLog
            | Action::ViewAudit
            | Action::KeepSealed => Purpose::Administration,
            Action::WriteRound => Purpose::Programme,
            _ => self.purpose,
        }
    }

    /// Asks the rules and, when they say no, records that somebody asked.
    pub(crate) async fn require(&self, action: Action, object: &ObjectFacts) -> Result<Permit> {
        match self.permit(action, object) {
            Ok(permit) => Ok(permit),
            Err(mut denial) => {
                access::refused(self, action.as_str(), &denial.reason).await?;
                // Whoever has the right and only acts for another purpose is told which one opens the door.
                let open = |purpose: &Purpose| self.for_purpose(*purpose).permit(action, object).is_ok();
                if let Some(purpose) = self.purposes().into_iter().find(open) {
                    let word = purpose.as_str().replace('_', " ");
                    denial.reason = format!("you act for another purpose; choose `{word}` and try again");
                }
                Err(denial.into())
            }
        }
    }

    /// [`Ctx::permit_own`], recorded when refused.
    pub(crate) async fn require_own(&self, action: Action, kind: &str) -> Result<Permit> {
        self.require(action, &ObjectFacts::own(kind, self.node.code())).await
    }

    /// [`Ctx::permit_plain`], recorded when refused.
    pub(crate) async fn require_plain(&self, action: Action, kind: &str) -> Result<Permit> {
        self.require(action, &ObjectFacts::own(kind, self.node.code()).without_case_data()).await
    }

    /// Asks the rules about something that the agency itself originates.
    pub fn permit_own(&self, action: Action, kind: &str) -> std::result::Result<Permit, Denial> {
        self.permit(action, &ObjectFacts::own(kind, self.node.code()))
    }

    /// Asks the rules about something of the agency that holds no case data.
    pub fn permit_plain(&self, action: Action, kind: &str) -> std::result::Result<Permit, Denial> {
        self.permit(action, &ObjectFacts::own(kind, self.node.code()).without_case_data())
    }

    /// Begins a record about something that exists already.
    pub(crate) fn about(
        &self,
        audience: AudienceId,
        object: impl Into<ObjectId>,
        body: impl Into<Body>,
    ) -> Draft {
        Draft {
            record: self.node.new_record(),
            object: object.into(),
            audience,
            author: self.officer(),
            at: self.now(),
            purpose: self.purpose,
            marking: Marking { grade: None, handling: Handling::default() },
            supersedes: None,
            body: body.into(),
        }
    }

    /// Writes drafts, in order, each to the feed of its audience; returns their ids.
    /// Grave acts are signed by the officer; where the node asks for that, they are not written without.
    pub(crate) async fn write(&self, drafts: Vec<Draft>) -> Result<Vec<RecordId>> {
        let grave = drafts.iter().any(|draft| assertion::is_grave(&draft.body));
        match self.hand.signer().filter(|_| grave) {
            Some(officer) => self.node.write_signed(drafts, officer).await,
            None if grave && assertion::required(&self.node) => Err(assertion::missing()),
            None => self.node.write(drafts).await,
        }
    }

    /// Writes one draft.
    pub(crate) async fn write_one(&self, draft: Draft) -> Result<RecordId> {
        let record = draft.record;
        self.write(vec![draft]).await?;
        Ok(record)
    }

    /// The officer who acts.
    pub fn officer(&self) -> OfficerId {
        self.actor.officer
    }

    /// The agency's private audience.
    pub fn private(&self) -> AudienceId {
        self.node.private_audience()
    }
}
