//! INTERPOL notices and diffusions asked for on a person whom a warrant seeks.
//!
//! What a colour is for and what its form needs comes from the data on law; what the form says comes from the warrant, the
//! statements on the person and the passages written for it. A notice is not a warrant, so it rests on one that stands.

use std::collections::BTreeSet;

use lintas_law::notice::Colour;
use lintas_model::lifecycle::WarrantState;
use lintas_model::record::{NoticeChannel, NoticeColour, NoticeRequest, Warrant, WorkingLanguage};
use lintas_model::{Country, NoticeId, WarrantId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result, access, warrant};

/// A notice or diffusion to ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNotice {
    /// The warrant.
    pub warrant: WarrantId,
    /// The colour.
    pub colour: NoticeColour,
    /// By which way.
    pub channel: NoticeChannel,
    /// The states to which a diffusion goes.
    pub to: BTreeSet<Country>,
    /// The language of the form.
    pub language: WorkingLanguage,
    /// The agency's reference.
    pub reference: String,
}

/// A notice that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeView {
    /// Its id.
    pub id: NoticeId,
    /// As last described.
    pub notice: Item<NoticeRequest>,
}

/// Asks for a notice or a diffusion on the person whom a warrant of this agency seeks.
pub async fn ask(ctx: &Ctx, new: NewNotice) -> Result<NoticeId> {
    let _turn = ctx.node().turn().await;
    let held = item::latest::<Warrant>(ctx, "warrant", new.warrant).await?;
    ctx.require(Action::WriteWarrant, &facts(ctx.node(), &held.mark)).await?;
    let state = warrant::show(ctx, new.warrant).await?.state;
    if !stands(state) {
        return Err(CaseworkError::invalid(
            "warrant",
            format!("it is {state}; a notice rests on one in force"),
        ));
    }
    if !ctx.node().law().notices().get(new.colour).is_some_and(|colour| colour.of_warrant) {
        return Err(CaseworkError::invalid("colour", format!("a {} notice rests on no warrant", new.colour)));
    }
    let own = held.body.country;
    if new.channel == NoticeChannel::Diffusion && new.to.iter().all(|state| *state == own) {
        return Err(CaseworkError::invalid("to", "say to which states the diffusion goes"));
    }
    let to = match new.channel {
        NoticeChannel::Diffusion => new.to,
        NoticeChannel::Notice => BTreeSet::new(),
    };
    let id = ctx.node().new_id(NoticeId::new);
    let body = NoticeRequest {
        warrant: new.warrant,
        colour: new.colour,
        channel: new.channel,
        to,
        language: new.language,
        reference: new.reference.trim().to_owned(),
    };
    ctx.write_one(ctx.about(ctx.private(), id, body)).await?;
    Ok(id)
}

/// Whether a warrant stands, so that a person may be sought on it.
const fn stands(state: WarrantState) -> bool {
    matches!(
        state,
        WarrantState::Issued
            | WarrantState::Circulated
            | WarrantState::NoticeRequested
            | WarrantState::NoticePublished
            | WarrantState::Located
    )
}

/// The colours that may be asked for on a warrant, each with what it is for.
pub fn colours(ctx: &Ctx) -> Vec<Colour> {
    ctx.node().law().notices().of_warrant().cloned().collect()
}

/// The notices that were asked for on a warrant, the latest first.
pub async fn of_warrant(ctx: &Ctx, id: WarrantId) -> Result<Vec<NoticeView>> {
    let views = read(ctx, Some(id)).await?;
    access::viewed(ctx, "notices", Some(id.into()), views.len()).await?;
    Ok(views)
}

/// All notices that were asked for, the latest first.
pub async fn list(ctx: &Ctx) -> Result<Vec<NoticeView>> {
    let views = read(ctx, None).await?;
    access::viewed(ctx, "notices", None, views.len()).await?;
    Ok(views)
}

async fn read(ctx: &Ctx, warrant: Option<WarrantId>) -> Result<Vec<NoticeView>> {
    let query = HeldQuery { other: warrant.map(Into::into), ..HeldQuery::default() };
    let latest = item::owned(ctx, item::read::<NoticeRequest>(ctx, query).await?);
    let view = |(object, notice): (lintas_model::ObjectId, _)| NoticeView {
        id: NoticeId::from_uuid(object.uuid()),
        notice,
    };
    let mut views: Vec<NoticeView> = latest.into_iter().map(view).collect();
    views.sort_by_key(|view| std::cmp::Reverse((view.notice.mark.at, view.id)));
    Ok(views)
}
