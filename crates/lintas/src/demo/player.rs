//! Playing a script at the nodes, through the same commands that officers use.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use anyhow::{Context as _, bail};
use lintas_casework::case::{self, NewCase};
use lintas_casework::directory::{self, NewContact};
use lintas_casework::finding::{self, Analysis, NewAnalysis, Scope};
use lintas_casework::hits::{self, Wish};
use lintas_casework::inquiry::{self, NewInquiry};
use lintas_casework::operation::{self, NewOperation};
use lintas_casework::outcome::{self, NewOutcome};
use lintas_casework::plan::decision::{self, NewDecision};
use lintas_casework::plan::gate::{self, NewAnswer};
use lintas_casework::plan::objective;
use lintas_casework::pursuit::{self, NewHop, NewRequest};
use lintas_casework::release::{self, NewRelease, Recipients};
use lintas_casework::report::{self, NewLink, NewReport, NewSighting, NewThing};
use lintas_casework::task::{self, NewTask};
use lintas_casework::victim::{self, NewProtectedPerson};
use lintas_casework::warrant::{self, NewCheck, NewWarrant};
use lintas_casework::{Ctx, intake, note, round};
use lintas_exchange::Pace;
use lintas_exercise::round::{Act, Deed, Link, ROUND_FROM, ROUND_NAME, ROUND_TO, STEWARD, Seen, Sighted};
use lintas_intake::Options;
use lintas_model::grade::Scheme;
use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_model::lifecycle::{CaseMove, WarrantState};
use lintas_model::offence::Offence;
use lintas_model::property::{Property, Value};
use lintas_model::record::{
    AgeBand, ContactRole, FindingKind, LinkStrength, ProtectionStatus, RiskQuestion, Substance,
};
use lintas_model::{
    AgencyCode, CaseId, CommitmentId, EntityId, FindingId, Grade, Handling, InquiryId, ObjectId, OperationId,
    PartialDate, Point, ReportId, RequestId, RoundId, TaskId, Timestamp, WarrantId,
};

use super::haven::{self, Shelter};
use super::meetings::exchange;
use super::{Region, Station, evidence, joint};

/// What the handles of the script stand for at the nodes.
#[derive(Default)]
pub(super) struct Known {
    round: Option<RoundId>,
    things: BTreeMap<String, ObjectId>,
    /// What analyses found and somebody kept.
    found: BTreeMap<String, Vec<(FindingId, FindingKind)>>,
}

impl Known {
    pub(super) fn keep(&mut self, handle: String, id: impl Into<ObjectId>) {
        self.things.insert(handle, id.into());
    }

    pub(super) fn object(&self, handle: &str) -> anyhow::Result<ObjectId> {
        self.things.get(handle).copied().with_context(|| format!("could not find `{handle}` in the play"))
    }

    fn found(&self, handle: &str) -> anyhow::Result<&[(FindingId, FindingKind)]> {
        self.found
            .get(handle)
            .map(Vec::as_slice)
            .with_context(|| format!("could not find `{handle}` in the play"))
    }

    pub(super) fn round(&self) -> anyhow::Result<RoundId> {
        self.round.context("could not find the round in the play")
    }
}

/// Plays all acts. Between days, nodes that have written something are met by the others.
pub(crate) async fn play(region: &Region, acts: Vec<Act>, progress: impl Fn(u64)) -> anyhow::Result<()> {
    let mut known = Known::default();
    let mut written: BTreeSet<&str> = BTreeSet::new();
    let mut today: Option<PartialDate> = None;
    let mut minutes = 0;
    for act in acts {
        if today != Some(act.on) {
            exchange(region, &written).await?;
            written.clear();
            today = Some(act.on);
            minutes = 0;
        }
        minutes += 7;
        region.clock.set(act.on.earliest().plus_millis(8 * 3_600_000 + minutes * 60_000));
        let station = region.station(act.agency)?;
        let what = format!("{} on {}", act.agency, act.on);
        perform(region, station, act, &mut known).await.with_context(|| format!("could not play {what}"))?;
        written.insert(station.part.code);
        progress(1);
    }
    exchange(region, &written).await?;
    // Receipts of the last meeting travel too.
    let everyone: BTreeSet<&str> = region.stations.iter().map(|station| station.part.code).collect();
    exchange(region, &everyone).await
}

