//! Withholding and erasing.

use std::collections::BTreeSet;

use lintas_ledger::{Entry, ReadBody};
use lintas_model::Body;

use crate::sample::{drafts, sealed, signer};

#[test]
fn what_was_sealed_reads_back() {
    for (entry, draft) in sealed(9).iter().zip(drafts(9)) {
        let received = Entry::decode(&entry.encode()).unwrap();
        assert_eq!(&received, entry);
        assert_eq!(received.body(), ReadBody::Whole(draft.body));
        assert_eq!(received.header().marking, draft.marking);
        received.check(signer().public()).unwrap();
    }
}

#[test]
fn a_disclosed_part_still_verifies_and_tells_nothing_else() {
    let report = &sealed(2)[1];
    let part = report.disclose(&BTreeSet::from(["title".to_owned()]));
    let part = Entry::decode(&part.encode()).unwrap();
    part.check(signer().public()).unwrap();
    assert_eq!(part.field_names(), ["title"]);
    let ReadBody::Partial { body: Body::Report(read), withheld } = part.body() else { panic!("{part:?}") };
    assert_eq!((read.title.as_str(), read.text.as_str(), withheld), ("Report 1", "", 4));
    assert!(!part.encode().windows(5).any(|window| window == "S-1".as_bytes()));
}

#[test]
fn an_erased_record_still_verifies() {
    let erased = sealed(2)[1].without_body();
    let erased = Entry::decode(&erased.encode()).unwrap();
    erased.check(signer().public()).unwrap();
    assert_eq!(erased.body(), ReadBody::Erased);
}
