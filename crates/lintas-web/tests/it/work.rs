//! The work of an officer through the pages, without script, from the first report to the release.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use lintas_web::{App, urls};

use crate::browser::{Answer, Browser, HOST, place};

/// Follows a redirect and expects a page.
async fn follow(browser: &mut Browser, app: &App, answer: &Answer) -> (String, Answer) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
    let location = answer.location().to_owned();
    let page = browser.get(app, &location).await;
    assert_eq!(page.status, StatusCode::OK, "{location}: {}", page.html);
    (location.split('?').next().unwrap().to_owned(), page)
}

/// The id at the end of an address.
fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// The first address on a page that begins so.
fn first_link(html: &str, start: &str) -> String {
    let rest = html.split(&format!("href=\"{start}")).nth(1).unwrap_or_else(|| panic!("no {start}: {html}"));
    format!("{start}{}", rest.split('"').next().unwrap())
}

async fn open_case(browser: &mut Browser, app: &App) -> String {
    let form = [
        ("title", "LOTUS BRIDGE"),
        ("reference", "KH-2026-0142"),
        ("summary", "Adverts and crossings"),
        ("offences", "trafficking"),
        ("countries", "KH"),
        ("countries", "TH"),
    ];
    let answer = browser.fill(app, urls::CASE_OPEN, urls::CASE_OPEN, &form).await;
    let (path, page) = follow(browser, app, &answer).await;
    assert!(page.html.contains("LOTUS BRIDGE") && page.html.contains("One case opened."), "{}", page.html);
    path
}

async fn file_report(browser: &mut Browser, app: &App, case: &str, title: &str, phone: &str) -> String {
    let form = [
        ("title", title),
        ("text", "โทรศัพท์นี้ปรากฏในประกาศรับสมัครงาน"),
        ("occurred", "9 Nov 2026"),
        ("case", case),
        ("grade", "B3"),
        ("codes", "h2"),
        ("tlp", "amber"),
        ("thing_kind", "phone"),
        ("thing_name", phone),
        ("thing_kind", "person"),
        ("thing_name", "សុខ ចាន់ធី"),
    ];
    let answer = browser.fill(app, urls::REPORT_ADD, urls::REPORT_ADD, &form).await;
    let (path, page) = follow(browser, app, &answer).await;
    assert!(page.html.contains("lang=\"th\"") && page.html.contains("<i>B</i><i>3</i>"), "{}", page.html);
    path
}

#[tokio::test]
async fn a_report_becomes_a_case_with_people_and_things_that_search_finds() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let case = open_case(&mut browser, app).await;
    let report = file_report(&mut browser, app, id(&case), "Number on the advert", "+855 12 345 678").await;

    let overview = browser.get(app, &case).await;
    assert!(overview.html.contains("Number on the advert"), "{}", overview.html);
    for tab in ["reports", "things", "charts", "tasks", "warrants", "operations", "journal"] {
        let page = browser.get(app, &format!("{case}/{tab}")).await;
        assert_eq!(page.status, StatusCode::OK, "{tab}: {}", page.html);
    }
    let things = browser.get(app, &format!("{case}/things")).await;
    assert!(things.html.contains("345 678") && things.html.contains("lang=\"km\""), "{}", things.html);
    let entity = browser.get(app, &first_link(&things.html, "/entities/")).await;
    assert!(entity.html.contains(&report), "every statement names its report: {}", entity.html);

    let found = browser.get(app, "/s?q=advert&kind=report&agency=").await;
    assert!(found.html.contains("<mark>advert</mark>") || found.html.contains(&report), "{}", found.html);
    let none = browser.get(app, "/s?q=zzzzqqqq").await;
    assert!(none.html.contains("Nothing found"), "{}", none.html);
    let who = browser.get(app, &first_link(&overview.html, "/who/")).await;
    assert!(who.html.contains("only this agency"), "{}", who.html);
}

#[tokio::test]
async fn a_form_that_fails_keeps_what_was_written_and_says_what_is_wrong() {
    let place = place(false).await;
    let mut browser = Browser::signed_in(&place.app).await;
    let form = [
        ("title", "Kept title"),
        ("text", "kept text"),
        ("occurred", "10/12/2026"),
        ("thing_name", "kept thing"),
    ];
    let answer = browser.fill(&place.app, urls::REPORT_ADD, urls::REPORT_ADD, &form).await;
    assert_eq!(answer.status, StatusCode::OK);
    for kept in ["Kept title", "kept text", "10 Dec 2026", "12 Oct 2026", "id=\"occurred-error\""] {
        assert!(answer.html.contains(kept), "{kept}: {}", answer.html);
    }
}

