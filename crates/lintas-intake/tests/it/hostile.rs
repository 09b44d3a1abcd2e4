//! Files that are broken, huge, or not what they say.

use std::io::Write;

use lintas_intake::{Limits, detect};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn refused(name: &str, bytes: &[u8]) -> String {
    match read_bytes(name, bytes, &options()) {
        Err(error) => error.to_string(),
        Ok((reading, _)) => panic!("{name} was read: {reading}"),
    }
}

#[test]
fn a_truncated_workbook_names_the_place_and_the_next_step() {
    let whole = workbook(&[("Sheet1", &[&["name"], &["A Bee"]])]);
    for length in [10, whole.len() / 2, whole.len() - 5] {
        let error = refused("arrivals.xlsx", &whole[..length]);
        assert!(error.contains("arrivals.xlsx") && error.contains("ask for the file again"), "{error}");
    }
    let mut damaged = whole.clone();
    let middle = whole.len() / 3;
    damaged[middle..middle + 40].fill(0);
    assert!(refused("arrivals.xlsx", &damaged).contains("could not"));
}

#[test]
fn a_zip_bomb_is_not_unpacked() {
    let packed = |entries: usize, bytes: usize| {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..entries {
            zip.start_file(format!("xl/{index}.xml"), SimpleFileOptions::default()).unwrap();
            zip.write_all(&vec![b'0'; bytes]).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let error = refused("bomb.xlsx", &packed(1, 8 << 20));
    assert!(error.contains("unpacks to more than"), "{error}");

    let limits = Limits { archive_entries: 10, ..Limits::default() };
    let bytes = packed(20, 1);
    let error = read_bytes("many.xlsx", &bytes, &Options { limits, ..options() }).unwrap_err().to_string();
    assert!(error.contains("20 parts"), "{error}");

    let limits = Limits { unpacked_bytes: 1 << 20, ..Limits::default() };
    let bytes = packed(30, 100 << 10);
    let error = read_bytes("big.xlsx", &bytes, &Options { limits, ..options() }).unwrap_err().to_string();
    assert!(error.contains("1 MiB"), "{error}");
}

#[test]
fn other_kinds_of_file_are_named_with_advice() {
    let check = |name: &str, bytes: &[u8], advice: &str| {
        let error = refused(name, bytes);
        assert!(error.contains(advice), "{name}: {error}");
    };
    check("old.xls", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "save it as .xlsx");
    check("scan.pdf", b"%PDF-1.7 ...", "table it was made from");
    check("empty.csv", b"  \n\n", "it is empty");
    check("page.xls", b"<html><table><tr><td>name</td></tr></table></html>", "save it as .xlsx");
    check("noise.csv", b"a,b\n1,2\n3,4\n", "--column");
    check(
        "files.zip",
        &{
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            zip.start_file("readme.txt", SimpleFileOptions::default()).unwrap();
            zip.finish().unwrap().into_inner()
        },
        "one by one",
    );
    assert_eq!(detect("scan.pdf", b"%PDF-1.7"), None);
}

#[test]
fn letters_of_old_fonts_are_refused_with_advice() {
    let khmer = format!("name,age\n{}", "RBHraCaNacRkkm<úCa suxSanþIRkug,30\n".repeat(20));
    let error = refused("khmer.csv", khmer.as_bytes());
    assert!(error.contains("Khmer") && error.contains("Unicode"), "{error}");
}

#[test]
fn a_sheet_of_repeats_is_not_unrolled() {
    let content = "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><table:table table:name=\"A\">\
        <table:table-row><table:table-cell><text:p>name</text:p></table:table-cell><table:table-cell><text:p>age</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:table-cell><text:p>A &amp; Bee</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"2000000000\" /></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"3\"><table:table-cell><text:p>C Dee</text:p></table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"30\"><text:p>30</text:p></table:table-cell></table:table-row>\
        </table:table></office:document-content>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(content.as_bytes()).unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    let (reading, rows) = read_bytes("people.ods", &bytes, &options()).unwrap();
    assert_eq!(reading.counts.taken, 4);
    assert_eq!(says(&rows, 0, Property::Name), "A & Bee");
    assert_eq!(rows.proposals[1].row, 1_000_000_003);
    assert_eq!(says(&rows, 3, Property::Age), "30");
}
