#![no_main]

use libfuzzer_sys::fuzz_target;
use lintas_linkage::{ReadOptions, Reader, Records};

fuzz_target!(|bytes: &[u8]| {
    let mut records = Records::new();
    let mut n_issues = 0;
    let mut reader = Reader::new(ReadOptions::default());
    if let Ok(report) = reader.read(bytes, &mut records, &mut |_| n_issues += 1) {
        assert_eq!(report.n_taken, records.len() as u64);
        assert_eq!(report.n_rejected, n_issues);
    }
});
