use std::collections::BTreeSet;
use std::fs;

use lintas_casework::document::{self, DocumentKind, Paper, Wanted};
use lintas_casework::outcome::{self, NewOutcome};
use lintas_casework::pursuit::{self, NewRequest};
use lintas_casework::release::{self, NewRelease};
use lintas_casework::report::{self, NewReport, NewThing};
use lintas_casework::warrant::{self, NewWarrant, WarrantDetails};
use lintas_casework::{CaseworkError, Ctx, round};
use lintas_law::RequestKind;
use lintas_model::handling::{HandlingCode, OnwardRule, Tlp};
use lintas_model::lifecycle::WarrantState;
use lintas_model::offence::Offence;
use lintas_model::outcome::OutcomeKind;
use lintas_model::property::{Property, Value};
use lintas_model::record::{IdentityCertainty, WorkshopKind};
use lintas_model::{
    Country, EntityId, EntityKind, Handling, Language, ObjectId, PartialDate, RequestId, Role, WarrantId,
};

use crate::cases::open;
use crate::fixture::{Agency, file, init, meet, new_node, small, staffed, start, sync};
use crate::releases::terms;

fn day(month: i8, day: i8) -> PartialDate {
    PartialDate::day(2017, month, day).unwrap()
}

/// A Philippine agency that does everything, with a field officer beside.
pub(crate) async fn philippine(seed: u64) -> (Agency, Ctx) {
    let folder = tempfile::tempdir().unwrap();
    let clock = std::sync::Arc::new(lintas_model::clock::SetClock::new(start()));
    let mut new = new_node("PH-IAC", &[Role::CaseLead, Role::Prosecutor, Role::Administrator]);
    new.country = Some(Country::PH);
    let node = init(folder.path(), new, &clock, seed).await.unwrap();
    let agency = Agency { node, clock, folder };
    let ctx = agency.seat("first").await;
    (agency, ctx)
}

/// A person of whom a report says much, one part of it under a strict code.
async fn person(ctx: &Ctx) -> EntityId {
    let says = [
        (Property::Name, Value::from("សុខ គំរូ")),
        (Property::Alias, "Thử Nghiệm".into()),
        (Property::BirthDate, Value::Date(PartialDate::year(1979).unwrap())),
        (Property::Gender, "male".into()),
        (Property::Nationality, Value::Country(Country::KH)),
        (Property::DocumentNumber, "N0000000".into()),
        (Property::Description, "A scar on the left hand".into()),
    ];
    let thing = NewThing { entity: None, kind: EntityKind::Person, says: says.into() };
    let new = NewReport {
        title: "Person at the pier".into(),
        source_reference: Some("SRC-0815".into()),
        handling: Handling {
            codes: BTreeSet::from([HandlingCode::H2]),
            tlp: Tlp::AmberStrict,
            ..Handling::default()
        },
        things: vec![thing],
        ..NewReport::default()
    };
    report::add(ctx, new).await.unwrap().entities[0]
}

pub(crate) async fn warrant(ctx: &Ctx, person: Option<EntityId>) -> WarrantId {
    let new = NewWarrant {
        number: "Crim. 17-1234".into(),
        person,
        name: "Synthetic Person".into(),
        court: "Regional Trial Court".into(),
        country: Country::PH,
        issued: Some(day(1, 10)),
        offences: [Offence::Trafficking].into(),
        law: "RA 9208 s. 4".into(),
        case: None,
        state: WarrantState::Issued,
        details: WarrantDetails {
            believed_in: Some(Country::ID),
            limitation: Some(PartialDate::day(2037, 1, 10).unwrap()),
            identity: Some(IdentityCertainty::Confirmed),
            ..WarrantDetails::default()
        },
    };
    warrant::record(ctx, new).await.unwrap()
}

async fn request(ctx: &Ctx, kind: RequestKind, warrant: WarrantId) -> RequestId {
    let new = NewRequest {
        kind,
        requested: Country::ID,
        offence: Offence::Trafficking,
        basis: "id-ph-extradition".into(),
        reference: "DOJ-17-88".into(),
        sought: "Provisional arrest of the person named in the warrant".into(),
        languages: Vec::new(),
        needed_by: Some(day(9, 1)),
        urgent: true,
        case: None,
        warrant: Some(warrant),
    };
    pursuit::record(ctx, new).await.unwrap()
}

