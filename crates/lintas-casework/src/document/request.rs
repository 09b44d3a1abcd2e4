//! What the documents of a request have in common: the request, its warrant, its person, its way and its law.

use lintas_documents::Wording;
use lintas_documents::parts::{Basis, Charge, Person, Signatory, WarrantReference};
use lintas_documents::wording::{Day as PrintedDay, Land};
use lintas_law::hop::{Actor, Side};
use lintas_law::instrument::{Instrument, InstrumentId, Offer};
use lintas_law::{Confidence, RequestKind};
use lintas_model::record::{Case, ContactPoint, ContactRole, Request, Warrant};
use lintas_model::{Country, ObjectId, PartialDate, RequestId};
use lintas_policy::Action;
use lintas_store::HeldQuery;

use super::DocumentKind;
use super::passage::Passages;
use super::person;
use super::sources::Sources;
use crate::item::{self, Item};
use crate::pursuit::{self, RequestView};
use crate::warrant::WarrantView;
use crate::{CaseworkError, Result, warrant};

/// A request with everything that its documents are made from.
pub(super) struct Material {
    /// The request.
    pub(super) request: Request,
    /// Its way, its steps and its clocks.
    pub(super) view: RequestView,
    /// The warrant that is pursued.
    pub(super) warrant: Option<WarrantView>,
    /// The person sought; nobody is told of where there is no warrant.
    pub(super) person: Option<Person>,
    /// The case's own words.
    pub(super) case: Option<Case>,
    /// What an officer wrote for its documents.
    pub(super) passages: Passages,
    instrument: Option<Instrument>,
}

/// Reads a request for one of its documents.
pub(super) async fn read(sources: &mut Sources<'_>, kind: DocumentKind, of: ObjectId) -> Result<Material> {
    let ctx = sources.ctx;
    let view = pursuit::show(ctx, RequestId::from_uuid(of.uuid())).await?;
    let request = sources.subject("request", view.request.clone()).await?;
    if !DocumentKind::of_request(request.kind).contains(&kind) {
        let fitting: Vec<&str> = DocumentKind::of_request(request.kind).iter().map(|k| k.as_str()).collect();
        let choose =
            if fitting.is_empty() { "nothing is printed for it".to_owned() } else { fitting.join(" or ") };
        let asks = request.kind.in_words();
        return Err(CaseworkError::invalid("kind", format!("this request is for {asks}; choose {choose}")));
    }
    let passages = Passages::read(sources, of).await?;
    let warrant = match request.warrant {
        Some(id) => warrant_of(sources, id).await?,
        None => None,
    };
    let person = match &warrant {
        Some(found) => {
            let body = &found.warrant.body;
            let statements = person::statements(sources, body.person).await?;
            let mut told = person::told(&statements, Some(&body.name_on_warrant));
            describe(&mut told, found, &passages);
            Some(told)
        }
        None => None,
    };
    let case = match request.case.or_else(|| warrant.as_ref().and_then(|w| w.warrant.body.case)) {
        Some(id) => match item::latest::<Case>(ctx, "case", id).await {
            Ok(item) => sources.keep(item),
            Err(CaseworkError::Denied(_) | CaseworkError::NotFound(_)) => None,
            Err(error) => return Err(error),
        },
        None => None,
    };
    let instrument = ctx.node().law().get(&InstrumentId(request.basis.clone())).cloned();
    Ok(Material { request, view, warrant, person, case, passages, instrument })
}

