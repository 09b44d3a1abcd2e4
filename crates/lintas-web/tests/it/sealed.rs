//! The sealed space as a support worker walks through it, and as everybody else does not.

use std::collections::BTreeSet;

use axum::http::{StatusCode, header};
use lintas_casework::case::{self, NewCase};
use lintas_casework::officer::{self, NewOfficer};
use lintas_casework::sealed::{self, NewSpace, admission};
use lintas_casework::signin;
use lintas_casework::victim::{self, NewProtectedPerson};
use lintas_model::offence::Offence;
use lintas_model::record::{AgeBand, ProtectionStatus};
use lintas_model::{Language, Role};
use lintas_web::{App, urls};

use crate::browser::{Browser, PASSWORD, Place, found, served};

/// A node with a sealed space, one officer for each role, and V-7 known by code.
async fn haven() -> Place {
    let (node, folder) = found(false).await;
    let first = signin::at_the_console(&node, "sample").await.unwrap();
    for role in Role::ALL {
        let new = NewOfficer {
            name: format!("The {role}"),
            login: role.as_str().to_owned(),
            password: PASSWORD.to_owned(),
            roles: BTreeSet::from([role]),
            language: Language::En,
        };
        officer::enrol(&first, new).await.unwrap();
    }
    let seat = async |login: &str| signin::at_the_console(&node, login).await.unwrap();
    let keeper = seat("sealed_administrator").await;
    sealed::make(&keeper, NewSpace::default()).await.unwrap();
    for role in [Role::VictimSupport, Role::SupportLead, Role::SourceHandler] {
        let officer = seat(role.as_str()).await.officer();
        admission::admit(&keeper, officer, BTreeSet::from([role])).await.unwrap();
    }
    let lead = seat("case_lead").await;
    let new = NewCase {
        title: "Lotus".to_owned(),
        reference: "R-1".to_owned(),
        summary: String::new(),
        offences: BTreeSet::from([Offence::Trafficking]),
        countries: BTreeSet::new(),
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
    victim::record(&lead, new).await.unwrap();
    served(node, folder)
}

/// What stands in a page between two texts.
fn between<'a>(html: &'a str, before: &str, after: &str) -> &'a str {
    let rest = html.split_once(before).unwrap_or_else(|| panic!("no {before} in {html}")).1;
    rest.split_once(after).unwrap().0
}

/// Opens V-7 and answers the address of the dossier.
async fn opened(app: &App, worker: &mut Browser) -> String {
    let list = worker.get(app, urls::SEALED).await;
    assert_eq!(list.status, StatusCode::OK, "{}", list.html);
    let object = between(&list.html, "name=\"object\" value=\"", "\"").to_owned();
    let answer = worker.fill(app, urls::SEALED, urls::SEALED, &[("object", &object)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    answer.location().split('?').next().unwrap().to_owned()
}

/// Sends the form of a part, from the page as it stands.
async fn write(
    app: &App,
    worker: &mut Browser,
    dossier: &str,
    part: &str,
    form: &[(&str, &str)],
) -> crate::browser::Answer {
    let page = worker.get(app, dossier).await;
    let version = between(&page.html, "name=\"version\" value=\"", "\"").to_owned();
    let mut all = vec![("_form", page.token()), ("version", version.as_str())];
    all.extend_from_slice(form);
    let action = format!("{dossier}/{part}");
    let all: Vec<(&str, &str)> = all;
    worker.post(app, &action, &all).await
}

#[tokio::test]
async fn a_support_worker_walks_from_a_code_to_a_disclosure_and_out() {
    let place = haven().await;
    let app = &place.app;
    let mut worker = Browser::signed_in_as(app, "victim_support").await;
    let dossier = opened(app, &mut worker).await;
    let names = "ចន្ទា\nChantha <b>";
    let form = [("names", names), ("birth", "1990"), ("nationality", "KH")];
    let answer = write(app, &mut worker, &dossier, "identity", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let page = worker.get(app, &dossier).await;
    assert!(page.html.contains("<span lang=\"km\">ចន្ទា</span>") && page.html.contains("Chantha &#60;b&#62;"));
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    assert!(page.html.contains("class=\"banner victim\""));
    assert!(!page.html.contains("data-draft"), "nothing of it stays in the browser");
    assert!(!page.html.contains("islands/map"), "a shelter is on no map");

    let consent = [
        ("recipient", "Court"),
        ("purpose", "proceedings"),
        ("given_by", "person"),
        ("explained", "in Khmer"),
    ];
    assert_eq!(write(app, &mut worker, &dossier, "consent", &consent).await.status, StatusCode::SEE_OTHER);
    let ask = [
        ("basis", "consent-1"),
        ("recipient", "court"),
        ("person", "The judge"),
        ("purpose", "proceedings"),
        ("fields", "names"),
        ("until", "1 Dec 2026"),
        ("reason", "the hearing"),
    ];
    let answer = write(app, &mut worker, &dossier, "disclosure", &ask).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let sheet = format!("{dossier}/disclosures/2");
    assert_eq!(worker.get(app, &sheet).await.status, StatusCode::BAD_REQUEST, "one key opens nothing");

    let mut lead = Browser::signed_in_as(app, "support_lead").await;
    assert!(lead.get(app, "/").await.html.contains("Waiting for your second key"));
    let key = format!("{sheet}/key");
    let answer = lead.fill(app, &dossier, &key, &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let shown = worker.get(app, &sheet).await;
    assert!(shown.html.contains("ចន្ទា") && !shown.html.contains("1990"), "{}", shown.html);

    let answer = worker.fill(app, &dossier, urls::LEAVE, &[]).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, urls::TODAY));
    assert!(answer.headers["clear-site-data"].to_str().unwrap().contains("cache"));
    let neutral = worker.get(app, urls::TODAY).await;
    assert_eq!(neutral.status, StatusCode::OK);
    for word in ["KH-CIB", "Lintas", "Bureau", "sealed", "support", "sign"] {
        assert!(!neutral.html.contains(word), "{word}: {}", neutral.html);
    }
    assert_eq!(worker.get(app, &dossier).await.status, StatusCode::SEE_OTHER, "the session has ended");
}

#[tokio::test]
async fn the_way_out_never_asks_who_goes() {
    let place = haven().await;
    let answer = Browser::default().post(&place.app, urls::LEAVE, &[("_form", "")]).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, urls::TODAY));
}

