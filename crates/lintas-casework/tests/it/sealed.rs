//! The sealed space: who gets in, what leaves it, and what is left of somebody who was erased.

use std::collections::BTreeSet;

use lintas_casework::case::{self, NewCase};
use lintas_casework::sealed::dossier;
use lintas_casework::sealed::{DossierKind, NewSpace, Part, admission, audit, backup, disclosure, erase};
use lintas_casework::search::{self, Wanted};
use lintas_casework::victim::{self, NewProtectedPerson};
use lintas_casework::{CaseworkError, Ctx, officer, sealed};
use lintas_model::offence::Offence;
use lintas_model::record::{AgeBand, ProtectionStatus};
use lintas_model::{CaseId, Country, ObjectId, PartialDate, Role};
use lintas_sealed::audit::Act;
use lintas_sealed::consent::{GivenBy, SupportPurpose};
use lintas_sealed::disclosure::{Basis, NewDisclosure, Recipient};
use lintas_sealed::dossier::Registration;
use lintas_sealed::field::Field;
use lintas_sealed::identity::{Contact, Identity};
use lintas_sealed::support::Plan;
use lintas_sealed::{DossierId, SealedError};

use crate::fixture::{Agency, PASSWORD, holds, staffed};

const NAME: &str = "Sok Chantha Sealed";
const KHMER: &str = "សុខ ចន្ទាត្រា";
const SHELTER: &str = "House 12, Street of the Lotus";
const PERSON: DossierKind = DossierKind::Person;

/// An agency with a sealed space, its officers admitted, and V-7 known by code.
struct Haven {
    it: Agency,
    case: CaseId,
    object: ObjectId,
}

async fn haven(seed: u64) -> Haven {
    let it = staffed("KH-CIB", seed).await;
    sealed::make(&it.seat("sealed_administrator").await, NewSpace::default()).await.unwrap();
    for role in [Role::VictimSupport, Role::SupportLead, Role::SourceHandler] {
        admit(&it, role).await.unwrap();
    }
    let lead = it.seat("case_lead").await;
    let new = NewCase {
        title: "Lotus".to_owned(),
        reference: "R-1".to_owned(),
        summary: String::new(),
        offences: BTreeSet::from([Offence::Trafficking]),
        countries: BTreeSet::from([Country::KH]),
        round: None,
    };
    let case = case::open(&lead, new).await.unwrap();
    let new = NewProtectedPerson {
        case,
        code: "V-7".to_owned(),
        age: AgeBand::Adult,
        nationality: None,
        offence: Offence::Trafficking,
        status: ProtectionStatus::Safe,
        operation: None,
    };
    let object = victim::record(&lead, new).await.unwrap();
    Haven { it, case, object }
}

async fn admit(it: &Agency, role: Role) -> lintas_casework::Result<()> {
    let officer = it.seat(role.as_str()).await.officer();
    admission::admit(&it.seat("sealed_administrator").await, officer, BTreeSet::from([role])).await
}

impl Haven {
    async fn worker(&self) -> Ctx {
        self.it.seat("victim_support").await
    }

    async fn lead(&self) -> Ctx {
        self.it.seat("support_lead").await
    }

    async fn write(&self, id: DossierId, part: Part) -> lintas_casework::Result<()> {
        let worker = self.worker().await;
        let version = dossier::show(&worker, PERSON, id).await?.version;
        dossier::change(&worker, PERSON, id, version, part).await
    }

    /// V-7 with a name, an address and a plan.
    async fn known(&self) -> DossierId {
        let id = dossier::open(&self.worker().await, self.object).await.unwrap();
        let identity = Identity {
            names: vec![KHMER.to_owned(), NAME.to_owned()],
            birth: PartialDate::year(1990).ok(),
            ..Identity::default()
        };
        self.write(id, Part::Identity(identity)).await.unwrap();
        let contact = Contact { address: SHELTER.to_owned(), ..Contact::default() };
        self.write(id, Part::Contact(contact)).await.unwrap();
        let plan = Plan { agreed: "School from March on".to_owned(), ..Plan::default() };
        self.write(id, Part::Plan(plan)).await.unwrap();
        id
    }

