//! Reports through the pages: photographs, grading after filing, warrants with all that is known.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use lintas_web::{App, urls};

use crate::browser::{Answer, Browser, HOST, place};

/// One field of a form with files: its name, the name of the file if it is one, its bytes.
type Part<'p> = (&'p str, Option<&'p str>, &'p [u8]);

/// Sends a form with files the way a browser does.
async fn send(browser: &mut Browser, app: &App, path: &str, token: &str, parts: &[Part<'_>]) -> Answer {
    let mut body = Vec::new();
    let all = [("_form", None, token.as_bytes())].into_iter().chain(parts.iter().copied());
    for (name, file, bytes) in all {
        let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
        body.extend(
            format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"{file}\r\n\r\n").as_bytes(),
        );
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--b--\r\n");
    let request = Request::post(path)
        .header(header::ORIGIN, format!("http://{HOST}"))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
        .body(Body::from(body))
        .unwrap();
    browser.send(app, request).await
}

const PHOTO: &[u8] = b"\xff\xd8\xff\xe0 a photograph of a pier";

#[tokio::test]
async fn a_photograph_comes_with_the_report_and_is_served_as_what_its_bytes_say() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let token = browser.get(app, urls::REPORT_ADD).await.token().to_owned();
    let parts: [Part<'_>; 4] = [
        ("title", None, "ท่าเรือ".as_bytes()),
        ("text", None, b"Two vans & a ferry = late"),
        ("file", Some("../pier.jpg"), PHOTO),
        ("file", Some("list.pdf"), b"%PDF-1.7 list"),
    ];
    let answer = send(&mut browser, app, urls::REPORT_ADD, &token, &parts).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let page = answer.location().to_owned();
    let shown = browser.get(app, &page).await;
    assert!(shown.html.contains("Two vans &#38; a ferry = late"), "{}", shown.html);
    assert!(shown.html.contains(">pier.jpg</a>") && shown.html.contains("class=\"shot\""), "{}", shown.html);
    let links: Vec<String> = shown
        .html
        .split("href=\"")
        .filter(|rest| rest.contains("/files/"))
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .filter(|href| href.contains("/files/"))
        .collect();
    let (photo, list) = (links.first().unwrap(), links.last().unwrap());
    let photo = browser.get(app, photo).await;
    assert_eq!(photo.headers[header::CONTENT_TYPE], "image/jpeg");
    assert!(photo.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("inline"));
    assert_eq!(photo.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    let list = browser.get(app, list).await;
    assert_eq!(list.headers[header::CONTENT_TYPE], "application/octet-stream");
    assert!(list.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment"));
    let nowhere = browser.get(app, &format!("{}/files/00", page.split('?').next().unwrap())).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_program_called_a_photograph_is_refused_and_the_words_are_kept() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let token = browser.get(app, urls::REPORT_ADD).await.token().to_owned();
    let parts: [Part<'_>; 3] =
        [("title", None, b"Kept title"), ("text", None, b"kept text"), ("file", Some("a.jpg"), b"MZ\x90\0")];
    let answer = send(&mut browser, app, urls::REPORT_ADD, &token, &parts).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(
        answer.html.contains("Kept title") && answer.html.contains("id=\"file-error\""),
        "{}",
        answer.html
    );
    let stranger = send(&mut browser, app, urls::REPORT_ADD, "00", &parts).await;
    assert_eq!(stranger.status, StatusCode::FORBIDDEN);
    let large = vec![b'x'; 21 << 20];
    let parts: [Part<'_>; 1] = [("file", Some("a.jpg"), &large)];
    let answer = send(&mut browser, app, urls::REPORT_ADD, &token, &parts).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_report_leaves_the_inbox_when_it_is_graded_and_a_change_needs_a_reason() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let form = [("title", "Night ferry"), ("text", "It left without lights.")];
    let answer = browser.fill(app, urls::REPORT_ADD, urls::REPORT_ADD, &form).await;
    let report = answer.location().split('?').next().unwrap().to_owned();
    assert!(browser.get(app, "/").await.html.contains("Reports to grade"));
    let grade = format!("{report}/grade");
    let answer = browser.fill(app, &report, &grade, &[("source", "B"), ("information", "2")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    assert!(!browser.get(app, "/").await.html.contains("Reports to grade"));
    let again = [("source", "A"), ("information", "1")];
    let answer = browser.fill(app, &report, &grade, &again).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.html.contains("id=\"reason-error\""), "{}", answer.html);
    let again = [("source", "A"), ("information", "1"), ("reason", "seen on camera")];
    browser.fill(app, &report, &grade, &again).await;
    let page = browser.get(app, &report).await;
    for kept in [
        "It came without a grade",
        "seen on camera",
        "Sample Officer",
        "<i>A</i><i>1</i>",
        "<i>B</i><i>2</i>",
    ] {
        assert!(page.html.contains(kept), "{kept}: {}", page.html);
    }
    let found = browser.get(app, "/s?q=ferry").await;
    assert!(found.html.contains("<i>A</i><i>1</i>") && found.html.contains("H0"), "{}", found.html);
}

#[tokio::test]
async fn a_warrant_is_recorded_with_all_that_is_known_and_waits_for_nobodys_grade() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let mut form = vec![
        ("number", "142/2569"),
        ("name", "สมมุติ ตัวอย่าง"),
        ("court", "Criminal Court"),
        ("country", "TH"),
        ("issued", "14 Mar 2026"),
        ("offences", "trafficking"),
        ("charges", "Recruiting and moving persons"),
        ("law", "Section 6"),
        ("state", "issued"),
        ("limitation", "14 Mar 2025"),
        ("believed_in", "MY"),
        ("caution", "May be armed"),
        ("identity", "name_only"),
        ("next_review", "14 Oct 2027"),
    ];
    let answer = browser.fill(app, urls::WARRANT_RECORD, urls::WARRANT_RECORD, &form).await;
    assert!(answer.html.contains("id=\"limitation-error\""), "{}", answer.html);
    form[9] = ("limitation", "14 Mar 2041");
    let answer = browser.fill(app, urls::WARRANT_RECORD, urls::WARRANT_RECORD, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let page = browser.get(app, answer.location()).await;
    for shown in [
        "Recruiting and moving persons",
        "14 Mar 2041",
        "Malaysia",
        "May be armed",
        "alias only",
        "14 Oct 2027",
    ] {
        assert!(page.html.contains(shown), "{shown}: {}", page.html);
    }
    assert!(!browser.get(app, "/").await.html.contains("Reports to grade"));
}

#[tokio::test]
async fn an_officer_sees_and_changes_the_purpose_of_the_session() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let form = [("purpose", "prosecution"), ("back", "/cases")];
    let answer = browser.fill(app, "/cases", urls::PURPOSE, &form).await;
    assert_eq!(answer.location(), "/cases");
    let page = browser.get(app, "/cases").await;
    assert!(page.html.contains("value=\"prosecution\" aria-current=\"true\""), "{}", page.html);
    let refused = browser.fill(app, "/cases", urls::PURPOSE, &[("purpose", "programme")]).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let audit = browser.get(app, urls::AUDIT).await;
    assert!(audit.html.contains("chose a purpose"), "{}", audit.html);
}

#[tokio::test]
async fn a_passkey_challenge_says_nothing_of_who_exists_and_is_new_each_time() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::default();
    let one = browser.post(app, urls::SIGN_IN_PASSKEY_BEGIN, &[]).await;
    let two = browser.post(app, urls::SIGN_IN_PASSKEY_BEGIN, &[]).await;
    assert_eq!(one.status, StatusCode::OK);
    assert!(
        one.html.contains("localhost") && one.html.contains("\\\"allowCredentials\\\":[]"),
        "{}",
        one.html
    );
    assert_ne!(one.html, two.html);
    let form = [("ticket", "00"), ("answer", "{}")];
    let answer = browser.post(app, urls::SIGN_IN_PASSKEY, &form).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(!answer.headers.contains_key(header::SET_COOKIE));
}
