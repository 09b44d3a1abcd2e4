//! What the rules that ship with the program promise.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use lintas_model::handling::{OnwardRule, Purpose};
use lintas_model::{AgencyCode, Handling, OfficerId, Role, Timestamp};
use lintas_policy::{
    Action, Actor, Decision, ObjectFacts, Policy, PolicyError, PolicySource, Relation, Request, matrix,
};
use proptest::prelude::*;

fn policy() -> &'static Policy {
    static POLICY: LazyLock<Policy> = LazyLock::new(|| Policy::load(Policy::default_sources()).unwrap());
    &POLICY
}

fn agency() -> AgencyCode {
    AgencyCode::new("KH-CIB").unwrap()
}

fn actor(role: Role) -> Actor {
    Actor {
        officer: OfficerId::from_uuid(Default::default()),
        agency: agency(),
        roles: BTreeSet::from([role]),
    }
}

fn released(handling: Handling) -> ObjectFacts {
    ObjectFacts { relation: Relation::Released, handling, ..ObjectFacts::own("report", &agency()) }
}

fn ask(policy: &Policy, role: Role, action: Action, object: &ObjectFacts, purpose: Purpose) -> Decision {
    policy.decide(&Request {
        actor: &actor(role),
        action,
        object,
        purpose,
        at: Timestamp::from_millis(1_000),
    })
}

#[test]
fn the_matrix_reads_as_agreed() {
    insta::assert_snapshot!(matrix(policy()).unwrap());
}

#[test]
fn material_released_for_one_purpose_serves_no_other() {
    let handling = Handling { purposes: BTreeSet::from([Purpose::Investigation]), ..Handling::default() };
    let object = released(handling);
    let policy = policy();
    assert!(ask(policy, Role::Analyst, Action::View, &object, Purpose::Investigation).permit().is_ok());
    let denial =
        ask(policy, Role::Prosecutor, Action::View, &object, Purpose::Prosecution).permit().unwrap_err();
    assert_eq!(denial.rule, "released_for_other_purposes");
}

#[test]
fn a_release_that_names_no_purpose_can_be_used_for_none() {
    let object = released(Handling::default());
    for purpose in Purpose::ALL {
        assert!(ask(policy(), Role::Analyst, Action::View, &object, purpose).permit().is_err());
    }
}

#[test]
fn expired_and_recalled_material_is_closed_to_every_role() {
    let purposes: BTreeSet<_> = Purpose::ALL.into();
    let expired = released(Handling {
        expires_at: Some(Timestamp::from_millis(1_000)),
        purposes: purposes.clone(),
        ..Handling::default()
    });
    let recalled = ObjectFacts { recalled: true, ..released(Handling { purposes, ..Handling::default() }) };
    let policy = policy();
    for role in Role::ALL {
        for &action in Action::ALL {
            for object in [&expired, &recalled] {
                assert!(
                    ask(policy, role, action, object, Purpose::Investigation).permit().is_err(),
                    "{role} {action}"
                );
            }
        }
    }
}

#[test]
fn what_may_not_go_onward_is_not_exported() {
    for (onward, may) in [(OnwardRule::Never, false), (OnwardRule::Ask, false), (OnwardRule::Allowed, true)] {
        let object = released(Handling { onward, purposes: Purpose::ALL.into(), ..Handling::default() });
        let decision = ask(policy(), Role::Analyst, Action::Export, &object, Purpose::Investigation);
        assert_eq!(decision.permit().is_ok(), may, "{onward:?}");
    }
}

#[test]
fn a_field_officer_never_sees_the_source_register_number() {
    let object = ObjectFacts::own("report", &agency());
    match ask(policy(), Role::Officer, Action::View, &object, Purpose::Investigation) {
        Decision::Redact(permit) => assert!(!permit.shows("source_reference")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_steward_with_a_second_role_still_sees_no_case_data() {
    let object = ObjectFacts::own("case", &agency());
    let actor = Actor { roles: BTreeSet::from([Role::Steward, Role::CaseLead]), ..actor(Role::Steward) };
    let request = Request {
        actor: &actor,
        action: Action::View,
        object: &object,
        purpose: Purpose::Investigation,
        at: Timestamp::from_millis(0),
    };
    assert_eq!(policy().decide(&request).permit().unwrap_err().rule, "stewards_see_no_case_data");
}

#[test]
fn whoever_administers_never_reads_the_sealed_space_whatever_else_he_is() {
    for kind in ["protected_person", "source"] {
        let object = ObjectFacts::own(kind, &agency());
        for other in Role::ALL {
            for administrator in [Role::Administrator, Role::SealedAdministrator] {
                let actor = Actor { roles: BTreeSet::from([administrator, other]), ..actor(other) };
                for action in [Action::ViewSealed, Action::WriteSealed, Action::SecondKey] {
                    for purpose in Purpose::ALL {
                        let at = Timestamp::from_millis(0);
                        let request = Request { actor: &actor, action, object: &object, purpose, at };
                        assert!(policy().decide(&request).permit().is_err(), "{other} {action} {purpose:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn support_workers_see_no_sources_and_source_handlers_no_victims() {
    let (person, source) =
        (ObjectFacts::own("protected_person", &agency()), ObjectFacts::own("source", &agency()));
    let may =
        |role, object, purpose| ask(policy(), role, Action::ViewSealed, object, purpose).permit().is_ok();
    assert!(may(Role::VictimSupport, &person, Purpose::VictimProtection));
    assert!(may(Role::SourceHandler, &source, Purpose::Investigation));
    for purpose in Purpose::ALL {
        assert!(!may(Role::VictimSupport, &source, purpose) && !may(Role::SupportLead, &source, purpose));
        assert!(!may(Role::SourceHandler, &person, purpose));
    }
}

#[test]
fn broken_rules_are_refused_with_their_file() {
    let mut sources = Policy::default_sources();
    sources.push(PolicySource { name: "99-ours.cedar".into(), text: "permit (principal, action".into() });
    assert!(
        matches!(Policy::load(sources.clone()), Err(PolicyError::Unreadable { file, .. }) if file == "99-ours.cedar")
    );
    sources.pop();
    sources.push(PolicySource {
        name: "99-ours.cedar".into(),
        text: "permit (principal, action, resource) when { resource.colour == \"red\" };".into(),
    });
    assert!(matches!(Policy::load(sources), Err(PolicyError::Invalid(_))));
}

#[test]
fn no_rules_at_all_permit_nothing() {
    let empty = Policy::load(Vec::new()).unwrap();
    let object = ObjectFacts::own("case", &agency());
    for role in Role::ALL {
        for &action in Action::ALL {
            assert!(ask(&empty, role, action, &object, Purpose::Investigation).permit().is_err());
        }
    }
}

proptest! {
    #[test]
    fn nothing_foreign_is_ever_permitted(role in 0usize..10, action in 0usize..60, purpose in 0usize..6, case_data: bool) {
        let policy = policy();
        let object = ObjectFacts { relation: Relation::Foreign, case_data, ..ObjectFacts::own("case", &agency()) };
        let decision = ask(policy, Role::ALL[role], Action::ALL[action % Action::ALL.len()], &object, Purpose::ALL[purpose]);
        prop_assert!(decision.permit().is_err());
    }
}
