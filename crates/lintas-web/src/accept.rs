//! The language that a browser asks for, when the person has chosen none here yet.
//!
//! Without it a visitor from abroad meets the sign-in page in a script they may not read.

use axum::http::{HeaderMap, header};
use lintas_model::Language;

/// The offered language that `Accept-Language` likes best (RFC 9110, 12.5.4); none when it names none of them.
pub(crate) fn language(headers: &HeaderMap, offered: &[Language]) -> Option<Language> {
    let asked = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(u16, Language)> = None;
    for (thousandths, language) in asked.split(',').take(40).filter_map(wish) {
        let better = best.is_none_or(|(so_far, _)| thousandths > so_far);
        if thousandths > 0 && better && offered.contains(&language) {
            best = Some((thousandths, language));
        }
    }
    best.map(|(_, language)| language)
}

/// One language range with its weight in thousandths: `km-KH;q=0.8`.
fn wish(range: &str) -> Option<(u16, Language)> {
    let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
    let weight = weight.trim().strip_prefix("q=")?.parse::<f32>().ok().filter(|q| (0.0..=1.0).contains(q))?;
    let primary = tag.split('-').next().unwrap_or_default().trim().to_ascii_lowercase();
    let language = match primary.as_str() {
        // Codes that older systems still send.
        "tl" => Language::Fil,
        "in" => Language::Id,
        other => other.parse().ok()?,
    };
    Some(((weight * 1000.0) as u16, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_liked_of_the_offered_languages_is_taken() {
        let check = |asked: &str, expected: Option<Language>| {
            let headers = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, asked.parse().unwrap())]);
            assert_eq!(language(&headers, &Language::ALL), expected, "{asked}");
        };
        check("km-KH,km;q=0.9,en;q=0.5", Some(Language::Km));
        check("fr, lo;q=0.3, bn;q=0.7", Some(Language::Bn));
        check("tl", Some(Language::Fil));
        check("en;q=0, ms", Some(Language::Ms));
        check("vi, id", Some(Language::Vi));
        check("fr-FR, *;q=0.1", None);
        check("km;q=many, ;;, -", None);
        assert_eq!(language(&HeaderMap::new(), &Language::ALL), None);
        let headers = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, "km, th;q=0.5".parse().unwrap())]);
        assert_eq!(language(&headers, &[Language::En, Language::Th]), Some(Language::Th));
    }
}