#[tokio::test]
async fn two_reports_with_one_phone_are_offered_for_judgement_and_it_can_be_taken_back() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let case = open_case(&mut browser, app).await;
    let first = file_report(&mut browser, app, id(&case), "First", "+855 12 345 678").await;
    file_report(&mut browser, app, id(&case), "Second", "+855 12-345-678").await;
    let report = browser.get(app, &first).await;
    // The address that stands last before the number is that of the phone.
    let before = report.html.split("+855 12 345 678").next().unwrap();
    let entity =
        format!("/entities/{}", before.rsplit("/entities/").next().unwrap().split('"').next().unwrap());
    let page = browser.get(app, &entity).await;
    assert!(page.html.contains("Shares") || page.html.contains("Not the same"), "{}", page.html);
    let other =
        page.html.split("name=\"right\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let left = id(&entity).to_owned();
    let form = |verdict| [("left", left.as_str()), ("right", other.as_str()), ("verdict", verdict)];
    let answer = browser.fill(app, &entity, urls::JUDGE, &form("same")).await;
    let (_, judged) = follow(&mut browser, app, &answer).await;
    assert!(judged.html.contains("Take back"), "{}", judged.html);
    let answer = browser.fill(app, &entity, urls::JUDGE, &form("withdrawn")).await;
    let (_, again) = follow(&mut browser, app, &answer).await;
    assert!(again.html.contains("Not the same"), "{}", again.html);
}

#[tokio::test]
async fn tasks_notes_and_steps_are_written_in_the_case() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let case = open_case(&mut browser, app).await;
    let form = [("text", "ประชุมวันศุกร์")];
    let journal = format!("{case}/journal");
    let answer = browser.fill(app, &journal, &journal, &form).await;
    let (_, page) = follow(&mut browser, app, &answer).await;
    assert!(page.html.contains("ประชุมวันศุกร์") && page.html.contains("Sample Officer"), "{}", page.html);

    let tasks = format!("{case}/tasks");
    let form = [("title", "Check the plate"), ("agency", "KH-CIB"), ("due", "1 Nov 2026")];
    let answer = browser.fill(app, &tasks, &tasks, &form).await;
    let (_, page) = follow(&mut browser, app, &answer).await;
    assert!(page.html.contains("Check the plate") && page.html.contains("Overdue"), "{}", page.html);
    let step = page.html.split("action=\"/tasks/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let form = [("step", "start"), ("case", id(&case))];
    let answer = browser.fill(app, &tasks, &format!("/tasks/{step}"), &form).await;
    let (_, page) = follow(&mut browser, app, &answer).await;
    assert!(page.html.contains("started"), "{}", page.html);

    let inbox = browser.get(app, "/").await;
    assert!(inbox.html.contains("Check the plate"), "{}", inbox.html);
    let form = [("step", "activate")];
    let answer = browser.fill(app, &case, &format!("{case}/step"), &form).await;
    let (_, page) = follow(&mut browser, app, &answer).await;
    assert!(page.html.contains("active"), "{}", page.html);
}

#[tokio::test]
async fn a_warrant_is_recorded_moved_and_verified() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let form = [
        ("number", "142/2569"),
        ("name", "สมมุติ ตัวอย่าง"),
        ("court", "Criminal Court"),
        ("country", "TH"),
        ("issued", "14 Mar 2026"),
        ("offences", "trafficking"),
        ("law", "Section 6"),
        ("state", "issued"),
    ];
    let answer = browser.fill(app, urls::WARRANT_RECORD, urls::WARRANT_RECORD, &form).await;
    let (warrant, page) = follow(&mut browser, app, &answer).await;
    assert!(page.html.contains("สมมุติ ตัวอย่าง"), "{}", page.html);
    let form = [("step", "circulate"), ("on", "2 Nov 2026"), ("reference", "C-9")];
    let answer = browser.fill(app, &warrant, &format!("{warrant}/step"), &form).await;
    let (_, page) = follow(&mut browser, app, &answer).await;
    assert!(page.html.contains("circulated"), "{}", page.html);
    let form = [("substance", "verified"), ("on", "3 Nov 2026"), ("finding", "Stands")];
    let answer = browser.fill(app, &warrant, &format!("{warrant}/check"), &form).await;
    let (_, page) = follow(&mut browser, app, &answer).await;
    assert!(page.html.contains("verified to stand"), "{}", page.html);
    let form = [("step", "surrender"), ("on", "3 Nov 2026")];
    let answer = browser.fill(app, &warrant, &format!("{warrant}/step"), &form).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.html.contains("could not surrender"), "{}", answer.html);
}

