//! The joint-investigation agreement, from the record of its present text and the signatures under it.

use std::collections::BTreeMap;

use lintas_documents::Wording;
use lintas_documents::documents::{Clauses, JointInvestigationAgreement, Member, Party};
use lintas_documents::parts::{Basis, Signatory};
use lintas_documents::wording::Day;
use lintas_law::Confidence;
use lintas_law::instrument::InstrumentId;
use lintas_model::handling::{OnwardRule, UseRule};
use lintas_model::record::{Agency, Agreement, AgreementSignature, Case, Clause};
use lintas_model::request::RequestKind;
use lintas_model::{AgencyCode, AgreementId, Country, Language, ObjectId, PartialDate};

use super::passage::Passages;
use super::sources::Sources;
use crate::item::{self, Item};
use crate::{CaseworkError, Result, agency, agreement};

/// The clauses that a text stands for, each with the part of the document that prints it and holds its translation.
pub const CLAUSE_PARTS: [(Clause, &str); 15] = [
    (Clause::Purpose, "purpose"),
    (Clause::Period, "extension"),
    (Clause::Gathering, "gathering"),
    (Clause::Access, "access"),
    (Clause::EarlierMaterial, "earlier-material"),
    (Clause::OutsideMaterial, "third-state-material"),
    (Clause::Exchange, "communication"),
    (Clause::Assets, "asset-recovery"),
    (Clause::Liability, "liability"),
    (Clause::DataProtection, "data-protection"),
    (Clause::Media, "media"),
    (Clause::Evaluation, "evaluation"),
    (Clause::Arrangements, "specific"),
    (Clause::Organisation, "organisation"),
    (Clause::Participants, "organisations"),
];

pub(super) async fn assemble(sources: &mut Sources<'_>, of: ObjectId) -> Result<JointInvestigationAgreement> {
    let ctx = sources.ctx;
    let view = agreement::show(ctx, AgreementId::from_uuid(of.uuid())).await?;
    let body = sources.subject("agreement", view.text).await?;
    let signatures: BTreeMap<AgencyCode, Item<AgreementSignature>> = view
        .signatures
        .into_iter()
        .filter_map(|(code, item)| Some((code, sources.keep_items(vec![item]).pop()?)))
        .collect();
    let passages = Passages::read(sources, of).await?;
    let case = match item::latest::<Case>(ctx, "case", body.case).await {
        Ok(case) => sources.keep(case),
        Err(CaseworkError::Denied(_) | CaseworkError::NotFound(_)) => None,
        Err(error) => return Err(error),
    };
    let known = agency::known(ctx).await?;
    let name = case.map(|case| [case.title, case.reference].join(" ").trim().to_owned());
    Ok(JointInvestigationAgreement {
        case: Wording::same(name.unwrap_or_default()),
        bases: bases(sources, &body),
        parties: body
            .parties
            .iter()
            .filter_map(|code| party(sources, known.get(code)?, signatures.get(code)))
            .collect(),
        clauses: clauses(&body, &passages),
        frame: sources.frame(),
    })
}

/// The treaty or law on which it rests. Without a day of checking where the data are not sure of it.
fn bases(sources: &Sources<'_>, body: &Agreement) -> Vec<Basis> {
    let law = sources.ctx.node().law();
    let Some(instrument) = law.get(&InstrumentId(body.basis.clone())) else { return Vec::new() };
    let offer = instrument.offer(RequestKind::JointInvestigation);
    let sure = offer.filter(|o| matches!(o.reference.confidence, Confidence::High | Confidence::Verified));
    let checked = sure.map(|offer| Day::from(PartialDate::from(offer.reference.last_checked)));
    vec![Basis {
        instrument: Wording::same(instrument.name.clone()),
        articles: offer.map(|offer| offer.article.clone()).unwrap_or_default(),
        last_checked: checked,
    }]
}

/// A party that belongs to a state; the programme's steward is none.
fn party(sources: &Sources<'_>, agency: &Agency, signed: Option<&Item<AgreementSignature>>) -> Option<Party> {
    Some(Party {
        state: agency.country?.into(),
        authority: called(sources, agency),
        signatory: Signatory {
            name: String::new(),
            office: Wording::same(match signed {
                Some(item) => format!("{}, {}", item.body.signatory, agency.code),
                None => agency.code.to_string(),
            }),
            place: None,
            signed: signed.map(|item| PartialDate::of(item.mark.at).into()),
        },
    })
}

