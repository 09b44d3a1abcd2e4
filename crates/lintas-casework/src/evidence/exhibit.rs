//! Exhibits: things kept as evidence, with every hand they passed.

use lintas_model::record::{Custody, CustodyAct, Exhibit};
use lintas_model::{Body, CaseId, Country, ExhibitId, Kind, PartialDate, RecordId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use super::chain::{self, Break};
use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result, access, case};

/// An exhibit to keep.
#[derive(Debug, Clone)]
pub struct NewExhibit {
    /// The case.
    pub case: CaseId,
    /// The number by which it is known.
    pub number: String,
    /// What it is.
    pub title: String,
    /// SHA-256 of the file, when it is one.
    pub sha256: Option<String>,
    /// When it was taken.
    pub taken: PartialDate,
    /// Where and from what.
    pub origin: String,
    /// The country whose rules of evidence it was taken under.
    pub country: Country,
    /// Who took it: function and unit.
    pub by: String,
    /// Whether the other agencies of the case may know of it.
    pub shared: bool,
}

/// What was done with an exhibit.
#[derive(Debug, Clone)]
pub struct NewLink {
    /// What.
    pub act: CustodyAct,
    /// By whom: function and unit.
    pub by: String,
    /// To whom it went.
    pub to: Option<String>,
    /// How.
    pub how: String,
    /// When.
    pub on: PartialDate,
    /// With what result.
    pub result: String,
}

/// An exhibit with its chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExhibitView {
    /// The exhibit.
    pub id: ExhibitId,
    /// As it was recorded.
    pub exhibit: Item<Exhibit>,
    /// The chain, in the order of its numbers.
    pub links: Vec<Item<Custody>>,
    /// Breaks in it.
    pub breaks: Vec<Break>,
    /// Whether the actor may add to the chain.
    pub may_write: bool,
}

impl ExhibitView {
    /// Whether it was given back or destroyed.
    pub fn is_gone(&self) -> bool {
        self.links.iter().any(|link| link.body.act == CustodyAct::Disposed)
    }
}

/// Keeps an exhibit; its taking is the first link of the chain.
pub async fn record(ctx: &Ctx, new: NewExhibit) -> Result<ExhibitId> {
    let _turn = ctx.node().turn().await;
    let found = case::found(ctx, new.case).await?;
    ctx.require(Action::WriteEvidence, &found.facts).await?;
    for (field, text, problem) in [
        ("number", &new.number, "give the number by which it is known"),
        ("title", &new.title, "say what it is"),
        ("by", &new.by, "say who took it: function and unit"),
    ] {
        if text.trim().is_empty() {
            return Err(CaseworkError::invalid(field, problem));
        }
    }
    if new.taken.earliest() > ctx.now() {
        return Err(CaseworkError::invalid("taken", "this day has not come yet"));
    }
    let sha256 = new.sha256.map(|hash| hash.trim().to_lowercase()).filter(|hash| !hash.is_empty());
    if sha256.as_ref().is_some_and(|hash| !chain::is_sha256(hash)) {
        return Err(CaseworkError::invalid("sha256", "a SHA-256 hash has 64 hexadecimal digits"));
    }
    let number = new.number.trim().to_owned();
    if read(ctx, new.case).await?.iter().any(|known| known.exhibit.body.number == number) {
        return Err(CaseworkError::invalid("number", format!("{number} is in use in this case")));
    }
    let audience = if new.shared { found.audience } else { ctx.private() };
    let id = ctx.node().new_id(ExhibitId::new);
    let body = Exhibit {
        case: new.case,
        number,
        title: new.title.trim().to_owned(),
        sha256,
        taken: new.taken,
        origin: new.origin.trim().to_owned(),
        country: new.country,
    };
    let first = Custody {
        exhibit: id,
        number: 1,
        act: CustodyAct::Taken,
        by: new.by.trim().to_owned(),
        to: None,
        how: new.origin.trim().to_owned(),
        on: new.taken,
        result: String::new(),
    };
    ctx.write(vec![ctx.about(audience, id, body), ctx.about(audience, id, first)]).await?;
    Ok(id)
}

