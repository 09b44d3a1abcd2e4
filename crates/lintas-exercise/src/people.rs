//! Synthetic people of the eight countries, with names in their scripts.
//!
//! Every person is composed from tables of common name elements, so nobody real is meant, and says `synthetic`
//! in every output. Telephone numbers lie in ranges that no operator of the country holds, so they cannot ring.

mod names;

use lintas_model::Country;
use rand::{Rng, RngExt};
use serde::{Deserialize, Serialize};

use names::Element;

/// A person who does not exist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyntheticPerson {
    /// Full name in the script of the country, in the order its people write it.
    pub name_native: String,
    /// ISO 15924 code of the script of `name_native`: `Thai`, `Khmr`, `Laoo`, `Beng` or `Latn`.
    pub script: String,
    /// Full name in plain Latin letters, as on a travel document.
    pub name_latin: String,
    /// Given name in plain Latin letters.
    pub given_latin: String,
    /// Family name, or father's name, in plain Latin letters; empty for none.
    pub family_latin: String,
    /// `F` or `M`, as on a travel document.
    pub sex: String,
    /// Date of birth, ISO 8601.
    pub born: String,
    /// Country of nationality.
    pub country: Country,
    /// A number in the country's format, in a range that no operator holds.
    pub phone: String,
    /// A travel document number in the country's usual shape.
    pub passport: String,
    /// A vehicle plate in the country's usual shape.
    pub plate: String,
    /// The vehicle that carries the plate.
    pub vehicle: String,
    /// Home town, in Latin letters.
    pub town: String,
    /// Always true: whoever sees this record, anywhere, can tell that it is made up.
    pub synthetic: bool,
}

/// Makes a person of `country` from the random source; the same source state gives the same person.
/// A country outside the eight gets names and formats of the Philippines under its own code.
pub fn person(country: Country, rng: &mut impl Rng) -> SyntheticPerson {
    let woman = rng.random_bool(0.5);
    let name = match country {
        Country::TH => composed(
            rng,
            if woman { names::THAI_WOMEN } else { names::THAI_MEN },
            names::THAI_FAMILY_FIRST,
            names::THAI_FAMILY_SECOND,
        ),
        Country::LA => composed(
            rng,
            if woman { names::LAO_WOMEN } else { names::LAO_MEN },
            names::LAO_FAMILY_FIRST,
            names::LAO_FAMILY_SECOND,
        ),
        Country::KH => {
            let family = pick(rng, names::KHMER_FAMILY);
            let given = pick(rng, if woman { names::KHMER_WOMEN } else { names::KHMER_MEN });
            Name::family_first(&[family, given])
        }
        Country::BD => {
            let given = pick(rng, if woman { names::BENGALI_WOMEN } else { names::BENGALI_MEN });
            // Many women carry "Begum" or "Khatun" where men carry the family name.
            let family = match woman.then(|| rng.random_range(0..3u8)) {
                Some(0) => ("বেগম", "Begum"),
                Some(1) => ("খাতুন", "Khatun"),
                _ => pick(rng, names::BENGALI_FAMILY),
            };
            Name::given_first(given, family)
        }
        Country::VN => {
            let family = pick(rng, names::VIETNAMESE_FAMILY);
            let middle =
                pick(rng, if woman { names::VIETNAMESE_MIDDLE_WOMEN } else { names::VIETNAMESE_MIDDLE_MEN });
            let given = pick(rng, if woman { names::VIETNAMESE_WOMEN } else { names::VIETNAMESE_MEN });
            Name::family_first(&[family, middle, given])
        }
        Country::MY => {
            let given = pick(rng, if woman { names::MALAY_WOMEN } else { names::MALAY_MEN });
            let father = pick(rng, names::MALAY_MEN);
            let linked = format!("{given} {} {father}", if woman { "binti" } else { "bin" });
            Name { native: linked.clone(), latin: linked, given: given.to_owned(), family: father.to_owned() }
        }
        Country::ID => {
            let given = pick(rng, if woman { names::INDONESIAN_WOMEN } else { names::INDONESIAN_MEN });
            // One Indonesian name in eight here is a single word, as on many identity cards.
            let second = if rng.random_ratio(1, 8) { "" } else { pick(rng, names::INDONESIAN_SECOND) };
            Name::given_first((given, given), (second, second))
        }
        _ => {
            let given = pick(rng, if woman { names::FILIPINO_WOMEN } else { names::FILIPINO_MEN });
            let middle = pick(rng, names::FILIPINO_FAMILY);
            let family = pick(rng, names::FILIPINO_FAMILY);
            let full = format!("{given} {middle} {family}");
            Name { native: full.clone(), latin: full, given: given.to_owned(), family: family.to_owned() }
        }
    };
    SyntheticPerson {
        name_native: name.native,
        script: script(country).to_owned(),
        name_latin: name.latin,
        given_latin: name.given,
        family_latin: name.family,
        sex: if woman { "F" } else { "M" }.to_owned(),
        born: format!(
            "{:04}-{:02}-{:02}",
            rng.random_range(1958..2006),
            rng.random_range(1..=12),
            rng.random_range(1..=28)
        ),
        country,
        phone: phone(country, rng),
        passport: passport(country, rng),
        plate: plate(country, rng),
        vehicle: pick(
            rng,
            &[
                "white van",
                "grey pickup",
                "blue minibus",
                "black saloon",
                "red lorry",
                "silver SUV",
                "motorcycle",
            ],
        )
        .to_owned(),
        town: pick(rng, towns(country)).to_owned(),
        synthetic: true,
    }
}

