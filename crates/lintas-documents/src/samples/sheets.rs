//! Samples of sheets, packages, orders, agreements and certificates.

use lintas_model::{Language, Timestamp};

use super::requests::{bases, charge, person, warrant};
use super::{date, day, frame, neighbour_of, say, signatory, state_of};
use crate::documents::{
    Candidate, Check, Clauses, CustodyStep, EvidenceRow, ExhibitCertificate, HopRow,
    JointInvestigationAgreement, LifeRow, Member, OperationOrder, Participant, Party, TargetPackage,
    WarrantSheet,
};
use crate::parts::{Person, Step};
use crate::wording::{Moment, Wording};

fn moment(text: &str) -> Option<Moment> {
    Timestamp::parse(text).map(Moment::from)
}

/// A person with forty other names in five scripts.
pub fn person_of_many_names(language: Language) -> Person {
    const STEMS: [&str; 5] = ["ทดสอบ ตัวอย่าง", "កូនទេស គំរូ", "ທົດລອງ ຕົວຢ່າງ", "পরীক্ষা নমুনা", "Nguyễn Thử Nghiệm"];
    let aliases = (1..=8).flat_map(|n| STEMS.map(|stem| format!("{stem} {n}"))).collect();
    Person { aliases, ..person(language) }
}

/// A warrant sheet.
pub fn warrant_sheet(language: Language) -> WarrantSheet {
    WarrantSheet {
        frame: frame(language, "WS-2017-0001"),
        state: neighbour_of(language),
        warrant: warrant(language),
        jurisdiction: Some(neighbour_of(language).into()),
        person: person_of_many_names(language),
        charges: vec![charge(language)],
        standing: say(language, "urgency"),
        caution: Some(say(language, "caution")),
        extradition_limits: None,
        notice: Some("A-0000/0-2017".to_owned()),
        language_versions: vec![Wording::same("English"), Wording::same(language.own_name())],
        last_verified: date(2017, 9, 4),
        verified_by: Some("TH-DSI".to_owned()),
        next_review: date(2018, 3, 4),
        life: vec![
            LifeRow {
                on: day(3, 1),
                step: Wording::label("issued"),
                reference: Wording::same("C 0000/2560"),
                by: "TH-DSI".to_owned(),
            },
            LifeRow {
                on: day(9, 4),
                step: Wording::label("verified"),
                reference: say(language, "certainty"),
                by: "TH-DSI".to_owned(),
            },
        ],
        hops: vec![HopRow {
            request: Wording::label("title-provisional_arrest_request"),
            from: say(language, "authority"),
            to: say(language, "ministry"),
            sent: date(2017, 10, 2),
            answered: None,
            days_waiting: Some(45),
            reference: "0002/2560".to_owned(),
        }],
    }
}

fn candidate(language: Language, rank: u32) -> Candidate {
    let evidence = |grade: Option<&str>, key: &str| EvidenceRow {
        what: say(language, key),
        agency: "KH-CIB".to_owned(),
        grade: grade.map(str::to_owned),
        on: date(2017, 6, 30),
        use_rule: Wording::label("use-evidence_after_permission"),
    };
    Candidate {
        person: person(language),
        role: say(language, "role"),
        rank,
        score_percent: (90 / rank) as u8,
        confidence: say(language, "confidence"),
        reasons: vec![say(language, "reason")],
        evidence: vec![evidence(Some("B2 (4x4)"), "evidence"), evidence(Some("X4 (4x4)"), "bank-records")],
        gaps: vec![say(language, "gap")],
        next_steps: vec![Step {
            agency: "TH-DSI".to_owned(),
            what: say(language, "commitment"),
            due: date(2017, 12, 15),
        }],
    }
}

/// A target package of three candidates.
pub fn target_package(language: Language) -> TargetPackage {
    TargetPackage {
        frame: frame(language, "TP-2017-0001"),
        case: Wording::same("CASE-0001"),
        method: say(language, "counting"),
        limits: say(language, "gap"),
        candidates: (1..=3).map(|rank| candidate(language, rank)).collect(),
    }
}