    /// Names of V-7 asked for by the worker, for an officer of this node or for somebody outside.
    async fn asked(&self, id: DossierId, to: Option<&str>) -> u32 {
        let consent = Part::Consent {
            recipient: "Court of the capital".to_owned(),
            purpose: SupportPurpose::Proceedings,
            given_by: GivenBy::Person,
            explained: "by the worker, in Khmer".to_owned(),
            until: None,
        };
        self.write(id, consent).await.unwrap();
        let view = dossier::show(&self.worker().await, PERSON, id).await.unwrap();
        let officer = match to {
            Some(login) => Some(self.it.seat(login).await.officer()),
            None => None,
        };
        let recipient = Recipient {
            organisation: "Court of the capital".to_owned(),
            person: "The prosecutor".to_owned(),
            officer,
        };
        let new = NewDisclosure {
            recipient,
            purpose: SupportPurpose::Proceedings,
            fields: BTreeSet::from([Field::Names]),
            basis: Basis::Consent(view.dossier.consents.last().unwrap().number),
            until: self.it.node.now().plus_days(10),
            reason: "the hearing".to_owned(),
        };
        self.write(id, Part::Ask(new)).await.unwrap();
        let view = dossier::show(&self.worker().await, PERSON, id).await.unwrap();
        view.dossier.disclosures.last().unwrap().number
    }

    async fn keeper(&self) -> Ctx {
        self.it.seat("sealed_administrator").await
    }
}

fn why(error: &CaseworkError) -> Option<&SealedError> {
    match error {
        CaseworkError::Sealed(error) => Some(error),
        _ => None,
    }
}

/// All bytes under a folder, without those of a file.
fn bytes_under(folder: &std::path::Path, but: &[&str]) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if but.iter().any(|but| name.starts_with(but)) {
            continue;
        }
        if entry.path().is_dir() {
            all.extend(bytes_under(&entry.path(), but));
        } else {
            all.extend(std::fs::read(entry.path()).unwrap());
        }
    }
    all
}

#[tokio::test]
async fn only_support_workers_who_were_admitted_get_anything() {
    let haven = haven(701).await;
    let id = haven.known().await;
    for role in Role::ALL {
        let ctx = haven.it.seat(role.as_str()).await;
        let inside = matches!(role, Role::VictimSupport | Role::SupportLead);
        for purpose in ctx.purposes() {
            let ctx = ctx.for_purpose(purpose);
            assert_eq!(dossier::list(&ctx, PERSON).await.is_ok(), inside, "{role} {purpose:?}");
            assert_eq!(dossier::show(&ctx, PERSON, id).await.is_ok(), inside, "{role}");
            assert!(dossier::show(&ctx, DossierKind::Source, id).await.is_err(), "{role}");
            assert!(disclosure::read(&ctx, id, 1).await.is_err(), "{role}");
            if !inside {
                let part = Part::Contact(Contact::default());
                assert!(dossier::change(&ctx, PERSON, id, 4, part).await.is_err(), "{role}");
                assert!(erase::erase(&ctx, PERSON, id, "no reason").await.is_err(), "{role}");
            }
            let keeps = role == Role::SealedAdministrator;
            assert_eq!(audit::list(&ctx, 10).await.is_ok(), keeps, "{role}");
            assert_eq!(backup::make(&ctx).await.is_ok(), keeps, "{role}");
        }
    }
}

