//! The evidence of a case: what it amounts to, the conviction map, exhibits, disclosure, decisions of courts.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use lintas_casework::evidence::exhibit::NewExhibit;
use lintas_casework::evidence::map::{CaseMap, SuspectMap};
use lintas_casework::evidence::proof::NewProof;
use lintas_casework::evidence::verdict::NewVerdict;
use lintas_law::offence::{Admissibility, Class, EvidenceForm, Row};
use lintas_model::offence::Offence;
use lintas_model::record::{CourtResult, RoleLevel};
use lintas_model::{CaseId, Country, Kind, ObjectId};
use serde::{Deserialize, Serialize};

use super::head::{CaseFace, CaseHead};
use crate::components::{Button, Cell, Choice, Field, Input, Moment, Pill, Problems, Table, Text, Tone};
use crate::desk;
use crate::desk::evidence::EvidenceFace;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::routes::reports::add::{order_field, read_date};
use crate::routes::warrants::record::country_choices;
use crate::seat::{Seat, Sent, done};
use crate::urls::{self, CaseTab};

/// What the three forms of the page send; each reads its own fields.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct EvidenceForms {
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) sha256: String,
    pub(crate) taken: String,
    pub(crate) taken_order: String,
    pub(crate) origin: String,
    pub(crate) country: String,
    pub(crate) by: String,
    pub(crate) shared: String,
    pub(crate) person: String,
    pub(crate) piece: String,
    pub(crate) element: String,
    pub(crate) form: String,
    pub(crate) shows: String,
    pub(crate) offence: String,
    pub(crate) court: String,
    pub(crate) result: String,
    pub(crate) level: String,
    pub(crate) sentence: String,
    pub(crate) on: String,
    pub(crate) on_order: String,
    pub(crate) is_final: String,
    pub(crate) round: String,
}

/// A suspect with the table of elements.
struct Suspect {
    title: Text,
    gaps: Pill,
    table: Table,
    proofs: Table,
    notes: Vec<Text>,
}

type Form = Option<(String, Vec<Field>)>;

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/evidence.html")]
pub(crate) struct CaseEvidence {
    page: Page,
    head: CaseHead,
    class: Pill,
    reasons: Vec<Text>,
    suspects: Vec<Suspect>,
    exhibits: Table,
    disclosure: Table,
    verdicts: Table,
    record: Form,
    lay: Form,
    decide: Form,
    tasks: String,
    open: (bool, bool, bool),
}

impl CaseEvidence {
    /// The page of a case with what was entered in one of its forms.
    pub(crate) fn new(
        page: Page,
        face: &CaseFace,
        view: &EvidenceFace,
        form: &EvidenceForms,
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Cases).level(Level::Confidential);
        let law = |text: &String| Text::tagged(text, Some("en"));
        let class = match view.map.classification.class {
            Class::Trafficking => (Tone::Danger, "trafficking"),
            Class::Smuggling => (Tone::Warn, "smuggling"),
            Class::Both => (Tone::Danger, "both"),
            Class::NeitherYet => (Tone::Plain, "neither_yet"),
        };
        let writes = view.map.may_write && face.is_open();
        let bad = |fields: &[&str]| fields.iter().any(|field| problems.of(field).is_some());
        Self {
            head: CaseHead::new(&page, face, CaseTab::Evidence),
            class: Pill::new(class.0, page.word("class", class.1)),
            reasons: view.map.classification.reasons.iter().map(law).collect(),
            suspects: view.map.maps.iter().map(|one| suspect(&page, &view.map, one)).collect(),
            exhibits: exhibits(&page, &view.map),
            disclosure: disclosure(&page, view),
            verdicts: verdicts(&page, view),
            record: writes.then(|| (urls::exhibit_record(face.case), exhibit_fields(&page, form, problems))),
            lay: (writes && !view.persons.is_empty() && !view.pieces.is_empty())
                .then(|| (urls::proof_lay(face.case), proof_fields(&page, view, form, problems))),
            decide: (view.may_decide && face.is_open() && !view.persons.is_empty())
                .then(|| (urls::verdict_record(face.case), verdict_fields(&page, view, form, problems))),
            tasks: urls::case(face.case, CaseTab::Tasks),
            open: (
                bad(&["number", "title", "sha256", "taken", "by", "country"]),
                bad(&["person", "piece", "element", "form", "shows"]),
                bad(&["court", "sentence", "on"]),
            ),
            page,
        }
    }
}