/// Returns a telephone number in national format behind the international prefix, in a range that the country's
/// numbering plan leaves unassigned.
pub fn phone(country: Country, rng: &mut impl Rng) -> String {
    let mut digits = |n: u32| format!("{:0width$}", rng.random_range(0..10u64.pow(n)), width = n as usize);
    match country {
        Country::TH => format!("+66 69 {} {}", digits(3), digits(4)),
        Country::KH => format!("+855 82 {} {}", digits(3), digits(3)),
        Country::LA => format!("+856 20 64 {} {}", digits(3), digits(3)),
        Country::BD => format!("+880 12{}-{}", digits(2), digits(6)),
        Country::VN => format!("+84 54 {} {}", digits(3), digits(4)),
        Country::MY => format!("+60 10-1{} {}", digits(2), digits(4)),
        Country::ID => format!("+62 84{}-{}-{}", digits(1), digits(4), digits(4)),
        _ => format!("+63 900 {} {}", digits(3), digits(4)),
    }
}

/// Returns a travel document number in the usual shape of the country.
fn passport(country: Country, rng: &mut impl Rng) -> String {
    let (letters, digits) = match country {
        Country::BD => (2, 7),
        Country::KH => (1, 8),
        Country::ID => (1, 7),
        Country::LA => (2, 7),
        Country::MY => (1, 8),
        Country::TH => (2, 7),
        Country::VN => (1, 8),
        _ => (1, 7),
    };
    // X opens no series of the eight, so a number made here cannot be a real document's.
    let mut number = String::from("X");
    number.extend((1..letters).map(|_| rng.random_range(b'A'..=b'Z') as char));
    number.extend((0..digits).map(|_| rng.random_range(b'0'..=b'9') as char));
    number
}

/// Returns a vehicle plate in the usual shape of the country, with a zero where a real series starts at one.
fn plate(country: Country, rng: &mut impl Rng) -> String {
    let number = rng.random_range(100..1000);
    let letter = rng.random_range(b'A'..=b'Z') as char;
    match country {
        Country::TH => format!("{} 0{number}", pick(rng, &["กข", "ขค", "ฎต", "ชฐ", "ฒน"])),
        Country::KH => format!("0{letter}-0{number}"),
        Country::LA => format!("{} 0{number}", pick(rng, &["ກຂ", "ບກ", "ຍນ", "ຮຄ"])),
        Country::BD => format!("ঢাকা মেট্রো-{}-00-0{number}", pick(rng, &["গ", "চ", "ট"])),
        Country::VN => format!("00{letter}-{number}.00"),
        Country::MY => format!("Z{letter}O 0{number}"),
        Country::ID => format!("{letter} 0{number} XX"),
        _ => format!("Q{letter}O 0{number}"),
    }
}

/// Returns the ISO 15924 code of the script in which the country writes names.
fn script(country: Country) -> &'static str {
    match country {
        Country::TH => "Thai",
        Country::KH => "Khmr",
        Country::LA => "Laoo",
        Country::BD => "Beng",
        _ => "Latn",
    }
}

