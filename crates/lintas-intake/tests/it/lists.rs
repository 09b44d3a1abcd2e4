//! Published lists and incidents, with made-up entries.

use lintas_intake::{Companion, Format, companions_of};
use lintas_model::EntityKind;

use super::*;

const SDN: &str = "101,\"EXAMPLE, Person\",\"individual\",\"TEST\",\"Chief\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 03 Oct 1954; POB Vientiane, Laos; nationality Laos; Passport X1234567 (Laos).\"\n\
    102,\"EXAMPLE TRADING CO.\",-0- ,\"TEST] [OTHER\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n\
    103,\"SEA EXAMPLE\",\"vessel\",\"TEST\",-0- ,\"9ABC\",\"Trawler\",\"500\",\"400\",\"Panama\",\"EXAMPLE TRADING CO.\",-0- \n\x1a";
const ALT: &str = "101,1,\"aka\",\"EKSAMPEL, Pearson\",-0- \n101,2,\"fka\",\"OLDNAME, Person\",-0- \n999,3,\"aka\",\"NOBODY\",-0- \n";
const ADD: &str = "101,1,\"1 Example Road\",\"Vientiane\",\"Laos\",-0- \n102,2,-0- ,-0- ,\"Thailand\",-0- \n";

#[test]
fn the_three_files_of_the_list_are_joined() {
    assert_eq!(companions_of("sdn.csv"), ["alt.csv", "add.csv"]);
    assert_eq!(companions_of("2017_SDN.CSV"), ["2017_ALT.CSV", "2017_ADD.CSV"]);
    let companion =
        |name: &str, text: &str| Companion { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let given =
        Options { companions: vec![companion("alt.csv", ALT), companion("add.csv", ADD)], ..options() };
    let (reading, rows) = read_bytes("sdn.csv", SDN.as_bytes(), &given).unwrap();
    assert_eq!((reading.format, reading.counts.taken, reading.counts.refused), (Format::OfacSdn, 3, 0));
    assert_eq!(says(&rows, 0, Property::Alias), "EKSAMPEL, Pearson");
    assert_eq!(says(&rows, 0, Property::FormerName), "OLDNAME, Person");
    assert_eq!(says(&rows, 0, Property::Address), "1 Example Road, Vientiane, Laos");
    assert_eq!(says(&rows, 0, Property::BirthDate), "1954-10-03");
    assert_eq!(says(&rows, 0, Property::DocumentNumber), "X1234567");
    assert_eq!(says(&rows, 1, Property::Listing), "OFAC SDN TEST; OFAC SDN OTHER");
    assert_eq!(rows.proposals[2].things[0].kind, EntityKind::Vehicle);
    assert_eq!(codes(&rows), ["IN-009"]);
    assert_eq!(rows.proposals[0].source_key.as_deref(), Some("101"));
}

#[test]
fn a_part_of_the_list_alone_says_what_is_missing() {
    let error = read_bytes("alt.csv", ALT.as_bytes(), &options()).unwrap_err().to_string();
    assert!(error.contains("give sdn.csv"), "{error}");
    let (_, rows) = read_bytes("sdn.csv", SDN.as_bytes(), &options()).unwrap();
    assert_eq!(codes(&rows), ["IN-008", "IN-008"]);
}

const UN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CONSOLIDATED_LIST><INDIVIDUALS>\
    <INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>EXAMPLE</FIRST_NAME><SECOND_NAME>PERSON &amp; SON</SECOND_NAME>\
    <NAME_ORIGINAL_SCRIPT>ຕົວຢ່າງ</NAME_ORIGINAL_SCRIPT><UN_LIST_TYPE>Test</UN_LIST_TYPE><REFERENCE_NUMBER>TEi.001</REFERENCE_NUMBER>\
    <NATIONALITY><VALUE>Lao People's Democratic Republic</VALUE></NATIONALITY>\
    <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Exemplar</ALIAS_NAME></INDIVIDUAL_ALIAS>\
    <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1971</YEAR></INDIVIDUAL_DATE_OF_BIRTH>\
    <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>P100</NUMBER></INDIVIDUAL_DOCUMENT></INDIVIDUAL>\
    <INDIVIDUAL><DATAID>2</DATAID></INDIVIDUAL></INDIVIDUALS>\
    <ENTITIES><ENTITY><DATAID>3</DATAID><FIRST_NAME>EXAMPLE GROUP</FIRST_NAME>\
    <ENTITY_ADDRESS><CITY>Vientiane</CITY><COUNTRY>Laos</COUNTRY></ENTITY_ADDRESS></ENTITY></ENTITIES></CONSOLIDATED_LIST>";

#[test]
fn entries_of_the_un_list_keep_their_aliases_and_a_bad_one_stops_nothing() {
    let (reading, rows) = read_bytes("consolidated.xml", UN.as_bytes(), &options()).unwrap();
    assert_eq!((reading.format, reading.counts.taken, reading.counts.refused), (Format::UnList, 2, 1));
    assert_eq!(says(&rows, 0, Property::Name), "EXAMPLE PERSON & SON; ຕົວຢ່າງ");
    assert_eq!(says(&rows, 0, Property::Alias), "Exemplar");
    assert_eq!(says(&rows, 0, Property::BirthDate), "1971~");
    assert_eq!(says(&rows, 0, Property::Nationality), "LA");
    assert_eq!(says(&rows, 1, Property::Address), "Vientiane, Laos");
}

#[test]
fn a_broken_list_names_the_place_and_declared_entities_are_refused() {
    let error = read_bytes("un.xml", &UN.as_bytes()[..UN.len() - 300], &options()).unwrap_err().to_string();
    assert!(error.contains("behind entry") && error.contains("publisher"), "{error}");
    let bomb = UN.replace("\n<CONS", "\n<!DOCTYPE l [<!ENTITY a \"aaaa\">]><CONS");
    assert!(
        read_bytes("un.xml", bomb.as_bytes(), &options()).unwrap_err().to_string().contains("document type")
    );
}

const INCIDENTS: &str = "Incident Type,Incident year,Reported Month,Region of Incident,Country of Origin,Number of Dead,Minimum Estimated Number of Missing,Number of Survivors,Cause of Death,Migration route,Location of death,Information Source,Coordinates,latitude,longitude\n\
    Incident,2017,March,South-eastern Asia,\"Cambodia,Unknown\",2.0,0,3,Drowning,,Off an example coast,An example source,\"11.5, 103.2\",11.5,103.2\n\
    Incident,2017,March,South-eastern Asia,Unknown,1.0,0,0,Violence,,,An example source,,,\n\
    Incident,2017,March,South-eastern Asia,Unknown,1.0,0,0,Violence,,,An example source,,,\n\
    Incident,2017,March,South-eastern Asia,Unknown,many,0,0,Violence,,,An example source,\"95, 10\",95,10\n";

#[test]
fn incidents_keep_month_position_and_counts_and_equal_rows_stay_apart() {
    let (reading, rows) = read_bytes("incidents.csv", INCIDENTS.as_bytes(), &options()).unwrap();
    assert_eq!((reading.format, reading.counts.taken), (Format::Incidents, 4));
    assert_eq!(says(&rows, 0, Property::Date), "2017-03");
    assert_eq!(says(&rows, 0, Property::Position), "11.500000, 103.200000");
    assert_eq!(says(&rows, 0, Property::DeadCount), "2");
    assert_eq!(says(&rows, 0, Property::Nationality), "KH");
    let fingerprints: std::collections::BTreeSet<_> = rows.proposals.iter().map(|p| p.fingerprint).collect();
    assert_eq!(fingerprints.len(), 4);
    let (_, again) = read_bytes("incidents.csv", INCIDENTS.as_bytes(), &options()).unwrap();
    assert_eq!(again.proposals, rows.proposals);
    assert_eq!(codes(&rows), ["IN-103", "IN-102"]);
}