/// Sends a file the way a browser does.
async fn upload(browser: &mut Browser, app: &App, name: &str, bytes: &[u8]) -> Answer {
    let token = browser.get(app, urls::IMPORTS).await.token().to_owned();
    let mut body = Vec::new();
    body.extend(
        format!("--b\r\ncontent-disposition: form-data; name=\"_form\"\r\n\r\n{token}\r\n").as_bytes(),
    );
    let head = format!("--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
    body.extend(head.as_bytes());
    body.extend(bytes);
    body.extend(b"\r\n--b--\r\n");
    let request = Request::post(urls::IMPORTS)
        .header(header::ORIGIN, format!("http://{HOST}"))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
        .body(Body::from(body))
        .unwrap();
    browser.send(app, request).await
}

#[tokio::test]
async fn a_file_is_looked_at_asked_about_imported_and_undone() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let csv = "Name,Date of birth,Phone\nBudi Sample,10/12/1990,+62 812 0000 001\nSiti Sample,03/04/1991,+62 812 0000 002\n";
    let answer = upload(&mut browser, app, "list.csv", csv.as_bytes()).await;
    let (preview, page) = follow(&mut browser, app, &answer).await;
    assert!(page.html.contains("10 Dec 1990") && page.html.contains("12 Oct 1990"), "asked: {}", page.html);
    assert!(browser.get(app, urls::IMPORTS).await.html.contains("Nothing has been imported yet."));

    let order = ("order.0", "day_first:Date of birth");
    let look = browser.fill(app, &preview, &preview, &[("do", "look"), order]).await;
    assert_eq!(look.status, StatusCode::OK);
    let answer = browser.fill(app, &preview, &preview, &[("do", "import"), order]).await;
    let (import, page) = follow(&mut browser, app, &answer).await;
    assert!(page.html.contains("2 rows imported."), "{}", page.html);
    let found = browser.get(app, "/s?q=Siti").await;
    assert!(found.html.contains("/entities/"), "{}", found.html);

    let answer = browser.fill(app, &import, &format!("{import}/undo"), &[("reason", "wrong file")]).await;
    follow(&mut browser, app, &answer).await;
    let gone = browser.get(app, "/s?q=Siti").await;
    assert!(gone.html.contains("Nothing found"), "{}", gone.html);
}

#[tokio::test]
async fn a_program_is_not_taken_for_a_list() {
    let place = place(false).await;
    let mut browser = Browser::signed_in(&place.app).await;
    let answer = upload(&mut browser, &place.app, "list.csv", b"MZ\x90\x00\x03").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.html.contains("no import reads"), "{}", answer.html);
}

#[tokio::test]
async fn nothing_is_released_to_nobody() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let case = open_case(&mut browser, app).await;
    file_report(&mut browser, app, id(&case), "Number on the advert", "+855 12 345 678").await;
    let choose = format!("{}?case={}", urls::RELEASE_CHOOSE, id(&case));
    let page = browser.get(app, &choose).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.html);
    let record =
        page.html.split("name=\"records\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let field = format!("{record}:title");
    let form = [("records", record.as_str()), ("fields", field.as_str()), ("purposes", "investigation")];
    let answer = browser.fill(app, &choose, urls::RELEASE_PREVIEW, &form).await;
    assert!(answer.html.contains("Nobody is never everybody"), "{}", answer.html);
    assert!(browser.get(app, urls::RELEASES).await.html.contains("None."));
}

#[tokio::test]
async fn every_place_of_the_program_answers_and_says_so_in_thai_too() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    for language in ["en", "th"] {
        browser.post(app, urls::DISPLAY, &[("language", language), ("back", "/")]).await;
        for path in
            ["/", "/cases", "/cases/open", "/reports/add", "/s", "/warrants", "/warrants/record", "/import"]
        {
            let page = browser.get(app, path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.html);
        }
        for path in ["/releases", "/releases/choose", "/sync", "/region", "/admin", "/admin/audit", "/own"] {
            let page = browser.get(app, path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.html);
        }
    }
    let audit = browser.get(app, urls::AUDIT).await;
    assert!(audit.html.contains("Sample Officer"), "{}", audit.html);
}

