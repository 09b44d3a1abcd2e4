//! Tables of persons, places and contacts.

use encoding_rs::WINDOWS_874;
use lintas_intake::{Format, Mapping, Meaning};
use lintas_model::date::DateOrder;
use lintas_model::record::{Body, RelationKind};
use lintas_model::{EntityId, EntityKind, ReportId};
use rust_xlsxwriter::{ExcelDateTime, Format as CellFormat, Workbook};

use super::*;

const THAI: &str = "ลำดับ,ชื่อ-สกุล,วันเกิด,สัญชาติ,เบอร์โทรศัพท์\n\
    1,สมชาย ใจดี,12 มีนาคม 2530,ไทย,081-234-5678\n\
    2,มาลี ศรีสุข,๒๕๔๑,ลาว,+856 20 5555 1234\n";

#[test]
fn the_same_sheet_reads_the_same_in_every_encoding_and_packing() {
    let (_, plain) = read_text(THAI);
    assert_eq!(plain.proposals.len(), 2);
    assert_eq!(says(&plain, 0, Property::Name), "สมชาย ใจดี");
    assert_eq!(says(&plain, 0, Property::BirthDate), "1987-03-12");
    assert_eq!(says(&plain, 1, Property::BirthDate), "1998");
    assert_eq!(says(&plain, 1, Property::Nationality), "LA");
    assert_eq!(plain.proposals[0].things[1].kind, EntityKind::Phone);
    assert_eq!(plain.proposals[1].things[1].key.as_deref(), Some("phone:8562055551234"));

    let with_mark = [b"\xEF\xBB\xBF".as_slice(), THAI.as_bytes()].concat();
    let utf_16: Vec<u8> =
        [0xFEFF].into_iter().chain(THAI.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let rows: Vec<Vec<&str>> = THAI.lines().map(|l| l.split(',').collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    for (name, bytes) in [
        ("mark.csv", with_mark),
        ("utf16.txt", utf_16),
        ("tis620.csv", WINDOWS_874.encode(THAI).0.into_owned()),
        ("semicolon.csv", THAI.replace(',', ";").into_bytes()),
        ("tabs.tsv", THAI.replace(',', "\t").into_bytes()),
        ("book.xlsx", workbook(&[("Sheet1", &rows)])),
    ] {
        let (_, other) = read_bytes(name, &bytes, &options()).unwrap();
        let things =
            |g: &Gather| g.proposals.iter().map(|p| (p.fingerprint, p.things.clone())).collect::<Vec<_>>();
        assert_eq!(things(&other), things(&plain), "{name}");
    }
}

#[test]
fn a_workbook_gives_back_identifiers_digit_by_digit_and_dates_as_days() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, header) in ["Full name", "Date of birth", "Account no", "Passport"].iter().enumerate() {
        sheet.write_string(2, column as u16, *header).unwrap();
    }
    sheet.write_string(0, 0, "Arrivals of the month").unwrap();
    sheet.write_string(3, 0, "Sok Dara").unwrap();
    let day = CellFormat::new().set_num_format("dd/mm/yyyy");
    sheet.write_datetime_with_format(3, 1, ExcelDateTime::from_ymd(1985, 2, 3).unwrap(), &day).unwrap();
    sheet.write_number(3, 2, 855_123_456_789.0).unwrap();
    sheet.write_number(3, 3, 1_234_567_890_123_456_800.0).unwrap();
    let (reading, rows) = read_bytes("a.xlsx", &book.save_to_buffer().unwrap(), &options()).unwrap();
    assert_eq!(reading.sheets[0].header_row, 3);
    assert_eq!(says(&rows, 0, Property::BirthDate), "1985-02-03");
    assert_eq!(says(&rows, 0, Property::AccountNumber), "855123456789");
    assert_eq!(says(&rows, 0, Property::DocumentNumber), "");
    assert_eq!(codes(&rows), ["IN-104"]);
}

