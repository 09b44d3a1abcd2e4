//! The form of an INTERPOL notice or diffusion, from the notice, its warrant and what is stated of the person.

use lintas_documents::Wording;
use lintas_documents::documents::NoticeRequest;
use lintas_law::Day;
use lintas_law::hop::Actor;
use lintas_law::notice::Need;
use lintas_model::ObjectId;
use lintas_model::record::{self, Request};
use lintas_model::request::RequestKind;
use lintas_store::HeldQuery;

use super::passage::Passages;
use super::request;
use super::sources::Sources;
use super::{person, warrant_sheet};
use crate::item;
use crate::{Result, warrant};

pub(super) async fn assemble(sources: &mut Sources<'_>, of: ObjectId) -> Result<NoticeRequest> {
    let ctx = sources.ctx;
    let notice = item::latest::<record::NoticeRequest>(ctx, "notice", of).await?;
    let notice = sources.subject("notice", notice).await?;
    let mut view = warrant::show(ctx, notice.warrant).await?;
    view.warrant.body = sources.subject("warrant", view.warrant.clone()).await?;
    let body = view.warrant.body.clone();
    let passages = Passages::read(sources, of).await?;
    let statements = person::statements(sources, body.person).await?;
    let mut person = person::told(&statements, Some(&body.name_on_warrant));
    request::describe(&mut person, &view, &passages);
    let colour = ctx.node().law().notices().get(notice.colour).cloned();
    let needs = colour.map(|colour| colour.needs).unwrap_or_default();
    Ok(NoticeRequest {
        reference: notice.reference.clone(),
        colour: Wording::label(format!("notice-{}", notice.colour)),
        colour_word: notice.colour.as_str().to_owned(),
        purpose: Wording::label(format!("notice-for-{}", notice.colour)),
        channel: Wording::label(format!("notice-by-{}", notice.channel)),
        to: notice.to.iter().map(|state| (*state).into()).collect(),
        working_language: notice.language.as_str().to_owned(),
        bureau: bureau(sources, &passages, body.country),
        person,
        warrant: Some(request::reference(&body)),
        charges: request::charges(&body, &passages),
        facts: passages.over("facts", body.charges.as_deref().unwrap_or_default()),
        caution: warrant_sheet::caution(&body),
        wanted_information: passages.maybe("wanted-information"),
        warning: passages.maybe("warning"),
        extradition_will_follow: extradition_recorded(sources, notice.warrant.into()).await?
            || passages.maybe("will-follow").is_some(),
        contact: passages.maybe("contact").or(request::duty_desk(sources).await?),
        needs: needs.into_iter().map(key).map(ToOwned::to_owned).collect(),
        signatory: request::signatory(&passages),
        frame: sources.frame(),
    })
}

/// The label of what a form needs.
const fn key(need: Need) -> &'static str {
    match need {
        Need::Name => "name",
        Need::Description => "description",
        Need::Location => "location",
        Need::Facts => "facts",
        Need::Charges => "charges",
        Need::Warrant => "warrant",
        Need::WillFollow => "will-follow",
        Need::WantedInformation => "wanted-information",
        Need::Warning => "warning",
    }
}

/// The bureau that asks, by the name that the data on law have for it; a passage takes its place.
fn bureau(sources: &Sources<'_>, passages: &Passages, state: lintas_model::Country) -> Wording {
    let law = sources.ctx.node().law();
    let today = Day::from_timestamp(sources.ctx.now());
    let named = law.authorities().find(state, Actor::NationalBureau, RequestKind::PoliceToPolice, today);
    passages.over("bureau", named.map(|authority| authority.name.as_str()).unwrap_or_default())
}

/// Whether a request for extradition of the same warrant is recorded here.
async fn extradition_recorded(sources: &Sources<'_>, warrant: ObjectId) -> Result<bool> {
    let query = HeldQuery { other: Some(warrant), ..HeldQuery::default() };
    let requests = item::owned(sources.ctx, item::read::<Request>(sources.ctx, query).await?);
    Ok(requests.values().any(|request| request.body.kind == RequestKind::Extradition))
}
