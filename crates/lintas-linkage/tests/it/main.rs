//! Promises of linking that need a whole list.

use lintas_linkage::{Issue, LinkOptions, Linkage, Meaning, ReadOptions, Reader, Records, link};

fn read(text: &[u8]) -> (Records, Vec<Issue>) {
    let mut records = Records::new();
    let mut issues = Vec::new();
    Reader::new(ReadOptions::default()).read(text, &mut records, &mut |issue| issues.push(issue)).unwrap();
    records.seal();
    (records, issues)
}

/// A list of made persons, every third of them twice, the second time with one error.
fn made() -> String {
    let (given, family) =
        (["somlin", "darika", "benora", "talisa", "komarin"], ["wadeso", "linkato", "marobe", "hansira"]);
    let mut text = String::from("id,first_name,surname,dob,town,phone\n");
    for person in 0..300_u64 {
        let spread = person.wrapping_mul(2_654_435_761) % 100_003;
        let name = format!("{}{}", given[spread as usize % 5], person % 7);
        let other = format!("{}{}", family[spread as usize / 5 % 4], spread % 23);
        let birth = format!("{}-{:02}-{:02}", 1950 + spread % 50, 1 + spread % 12, 1 + spread % 28);
        let town = format!("town{}", spread % 31);
        text.push_str(&format!("a{person},{name},{other},{birth},{town},08{spread:08}\n"));
        if person % 3 == 0 {
            text.push_str(&format!("b{person},{name},{other}x,{birth},,08{spread:08}\n"));
        }
    }
    text
}

fn found(linkage: &Linkage<'_>, records: &Records) -> Vec<(String, String)> {
    let pairs = linkage.pairs.iter().filter(|pair| pair.probability >= 0.5);
    pairs.map(|pair| (records.id(pair.left).to_owned(), records.id(pair.right).to_owned())).collect()
}

#[test]
fn records_of_one_person_are_found_and_strangers_are_not() {
    let text = made();
    let (records, issues) = read(text.as_bytes());
    assert!(issues.is_empty());
    let linkage = link(&records, &LinkOptions::default(), &());
    let found = found(&linkage, &records);
    let right = found.iter().filter(|(left, right)| left[1..] == right[1..]).count();
    assert!(right >= 98, "{right} of 100 found");
    assert!(found.len() - right <= 2, "{} strangers", found.len() - right);
}

#[test]
fn the_same_list_gives_the_same_answer() {
    let text = made();
    let (records, _) = read(text.as_bytes());
    let (one, other) =
        (link(&records, &LinkOptions::default(), &()), link(&records, &LinkOptions::default(), &()));
    assert_eq!(one.pairs, other.pairs);
    assert_eq!(one.clusters, other.clusters);
}

#[test]
fn broken_rows_are_named_and_the_rest_goes_on() {
    let text = b"id;name;dob\n1;Anna Lim;1990-01-02\n1;Anna Lim;1990-01-02\n2;only two\n3;Bo\0b;1990-01-02\n;Carl;1990-01-02\n4;\xff\xfe;1990-01-02\n5;Dara Sok;1991-02-03\n";
    let (records, issues) = read(text);
    assert_eq!(records.len(), 2);
    let said: Vec<(u64, Option<&str>)> =
        issues.iter().map(|issue| (issue.row, issue.column.as_deref())).collect();
    assert_eq!(said, [(3, Some("id")), (4, None), (5, Some("name")), (6, Some("id")), (7, Some("name"))]);
}

#[test]
fn a_quotation_mark_left_open_costs_its_row_and_no_other() {
    let text =
        "id,name,dob\n1,Anna Lim,1990-01-02\n2,\"Bo Sok,1990-01-03\n3,\"Lim, Anna\",1990-01-02\n4,Dara\n";
    let (records, issues) = read(text.as_bytes());
    assert_eq!((records.len(), records.id(1)), (2, "3"));
    let said: Vec<(u64, Option<&str>)> =
        issues.iter().map(|issue| (issue.row, issue.column.as_deref())).collect();
    assert_eq!(said, [(3, Some("name")), (5, None)]);
}

#[test]
fn text_of_sixteen_bits_is_read_with_and_without_its_mark() {
    let text = "id,name,dob\n1,Nguyễn Anh,1990-01-02\n2,Anna Lim,1990-01-03\n";
    for mark in ["\u{feff}", ""] {
        let bytes: Vec<u8> = format!("{mark}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&bytes).0.len(), 2);
    }
}

#[test]
fn a_name_in_another_script_is_compared_with_all_its_readings() {
    let mut text = made();
    text.push_str("t,อรทัย,ศรีสุข,1961-07-19,town3,0811111111\nl,Onthai,Srisuk,1961-07-19,town3,0811111112\n");
    let (records, _) = read(text.as_bytes());
    let linkage = link(&records, &LinkOptions::default(), &());
    assert!(found(&linkage, &records).contains(&("t".to_owned(), "l".to_owned())));
}

#[test]
fn any_bytes_are_read_or_refused() {
    let mut state = 7_u64;
    for n in 0..300 {
        let bytes: Vec<u8> = (0..n * 7)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let sign = (state >> 33) as u8;
                // Mostly signs that matter to a table.
                if sign.is_multiple_of(3) { sign } else { b"\",\n\r;\ta1"[usize::from(sign) % 8] }
            })
            .collect();
        let mut records = Records::new();
        let _ = Reader::new(ReadOptions::default()).read(&bytes[..], &mut records, &mut |_| {});
        records.seal();
        link(&records, &LinkOptions::default(), &());
    }
}

#[test]
fn a_header_alone_links_nothing_and_one_record_neither() {
    for text in ["id,name,dob\n", "id,name,dob\n1,Anna Lim,1990-01-02\n", "id,name\n1,\n2,\n"] {
        let (records, _) = read(text.as_bytes());
        assert!(found(&link(&records, &LinkOptions::default(), &()), &records).is_empty());
    }
}

#[test]
fn lists_with_other_headers_meet_by_meaning() {
    let mut records = Records::new();
    let mut reader = Reader::new(ReadOptions::default());
    reader
        .read(&b"id,first_name,surname,dob\n1,Anna,Lim,1990-01-02\n"[..], &mut records, &mut |_| {})
        .unwrap();
    let report = reader
        .read(
            &b"ref,birthdate,family name,given name\n2,02/01/1990,Lim,Anna\n"[..],
            &mut records,
            &mut |_| {},
        )
        .unwrap();
    records.seal();
    assert_eq!(report.columns[1].1, Meaning::BirthDate);
    assert_eq!(records.columns.len(), 1);
    assert_eq!(records.columns[0].text(0), records.columns[0].text(1));
}
