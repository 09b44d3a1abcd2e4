//! National identity numbers of the eight countries: form, and check digit, date or area where the rule is public.

use lintas_model::Country;

use super::{Invalid, compact};

/// A national identity number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NationalId {
    /// Digits only, all of them.
    pub number: String,
    /// Year, month and day of birth where the number holds them; the year may be two digits only.
    pub born: Option<(u16, u8, u8)>,
    /// How much of the number was verified.
    pub verified: Verified,
}

/// How much of a number its rule can verify.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verified {
    /// A check digit agrees.
    CheckDigit,
    /// The date or area inside exists.
    Inside,
    /// Only the length is known.
    Length,
}

/// Normal form of a number of one country.
///
/// # Errors
/// [`Invalid`] with the reason.
pub fn normalise(text: &str, country: Country) -> Result<NationalId, Invalid> {
    let number = compact(text)?;
    if let Some(odd) = number.chars().find(|letter| !letter.is_ascii_digit()) {
        return Err(Invalid::Character(odd));
    }
    match country {
        Country::TH => thailand(number),
        Country::MY => malaysia(number),
        Country::ID => indonesia(number),
        Country::VN => viet_nam(number),
        Country::BD => bangladesh(number),
        Country::PH => by_length(number, &[12, 16], "12 digits (PhilSys number) or 16 (card number)"),
        Country::KH => by_length(number, &[9, 10], "9 or 10 digits"),
        Country::LA => by_length(number, &[8, 9, 10, 11, 12, 13, 14], "8 to 14 digits"),
        _ => by_length(number, &[6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18], "6 to 18 digits"),
    }
}

fn by_length(number: String, lengths: &[usize], expected: &'static str) -> Result<NationalId, Invalid> {
    if !lengths.contains(&number.len()) {
        return Err(Invalid::Length { found: number.len(), expected });
    }
    if number.bytes().all(|digit| digit == number.as_bytes()[0]) {
        return Err(Invalid::Form("all its digits are the same".to_owned()));
    }
    Ok(NationalId { number, born: None, verified: Verified::Length })
}

/// Thirteen digits, the last a check digit modulo 11 over weights 13 to 2 (Department of Provincial Administration).
fn thailand(number: String) -> Result<NationalId, Invalid> {
    let mut id = by_length(number, &[13], "13 digits")?;
    let digits = digits(&id.number);
    let sum: u32 = digits[..12].iter().zip((2..=13u32).rev()).map(|(digit, weight)| digit * weight).sum();
    let expected = (11 - sum % 11) % 10;
    if expected != digits[12] {
        return Err(Invalid::CheckDigit { expected: expected.to_string(), found: digits[12].to_string() });
    }
    id.verified = Verified::CheckDigit;
    Ok(id)
}

/// Twelve digits: date of birth as YYMMDD, place of birth, serial number (National Registration Department).
fn malaysia(number: String) -> Result<NationalId, Invalid> {
    let mut id = by_length(number, &[12], "12 digits")?;
    let (year, month, day) = (pair(&id.number, 0), pair(&id.number, 2), pair(&id.number, 4));
    check_date(&id.number[..6], month, day)?;
    let place = pair(&id.number, 6);
    if matches!(place, 0 | 17..=20 | 69..=70 | 73 | 80..=81 | 94..=97) {
        return Err(Invalid::Area(id.number[6..8].to_owned()));
    }
    id.born = Some((u16::from(year), month, day));
    id.verified = Verified::Inside;
    Ok(id)
}

/// Sixteen digits: province, regency, district, date of birth as DDMMYY with 40 added to a woman's day, serial number
/// (Directorate General of Population and Civil Registration).
fn indonesia(number: String) -> Result<NationalId, Invalid> {
    let mut id = by_length(number, &[16], "16 digits")?;
    let province = pair(&id.number, 0);
    if !(11..=97).contains(&province) {
        return Err(Invalid::Area(id.number[..2].to_owned()));
    }
    let day = pair(&id.number, 6);
    let day = if day > 40 { day - 40 } else { day };
    let (month, year) = (pair(&id.number, 8), pair(&id.number, 10));
    check_date(&id.number[6..12], month, day)?;
    if id.number.ends_with("0000") {
        return Err(Invalid::Form("its serial number is 0000".to_owned()));
    }
    id.born = Some((u16::from(year), month, day));
    id.verified = Verified::Inside;
    Ok(id)
}

/// Twelve digits: province 001 to 096, century and sex, year of birth, serial (Decree 137/2015/ND-CP); nine before 2016.
fn viet_nam(number: String) -> Result<NationalId, Invalid> {
    let mut id = by_length(number, &[9, 12], "12 digits, or 9 on old cards")?;
    if id.number.len() == 12 {
        let province: u16 = id.number[..3].parse().unwrap_or(0);
        if !(1..=96).contains(&province) {
            return Err(Invalid::Area(id.number[..3].to_owned()));
        }
        id.verified = Verified::Inside;
    }
    Ok(id)
}

/// Ten digits on smart cards, thirteen on old ones, seventeen with the year of birth in front (Election Commission).
fn bangladesh(number: String) -> Result<NationalId, Invalid> {
    let mut id = by_length(number, &[10, 13, 17], "10, 13 or 17 digits")?;
    if id.number.len() == 17 {
        let year: u16 = id.number[..4].parse().unwrap_or(0);
        if !(1900..=2030).contains(&year) {
            return Err(Invalid::Date(id.number[..4].to_owned()));
        }
        id.verified = Verified::Inside;
    }
    Ok(id)
}

fn digits(number: &str) -> Vec<u32> {
    number.bytes().map(|digit| u32::from(digit - b'0')).collect()
}

fn pair(number: &str, at: usize) -> u8 {
    number.get(at..at + 2).and_then(|two| two.parse().ok()).unwrap_or(0)
}

fn check_date(written: &str, month: u8, day: u8) -> Result<(), Invalid> {
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    if (1..=longest).contains(&day) { Ok(()) } else { Err(Invalid::Date(written.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_check_digit_is_told() {
        assert_eq!(normalise("1-2345-67890-12-1", Country::TH).unwrap().verified, Verified::CheckDigit);
        assert!(matches!(normalise("1-2345-67890-12-2", Country::TH), Err(Invalid::CheckDigit { .. })));
        assert_eq!(normalise("๑๒๓๔๕๖๗๘๙๐๑๒๑", Country::TH).unwrap().number, "1234567890121");
    }

    #[test]
    fn a_date_or_area_that_does_not_exist_is_told() {
        assert_eq!(normalise("900228-14-5678", Country::MY).unwrap().born, Some((90, 2, 28)));
        assert!(matches!(normalise("900231-14-5678", Country::MY), Err(Invalid::Date(_))));
        assert!(matches!(normalise("900228-00-5678", Country::MY), Err(Invalid::Area(_))));
        assert_eq!(normalise("3174015708900001", Country::ID).unwrap().born, Some((90, 8, 17)));
        assert!(matches!(normalise("0174015708900001", Country::ID), Err(Invalid::Area(_))));
        assert!(matches!(normalise("097123456789", Country::VN), Err(Invalid::Area(_))));
        assert!(matches!(normalise("12345678901", Country::BD), Err(Invalid::Length { .. })));
    }
}
