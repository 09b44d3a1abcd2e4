//! The joint-investigation agreement of a case.

use std::collections::BTreeMap;

use lintas_casework::agreement::{self, AgreementView, Standing};
use lintas_casework::{Ctx, document};
use lintas_model::record::{Agreement, Clause};
use lintas_model::request::RequestKind;
use lintas_model::{AgreementId, CaseId, Language, RecordId};

use crate::problem::Problem;
use crate::routes::cases::head::CaseFace;

/// What the page needs to know.
pub(crate) struct AgreementFace {
    pub(crate) agreement: Option<AgreementView>,
    pub(crate) may_write: bool,
    /// Treaties and laws that offer joint investigations, by id.
    pub(crate) bases: Vec<(String, String)>,
    /// The titles of the clauses in the reader's language, as the printed agreement has them.
    labels: BTreeMap<Clause, String>,
}

impl AgreementFace {
    /// The title of a clause.
    pub(crate) fn label(&self, clause: Clause) -> &str {
        self.labels.get(&clause).map_or(clause.as_str(), String::as_str)
    }
}

/// The word under which the catalogue of documents has the title of a clause.
const fn title(clause: Clause) -> &'static str {
    match clause {
        Clause::Parties => "parties",
        Clause::Purpose => "purpose",
        Clause::Period => "period",
        Clause::States => "states",
        Clause::Leaders => "leaders",
        Clause::Members => "members",
        Clause::Participants => "organisations",
        Clause::Gathering => "gathering",
        Clause::Access => "access",
        Clause::EarlierMaterial => "earlier-material",
        Clause::OutsideMaterial => "third-state-material",
        Clause::Exchange => "communication",
        Clause::Assets => "asset-recovery",
        Clause::Liability => "liability",
        Clause::DataProtection => "data-protection",
        Clause::Media => "media",
        Clause::Evaluation => "evaluation",
        Clause::Arrangements => "specific",
        Clause::Organisation => "organisation",
    }
}

/// The agreement of a case with what the form offers.
pub(crate) async fn of_case(ctx: &Ctx, face: &CaseFace, reader: Language) -> Result<AgreementFace, Problem> {
    let found = agreement::of_case(ctx, face.case).await?;
    let keys: Vec<&str> = Clause::ALL.iter().map(|clause| title(*clause)).collect();
    let labels = document::labels(ctx, reader, &keys)?;
    let offering =
        ctx.node().law().instruments().filter(|one| one.offer(RequestKind::JointInvestigation).is_some());
    Ok(AgreementFace {
        agreement: found.agreement,
        may_write: found.may_write,
        bases: offering.map(|one| (one.id.0.clone(), one.name.clone())).collect(),
        labels: Clause::ALL.iter().copied().zip(labels).collect(),
    })
}

/// Where the agreement of a case stands, where there is one.
pub(crate) async fn standing(ctx: &Ctx, case: CaseId) -> Result<Option<Standing>, Problem> {
    Ok(agreement::of_case(ctx, case).await?.agreement.map(|view| view.standing))
}

/// Writes the agreement of a case, or writes it anew.
pub(crate) async fn write(ctx: &Ctx, seen: Option<RecordId>, text: Agreement) -> Result<(), Problem> {
    agreement::write(ctx, seen, text).await?;
    Ok(())
}

/// Signs an agreement for this agency.
pub(crate) async fn sign(ctx: &Ctx, id: AgreementId, seen: RecordId, signatory: &str) -> Result<(), Problem> {
    agreement::sign(ctx, id, seen, signatory).await?;
    Ok(())
}

#[cfg(test)]
pub(crate) fn sample(face: &CaseFace) -> AgreementFace {
    use crate::sample;
    use lintas_law::Library;
    use lintas_model::record::AgreementSignature;
    use lintas_model::{Country, Kind};
    let body = Agreement {
        case: face.case,
        parties: face.members.iter().cloned().collect(),
        states: [Country::KH, Country::TH].into(),
        from: sample::on(2026, 11, 1),
        to: sample::on(2027, 10, 31),
        clauses: [(Clause::Purpose, "One network from the border to the south".to_owned())].into(),
        basis: "untoc".into(),
        offences: lintas_model::offence::Offence::ALL.into(),
        leaders: [(Country::KH, sample::agency("KH-CIB"))].into(),
        members: face.members.iter().cloned().collect(),
        participants: Default::default(),
        use_rule: Default::default(),
        onward: Default::default(),
        earlier_material: true,
        outside_material: false,
        retention_months: Some(60),
        spokespersons: [sample::agency("KH-CIB")].into(),
    };
    let signature =
        AgreementSignature {
            agreement: sample::id(61), text: sample::id(62), signatory: "ผู้อำนวยการ".into()
        };
    let library = Library::embedded().unwrap();
    let view = AgreementView {
        id: sample::id(61),
        text: sample::item("KH-CIB", Kind::Agreement, body),
        signatures: [(sample::agency("TH-DSI"), sample::item("TH-DSI", Kind::AgreementSignature, signature))]
            .into(),
        standing: Standing::Waiting,
        missing: library.clauses().clauses[12..14].to_vec(),
        earlier: Some(sample::id(63)),
        may_sign: true,
    };
    AgreementFace {
        agreement: Some(view),
        may_write: true,
        bases: vec![("untoc".into(), "UNTOC".into())],
        labels: BTreeMap::new(),
    }
}
