//! Administration: the officers of the node, enrolling one, own passkeys. No case data.

use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done, done_unless};
use crate::undo::Deed;
use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use lintas_model::{Language, OfficerId, Role};
use serde::Deserialize;

use crate::components::{Button, Cell, Choice, Field, Input, Pill, Problems, Table, Text, Tone};
use crate::page::{Page, Place};
use crate::urls;

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct OfficerForm {
    pub(crate) name: String,
    pub(crate) login: String,
    pub(crate) password: String,
    pub(crate) roles: Vec<String>,
    pub(crate) language: String,
}

/// An officer that can be enrolled.
pub(crate) struct ReadOfficer {
    pub(crate) name: String,
    pub(crate) login: String,
    pub(crate) password: String,
    pub(crate) roles: std::collections::BTreeSet<Role>,
    pub(crate) language: Language,
}

/// The fewest signs of a password (NIST SP 800-63B-4: 15 where it stands alone, 8 beside a second factor).
pub(crate) const PASSWORD_SIGNS: usize = 12;

impl OfficerForm {
    /// Reads the form; on failure every problem stands beside its field.
    pub(crate) fn read(&self, page: &Page) -> Result<ReadOfficer, Problems> {
        let mut problems = Problems::default();
        for (field, text) in [("name", &self.name), ("login", &self.login)] {
            if text.trim().is_empty() {
                problems.add(field, page.say("field-needed"));
            }
        }
        if self.password.chars().count() < PASSWORD_SIGNS {
            problems.add("password", page.count("password-short", PASSWORD_SIGNS as u64));
        }
        let roles =
            self.roles.iter().filter_map(|word| word.parse().ok()).collect::<std::collections::BTreeSet<_>>();
        if roles.is_empty() {
            problems.add("roles", page.say("field-needed"));
        }
        if problems.is_empty() {
            Ok(ReadOfficer {
                name: self.name.trim().to_owned(),
                login: self.login.trim().to_owned(),
                password: self.password.clone(),
                roles,
                language: self.language.parse().unwrap_or(page.words.language()),
            })
        } else {
            Err(problems)
        }
    }
}

/// An officer in the list.
#[derive(Debug, Clone)]
pub(crate) struct OfficerLine {
    pub(crate) officer: OfficerId,
    pub(crate) name: String,
    pub(crate) login: String,
    pub(crate) roles: Vec<Role>,
    pub(crate) active: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/admin/show.html")]
pub(crate) struct Admin {
    page: Page,
    officers: Table,
    fields: Vec<Field>,
    open_form: bool,
    can_enrol: bool,
}

impl Admin {
    /// The page with what was entered.
    pub(crate) fn new(
        page: Page,
        lines: &[OfficerLine],
        form: &OfficerForm,
        problems: &Problems,
        can_enrol: bool,
    ) -> Self {
        let page = page.at(Place::Admin);
        let officers = Table::new(page.say("officers-none"))
            .caption(page.say("officers-title"))
            .column(page.say("col-officer"))
            .column(page.say("col-roles"))
            .column(page.say("col-state"))
            .column(page.say("col-do"))
            .rows(lines.iter().map(|line| row(&page, line, can_enrol)));
        let roles = Role::ALL
            .into_iter()
            .map(|role| Choice::of_many(role.as_str(), page.word("role", role.as_str()), &form.roles));
        let languages = page.languages().iter().map(|language| {
            Choice::new(language.tag(), language.own_name(), or(&form.language, page.lang()))
        });
        let fields = vec![
            Field::line("name", page.say("officer-name"), &form.name).required().problems(problems),
            Field::line("login", page.say("officer-login"), &form.login).required().problems(problems),
            Field::new(
                "password",
                page.say("officer-password"),
                Input::Secret { autocomplete: "new-password" },
            )
            .hint(page.say("officer-password-hint"))
            .required()
            .problems(problems),
            Field::new("roles", page.say("col-roles"), Input::Many(roles.collect())).problems(problems),
            Field::pick("language", page.say("officer-language"), languages.collect()),
        ];
        Self { officers, fields, open_form: !problems.is_empty(), can_enrol, page }
    }
}

fn or<'a>(text: &'a str, other: &'a str) -> &'a str {
    if text.is_empty() { other } else { text }
}

fn row(page: &Page, line: &OfficerLine, can_enrol: bool) -> Vec<Cell> {
    let roles = line.roles.iter().map(|role| page.word("role", role.as_str())).collect::<Vec<_>>().join(", ");
    let state = match line.active {
        true => Pill::new(Tone::Ok, page.say("officer-active")),
        false => Pill::new(Tone::Plain, page.say("officer-suspended")),
    };
    let label = if line.active { "officer-suspend" } else { "officer-restore" };
    let button =
        Button::new(page, urls::officer_active(line.officer), page.say(label)).with("active", !line.active);
    vec![
        Cell::Text(Text::new(format!("{} ({})", line.name, line.login))),
        Cell::Text(Text::own(roles)),
        Cell::Pills(vec![state]),
        if can_enrol { Cell::Buttons(vec![button]) } else { Cell::Void },
    ]
}

/// What suspending or restoring sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ActiveForm {
    active: bool,
}

/// Answers with the officers.
pub(crate) async fn show(seat: Seat) -> Result<Html<Admin>, Problem> {
    answer(&seat, &OfficerForm::default(), &Problems::default()).await
}

async fn answer(seat: &Seat, form: &OfficerForm, problems: &Problems) -> Result<Html<Admin>, Problem> {
    let (lines, can_enrol) = desk::officers::list(&seat.ctx).await?;
    Ok(Html(Admin::new(seat.page(), &lines, form, problems, can_enrol)))
}

/// Enrols an officer.
pub(crate) async fn enrol(Sent { seat, form }: Sent<OfficerForm>) -> Result<Response, Problem> {
    match form.read(&seat.page()) {
        Ok(officer) => {
            desk::officers::enrol(&seat.ctx, officer).await?;
            Ok(done(urls::ADMIN, "officer", 1).into_response())
        }
        Err(problems) => Ok(answer(&seat, &form, &problems).await?.into_response()),
    }
}

/// Suspends or restores an officer.
pub(crate) async fn set_active(
    Path(officer): Path<OfficerId>,
    Sent { seat, form }: Sent<ActiveForm>,
) -> Result<Redirect, Problem> {
    desk::officers::set_active(&seat.ctx, officer, form.active).await?;
    let undo = Deed::Officer { officer, active: !form.active };
    Ok(done_unless(&seat, urls::ADMIN, "officer-changed", 1, Some(undo)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> Admin {
    use crate::sample;
    let line = |n, name: &str, active| OfficerLine {
        officer: sample::id(n),
        name: name.into(),
        login: "sok".into(),
        roles: vec![Role::Analyst, Role::CaseLead],
        active,
    };
    let form = OfficerForm { name: "Dara".into(), ..OfficerForm::default() };
    let problems = form.read(&page).err().unwrap_or_default();
    Admin::new(page, &[line(101, "Sok C.", true), line(102, "ดารา", false)], &form, &problems, true)
}
