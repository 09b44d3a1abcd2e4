//! The directory: how the desks and experts of each agency are reached, day and night, and in which languages.
//!
//! An entry belongs to the agency that keeps it and is written to the audience of the latest round, so that every agency
//! of the round reads it and nobody else does. It names a desk or a function, never the private name of an officer. An
//! entry that nobody has confirmed for half a year is shown, but marked.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::record::{Agency, ContactPoint, ContactRole};
use lintas_model::{AgencyCode, AudienceId, ContactPointId, PartialDate, RecordId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Result, access, agency, round};

/// An entry that nobody has confirmed for so many days is old.
pub const OLD_AFTER_DAYS: i64 = 180;

/// Digits of a telephone number with the country's: ITU-T E.164 allows 15 at most; none in the region has fewer than 7.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// An entry to write.
#[derive(Debug, Clone, Default)]
pub struct NewContact {
    /// Desk or function.
    pub name: String,
    /// What it is there for.
    pub roles: BTreeSet<ContactRole>,
    /// Telephone numbers, international form.
    pub phones: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Languages spoken, as language tags.
    pub languages: BTreeSet<String>,
    /// Hours and anything else to know.
    pub note: String,
}

/// An entry of the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactView {
    /// The entry.
    pub id: ContactPointId,
    /// As last written.
    pub contact: Item<ContactPoint>,
    /// Whether nobody has confirmed it for too long.
    pub old: bool,
}

impl ContactView {
    /// Whether it is reached day and night.
    pub fn round_the_clock(&self) -> bool {
        self.contact.body.roles.contains(&ContactRole::RoundTheClock)
    }
}

/// The directory: every agency known here, with its entries that are in use.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    /// The agencies by code.
    pub agencies: BTreeMap<AgencyCode, Agency>,
    /// The entries by agency, round-the-clock ones first.
    pub contacts: BTreeMap<AgencyCode, Vec<ContactView>>,
    /// Whether the actor may keep the entries of this agency.
    pub may_write: bool,
}

/// The directory.
pub async fn show(ctx: &Ctx) -> Result<Directory> {
    ctx.require_plain(Action::ViewRegion, "contact_point").await?;
    let agencies = agency::known(ctx).await?;
    let mut contacts: BTreeMap<AgencyCode, Vec<ContactView>> = BTreeMap::new();
    for view in all(ctx).await? {
        if !view.contact.body.closed {
            contacts.entry(view.contact.mark.originator.clone()).or_default().push(view);
        }
    }
    for of_agency in contacts.values_mut() {
        of_agency.sort_by_key(|view| (!view.round_the_clock(), view.contact.body.name.clone()));
    }
    let may_write = ctx.permit_plain(Action::WriteContact, "contact_point").is_ok();
    access::viewed(ctx, "directory", None, contacts.values().map(Vec::len).sum()).await?;
    Ok(Directory { agencies, contacts, may_write })
}

/// One entry, to be changed.
pub async fn find(ctx: &Ctx, id: ContactPointId) -> Result<ContactView> {
    ctx.require_plain(Action::ViewRegion, "contact_point").await?;
    all(ctx).await?.into_iter().find(|view| view.id == id).ok_or(CaseworkError::NotFound("contact point"))
}

/// Adds an entry of this agency, confirmed today.
pub async fn add(ctx: &Ctx, new: NewContact) -> Result<ContactPointId> {
    ctx.require_plain(Action::WriteContact, "contact_point").await?;
    let body = read(ctx, new)?;
    let id = ctx.node().new_id(ContactPointId::new);
    ctx.write_one(ctx.about(audience(ctx).await?, id, body)).await?;
    Ok(id)
}

/// Changes an entry of this agency. `seen` is the record that was on the screen: when another one has taken its place
/// since, nothing is written, so that two people cannot undo each other's work unseen.
pub async fn change(ctx: &Ctx, id: ContactPointId, seen: RecordId, new: NewContact) -> Result<()> {
    let _turn = ctx.node().turn().await;
    own(ctx, id, seen).await?;
    let body = read(ctx, new)?;
    ctx.write_one(ctx.about(audience(ctx).await?, id, body)).await?;
    Ok(())
}

/// Says that an entry of this agency is right as it stands today.
pub async fn confirm(ctx: &Ctx, id: ContactPointId, seen: RecordId) -> Result<()> {
    let _turn = ctx.node().turn().await;
    let known = own(ctx, id, seen).await?.contact.body;
    let body = ContactPoint { confirmed: today(ctx), ..known };
    ctx.write_one(ctx.about(audience(ctx).await?, id, body)).await?;
    Ok(())
}

