//! Asking Cedar: loads rules, puts a request into their words, reads the answer back with its reason.

use std::collections::{BTreeSet, HashMap};
use std::str::FromStr;

use cedar_policy::{
    Authorizer, Context, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicyId, PolicySet,
    RestrictedExpression, Schema, ValidationMode, Validator,
};

use crate::facts::{onward_word, use_word};
use crate::{Decision, Denial, Permit, Request};

const SCHEMA: &str = include_str!("../policies/schema.cedarschema");

/// The rules that a node starts with.
const DEFAULT: [(&str, &str); 5] = [
    ("10-originator-control.cedar", include_str!("../policies/10-originator-control.cedar")),
    ("20-casework.cedar", include_str!("../policies/20-casework.cedar")),
    ("30-victims.cedar", include_str!("../policies/30-victims.cedar")),
    ("40-programme.cedar", include_str!("../policies/40-programme.cedar")),
    ("50-node.cedar", include_str!("../policies/50-node.cedar")),
];

/// One file of rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicySource {
    /// Name of the file, for messages.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Why rules cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// A file does not parse.
    #[error("could not read the rules in `{file}`: {problem}")]
    Unreadable {
        /// The file.
        file: String,
        /// What Cedar says of it.
        problem: String,
    },
    /// Two rules have one id.
    #[error("could not use the rule `{id}` in `{file}`: another rule has the same id")]
    DoubleId {
        /// The file.
        file: String,
        /// The id.
        id: String,
    },
    /// A rule uses a word that the schema does not have.
    #[error("could not accept the rules: {0}")]
    Invalid(String),
}

/// The rules in force.
pub struct Policy {
    rules: PolicySet,
    reasons: HashMap<PolicyId, String>,
    redactions: HashMap<PolicyId, BTreeSet<String>>,
    sources: Vec<PolicySource>,
}

impl std::fmt::Debug for Policy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Policy")
            .field("files", &self.sources.iter().map(|s| &s.name).collect::<Vec<_>>())
            .finish()
    }
}

impl Policy {
    /// The rules that ship with the program.
    pub fn default_sources() -> Vec<PolicySource> {
        DEFAULT.map(|(name, text)| PolicySource { name: name.to_owned(), text: text.to_owned() }).to_vec()
    }

    /// Loads rules; every file must parse and agree with the schema, or none is used.
    pub fn load(sources: Vec<PolicySource>) -> Result<Self, PolicyError> {
        let mut rules = PolicySet::new();
        let (mut reasons, mut redactions) = (HashMap::new(), HashMap::new());
        for source in &sources {
            let file = PolicySet::from_str(&source.text).map_err(|error| PolicyError::Unreadable {
                file: source.name.clone(),
                problem: format!("{:?}", cedar_report(&error)),
            })?;
            for (number, policy) in file.policies().enumerate() {
                let name = policy
                    .annotation("id")
                    .map_or_else(|| format!("{}#{}", source.name, number + 1), ToOwned::to_owned);
                let id = PolicyId::new(&name);
                if let Some(reason) = policy.annotation("reason") {
                    reasons.insert(id.clone(), reason.to_owned());
                }
                if let Some(fields) = policy.annotation("redact") {
                    redactions.insert(id.clone(), fields.split(',').map(|f| f.trim().to_owned()).collect());
                }
                rules
                    .add(policy.new_id(id))
                    .map_err(|_| PolicyError::DoubleId { file: source.name.clone(), id: name })?;
            }
        }
        let schema = schema()?;
        let result = Validator::new(schema).validate(&rules, ValidationMode::default());
        if let Some(error) = result.validation_errors().next() {
            return Err(PolicyError::Invalid(error.to_string()));
        }
        Ok(Self { rules, reasons, redactions, sources })
    }

    /// The files in force.
    pub fn sources(&self) -> &[PolicySource] {
        &self.sources
    }