fn wanted(kind: DocumentKind, of: impl Into<ObjectId>, language: Option<Language>) -> Wanted {
    Wanted { kind, of: of.into(), language }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn says(paper: &Paper, words: &str) -> bool {
    squeezed(&paper.printed.text).contains(&squeezed(words))
}

#[tokio::test]
async fn a_request_says_what_its_records_say_and_is_whole_once_an_officer_has_written_the_rest() {
    let (_agency, ctx) = philippine(700).await;
    let known = person(&ctx).await;
    let warrant = warrant(&ctx, Some(known)).await;
    let id = request(&ctx, RequestKind::ProvisionalArrest, warrant).await;
    let kind = DocumentKind::ProvisionalArrestRequest;
    let wish = wanted(kind, id, Some(Language::Id));
    let paper = document::print(&ctx, &wish).await.unwrap();
    for fact in [
        "Synthetic Person",
        "សុខ គំរូ",
        "Crim. 17-1234",
        "Regional Trial Court",
        "RA 9208 s. 4",
        "N0000000",
        "Indonesia",
        "10 January 2017",
        "DRAFT",
        "H2 TLP:AMBER+STRICT",
        "after 20 days",
        &paper.code,
    ] {
        assert!(says(&paper, fact), "{fact} is not in {}", paper.printed.text);
    }
    assert!(!says(&paper, "SRC-0815"));
    let preview = document::preview(&ctx, &wish, Language::Vi).await.unwrap();
    for missing in ["urgency", "facts", "will-follow", "signatory", "translation"] {
        assert!(preview.missing.contains(&missing), "{missing}: {:?}", preview.missing);
    }
    assert_eq!(preview.told.len(), paper.printed.missing.len());
    assert!(preview.told.iter().any(|label| label == "Lý do khẩn cấp"), "{:?}", preview.told);

    request_of_extradition(&ctx, warrant).await;
    let mut texts = vec![("signatory".to_owned(), Language::En, "A. Sample".to_owned())];
    for part in document::parts(kind).iter().filter(|part| **part != "signatory") {
        texts.push(((*part).to_owned(), Language::En, format!("English of {part}")));
        texts.push(((*part).to_owned(), Language::Id, format!("Terjemahan {part}")));
    }
    document::write(&ctx, kind, id.into(), texts.clone()).await.unwrap();
    assert!(document::write(&ctx, kind, id.into(), texts).await.unwrap().is_empty(), "nothing changed");
    let whole = document::print(&ctx, &wish).await.unwrap();
    assert_eq!(whole.printed.missing, Vec::<String>::new());
    assert!(says(&whole, "Terjemahan facts") && says(&whole, "A. Sample") && !says(&whole, "DRAFT"));
    assert_ne!(whole.code, paper.code);
}

async fn request_of_extradition(ctx: &Ctx, warrant: WarrantId) {
    request(ctx, RequestKind::Extradition, warrant).await;
}

#[tokio::test]
async fn the_same_records_language_and_day_print_the_same_bytes_under_a_code_that_finds_the_print() {
    let (agency, ctx) = philippine(701).await;
    let id = warrant(&ctx, None).await;
    let wish = wanted(DocumentKind::WarrantSheet, id, None);
    let first = document::print(&ctx, &wish).await.unwrap();
    agency.clock.advance_millis(3_600_000);
    assert_eq!(document::print(&ctx, &wish).await.unwrap(), first);
    agency.days(1);
    let next = document::print(&ctx, &wish).await.unwrap();
    assert_ne!((&next.code, &next.printed.pdf), (&first.code, &first.printed.pdf));
    let typed = first.code.to_lowercase().replace('-', " ");
    let found = document::printed_under(&ctx, &typed).await.unwrap();
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].body.object, Some(id.into()));
    assert_eq!(found[0].body.page, "warrant_sheet");
    assert!(document::printed_under(&ctx, "0000-0000-0000-0000").await.unwrap().is_empty());
    assert_eq!(agency.findings().await, Vec::<String>::new());
}

