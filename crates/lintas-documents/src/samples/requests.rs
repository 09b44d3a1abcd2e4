//! Samples of what goes to another state.

use lintas_model::{Language, PartialDate};

use super::{date, frame, neighbour_of, say, signatory, state_of};
use crate::documents::{
    ExtraditionRequest, LegalAssistanceRequest, NoteVerbale, NoticeRequest, ProvisionalArrestRequest,
};
use crate::parts::{Basis, Charge, Person, WarrantReference};
use crate::wording::Wording;

pub(super) fn person(language: Language) -> Person {
    Person {
        name: "ทดสอบ ตัวอย่าง".to_owned(),
        romanised: Some("Thotsop Tuayang".to_owned()),
        aliases: vec!["កូនទេស គំរូ".to_owned(), "Thử Nghiệm".to_owned(), "陈样本".to_owned()],
        born: PartialDate::year(1979).ok().map(|year| year.about().into()),
        birth_place: None,
        sex: Some(Wording::label("sex-male")),
        nationality: Some(neighbour_of(language)),
        identity_documents: vec!["Passport XX0000000".to_owned()],
        description: Some(say(language, "description")),
        location: Some(say(language, "location")),
        certainty: Some(say(language, "certainty")),
    }
}

pub(super) fn charge(language: Language) -> Charge {
    Charge {
        offence: Wording::label("offence-trafficking"),
        law: say(language, "law"),
        penalty: say(language, "penalty"),
        limitation: Some(say(language, "limitation")),
    }
}

pub(super) fn warrant(language: Language) -> WarrantReference {
    WarrantReference {
        number: "C 0000/2560".to_owned(),
        court: say(language, "court"),
        official: None,
        issued: date(2017, 3, 1),
        valid_until: date(2032, 3, 1),
    }
}

pub(super) fn bases() -> Vec<Basis> {
    vec![Basis {
        instrument: Wording::same("United Nations Convention against Transnational Organized Crime"),
        articles: "16, 18".to_owned(),
        last_checked: date(2017, 10, 2),
    }]
}

/// A request for mutual legal assistance.
pub fn legal_assistance_request(language: Language) -> LegalAssistanceRequest {
    LegalAssistanceRequest {
        frame: frame(language, "MLA-2017-0001"),
        reference: "0000/2560".to_owned(),
        requesting_state: neighbour_of(language),
        requested_state: state_of(language),
        requesting_authority: say(language, "authority"),
        requested_authority: say(language, "authority"),
        conducting_authority: say(language, "police"),
        bases: bases(),
        nature: say(language, "nature"),
        facts: say(language, "facts"),
        charges: vec![charge(language)],
        persons: vec![person(language)],
        assistance: vec![say(language, "bank-records"), say(language, "witness")],
        procedure: Some(say(language, "procedure")),
        purpose: say(language, "purpose"),
        time_limit: Some(say(language, "time-limit")),
        due: date(2018, 1, 31),
        confidentiality: Some(say(language, "confidentiality")),
        undertakings: vec![say(language, "undertaking")],
        annexes: vec![say(language, "copy")],
        signatory: signatory(language),
    }
}

/// A request for extradition.
pub fn extradition_request(language: Language) -> ExtraditionRequest {
    ExtraditionRequest {
        frame: frame(language, "EXT-2017-0001"),
        reference: "0001/2560".to_owned(),
        requesting_state: neighbour_of(language),
        requested_state: state_of(language),
        requesting_authority: say(language, "authority"),
        requested_authority: say(language, "authority"),
        bases: bases(),
        person: person(language),
        facts: say(language, "facts"),
        charges: vec![charge(language)],
        warrant: Some(warrant(language)),
        evidence: vec![say(language, "evidence"), say(language, "bank-records")],
        identity_evidence: vec![say(language, "certainty")],
        conviction: None,
        dual_criminality: say(language, "dual-criminality"),
        assurances: vec![say(language, "undertaking")],
        arrested: date(2017, 11, 2),
        papers_due: date(2017, 11, 22),
        annexes: vec![say(language, "copy")],
        signatory: signatory(language),
    }
}

/// A request for provisional arrest.
pub fn provisional_arrest_request(language: Language) -> ProvisionalArrestRequest {
    ProvisionalArrestRequest {
        frame: frame(language, "PAR-2017-0001"),
        reference: "0002/2560".to_owned(),
        requesting_state: neighbour_of(language),
        requested_state: state_of(language),
        requesting_authority: say(language, "authority"),
        requested_authority: say(language, "authority"),
        channel: Wording::same("INTERPOL"),
        bases: bases(),
        person: person(language),
        urgency: say(language, "urgency"),
        facts: say(language, "facts"),
        charges: vec![charge(language)],
        warrant: Some(warrant(language)),
        extradition_will_follow: true,
        lapses_after_days: Some(20),
        answer_by: date(2017, 11, 18),
        contact: Some(Wording::same("+00 000 000 000")),
        signatory: signatory(language),
    }
}

/// A note verbale.
pub fn note_verbale(language: Language) -> NoteVerbale {
    NoteVerbale {
        frame: frame(language, "NV-2017-0001"),
        number: "0003/2560".to_owned(),
        sending_state: neighbour_of(language),
        receiving_state: state_of(language),
        sender: say(language, "embassy"),
        addressee: say(language, "ministry"),
        subject: Wording::label("title-extradition_request"),
        paragraphs: vec![say(language, "nature"), say(language, "purpose")],
        enclosures: vec![say(language, "copy")],
        place: say(language, "capital"),
        date: date(2017, 11, 16),
    }
}

/// A request for a red notice, with all that its form needs.
pub fn notice_request(language: Language) -> NoticeRequest {
    NoticeRequest {
        frame: frame(language, "NTC-2017-0001"),
        reference: "0003/2560".to_owned(),
        colour: Wording::label("notice-red"),
        colour_word: "red".to_owned(),
        purpose: Wording::label("notice-for-red"),
        channel: Wording::label("notice-by-diffusion"),
        to: vec![state_of(language), neighbour_of(language)],
        working_language: "en".to_owned(),
        bureau: say(language, "police"),
        person: person(language),
        warrant: Some(warrant(language)),
        charges: vec![charge(language)],
        facts: say(language, "facts"),
        caution: Some(say(language, "caution")),
        wanted_information: None,
        warning: None,
        extradition_will_follow: true,
        contact: Some(Wording::same("+00 000 000 000")),
        needs: super::words(&[
            "name",
            "description",
            "location",
            "facts",
            "charges",
            "warrant",
            "will-follow",
        ]),
        signatory: signatory(language),
    }
}
