//! Arabic script: Arabic, Jawi (Malay) and Urdu names.
//!
//! Short vowels are not written, so a token is first looked up among the names every reader knows ([`names`]), then read by
//! letter with the likeliest short vowels filled in, several ways. The article is read with and without its assimilation.

mod names;

use unicode_normalization::UnicodeNormalization;

use super::Reading;
use super::lattice::{self, Edge, Piece};

/// Short vowels where a syllable needs one, and where it can do without.
const NEEDED: &[(&str, f32)] = &[("a", 0.0), ("i", 0.3), ("u", 0.4), ("", 0.5)];
/// The same between a long vowel and a final consonant: سالم salim.
const NEEDED_AFTER_LONG: &[(&str, f32)] = &[("i", 0.0), ("a", 0.2), ("u", 0.5), ("", 0.5)];
const NOT_NEEDED: &[(&str, f32)] = &[("", 0.0), ("a", 0.3), ("i", 0.5), ("u", 0.6)];

/// Brings Arabic-script text to its one internal form: vowel marks, stretching and invisible characters dropped, forms of
/// alif and ya united, Persian and Urdu letters for k, y and h written as the Arabic ones, digits untouched.
pub fn normalise(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    // Letters typed as their joined shapes (U+FB50 and above) become plain letters.
    for letter in text.chars().flat_map(plain_letters) {
        normal.push(match letter {
            '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{610}'..='\u{61a}' | '\u{6d6}'..='\u{6ed}' => {
                continue;
            }
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
            | '\u{ad}' => {
                continue;
            }
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ک' | 'ڪ' => 'ك',
            'ی' | 'ې' => 'ي',
            'ہ' | 'ھ' | 'ۀ' => 'ه',
            'ۃ' => 'ة',
            'ݢ' | 'ڬ' => 'گ',
            letter => letter,
        });
    }
    normal
}

fn plain_letters(letter: char) -> impl Iterator<Item = char> {
    let joined = matches!(letter, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}');
    let shapes = joined.then(|| std::iter::once(letter).nfkc());
    let plain = (!joined).then_some(letter);
    shapes.into_iter().flatten().chain(plain)
}

/// Readings of one token, best first, at most `limit`.
pub fn readings(token: &str, limit: usize) -> Vec<Reading> {
    if limit == 0 {
        return Vec::new();
    }
    let normal = normalise(token);
    let mut found = known(&normal);
    if let Some(rest) = normal.strip_prefix("ال") {
        for (rank, name) in known(rest).into_iter().enumerate() {
            found.push(Reading { latin: format!("al{}", name.latin), cost: 0.1 + 0.1 * rank as f32 });
            found.push(Reading { latin: name.latin, cost: 0.3 + 0.1 * rank as f32 });
        }
    }
    compounds(&normal, limit, &mut found);
    let behind = if found.is_empty() { 0.0 } else { 0.8 };
    found.extend(
        by_letter(&normal, limit)
            .into_iter()
            .map(|reading| Reading { cost: reading.cost + behind, ..reading }),
    );
    found.sort_by(|first, second| first.cost.total_cmp(&second.cost));
    let mut seen: Vec<String> = Vec::with_capacity(limit);
    found.retain(|reading| {
        let new = !seen.contains(&reading.latin);
        if new {
            seen.push(reading.latin.clone());
        }
        new
    });
    found.truncate(limit);
    found
}

/// Names written together with a name of God or with "of the faith": عبدالخالق abdul-khaliq, نجيبالله najib-ullah.
fn compounds(word: &str, limit: usize, found: &mut Vec<Reading>) {
    let mut add = |head: &str, middle: &[Reading], tail: &str, cost: f32| {
        for reading in middle {
            found
                .push(Reading { latin: format!("{head}{}{tail}", reading.latin), cost: reading.cost + cost });
        }
    };
    let said = |part: &str| {
        let known = known(part);
        if known.is_empty() { by_letter(part, limit) } else { known }
    };
    if let Some(rest) = word.strip_prefix("عبدال")
        && rest.chars().count() > 2
    {
        let rest_said = said(rest);
        add("abdul", &rest_said, "", 0.0);
        add("abdal", &rest_said, "", 0.2);
        if let Some(first) = rest.chars().next()
            && is_sun_letter(first)
            && let Some((sound, _)) = consonant(first)
        {
            add(&format!("abdu{sound}"), &rest_said, "", 0.1);
        }
    }
    for (written, tail) in [("الله", "ullah"), ("الدين", "uddin")] {
        if let Some(rest) = word.strip_suffix(written)
            && rest.chars().count() > 1
        {
            add("", &said(rest), tail, 0.0);
        }
    }
}

