//! The joint response through the pages, without script.

use axum::http::StatusCode;
use lintas_web::urls;

use crate::browser::{Browser, place};

async fn case(browser: &mut Browser, app: &lintas_web::App) -> String {
    let form = [("title", "LOTUS"), ("reference", "A-1"), ("offences", "trafficking")];
    let answer = browser.fill(app, urls::CASE_OPEN, urls::CASE_OPEN, &form).await;
    answer.location().split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_desk_is_added_confirmed_changed_and_an_old_tab_does_not_undo_it() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let form = [
        ("name", "Duty desk"),
        ("roles", "round_the_clock"),
        ("phones", "+855 23 000 001"),
        ("languages", "km"),
        ("seen", ""),
    ];
    let wrong = [("name", "Duty desk"), ("roles", "round_the_clock"), ("phones", "023 1"), ("seen", "")];
    let answer = browser.fill(app, urls::CONTACT_ADD, urls::CONTACT_ADD, &wrong).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.html.contains("id=\"phones-error\"") && answer.html.contains("023 1"), "{}", answer.html);
    let answer = browser.fill(app, urls::CONTACT_ADD, urls::CONTACT_ADD, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let page = browser.get(app, urls::DIRECTORY).await;
    assert!(page.html.contains("tel:+85523000001") && page.html.contains("day and night"), "{}", page.html);
    let part = |after: &str, html: &str| {
        html.split(after)
            .nth(1)
            .unwrap_or_else(|| panic!("{after}: {html}"))
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    };
    let confirm = part("action=\"/directory/", &page.html);
    let seen = part("name=\"seen\" value=\"", &page.html);
    let confirm = format!("/directory/{confirm}");
    let first = browser.fill(app, urls::DIRECTORY, &confirm, &[("seen", seen.as_str())]).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.html);
    // The other tab still shows the entry as it was.
    let second = browser.fill(app, urls::DIRECTORY, &confirm, &[("seen", seen.as_str())]).await;
    assert_eq!(second.status, StatusCode::BAD_REQUEST);
    assert!(second.html.contains("changed it since"), "{}", second.html);
}

#[tokio::test]
async fn the_pages_of_an_empty_case_stand() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let case = case(&mut browser, app).await;
    for tab in urls::CaseTab::ALL {
        let path = urls::case(case.rsplit('/').next().unwrap().parse().unwrap(), tab);
        let page = browser.get(app, &path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.html);
    }
    // Nobody else works it: there is nobody to ask.
    let form = [("agency", "TH-DSI"), ("question", "Who?"), ("basis", "UNTOC Art. 27")];
    let path = format!("{case}/inquiries");
    let answer = browser.fill(app, &path, &path, &form).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.html.contains("does not work this case"), "{}", answer.html);
    let page = browser.get(app, urls::INQUIRIES).await;
    assert!(page.html.contains("No questions."), "{}", page.html);
}