#[tokio::test]
async fn a_role_given_by_the_administrator_of_the_node_is_not_enough() {
    let haven = haven(702).await;
    haven.known().await;
    let first = haven.it.seat("first").await;
    let analyst = haven.it.seat("analyst").await.officer();
    let roles = BTreeSet::from([Role::VictimSupport, Role::SupportLead]);
    officer::change(&first, analyst, roles.clone(), true).await.unwrap();
    let refused = dossier::list(&haven.it.seat("analyst").await, PERSON).await.unwrap_err();
    assert_eq!(why(&refused), Some(&SealedError::NotAdmitted));
    // Admitted as a worker, not as the lead: the second key stays out of reach.
    let keeper = haven.keeper().await;
    admission::admit(&keeper, analyst, BTreeSet::from([Role::VictimSupport])).await.unwrap();
    let analyst = haven.it.seat("analyst").await;
    assert!(dossier::list(&analyst, PERSON).await.is_ok());
    let id = dossier::list(&analyst, PERSON).await.unwrap().lines[0].id;
    let number = haven.asked(id, None).await;
    let refused = disclosure::second_key(&analyst, PERSON, id, number).await.unwrap_err();
    assert_eq!(why(&refused), Some(&SealedError::NotAdmitted));
    admission::dismiss(&keeper, analyst.officer()).await.unwrap();
    assert!(dossier::list(&analyst, PERSON).await.is_err());
    // Nobody admits himself to read.
    let own = admission::admit(&keeper, keeper.officer(), BTreeSet::from([Role::VictimSupport])).await;
    assert!(own.is_err());
}

#[tokio::test]
async fn whoever_sets_a_workers_password_anew_does_not_get_in_with_it() {
    let haven = haven(703).await;
    haven.known().await;
    let worker = haven.worker().await;
    officer::change_password(&worker, PASSWORD, "another long password").await.unwrap();
    assert!(dossier::list(&worker, PERSON).await.is_ok(), "one's own change is one's own");
    let first = haven.it.seat("first").await;
    officer::reset_password(&first, worker.officer(), "a password of the administrator").await.unwrap();
    let refused = dossier::list(&haven.worker().await, PERSON).await.unwrap_err();
    assert_eq!(why(&refused), Some(&SealedError::AdmissionLapsed));
    let lapsed = admission::list(&haven.keeper().await).await.unwrap();
    assert!(lapsed.iter().any(|member| member.login == "victim_support" && member.lapsed));
    admit(&haven.it, Role::VictimSupport).await.unwrap();
    assert!(dossier::list(&haven.worker().await, PERSON).await.is_ok());
}

#[tokio::test]
async fn investigators_see_a_code_and_that_a_plan_exists() {
    let haven = haven(704).await;
    let analyst = haven.it.seat("analyst").await;
    let plan = async || victim::list(&analyst, haven.case).await.unwrap()[0].body.support_plan;
    assert!(!plan().await);
    let id = haven.known().await;
    let seen = victim::list(&analyst, haven.case).await.unwrap();
    assert_eq!((seen[0].body.code.as_str(), seen[0].body.support_plan), ("V-7", true));
    haven.write(id, Part::Plan(Plan::default())).await.unwrap();
    assert!(!plan().await);
    for text in [NAME, KHMER, SHELTER, "Chantha"] {
        let wanted = Wanted { text: text.to_owned(), limit: 10, ..Wanted::default() };
        let found = search::find(&analyst, &wanted).await.unwrap();
        assert!(found.hits.is_empty(), "{text}");
    }
}

#[tokio::test]
async fn no_byte_outside_the_space_holds_a_name_and_inside_it_is_sealed() {
    let haven = haven(705).await;
    let id = haven.known().await;
    let number = haven.asked(id, Some("prosecutor")).await;
    disclosure::second_key(&haven.lead().await, PERSON, id, number).await.unwrap();
    disclosure::read(&haven.it.seat("prosecutor").await, id, number).await.unwrap();
    let saved = backup::make(&haven.keeper().await).await.unwrap();
    haven.it.node.close().await;
    let bytes = bytes_under(haven.it.folder.path(), &[]);
    assert!(holds(&bytes, "V-7"), "the code is known");
    for text in [NAME, KHMER, SHELTER, "Chantha", "School from March", "the hearing"] {
        assert!(!holds(&bytes, text), "{text} stands in the node's folder");
        assert!(!holds(&saved, text), "{text} stands in the backup");
    }
}

