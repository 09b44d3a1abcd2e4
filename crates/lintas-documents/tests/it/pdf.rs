//! The bytes: archival, stable, with the data attached.

use lintas_documents::documents::{RoundReport, WarrantSheet};
use lintas_documents::{Incomplete, Press, samples};
use lintas_model::Language;

use crate::print;

#[test]
fn the_same_document_gives_the_same_bytes_whoever_prints_it() {
    let print_all =
        || samples::of_each_template(Language::Lo).iter().map(|one| print(one.as_ref())).collect::<Vec<_>>();
    let (here, there) = std::thread::scope(|scope| {
        let twin = scope.spawn(print_all);
        (print_all(), twin.join().unwrap())
    });
    for (one, other) in here.iter().zip(&there) {
        assert!(one == other, "{} KB of PDF differ", one.pdf.len() / 1000);
    }
    assert!(here.len() > 10 && here.len() == there.len());
}

#[test]
fn the_time_of_the_pdf_is_the_time_it_was_given() {
    let pdf = print(&samples::round_report(Language::En)).pdf;
    let text = String::from_utf8_lossy(&pdf);
    assert!(text.contains("2017-11-16T08:00:00"), "no time of making in the metadata");
}

#[test]
fn it_is_an_archival_pdf_with_its_data_attached() {
    let printed = print(&samples::round_report(Language::Bn));
    let text = String::from_utf8_lossy(&printed.pdf);
    assert!(text.starts_with("%PDF-1.7"));
    let (part, conformance) = ("<pdfaid:part>3<", "<pdfaid:conformance>B<");
    assert!(text.contains(part) && text.contains(conformance), "not marked as PDF/A-3b");
    assert!(!text.contains("/Type3"), "a font became outlines");
}

#[test]
fn the_attached_data_read_back_as_the_same_view() {
    let report = samples::round_report(Language::Th);
    assert_eq!(serde_json::from_slice::<RoundReport>(&print(&report).data).unwrap(), report);
    let sheet = samples::warrant_sheet(Language::Km);
    assert_eq!(serde_json::from_slice::<WarrantSheet>(&print(&sheet).data).unwrap(), sheet);
}

#[test]
fn a_document_says_demo_only_when_it_is_one() {
    let mut report = samples::round_report(Language::En);
    report.frame.synthetic = false;
    let printed = Press::new().print(&report, Incomplete::Refuse).unwrap();
    assert!(!printed.text.contains("DEMO"));
}