fn called(sources: &Sources<'_>, agency: &Agency) -> Wording {
    let name = |language: Language| agency.names.get(language.tag()).cloned();
    let english = name(Language::En).unwrap_or_else(|| agency.code.to_string());
    match sources.language().and_then(name) {
        Some(other) => Wording::said(english, other),
        None => Wording::same(english),
    }
}

fn clauses(body: &Agreement, passages: &Passages) -> Clauses {
    let text = |clause: Clause| {
        let part = CLAUSE_PARTS.iter().find(|(known, _)| *known == clause).map_or("", |(_, part)| *part);
        passages.over(part, body.clauses.get(&clause).map(String::as_str).unwrap_or_default())
    };
    let maybe = |clause| Some(text(clause)).filter(|wording| !wording.is_empty());
    let member =
        |code: &AgencyCode, role: Wording| Member { name: String::new(), agency: code.to_string(), role };
    let leader = |(state, code): (&Country, &AgencyCode)| member(code, Wording::from(*state));
    let takes_part = |code: &AgencyCode| member(code, Wording::label("role-takes_part"));
    let yes_no = |yes: bool| Wording::label(if yes { "answer-yes" } else { "answer-no" });
    let kept = body
        .retention_months
        .map(|months| Wording::sentence("retention-months", [("months", Wording::same(months.to_string()))]));
    let spokespersons: Vec<&str> = body.spokespersons.iter().map(AgencyCode::as_str).collect();
    let speak = Wording::same(spokespersons.join(", "));
    Clauses {
        purpose: purpose(body, text(Clause::Purpose)),
        from: Some(body.from.into()),
        to: Some(body.to.into()),
        extension: maybe(Clause::Period),
        states_of_operation: body.states.iter().map(|state| (*state).into()).collect(),
        leaders: body.leaders.iter().map(leader).collect(),
        members: body.members.iter().map(takes_part).collect(),
        participants: body.participants.iter().map(takes_part).collect(),
        gathering: both(use_rule(body.use_rule), text(Clause::Gathering)),
        access: text(Clause::Access),
        earlier_material: Some(both(yes_no(body.earlier_material), text(Clause::EarlierMaterial))),
        third_state_material: Some(both(yes_no(body.outside_material), text(Clause::OutsideMaterial))),
        communication: both(onward(body.onward), text(Clause::Exchange)),
        asset_recovery: maybe(Clause::Assets),
        liability: maybe(Clause::Liability),
        data_protection: match kept {
            Some(kept) => both(kept, text(Clause::DataProtection)),
            None => text(Clause::DataProtection),
        },
        media: Some(both(speak, text(Clause::Media))).filter(|wording| !wording.is_empty()),
        evaluation: maybe(Clause::Evaluation),
        specific: maybe(Clause::Arrangements).into_iter().collect(),
        organisation: maybe(Clause::Organisation),
    }
}

fn purpose(body: &Agreement, text: Wording) -> Wording {
    let offences = body.offences.iter().map(|offence| Wording::label(format!("offence-{offence}")));
    offences.rev().fold(text, |after, offence| both(offence, after))
}

/// Two sayings, one after the other; the one that says something where only one does.
fn both(first: Wording, second: Wording) -> Wording {
    if second.is_empty() {
        return first;
    }
    if first.is_empty() {
        return second;
    }
    Wording::sentence("after-another", [("first", first), ("second", second)])
}

/// What material may be used for, as documents say it.
pub(super) fn use_rule(rule: UseRule) -> Wording {
    Wording::label(match rule {
        UseRule::IntelligenceOnly => "use-intelligence_only",
        UseRule::EvidenceAfterPermission => "use-evidence_after_permission",
        UseRule::Evidence => "use-evidence",
    })
}

fn onward(rule: OnwardRule) -> Wording {
    Wording::label(match rule {
        OnwardRule::Never => "onward-never",
        OnwardRule::Ask => "onward-ask",
        OnwardRule::Allowed => "onward-allowed",
    })
}
