//! INTERPOL notices and diffusions on the page of a warrant: those that were asked for, and asking for one.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use lintas_casework::document::DocumentKind;
use lintas_casework::notice::NoticeView;
use lintas_law::notice::Colour;
use lintas_model::record::{NoticeChannel, NoticeColour, WorkingLanguage};
use lintas_model::{Country, NoticeId, WarrantId};
use serde::Deserialize;

use crate::components::{Cell, Choice, Field, Input, Moment, Pill, Table, Text, Tone};
use crate::desk;
use crate::page::Page;
use crate::problem::Problem;
use crate::seat::{Sent, done};
use crate::urls;

/// A notice that was asked for, with how much its form lacks.
pub(crate) struct NoticeLine {
    pub(crate) view: NoticeView,
    /// Nothing for whoever may not take it out of the node.
    pub(crate) lacking: Option<u64>,
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NoticeForm {
    pub(crate) colour: String,
    pub(crate) channel: String,
    pub(crate) to: Vec<String>,
    pub(crate) language: String,
    pub(crate) reference: String,
}

/// The notices of a warrant; each leads to its form.
pub(crate) fn table(page: &Page, lines: &[NoticeLine]) -> Table {
    Table::new(page.say("notice-none"))
        .caption(page.say("notice-title"))
        .column(page.say("notice-colour"))
        .column(page.say("notice-channel"))
        .column(page.say("notice-form"))
        .column(page.say("col-date"))
        .rows(lines.iter().map(|line| {
            let body = &line.view.notice.body;
            let to: Vec<String> =
                body.to.iter().map(|state| page.word("country", &state.as_str().to_lowercase())).collect();
            let channel = page.word("notice-channel", body.channel.as_str());
            let lacking = line.lacking.map(|n| match n {
                0 => Pill::new(Tone::Ok, page.say("notice-complete")),
                n => Pill::new(Tone::Warn, page.count("notice-lacking", n)),
            });
            vec![
                Cell::Link {
                    href: form_of(line.view.id),
                    text: Text::own(page.word("notice-colour", body.colour.as_str())),
                    below: Some(Text::new(&body.reference)),
                },
                Cell::Below { text: Text::own(channel), below: Text::own(to.join(" · ")) },
                lacking.map_or(Cell::Void, |lacking| Cell::Pills(vec![lacking])),
                Cell::Moment(Moment::at(&page.words, line.view.notice.mark.at)),
            ]
        }))
}

fn form_of(id: NoticeId) -> String {
    urls::document(DocumentKind::NoticeRequest.as_str(), id)
}

/// The fields with which a notice is asked for.
pub(crate) fn fields(page: &Page, colours: &[Colour]) -> Vec<Field> {
    let colours = colours.iter().map(|one| {
        let says = page.word("notice-for", one.colour.as_str());
        let label = format!("{}: {says}", page.word("notice-colour", one.colour.as_str()));
        Choice::new(one.colour.as_str(), label, NoticeColour::Red.as_str())
    });
    let channels = NoticeChannel::ALL.iter().map(|one| {
        Choice::new(one.as_str(), page.word("notice-channel", one.as_str()), NoticeChannel::Notice.as_str())
    });
    let states = Country::EIGHT.map(|state| {
        let code = state.as_str();
        Choice::of_many(code, page.word("country", &code.to_lowercase()), &[])
    });
    let languages = WorkingLanguage::ALL.iter().map(|one| {
        let name = match one {
            WorkingLanguage::En => "English",
            WorkingLanguage::Fr => "Français",
            WorkingLanguage::Es => "Español",
            WorkingLanguage::Ar => "العربية",
        };
        Choice::new(one.as_str(), name, WorkingLanguage::En.as_str())
    });
    vec![
        Field::new("colour", page.say("notice-colour"), Input::Radio(colours.collect())),
        Field::new("channel", page.say("notice-channel"), Input::Radio(channels.collect())),
        Field::new("to", page.say("notice-to"), Input::Many(states.to_vec())),
        Field::pick("language", page.say("notice-language"), languages.collect())
            .id("notice-language".into()),
        Field::line("reference", page.say("request-reference"), "").id("notice-reference".into()),
    ]
}

/// Asks for a notice and leads to its form.
pub(crate) async fn ask(
    Path(warrant): Path<WarrantId>,
    Sent { seat, form }: Sent<NoticeForm>,
) -> Result<Response, Problem> {
    let colour = NoticeColour::named(&form.colour).ok_or(Problem::Missing)?;
    let channel = NoticeChannel::named(&form.channel).ok_or(Problem::Missing)?;
    let language = WorkingLanguage::named(&form.language).ok_or(Problem::Missing)?;
    let to = form.to.iter().filter_map(|code| code.parse().ok()).collect();
    let new = lintas_casework::notice::NewNotice {
        warrant,
        colour,
        channel,
        to,
        language,
        reference: form.reference,
    };
    let id = desk::warrants::ask_notice(&seat.ctx, new).await?;
    Ok(done(&form_of(id), "recorded", 1).into_response())
}

#[cfg(test)]
pub(crate) fn sample() -> Vec<NoticeLine> {
    use crate::sample;
    use lintas_model::Kind;
    use lintas_model::record::NoticeRequest;
    let body = NoticeRequest {
        warrant: sample::id(41),
        colour: NoticeColour::Red,
        channel: NoticeChannel::Diffusion,
        to: [Country::TH, Country::MY].into(),
        language: WorkingLanguage::En,
        reference: "NCB 12".into(),
    };
    let view = NoticeView { id: sample::id(71), notice: sample::item("KH-CIB", Kind::NoticeRequest, body) };
    vec![NoticeLine { view, lacking: Some(3) }]
}