#[tokio::test]
async fn who_may_not_take_data_out_prints_nothing_and_the_refusal_is_recorded() {
    let agency = staffed("KHA", 702).await;
    let lead = agency.seat(Role::CaseLead.as_str()).await;
    let case = open(&lead, "Empty").await;
    let wish = wanted(DocumentKind::TargetPackage, case, None);
    for role in [Role::Officer, Role::Steward, Role::Administrator, Role::VictimSupport] {
        let ctx = agency.seat(role.as_str()).await;
        let error = document::print(&ctx, &wish).await.unwrap_err();
        assert!(matches!(error, CaseworkError::Denied(_)), "{role}: {error}");
    }
    let audit = lintas_casework::access::list(&agency.seat("first").await, 50, 0).await.unwrap();
    let refused = lintas_model::record::AccessAct::Refused;
    assert!(audit.iter().filter(|item| item.body.act == refused).count() >= 4);
    // Nothing is known of the case yet: the lead gets a draft that says so.
    let paper = document::print(&lead, &wish).await.unwrap();
    assert!(says(&paper, "DRAFT") && says(&paper, "Candidates") && says(&paper, "Empty"));
}

#[tokio::test]
async fn what_an_originator_withholds_or_does_not_let_go_is_on_no_page() {
    let (a, b) = (small("AAA", 703).await, small("BBB", 1203).await);
    meet(&a, &b).await;
    let (at_a, at_b) = (a.seat("first").await, b.seat("first").await);
    let known = person(&at_a).await;
    let reports = report::list(&at_a, None, 0, 0).await.unwrap();
    let report = lintas_model::ReportId::from_uuid(reports[0].mark.object.uuid());
    let records = release::of_report(&at_a, report).await.unwrap();
    let mut open = NewRelease { onward: OnwardRule::Allowed, ..terms(records, &[b.code()]) };
    for withheld in open.records.values_mut() {
        withheld.extend(["document_number".to_owned(), "title".to_owned()]);
    }
    release::release(&at_a, open).await.unwrap();
    // A second report on the same person may not be passed on.
    let thing = NewThing {
        entity: Some(known),
        kind: EntityKind::Person,
        says: vec![(Property::Nickname, "The Kept Back".into())],
    };
    let filed = file(&at_a, "Second report", vec![thing]).await;
    let kept = release::of_report(&at_a, filed.report).await.unwrap();
    release::release(&at_a, terms(kept, &[b.code()])).await.unwrap();
    sync(&a, &b).await;
    let paper = document::print(&at_b, &wanted(DocumentKind::TargetPackage, known, Some(Language::Km)))
        .await
        .unwrap();
    assert!(says(&paper, "Thử Nghiệm"), "{}", paper.printed.text);
    let bytes = [paper.printed.text.as_bytes(), &paper.printed.data].concat();
    for never in ["N0000000", "The Kept Back", "Person at the pier", "SRC-0815"] {
        assert!(!crate::fixture::holds(&bytes, never), "{never}");
    }
    assert!(says(&paper, "Left out: 1 records of other agencies"), "{}", paper.printed.text);
}

