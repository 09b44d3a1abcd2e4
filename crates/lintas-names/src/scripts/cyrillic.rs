//! Cyrillic and Greek, letter by letter: names from outside the region that still cross it.

use super::Reading;

/// Brings a text in this script to its one internal form.
pub fn normalise(text: &str) -> String {
    text.to_owned()
}

/// Readings of one token: one, letter by letter (BGN/PCGN 1947 for Russian, ELOT 743 for Greek, without marks).
pub fn readings(token: &str, limit: usize) -> Vec<Reading> {
    let mut latin = String::new();
    for letter in token.chars().flat_map(char::to_lowercase) {
        latin.push_str(sound(letter));
    }
    if latin.is_empty() || limit == 0 { Vec::new() } else { vec![Reading { latin, cost: 0.2 }] }
}

fn sound(letter: char) -> &'static str {
    match letter {
        'а' | 'α' | 'ά' => "a",
        'б' => "b",
        'в' | 'β' => "v",
        'г' | 'ґ' | 'γ' => "g",
        'д' | 'δ' => "d",
        'е' | 'э' | 'є' | 'ε' | 'έ' => "e",
        'ё' => "yo",
        'ж' => "zh",
        'з' | 'ζ' => "z",
        'и' | 'і' | 'ι' | 'ί' | 'η' | 'ή' | 'υ' | 'ύ' | 'ϊ' => "i",
        'й' | 'ы' => "y",
        'ї' => "yi",
        'к' | 'қ' | 'κ' => "k",
        'л' | 'λ' => "l",
        'м' | 'μ' => "m",
        'н' | 'ν' => "n",
        'ң' => "ng",
        'о' | 'ө' | 'ο' | 'ό' | 'ω' | 'ώ' => "o",
        'п' | 'π' => "p",
        'р' | 'ρ' => "r",
        'с' | 'σ' | 'ς' => "s",
        'т' | 'τ' => "t",
        'у' | 'ү' | 'ұ' => "u",
        'ў' => "w",
        'ф' | 'φ' => "f",
        'х' | 'ҳ' | 'һ' | 'χ' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' | 'щ' => "sh",
        'ю' => "yu",
        'я' => "ya",
        'ғ' => "gh",
        'ә' => "a",
        'ј' => "j",
        'љ' => "lj",
        'њ' => "nj",
        'ћ' | 'ђ' => "dj",
        'џ' => "dzh",
        'θ' => "th",
        'ξ' => "x",
        'ψ' => "ps",
        _ => "",
    }
}