#[tokio::test]
async fn a_disclosure_takes_two_officers_and_ends_with_its_consent() {
    let haven = haven(706).await;
    let id = haven.known().await;
    let number = haven.asked(id, Some("prosecutor")).await;
    let (worker, lead) = (haven.worker().await, haven.lead().await);
    let prosecutor = haven.it.seat("prosecutor").await;
    assert!(disclosure::sheet(&worker, PERSON, id, number).await.is_err(), "one key opens nothing");
    assert!(disclosure::second_key(&worker, PERSON, id, number).await.is_err());
    assert_eq!(dossier::waiting_for(&lead).await, 1);
    disclosure::second_key(&lead, PERSON, id, number).await.unwrap();
    let sheet = disclosure::read(&prosecutor, id, number).await.unwrap();
    assert_eq!(sheet.told.len(), 1, "the chosen field and nothing else");
    assert!(format!("{:?}", sheet.told).contains(NAME));
    assert_eq!(disclosure::to_me(&prosecutor).await.unwrap().len(), 1);
    for other in ["analyst", "case_lead", "officer"] {
        let other = haven.it.seat(other).await;
        assert!(disclosure::to_me(&other).await.unwrap().is_empty());
        assert!(matches!(
            disclosure::read(&other, id, number).await,
            Err(CaseworkError::NotFound("disclosure"))
        ));
    }
    let consent = dossier::show(&worker, PERSON, id).await.unwrap().dossier.consents[0].number;
    haven.write(id, Part::Withdraw(consent)).await.unwrap();
    assert!(disclosure::read(&prosecutor, id, number).await.is_err());
    assert!(disclosure::sheet(&worker, PERSON, id, number).await.is_err());
    assert!(disclosure::to_me(&prosecutor).await.unwrap().is_empty());
}

#[tokio::test]
async fn one_officer_cannot_be_both_keys_and_a_disclosure_ends_by_itself() {
    let haven = haven(707).await;
    let id = haven.known().await;
    haven.asked(id, None).await;
    let lead = haven.lead().await;
    let view = dossier::show(&lead, PERSON, id).await.unwrap();
    let old = view.dossier.disclosures[0].clone();
    let again = NewDisclosure {
        recipient: old.recipient,
        purpose: old.purpose,
        fields: old.fields,
        basis: old.basis,
        until: old.until,
        reason: old.reason,
    };
    dossier::change(&lead, PERSON, id, view.version, Part::Ask(again)).await.unwrap();
    let own = dossier::show(&lead, PERSON, id).await.unwrap().dossier.disclosures[1].number;
    let refused = disclosure::second_key(&lead, PERSON, id, own).await.unwrap_err();
    assert!(refused.to_string().contains("another officer"), "{refused}");
    disclosure::second_key(&lead, PERSON, id, old.number).await.unwrap();
    assert!(disclosure::sheet(&lead, PERSON, id, old.number).await.is_ok());
    haven.it.days(10);
    assert!(disclosure::sheet(&lead, PERSON, id, old.number).await.is_err());
    let kept = erase::keep(&haven.it.node).await.unwrap();
    assert_eq!((kept.ended, kept.erased), (2, 0));
    assert_eq!(erase::keep(&haven.it.node).await.unwrap().ended, 0);
}

#[tokio::test]
async fn the_audit_says_who_did_what_and_nothing_of_what_was_read() {
    let haven = haven(708).await;
    let id = haven.known().await;
    let audit = audit::list(&haven.keeper().await, 100).await.unwrap();
    let acts: BTreeSet<Act> = audit.entries.iter().map(|entry| entry.act).collect();
    assert!(acts.is_superset(&BTreeSet::from([
        Act::Made,
        Act::Admitted,
        Act::Opened,
        Act::Viewed,
        Act::Wrote
    ])));
    assert!(!format!("{audit:?}").contains(NAME));
    let worker = haven.worker().await.officer();
    assert!(
        audit
            .entries
            .iter()
            .any(|it| { it.act == Act::Wrote && it.officer == Some(worker) && it.dossier == Some(id) })
    );
    // The node's own records know only that somebody was in there.
    let node = lintas_casework::access::list(&haven.it.seat("administrator").await, 100, 0).await.unwrap();
    let inside: Vec<_> = node.iter().filter(|item| item.body.page.starts_with("sealed")).collect();
    assert!(!inside.is_empty());
    assert!(inside.iter().all(|item| item.body.object.is_none()));
}

