//! The machine-readable zone of a travel document (ICAO Doc 9303 parts 3 to 7), every check digit verified.

use lintas_model::Country;

use super::{Invalid, tidy};

/// What a machine-readable zone says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Document code, for example `P`.
    pub document: String,
    /// Issuing state, three letters.
    pub issuer: String,
    /// Document number.
    pub number: String,
    /// Primary identifier: usually the family name; without fillers.
    pub primary: String,
    /// Secondary identifier: usually given names; may be empty.
    pub secondary: String,
    /// Nationality, three letters.
    pub nationality: String,
    /// Date of birth, ISO 8601, with `XX` or similar for parts not known.
    pub born: String,
    /// Date of expiry, ISO 8601.
    pub expires: String,
    /// Fields whose check digit disagrees; empty when the zone is consistent.
    pub refuted: Vec<&'static str>,
}

impl Zone {
    /// Issuing country as two letters, for the eight countries.
    pub fn country(&self) -> Option<Country> {
        Some(match self.issuer.as_str() {
            "BGD" => Country::BD,
            "IDN" => Country::ID,
            "KHM" => Country::KH,
            "LAO" => Country::LA,
            "MYS" => Country::MY,
            "PHL" => Country::PH,
            "THA" => Country::TH,
            "VNM" => Country::VN,
            _ => return None,
        })
    }

    /// The holder's name with its roles kept apart by a comma, as [`crate::Name::read`] expects it.
    pub fn holder(&self) -> String {
        if self.secondary.is_empty() {
            self.primary.clone()
        } else {
            format!("{}, {}", self.primary, self.secondary)
        }
    }
}

/// Reads a zone of two or three lines. A wrong check digit does not stop the reading: the field is named in
/// [`Zone::refuted`], because the officer at the desk has to see which one.
///
/// # Errors
/// [`Invalid`] when the lines are no zone.
pub fn read(text: &str) -> Result<Zone, Invalid> {
    let text = tidy(text)?.to_ascii_uppercase();
    let lines: Vec<String> = text
        .split(['\n', '\r'])
        .map(|line| line.chars().filter(|letter| !letter.is_whitespace()).collect::<String>())
        .filter(|line| !line.is_empty())
        .collect();
    let parsed = match &lines[..] {
        [one, two, three] => ::mrz::parse_td1(one, two, three),
        [one, two] if one.len() == 44 && one.starts_with('V') => ::mrz::parse_mrv_a(one, two),
        [one, two] if one.len() == 44 => ::mrz::parse_td3(one, two),
        [one, two] if one.starts_with('V') => ::mrz::parse_mrv_b(one, two),
        [one, two] => ::mrz::parse_td2(one, two),
        _ => {
            return Err(Invalid::Form(format!(
                "a zone has two or three lines, this text has {}",
                lines.len()
            )));
        }
    };
    let data = parsed.map_err(|error| Invalid::Form(error.to_string()))?;
    let checks = [
        ("document number", data.checks.document_number),
        ("date of birth", data.checks.date_of_birth),
        ("date of expiry", data.checks.date_of_expiry),
        ("whole zone", data.checks.composite),
    ];
    Ok(Zone {
        document: data.document_type.clone(),
        issuer: data.issuing_country.clone(),
        number: data.full_document_number().to_owned(),
        primary: data.surname.clone(),
        secondary: data.given_names.clone(),
        nationality: data.nationality.clone(),
        born: data.date_of_birth.to_string(),
        expires: data.date_of_expiry.to_string(),
        refuted: checks
            .into_iter()
            .filter(|(_, agrees)| *agrees == Some(false))
            .map(|(field, _)| field)
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    // The specimen of Doc 9303 part 4.
    const SPECIMEN: &str =
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";

    #[test]
    fn the_specimen_reads_and_its_digits_agree() {
        let zone = read(SPECIMEN).unwrap();
        assert_eq!((zone.holder().as_str(), zone.number.as_str()), ("ERIKSSON, ANNA MARIA", "L898902C3"));
        assert_eq!(zone.born, "1974-08-12");
        assert!(zone.refuted.is_empty());
    }

    #[test]
    fn a_misread_digit_is_named() {
        let zone = read(&SPECIMEN.replace("7408122", "7408132")).unwrap();
        assert!(zone.refuted.contains(&"date of birth"), "{:?}", zone.refuted);
        assert!(read("hello").is_err());
    }
}