#[tokio::test]
async fn an_exhibit_is_kept_with_every_hand_and_a_wrong_hash_is_told_beside_its_field() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let case = case(&mut browser, app).await;
    let (tab, post) = (format!("{case}/evidence"), format!("{case}/evidence/exhibit"));
    let form = |taken, sha256| {
        [
            ("number", "KH-CIB/1"),
            ("title", "Telephone"),
            ("by", "Unit 3"),
            ("taken", taken),
            ("country", "KH"),
            ("sha256", sha256),
        ]
    };
    let answer = browser.fill(app, &tab, &post, &form("", "")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(
        answer.html.contains("id=\"taken-error\"") && answer.html.contains("Telephone"),
        "{}",
        answer.html
    );
    let answer = browser.fill(app, &tab, &post, &form("20 Nov 2026", "xyz")).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let answer = browser.fill(app, &tab, &post, &form("20 Nov 2026", "")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let exhibit = answer.location().split('?').next().unwrap().to_owned();
    let add = format!("{exhibit}/custody");
    let link = [("act", "handed_over"), ("by", "Unit 3"), ("to", "Laboratory"), ("on", "21 Nov 2026")];
    let answer = browser.fill(app, &exhibit, &add, &link).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let link = [("act", "opened"), ("by", "A stranger"), ("to", ""), ("on", "22 Nov 2026")];
    browser.fill(app, &exhibit, &add, &link).await;
    let page = browser.get(app, &exhibit).await;
    assert!(page.html.contains("handed to somebody else"), "{}", page.html);
    let page = browser.get(app, &tab).await;
    assert!(page.html.contains("▲ one break") && page.html.contains("neither yet"), "{}", page.html);
}

#[tokio::test]
async fn the_calendar_names_the_day_and_the_case_and_nothing_else() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let case = case(&mut browser, app).await;
    let tasks = format!("{case}/tasks");
    let form = [("title", "Follow the grey van"), ("agency", "KH-CIB"), ("due", "1 Dec 2026")];
    browser.fill(app, &tasks, &tasks, &form).await;
    let page = browser.get(app, urls::DEADLINES).await;
    assert!(page.html.contains("Follow the grey van"), "{}", page.html);
    let file = browser.get(app, urls::CALENDAR).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.html.contains("DTSTART;VALUE=DATE:20261201\r\n"), "{}", file.html);
    assert!(file.html.contains("SUMMARY:task (A-1)\r\n") && !file.html.contains("van"), "{}", file.html);
}

#[tokio::test]
async fn a_case_is_opened_to_mentors_from_its_journal_and_their_door_is_shut_to_others() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let case = case(&mut browser, app).await;
    let journal = format!("{case}/journal");
    let page = browser.get(app, &journal).await;
    assert!(page.html.contains("Open this case to mentors"), "{}", page.html);
    let set = format!("{case}/mentoring");
    let answer = browser.fill(app, &journal, &set, &[("open", "1")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let page = browser.get(app, &journal).await;
    assert!(page.html.contains("Close it to mentors"), "{}", page.html);
    // Opened in another tab already: told, and not written again.
    let again = browser.fill(app, &journal, &set, &[("open", "1")]).await;
    assert_eq!(again.status, StatusCode::BAD_REQUEST);
    for path in [urls::MENTOR.to_owned(), case.replace("/cases", urls::MENTOR)] {
        assert_eq!(browser.get(app, &path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn an_agreement_needs_partners_and_a_wrong_field_is_told_beside_it() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let case = case(&mut browser, app).await;
    let path = format!("{case}/agreement");
    let page = browser.get(app, &path).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.html.contains("No agreement has been written"), "{}", page.html);
    assert!(!page.html.contains("Write the agreement"), "nobody is there to agree with");
    let form = |from, retention| [("from", from), ("to", "2027-10-31"), ("retention", retention)];
    for (wrong, field) in [(form("soon", ""), "from"), (form("2026-11-01", "a year"), "retention")] {
        let answer = browser.fill(app, &path, &path, &wrong).await;
        assert_eq!(answer.status, StatusCode::OK, "{field}: {}", answer.html);
    }
    let answer = browser.fill(app, &path, &path, &form("2026-11-01", "12")).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.html);
    assert!(answer.html.contains("invite agencies"), "{}", answer.html);
}

#[tokio::test]
async fn the_address_of_a_gap_that_is_closed_opens_an_empty_form() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let case = case(&mut browser, app).await;
    let suspect = "0".repeat(32);
    for rest in [
        format!("suspect={suspect}&offence=trafficking&country=KH&element=act&gap=no_evidence&piece="),
        "suspect=nobody&gap=none".to_owned(),
    ] {
        let page = browser.get(app, &format!("{case}/tasks?{rest}")).await;
        assert_eq!(page.status, StatusCode::OK, "{rest}: {}", page.html);
        assert!(page.html.contains("name=\"title\""), "{}", page.html);
    }
}