/// A word of the data on law: its serde name, which is the word of messages too.
fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(ToOwned::to_owned)).unwrap_or_default()
}

fn suspect(page: &Page, map: &CaseMap, one: &SuspectMap) -> Suspect {
    let country = page.word("country", &one.map.country.as_str().to_lowercase());
    let offence = page.word("offence", one.map.offence.as_str());
    let gaps = one.map.gaps().count() as u64;
    let tone = if gaps == 0 { Tone::Ok } else { Tone::Warn };
    let table = Table::new(page.say("map-none"))
        .caption(page.say("map-title"))
        .column(page.say("col-element"))
        .column(page.say("col-evidence"))
        .column(page.say("col-gaps"))
        .rows(one.map.rows.iter().map(|row| element(page, map, row)));
    let proofs = Table::new(page.say("map-none"))
        .caption(page.say("proofs-title"))
        .column(page.say("col-evidence"))
        .column(page.say("col-element"))
        .column(page.say("proof-form"))
        .column(page.say("proof-shows"))
        .column(page.say("col-do"))
        .rows(one.proofs.iter().map(|proof| {
            let body = &proof.body;
            let piece = map.pieces.get(&body.evidence);
            let own = map.may_write && proof.mark.originator.as_str() == page.node.code;
            let withdraw = own.then(|| {
                Button::new(
                    page,
                    urls::proof_withdraw(body.case, proof.mark.object),
                    page.say("proof-withdraw"),
                )
            });
            vec![
                piece.map_or(Cell::Void, |piece| named(piece.object, piece.is_exhibit, &piece.name)),
                Cell::Text(Text::tagged(body.element.replace(['.', '_'], " "), Some("en"))),
                Cell::Text(Text::own(page.word("evidence-form", body.form.as_str()))),
                Cell::Text(Text::new(&body.shows)),
                Cell::Buttons(withdraw.into_iter().collect()),
            ]
        }));
    let notes = one.map.national.iter().map(|note| Text::tagged(&note.says, Some("en")));
    Suspect {
        title: Text::new(format!("{} · {offence} · {country}", one.suspect)),
        gaps: Pill::new(tone, page.count("map-gaps", gaps)),
        table,
        proofs,
        notes: notes.collect(),
    }
}

fn named(object: ObjectId, is_exhibit: bool, name: &str) -> Cell {
    let href = if is_exhibit { urls::exhibit_of(object) } else { urls::report_of(object) };
    Cell::Link { href, text: Text::new(name), below: None }
}

fn element(page: &Page, map: &CaseMap, row: &Row) -> Vec<Cell> {
    let name = |id: &str| {
        let piece = id.parse::<ObjectId>().ok().and_then(|object| map.pieces.get(&object));
        piece.map_or("–", |piece| piece.name.as_str()).to_owned()
    };
    let pieces = row.evidence.iter().map(|piece| {
        let tone = match piece.admissibility {
            Admissibility::NoObstacle => Tone::Ok,
            Admissibility::AfterTasks => Tone::Warn,
            Admissibility::LeadOnly => Tone::Danger,
        };
        let mut says = page.word("admissibility", &word(piece.admissibility));
        for obstacle in &piece.obstacles {
            says = format!("{says}; {}", page.word("obstacle", &word(*obstacle)));
        }
        Pill::new(tone, format!("{}: {says}", name(&piece.id)))
    });
    let title = match &row.not_needed {
        Some(why) => format!("{} ({why})", row.title),
        None => format!("{} · {}", row.title, row.article),
    };
    let pieces: Vec<Pill> = pieces.collect();
    let tasks: Vec<&str> = row.gaps.iter().map(|gap| gap.task.as_str()).collect();
    vec![
        Cell::Text(Text::tagged(title, Some("en"))),
        if pieces.is_empty() { Cell::Void } else { Cell::Pills(pieces) },
        if tasks.is_empty() { Cell::Void } else { Cell::Text(Text::tagged(tasks.join("; "), Some("en"))) },
    ]
}

