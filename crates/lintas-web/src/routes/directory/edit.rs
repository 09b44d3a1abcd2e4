//! Adding an entry of one's own agency to the directory, and changing one.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use lintas_casework::directory::{ContactView, NewContact};
use lintas_model::record::ContactRole;
use lintas_model::{ContactPointId, Language, RecordId};
use serde::Deserialize;

use crate::components::{Choice, Field, Input, Problems};
use crate::desk;
use crate::html::Html;
use crate::page::{Page, Place};
use crate::problem::Problem;
use crate::seat::{Seat, Sent, done};
use crate::urls;

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ContactForm {
    pub(crate) name: String,
    pub(crate) roles: Vec<String>,
    pub(crate) phones: String,
    pub(crate) emails: String,
    pub(crate) languages: Vec<String>,
    pub(crate) note: String,
    /// The record that was on the screen; nothing for a new entry.
    pub(crate) seen: String,
}

impl ContactForm {
    /// The form filled with an entry as it stands.
    fn of(view: &ContactView) -> Self {
        let body = &view.contact.body;
        Self {
            name: body.name.clone(),
            roles: body.roles.iter().map(|role| role.as_str().to_owned()).collect(),
            phones: body.phones.join("\n"),
            emails: body.emails.join("\n"),
            languages: body.languages.iter().cloned().collect(),
            note: body.note.clone(),
            seen: view.contact.mark.record.to_string(),
        }
    }

    /// Reads the form; on failure every problem stands beside its field.
    fn read(&self, page: &Page) -> Result<NewContact, Problems> {
        let mut problems = Problems::default();
        let roles: BTreeSet<ContactRole> =
            self.roles.iter().filter_map(|word| ContactRole::named(word)).collect();
        if self.name.trim().is_empty() {
            problems.add("name", page.say("field-needed"));
        }
        if roles.is_empty() {
            problems.add("roles", page.say("field-needed"));
        }
        let lines = |text: &str| text.lines().map(ToOwned::to_owned).collect::<Vec<_>>();
        let phones = lines(&self.phones);
        let written = |phone: &&String| !phone.trim().is_empty();
        if phones.iter().filter(written).any(|phone| !phone.trim().starts_with('+')) {
            problems.add("phones", page.say("contact-phones-hint"));
        } else if phones.iter().filter(written).count() == 0
            && (roles.contains(&ContactRole::RoundTheClock) || self.emails.trim().is_empty())
        {
            problems.add("phones", page.say("field-needed"));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(NewContact {
            name: self.name.clone(),
            roles,
            phones,
            emails: lines(&self.emails),
            languages: self.languages.iter().cloned().collect(),
            note: self.note.clone(),
        })
    }
}

/// The page.
#[derive(Template)]
#[template(path = "pages/directory/edit.html")]
pub(crate) struct ContactEdit {
    page: Page,
    action: String,
    seen: String,
    fields: Vec<Field>,
}

impl ContactEdit {
    /// The form for an entry, or for a new one.
    pub(crate) fn new(page: Page, action: String, form: &ContactForm, problems: &Problems) -> Self {
        let page = page.at(Place::Directory);
        let roles = ContactRole::ALL.iter().map(|role| {
            Choice::of_many(role.as_str(), page.word("contact-role", role.as_str()), &form.roles)
        });
        let mut languages: Vec<Choice> = Language::ALL
            .iter()
            .map(|language| Choice::of_many(language.tag(), language.own_name(), &form.languages))
            .collect();
        // A language that is none of the nine stays with the entry when it is changed.
        let others = form.languages.iter().filter(|tag| tag.parse::<Language>().is_err());
        languages.extend(others.map(|tag| Choice::of_many(tag.as_str(), tag.as_str(), &form.languages)));
        let fields = vec![
            Field::line("name", page.say("contact-name"), &form.name)
                .hint(page.say("contact-name-hint"))
                .required()
                .problems(problems),
            Field::new("roles", page.say("contact-roles"), Input::Many(roles.collect())).problems(problems),
            Field::area("phones", page.say("contact-phones"), &form.phones)
                .hint(page.say("contact-phones-hint"))
                .problems(problems),
            Field::area("emails", page.say("contact-emails"), &form.emails).problems(problems),
            Field::new("languages", page.say("contact-languages"), Input::Many(languages)),
            Field::line("note", page.say("contact-note"), &form.note),
        ];
        Self { action, seen: form.seen.clone(), fields, page }
    }
}

/// Answers with an empty form.
pub(crate) async fn blank(seat: Seat) -> Result<Html<ContactEdit>, Problem> {
    let form = ContactForm::default();
    Ok(Html(ContactEdit::new(seat.page(), urls::CONTACT_ADD.to_owned(), &form, &Problems::default())))
}

/// Answers with an entry to be changed.
pub(crate) async fn show(seat: Seat, Path(id): Path<ContactPointId>) -> Result<Html<ContactEdit>, Problem> {
    let view = desk::directory::find(&seat.ctx, id).await?;
    let form = ContactForm::of(&view);
    Ok(Html(ContactEdit::new(seat.page(), urls::contact(id), &form, &Problems::default())))
}

/// Adds an entry.
pub(crate) async fn add(Sent { seat, form }: Sent<ContactForm>) -> Result<Response, Problem> {
    match form.read(&seat.page()) {
        Ok(new) => {
            desk::directory::add(&seat.ctx, new).await?;
            Ok(done(urls::DIRECTORY, "recorded", 1).into_response())
        }
        Err(problems) => {
            let page = ContactEdit::new(seat.page(), urls::CONTACT_ADD.to_owned(), &form, &problems);
            Ok(Html(page).into_response())
        }
    }
}

/// Changes an entry.
pub(crate) async fn change(
    Path(id): Path<ContactPointId>,
    Sent { seat, form }: Sent<ContactForm>,
) -> Result<Response, Problem> {
    let seen: RecordId = form.seen.parse().map_err(|_| Problem::Missing)?;
    match form.read(&seat.page()) {
        Ok(new) => {
            desk::directory::change(&seat.ctx, id, seen, new).await?;
            Ok(done(urls::DIRECTORY, "recorded", 1).into_response())
        }
        Err(problems) => {
            let page = ContactEdit::new(seat.page(), urls::contact(id), &form, &problems);
            Ok(Html(page).into_response())
        }
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ContactEdit {
    let view = super::show::sample_contact(false);
    let form = ContactForm { phones: "023 000 001".into(), ..ContactForm::of(&view) };
    let problems = form.read(&page).err().unwrap_or_default();
    ContactEdit::new(page, urls::contact(view.id), &form, &problems)
}
