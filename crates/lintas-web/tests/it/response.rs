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
