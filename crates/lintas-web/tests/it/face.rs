//! What stands around the pages: the empty form that devices keep, news while a page is open, taking back, the tour.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use futures::StreamExt;
use lintas_web::{App, router, urls};

use crate::browser::{Answer, Browser, HOST, place};

/// Sends a report the way a device sends what it kept.
async fn send_kept(browser: &mut Browser, app: &App, token: &str, body: &str) -> Answer {
    let request = Request::post(urls::REPORT_ADD)
        .header(header::ORIGIN, format!("http://{HOST}"))
        .header(header::ACCEPT, "application/json")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("_form={token}&{body}")))
        .unwrap();
    browser.send(app, request).await
}

async fn token(browser: &mut Browser, app: &App) -> String {
    let key = browser.get(app, urls::REPORTS_KEPT).await.html;
    key.split("\"token\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_empty_form_and_its_worker_are_for_anybody_and_hold_nothing_of_anybody() {
    let place = place(false).await;
    let app = &place.app;
    let (mut stranger, mut officer) = (Browser::default(), Browser::signed_in(app).await);
    for path in [urls::REPORT_EMPTY, urls::WORKER, urls::MANIFEST] {
        let (anybody, signed_in) = (stranger.get(app, path).await, officer.get(app, path).await);
        assert_eq!(anybody.status, StatusCode::OK, "{path}");
        assert_eq!(anybody.html, signed_in.html, "{path} knows who asks");
        assert!(!anybody.html.contains("Sample Officer"), "{path}");
    }
    let worker = stranger.get(app, urls::WORKER).await;
    assert!(worker.headers[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/javascript"));
    assert_eq!(worker.headers[header::CACHE_CONTROL], "no-cache");
    let manifest = stranger.get(app, urls::MANIFEST).await;
    assert_eq!(manifest.headers[header::CONTENT_TYPE], "application/manifest+json");
    assert!(manifest.html.contains("\"start_url\":\"/reports/add\""), "{}", manifest.html);
}

#[tokio::test]
async fn what_opens_a_device_is_given_to_its_officer_only() {
    let place = place(false).await;
    let app = &place.app;
    assert_eq!(Browser::default().get(app, urls::REPORTS_KEPT).await.status, StatusCode::SEE_OTHER);
    let key = Browser::signed_in(app).await.get(app, urls::REPORTS_KEPT).await;
    assert_eq!(
        (key.status, key.headers[header::CACHE_CONTROL].to_str().unwrap()),
        (StatusCode::OK, "no-store")
    );
    assert!(key.html.contains("\"secret\":\""), "{}", key.html);
    let page = Browser::signed_in(app).await.get(app, urls::REPORT_ADD).await;
    let secret = key.html.split("\"secret\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(!page.html.contains(&secret), "the secret stands in a page");
}

#[tokio::test]
async fn a_kept_report_is_filed_once_over_sessions_and_refused_with_its_reasons() {
    let place = place(false).await;
    let app = &place.app;
    let body = "title=Night+ferry&text=It+left+at+two&written=made-on-the-device";
    let mut browser = Browser::signed_in(app).await;
    let first_token = token(&mut browser, app).await;
    let first = send_kept(&mut browser, app, &first_token, body).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.html);
    // The answer was lost, and the session too.
    let mut again = Browser::signed_in(app).await;
    let second_token = token(&mut again, app).await;
    let second = send_kept(&mut again, app, &second_token, body).await;
    assert_eq!(first.html, second.html);
    assert!(first.html.contains("\"report\":\"/reports/"), "{}", first.html);
    let inbox = again.get(app, urls::INBOX).await.html;
    assert_eq!(inbox.matches("Night ferry").count(), 1, "{inbox}");

    let third_token = token(&mut again, app).await;
    let refused = send_kept(&mut again, app, &third_token, "title=&text=x&written=b").await;
    assert_eq!(refused.status, StatusCode::OK);
    assert!(refused.html.contains("\"problems\":[\""), "{}", refused.html);
    let stolen = send_kept(&mut again, app, &first_token, body).await;
    assert_eq!(stolen.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_was_done_is_taken_back_by_name_once_and_by_nobody_else() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let search = "/s?q=ferry";
    browser.fill(app, search, urls::SEARCH_SAVE, &[("q", "ferry")]).await;
    let saved = browser.get(app, search).await;
    let id = saved
        .html
        .split("name=\"id\" value=\"")
        .nth(1)
        .expect("a saved search")
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let removed = browser.fill(app, search, urls::SEARCH_FORGET, &[("id", &id)]).await;
    let address = removed.location().to_owned();
    let page = browser.get(app, &address).await;
    assert!(page.html.contains("Undo: saved search removed"), "{}", page.html);
    let number =
        page.html.split("name=\"number\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    // The address alone makes nobody else's page offer it.
    let mut other = Browser::signed_in(app).await;
    assert!(!other.get(app, &address).await.html.contains("name=\"number\""));
    let stolen = other.fill(app, urls::CASE_OPEN, urls::UNDO, &[("number", &number)]).await;
    assert!(stolen.location().contains("done=undo-gone"), "{}", stolen.location());
    let undone = browser.fill(app, search, urls::UNDO, &[("number", &number)]).await;
    assert!(undone.location().contains("done=undone"), "{}", undone.location());
    assert!(browser.get(app, search).await.html.contains("name=\"id\" value=\""), "the search is back");
    let twice = browser.fill(app, search, urls::UNDO, &[("number", &number)]).await;
    assert!(twice.location().contains("done=undo-gone"), "{}", twice.location());
}

/// The next event of a stream.
async fn event(stream: &mut axum::body::BodyDataStream) -> Option<String> {
    let bytes = stream.next().await?.ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

async fn listen(cookie: &str, app: &App, path: &str) -> axum::response::Response {
    let request =
        Request::get(path).header(header::HOST, HOST).header(header::COOKIE, cookie).body(Body::empty());
    tower::ServiceExt::oneshot(router(app.clone()), request.unwrap()).await.unwrap()
}

#[tokio::test]
async fn news_are_counts_and_ids_come_when_something_is_done_and_end_with_the_session() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let cookie = browser.cookie();
    let answer = listen(&cookie, app, urls::NEWS).await;
    assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/event-stream");
    let mut stream = answer.into_body().into_data_stream();
    assert!(event(&mut stream).await.unwrap().contains("\"waiting\":0"));
    let form = [("title", "Night ferry"), ("text", "It left without lights.")];
    browser.fill(app, urls::REPORT_ADD, urls::REPORT_ADD, &form).await;
    let told = event(&mut stream).await.unwrap();
    assert!(told.contains("\"waiting\":1") && !told.contains("ferry"), "{told}");
    let page = browser.get(app, urls::INBOX).await;
    browser.post(app, urls::SIGN_OUT, &[("_form", page.token())]).await;
    assert_eq!(event(&mut stream).await, None);
    assert_eq!(listen(&cookie, app, urls::NEWS).await.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn open_pages_of_a_session_have_so_many_streams_and_no_more() {
    let place = place(false).await;
    let app = &place.app;
    let cookie = Browser::signed_in(app).await.cookie();
    let mut open = Vec::new();
    for _ in 0..3 {
        open.push(listen(&cookie, app, urls::NEWS).await);
    }
    assert!(open.iter().all(|answer| answer.status() == StatusCode::OK));
    assert_eq!(listen(&cookie, app, urls::NEWS).await.status(), StatusCode::NO_CONTENT);
    open.pop();
    assert_eq!(listen(&cookie, app, urls::NEWS).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn the_tour_leads_over_the_real_pages_of_a_demo_and_is_nowhere_else() {
    let real = place(false).await;
    let mut browser = Browser::signed_in(&real.app).await;
    let refused = browser.fill(&real.app, urls::CASE_OPEN, urls::DEMO_TOUR, &[("step", "2")]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    let demo = place(true).await;
    let app = &demo.app;
    let mut browser = Browser::signed_in(app).await;
    let step = browser.fill(app, urls::CASE_OPEN, urls::DEMO_TOUR, &[("step", "2")]).await;
    assert_eq!(step.status, StatusCode::SEE_OTHER);
    let page = browser.get(app, urls::CASES).await;
    assert!(page.html.contains("class=\"tour\"") && page.html.contains("Step 2 of 6"), "{}", page.html);
    assert!(
        page.html.contains("name=\"step\" value=\"1\"") && page.html.contains("name=\"step\" value=\"3\"")
    );
    browser.fill(app, urls::CASE_OPEN, urls::DEMO_TOUR, &[("step", "0")]).await;
    assert!(!browser.get(app, urls::CASES).await.html.contains("class=\"tour\""));
}