/// Adds a link to the chain, written to whoever knows of the exhibit. What cannot be right is refused: a day before the
/// last act, an act on what was given back or destroyed, a hand-over to nobody.
pub async fn add(ctx: &Ctx, id: ExhibitId, new: NewLink) -> Result<RecordId> {
    let _turn = ctx.node().turn().await;
    let exhibit = item::latest::<Exhibit>(ctx, "exhibit", id).await?;
    ctx.require(Action::WriteEvidence, &facts(ctx.node(), &exhibit.mark)).await?;
    let audience = exhibit.mark.audience;
    let known = view(ctx, id, exhibit).await?;
    if new.by.trim().is_empty() {
        return Err(CaseworkError::invalid("by", "say by whom: function and unit"));
    }
    if new.act == CustodyAct::Taken {
        return Err(CaseworkError::invalid("act", "it was taken already"));
    }
    let to = new.to.map(|to| to.trim().to_owned()).filter(|to| !to.is_empty());
    if new.act == CustodyAct::HandedOver && to.is_none() {
        return Err(CaseworkError::invalid("to", "say to whom it went"));
    }
    if known.is_gone() {
        return Err(CaseworkError::invalid("act", "it was given back or destroyed"));
    }
    if new.on.earliest() > ctx.now() {
        return Err(CaseworkError::invalid("on", "this day has not come yet"));
    }
    let last = known.links.last().map(|link| &link.body);
    if let Some(last) = last
        && new.on.after() <= last.on.earliest()
    {
        return Err(CaseworkError::invalid("on", format!("the act before it took place on {}", last.on)));
    }
    let body = Custody {
        exhibit: id,
        number: last.map_or(1, |last| last.number + 1),
        act: new.act,
        by: new.by.trim().to_owned(),
        to,
        how: new.how.trim().to_owned(),
        on: new.on,
        result: new.result.trim().to_owned(),
    };
    ctx.write_one(ctx.about(audience, id, body)).await
}

/// One exhibit.
pub async fn show(ctx: &Ctx, id: ExhibitId) -> Result<ExhibitView> {
    let exhibit = item::latest::<Exhibit>(ctx, "exhibit", id).await?;
    let view = view(ctx, id, exhibit).await?;
    access::viewed(ctx, "exhibit", Some(id.into()), 1).await?;
    Ok(view)
}

/// The exhibits of a case by number.
pub async fn list(ctx: &Ctx, case: CaseId) -> Result<Vec<ExhibitView>> {
    let views = read(ctx, case).await?;
    access::viewed(ctx, "exhibits", Some(case.into()), views.len()).await?;
    Ok(views)
}

/// The same for a page that is recorded as a whole.
pub(crate) async fn read(ctx: &Ctx, case: CaseId) -> Result<Vec<ExhibitView>> {
    let query = HeldQuery { case: Some(case), ..HeldQuery::default() };
    let latest = item::owned(ctx, item::read::<Exhibit>(ctx, query).await?);
    let mut views = Vec::with_capacity(latest.len());
    for (object, exhibit) in latest {
        views.push(view(ctx, ExhibitId::from_uuid(object.uuid()), exhibit).await?);
    }
    views.sort_by(|a, b| a.exhibit.body.number.cmp(&b.exhibit.body.number));
    Ok(views)
}

async fn view(ctx: &Ctx, id: ExhibitId, exhibit: Item<Exhibit>) -> Result<ExhibitView> {
    let query =
        HeldQuery { object: Some(id.into()), now: Some(ctx.now()), ..HeldQuery::kinds(&[Kind::Custody]) };
    let held = ctx.node().store().held(&query).await?;
    let mut links: Vec<Item<Custody>> = item::permitted(ctx, Action::View, held)
        .into_iter()
        .filter_map(|(mark, permit, body)| match body {
            Body::Custody(body) => Some(Item { mark, permit, body }),
            _ => None,
        })
        .collect();
    links.sort_by_key(|link| (link.body.number, link.mark.at));
    let bodies: Vec<Custody> = links.iter().map(|link| link.body.clone()).collect();
    let breaks = chain::breaks(&exhibit.body, &bodies);
    let may_write = ctx.permit(Action::WriteEvidence, &facts(ctx.node(), &exhibit.mark)).is_ok();
    Ok(ExhibitView { id, exhibit, links, breaks, may_write })
}
