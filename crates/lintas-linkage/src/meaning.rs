//! What a column is about, told from its header and its content.

use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

use crate::text::fold;

/// What a column says of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Meaning {
    /// Number of the record; never compared.
    Record,
    /// The whole name.
    FullName,
    /// Given name.
    GivenName,
    /// Middle name or mother's surname.
    MiddleName,
    /// Family name.
    FamilyName,
    /// Date of birth.
    BirthDate,
    /// Year of birth.
    BirthYear,
    /// Age in years.
    Age,
    /// Gender.
    Gender,
    /// Postcode.
    Postcode,
    /// House number.
    HouseNumber,
    /// Street or a line of an address.
    Street,
    /// Town, district or place of birth.
    Town,
    /// State or province.
    State,
    /// Country or nationality.
    Nationality,
    /// Phone number.
    Phone,
    /// Number of an identity document or a register.
    Document,
    /// E-mail address.
    Email,
    /// Occupation.
    Occupation,
    /// Anything else with a few values that repeat, compared as text.
    Other,
    /// Not compared.
    Ignored,
}

const WORDS: [(Meaning, &str, &[&str]); 21] = [
    (Meaning::Record, "record", &["record id", "id", "rec id", "record", "unique id", "row id"]),
    (
        Meaning::FullName,
        "full-name",
        &[
            "full name",
            "name",
            "person name",
            "nama",
            "ho ten",
            "ho va ten",
            "complete name",
            "first and surname",
            "ชอ สกล",
            "姓名",
        ],
    ),
    (
        Meaning::GivenName,
        "given-name",
        &[
            "given name",
            "first name",
            "firstname",
            "forename",
            "fname",
            "given",
            "first",
            "givenname",
            "nama depan",
            "ten",
        ],
    ),
    (Meaning::MiddleName, "middle-name", &["middle name", "middlename", "second name", "middle", "mname"]),
    (
        Meaning::FamilyName,
        "family-name",
        &[
            "family name",
            "surname",
            "last name",
            "lastname",
            "lname",
            "family",
            "last",
            "sname",
            "nama belakang",
            "ho",
        ],
    ),
    (
        Meaning::BirthDate,
        "birth-date",
        &[
            "date of birth",
            "dob",
            "birth date",
            "birthdate",
            "birthday",
            "born",
            "tanggal lahir",
            "tarikh lahir",
            "ngay sinh",
        ],
    ),
    (Meaning::BirthYear, "birth-year", &["year of birth", "birth year", "yob", "birthyear", "byear"]),
    (Meaning::Age, "age", &["age", "umur", "usia", "tuoi"]),
    (Meaning::Gender, "gender", &["gender", "sex", "jenis kelamin", "jantina", "gioi tinh"]),
    (
        Meaning::Postcode,
        "postcode",
        &["postcode", "post code", "zip", "zip code", "zipcode", "postal code", "poskod", "kode pos"],
    ),
    (
        Meaning::HouseNumber,
        "house-number",
        &["street number", "house number", "house no", "number", "street no"],
    ),
    (
        Meaning::Street,
        "street",
        &[
            "street",
            "address",
            "address 1",
            "address 2",
            "address1",
            "address2",
            "address line 1",
            "street name",
            "street address",
            "alamat",
            "dia chi",
            "road",
        ],
    ),
    (
        Meaning::Town,
        "town",
        &[
            "town",
            "city",
            "suburb",
            "district",
            "village",
            "place",
            "birth place",
            "birthplace",
            "place of birth",
            "municipality",
            "locality",
            "kota",
            "tempat lahir",
            "hometown",
        ],
    ),
    (Meaning::State, "state", &["state", "province", "region", "county", "provinsi", "negeri", "tinh"]),
    (
        Meaning::Nationality,
        "nationality",
        &["nationality", "country", "citizenship", "country of birth", "kewarganegaraan", "warganegara"],
    ),
    (
        Meaning::Phone,
        "phone",
        &[
            "phone",
            "telephone",
            "mobile",
            "tel",
            "phone number",
            "cell",
            "msisdn",
            "telefon",
            "telepon",
            "hp",
        ],
    ),
    (
        Meaning::Document,
        "document",
        &[
            "document",
            "passport",
            "passport number",
            "national id",
            "id number",
            "soc sec id",
            "ssn",
            "social security number",
            "nik",
            "nid",
            "mykad",
            "document number",
            "card number",
            "tax id",
            "licence",
        ],
    ),
    (Meaning::Email, "email", &["email", "e mail", "mail", "email address"]),
    (
        Meaning::Occupation,
        "occupation",
        &["occupation", "job", "profession", "work", "pekerjaan", "nghe nghiep"],
    ),
    (Meaning::Other, "other", &[]),
    (
        Meaning::Ignored,
        "ignored",
        &[
            "cluster",
            "cluster id",
            "entity",
            "entity id",
            "truth",
            "label",
            "notes",
            "remark",
            "remarks",
            "comment",
            "comments",
        ],
    ),
];

