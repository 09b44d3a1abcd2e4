//! Bank account and payment card numbers.
//!
//! Account numbers of the region have no public check digit; card numbers have Luhn's (ISO/IEC 7812-1).

use super::{Invalid, compact};

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Digits, or letters and digits, without separators.
    pub number: String,
    /// It has the length of a payment card number and Luhn's check digit agrees.
    pub card: bool,
}

/// Normal form of an account number.
///
/// # Errors
/// [`Invalid`] with the reason.
pub fn normalise(text: &str) -> Result<Account, Invalid> {
    let number = compact(text)?;
    if !(6..=34).contains(&number.len()) {
        return Err(Invalid::Length { found: number.len(), expected: "6 to 34 letters and digits" });
    }
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    if digits < 5 {
        return Err(Invalid::Form("it has fewer than five digits".to_owned()));
    }
    let card = digits == number.len() && (13..=19).contains(&digits) && luhn(&number);
    Ok(Account { number, card })
}

fn luhn(number: &str) -> bool {
    let sum: u32 = number
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, digit)| {
            let value = u32::from(digit - b'0') << (at % 2);
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_do_not_make_another_account() {
        assert_eq!(normalise("123-4-56789-0").unwrap().number, "1234567890");
        assert!(normalise("4111 1111 1111 1111").unwrap().card);
        assert!(!normalise("4111 1111 1111 1112").unwrap().card);
        assert!(normalise("12-34").is_err());
    }
}
