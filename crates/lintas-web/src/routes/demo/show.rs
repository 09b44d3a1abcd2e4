//! The region at a glance: the nodes of the demo with a button for each role. Only on a demo node.

use super::tour::{self, Tour};
use crate::app::App;
use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::Visit;
use crate::security::cookies;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use lintas_model::Role;
use serde::Deserialize;

use crate::components::Text;
use crate::page::{Level, Page, Place};
use crate::urls;

/// One node of the demo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoNode {
    /// The agency's code.
    pub code: String,
    /// The agency's name.
    pub name: String,
    /// The country's two-letter code; empty for the steward.
    pub country: String,
    /// Where its pages are, for example `http://127.0.0.1:7801`.
    pub address: String,
    /// Who can be tried out: role and sign-in name.
    pub roles: Vec<(Role, String)>,
    /// Whether the node meets the others by file only.
    pub by_file: bool,
}

struct Card {
    code: String,
    name: Text,
    country: String,
    action: String,
    roles: Vec<(String, String)>,
    by_file: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/demo/show.html")]
pub(crate) struct DemoHome {
    page: Page,
    /// Where the tour begins, and as whom.
    tour: Option<(String, String)>,
    cards: Vec<Card>,
    figures: Vec<(String, String)>,
}

impl DemoHome {
    /// The page with the nodes and, where known, the results of the round.
    pub(crate) fn new(page: Page, nodes: &[DemoNode], figures: Vec<(String, String)>) -> Self {
        let page = page.at(Place::Elsewhere).level(Level::Open);
        // It begins where a lead works with the others over the wire: what is asked there has been answered.
        let tour = nodes.iter().filter(|node| !node.by_file).find_map(|node| {
            let (_, login) = node.roles.iter().find(|(role, _)| *role == Role::CaseLead)?;
            Some((format!("{}{}", node.address, urls::DEMO_BE), login.clone()))
        });
        let cards = nodes.iter().map(|node| Card {
            code: node.code.clone(),
            name: Text::new(&node.name),
            country: match node.country.as_str() {
                "" => page.say("demo-steward"),
                code => page.word("country", &code.to_lowercase()),
            },
            action: format!("{}{}", node.address, urls::DEMO_BE),
            roles: node
                .roles
                .iter()
                .map(|(role, login)| {
                    let role = page.word("role", role.as_str());
                    (login.clone(), page.words.fill("demo-be", &[("role", &role)]))
                })
                .collect(),
            by_file: node.by_file,
        });
        Self { tour, cards: cards.collect(), figures, page }
    }
}

/// What a "Be the …" button sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct BeForm {
    login: String,
    /// The step of the tour to go to then.
    step: u8,
}

/// Answers with the region at a glance; elsewhere there is no such page.
pub(crate) async fn show(visit: Visit) -> Result<Html<DemoHome>, Problem> {
    if visit.app.demo().is_empty() {
        return Err(Problem::Missing);
    }
    let figures = desk::region::figures(visit.app.demo_nodes(), &visit.words).await;
    let nodes = visit.app.demo().to_vec();
    Ok(Html(DemoHome::new(visit.page(), &nodes, figures)))
}

/// Signs in as a role of the demo. Refused on every node that is not a demo, whatever the form says.
pub(crate) async fn be(State(app): State<App>, Form(form): Form<BeForm>) -> Result<Response, Problem> {
    if !app.is_demo() {
        return Err(Problem::Missing);
    }
    let session = desk::session::demo_sign_in(&app, &form.login).await?;
    if let Some(tour) = Tour::at(form.step)
        && let Some(ctx) = desk::session::resume(&app, &session).await?
    {
        let to = tour::place(&ctx, tour).await?;
        return Ok((cookies::remember(&app, session), tour.remember(), Redirect::to(&to)).into_response());
    }
    Ok((cookies::remember(&app, session), Redirect::to(urls::INBOX)).into_response())
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> DemoHome {
    let nodes =
        [("BD-CID", "অপরাধ তদন্ত বিভাগ", "BD"), ("KH-CIB", "ការិយាល័យស៊ើបអង្កេត", "KH"), ("UNODC", "Programme", "")];
    let nodes = nodes.map(|(code, name, country)| DemoNode {
        code: code.into(),
        name: name.into(),
        country: country.into(),
        address: "http://127.0.0.1:7801".into(),
        roles: Role::ALL[..5].iter().map(|role| (*role, role.as_str().to_owned())).collect(),
        by_file: code == "BD-CID",
    });
    let figures = vec![(page.word("outcome", "warrants_updated"), "24".to_owned())];
    DemoHome::new(page, &nodes, figures)
}