#[tokio::test]
async fn the_report_of_a_round_counts_from_records_and_does_not_tell_of_one_or_two_persons() {
    let (a, s) = (small("AAA", 704).await, staffed("STW", 1204).await);
    meet(&s, &a).await;
    let (at_a, steward) = (a.seat("first").await, s.seat(Role::Steward.as_str()).await);
    let agencies = BTreeSet::from([a.code(), crate::fixture::code("BBB")]);
    let id = round::open(&steward, "Round of a test", day(3, 1), day(11, 16), agencies).await.unwrap();
    let people = std::collections::BTreeMap::from([(a.code(), 4)]);
    round::workshop(&steward, id, WorkshopKind::Opening, day(3, 6), "Vientiane", people).await.unwrap();
    sync(&s, &a).await;
    let promise = round::commit(&at_a, id, "Verify three warrants", day(6, 1)).await.unwrap();
    round::commit(&at_a, id, "Send the list of boats", day(7, 1)).await.unwrap();
    for (kind, count) in [(OutcomeKind::VictimsRescued, 12), (OutcomeKind::Arrests, 2)] {
        let filed = file(&at_a, "What was done", Vec::new()).await;
        let new = NewOutcome {
            round: id,
            kind,
            subject: filed.report.into(),
            count,
            on: day(3, 5),
            participants: BTreeSet::from([a.code()]),
            summary: "House by the canal".into(),
        };
        outcome::claim(&at_a, new).await.unwrap();
    }
    round::done(&at_a, promise, day(3, 6), "All three stand", Vec::new()).await.unwrap();
    sync(&a, &s).await;
    s.days(200);
    let paper =
        document::print(&steward, &wanted(DocumentKind::RoundReport, id, Some(Language::Lo))).await.unwrap();
    for fact in [
        "Round of a test",
        "12",
        "Victims rescued",
        "< 3",
        "All three stand",
        "Overdue",
        "BBB",
        "Verify three",
    ] {
        assert!(says(&paper, fact), "{fact}: {}", paper.printed.text);
    }
    assert_eq!(paper.printed.missing, Vec::<String>::new());
    let data: serde_json::Value = serde_json::from_slice(&paper.printed.data).unwrap();
    let arrests = data["results"].as_array().unwrap().iter().find(|r| r["fewer_than"] == 3).unwrap();
    assert_eq!((arrests["confirmed"].as_u64(), arrests["agencies"].as_array().unwrap().len()), (Some(0), 0));
    let meeting = document::newest(&steward, DocumentKind::WorkshopReport).await.unwrap();
    let minutes =
        document::print(&steward, &wanted(DocumentKind::WorkshopReport, meeting, None)).await.unwrap();
    assert!(says(&minutes, "Vientiane") && says(&minutes, "Send the list of boats"));
}

#[tokio::test]
async fn an_agency_prints_in_its_own_words_and_form_and_a_broken_one_is_refused_by_name() {
    let (agency, ctx) = philippine(705).await;
    let id = warrant(&ctx, None).await;
    let own = agency.folder.path().join("documents");
    fs::create_dir(&own).unwrap();
    fs::write(own.join("en.toml"), "[labels]\ntitle-warrant_sheet = \"Sheet of our bureau\"\n").unwrap();
    fs::write(
        own.join("warrant_sheet.typ"),
        "#import \"frame.typ\": *\n#show: sheet\nOur own form: #data.warrant.number\n",
    )
    .unwrap();
    let wish = wanted(DocumentKind::WarrantSheet, id, None);
    let paper = document::print(&ctx, &wish).await.unwrap();
    assert!(says(&paper, "Sheet of our bureau") && says(&paper, "Our own form: Crim. 17-1234"));
    let printed = async || document::print(&ctx, &wish).await.unwrap_err().to_string();
    fs::write(own.join("warrant_sheet.typ"), "#import \"frame.typ\": *\n#show: sheet\n#unknown-thing\n")
        .unwrap();
    let error = printed().await;
    assert!(error.contains("warrant_sheet.typ:3:") && error.contains("unknown"), "{error}");
    fs::write(own.join("en.toml"), "[labels]\nno-such-label = \"x\"\n").unwrap();
    let error = printed().await;
    assert!(error.contains("en.toml") && error.contains("no-such-label"), "{error}");
}

#[tokio::test]
async fn a_document_that_does_not_fit_the_thing_is_refused_with_those_that_do() {
    let (_agency, ctx) = philippine(706).await;
    let id = warrant(&ctx, None).await;
    let asked = request(&ctx, RequestKind::Extradition, id).await;
    let wrong = wanted(DocumentKind::LegalAssistanceRequest, asked, None);
    let error = document::print(&ctx, &wrong).await.unwrap_err().to_string();
    assert!(error.contains("extradition_request") && error.contains("note_verbale"), "{error}");
    let nothing = wanted(DocumentKind::RoundReport, id, None);
    assert!(matches!(document::print(&ctx, &nothing).await, Err(CaseworkError::NotFound(_))));
    let texts = vec![("no-such-part".to_owned(), Language::En, "x".to_owned())];
    assert!(document::write(&ctx, DocumentKind::NoteVerbale, asked.into(), texts).await.is_err());
    for kind in DocumentKind::ALL {
        document::things(&ctx, *kind).await.unwrap();
    }
}