#[test]
fn a_shortened_number_is_left_out_because_it_would_match_a_thousand_others() {
    let (_, rows) = read_text("name,account number\nSok Dara,8.55E+11\n");
    assert_eq!(says(&rows, 0, Property::AccountNumber), "");
    assert_eq!(codes(&rows), ["IN-104"]);
}

#[test]
fn an_ambiguous_date_stops_with_one_question_and_the_answer_settles_it() {
    let text = "name,date of birth\nA Bee,10/12/1983\nC Dee,01/02/1990\nE Eff,25/12/1991\n";
    let (reading, rows) = read_text(text);
    assert!(!reading.is_settled());
    assert_eq!(reading.questions.len(), 1);
    let question = &reading.questions[0];
    assert_eq!(
        (question.day_first.to_string(), question.month_first.to_string()),
        ("1983-12-10".into(), "1983-10-12".into())
    );
    assert_eq!((question.ambiguous, question.only_day_first), (2, 1));
    assert_eq!((reading.counts.waiting, rows.proposals.len()), (2, 1));

    let mut answered = options();
    answered.date_orders.insert("date of birth".to_owned(), DateOrder::DayFirst);
    let (reading, rows) = read_bytes("people.csv", text.as_bytes(), &answered).unwrap();
    assert!(reading.is_settled());
    assert_eq!(says(&rows, 0, Property::BirthDate), "1983-12-10");

    let saved = reading.mapping("arrivals", &answered).unwrap();
    let saved = Mapping::from_toml("arrivals", &saved.to_toml()).unwrap();
    let later = Options { mappings: vec![saved], ..options() };
    let (reading, rows) = read_bytes("june.csv", text.as_bytes(), &later).unwrap();
    assert_eq!(reading.sheets[0].mapping.as_deref(), Some("arrivals"));
    assert_eq!((reading.counts.taken, says(&rows, 0, Property::BirthDate).as_str()), (3, "1983-12-10"));
}

#[test]
fn a_bad_value_costs_the_value_and_a_bad_row_the_row() {
    let (reading, rows) = read_text(
        "name,date of birth,age,lat,lon\n\
         A Bee,0000-00-00,30,13.6,102.5\n\
         C Dee,1985-02-30,many,0,0\n\
         E Eff,1990,31,95,200,surplus\n\
         G Ahh,\"1991\n\
         I Jay,1992,29,13.7,102.6\n",
    );
    assert_eq!((reading.counts.read, reading.counts.taken, reading.counts.refused), (5, 3, 2));
    assert_eq!(says(&rows, 0, Property::Age), "30");
    assert_eq!(says(&rows, 0, Property::BirthDate), "");
    assert_eq!(codes(&rows), ["IN-101", "IN-103", "IN-102", "IN-101", "IN-202", "IN-203"]);
    let issue = &rows.issues[0];
    assert_eq!(
        (issue.row, issue.column.as_deref(), issue.excerpt.as_deref()),
        (Some(2), Some("date of birth"), Some("0000-00-00"))
    );
    assert!(rows.issues.iter().all(|i| !i.next_step.is_empty()));
    assert_eq!(rows.refused.iter().map(|r| r.row).collect::<Vec<_>>(), [4, 5]);
}

#[test]
fn what_cannot_be_seen_in_a_name_is_taken_out_and_told() {
    let (reading, rows) = read_text("name,age\nSok\u{202E} Dara\u{200B},30\nA\0Bee,31\nC Dee,32\n");
    assert_eq!(says(&rows, 0, Property::Name), "Sok Dara");
    assert_eq!((rows.issues[0].code.as_str(), rows.issues[0].row), ("IN-001", Some(2)));
    assert_eq!((reading.counts.taken, reading.counts.refused), (2, 1));
    assert_eq!(rows.refused[0].issues[0].code.as_str(), "IN-204");
}