impl Meaning {
    /// The word for it on the command line.
    pub fn word(self) -> &'static str {
        WORDS.iter().find(|(meaning, ..)| *meaning == self).map_or("other", |(_, word, _)| word)
    }

    /// Every word that can stand after `--column HEADER=`.
    pub fn words() -> impl Iterator<Item = &'static str> {
        WORDS.iter().map(|(_, word, _)| *word)
    }

    /// Whether the column is part of a person's name.
    pub fn is_name(self) -> bool {
        matches!(self, Self::FullName | Self::GivenName | Self::MiddleName | Self::FamilyName)
    }
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Meaning {
    type Err = UnknownMeaning;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wanted = text.trim().to_lowercase().replace(['_', ' '], "-");
        WORDS
            .iter()
            .find(|(_, word, _)| *word == wanted)
            .map(|(meaning, ..)| *meaning)
            .ok_or_else(|| UnknownMeaning(text.to_owned()))
    }
}

/// A word that is no meaning of a column.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("could not take `{0}` as the meaning of a column; use one of: {list}", list = Meaning::words().collect::<Vec<_>>().join(", "))]
pub struct UnknownMeaning(String);

/// Tells what a column is about. The header decides where it says so; the content decides otherwise.
pub fn recognise(header: &str, sample: &[&str]) -> Meaning {
    let mut folded = String::new();
    fold(&spaced(header), &mut folded);
    if let Some(meaning) = of_header(&folded).filter(|meaning| fits(*meaning, sample)) {
        return meaning;
    }
    of_content(sample)
}

/// `dateOfBirth` and `date_of_birth` as `date Of Birth`.
fn spaced(header: &str) -> String {
    let mut text = String::with_capacity(header.len() + 4);
    let mut after_small = false;
    for letter in header.chars() {
        if letter.is_uppercase() && after_small {
            text.push(' ');
        }
        after_small = letter.is_lowercase();
        text.push(if letter == '_' { ' ' } else { letter });
    }
    text
}

fn of_header(header: &str) -> Option<Meaning> {
    let header = header.strip_suffix(" fake").unwrap_or(header);
    if let Some((meaning, ..)) = WORDS.iter().find(|(.., words)| words.contains(&header)) {
        return Some(*meaning);
    }
    // Longest phrase that stands in the header as whole words.
    let padded = format!(" {header} ");
    WORDS
        .iter()
        .filter(|(meaning, ..)| !matches!(meaning, Meaning::Record | Meaning::Ignored))
        .flat_map(|(meaning, _, words)| words.iter().map(move |word| (*meaning, *word)))
        .filter(|(_, word)| word.len() > 2 && padded.contains(&format!(" {word} ")))
        .max_by_key(|(_, word)| word.len())
        .map(|(meaning, _)| meaning)
}

/// Whether the content can be what the header says; a header such as "number" says little.
fn fits(meaning: Meaning, sample: &[&str]) -> bool {
    let share = |test: fn(&str) -> bool| share(sample, test);
    match meaning {
        Meaning::Email => share(is_email) > 0.3 || sample.is_empty(),
        Meaning::FullName | Meaning::GivenName | Meaning::FamilyName => {
            share(has_letters) > 0.5 || sample.is_empty()
        }
        _ => true,
    }
}

fn of_content(sample: &[&str]) -> Meaning {
    if sample.is_empty() {
        return Meaning::Ignored;
    }
    let distinct: HashSet<&str> = sample.iter().copied().collect();
    let share = |test: fn(&str) -> bool| share(sample, test);
    if share(is_email) > 0.7 {
        Meaning::Email
    } else if share(is_date) > 0.7 {
        Meaning::BirthDate
    } else if share(is_gender) > 0.9 {
        Meaning::Gender
    } else if share(is_phone) > 0.8 {
        Meaning::Phone
    } else if share(is_number_like) > 0.8 && distinct.len() * 2 > sample.len() {
        Meaning::Document
    } else if share(|text| text.chars().count() > 80) > 0.3 {
        Meaning::Ignored
    } else {
        Meaning::Other
    }
}

fn share(sample: &[&str], test: fn(&str) -> bool) -> f64 {
    sample.iter().filter(|text| test(text)).count() as f64 / sample.len().max(1) as f64
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, host)| !local.is_empty() && host.contains('.'))
}

fn is_date(text: &str) -> bool {
    crate::column::parse_date(text).is_some()
}

fn is_gender(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        "m" | "f" | "male" | "female" | "x" | "unknown" | "nam" | "nu" | "l" | "p"
    )
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (9..=15).contains(&digits)
        && text.chars().all(|letter| letter.is_ascii_digit() || "+-() .".contains(letter))
        && text.starts_with(['+', '0', '('])
}

fn is_number_like(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits >= 5 && digits * 2 > text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &str, sample: &[&str], expected: Meaning) {
        assert_eq!(recognise(header, sample), expected, "{header}");
    }

    #[test]
    fn columns_are_known_by_header_and_else_by_content() {
        check("Date_of_Birth", &[], Meaning::BirthDate);
        check("givenName", &["Anna"], Meaning::GivenName);
        check("home telephone", &["0812345678"], Meaning::Phone);
        check("kolom7", &["1984-11-20", "2001-02-03", "1970-01-01"], Meaning::BirthDate);
        check("x", &["a@b.org", "c@d.net"], Meaning::Email);
        check("q", &["Male", "F", "m"], Meaning::Gender);
    }
}
