//! What happens to a request before and after its handler.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use lintas_web::urls;

use crate::browser::{Browser, HOST, PASSWORD, place};

#[tokio::test]
async fn nobody_sees_a_page_without_signing_in() {
    let place = place(false).await;
    for path in ["/", "/cases", "/s?q=a", "/warrants", "/admin", "/sync", "/region", "/import", "/releases"] {
        let answer = Browser::default().get(&place.app, path).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
        assert!(answer.location().starts_with("/sign-in?next="), "{path}");
    }
}

#[tokio::test]
async fn a_wrong_password_and_a_wrong_name_look_the_same() {
    let place = place(false).await;
    let mut seen = Vec::new();
    for login in ["sample", "nobody"] {
        let form = [("login", login), ("password", "wrong")];
        let answer = Browser::default().post(&place.app, urls::SIGN_IN, &form).await;
        assert!(!answer.headers.contains_key(header::SET_COOKIE));
        seen.push((answer.status, answer.html.replace(login, "…")));
    }
    assert_eq!(seen[0].0, StatusCode::UNAUTHORIZED);
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test]
async fn guessing_a_password_is_made_to_wait() {
    let place = place(false).await;
    let mut last = StatusCode::OK;
    for _ in 0..8 {
        let form = [("login", "sample"), ("password", "wrong")];
        last = Browser::default().post(&place.app, urls::SIGN_IN, &form).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let place = place(false).await;
    let form = [("login", "sample"), ("password", PASSWORD), ("next", "//evil.example")];
    let answer = Browser::default().post(&place.app, urls::SIGN_IN, &form).await;
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    assert_eq!(answer.location(), "/");
}

#[tokio::test]
async fn a_session_ends_at_the_node_when_its_officer_signs_out() {
    let place = place(false).await;
    let mut browser = Browser::signed_in(&place.app).await;
    let page = browser.get(&place.app, "/").await;
    let mut thief = Browser::default();
    std::mem::swap(&mut thief, &mut browser);
    let answer = thief.post(&place.app, urls::SIGN_OUT, &[("_form", page.token())]).await;
    assert_eq!(answer.location(), urls::SIGN_IN);
    assert_eq!(thief.get(&place.app, "/").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn every_answer_carries_the_strict_policy() {
    let place = place(false).await;
    let mut browser = Browser::signed_in(&place.app).await;
    let page = browser.get(&place.app, "/").await;
    let style = page.html.split("href=\"/assets/style.").nth(1).unwrap().split('"').next().unwrap();
    let style = format!("/assets/style.{style}");
    for path in ["/sign-in", "/", "/nowhere", &style] {
        let answer = browser.get(&place.app, path).await;
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'") && policy.contains("form-action 'self'"), "{path}");
        assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
    }
    let kept =
        |answer: &crate::browser::Answer| answer.headers[header::CACHE_CONTROL].to_str().unwrap().to_owned();
    assert_eq!(kept(&page), "no-store");
    assert!(kept(&browser.get(&place.app, &style).await).contains("immutable"));
}

#[tokio::test]
async fn a_form_counts_only_from_a_page_of_this_session() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let token = browser.get(app, urls::CASE_OPEN).await.token().to_owned();
    let foreign = Browser::signed_in(app).await.get(app, urls::CASE_OPEN).await.token().to_owned();
    for bad in ["", "00", foreign.as_str()] {
        let answer = browser.post(app, urls::CASE_OPEN, &[("_form", bad), ("title", "x")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(answer.html.contains("WB-403"));
    }
    let body = Body::from(format!("_form={token}&title=x"));
    let evil = Request::post(urls::CASE_OPEN)
        .header(header::ORIGIN, "http://evil.example")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(body)
        .unwrap();
    assert_eq!(browser.send(app, evil).await.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.post(app, urls::CASE_OPEN, &[("_form", &token)]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_button_pressed_twice_does_its_work_once() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let page = browser.get(app, urls::CASE_OPEN).await;
    let body = format!(
        "_form={}&title=Twice&reference=R-1&summary=s&offences=trafficking&countries=KH",
        page.token()
    );
    let press = || {
        Request::post(urls::CASE_OPEN)
            .header(header::ORIGIN, format!("http://{HOST}"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::CONTENT_LENGTH, body.len())
            .body(Body::from(body.clone()))
            .unwrap()
    };
    let (one, two) = (browser.send(app, press()).await, browser.send(app, press()).await);
    assert_eq!((one.status, two.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    assert_eq!(one.location(), two.location());
    let cases = browser.get(app, urls::CASES).await;
    assert_eq!(cases.html.matches(">Twice<").count(), 1, "{}", cases.html);
    let again = browser.fill(
        app,
        urls::CASE_OPEN,
        urls::CASE_OPEN,
        &[("title", "Twice"), ("offences", "trafficking"), ("countries", "KH")],
    );
    assert_ne!(again.await.location(), one.location(), "another page, another case");
}

#[tokio::test]
async fn what_is_missing_is_a_page_with_a_code_and_a_next_step() {
    let place = place(false).await;
    let mut browser = Browser::signed_in(&place.app).await;
    let answer = browser.get(&place.app, "/nowhere").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.html.contains("WB-404") && answer.html.contains("<nav"), "{}", answer.html);
    let answer = browser.get(&place.app, "/cases/not-an-id").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.html.contains("WB-400"), "{}", answer.html);
    let answer = browser.get(&place.app, "/cases/00000000000000000000000000000001").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_language_stays_chosen_and_the_page_stays_the_same() {
    let place = place(false).await;
    let mut browser = Browser::signed_in(&place.app).await;
    let form = [("language", "th"), ("back", "/cases?x=1")];
    assert_eq!(browser.post(&place.app, urls::DISPLAY, &form).await.location(), "/cases?x=1");
    let answer = browser.get(&place.app, "/cases").await;
    assert!(answer.html.contains("<html lang=\"th\"") && answer.html.contains("คดี"));
}

#[tokio::test]
async fn an_address_cannot_put_words_on_a_page() {
    let place = place(false).await;
    let mut browser = Browser::signed_in(&place.app).await;
    let answer = browser.get(&place.app, "/cases?done=%3Cb%3Eyou%20won&n=1").await;
    assert!(!answer.html.contains("role=\"status\""));
    let answer = browser.get(&place.app, "/cases?done=note&n=1").await;
    assert!(answer.html.contains("One note written."));
}

#[tokio::test]
async fn a_form_larger_than_a_megabyte_is_refused() {
    let place = place(false).await;
    let mut browser = Browser::signed_in(&place.app).await;
    let text = "a".repeat(1_100_000);
    let answer = browser.post(&place.app, urls::REPORT_ADD, &[("_form", "x"), ("text", &text)]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.html.contains("WB-413"));
}

#[tokio::test]
async fn be_the_analyst_works_on_a_demo_node_only() {
    for demo in [true, false] {
        let place = place(demo).await;
        let mut request = Request::post(urls::DEMO_BE).body(Body::from("login=sample")).unwrap();
        let headers = request.headers_mut();
        headers.insert(header::CONTENT_TYPE, "application/x-www-form-urlencoded".parse().unwrap());
        headers.insert("sec-fetch-site", "same-site".parse().unwrap());
        headers.insert(header::ORIGIN, "http://127.0.0.1:7802".parse().unwrap());
        let mut browser = Browser::default();
        let answer = browser.send(&place.app, request).await;
        assert_eq!(answer.status == StatusCode::SEE_OTHER, demo, "{HOST}");
        assert_eq!(browser.get(&place.app, "/cases").await.status == StatusCode::OK, demo);
    }
}

#[tokio::test]
async fn pages_are_compressed_for_slow_lines() {
    let place = place(false).await;
    let mut browser = Browser::signed_in(&place.app).await;
    let request = Request::get("/cases").header(header::ACCEPT_ENCODING, "gzip").body(Body::empty()).unwrap();
    let answer = browser.send(&place.app, request).await;
    assert_eq!(answer.headers[header::CONTENT_ENCODING], "gzip");
}