    /// Answers a request. Whatever goes wrong inside is a denial.
    pub fn decide(&self, request: &Request<'_>) -> Decision {
        let deny = |rule: &str, reason: &str| {
            Decision::Deny(Denial {
                action: request.action,
                rule: rule.to_owned(),
                reason: reason.to_owned(),
            })
        };
        let Some((query, entities)) = question(request) else {
            return deny("none", "The question could not be put to the rules.");
        };
        let answer = Authorizer::new().is_authorized(&query, &self.rules, &entities);
        if answer.diagnostics().errors().next().is_some() {
            return deny("none", "A rule could not be evaluated, so the answer is no.");
        }
        let mut rules: Vec<&PolicyId> = answer.diagnostics().reason().collect();
        rules.sort();
        if answer.decision() == cedar_policy::Decision::Deny {
            return match rules.first() {
                Some(rule) => deny(
                    rule.as_ref(),
                    self.reasons.get(rule).map_or("A rule of your agency forbids this.", String::as_str),
                ),
                None => deny("none", "No rule permits this for your role and purpose."),
            };
        }
        // A field is left out only if every rule that permits the action leaves it out.
        let redacted = rules
            .iter()
            .map(|rule| self.redactions.get(rule).cloned().unwrap_or_default())
            .reduce(|all, fields| all.intersection(&fields).cloned().collect())
            .unwrap_or_default();
        let rule = rules.first().map_or_else(String::new, ToString::to_string);
        let permit = Permit { action: request.action, rule, redacted };
        if permit.redacted.is_empty() { Decision::Permit(permit) } else { Decision::Redact(permit) }
    }
}

fn cedar_report(error: &cedar_policy::ParseErrors) -> Vec<String> {
    error.iter().map(ToString::to_string).collect()
}

fn schema() -> Result<Schema, PolicyError> {
    Schema::from_cedarschema_str(SCHEMA)
        .map(|(schema, _)| schema)
        .map_err(|error| PolicyError::Invalid(error.to_string()))
}

fn question(request: &Request<'_>) -> Option<(cedar_policy::Request, Entities)> {
    let text = |value: &str| RestrictedExpression::new_string(value.to_owned());
    let set = |words: &mut dyn Iterator<Item = &str>| {
        RestrictedExpression::new_set(words.map(text).collect::<Vec<_>>())
    };
    let uid = |kind: &str, id: &str| {
        Some(EntityUid::from_type_name_and_id(EntityTypeName::from_str(kind).ok()?, EntityId::new(id)))
    };
    let (actor, object) = (request.actor, request.object);
    let principal = uid("Lintas::Officer", &actor.officer.to_string())?;
    let action = uid("Lintas::Action", request.action.as_str())?;
    let resource = uid("Lintas::Object", &object.kind)?;
    let officer = HashMap::from([
        ("agency".to_owned(), text(actor.agency.as_str())),
        ("roles".to_owned(), set(&mut actor.roles.iter().map(|r| r.as_str()))),
    ]);
    let handling = &object.handling;
    let facts = HashMap::from([
        ("kind".to_owned(), text(&object.kind)),
        ("originator".to_owned(), text(object.originator.as_str())),
        ("relation".to_owned(), text(object.relation.as_str())),
        ("case_data".to_owned(), RestrictedExpression::new_bool(object.case_data)),
        ("recalled".to_owned(), RestrictedExpression::new_bool(object.recalled)),
        ("expired".to_owned(), RestrictedExpression::new_bool(handling.expired(request.at))),
        ("onward".to_owned(), text(onward_word(handling.onward))),
        ("use".to_owned(), text(use_word(handling.use_rule))),
        ("purposes".to_owned(), set(&mut handling.purposes.iter().map(|p| p.as_str()))),
        ("unmarked_purposes".to_owned(), RestrictedExpression::new_bool(handling.purposes.is_empty())),
    ]);
    let entities = Entities::from_entities(
        [
            Entity::new(principal.clone(), officer, std::collections::HashSet::new()).ok()?,
            Entity::new(resource.clone(), facts, std::collections::HashSet::new()).ok()?,
        ],
        None,
    )
    .ok()?;
    let context = Context::from_pairs([("purpose".to_owned(), text(request.purpose.as_str()))]).ok()?;
    let query = cedar_policy::Request::new(principal, action, resource, context, None).ok()?;
    Some((query, entities))
}
