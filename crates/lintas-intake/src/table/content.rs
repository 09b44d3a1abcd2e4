//! What a column says, judged by what stands in it, for headers that nobody listed.

use lintas_model::PartialDate;

use super::values;
use crate::countries::country_of;
use crate::{Meaning, rows::Cell};

/// Values needed before anything is concluded.
const FEWEST_VALUES: usize = 3;

/// The meaning that at least nine in ten of the values agree on, if any.
pub(crate) fn meaning_of<'a>(cells: impl Iterator<Item = &'a Cell>) -> Option<Meaning> {
    let values: Vec<&str> = cells.map(|c| c.text.as_str()).filter(|t| !is_nothing(t)).take(200).collect();
    if values.len() < FEWEST_VALUES {
        return None;
    }
    let most =
        |test: &dyn Fn(&str) -> bool| values.iter().filter(|v| test(v)).count() * 10 >= values.len() * 9;
    let distinct = values.iter().collect::<std::collections::BTreeSet<_>>().len();
    if most(&is_email) {
        return Some(Meaning::Email);
    }
    if most(&|v| v.starts_with("http://") || v.starts_with("https://")) {
        return Some(Meaning::SourceUrl);
    }
    if most(&|v| values::coordinates(v).is_some_and(|p| p.is_ok()) && v.contains('.')) {
        return Some(Meaning::Coordinates);
    }
    if most(&is_phone) {
        return Some(Meaning::Phone);
    }
    if most(&is_date) {
        return Some(Meaning::Date);
    }
    if most(&|v| gender(v).is_some()) {
        return Some(Meaning::Gender);
    }
    if most(&|v| country_of(v).is_some()) {
        return Some(Meaning::Nationality);
    }
    if most(&is_document) && distinct * 2 > values.len() {
        return Some(Meaning::DocumentNumber);
    }
    None
}

/// Whether a column could hold personal names: words of letters, mostly different. Only used where no header names
/// persons, and for one column.
pub(crate) fn could_be_names<'a>(cells: impl Iterator<Item = &'a Cell>) -> bool {
    let values: Vec<&str> = cells.map(|c| c.text.as_str()).filter(|t| !is_nothing(t)).take(200).collect();
    let named = |v: &&&str| {
        let words = v.split_whitespace().count();
        let letters =
            v.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || !c.is_ascii() || ".,'-/".contains(c));
        letters && (2..=6).contains(&words) && v.chars().count() <= 60 && starts_like_a_name(v)
    };
    let distinct = values.iter().collect::<std::collections::BTreeSet<_>>().len();
    values.len() >= FEWEST_VALUES
        && distinct * 10 >= values.len() * 7
        && values.iter().filter(named).count() * 10 >= values.len() * 8
}

/// Each word begins with a capital, or the script has none.
fn starts_like_a_name(text: &str) -> bool {
    text.split_whitespace().all(|w| {
        w.chars().next().is_some_and(|c| !c.is_lowercase())
            || matches!(
                w,
                "bin" | "binti" | "bt" | "bte" | "de" | "la" | "dela" | "del" | "van" | "al" | "a/l" | "a/p"
            )
    })
}

/// Blank, or a word for blank that is nobody's name: Na, Nil and Null are names.
pub(crate) fn is_no_name(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    is_nothing(text) && !matches!(lower.as_str(), "na" | "nil" | "null" | "none" | "wala" | "không")
}

/// Blank, or one of the words that stand for blank.
pub(crate) fn is_nothing(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || matches!(
            text.to_lowercase().as_str(),
            "-" | "--"
                | "—"
                | "–"
                | "."
                | "?"
                | "n/a"
                | "na"
                | "n.a."
                | "nil"
                | "none"
                | "null"
                | "unknown"
                | "unk"
                | "not known"
                | "not available"
                | "ไม่ทราบ"
                | "ไม่มี"
                | "không"
                | "không rõ"
                | "មិនស្គាល់"
                | "គ្មាន"
                | "ບໍ່ຮູ້"
                | "ບໍ່ມີ"
                | "tidak diketahui"
                | "tiada"
                | "tidak ada"
                | "hindi alam"
                | "wala"
                | "অজানা"
                | "নেই"
                | "-0-"
        )
}

fn is_email(text: &str) -> bool {
    text.split_once('@')
        .is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !host.contains(' '))
}

/// A telephone number: a leading plus or nought, 8 to 15 digits, no letters.
fn is_phone(text: &str) -> bool {
    let text = lintas_model::digits::to_ascii(text);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let shape = text.chars().all(|c| c.is_ascii_digit() || " +-().".contains(c));
    // `0812.345` would be a decimal, `2017-03-01` a date: only a plus or a nought at the start makes it a telephone.
    shape && (8..=15).contains(&digits) && text.trim_start_matches('(').starts_with(['+', '0'])
}

/// A date with something between its parts, so that no code or year passes for one.
pub(crate) fn is_date(text: &str) -> bool {
    text.contains(['-', '/', '.', ' '])
        && text.chars().any(|c| c.is_numeric())
        && PartialDate::read(text).is_ok()
}

fn is_document(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    (1..=2).contains(&letters)
        && (6..=9).contains(&(text.len() - letters))
        && text.bytes().skip(letters).all(|b| b.is_ascii_digit())
}

/// The gender that a word of the region's languages says.
pub(crate) fn gender(text: &str) -> Option<&'static str> {
    const MALE: &[&str] = &[
        "m",
        "male",
        "man",
        "masculine",
        "ชาย",
        "nam",
        "ប្រុស",
        "ຊາຍ",
        "lelaki",
        "laki-laki",
        "laki laki",
        "l",
        "lalaki",
        "পুরুষ",
    ];
    const FEMALE: &[&str] = &[
        "f",
        "female",
        "woman",
        "feminine",
        "หญิง",
        "nữ",
        "ស្រី",
        "ຍິງ",
        "perempuan",
        "wanita",
        "p",
        "babae",
        "মহিলা",
        "নারী",
    ];
    let text = text.trim().to_lowercase();
    if MALE.contains(&text.as_str()) {
        Some("male")
    } else if FEMALE.contains(&text.as_str()) {
        Some("female")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[&str], expected: Option<Meaning>) {
        let cells: Vec<Cell> =
            values.iter().map(|v| Cell { text: (*v).to_owned(), ..Cell::default() }).collect();
        assert_eq!(meaning_of(cells.iter()), expected, "{values:?}");
    }

    #[test]
    fn a_short_name_is_not_taken_for_nothing() {
        assert!(is_nothing("NA") && !is_no_name("Na") && is_no_name("n/a") && is_no_name("unknown"));
    }

    #[test]
    fn columns_without_a_known_header_are_told_by_their_values() {
        check(&["+855 12 345 678", "012345679", "(02) 123-4567", "-"], Some(Meaning::Phone));
        check(&["2017-03-01", "12 Mar 2017", "๑๒ มีนาคม ๒๕๖๐"], Some(Meaning::Date));
        check(&["ชาย", "หญิง", "M"], Some(Meaning::Gender));
        check(&["Cambodia", "TH", "Lao PDR"], Some(Meaning::Nationality));
        check(&["13.6576, 102.5635", "16.4, 102.8", "20.1, 99.8"], Some(Meaning::Coordinates));
        check(&["N1234567", "AB123456", "C7654321"], Some(Meaning::DocumentNumber));
        check(&["0", "1", "0"], None);
        check(&["1", "2", "3"], None);
        check(&["a", "b"], None);
    }
}