#[tokio::test]
async fn a_wrong_or_missing_key_file_closes_the_space_and_says_so() {
    let (haven, other) = (haven(709).await, haven(710).await);
    haven.known().await;
    let key = |it: &Haven| it.it.folder.path().join("sealed/sealed.key");
    let aside = haven.it.folder.path().join("aside");
    std::fs::rename(key(&haven), &aside).unwrap();
    let closed = dossier::list(&haven.worker().await, PERSON).await.unwrap_err();
    assert!(matches!(why(&closed), Some(SealedError::KeyMissing(_))), "{closed}");
    assert!(closed.to_string().contains("sealed.key"), "{closed}");
    std::fs::copy(key(&other), key(&haven)).unwrap();
    let wrong = dossier::list(&haven.worker().await, PERSON).await.unwrap_err();
    assert_eq!(why(&wrong), Some(&SealedError::OtherKey));
    std::fs::write(key(&haven), "lintas sealed key file v1\nagency: KH-CIB\n").unwrap();
    let damaged = dossier::list(&haven.worker().await, PERSON).await.unwrap_err();
    assert!(matches!(why(&damaged), Some(SealedError::KeyUnreadable(_))), "{damaged}");
    std::fs::rename(&aside, key(&haven)).unwrap();
    assert_eq!(dossier::list(&haven.worker().await, PERSON).await.unwrap().lines.len(), 1);
    // The rest of the node works on while the space is closed.
    assert!(case::list(&haven.it.seat("analyst").await).await.is_ok());
}

#[tokio::test]
async fn a_damaged_database_is_told_and_a_backup_brings_it_back() {
    let haven = haven(711).await;
    let id = haven.known().await;
    let saved = backup::make(&haven.keeper().await).await.unwrap();
    let place = haven.it.folder.path().join("sealed/sealed.db");
    haven.it.node.close().await;
    let mut bytes = std::fs::read(&place).unwrap();
    for byte in &mut bytes[..4_000] {
        *byte ^= 0x5a;
    }
    std::fs::write(&place, &bytes).unwrap();
    let node = lintas_casework::Node::open(
        haven.it.folder.path(),
        haven.it.clock.clone(),
        Box::new(lintas_model::entropy::SeededEntropy::new(7_110)),
    )
    .await
    .unwrap();
    let seat = async |login: &str| lintas_casework::signin::at_the_console(&node, login).await.unwrap();
    let damaged = dossier::list(&seat("victim_support").await, PERSON).await.unwrap_err();
    assert!(damaged.to_string().contains("restore the last backup"), "{damaged}");
    let keeper = seat("sealed_administrator").await;
    let in_place = backup::restore(&keeper, &saved).await.unwrap_err();
    assert!(matches!(why(&in_place), Some(SealedError::Database(_))), "{in_place}");
    for name in ["sealed.db", "sealed.db-wal", "sealed.db-shm"] {
        let _ = std::fs::remove_file(haven.it.folder.path().join("sealed").join(name));
    }
    assert!(backup::restore(&seat("administrator").await, &saved).await.is_err());
    let mut flipped = saved.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    assert!(backup::restore(&keeper, &flipped).await.is_err());
    let restored = backup::restore(&keeper, &saved).await.unwrap();
    assert_eq!((restored.dossiers, restored.erased_again), (1, 0));
    let view = dossier::show(&seat("victim_support").await, PERSON, id).await.unwrap();
    assert_eq!(view.dossier.identity.names[1], NAME);
    assert!(audit::check(&keeper).await.unwrap().findings.is_empty());
}