/// Returns home towns for the country.
fn towns(country: Country) -> &'static [&'static str] {
    match country {
        Country::BD => &["Dhaka", "Chattogram", "Cox's Bazar", "Teknaf", "Sylhet", "Khulna", "Jashore"],
        Country::KH => &["Phnom Penh", "Poipet", "Battambang", "Siem Reap", "Svay Rieng", "Kampong Cham"],
        Country::ID => &["Medan", "Batam", "Pontianak", "Surabaya", "Jakarta", "Dumai", "Kupang"],
        Country::LA => &["Vientiane", "Savannakhet", "Pakse", "Thakhek", "Luang Prabang", "Huay Xai"],
        Country::MY => &["Alor Setar", "Kota Bharu", "George Town", "Johor Bahru", "Kuala Lumpur", "Tawau"],
        Country::TH => &["Mae Sot", "Hat Yai", "Aranyaprathet", "Nong Khai", "Ranong", "Bangkok", "Mukdahan"],
        Country::VN => &["Lao Bao", "Moc Bai", "Da Nang", "Ho Chi Minh City", "Vinh", "Chau Doc", "Ha Tinh"],
        _ => &["Zamboanga", "Davao", "Manila", "Cebu", "General Santos", "Bongao"],
    }
}

struct Name {
    native: String,
    latin: String,
    given: String,
    family: String,
}

impl Name {
    fn given_first(given: Element, family: Element) -> Name {
        let join = |first: &str, second: &str| format!("{first} {second}").trim_end().to_owned();
        Name {
            native: join(given.0, family.0),
            latin: join(given.1, family.1),
            given: given.1.to_owned(),
            family: family.1.to_owned(),
        }
    }

    fn family_first(parts: &[Element]) -> Name {
        let join = |parts: Vec<&str>| parts.join(" ");
        Name {
            native: join(parts.iter().map(|part| part.0).collect()),
            latin: join(parts.iter().map(|part| part.1).collect()),
            given: join(parts[1..].iter().map(|part| part.1).collect()),
            family: parts[0].1.to_owned(),
        }
    }
}

/// Composes a name whose family part is one word of two elements, as Thai and Lao family names are.
fn composed(rng: &mut impl Rng, given: &[Element], first: &[Element], second: &[Element]) -> Name {
    let given = pick(rng, given);
    let first = pick(rng, first);
    let second = pick(rng, second);
    let family = (format!("{}{}", first.0, second.0), format!("{}{}", first.1, second.1));
    Name {
        native: format!("{} {}", given.0, family.0),
        latin: format!("{} {}", given.1, family.1),
        given: given.1.to_owned(),
        family: family.1,
    }
}

/// Picks one item of a table that is never empty.
pub(crate) fn pick<T: Copy>(rng: &mut impl Rng, table: &[T]) -> T {
    table[rng.random_range(0..table.len())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand_chacha::ChaCha8Rng;

    #[test]
    fn the_same_seed_makes_the_same_person() {
        for country in Country::EIGHT {
            let first = person(country, &mut ChaCha8Rng::seed_from_u64(7));
            assert_eq!(first, person(country, &mut ChaCha8Rng::seed_from_u64(7)));
            assert!(first.synthetic);
        }
    }

    #[test]
    fn names_stand_in_the_script_of_the_country() {
        let mut rng = ChaCha8Rng::seed_from_u64(11);
        for (country, range) in [
            (Country::TH, '\u{0e00}'..='\u{0e7f}'),
            (Country::KH, '\u{1780}'..='\u{17ff}'),
            (Country::LA, '\u{0e80}'..='\u{0eff}'),
            (Country::BD, '\u{0980}'..='\u{09ff}'),
        ] {
            for _ in 0..50 {
                let made = person(country, &mut rng);
                assert!(
                    made.name_native.chars().all(|letter| letter == ' ' || range.contains(&letter)),
                    "{made:?}"
                );
                assert!(made.name_latin.is_ascii(), "{made:?}");
            }
        }
    }

    #[test]
    fn latin_forms_are_plain_letters_everywhere() {
        let mut rng = ChaCha8Rng::seed_from_u64(12);
        for country in Country::EIGHT {
            for _ in 0..50 {
                let made = person(country, &mut rng);
                assert!(made.name_latin.is_ascii() && !made.name_latin.ends_with(' '), "{made:?}");
                assert!(made.phone.starts_with('+'));
            }
        }
    }
}