async fn perform(region: &Region, station: &Station, act: Act, known: &mut Known) -> anyhow::Result<()> {
    let on = act.on;
    let lead = || async {
        let login = if station.part.code == STEWARD { "steward" } else { "lead" };
        station.seat(login).await
    };
    match act.deed {
        Deed::OpenRound => {
            let day = |(year, month, day)| PartialDate::day(year, month, day);
            let agencies =
                region.stations.iter().filter(|s| s.part.code != STEWARD).map(|s| s.code().clone()).collect();
            let id =
                round::open(&lead().await?, ROUND_NAME, day(ROUND_FROM)?, day(ROUND_TO)?, agencies).await?;
            known.round = Some(id);
        }
        Deed::AskHits { case, to } => {
            let case = CaseId::from_uuid(known.object(&case)?.uuid());
            for to in to {
                let wish = Wish {
                    to: AgencyCode::new(to)?,
                    case,
                    legal_basis: "UNTOC Art. 27".to_owned(),
                    entities: BTreeSet::new(),
                    values: Vec::new(),
                    with_victims: false,
                };
                hits::ask(&lead().await?, wish).await?;
                if !station.by_file && !region.station(to)?.by_file {
                    lintas_exchange::ask(&station.node, &AgencyCode::new(to)?, Pace::FULL).await?;
                }
            }
        }
        Deed::Workshop { kind, place } => {
            let participants: BTreeMap<AgencyCode, u32> = region
                .stations
                .iter()
                .filter(|s| s.part.code != STEWARD)
                .map(|s| (s.code().clone(), 4))
                .collect();
            round::workshop(&lead().await?, known.round()?, kind, on, place, participants).await?;
        }
        Deed::Commit { handle, what, due } => {
            let id: CommitmentId = round::commit(&lead().await?, known.round()?, what, due).await?;
            known.keep(handle, id);
        }
        Deed::CommitmentDone { commitment, text } => {
            let id = CommitmentId::from_uuid(known.object(&commitment)?.uuid());
            round::done(&lead().await?, id, on, text, Vec::new()).await?;
        }
        Deed::OpenCase { handle, title, reference, summary, offences, countries } => {
            let new = NewCase {
                title: title.to_owned(),
                reference,
                summary: summary.to_owned(),
                offences: offences.into_iter().collect(),
                countries: countries.into_iter().collect(),
                round: known.round,
            };
            known.keep(handle, case::open(&lead().await?, new).await?);
        }
        Deed::Contact { name, phone, languages } => {
            let new = NewContact {
                name: name.to_owned(),
                roles: BTreeSet::from([ContactRole::RoundTheClock, ContactRole::Investigation]),
                phones: vec![phone],
                languages: languages.into_iter().map(ToOwned::to_owned).collect(),
                ..NewContact::default()
            };
            directory::add(&lead().await?, new).await?;
        }
        Deed::Ask { handle, case, to, question, due } => {
            let new = NewInquiry {
                case: CaseId::from_uuid(known.object(&case)?.uuid()),
                agency: AgencyCode::new(to)?,
                question: question.to_owned(),
                legal_basis: "UNTOC Art. 27".to_owned(),
                due: Some(due),
            };
            known.keep(handle, inquiry::ask(&lead().await?, new).await?);
        }
        Deed::Reply { inquiry, step, text, report } => {
            let (ctx, id) = (lead().await?, InquiryId::from_uuid(known.object(&inquiry)?.uuid()));
            let record = match report {
                Some(handle) => {
                    let report = ReportId::from_uuid(known.object(&handle)?.uuid());
                    let offer =
                        inquiry::offers(&ctx, id).await?.into_iter().find(|offer| offer.report == report);
                    Some(
                        offer.with_context(|| format!("could not find that `{handle}` was released"))?.record,
                    )
                }
                None => None,
            };
            inquiry::step(&ctx, id, step, text, record).await?;
        }
        Deed::Objective { case, text } => {
            let id = CaseId::from_uuid(known.object(&case)?.uuid());
            objective::set(&lead().await?, id, text).await?;
        }
        Deed::Decide { case, text, reason, agencies } => {
            let new = NewDecision {
                case: CaseId::from_uuid(known.object(&case)?.uuid()),
                text: text.to_owned(),
                reason: reason.to_owned(),
                agencies: codes(&agencies)?,
                on,
            };
            decision::log(&lead().await?, new).await?;
        }
        Deed::SayYes { operation, note } => {
            let id = OperationId::from_uuid(known.object(&operation)?.uuid());
            let answers = RiskQuestion::ALL.iter().map(|question| NewAnswer {
                question: *question,
                yes: true,
                note: note.to_owned(),
            });
            let ctx = lead().await?;
            let plan = operation::show(&ctx, id).await?.plan;
            gate::answer(&ctx, id, plan, answers.collect()).await?;
        }
        deed @ (Deed::Exhibit { .. }
        | Deed::Custody { .. }
        | Deed::Proof { .. }
        | Deed::Verdict { .. }
        | Deed::Passages { .. }) => evidence::perform(&lead().await?, station, on, deed, known).await?,
        Deed::Joint(deed) => joint::perform(station, deed, known).await?,
        Deed::MakeJoint { case, members } => {
            let id = CaseId::from_uuid(known.object(&case)?.uuid());
            case::make_joint(&lead().await?, id, &codes(&members)?).await?;
        }
        Deed::Import { file_name, csv } => {
            let analyst = station.seat("analyst").await?;
            let bytes = csv.into_bytes();
            let open = move || Ok(Cursor::new(bytes.clone()));
            let done =
                intake::import(&analyst, file_name.clone(), open, Options::default(), None, |_| {}).await?;
            if !done.reading.is_settled() || done.taken == 0 {
                bail!("could not import `{file_name}`: {}", done.reading);
            }
        }
        Deed::Report { handle, case, title, text, grade, source_reference, seen, links, sighted } => {
            let officer = station.seat("officer").await?;
            let case =
                case.map(|case| known.object(&case)).transpose()?.map(|id| CaseId::from_uuid(id.uuid()));
            let new = NewReport {
                title,
                text,
                occurred: Some(on),
                source_reference,
                case,
                grade: grade.map(|grade| Grade::parse(Scheme::FourFour, grade)).transpose()?,
                handling: Handling::default(),
                things: Vec::new(),
                links: Vec::new(),
                seen: Vec::new(),
                files: Vec::new(),
                written: None,
            };
            file(&officer, handle, new, seen, links, sighted, known).await?;
        }
        Deed::Release { reports, case, reason } => {
            let ctx = lead().await?;
            let mut records = BTreeMap::new();
            for handle in reports {
                let report = ReportId::from_uuid(known.object(&handle)?.uuid());
                for record in release::of_report(&ctx, report).await? {
                    records.insert(record, BTreeSet::new());
                }
            }
            let new = NewRelease {
                records,
                to: Recipients::Case(CaseId::from_uuid(known.object(&case)?.uuid())),
                purposes: BTreeSet::from([
                    Purpose::Investigation,
                    Purpose::Prosecution,
                    Purpose::LegalCooperation,
                ]),
                use_rule: UseRule::IntelligenceOnly,
                onward: OnwardRule::Ask,
                expires_at: Some(on.earliest().plus_days(730)),
                legal_basis: "UNTOC Art. 27".to_owned(),
                reason: reason.to_owned(),
            };
            release::release(&ctx, new).await?;
        }
        Deed::Task { handle, case, to, title, due } => {
            let new = NewTask {
                case: CaseId::from_uuid(known.object(&case)?.uuid()),
                title: title.to_owned(),
                detail: String::new(),
                agency: AgencyCode::new(to)?,
                due: Some(due),
                after: None,
            };
            known.keep(handle, task::set(&lead().await?, new).await?);
        }
        Deed::Answer { task, step, text } => {
            let id = TaskId::from_uuid(known.object(&task)?.uuid());
            task::step(&lead().await?, id, step, text, None).await?;
        }
        Deed::Warrant { handle, number, name, court, country, issued, offence, law } => {
            let new = NewWarrant {
                number,
                person: None,
                name,
                court: court.to_owned(),
                country,
                issued: Some(issued),
                offences: BTreeSet::from([offence]),
                law: law.to_owned(),
                case: None,
                state: WarrantState::Issued,
                details: Default::default(),
            };
            known.keep(handle, warrant::record(&lead().await?, new).await?);
        }
        Deed::CheckWarrant { warrant, substance, finding, believed_in } => {
            let id = WarrantId::from_uuid(known.object(&warrant)?.uuid());
            let next_review =
                (substance == Substance::Verified).then(|| PartialDate::of(on.earliest().plus_days(180)));
            let new = NewCheck { substance, on, finding: finding.to_owned(), next_review, believed_in };
            warrant::check(&lead().await?, id, new).await?;
        }
        Deed::MoveWarrant { warrant, step, reference } => {
            let id = WarrantId::from_uuid(known.object(&warrant)?.uuid());
            warrant::step(&lead().await?, id, step, on, &reference).await?;
        }
        Deed::Request { handle, warrant, kind, requested, offence, basis, sought, reference } => {
            let new = NewRequest {
                kind,
                requested,
                offence,
                basis: basis.to_owned(),
                reference,
                sought: sought.to_owned(),
                languages: Vec::new(),
                needed_by: None,
                urgent: false,
                case: None,
                warrant: Some(WarrantId::from_uuid(known.object(&warrant)?.uuid())),
            };
            known.keep(handle, pursuit::record(&lead().await?, new).await?);
        }
        Deed::Pass { request, received, passed_on } => {
            let (ctx, id) = (lead().await?, RequestId::from_uuid(known.object(&request)?.uuid()));
            let next = pursuit::show(&ctx, id).await?.owed.and_then(|owed| owed.next);
            let next =
                next.with_context(|| format!("could not find who owes the next step of `{request}`"))?;
            let hop = NewHop {
                step: next.step,
                received: Some(received),
                passed_on: Some(passed_on),
                ..NewHop::default()
            };
            pursuit::hop(&ctx, id, hop).await?;
        }
        Deed::MoveRequest { request, step } => {
            let id = RequestId::from_uuid(known.object(&request)?.uuid());
            pursuit::step(&lead().await?, id, step, on, "").await?;
        }
        Deed::ProtectedPerson { handle, case, code, child, operation } => {
            let new = NewProtectedPerson {
                case: CaseId::from_uuid(known.object(&case)?.uuid()),
                code,
                age: if child { AgeBand::Child } else { AgeBand::Adult },
                nationality: None,
                offence: Offence::Trafficking,
                status: ProtectionStatus::AtRisk,
                operation: Some(OperationId::from_uuid(known.object(&operation)?.uuid())),
            };
            known.keep(handle, victim::record(&lead().await?, new).await?);
        }
        Deed::Activate { case, reason } => {
            let id = CaseId::from_uuid(known.object(&case)?.uuid());
            case::step(&lead().await?, id, CaseMove::Activate, reason).await?;
        }
        Deed::Safe { person } => {
            victim::protect(&lead().await?, known.object(&person)?, ProtectionStatus::Safe).await?;
        }
        Deed::Shelter { person, names, born, nationality, plan, guardian } => {
            let file = Shelter { person: known.object(&person)?, names, born, nationality, plan, guardian };
            haven::shelter(station, file).await?;
        }
        Deed::AskDisclosure { person, court, second_key } => {
            haven::disclose(station, known.object(&person)?, court, second_key).await?;
        }
        Deed::Operation { handle, case, title, objective, participants, day } => {
            let new = NewOperation {
                case: CaseId::from_uuid(known.object(&case)?.uuid()),
                title: title.to_owned(),
                objective: objective.to_owned(),
                participants: codes(&participants)?,
                day: Some(day),
            };
            known.keep(handle, operation::plan(&lead().await?, new).await?);
        }
        Deed::MoveOperation { operation, step, reason } => {
            let id = OperationId::from_uuid(known.object(&operation)?.uuid());
            operation::step(&lead().await?, id, step, reason).await?;
        }
        Deed::Outcome { kind, subject, count, participants, summary } => {
            let new = NewOutcome {
                round: known.round()?,
                kind,
                subject: known.object(&subject)?,
                count,
                on,
                participants: codes(&participants)?,
                summary: summary.to_owned(),
            };
            outcome::claim(&lead().await?, new).await?;
        }
        Deed::AnalyseRoutes { handle, case, shared } => {
            let new = NewAnalysis {
                case: CaseId::from_uuid(known.object(&case)?.uuid()),
                analysis: Analysis::Routes,
                scope: if shared { Scope::Shared } else { Scope::Agency },
                new_since: Some(PartialDate::day(ROUND_FROM.0, ROUND_FROM.1, ROUND_FROM.2)?),
                seed: 1,
            };
            let analyst = station.seat("analyst").await?;
            let mut kept = Vec::new();
            for found in finding::analyse(&analyst, &new).await? {
                kept.push((finding::keep(&analyst, &new, &found).await?, found.finding.kind));
            }
            if kept.is_empty() {
                bail!("could not find anything in `{case}`");
            }
            known.found.insert(handle, kept);
        }
        Deed::ClaimFound { found } => {
            for (finding, kind) in known.found(&found)? {
                let summary = match kind {
                    FindingKind::Route => "A route not known before was discovered",
                    FindingKind::RestHouse => "A hidden rest-house was identified",
                    FindingKind::Organisers => continue,
                };
                finding::propose(&lead().await?, *finding, known.round()?, summary).await?;
            }
        }
        Deed::ConfirmFound { found } => {
            for (finding, _) in known.found(&found)? {
                finding::confirm(&lead().await?, *finding).await?;
            }
        }
        Deed::Confirm { kind, subject, count } => {
            outcome::confirm(&lead().await?, known.round()?, kind, known.object(&subject)?, count).await?;
        }
        Deed::Note { case, text } => {
            note::write(&lead().await?, CaseId::from_uuid(known.object(&case)?.uuid()), text).await?;
        }
    }
    Ok(())
}