#[tokio::test]
async fn an_old_copy_of_the_database_is_not_taken_for_the_present_one() {
    let haven = haven(712).await;
    let id = haven.known().await;
    let folder = haven.it.folder.path().join("sealed");
    let copy = tempfile::tempdir().unwrap();
    let names = ["sealed.db", "sealed.db-wal", "sealed.db-shm"];
    for name in names {
        let _ = std::fs::copy(folder.join(name), copy.path().join(name));
    }
    erase::erase(&haven.lead().await, PERSON, id, "asked by the person").await.unwrap();
    haven.it.node.close().await;
    for name in names {
        let _ = std::fs::remove_file(folder.join(name));
        let _ = std::fs::copy(copy.path().join(name), folder.join(name));
    }
    let entropy = Box::new(lintas_model::entropy::SeededEntropy::new(7_120));
    let node =
        lintas_casework::Node::open(haven.it.folder.path(), haven.it.clock.clone(), entropy).await.unwrap();
    let worker = lintas_casework::signin::at_the_console(&node, "victim_support").await.unwrap();
    let refused = dossier::list(&worker, PERSON).await.unwrap_err();
    assert_eq!(why(&refused), Some(&SealedError::RolledBack));
}

#[tokio::test]
async fn an_erased_person_is_gone_for_good_and_a_backup_does_not_bring_him_back() {
    let haven = haven(713).await;
    let id = haven.known().await;
    let saved = backup::make(&haven.keeper().await).await.unwrap();
    let (worker, lead) = (haven.worker().await, haven.lead().await);
    assert!(erase::erase(&worker, PERSON, id, "asked by the person").await.is_err(), "the lead erases");
    assert!(erase::erase(&lead, PERSON, id, " ").await.is_err(), "a ground is needed");
    erase::erase(&lead, PERSON, id, "asked by the person").await.unwrap();
    assert!(matches!(dossier::show(&worker, PERSON, id).await, Err(CaseworkError::NotFound(_))));
    let list = dossier::list(&worker, PERSON).await.unwrap();
    assert!(list.lines.is_empty());
    assert_eq!(list.without[0].body.code, "V-7", "the code stays, and can be opened anew");
    let keeper = haven.keeper().await;
    let tombstones = audit::list(&keeper, 100).await.unwrap();
    let tombstone = tombstones.entries.iter().find(|entry| entry.act == Act::Erased).unwrap();
    assert_eq!((tombstone.dossier, tombstone.detail.as_deref()), (Some(id), Some("asked by the person")));
    let place = haven.it.folder.path().join("sealed/sealed.db");
    haven.it.node.close().await;
    for name in ["sealed.db", "sealed.db-wal", "sealed.db-shm"] {
        let _ = std::fs::remove_file(place.with_file_name(name));
    }
    let entropy = Box::new(lintas_model::entropy::SeededEntropy::new(7_130));
    let node =
        lintas_casework::Node::open(haven.it.folder.path(), haven.it.clock.clone(), entropy).await.unwrap();
    let keeper = lintas_casework::signin::at_the_console(&node, "sealed_administrator").await.unwrap();
    let restored = backup::restore(&keeper, &saved).await.unwrap();
    assert_eq!(restored.erased_again, 1);
    let worker = lintas_casework::signin::at_the_console(&node, "victim_support").await.unwrap();
    assert!(dossier::list(&worker, PERSON).await.unwrap().lines.is_empty());
}

