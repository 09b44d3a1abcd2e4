//! Every kind of record can be sealed, read back, and read in part.

use std::collections::BTreeSet;

use lintas_ledger::{Entry, FeedHead, ReadBody, seal};
use lintas_model::entropy::SeededEntropy;
use lintas_model::{Body, Kind};
use serde_json::{Value, json};

use crate::sample::{draft, feed, signer};

const ID: &str = "00000000000000000000000000000abc";

fn keys() -> Value {
    json!({
        "agency": "KH-CIB", "root_key": "aa", "node_key": "bb", "tls_key_sha256": "cc", "sealing_key": "dd",
        "valid_from": 1_488_326_400_000_i64, "root_signature": "ee",
    })
}

fn agency() -> Value {
    json!({
        "code": "KH-CIB", "names": {"en": "Crime Bureau", "km": "នាយកដ្ឋាន", "zz": ""}, "country": "KH",
        "languages": ["km", "en"], "contact": "+855 12 000 000",
    })
}

/// The fields of one body of a kind, as rich as the kind allows.
fn fields(kind: Kind) -> Value {
    match kind {
        Kind::Agency => agency(),
        Kind::Officer => json!({
            "name": "Sok", "login": "sok", "roles": ["analyst", "case_lead"], "language": "km", "active": true,
        }),
        Kind::KeyManifest => keys(),
        Kind::Partner => json!({
            "agency": agency(), "keys": keys(), "address": "https://127.0.0.1:7901", "active": false,
        }),
        Kind::Audience => json!({"name": "lane", "members": ["KH-CIB", "TH-DSI"], "case": ID, "round": ID}),
        Kind::Case => json!({
            "title": "Sampan", "reference": "KH-2017-0142", "summary": "…", "offences": ["smuggling", "trafficking"],
            "countries": ["KH", "TH"], "audience": ID, "round": ID,
        }),
        Kind::CaseStep => json!({"case": ID, "step": "activate", "reason": "leads"}),
        Kind::Note => json!({"case": ID, "text": "ข้อความ"}),
        Kind::Report => json!({
            "title": "t", "text": "", "language": "th", "occurred": "2017-03-01", "source_reference": "S-1",
            "case": ID, "import": ID,
        }),
        Kind::Grading => json!({"report": ID, "reason": "r"}),
        Kind::Attachment => json!({
            "report": ID, "name": "ภาพ.jpg", "media_type": "image/jpeg", "size_bytes": 3, "sha256": "00", "parts": [ID],
        }),
        Kind::AttachmentPart => json!({"report": ID, "bytes": [0, 1, 255]}),
        Kind::Statement => json!({
            "entity": ID, "kind": "online_identity", "report": ID, "row": "Sheet1 14",
            "name": [{"value": {"text": "สมชาย"}, "note": "as written"}],
            "birth_date": [{"value": {"date": "1980"}}, {"value": {"date": "1980-05"}}],
            "age": [{"value": {"number": -3}}],
            "country": [{"value": {"country": "LA"}}],
            "address": [{"value": {"point": {
                "latitude_udeg": -13_657_600, "longitude_udeg": 102_563_500, "uncertainty_m": 500,
            }}}],
            "phone_number": [{"value": {"entity": ID}}],
            "other": [],
        }),
        Kind::Relation => json!({
            "from": ID, "to": ID, "kind": "travelled_with", "strength": "tentative", "report": ID,
            "date": "2017", "amount": i64::MIN, "note": "n",
        }),
        Kind::Sighting => json!({
            "subject": ID, "at": -1, "point": {"latitude_udeg": 0, "longitude_udeg": -1, "uncertainty_m": 0},
            "place": "ปอยเปต", "report": ID,
        }),
        Kind::Judgement => json!({
            "left": ID, "right": ID, "verdict": "not_same", "reason": "r", "score_permille": 912,
        }),
        Kind::Task => json!({
            "case": ID, "title": "t", "detail": "d", "agency": "TH-DSI", "due": "2017-06-01", "after": ID,
        }),
        Kind::TaskStep => json!({"task": ID, "step": "withdraw", "reason": "r"}),
        Kind::TaskAnswer => json!({"task": ID, "step": "finish", "text": "done", "shown_by": ID}),
        Kind::Warrant => json!({
            "number": "9/2017", "person": ID, "name_on_warrant": "N", "court": "C", "country": "TH",
            "issued": "2017-01-02", "offences": ["trafficking"], "law": "s. 6", "limitation": "2032",
            "believed_in": "MY", "caution": "armed", "charges": "c", "identity": "name_only", "next_review": "2018-01",
            "report": ID, "case": ID, "state": "issued",
        }),
        Kind::WarrantStep => json!({"warrant": ID, "step": "circulate", "on": "2017-05", "reference": "R"}),
        Kind::WarrantCheck => json!({
            "warrant": ID, "substance": "whereabouts", "on": "2017-05-09", "finding": "f",
            "next_review": "2017-11", "believed_in": "ID",
        }),
        Kind::Operation => json!({
            "case": ID, "title": "t", "objective": "o", "participants": ["KH-CIB", "VN-C02"], "day": "2017-09-01",
        }),
        Kind::OperationStep => json!({"operation": ID, "step": "stand_down", "reason": "r"}),
        Kind::Outcome => json!({
            "round": ID, "kind": "victims_rescued", "subject": ID, "count": 12, "on": "2017-09-01",
            "participants": ["KH-CIB"], "shown_by": [ID, ID], "case": ID, "summary": "s",
        }),
        Kind::OutcomeConfirmation => {
            json!({"round": ID, "kind": "arrests", "subject": ID, "count": u32::MAX})
        }
        Kind::Round => json!({
            "name": "2017", "from": "2017-03-01", "to": "2017-11-16", "agencies": ["KH-CIB"], "audience": ID,
        }),
        Kind::Workshop => json!({
            "round": ID, "kind": "opening", "day": "2017-03-01", "place": "Bangkok",
            "participants": {"KH-CIB": 3, "TH-DSI": 0},
        }),
        Kind::Commitment => json!({"round": ID, "agency": "KH-CIB", "what": "w", "due": "2017-11"}),
        Kind::CommitmentDone => json!({"commitment": ID, "on": "2017-10", "shown_by": [ID], "text": "t"}),
        Kind::Finding => json!({
            "case": ID, "kind": "rest_house", "title": "Near Sa Kaeo", "used": [ID], "method": "routes 0.1.0", "seed": 1,
            "parameters": {"new_since": "2017-03-01"}, "result": "{}", "confidence": 930, "limits": ["…"],
        }),
        Kind::ChartView => json!({"case": ID, "name": "The two drivers", "state": "{}"}),
        Kind::Request => json!({
            "kind": "extradition", "requesting": "KH", "requested": "TH", "offence": "trafficking", "basis": "untoc",
            "reference": "r", "sought": "s", "languages": ["en", "th"], "needed_by": "2017-11", "urgent": true,
            "case": ID, "warrant": ID,
        }),
        Kind::ReleaseAsk => json!({
            "release": ID, "originator": "KH-CIB", "wanted": "pass_on", "to": ["VN-C02"], "purpose": "investigation",
            "reason": "r",
        }),
        Kind::ReleaseAnswer => json!({"ask": ID, "release": ID, "granted": true, "by": ID, "reason": "r"}),
        Kind::RequestStep => json!({"request": ID, "step": "ask_more", "on": "2017-06-01", "reference": "r"}),
        Kind::Hop => json!({
            "request": ID, "step": "note_verbale", "received": "2017-06-01", "passed_on": "2017-06-09", "reference": "r",
            "carrier": "bag", "language": "th", "deadline": "2017-07-01",
        }),
        Kind::Passage => json!({"of": ID, "part": "facts", "language": "th", "text": "ข้อเท็จจริง"}),
        Kind::Inquiry => json!({
            "case": ID, "agency": "TH-DSI", "question": "q", "legal_basis": "UNTOC Art. 27", "due": "2017-06",
        }),
        Kind::InquiryStep => json!({"inquiry": ID, "step": "ask_lead", "text": "t", "shown_by": ID}),
        Kind::ContactPoint => json!({
            "name": "Duty desk", "roles": ["round_the_clock"], "phones": ["+85512000000"], "emails": ["desk@example.org"],
            "languages": ["km", "en"], "note": "n", "confirmed": "2017-03-01", "closed": false,
        }),
        Kind::Objective => json!({"case": ID, "text": "t", "rank": 1, "met": false, "dropped": false}),
        Kind::Decision => {
            json!({"case": ID, "text": "t", "reason": "r", "agencies": ["KH-CIB"], "on": "2017-06-01"})
        }
        Kind::RiskAnswer => json!({
            "operation": ID, "plan": ID, "question": "victims_safe", "yes": true, "note": "n"
        }),
        Kind::NoticeRequest => json!({
            "warrant": ID, "colour": "red", "channel": "diffusion", "to": ["TH", "MY"], "language": "en",
            "reference": "NCB 12",
        }),
        Kind::Mentoring => json!({"case": ID, "open": true}),
        Kind::Advice => {
            json!({"case": ID, "grade": "essential", "text": "take the statement before a judge"})
        }
        Kind::Agreement => json!({
            "case": ID, "parties": ["KH-CIB", "TH-DSI"], "states": ["KH", "TH"], "from": "2017-06-01",
            "to": "2018-06-01", "clauses": {"purpose": "p", "data_protection": "d"}, "basis": "untoc",
            "offences": ["trafficking"], "leaders": {"TH": "TH-DSI"}, "members": ["KH-CIB", "TH-DSI"],
            "participants": ["VN-C02"], "use_rule": "evidence", "onward": "ask", "earlier_material": true,
            "outside_material": true, "retention_months": 60, "spokespersons": ["KH-CIB"],
        }),
        Kind::AgreementSignature => json!({"agreement": ID, "text": ID, "signatory": "Director"}),
        Kind::Exhibit => json!({
            "case": ID, "number": "KH-CIB/12", "title": "Phone", "sha256": "00", "taken": "2017-06-01",
            "origin": "o", "country": "KH",
        }),
        Kind::Custody => json!({
            "exhibit": ID, "number": 1, "act": "handed_over", "by": "b", "to": "t", "how": "h", "on": "2017-06-01",
            "result": "r",
        }),
        Kind::Proof => json!({
            "case": ID, "suspect": ID, "offence": "trafficking", "country": "TH",
            "element": "trafficking.means.deception", "evidence": ID, "form": "signed_statement", "shows": "s",
            "withdrawn": false,
        }),
        Kind::CourtVerdict => json!({
            "case": ID, "person": ID, "offence": "trafficking", "country": "TH", "court": "c", "result": "convicted",
            "level": "organiser", "sentence": "s", "on": "2017-10-01", "is_final": false,
        }),
        Kind::ProtectedPerson => json!({
            "code": "V-7", "case": ID, "age": "child", "nationality": "BD", "offence": "trafficking",
            "status": "at_risk", "support_plan": true, "operation": ID,
        }),
        Kind::Release => json!({
            "audience": ID, "case": ID,
            "disclosed": [{"record": ID, "entry": [0, 1, 255], "fields": ["title"]},
                          {"record": ID, "entry": [], "fields": []}],
            "purposes": ["investigation", "victim_protection"], "use_rule": "evidence_after_permission",
            "onward": "ask", "expires_at": 1_500_000_000_000_i64, "legal_basis": "UNTOC Art. 27", "reason": "r",
        }),
        Kind::Recall => json!({"release": ID, "records": [ID], "reason": "r"}),
        Kind::Receipt => json!({
            "of": {"feed_up_to": {"agency": "TH-DSI", "audience": ID, "generation": 1, "sequence": 9}}, "at": 5,
        }),
        Kind::Import => json!({
            "file_name": "f.xlsx", "file_sha256": "00", "format": "htcds", "mapping": "m", "rows_read": 10,
            "rows_taken": 7, "rows_known": 2, "rows_refused": 1,
        }),
        Kind::OfficerKey => json!({"key": "00", "replaces": "00"}),
        Kind::NewLog => {
            json!({"partner": "TH-DSI", "before": "n", "shown": "n", "reason": "r", "accepts": ID})
        }
        Kind::ImportUndo => json!({"import": ID, "reason": "r"}),
        Kind::HitInputs => json!({
            "to": "TH-DSI", "case": ID, "purpose": "investigation", "legal_basis": "UNTOC Art. 27",
            "inputs": [{"kind": "phone", "value": "+66812345678", "entity": ID, "stated_by": ID}],
            "secret": [0, 1, 255], "needs_second": ["many", "victims", "dense_range"],
            "refused": "budget", "reason": "r",
        }),
        Kind::HitQuery => json!({
            "to": "TH-DSI", "case": ID, "purpose": "investigation", "legal_basis": "UNTOC Art. 27", "items": 1,
            "blinded": [1, 2], "commitments": "00", "asked_by": ID, "approved_by": ID, "needs_second": ["many"],
        }),
        Kind::HitSet => json!({
            "to": "TH-DSI", "purpose": "investigation", "month": "2017-03", "key": "00", "number": 1, "anew": true,
            "part": 0, "parts": 1, "bytes": [1, 2],
        }),
        Kind::HitAnswer => json!({
            "query": ID, "to": "TH-DSI", "purpose": "investigation", "items": 1, "month": "2017-03", "set": 1,
            "evaluated": [1, 2], "proof": [3], "transcript": "00", "refused": "replayed", "reason": "r",
        }),
        Kind::HitNotice => json!({
            "query": ID, "answer": ID, "transcript": "00", "set": 1, "hits": [0, 7], "problem": "p",
        }),
        Kind::Access => json!({
            "act": "sign_in", "page": "case", "object": ID, "purpose": "legal_cooperation", "count": 0, "detail": "d",
        }),
        Kind::Tombstone => json!({"record": ID, "ground": "retention period ended"}),
    }
}