fn exhibits(page: &Page, map: &CaseMap) -> Table {
    Table::new(page.say("exhibits-none"))
        .caption(page.say("exhibits-title"))
        .column(page.say("exhibit-number"))
        .column(page.say("col-what"))
        .column(page.say("custody-title"))
        .column(page.say("col-owner"))
        .column(page.say("exhibit-taken"))
        .rows(map.exhibits.iter().map(|view| {
            let body = &view.exhibit.body;
            let chain = match view.breaks.len() as u64 {
                0 => Pill::new(Tone::Ok, page.say("custody-whole")),
                n => Pill::new(Tone::Danger, page.count("custody-breaks", n)),
            };
            vec![
                Cell::Link {
                    href: urls::exhibit(view.id),
                    text: Text::new(&body.number),
                    below: body.sha256.as_ref().map(|hash| Text::own(&hash[..16])),
                },
                Cell::Text(Text::new(&body.title)),
                Cell::Pills(vec![chain]),
                Cell::Text(Text::own(view.exhibit.mark.originator.as_str())),
                Cell::Moment(Moment::on(&page.words, body.taken)),
            ]
        }))
}

fn disclosure(page: &Page, view: &EvidenceFace) -> Table {
    Table::new(page.say("disclosure-none"))
        .caption(page.say("disclosure-title"))
        .column(page.say("col-evidence"))
        .column(page.say("col-kind"))
        .column(page.say("col-state"))
        .column(page.say("col-originator"))
        .rows(view.disclosure.iter().map(|line| {
            let mut pills = vec![if line.relied_on {
                Pill::new(Tone::Info, page.say("disclosure-relied"))
            } else {
                Pill::new(Tone::Plain, page.say("disclosure-unused"))
            }];
            if line.ask_first {
                pills.push(Pill::new(Tone::Warn, page.say("disclosure-ask")));
            }
            vec![
                named(line.object, line.kind == Kind::Exhibit, &line.name),
                Cell::Text(Text::own(page.word("record", line.kind.as_str()))),
                Cell::Pills(pills),
                Cell::Text(Text::own(line.originator.as_str())),
            ]
        }))
}

fn verdicts(page: &Page, view: &EvidenceFace) -> Table {
    Table::new(page.say("verdicts-none"))
        .caption(page.say("verdicts-title"))
        .column(page.say("property-person"))
        .column(page.say("verdict-result"))
        .column(page.say("verdict-level"))
        .column(page.say("verdict-sentence"))
        .column(page.say("col-date"))
        .rows(view.verdicts.iter().map(|one| {
            let body = &one.verdict.body;
            let tone = if body.result == CourtResult::Convicted { Tone::Ok } else { Tone::Plain };
            let mut pills = vec![Pill::new(tone, page.word("verdict-result", body.result.as_str()))];
            if body.is_final {
                pills.push(Pill::new(Tone::Info, page.say("verdict-final")));
            }
            vec![
                Cell::Link {
                    href: urls::entity(body.person),
                    text: Text::new(&one.name),
                    below: Some(Text::new(&body.court)),
                },
                Cell::Pills(pills),
                Cell::Text(Text::own(page.word("role-level", body.level.as_str()))),
                Cell::Text(Text::new(&body.sentence)),
                Cell::Moment(Moment::on(&page.words, body.on)),
            ]
        }))
}

fn exhibit_fields(page: &Page, form: &EvidenceForms, problems: &Problems) -> Vec<Field> {
    let line = |name, label: &str, text: &str| Field::line(name, page.say(label), text).problems(problems);
    let mut fields = vec![
        line("number", "exhibit-number", &form.number).required(),
        line("title", "col-what", &form.title).required(),
        line("by", "custody-by", &form.by).hint(page.say("custody-by-hint")).required(),
        line("taken", "exhibit-taken", &form.taken).hint(page.say("date-hint")).required(),
    ];
    fields.extend(order_field(page, "taken_order", &form.taken, &form.taken_order));
    fields.extend([
        line("origin", "exhibit-origin", &form.origin),
        Field::pick("country", page.say("exhibit-country"), country_choices(page, "choose", &form.country))
            .problems(problems),
        line("sha256", "exhibit-hash", &form.sha256),
        Field::new(
            "shared",
            page.say("exhibit-sharing"),
            Input::Many(vec![Choice::new("1", page.say("exhibit-shared"), &form.shared)]),
        ),
    ]);
    fields
}

