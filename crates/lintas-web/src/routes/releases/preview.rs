//! A release as the partner will see it, before anything leaves.

use super::choose;
use crate::desk;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent};
use askama::Template;
use axum::response::{IntoResponse, Response};
use lintas_model::AgencyCode;

use super::choose::{ReadRelease, ReleaseForm};
use crate::components::Text;
use crate::page::{Level, Page, Place};

/// A record as the partner will see it.
#[derive(Debug, Clone)]
pub(crate) struct SeenRecord {
    pub(crate) kind: String,
    /// Field and value; no value where it is withheld.
    pub(crate) fields: Vec<(String, Option<String>)>,
}

struct Seen {
    kind: String,
    fields: Vec<(String, Option<Text>)>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/releases/preview.html")]
pub(crate) struct ReleasePreview {
    page: Page,
    readers: String,
    terms: Vec<(String, String)>,
    records: Vec<Seen>,
    hidden: Vec<(&'static str, String)>,
    release: String,
}

impl ReleasePreview {
    /// The page of a release to be; `readers` are all agencies that will be able to read it.
    pub(crate) fn new(
        page: Page,
        form: &ReleaseForm,
        readers: &[AgencyCode],
        records: Vec<SeenRecord>,
    ) -> Self {
        let page = page.at(Place::Releases).level(Level::Restricted);
        let purposes =
            form.purposes.iter().map(|word| page.word("purpose", word)).collect::<Vec<_>>().join(", ");
        let expires = match form.expires.trim() {
            "" => page.say("release-no-end"),
            text => text.to_owned(),
        };
        let terms = vec![
            (page.say("release-purposes"), purposes),
            (page.say("release-use"), page.word("use", &form.use_rule)),
            (page.say("release-onward"), page.word("onward", &form.onward)),
            (page.say("release-expires"), expires),
            (page.say("release-basis"), form.legal_basis.clone()),
            (page.say("reason"), form.reason.clone()),
        ];
        let release = page.count("release-confirm", records.len() as u64);
        let records = records.into_iter().map(|record| Seen {
            kind: page.word("record", &record.kind),
            fields: record
                .fields
                .into_iter()
                .map(|(field, value)| (page.word("property", &field), value.map(Text::new)))
                .collect(),
        });
        Self {
            readers: readers.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · "),
            terms,
            records: records.collect(),
            hidden: form.hidden(),
            release,
            page,
        }
    }
}

/// Answers with the release through the partner's eyes, or with the form where something is wrong.
pub(crate) async fn show(Sent { seat, form }: Sent<ReleaseForm>) -> Result<Response, Problem> {
    match form.read(&seat.page()) {
        Ok(release) => {
            let (readers, records) = desk::releases::preview(&seat.ctx, &release).await?;
            Ok(Html(ReleasePreview::new(seat.page(), &form, &readers, records)).into_response())
        }
        Err(problems) => Ok(choose::answer(&seat, &form, &problems).await?.into_response()),
    }
}

/// The same page again: what was sent was to be signed and is not.
pub(super) async fn again(
    seat: &Seat,
    page: Page,
    form: &ReleaseForm,
    release: &ReadRelease,
) -> Result<Response, Problem> {
    let (readers, records) = desk::releases::preview(&seat.ctx, release).await?;
    Ok(Html(ReleasePreview::new(page, form, &readers, records)).into_response())
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ReleasePreview {
    use crate::sample;
    let form = ReleaseForm {
        purposes: vec!["investigation".into()],
        use_rule: "intelligence_only".into(),
        onward: "never".into(),
        legal_basis: "UNTOC Art. 27".into(),
        reason: "The phone appears in their case".into(),
        ..ReleaseForm::default()
    };
    let record = SeenRecord {
        kind: "statement".into(),
        fields: vec![("phone_number".into(), Some("+855 12 345 678".into())), ("name".into(), None)],
    };
    ReleasePreview::new(page, &form, &[sample::agency("KH-CIB"), sample::agency("TH-DSI")], vec![record])
}