#[tokio::test]
async fn rules_of_retention_run_by_themselves_and_are_reported() {
    let haven = haven(714).await;
    let id = haven.known().await;
    haven.it.days(5 * 366);
    let lead = haven.lead().await;
    let ends = dossier::list(&lead, PERSON).await.unwrap();
    assert!(ends.lines[0].ends_soon);
    let version = dossier::show(&lead, PERSON, id).await.unwrap().version;
    let day = PartialDate::of(haven.it.node.now().plus_days(30));
    let kept = Part::Keep(Some((day, "the trial has not ended".to_owned())));
    let refused = dossier::change(&haven.worker().await, PERSON, id, version, kept.clone()).await;
    assert!(refused.is_err(), "the lead decides");
    dossier::change(&lead, PERSON, id, version, kept).await.unwrap();
    assert_eq!(erase::keep(&haven.it.node).await.unwrap().erased, 0);
    haven.it.days(31);
    let kept = erase::keep(&haven.it.node).await.unwrap();
    assert_eq!((kept.looked_at, kept.erased), (1, 1));
    assert!(dossier::list(&lead, PERSON).await.unwrap().lines.is_empty());
    let audit = audit::list(&haven.keeper().await, 100).await.unwrap();
    let by_itself = |act| audit.entries.iter().any(|it| it.act == act && it.officer.is_none());
    assert!(by_itself(Act::Erased) && by_itself(Act::Retention));
}

#[tokio::test]
async fn of_two_who_change_one_dossier_the_second_looks_again() {
    let haven = haven(715).await;
    let id = haven.known().await;
    let worker = haven.worker().await;
    let version = dossier::show(&worker, PERSON, id).await.unwrap().version;
    let part = || Part::Contact(Contact { phone: "012".to_owned(), ..Contact::default() });
    dossier::change(&worker, PERSON, id, version, part()).await.unwrap();
    let late = dossier::change(&haven.lead().await, PERSON, id, version, part()).await.unwrap_err();
    assert_eq!(why(&late), Some(&SealedError::Changed));
}

#[tokio::test]
async fn sources_lie_in_the_same_space_for_those_who_meet_them_only() {
    let haven = haven(716).await;
    let handler = haven.it.seat("source_handler").await;
    let kept = Registration {
        handler: handler.officer(),
        since: None,
        motives: String::new(),
        risks: "known in the market".to_owned(),
    };
    let source = DossierKind::Source;
    assert!(dossier::register(&handler, "Mr Sok", kept.clone()).await.is_err(), "never a name");
    let id = dossier::register(&handler, "S-12", kept.clone()).await.unwrap();
    assert!(dossier::register(&handler, "s-12", kept).await.is_err(), "a code stands for one source");
    assert_eq!(dossier::list(&handler, source).await.unwrap().lines[0].code, "S-12");
    assert!(dossier::show(&handler, PERSON, id).await.is_err());
    for login in ["victim_support", "support_lead", "case_lead", "analyst", "administrator"] {
        let ctx = haven.it.seat(login).await;
        assert!(dossier::list(&ctx, source).await.is_err(), "{login}");
        assert!(dossier::show(&ctx, PERSON, id).await.is_err(), "{login}");
    }
}

#[tokio::test]
async fn a_space_opens_again_after_a_restart_and_its_key_may_lie_elsewhere() {
    let it = staffed("KH-CIB", 717).await;
    let stick = tempfile::tempdir().unwrap();
    let new = NewSpace { key_file: Some(stick.path().join("support.key")), database: None };
    let keeper = it.seat("sealed_administrator").await;
    assert!(sealed::make(&it.seat("administrator").await, new.clone()).await.is_err());
    sealed::make(&keeper, new.clone()).await.unwrap();
    assert!(sealed::make(&keeper, new).await.is_err(), "there is one already");
    it.node.close().await;
    let entropy = Box::new(lintas_model::entropy::SeededEntropy::new(7_170));
    let node = lintas_casework::Node::open(it.folder.path(), it.clock.clone(), entropy).await.unwrap();
    let keeper = lintas_casework::signin::at_the_console(&node, "sealed_administrator").await.unwrap();
    let check = audit::check(&keeper).await.unwrap();
    assert_eq!((check.members, check.findings.len()), (1, 0));
    drop(stick);
    assert!(matches!(why(&audit::check(&keeper).await.unwrap_err()), Some(SealedError::KeyMissing(_))));
}