fn persons(page: &Page, view: &EvidenceFace, form: &EvidenceForms, problems: &Problems, id: &str) -> Field {
    let persons =
        view.persons.iter().map(|(id, name)| Choice::new(id.to_string(), name.as_str(), &form.person));
    Field::pick("person", page.say("property-person"), persons.collect()).problems(problems).id(id.to_owned())
}

fn proof_fields(page: &Page, view: &EvidenceFace, form: &EvidenceForms, problems: &Problems) -> Vec<Field> {
    let pieces =
        view.pieces.iter().map(|(word, name)| Choice::new(word.as_str(), name.as_str(), &form.piece));
    let elements = view.elements.iter().map(|(offence, code, says)| {
        let offence = page.word("offence", offence.as_str());
        Choice::new(code.as_str(), format!("{offence} · {says}"), &form.element)
    });
    let forms = EvidenceForm::ALL
        .iter()
        .filter(|form| form.can_be_exhibit())
        .map(|one| Choice::new(one.as_str(), page.word("evidence-form", one.as_str()), &form.form));
    vec![
        persons(page, view, form, problems, "proof-person"),
        Field::pick("piece", page.say("col-evidence"), pieces.collect()).problems(problems),
        Field::pick("element", page.say("col-element"), elements.collect()).problems(problems),
        Field::pick("form", page.say("proof-form"), forms.collect())
            .hint(page.say("proof-form-hint"))
            .problems(problems),
        Field::pick("country", page.say("proof-country"), country_choices(page, "choose", &form.country))
            .id("proof-country".into())
            .problems(problems),
        Field::area("shows", page.say("proof-shows"), &form.shows).required().problems(problems),
    ]
}

fn verdict_fields(page: &Page, view: &EvidenceFace, form: &EvidenceForms, problems: &Problems) -> Vec<Field> {
    let results = CourtResult::ALL
        .iter()
        .map(|one| Choice::new(one.as_str(), page.word("verdict-result", one.as_str()), &form.result));
    let levels = RoleLevel::ALL
        .iter()
        .map(|one| Choice::new(one.as_str(), page.word("role-level", one.as_str()), &form.level));
    let offences =
        Offence::ALL.map(|one| Choice::new(one.as_str(), page.word("offence", one.as_str()), &form.offence));
    let mut fields = vec![
        persons(page, view, form, problems, "verdict-person"),
        Field::pick("offence", page.say("case-offences"), offences.to_vec()),
        Field::pick("country", page.say("proof-country"), country_choices(page, "choose", &form.country))
            .id("verdict-country".into())
            .problems(problems),
        Field::line("court", page.say("verdict-court"), &form.court).required().problems(problems),
        Field::pick("result", page.say("verdict-result"), results.collect()),
        Field::pick("level", page.say("verdict-level"), levels.collect()),
        Field::line("sentence", page.say("verdict-sentence"), &form.sentence).problems(problems),
        Field::line("on", page.say("col-date"), &form.on)
            .hint(page.say("date-hint"))
            .required()
            .problems(problems),
    ];
    fields.extend(order_field(page, "on_order", &form.on, &form.on_order));
    let is_final = Choice::new("1", page.say("verdict-final"), &form.is_final);
    fields.push(Field::new("is_final", page.say("col-state"), Input::Many(vec![is_final])));
    let mut rounds = vec![Choice::new("", page.say("verdict-no-round"), &form.round)];
    rounds
        .extend(view.rounds.iter().map(|(id, name)| Choice::new(id.to_string(), name.as_str(), &form.round)));
    fields.push(Field::pick("round", page.say("verdict-round"), rounds));
    fields
}

/// Answers with the evidence of a case.
pub(crate) async fn show(seat: Seat, Path(case): Path<CaseId>) -> Result<Html<CaseEvidence>, Problem> {
    answer(&seat, case, &EvidenceForms::default(), &Problems::default()).await
}

async fn answer(
    seat: &Seat,
    case: CaseId,
    form: &EvidenceForms,
    problems: &Problems,
) -> Result<Html<CaseEvidence>, Problem> {
    let face = desk::cases::face(&seat.ctx, case).await?;
    let view = desk::evidence::of_case(&seat.ctx, case).await?;
    Ok(Html(CaseEvidence::new(seat.page(), &face, &view, form, problems)))
}