/// An agreement of two parties.
pub fn joint_investigation_agreement(language: Language) -> JointInvestigationAgreement {
    let party =
        |state| Party { state, authority: say(language, "authority"), signatory: signatory(language) };
    let member = |agency: &str| Member {
        name: "A. Sample".to_owned(),
        agency: agency.to_owned(),
        role: say(language, "office"),
    };
    let states = vec![neighbour_of(language), state_of(language)];
    JointInvestigationAgreement {
        frame: frame(language, "JIA-2017-0001"),
        case: Wording::same("CASE-0001"),
        bases: bases(),
        parties: states.iter().copied().map(party).collect(),
        clauses: Clauses {
            purpose: say(language, "nature"),
            from: date(2017, 3, 1),
            to: date(2017, 11, 16),
            extension: None,
            states_of_operation: states,
            leaders: vec![member("TH-DSI")],
            members: vec![member("TH-DSI"), member("KH-CIB")],
            participants: Vec::new(),
            gathering: say(language, "procedure"),
            access: say(language, "purpose"),
            earlier_material: None,
            third_state_material: None,
            communication: say(language, "confidentiality"),
            asset_recovery: None,
            liability: None,
            data_protection: say(language, "confidentiality"),
            media: None,
            evaluation: Some(say(language, "counting")),
            specific: vec![say(language, "victim-protection")],
            organisation: None,
        },
    }
}

/// An operation order whose risk gate is passed.
pub fn operation_order(language: Language) -> OperationOrder {
    let check = |key: &str| Check {
        question: say(language, key),
        passed: Some(true),
        by: Some(Wording::same("TH-DSI, A. Sample")),
    };
    OperationOrder {
        frame: frame(language, "OP-2017-0001"),
        title: Wording::same("SAMPLE"),
        case: Wording::same("CASE-0001"),
        objective: say(language, "objective"),
        situation: say(language, "facts"),
        day: date(2017, 8, 20),
        begins: moment("2017-08-19T22:00:00Z"),
        participants: ["TH-DSI", "VN-CSGT", "MY-PDRM", "PH-NBI"]
            .map(|agency| Participant {
                agency: agency.to_owned(),
                role: say(language, "police"),
                contact: "+00 000 000 000".to_owned(),
            })
            .to_vec(),
        tasks: vec![Step {
            agency: "TH-DSI".to_owned(),
            what: say(language, "objective"),
            due: date(2017, 8, 20),
        }],
        risk_gate: vec![check("gate-victims"), check("gate-sources"), check("gate-ready")],
        victim_protection: say(language, "victim-protection"),
        stand_down: say(language, "stand-down"),
        communication: None,
        exhibits: None,
        signatory: signatory(language),
    }
}

/// A certificate of an exhibit with three hands.
pub fn exhibit_certificate(language: Language) -> ExhibitCertificate {
    let step = |nth: i8, key: &str| CustodyStep {
        on: day(8, nth),
        who: "A. Sample".to_owned(),
        what: say(language, key),
        how: say(language, "procedure"),
        result: Wording::label("answer-yes"),
    };
    ExhibitCertificate {
        frame: frame(language, "EX-2017-0001"),
        case: Wording::same("CASE-0001"),
        exhibit: "EX-0001".to_owned(),
        description: say(language, "bank-records"),
        taken_at: say(language, "location"),
        taken_on: date(2017, 8, 20),
        taken_by: "TH-DSI, A. Sample".to_owned(),
        hash_function: "SHA-256".to_owned(),
        hash: "00112233445566778899aabbccddeeff".repeat(2),
        size_bytes: Some(48_213),
        use_rule: Wording::label("use-evidence"),
        custody: vec![step(20, "copy"), step(21, "evidence")],
        records: vec![format!(
            "{}  TH-DSI 0-1204  {}",
            "0f3c91ab".repeat(4),
            "00112233445566778899aabbccddeeff".repeat(2)
        )],
        verification: Wording::same("lintas court check EX-0001.lintas"),
        signatory: signatory(language),
    }
}