#[tokio::test]
async fn every_chart_has_its_table_and_leaves_as_a_file_with_its_classification() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let case = open_case(&mut browser, app).await;
    file_report(&mut browser, app, id(&case), "Number on the advert", "+855 12 345 678").await;

    let charts = format!("{case}/charts");
    for chart in ["link", "matrix", "events", "flow", "telephone", "map"] {
        let page = browser.get(app, &format!("{charts}?chart={chart}")).await;
        assert_eq!(page.status, StatusCode::OK, "{chart}: {}", page.html);
        assert!(page.html.contains("RESTRICTED"), "{chart}");
    }
    let link = browser.get(app, &charts).await;
    assert!(link.html.contains("class=\"dw\"") && link.html.contains("lang=\"km\""), "{}", link.html);

    let svg = browser.get(app, &format!("{charts}/file?chart=link&as=svg")).await;
    assert_eq!(svg.headers[header::CONTENT_TYPE], "image/svg+xml");
    assert_eq!(svg.html.matches("RESTRICTED").count(), 2, "{}", svg.html);
    assert!(svg.html.contains("345 678") && svg.html.contains("everything that you may see"));
    let gexf = browser.get(app, &format!("{charts}/file?chart=link&as=gexf")).await;
    assert!(gexf.html.contains("<gexf") && gexf.html.contains("RESTRICTED"), "{}", gexf.html);
    let csv = browser.get(app, &format!("{charts}/file?chart=events&as=csv")).await;
    assert!(csv.html.contains("Number on the advert") && csv.html.contains("2026-11-09"), "{}", csv.html);
    let xlsx = browser.get(app, &format!("{charts}/file?chart=events&as=xlsx")).await;
    assert!(xlsx.html.starts_with("PK"));

    let data = browser.get(app, &format!("{charts}/data?chart=link")).await;
    let data: serde_json::Value = serde_json::from_str(&data.html).unwrap();
    assert_eq!(data["nodes"].as_array().unwrap().len(), 2);
    assert!(data["banner"].as_str().unwrap().contains("RESTRICTED"), "{data}");
    let token = data["save"]["token"].as_str().unwrap();
    let kept = [("_form", token), ("name", "Two things"), ("state", "{\"shown\":[]}")];
    let answer = browser.post(app, &format!("{charts}/views"), &kept).await;
    assert_eq!(answer.location(), format!("{charts}?done=view-saved&n=1"));
    let again = browser.get(app, &format!("{charts}/data?chart=link")).await;
    assert!(again.html.contains("Two things"), "{}", again.html);
    let forged = browser.post(app, &format!("{charts}/views"), &kept[1..]).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);

    let none = browser.get(app, &format!("{charts}?chart=events&from=2027")).await;
    assert!(none.html.contains("nothing to draw here"), "{}", none.html);
    let asked = browser.get(app, &format!("{charts}?chart=events&from=10/12/2026")).await;
    assert!(asked.html.contains("Which day is meant?"), "{}", asked.html);
    let odd = browser.get(app, &format!("{charts}/file?chart=events&as=csv&from=10/12/2026")).await;
    assert_eq!(odd.status, StatusCode::BAD_REQUEST);
    let missing = browser.get(app, &format!("{charts}/file?chart=link&as=exe")).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn asking_partners_starts_at_a_thing_keeps_what_was_written_and_names_what_is_wrong() {
    let place = place(false).await;
    let app = &place.app;
    let mut browser = Browser::signed_in(app).await;
    let case = open_case(&mut browser, app).await;
    file_report(&mut browser, app, id(&case), "Number on the advert", "+855 12 345 678").await;
    let things = browser.get(app, &format!("{case}/things")).await;
    assert!(things.html.contains(&urls::hit_ask_in(id(&case).parse().unwrap())), "{}", things.html);
    let entity = browser.get(app, &first_link(&things.html, "/entities/")).await;
    let ask = first_link(&entity.html, "/hits/ask?entity=");
    let form = browser.get(app, &ask).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.html);
    assert!(form.html.contains(id(&case)) && form.html.contains("second officer"), "{}", form.html);
    let sent = [("case", id(&case)), ("to", "TH-DSI"), ("legal_basis", "")];
    let answer = browser.fill(app, &ask, urls::HIT_ASK, &sent).await;
    assert!(answer.html.contains("id=\"legal_basis-error\""), "{}", answer.html);
    let sent = [("case", id(&case)), ("to", "TH-DSI"), ("legal_basis", "UNTOC Art. 27")];
    let answer = browser.fill(app, &ask, urls::HIT_ASK, &sent).await;
    assert!(answer.html.contains("TH-DSI is no partner of this node"), "{}", answer.html);
    assert!(answer.html.contains("value=\"UNTOC Art. 27\""), "{}", answer.html);
    let desk = browser.get(app, urls::HITS).await;
    assert!(desk.html.contains("Nothing has been asked yet"), "{}", desk.html);
}