fn by_letter(word: &str, limit: usize) -> Vec<Reading> {
    let word: Vec<char> = word.chars().collect();
    lattice::cheapest(word.len(), limit, |at, edges| say(&word, at, edges))
}

fn known(word: &str) -> Vec<Reading> {
    names::NAMES
        .iter()
        .filter(|(written, _)| *written == word)
        .flat_map(|(_, spellings)| spellings.iter().enumerate())
        .map(|(rank, spelling)| Reading { latin: (*spelling).to_owned(), cost: 0.1 * rank as f32 })
        .collect()
}

/// Sound of a consonant; the second is the spelling of other traditions where it would not fold alike.
fn consonant(letter: char) -> Option<(&'static str, Option<&'static str>)> {
    Some(match letter {
        'ب' => ("b", None),
        'پ' | 'ڤ' => ("p", None),
        'ت' | 'ط' | 'ٹ' => ("t", None),
        'ث' => ("th", Some("s")),
        'ج' => ("j", Some("g")),
        'چ' => ("ch", Some("c")),
        'ح' | 'ه' => ("h", None),
        'خ' => ("kh", None),
        'د' | 'ڈ' => ("d", None),
        'ذ' => ("z", Some("dh")),
        'ر' | 'ڑ' => ("r", None),
        'ز' | 'ژ' => ("z", None),
        'س' | 'ص' => ("s", None),
        'ش' => ("sh", Some("sy")),
        'ض' => ("d", Some("z")),
        'ظ' => ("z", None),
        'غ' => ("gh", None),
        'ڠ' => ("ng", None),
        'ف' => ("f", None),
        'ق' => ("q", Some("k")),
        'ك' => ("k", None),
        'گ' => ("g", None),
        'ل' => ("l", None),
        'م' => ("m", None),
        'ن' | 'ں' => ("n", None),
        'ڽ' => ("ny", None),
        'ۏ' => ("v", None),
        _ => return None,
    })
}

fn is_vowel_letter(letter: char) -> bool {
    matches!(letter, 'ا' | 'و' | 'ي' | 'ى' | 'ے' | 'ة' | 'ؤ' | 'ئ')
}

/// Letters before which the l of the article is said like the letter itself.
fn is_sun_letter(letter: char) -> bool {
    matches!(letter, 'ت' | 'ث' | 'د' | 'ذ' | 'ر' | 'ز' | 'س' | 'ش' | 'ص' | 'ض' | 'ط' | 'ظ' | 'ن')
}

/// The short vowels that may follow the consonant at `at`.
///
/// Syllables are consonant, vowel and at most one closing consonant, so in a run of bare consonants a vowel is needed after
/// every second one, counted from the end of the run: بغداد bagh-dad, جعفر ja'-far.
fn short_vowels(word: &[char], at: usize) -> &'static [(&'static str, f32)] {
    let is_bare = |letter: &char| consonant(*letter).is_some() || *letter == 'ع';
    let after = word[at + 1..].iter().take_while(|letter| is_bare(letter)).count();
    let before = word[..at].iter().rev().take_while(|letter| is_bare(letter)).count();
    if after == 0 {
        return &[("", 0.0)];
    }
    let starts_word = before == at;
    let ends_word = at + 1 + after == word.len();
    let needed = (before == 0 && starts_word) || (after % 2 == 0) != ends_word;
    match () {
        () if needed && before == 0 && !starts_word && ends_word && word[at - 1] == 'ا' => NEEDED_AFTER_LONG,
        () if needed => NEEDED,
        () => NOT_NEEDED,
    }
}