fn body(kind: Kind) -> Body {
    Body::deserialize(kind, fields(kind)).unwrap_or_else(|error| panic!("{kind}: {error}"))
}

/// The records of hit/no-hit, whose bytes both sides hash.
pub(crate) fn hits() -> Vec<Entry> {
    let kinds = [Kind::HitInputs, Kind::HitQuery, Kind::HitSet, Kind::HitAnswer, Kind::HitNotice];
    sealed(kinds.map(body))
}

fn sealed(bodies: impl IntoIterator<Item = Body>) -> Vec<Entry> {
    let drafts = bodies.into_iter().zip(0..).map(|(body, number)| draft(number, body)).collect();
    let head = FeedHead::start(feed(), 0);
    seal(head, drafts, &signer(), &mut SeededEntropy::new(1)).unwrap().0
}

#[test]
fn every_kind_reads_back_as_it_was_sealed() {
    for (kind, entry) in Kind::ALL.iter().zip(sealed(Kind::ALL.iter().copied().map(body))) {
        let received = Entry::decode(entry.as_bytes()).unwrap();
        received.check(signer().public()).unwrap();
        assert_eq!(received.body(), ReadBody::Whole(body(*kind)), "{kind}");
        let fields = fields(*kind);
        let names: BTreeSet<String> = fields.as_object().unwrap().keys().cloned().collect();
        assert_eq!(received.field_names().into_iter().collect::<BTreeSet<_>>(), names, "{kind}");
    }
    let recalled = json!({"of": {"recall": {"recall": ID, "removed": 3}}, "at": 5});
    let receipt = Body::deserialize(Kind::Receipt, recalled).unwrap();
    assert_eq!(sealed([receipt.clone()])[0].body(), ReadBody::Whole(receipt));
}