/// The warrant, where it may be taken out.
async fn warrant_of(sources: &mut Sources<'_>, id: lintas_model::WarrantId) -> Result<Option<WarrantView>> {
    match warrant::show(sources.ctx, id).await {
        Ok(mut view) => {
            let kept = sources.keep(view.warrant.clone());
            Ok(kept.map(|body| {
                view.warrant.body = body;
                view
            }))
        }
        Err(CaseworkError::Denied(_) | CaseworkError::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What a warrant and passages add to what is stated of a person.
pub(super) fn describe(person: &mut Person, found: &WarrantView, passages: &Passages) {
    let recorded = match &person.description {
        Some(Wording::Same { same }) => same.clone(),
        _ => String::new(),
    };
    person.description = Some(passages.over("description", &recorded)).filter(|wording| !wording.is_empty());
    person.location = passages
        .maybe("location")
        .or_else(|| person.location.take())
        .or_else(|| found.believed_in.map(Wording::from));
    person.certainty = found
        .warrant
        .body
        .identity
        .map(|identity| Wording::label(format!("certainty-{}", identity.as_str())));
}

/// The charges of a warrant, when the law is cited.
pub(super) fn charges(warrant: &Warrant, passages: &Passages) -> Vec<Charge> {
    let law = passages.over("law", &warrant.law);
    if law.is_empty() {
        return Vec::new();
    }
    let charge = |offence: &lintas_model::offence::Offence| Charge {
        offence: Wording::label(format!("offence-{offence}")),
        law: law.clone(),
        penalty: passages.maybe("penalty").unwrap_or_else(|| Wording::label("with-the-law")),
        limitation: passages.maybe("limitation").or_else(|| warrant.limitation.map(Wording::from)),
    };
    warrant.offences.iter().map(charge).collect()
}

/// A warrant as a document refers to it.
pub(super) fn reference(warrant: &Warrant) -> WarrantReference {
    WarrantReference {
        number: warrant.number.clone(),
        court: Wording::same(warrant.court.clone()),
        official: None,
        issued: warrant.issued.map(PrintedDay::from),
        valid_until: None,
    }
}

impl Material {
    /// The state that asks.
    pub(super) fn requesting_state(&self) -> Land {
        self.request.requesting.into()
    }

    /// The state that is asked.
    pub(super) fn requested_state(&self) -> Land {
        self.request.requested.into()
    }

    /// The authority that makes the request.
    pub(super) fn requesting_authority(&self) -> Wording {
        self.authority("requesting-authority", Actor::CentralAuthority, Side::Requesting)
    }

    /// The authority to which it is addressed.
    pub(super) fn requested_authority(&self) -> Wording {
        self.authority("requested-authority", Actor::CentralAuthority, Side::Requested)
    }

    /// An authority on the way by the name that the data on law have for it; a passage takes its place.
    pub(super) fn authority(&self, part: &str, actor: Actor, side: Side) -> Wording {
        let hops = self.view.way.iter().map(|hop| &hop.planned);
        let named = hops
            .filter(|hop| hop.actor == actor && hop.side == side)
            .find_map(|hop| hop.authority.as_ref())
            .map(|authority| authority.name.as_str());
        self.passages.over(part, named.unwrap_or_default())
    }

    /// The way by which it travels.
    pub(super) fn channel(&self) -> Wording {
        let on_the_way = |actor: Actor| {
            self.view.way.iter().any(|hop| hop.planned.actor == actor && hop.planned.skipped_by.is_none())
        };
        if on_the_way(Actor::NationalBureau) {
            Wording::label("channel-bureaus")
        } else if on_the_way(Actor::ForeignMinistry) || on_the_way(Actor::Embassy) {
            Wording::label("channel-diplomatic")
        } else if on_the_way(Actor::CentralAuthority) {
            Wording::label("channel-central")
        } else {
            Wording::same("")
        }
    }

    /// The treaty or law that it rests on. Without a day of checking where the data are not sure of it.
    pub(super) fn bases(&self) -> Vec<Basis> {
        let Some(instrument) = &self.instrument else { return Vec::new() };
        let offer = self.offer();
        let sure =
            |offer: &&Offer| matches!(offer.reference.confidence, Confidence::High | Confidence::Verified);
        let checked = offer.filter(sure).map(|offer| PartialDate::from(offer.reference.last_checked));
        vec![Basis {
            instrument: Wording::same(instrument.name.clone()),
            articles: offer.map(|offer| offer.article.clone()).unwrap_or_default(),
            last_checked: checked.map(PrintedDay::from),
        }]
    }

    /// What the basis offers for this kind of request.
    pub(super) fn offer(&self) -> Option<&Offer> {
        self.instrument.as_ref()?.offer(self.request.kind)
    }

    /// What the proceedings are about.
    pub(super) fn nature(&self) -> Wording {
        let offence = Wording::label(format!("offence-{}", self.request.offence));
        match self.warrant() {
            Some(warrant) if !warrant.number.is_empty() && !warrant.court.is_empty() => Wording::sentence(
                "proceedings-warrant",
                [
                    ("offence", offence),
                    ("number", Wording::same(warrant.number.clone())),
                    ("court", Wording::same(warrant.court.clone())),
                ],
            ),
            _ => Wording::sentence("proceedings", [("offence", offence)]),
        }
    }

    /// The facts, as an officer wrote them for the document; else the case's own summary.
    pub(super) fn facts(&self) -> Wording {
        self.passages.over("facts", self.case.as_ref().map(|case| case.summary.as_str()).unwrap_or_default())
    }

    /// The warrant's record.
    pub(super) fn warrant(&self) -> Option<&Warrant> {
        self.warrant.as_ref().map(|found| &found.warrant.body)
    }

    /// The charges.
    pub(super) fn charges(&self) -> Vec<Charge> {
        self.warrant().map(|warrant| charges(warrant, &self.passages)).unwrap_or_default()
    }

    /// What is attached: the warrant, and what an officer lists.
    pub(super) fn annexes(&self) -> Vec<Wording> {
        let copy = self.warrant().filter(|warrant| !warrant.number.is_empty()).map(|warrant| {
            let number = Wording::same(warrant.number.clone());
            Wording::sentence("with-reference", [("title", Wording::label("warrant")), ("reference", number)])
        });
        copy.into_iter().chain(self.passages.lines("annexes", "")).collect()
    }

    /// By when an answer is wanted.
    pub(super) fn due(&self) -> Option<PrintedDay> {
        self.request.needed_by.map(PrintedDay::from)
    }

    /// Who signs.
    pub(super) fn signatory(&self) -> Signatory {
        signatory(&self.passages)
    }

    /// The day on which the person was arrested provisionally, and the last day for the papers.
    pub(super) fn arrest(&self) -> (Option<PrintedDay>, Option<PrintedDay>) {
        use lintas_law::hop::EventKind;
        use lintas_model::lifecycle::RequestMove;
        let steps = self.view.steps.iter().rev();
        let arrested =
            steps.clone().find(|step| step.body.step == RequestMove::Arrest).map(|step| step.body.on);
        let clocks = self.view.clocks.iter().map(|(deadline, _)| deadline);
        let due = clocks
            .filter(|deadline| deadline.met_by == EventKind::PapersReceived)
            .find_map(|deadline| deadline.due)
            .map(PartialDate::from);
        (arrested.map(PrintedDay::from), due.map(PrintedDay::from))
    }
}

/// Who signs, as an officer wrote it; an empty name leaves a line.
pub(super) fn signatory(passages: &Passages) -> Signatory {
    Signatory {
        name: passages.plain("signatory"),
        office: passages.said("office"),
        place: passages.maybe("place"),
        signed: None,
    }
}

/// The desk of the agency that answers day and night.
pub(super) async fn duty_desk(sources: &mut Sources<'_>) -> Result<Option<Wording>> {
    let query = HeldQuery { agency: Some(sources.ctx.node().code().clone()), ..HeldQuery::default() };
    let points = item::read_for::<ContactPoint>(sources.ctx, Action::ViewRegion, query).await?;
    let desks: Vec<Item<ContactPoint>> = item::owned(sources.ctx, points)
        .into_values()
        .filter(|point| !point.body.closed && point.body.roles.contains(&ContactRole::RoundTheClock))
        .collect();
    Ok(desks.into_iter().next().map(|desk| {
        let body = desk.body;
        let reached = [vec![body.name], body.phones, body.emails].concat();
        Wording::same(reached.join(", "))
    }))
}

/// Whether a request for extradition is recorded that follows this one: for the same warrant, to the same state.
pub(super) async fn extradition_follows(sources: &Sources<'_>, material: &Material) -> Result<bool> {
    let Some(warrant) = material.request.warrant else { return Ok(false) };
    let query = HeldQuery { other: Some(warrant.into()), ..HeldQuery::default() };
    let requests = item::owned(sources.ctx, item::read::<Request>(sources.ctx, query).await?);
    let same_state = |to: Country| to == material.request.requested;
    Ok(requests
        .values()
        .any(|request| request.body.kind == RequestKind::Extradition && same_state(request.body.requested)))
}
