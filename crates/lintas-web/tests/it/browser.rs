//! A browser without script: cookies, forms with their tokens, redirects.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use lintas_casework::Node;
use lintas_casework::node::{FirstOfficer, NewNode};
use lintas_model::clock::SetClock;
use lintas_model::entropy::SeededEntropy;
use lintas_model::{AgencyCode, Country, Language, Role, Timestamp};
use lintas_web::{App, AppParts, Dictionary, router};
use tower::ServiceExt;

pub(crate) const HOST: &str = "127.0.0.1:7801";
pub(crate) const PASSWORD: &str = "four words make one password";

/// A node of its own in a temporary folder.
pub(crate) struct Place {
    pub(crate) app: App,
    _folder: tempfile::TempDir,
}

/// Founds a node whose first officer has all the working roles.
pub(crate) async fn place(demo: bool) -> Place {
    let (node, folder) = found(demo).await;
    served(node, folder)
}

/// A node with the pages in front of it.
pub(crate) fn served(node: Node, folder: tempfile::TempDir) -> Place {
    let parts = AppParts {
        node,
        dictionary: Dictionary::load(None).unwrap(),
        secure: false,
        pace: Default::default(),
        demo: Vec::new(),
        counted_from: Vec::new(),
    };
    Place { app: App::new(parts), _folder: folder }
}

/// The node alone, in a temporary folder.
pub(crate) async fn found(demo: bool) -> (Node, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let roles = [Role::Administrator, Role::CaseLead, Role::Analyst, Role::Officer];
    let new = NewNode {
        agency: AgencyCode::new("KH-CIB").unwrap(),
        names: BTreeMap::from([("en".to_owned(), "Central Investigation Bureau".to_owned())]),
        country: Some(Country::KH),
        language: Language::En,
        database: None,
        web_address: HOST.into(),
        peer_address: "127.0.0.1:7901".into(),
        public_address: None,
        demo,
        officers_sign: false,
        first_officer: FirstOfficer {
            name: "Sample Officer".into(),
            login: "sample".into(),
            password: PASSWORD.into(),
            roles: BTreeSet::from(roles),
        },
    };
    let clock = Arc::new(SetClock::new(Timestamp::parse("2026-11-24T03:00:00Z").unwrap()));
    let node =
        Node::init(&folder.path().join("node"), new, clock, Box::new(SeededEntropy::new(7))).await.unwrap();
    (node, folder)
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) html: String,
}

impl Answer {
    /// Where the answer sends the browser.
    pub(crate) fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap())
    }

    /// The token in the first form of the page that has one.
    pub(crate) fn token(&self) -> &str {
        let inputs = self.html.split("name=\"_form\" value=\"").skip(1);
        inputs.filter_map(|rest| rest.split('"').next()).find(|token| !token.is_empty()).expect("a form")
    }
}

/// A browser at the node.
#[derive(Default)]
pub(crate) struct Browser {
    cookies: BTreeMap<String, String>,
}

impl Browser {
    /// Sends a request with the cookies and keeps those that come back.
    pub(crate) async fn send(&mut self, app: &App, mut request: Request<Body>) -> Answer {
        if !self.cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, self.cookie().parse().unwrap());
        }
        request.headers_mut().insert(header::HOST, HOST.parse().unwrap());
        let response = router(app.clone()).oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            match value {
                "" => self.cookies.remove(name),
                value => self.cookies.insert(name.to_owned(), value.to_owned()),
            };
        }
        let bytes = axum::body::to_bytes(body, 50_000_000).await.unwrap();
        let html = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, html }
    }

    /// The cookies as the browser sends them.
    pub(crate) fn cookie(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    /// Opens a page.
    pub(crate) async fn get(&mut self, app: &App, path: &str) -> Answer {
        self.send(app, Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form from a page of the node, as it stands.
    pub(crate) async fn post(&mut self, app: &App, path: &str, form: &[(&str, &str)]) -> Answer {
        let body = form.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value)));
        let request = Request::post(path)
            .header(header::ORIGIN, format!("http://{HOST}"))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.collect::<Vec<_>>().join("&")))
            .unwrap();
        self.send(app, request).await
    }

    /// Opens a page, fills in its form and sends it.
    pub(crate) async fn fill(
        &mut self,
        app: &App,
        page: &str,
        action: &str,
        form: &[(&str, &str)],
    ) -> Answer {
        let shown = self.get(app, page).await;
        assert_eq!(shown.status, StatusCode::OK, "{page}: {}", shown.html);
        let mut all = vec![("_form", shown.token())];
        all.extend_from_slice(form);
        self.post(app, action, &all).await
    }

    /// Signs in as the first officer.
    pub(crate) async fn signed_in(app: &App) -> Self {
        Self::signed_in_as(app, "sample").await
    }

    /// Signs in as somebody.
    pub(crate) async fn signed_in_as(app: &App, login: &str) -> Self {
        let mut browser = Self::default();
        let answer = browser.post(app, "/sign-in", &[("login", login), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html);
        browser
    }
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() { (b as char).to_string() } else { format!("%{b:02X}") })
        .collect()
}