async fn file(
    officer: &Ctx,
    handle: String,
    mut new: NewReport,
    seen: Vec<Seen>,
    links: Vec<Link>,
    sighted: Vec<Sighted>,
    known: &mut Known,
) -> anyhow::Result<()> {
    let entity_of =
        |known: &Known, handle: &str| known.object(handle).ok().map(|id| EntityId::from_uuid(id.uuid()));
    // Entities get their ids beforehand, so that sightings of the same report can name them.
    for thing in &seen {
        if entity_of(known, &thing.handle).is_none() {
            known.keep(thing.handle.clone(), officer.node().new_id(EntityId::new));
        }
        new.things.push(NewThing {
            entity: entity_of(known, &thing.handle),
            kind: thing.kind,
            says: thing.says.iter().map(|(word, text)| said(word, text)).collect::<anyhow::Result<_>>()?,
        });
    }
    let place = |handle: &str| {
        seen.iter()
            .position(|thing| thing.handle == handle)
            .with_context(|| format!("could not link `{handle}`"))
    };
    for link in &links {
        new.links.push(NewLink {
            from: place(&link.from)?,
            to: place(&link.to)?,
            kind: link.kind,
            strength: LinkStrength::Unconfirmed,
        });
    }
    for sighting in sighted {
        new.seen.push(NewSighting {
            subject: entity_of(known, &sighting.subject).context("could not find who was seen")?,
            at: Timestamp::parse(&sighting.at)
                .with_context(|| format!("could not read `{}`", sighting.at))?,
            point: Point::from_degrees(sighting.latitude, sighting.longitude, 500)?,
            place: Some(sighting.place.to_owned()),
        });
    }
    let filed = report::add(officer, new).await?;
    known.keep(handle, filed.report);
    Ok(())
}

fn said(word: &str, text: &str) -> anyhow::Result<(Property, Value)> {
    let property: Property = word.parse()?;
    let value = match property {
        Property::BirthDate | Property::Date => {
            let read =
                PartialDate::read(text)?.resolve(None).with_context(|| format!("could not read `{text}`"))?;
            Value::Date(read)
        }
        Property::Nationality | Property::Country => Value::Country(text.parse()?),
        Property::Position => {
            let (latitude, longitude) = text.split_once(", ").context("could not read a position")?;
            Value::Point(Point::from_degrees(latitude.parse()?, longitude.parse()?, 500)?)
        }
        _ => Value::Text(text.to_owned()),
    };
    Ok((property, value))
}

pub(super) fn codes(codes: &[&str]) -> anyhow::Result<BTreeSet<AgencyCode>> {
    Ok(codes.iter().map(|code| AgencyCode::new(code)).collect::<Result<_, _>>()?)
}
