//! What each agency does by itself: a case of its own, a file of people imported, two reports.

use lintas_model::Country;
use lintas_model::offence::Offence;

use super::act::{Act, Deed};
use super::cast::{Cast, act, seen_person, seen_phone};

/// Per country: agency, title of the case, what it is about, a report in the language of the agency.
const CASES: [(Country, &str, &str, &str, &str, &str); 8] = [
    (
        Country::BD,
        "BD-ATU",
        "RIVER MOUTH",
        "Boats leaving the coast with recruits for plantations.",
        "নৌকায় করে লোক পাঠানোর খবর",
        "একটি নৌকা রাতে ত্রিশ জন যাত্রী নিয়ে উপকূল ছেড়ে গেছে। উদাহরণ প্রতিবেদন।",
    ),
    (
        Country::KH,
        "KH-CIB",
        "POIPET CORRIDOR",
        "Groups crossing at Poipet for work that does not exist.",
        "រថយន្តពីរត្រូវបានឃើញនៅផ្ទះសំណាក់",
        "រថយន្តដឹកមនុស្សពីរគ្រឿងត្រូវបានឃើញនៅប៉ោយប៉ែត។ របាយការណ៍គំរូ។",
    ),
    (
        Country::ID,
        "ID-TPO",
        "BATAM FERRY",
        "Domestic workers sent by ferry with forged papers.",
        "Perekrut pekerja rumah tangga di Batam",
        "Seorang perekrut mengumpulkan paspor di pelabuhan. Laporan contoh.",
    ),
    (
        Country::LA,
        "LA-ATD",
        "MEKONG NIGHT",
        "Night crossings of the Mekong below Savannakhet.",
        "ເຮືອຂ້າມຂອງຕອນກາງຄືນ",
        "ມີເຮືອນ້ອຍຂ້າມແມ່ນ້ຳຂອງໃນຕອນກາງຄືນ. ບົດລາຍງານຕົວຢ່າງ.",
    ),
    (
        Country::MY,
        "MY-ATS",
        "GLOVE FACTORY",
        "Workers held by debt in two factories.",
        "Pekerja tidak dibenarkan keluar asrama",
        "Pekerja kilang melaporkan pasport mereka disimpan majikan. Laporan contoh.",
    ),
    (
        Country::PH,
        "PH-IAC",
        "HARBOUR LIGHT",
        "Families looking for relatives recruited over social networks.",
        "Pamilyang naghahanap ng kamag-anak",
        "Isang pamilya ang nag-ulat ng kamag-anak na hindi na makontak. Halimbawang ulat.",
    ),
    (
        Country::TH,
        "TH-SID",
        "SA KAEO ROAD",
        "Vans between Sa Kaeo and the south that stop over at night.",
        "รถตู้จอดพักกลางคืนใกล้ชายแดน",
        "พบรถตู้สองคันจอดพักที่บ้านหลังหนึ่งนอกเมืองในเวลากลางคืน รายงานตัวอย่าง",
    ),
    (
        Country::VN,
        "VN-C02",
        "LOTUS POND",
        "Recruitment for work abroad over social networks.",
        "Tin nhắn tuyển dụng trên mạng xã hội",
        "Một tài khoản hứa việc làm lương cao ở nước ngoài. Báo cáo mẫu.",
    ),
];

/// Adds the national cases.
pub(super) fn cases(cast: &Cast, acts: &mut Vec<Act>) {
    for (number, (country, agency, title, summary, report_title, text)) in CASES.into_iter().enumerate() {
        let code = country.as_str().to_lowercase();
        let case = format!("case:{code}");
        let (month, day) = (3 + number as i8 / 4, 6 + number as i8);
        acts.push(act(
            month,
            day,
            agency,
            Deed::OpenCase {
                handle: case.clone(),
                title,
                reference: format!("{country}-2017-{:04}", 101 + number * 7),
                summary,
                offences: vec![if number % 2 == 0 { Offence::Trafficking } else { Offence::Smuggling }],
                countries: vec![country],
            },
        ));
        acts.push(act(
            month,
            day,
            agency,
            Deed::Import {
                file_name: format!("persons-of-interest-{code}.csv"),
                csv: people_file(cast, country),
            },
        ));
        let driver = cast.of(country, 8);
        let (who, phone) = (format!("person:{code}-driver"), format!("phone:{code}-driver"));
        acts.push(act(
            month,
            day + 2,
            agency,
            Deed::Report {
                handle: format!("report:{code}-1"),
                case: Some(case.clone()),
                title: report_title.to_owned(),
                text: text.to_owned(),
                grade: Some(["B2", "A2", "B3", "C3"][number % 4]),
                source_reference: Some(format!("SR-{}", 300 + number)),
                seen: vec![seen_person(&who, driver), seen_phone(&phone, &driver.phone)],
                links: vec![super::act::Link {
                    from: who.clone(),
                    to: phone,
                    kind: lintas_model::record::RelationKind::Uses,
                }],
                sighted: Vec::new(),
            },
        ));
        acts.push(act(
            month + 1,
            day,
            agency,
            Deed::Report {
                handle: format!("report:{code}-2"),
                case: Some(case),
                title: format!("Follow-up on {title}"),
                text:
                    "Second visit by officers; observations agree with the first report. Demonstration text."
                        .to_owned(),
                grade: None,
                source_reference: None,
                seen: vec![seen_person(&who, driver)],
                links: Vec::new(),
                sighted: Vec::new(),
            },
        ));
    }
}

/// A sheet of people such as an agency keeps, made from the cast.
fn people_file(cast: &Cast, country: Country) -> String {
    let mut csv =
        String::from("id,full name,name in Latin letters,date of birth,nationality,phone,passport,remarks\n");
    for number in 0..8 {
        let person = cast.of(country, number);
        csv.push_str(&format!(
            "{country}-{number:03},\"{}\",\"{}\",{},{},\"{}\",{},synthetic\n",
            person.name_native, person.name_latin, person.born, person.country, person.phone, person.passport
        ));
    }
    csv
}