#[test]
fn releasable_kinds_read_with_any_one_of_their_texts_withheld() {
    for (kind, texts) in [
        (Kind::Report, &["title", "text", "language", "source_reference"][..]),
        (Kind::Statement, &["row", "name", "birth_date", "address", "phone_number"]),
        (Kind::Relation, &["note", "amount", "date"]),
        (Kind::Sighting, &["place"]),
        (Kind::Warrant, &["number", "name_on_warrant", "court", "law", "caution", "offences"]),
        (Kind::WarrantStep, &["reference"]),
        (Kind::WarrantCheck, &["finding"]),
        (Kind::Case, &["title", "reference", "summary", "offences", "countries"]),
        (Kind::Judgement, &["reason", "score_permille"]),
        (Kind::Operation, &["title", "objective", "participants", "day"]),
        (Kind::ProtectedPerson, &["code", "nationality", "operation"]),
        (Kind::Note, &["text"]),
    ] {
        let entry = &sealed([body(kind)])[0];
        let all: BTreeSet<String> = entry.field_names().into_iter().collect();
        for text in texts {
            let mut keep = all.clone();
            assert!(keep.remove(*text), "{kind} {text}");
            let read = entry.disclose(&keep).body();
            assert!(matches!(read, ReadBody::Partial { withheld: 1, .. }), "{kind} without {text}: {read:?}");
        }
        let keep: BTreeSet<String> = all.into_iter().filter(|name| !texts.contains(&name.as_str())).collect();
        let read = entry.disclose(&keep).body();
        assert!(matches!(read, ReadBody::Partial { .. }), "{kind}: {read:?}");
    }
}

#[test]
fn a_release_and_its_recall_name_it_in_their_headers() {
    let entries = sealed([body(Kind::Release), body(Kind::Recall), body(Kind::Note)]);
    let release = entries[0].header();
    assert_eq!(release.release.map(|id| id.uuid()), Some(release.object.uuid()));
    assert_eq!(release.legal_basis.as_deref(), Some("UNTOC Art. 27"));
    assert_eq!(entries[1].header().release.map(|id| id.to_string()).as_deref(), Some(ID));
    assert_eq!((entries[2].header().release, entries[2].header().legal_basis.as_ref()), (None, None));
}