fn say(word: &[char], at: usize, edges: &mut Vec<Edge>) {
    let letter = |at: usize| word.get(at).copied().unwrap_or(' ');
    let here = letter(at);
    let next = letter(at + 1);
    let at_start = at == 0;
    let mut push =
        |to: usize, parts: &[&str], cost: f32| edges.push(Edge { to, piece: Piece::join(parts), cost });
    if at_start && here == 'ا' && next == 'ل' && word.len() > 3 {
        push(2, &["al"], -0.5);
        if let Some((sound, _)) = consonant(letter(2))
            && is_sun_letter(letter(2))
        {
            push(2, &["a", sound], -0.2);
        }
    }
    if let Some((sound, other)) = consonant(here) {
        for &(vowel, cost) in short_vowels(word, at) {
            push(at + 1, &[sound, vowel], cost);
            if let Some(other) = other {
                push(at + 1, &[other, vowel], cost + 0.35);
            }
        }
        return;
    }
    match here {
        'ا' if at_start && consonant(next).is_some() => {
            push(at + 1, &["a"], 0.0);
            push(at + 1, &["i"], 0.4);
            push(at + 1, &["u"], 0.6);
        }
        'ا' if at_start && matches!(next, 'ي' | 'و') => {
            push(at + 2, &[if next == 'ي' { "i" } else { "u" }], 0.1);
            push(at + 1, &["a"], 0.0);
        }
        'ا' => push(at + 1, &["a"], 0.0),
        'ع' => {
            for &(vowel, cost) in short_vowels(word, at) {
                push(at + 1, &[vowel], cost);
            }
        }
        'و' if at_start || is_vowel_letter(next) => {
            push(at + 1, &["w"], 0.0);
            push(at + 1, &["wa"], if is_vowel_letter(next) { 1.0 } else { -0.1 });
            push(at + 1, &["u"], 0.6);
        }
        'و' => {
            push(at + 1, &["u"], 0.0);
            push(at + 1, &["o"], 0.2);
            push(at + 1, &["au"], 0.5);
            push(at + 1, &["w"], 0.5);
        }
        'ي' if at_start => {
            push(at + 1, &["y"], 0.0);
            push(at + 1, &["ya"], if is_vowel_letter(next) { 1.0 } else { -0.1 });
            push(at + 1, &["i"], 0.6);
        }
        'ي' if is_vowel_letter(next) => {
            push(at + 1, &["y"], 0.0);
            push(at + 1, &["i"], 0.1);
        }
        'ي' => {
            push(at + 1, &["i"], 0.0);
            push(at + 1, &["ai"], 0.4);
            push(at + 1, &["ay"], 0.5);
            push(at + 1, &["e"], 0.4);
        }
        'ى' => push(at + 1, &["a"], 0.0),
        'ے' => push(at + 1, &["e"], 0.0),
        'ة' => {
            push(at + 1, &["a"], 0.0);
            push(at + 1, &["ah"], 0.05);
            push(at + 1, &["at"], 0.3);
        }
        'ؤ' => push(at + 1, &["u"], 0.0),
        'ئ' => push(at + 1, &["i"], 0.0),
        _ => push(at + 1, &[""], 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(written: &str, said: &str) {
        let found = readings(written, 8);
        assert_eq!(found.first().map(|reading| reading.latin.as_str()), Some(said), "{written}: {found:?}");
    }

    fn check_among(written: &str, said: &str) {
        let found = readings(written, 8);
        assert!(found.iter().any(|reading| reading.latin == said), "{written} {said}: {found:?}");
    }

    #[test]
    fn names_every_reader_knows() {
        check("محمد", "muhammad");
        check("أحمد", "ahmad");
        check("فاطمة", "fatimah");
        check("عبدالله", "abdullah");
        check_among("حسين", "hossain");
        check_among("الرحمن", "rahman");
        check_among("الرحمن", "alrahman");
    }

    #[test]
    fn other_words_are_read_by_letter() {
        check("بغداد", "baghdad");
        check_among("سالم", "salim");
        check_among("قطر", "qatar");
        check_among("الشامي", "ashshami");
        check_among("الشامي", "alshami");
    }

    #[test]
    fn compounds_are_read_by_their_elements() {
        check("عبدالخالق", "abdulkhaliq");
        check("نجيبالله", "najibullah");
        check("شهابالدين", "shahabuddin");
        check_among("عبدالرشيد", "abdurrashid");
    }

    #[test]
    fn jawi_and_urdu_letters() {
        check_among("ڤاتني", "patani");
        check_among("ڠه", "ngh");
        check_among("چاچا", "chacha");
        check_among("گلشن", "galshan");
    }

    #[test]
    fn the_normal_form_unites_letter_forms() {
        assert_eq!(normalise("أحمَد"), "احمد");
        assert_eq!(normalise("کریم"), "كريم");
        assert_eq!(normalise("محـمد"), "محمد");
        assert_eq!(normalise("\u{fee4}\u{fea4}\u{fee4}\u{feaa}"), "محمد");
    }

    #[test]
    fn names_are_listed_in_normal_form() {
        for (written, _) in names::NAMES {
            assert_eq!(normalise(written), *written);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic_into_ascii(text in "[\\u{600}-\\u{6ff} ]{0,24}|\\PC{0,16}", limit in 0usize..9) {
            let found = readings(&text, limit);
            prop_assert!(found.len() <= limit);
            for reading in &found {
                prop_assert!(reading.cost >= 0.0);
                prop_assert!(!reading.latin.is_empty() && reading.latin.bytes().all(|letter| letter.is_ascii_lowercase()));
            }
        }
    }
}
