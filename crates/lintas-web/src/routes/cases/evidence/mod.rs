//! The evidence of a case: what it amounts to, the conviction map, exhibits, disclosure, decisions of courts.

mod fields;
mod send;
mod tables;

use askama::Template;
use axum::extract::Path;
use lintas_law::offence::Class;
use lintas_model::CaseId;

use super::head::{CaseFace, CaseHead};
use crate::components::{Field, Pill, Problems, Table, Text, Tone};
use crate::desk;
use crate::desk::evidence::EvidenceFace;
use crate::html::Html;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::seat::Seat;
use crate::urls::{self, CaseTab};

pub(crate) use fields::EvidenceForms;
use fields::{exhibit_fields, proof_fields, verdict_fields};
pub(crate) use send::{decide, lay, record, withdraw};
use tables::{disclosure, exhibits, suspect, verdicts};

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
            suspects: view
                .map
                .maps
                .iter()
                .map(|one| suspect(&page, face.can_write.then_some(face.case), &view.map, one))
                .collect(),
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

#[cfg(test)]
pub(crate) fn sample(page: Page) -> CaseEvidence {
    use crate::sample;
    use lintas_casework::evidence::map::{CaseMap, SuspectMap};
    use lintas_law::Library;
    use lintas_law::offence::EvidenceForm;
    use lintas_law::offence::{Charge, EvidenceItem, classify, conviction_map};
    use lintas_model::handling::UseRule;
    use lintas_model::offence::Offence;
    use lintas_model::record::{CourtResult, RoleLevel};
    use lintas_model::record::{CourtVerdict, Proof};
    use lintas_model::{Country, Kind, ObjectId};
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
    fields::need(&page, &mut problems, &[("number", "")]);
    let form = EvidenceForms { taken: "3/4/2026".into(), ..EvidenceForms::default() };
    CaseEvidence::new(page, &super::head::sample(), &view, &form, &problems)
}
