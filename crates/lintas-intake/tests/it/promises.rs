//! Laws that hold for every file.

use std::io::{Read, Write};

use lintas_intake::export::{self, FileKind, Table};
use lintas_intake::{Meaning, rejects};
use proptest::prelude::*;

use super::*;

#[test]
fn the_same_row_has_the_same_fingerprint_whatever_stands_around_it() {
    let (_, first) = read_text("No,name,age\n1,A Bee,30\n2,C Dee,31\n3,E Eff,32\n");
    let (_, moved) = read_text("age,No,name\n99,1,New Row\n30,2,A  Bee\n31,3,C Dee\n");
    assert_eq!(moved.proposals[1].fingerprint, first.proposals[0].fingerprint);
    assert_eq!(moved.proposals[2].fingerprint, first.proposals[1].fingerprint);
    assert_ne!(moved.proposals[0].fingerprint, first.proposals[0].fingerprint);
    let other = Options { source: "other police".to_owned(), ..options() };
    let (_, elsewhere) = read_bytes("p.csv", b"name,age\nA Bee,30\n", &other).unwrap();
    assert_ne!(elsewhere.proposals[0].fingerprint, first.proposals[0].fingerprint);
}

#[test]
fn refused_rows_can_be_corrected_and_given_again() {
    let text = "name,phone,age\nA Bee,+85512345678,30\n,,\n\"=B\0ad\",+85512345679,31\nC Dee,1,2,surplus\n";
    let (reading, rows) = read_text(text);
    assert_eq!(reading.counts.refused, 2);
    for kind in [FileKind::Csv, FileKind::Xlsx] {
        let bytes = rejects::write("people.csv", &rows.refused, kind).unwrap();
        let name = if kind == FileKind::Csv { "rejects.csv" } else { "rejects.xlsx" };
        let (again, _) = read_bytes(name, &bytes, &options()).unwrap();
        let columns: Vec<Meaning> = again.sheets[0].columns.iter().map(|c| c.meaning).collect();
        assert_eq!(columns[..3], [Meaning::Name, Meaning::Phone, Meaning::Age]);
        assert!(columns[4..].iter().all(|m| *m == Meaning::Ignore), "{columns:?}");
        assert_eq!(again.counts.read, 2);
    }
    let csv = String::from_utf8(rejects::write("people.csv", &rows.refused, FileKind::Csv).unwrap()).unwrap();
    assert!(csv.contains("'+85512345679") && csv.contains("IN-204"), "{csv}");
}

#[test]
fn a_preview_stops_early() {
    let text = format!("name\n{}", "A Bee\n".repeat(5_000));
    let (reading, _) =
        read_bytes("p.csv", text.as_bytes(), &Options { rows_at_most: Some(200), ..options() }).unwrap();
    assert_eq!(reading.counts.read, 200);
}

#[test]
fn what_a_person_reads_after_a_dry_run() {
    let text = "Nama,Tarikh lahir,No. telefon,Warna\nA Bee,10/12/1983,+60123456789,merah\nC Dee,32/13/1983,x,\n,,,\nE Eff,1990,1,2,3\n";
    let (reading, _) = read_text(text);
    let issues: Vec<String> = reading.issues.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(format!("{reading}\n{}", issues.join("\n")));
}

/// The same workbook with one of its parts changed and packed anew, so that every checksum is right.
fn with_changed_parts(whole: &[u8], at: usize, insert: &[u8], remove: usize) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if index == at % 10 && !bytes.is_empty() {
            let at = at % bytes.len();
            bytes.splice(at..(at + remove).min(bytes.len()), insert.iter().copied());
        }
        to.start_file(entry.name().to_owned(), zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(&bytes).unwrap();
    }
    to.finish().unwrap().into_inner()
}

fn table_of(rows: Vec<Vec<String>>) -> Table {
    let width = rows.first().map_or(1, Vec::len);
    let headers =
        std::iter::once("Name".to_owned()).chain((1..width).map(|n| format!("note {n}x"))).collect();
    Table { title: "People".to_owned(), headers, rows, banner: "RESTRICTED".to_owned(), notes: Vec::new() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), name in "[a-z]{1,5}\\.(csv|xlsx|xml|ods)") {
        let _ = read_bytes(&name, &bytes, &options());
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "(name|date|phone|lat|lon|[,;\n\"0-9/ก-ฮ<>&=]){0,80}") {
        let _ = read_bytes("t.csv", text.as_bytes(), &options());
    }

    #[test]
    fn no_damage_to_a_workbook_makes_the_reader_panic(at in 0usize..4_000, byte: u8) {
        let mut bytes = workbook(&[("A", &[&["name", "dob"], &["A Bee", "1985-02-03"]])]);
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read_bytes("a.xlsx", &bytes, &options());
    }

    #[test]
    fn no_sheet_inside_a_workbook_makes_the_reader_panic(
        at in 0usize..10_000,
        insert in "[<>/\"A-Z0-9=tsr ]{0,6}",
        remove in 0usize..8,
    ) {
        let whole = workbook(&[("A", &[&["name", "dob"], &["A Bee", "1985-02-03"]])]);
        let _ = read_bytes("a.xlsx", &with_changed_parts(&whole, at, insert.as_bytes(), remove), &options());
    }

    #[test]
    fn a_table_written_as_csv_reads_back_the_same(
        rows in prop::collection::vec(prop::collection::vec("[=+@\\-']?[a-zA-Z0-9ก-ฮក-អ,;\"\n|. ]{0,12}[a-z]", 3..4), 1..8)
    ) {
        let table = table_of(rows.clone());
        let bytes = export::table(&table, FileKind::Csv).unwrap();
        let given = Options { columns: (1..3).map(|n| (format!("note {n}x"), Meaning::Other)).collect(), ..options() };
        let (reading, found) = read_bytes("t.csv", &bytes, &given).unwrap();
        prop_assert_eq!(reading.counts.refused, 0);
        prop_assert_eq!(found.proposals.len(), rows.len());
        for (row, proposal) in rows.iter().zip(&found.proposals) {
            let name = proposal.things[0].says[&Property::Name][0].value.to_string();
            prop_assert_eq!(name.as_str(), row[0].trim());
        }
    }
}

#[test]
fn a_workbook_to_give_away_says_what_it_is() {
    let table = Table {
        notes: vec![("Filter".to_owned(), "phones of March".to_owned())],
        ..table_of(vec![vec!["=cmd".to_owned(), "0012".to_owned()]])
    };
    let bytes = export::table(&table, FileKind::Xlsx).unwrap();
    let (reading, rows) = read_bytes("out.xlsx", &bytes, &options()).unwrap();
    assert_eq!(reading.sheets.len(), 2);
    assert_eq!(says(&rows, 0, Property::Name), "=cmd");
    assert!(says(&rows, 0, Property::Other).contains("0012"));
}
