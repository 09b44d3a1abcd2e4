//! Printing through the pages, without script.

use axum::http::{StatusCode, header};
use lintas_web::urls;

use crate::browser::{Browser, place};

#[tokio::test]
async fn a_warrant_becomes_a_sheet_that_is_a_draft_until_nothing_is_missing() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let form = [
        ("number", "PP-17/204"),
        ("name", "សុខ គំរូ"),
        ("court", "Court of Phnom Penh"),
        ("country", "KH"),
        ("issued", "9 Nov 2026"),
        ("offences", "trafficking"),
        ("law", "Law of 2008, Art. 10"),
        ("state", "issued"),
    ];
    let answer = browser.fill(app, urls::WARRANT_RECORD, urls::WARRANT_RECORD, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let warrant = answer.location().split('?').next().unwrap().to_owned();
    let id = warrant.rsplit('/').next().unwrap();
    let sheet = format!("/documents/warrant_sheet/{id}");
    let shown = browser.get(app, &warrant).await;
    assert!(shown.html.contains(&format!("href=\"{sheet}\"")), "{}", shown.html);

    let page = browser.get(app, &format!("{sheet}?language=th")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.html);
    for said in ["This will be a draft", "<li>Last verified</li>", "value=\"th\" selected", "ไทย"] {
        assert!(page.html.contains(said), "{said}: {}", page.html);
    }
    let written = [
        ("language", "th"),
        ("part", "jurisdiction"),
        ("english", "The whole kingdom"),
        ("other", "ทั่วราชอาณาจักร"),
    ];
    let answer = browser.fill(app, &sheet, &format!("{sheet}/passages"), &written).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let page = browser.get(app, answer.location()).await;
    assert!(page.html.contains("2 passages kept.") && page.html.contains("ทั่วราชอาณาจักร"), "{}", page.html);

    let paper = browser.fill(app, &sheet, &sheet, &[("language", "th")]).await;
    assert_eq!(paper.status, StatusCode::OK, "{}", paper.html);
    assert!(paper.html.starts_with("%PDF-1.7"));
    let header = |name| paper.headers.get(name).map(|value| value.to_str().unwrap().to_owned());
    assert_eq!(header(header::CONTENT_TYPE).as_deref(), Some("application/pdf"));
    assert!(
        header(header::CONTENT_DISPOSITION)
            .unwrap()
            .starts_with("attachment; filename*=UTF-8''warrant_sheet-")
    );
    assert_eq!(header(header::CACHE_CONTROL).as_deref(), Some("no-store"));
    assert_eq!(header(header::X_CONTENT_TYPE_OPTIONS).as_deref(), Some("nosniff"));
    let audit = browser.get(app, urls::AUDIT).await;
    assert!(audit.html.contains("printed"), "{}", audit.html);
}

#[tokio::test]
async fn a_document_that_does_not_exist_or_was_not_asked_for_by_this_session_is_not_printed() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let nobody = "0".repeat(32);
    for address in [format!("/documents/warrant_sheet/{nobody}"), format!("/documents/receipt/{nobody}")] {
        assert_eq!(browser.get(app, &address).await.status, StatusCode::NOT_FOUND, "{address}");
        let answer = browser.post(app, &address, &[("language", "th")]).await;
        assert_ne!(answer.status, StatusCode::OK, "{address}");
    }
}