#[test]
fn unpaired_surrogates_and_broken_bytes_cost_their_row_only() {
    let mut utf_8 = "name,age\nสมชาย ใจดี,30\nมาลี ศรีสุข,31\n".as_bytes().to_vec();
    utf_8.extend(b"A\xED\xA0\x80B,32\nC Dee,33\n");
    let mut units: Vec<u16> = "\u{FEFF}name,age\nA Bee,30\nC ".encode_utf16().collect();
    units.push(0xD800);
    units.extend(",31\nE Eff,32\n".encode_utf16());
    let utf_16: Vec<u8> = units.into_iter().flat_map(u16::to_le_bytes).collect();
    for (bytes, taken) in [(utf_8, 3), (utf_16, 2)] {
        let (reading, _) = read_bytes("people.csv", &bytes, &options()).unwrap();
        assert_eq!((reading.counts.taken, reading.counts.refused), (taken, 1));
    }
}

#[test]
fn contacts_places_and_sightings_are_what_they_are() {
    let (_, rows) =
        read_text("source,target,kind,time,weight\n+85512345678,+66812345678,call,2017-03-01 08:30,3\n");
    let row = &rows.proposals[0];
    assert_eq!(row.links[0].kind, RelationKind::Called);
    assert_eq!((row.links[0].amount, row.things[0].kind), (Some(3), EntityKind::Phone));

    let (_, rows) = read_text("name,lat,lon\nPoipet crossing,13.6576,102.5635\n");
    assert_eq!(rows.proposals[0].things[0].kind, EntityKind::Place);

    let (_, rows) = read_text("subject,time,lat,lon\ns1,2017-03-01T08:30:00Z,13.6576,102.5635\n");
    let seen = &rows.proposals[0].seen[0];
    assert_eq!(seen.at.to_string(), "2017-03-01T08:30:00Z");
}

#[test]
fn victims_of_an_ordinary_table_are_shown_by_code() {
    let (reading, rows) = read_text(
        "name,role,phone,nationality,age,type of exploitation\n\
         Somebody Hidden,victim,+855 12 000 111,Cambodian,16,Forced labour for Somebody\n\
         Another Person,driver,+855 12 000 222,Thai,40,\n",
    );
    assert_eq!(reading.counts.taken, 2);
    let victim = &rows.proposals[0];
    assert!(victim.things.is_empty() && victim.protected.len() == 1);
    let shown = format!("{victim:?}");
    for secret in ["Somebody", "Hidden", "000 111"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    assert!(codes(&rows).contains(&"IN-002"));
    assert_eq!(rows.proposals[1].things[0].kind, EntityKind::Person);
}

#[test]
fn grade_and_handling_in_the_row_are_kept() {
    let (_, rows) = read_text("name,grade,handling,report\nA Bee,B2,H1 TLP:RED,Seen near the market\n");
    let row = &rows.proposals[0];
    assert_eq!(row.grade.unwrap().to_string(), "B2");
    assert_eq!(row.handling.as_ref().unwrap().to_string(), "H1 TLP:RED");
    assert_eq!(row.report.as_ref().unwrap().text, "Seen near the market");
}

#[test]
fn a_proposal_becomes_bodies_with_the_ids_it_is_given() {
    let (_, rows) = read_text("name,phone,company\nA Bee,+85512345678,Good Travel\n");
    let report = ReportId::from_uuid(uuid(1));
    let mut next = 10;
    let bodies = rows.proposals[0].bodies(report, &mut |_| {
        next += 1;
        EntityId::from_uuid(uuid(next))
    });
    assert_eq!(bodies.len(), 5);
    let Body::Statement(first) = &bodies[0] else { panic!("a statement comes first") };
    assert_eq!((first.report, first.row.as_deref()), (report, Some("row 2")));
    let Body::Relation(uses) = &bodies[3] else { panic!("relations follow") };
    assert_eq!((uses.from, uses.kind), (first.entity, RelationKind::Uses));
}

fn uuid(n: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(n)
}

#[test]
fn a_person_may_say_what_a_column_means_and_what_the_file_is() {
    let mut said = options();
    said.columns.insert("Kod".to_owned(), Meaning::Plate);
    said.format = Some(Format::Table);
    let (_, rows) = read_bytes("x.csv", b"Kod,Lain\nPP-1234,x\n", &said).unwrap();
    assert_eq!(says(&rows, 0, Property::Plate), "PP-1234");
}