#[tokio::test]
async fn everybody_else_gets_nothing_of_the_sealed_space() {
    let place = haven().await;
    let app = &place.app;
    let mut worker = Browser::signed_in_as(app, "victim_support").await;
    let dossier = opened(app, &mut worker).await;
    write(app, &mut worker, &dossier, "identity", &[("names", "Chantha Sealed")]).await;
    for role in Role::ALL {
        if matches!(role, Role::VictimSupport | Role::SupportLead) {
            continue;
        }
        let mut browser = Browser::signed_in_as(app, role.as_str()).await;
        let screening = format!("{dossier}/screening");
        for path in [urls::SEALED, &dossier, &screening, &format!("{dossier}/disclosures/1")] {
            let answer = browser.get(app, path).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{role} {path}");
            assert!(!answer.html.contains("Chantha"), "{role} {path}");
        }
        let told = format!("{}/{}/1", urls::TOLD, dossier.rsplit('/').next().unwrap());
        assert!(browser.get(app, &told).await.status.is_client_error(), "{role}");
        let keeps = role == Role::SealedAdministrator;
        let keeping = browser.get(app, urls::SEALED_KEEPING).await;
        assert_eq!(keeping.status == StatusCode::OK, keeps, "{role}: {}", keeping.html);
        let token = browser.get(app, "/own").await.token().to_owned();
        let form = [("_form", token.as_str()), ("version", "2"), ("ground", "none"), ("names", "x")];
        for part in ["identity", "erase", "consent", "disclosures/1/key", "disclosures/1/end"] {
            let answer = browser.post(app, &format!("{dossier}/{part}"), &form).await;
            assert!(answer.status.is_client_error(), "{role} {part}: {}", answer.status);
        }
        let backup = browser.post(app, urls::SEALED_BACKUP, &form[..1]).await;
        assert_eq!(backup.status == StatusCode::OK, keeps, "{role}");
        assert!(!backup.html.contains("Chantha"));
        for path in ["/", "/s?q=Chantha", "/cases", urls::AUDIT] {
            assert!(!browser.get(app, path).await.html.contains("Chantha Sealed"), "{role} {path}");
        }
    }
    let kept = worker.get(app, &dossier).await;
    assert!(kept.html.contains("Chantha Sealed"), "nobody has changed anything");
}

#[tokio::test]
async fn what_cannot_be_accepted_stands_beside_its_field_and_what_was_typed_stays() {
    let place = haven().await;
    let app = &place.app;
    let mut worker = Browser::signed_in_as(app, "victim_support").await;
    let dossier = opened(app, &mut worker).await;
    let form = [("names", "Chantha"), ("birth", "some day")];
    let answer = write(app, &mut worker, &dossier, "identity", &form).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.html.contains("id=\"identity-birth-error\"") && answer.html.contains("some day"));
    let answer = write(app, &mut worker, &dossier, "referral", &[("need", "shelter"), ("to", "")]).await;
    assert!(answer.html.contains("id=\"to-error\""), "{}", answer.html);
    let answer = write(app, &mut worker, &dossier, "nonsense", &[]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let stale = worker.get(app, &dossier).await;
    let token = stale.token().to_owned();
    let form = [("_form", token.as_str()), ("version", "0"), ("phone", "012")];
    let answer = worker.post(app, &format!("{dossier}/contact"), &form).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.html.contains("somebody changed this dossier"), "{}", answer.html);
}

#[tokio::test]
async fn screening_supports_a_trained_person_and_decides_nothing() {
    let place = haven().await;
    let app = &place.app;
    let mut worker = Browser::signed_in_as(app, "victim_support").await;
    let dossier = opened(app, &mut worker).await;
    let form = worker.get(app, &format!("{dossier}/screening?set=adult_labour")).await;
    assert!(form.html.contains("never replace one") && form.html.contains("value=\"work_deceived\""));
    let ticked = [("set", "adult_labour"), ("seen", "work_deceived"), ("seen", "wages_deceived")];
    let answer = write(app, &mut worker, &dossier, "screening", &ticked).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let page = worker.get(app, &dossier).await;
    assert!(page.html.contains("A trained person should see this person now"), "{}", page.html);
    assert!(!page.html.contains("<dt>Decided by a trained person</dt>"), "nobody has decided");
    let unknown = [("set", "adult_labour"), ("seen", "made_up")];
    assert_eq!(
        write(app, &mut worker, &dossier, "screening", &unknown).await.status,
        StatusCode::BAD_REQUEST
    );
}
