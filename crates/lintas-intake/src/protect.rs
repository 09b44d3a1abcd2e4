//! Victims: shown by code, never by what could name them.

use lintas_model::offence::Offence;
use lintas_model::record::{AgeBand, ProtectionStatus};

use crate::Fingerprint;
use crate::proposal::Protected;
use crate::table::words::normal;

/// The code of a victim: the same for the same row of the same source, and not to be guessed without the node's secret.
pub(crate) fn code(fingerprint: Fingerprint) -> String {
    let [a, b, c, d, ..] = fingerprint.0;
    format!("V-{a:02X}{b:02X}{c:02X}{d:02X}")
}

/// A protected person of whom only the code is known.
pub(crate) fn person(fingerprint: Fingerprint) -> Protected {
    Protected {
        code: code(fingerprint),
        age: AgeBand::Unknown,
        nationality: None,
        offence: Offence::Trafficking,
        status: ProtectionStatus::AtRisk,
        support_plan: false,
    }
}

/// Whether a word of a role or status column says that the row is about a victim.
///
/// `not a victim` in a case sheet still describes a person who came for help; the identity is held back for them too,
/// so only a plain no is a no.
pub(crate) fn says_victim(text: &str) -> bool {
    const NO: &[&str] = &[
        "no",
        "n",
        "false",
        "0",
        "none",
        "ไม่",
        "ไม่ใช่",
        "không",
        "ទេ",
        "មិនមែន",
        "ບໍ່",
        "tidak",
        "bukan",
        "hindi",
        "না",
    ];
    let text = normal(text);
    !text.is_empty() && !NO.contains(&text.as_str())
}

/// Words for victims in the languages of the network, as part of a role, a header or the name of a sheet.
pub(crate) fn names_victims(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "victim",
        "survivor",
        "beneficiar",
        "ผู้เสียหาย",
        "เหยื่อ",
        "nạn nhân",
        "ជនរងគ្រោះ",
        "ຜູ້ເຄາະຮ້າຍ",
        "mangsa",
        "korban",
        "biktima",
        "ভিকটিম",
        "ভুক্তভোগী",
    ];
    let text = normal(text);
    WORDS.iter().any(|w| text.contains(w))
}

/// The text without the words that name the person, each replaced by the code; words of fewer than three letters stay.
///
/// Free text about a place or an act sometimes repeats the name of the person it happened to.
pub(crate) fn without_names(text: &str, names: &[String], code: &str) -> String {
    let mut text = text.to_owned();
    for name in names {
        for word in
            name.split(|c: char| c.is_whitespace() || ",.;".contains(c)).filter(|w| w.chars().count() >= 3)
        {
            text = replace_word(&text, word, code);
        }
    }
    text
}

fn replace_word(text: &str, word: &str, by: &str) -> String {
    let lower_word = word.to_lowercase();
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, length)) = find_folded(rest, &lower_word) {
        let before = rest[..at].chars().next_back();
        let after = rest[at + length..].chars().next();
        // In scripts that run words together any occurrence counts.
        let whole = !word.is_ascii()
            || (before.is_none_or(|c| !c.is_alphanumeric()) && after.is_none_or(|c| !c.is_alphanumeric()));
        result.push_str(&rest[..at]);
        result.push_str(if whole { by } else { &rest[at..at + length] });
        rest = &rest[at + length..];
    }
    result.push_str(rest);
    result
}

/// Where a word stands, whatever its case; position and length in bytes.
fn find_folded(text: &str, lower_word: &str) -> Option<(usize, usize)> {
    text.char_indices().find_map(|(at, _)| {
        let mut wanted = lower_word.chars().peekable();
        let mut length = 0;
        for c in text[at..].chars() {
            if wanted.peek().is_none() {
                break;
            }
            for lower in c.to_lowercase() {
                if wanted.next() != Some(lower) {
                    return None;
                }
            }
            length += c.len_utf8();
        }
        wanted.peek().is_none().then_some((at, length))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_repeated_in_free_text_is_replaced_by_the_code() {
        let names = ["Srey Mom".to_owned(), "สมหญิง".to_owned()];
        let check = |text, expected| assert_eq!(without_names(text, &names, "V-1"), expected);
        check("house where SREY was held", "house where V-1 was held");
        check("พบสมหญิงที่ร้าน", "พบV-1ที่ร้าน");
        check("Moment at Momentum", "Moment at Momentum");
    }

    #[test]
    fn roles_and_sheets_of_victims_are_known_in_every_language() {
        for text in ["Victims", "ผู้เสียหาย", "Nạn nhân 2017", "Mangsa", "Role: victim/witness"]
        {
            assert!(names_victims(text), "{text}");
        }
        assert!(!names_victims("Suspects"));
        assert!(says_victim("Possible victim of trafficking") && says_victim("Yes") && !says_victim("No"));
    }
}