/// Marks fields that were left empty.
fn need(page: &Page, problems: &mut Problems, fields: &[(&'static str, &str)]) {
    for (field, text) in fields {
        if text.trim().is_empty() {
            problems.add(field, page.say("field-needed"));
        }
    }
}

/// Keeps an exhibit.
pub(crate) async fn record(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<EvidenceForms>,
) -> Result<Response, Problem> {
    let (page, mut problems) = (seat.page(), Problems::default());
    let fields =
        [("number", &*form.number), ("title", &form.title), ("by", &form.by), ("taken", &form.taken)];
    need(&page, &mut problems, &fields);
    let taken = read_date(&page, "taken", &form.taken, &form.taken_order, &mut problems);
    let country = form.country.parse::<Country>().ok();
    if country.is_none() {
        problems.add("country", page.say("field-needed"));
    }
    match (taken, country) {
        (Some(taken), Some(country)) if problems.is_empty() => {
            let new = NewExhibit {
                case,
                number: form.number,
                title: form.title,
                sha256: Some(form.sha256),
                taken,
                origin: form.origin,
                country,
                by: form.by,
                shared: !form.shared.is_empty(),
            };
            let id = desk::evidence::record(&seat.ctx, new).await?;
            Ok(done(&urls::exhibit(id), "recorded", 2).into_response())
        }
        _ => Ok(answer(&seat, case, &form, &problems).await?.into_response()),
    }
}

/// Lays evidence against an element.
pub(crate) async fn lay(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<EvidenceForms>,
) -> Result<Response, Problem> {
    let (page, mut problems) = (seat.page(), Problems::default());
    need(&page, &mut problems, &[("shows", &form.shows)]);
    let piece = desk::evidence::piece(&form.piece);
    let kind = piece.and_then(|piece| desk::evidence::form_of(piece, EvidenceForm::named(&form.form)));
    let (suspect, country) = (form.person.parse().ok(), form.country.parse::<Country>().ok());
    if country.is_none() {
        problems.add("country", page.say("field-needed"));
    }
    match (piece, kind, suspect, country) {
        (Some(evidence), Some(kind), Some(suspect), Some(country)) if problems.is_empty() => {
            let new = NewProof {
                case,
                suspect,
                country,
                element: form.element,
                evidence,
                form: kind,
                shows: form.shows,
            };
            desk::evidence::lay(&seat.ctx, new).await?;
            Ok(done(&urls::case(case, CaseTab::Evidence), "recorded", 1).into_response())
        }
        _ => {
            problems.add("piece", page.say("field-needed"));
            Ok(answer(&seat, case, &form, &problems).await?.into_response())
        }
    }
}

/// Takes a proof back.
pub(crate) async fn withdraw(
    Path((case, proof)): Path<(CaseId, ObjectId)>,
    Sent { seat, .. }: Sent<EvidenceForms>,
) -> Result<Redirect, Problem> {
    desk::evidence::withdraw(&seat.ctx, proof).await?;
    Ok(done(&urls::case(case, CaseTab::Evidence), "recorded", 1))
}

/// Records what a court decided.
pub(crate) async fn decide(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<EvidenceForms>,
) -> Result<Response, Problem> {
    let (page, mut problems) = (seat.page(), Problems::default());
    need(&page, &mut problems, &[("court", &form.court), ("on", &form.on)]);
    let on = read_date(&page, "on", &form.on, &form.on_order, &mut problems);
    let offence = Offence::ALL.into_iter().find(|one| one.as_str() == form.offence);
    let result = CourtResult::named(&form.result).ok_or(Problem::Missing)?;
    let level = RoleLevel::named(&form.level).ok_or(Problem::Missing)?;
    if result == CourtResult::Convicted {
        need(&page, &mut problems, &[("sentence", &form.sentence)]);
    }
    let country = form.country.parse::<Country>().ok();
    if country.is_none() {
        problems.add("country", page.say("field-needed"));
    }
    match (on, offence, form.person.parse().ok(), country) {
        (Some(on), Some(offence), Some(person), Some(country)) if problems.is_empty() => {
            let new = NewVerdict {
                case,
                person,
                offence,
                country,
                court: form.court,
                result,
                level,
                sentence: form.sentence,
                on,
                is_final: !form.is_final.is_empty(),
                round: form.round.parse().ok(),
            };
            desk::evidence::decide(&seat.ctx, new).await?;
            Ok(done(&urls::case(case, CaseTab::Evidence), "recorded", 1).into_response())
        }
        _ => {
            problems.add("court", page.say("field-needed"));
            Ok(answer(&seat, case, &form, &problems).await?.into_response())
        }
    }
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CaseEvidence {
    use crate::sample;
    use lintas_law::Library;
    use lintas_law::offence::{Charge, EvidenceItem, classify, conviction_map};
    use lintas_model::handling::UseRule;
    use lintas_model::record::{CourtVerdict, Proof};
    let library = Library::embedded().unwrap();
    let exhibit = crate::routes::exhibits::show::sample_view();
    let object = ObjectId::from(exhibit.id);
    let charge = Charge {
        suspect: sample::id(5),
        offence: Offence::Trafficking,
        country: Country::KH,
        on: "2026-11-24".parse().unwrap(),
        circumstances: Default::default(),
    };
    let item = EvidenceItem {
        id: object.to_string(),
        elements: [lintas_law::offence::Element::Means].into(),
        form: EvidenceForm::Digital,
        use_rule: UseRule::EvidenceAfterPermission,
        custody_complete: false,
        grade: None,
    };
    let proof = Proof {
        case: sample::id(1),
        suspect: sample::id(5),
        offence: Offence::Trafficking,
        country: Country::KH,
        element: "trafficking.means.deception".into(),
        evidence: object,
        form: EvidenceForm::Digital,
        shows: "ข้อความเสนองานที่ไม่มีจริง".into(),
        withdrawn: false,
    };
    let piece = lintas_casework::evidence::map::Piece {
        object,
        name: "KH-CIB/12 Telephone".into(),
        is_exhibit: true,
        originator: sample::agency("KH-CIB"),
        use_rule: UseRule::EvidenceAfterPermission,
    };
    let verdict = CourtVerdict {
        case: sample::id(1),
        person: sample::id(5),
        offence: Offence::Trafficking,
        country: Country::KH,
        court: "Court of First Instance 12/2026".into(),
        result: CourtResult::Convicted,
        level: RoleLevel::Coordinator,
        sentence: "15 years".into(),
        on: sample::on(2026, 11, 2),
        is_final: true,
    };
    let map = CaseMap {
        classification: classify(library.offences(), &Default::default()),
        maps: vec![SuspectMap {
            suspect: "សុខ ចាន់ធី".into(),
            map: conviction_map(library.offences(), &charge, &[item]),
            proofs: vec![sample::item("KH-CIB", Kind::Proof, proof)],
        }],
        pieces: [(object, piece)].into(),
        exhibits: vec![exhibit],
        may_write: true,
    };
    let line = |name: &str, kind, relied_on| lintas_casework::evidence::disclosure::Line {
        kind,
        object,
        name: name.into(),
        relied_on,
        originator: sample::agency("TH-DSI"),
        ask_first: !relied_on,
    };
    let view = EvidenceFace {
        map,
        disclosure: vec![
            line("KH-CIB/12 Telephone", Kind::Exhibit, true),
            line("Two vans", Kind::Report, false),
        ],
        verdicts: vec![lintas_casework::evidence::verdict::VerdictView {
            id: sample::id(44),
            name: "សុខ ចាន់ធី".into(),
            verdict: sample::item("KH-CIB", Kind::CourtVerdict, verdict),
        }],
        persons: vec![(sample::id(5), "សុខ ចាន់ធី".into())],
        pieces: vec![("exhibit:1".into(), "KH-CIB/12 Telephone".into())],
        elements: vec![(
            Offence::Trafficking,
            "trafficking.act.recruitment".into(),
            "Act: recruitment".into(),
        )],
        rounds: vec![(sample::id(8), "Round".into())],
        may_decide: true,
    };
    let mut problems = Problems::default();
    need(&page, &mut problems, &[("number", "")]);
    let form = EvidenceForms { taken: "3/4/2026".into(), ..EvidenceForms::default() };
    CaseEvidence::new(page, &super::head::sample(), &view, &form, &problems)
}