/// Takes an entry of this agency out of use.
pub async fn close(ctx: &Ctx, id: ContactPointId, seen: RecordId) -> Result<()> {
    let _turn = ctx.node().turn().await;
    let known = own(ctx, id, seen).await?.contact.body;
    let body = ContactPoint { closed: true, ..known };
    ctx.write_one(ctx.about(audience(ctx).await?, id, body)).await?;
    Ok(())
}

async fn all(ctx: &Ctx) -> Result<Vec<ContactView>> {
    let read = item::read_for::<ContactPoint>(ctx, Action::ViewRegion, HeldQuery::default()).await?;
    let old_before = ctx.now().plus_days(-OLD_AFTER_DAYS);
    Ok(item::owned(ctx, read)
        .into_iter()
        .map(|(object, contact)| ContactView {
            id: ContactPointId::from_uuid(object.uuid()),
            old: contact.body.confirmed.after() <= old_before,
            contact,
        })
        .collect())
}

async fn own(ctx: &Ctx, id: ContactPointId, seen: RecordId) -> Result<ContactView> {
    ctx.require_plain(Action::WriteContact, "contact_point").await?;
    let known = find(ctx, id).await?;
    if known.contact.mark.originator != *ctx.node().code() {
        return Err(CaseworkError::invalid("contact", "another agency keeps this entry"));
    }
    if known.contact.mark.record != seen {
        return Err(CaseworkError::invalid("contact", "somebody has changed it since; look at it again"));
    }
    Ok(known)
}

/// Where entries are written: to the agencies of the latest round of which this one is, else to nobody.
async fn audience(ctx: &Ctx) -> Result<AudienceId> {
    let own = ctx.node().code();
    let rounds = round::known(ctx).await?;
    let takes_part = |round: &lintas_model::record::Round, owner: &AgencyCode| {
        round.agencies.contains(own) || owner == own
    };
    let latest = rounds.into_iter().find(|(_, round)| takes_part(&round.body, &round.mark.originator));
    Ok(latest.map_or_else(|| ctx.private(), |(_, round)| round.body.audience))
}

fn today(ctx: &Ctx) -> PartialDate {
    PartialDate::of(ctx.now())
}

fn read(ctx: &Ctx, new: NewContact) -> Result<ContactPoint> {
    let kept = |lines: Vec<String>| -> Vec<String> {
        lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    };
    let (name, phones, emails) = (new.name.trim().to_owned(), kept(new.phones), kept(new.emails));
    if name.is_empty() {
        return Err(CaseworkError::invalid("name", "name the desk or the function"));
    }
    if new.roles.is_empty() {
        return Err(CaseworkError::invalid("roles", "say what it is there for"));
    }
    let phones = phones.iter().map(|phone| international(phone)).collect::<Result<Vec<_>>>()?;
    if let Some(wrong) = emails.iter().find(|email| !is_address(email)) {
        return Err(CaseworkError::invalid("emails", format!("`{wrong}` is no address")));
    }
    if new.roles.contains(&ContactRole::RoundTheClock) && phones.is_empty() {
        return Err(CaseworkError::invalid("phones", "a desk that is reached day and night has a number"));
    }
    if phones.is_empty() && emails.is_empty() {
        return Err(CaseworkError::invalid("phones", "give a number or an address"));
    }
    let is_tag = |tag: &String| (2..=3).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_lowercase());
    if let Some(wrong) = new.languages.iter().find(|tag| !is_tag(tag)) {
        return Err(CaseworkError::invalid(
            "languages",
            format!("`{wrong}` is no language tag such as `th`"),
        ));
    }
    Ok(ContactPoint {
        name,
        roles: new.roles,
        phones,
        emails,
        languages: new.languages,
        note: new.note.trim().to_owned(),
        confirmed: today(ctx),
        closed: false,
    })
}

/// A number in international form: `+` and the country's digits first, so that it can be dialled from anywhere.
fn international(phone: &str) -> Result<String> {
    let plain = lintas_model::digits::to_ascii(phone);
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    let separators = plain.chars().skip(1).all(|c| c.is_ascii_digit() || " -.()".contains(c));
    if plain.starts_with('+') && separators && DIGITS.contains(&digits) {
        Ok(plain)
    } else {
        Err(CaseworkError::invalid("phones", format!("write `{phone}` with its country, such as +855 23 …")))
    }
}

fn is_address(email: &str) -> bool {
    let plain = !email.chars().any(|c| c.is_whitespace() || c.is_control());
    email.split_once('@').is_some_and(|(who, at)| !who.is_empty() && at.contains('.') && !at.contains('@'))
        && plain
}
