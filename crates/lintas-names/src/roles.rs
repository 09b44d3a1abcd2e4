//! Which part of a name is what, as far as the name and the habits of its language say.

use crate::latin::spell;
use crate::name::{Part, Role};
use crate::script::{Language, Script};
use crate::scripts::{self, Reading};
use crate::tables::{Word, is_degree, is_dotted_title, word};
use crate::tokens::{Setting, Token};

/// Readings kept of one part.
const READINGS: usize = 5;

/// Parts with their roles, the language they are probably in, and whether a comma sets the family name in front.
pub(crate) fn assign(tokens: &[Token<'_>], toned: bool) -> (Vec<Part>, Language, bool) {
    let mut parts: Vec<Part> = Vec::with_capacity(tokens.len());
    let mut commas: Vec<usize> = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        let (plain, readings) = say(token);
        if plain.is_empty() {
            continue;
        }
        let role = role_beside_names(token, &plain, tokens, at, toned);
        commas.push(token.commas);
        parts.push(Part { written: token.text.clone(), role, script: token.script, plain, readings });
    }
    keep_one_name(&mut parts);
    let language = guess(&parts, toned);
    let family_first = name_roles(&mut parts, &commas, language);
    (parts, language, family_first)
}

/// Plain form and readings of one word.
fn say(token: &Token<'_>) -> (String, Vec<Reading>) {
    let text = token.text.as_str();
    match token.script {
        Script::Latin => {
            if text.contains(['@', '/']) {
                return (text.to_lowercase(), Vec::new());
            }
            let plain = spell(text);
            let readings = if plain.ear.is_empty() { Vec::new() } else { vec![Reading::certain(plain.ear)] };
            (plain.eye, readings)
        }
        Script::Thai => (text.to_owned(), scripts::thai::readings(text, READINGS)),
        Script::Lao => (text.to_owned(), scripts::lao::readings(text, READINGS)),
        Script::Khmer => (text.to_owned(), scripts::khmer::readings(text, READINGS)),
        Script::Myanmar => (text.to_owned(), scripts::burmese::readings(text, READINGS)),
        Script::Bengali => (text.to_owned(), scripts::bengali::readings(text, READINGS)),
        Script::Arabic => (text.to_owned(), scripts::arabic::readings(text, READINGS)),
        Script::Cyrillic | Script::Greek => {
            (text.to_lowercase(), scripts::cyrillic::readings(text, READINGS))
        }
        Script::Han => {
            (text.chars().map(scripts::han::simplified).collect(), scripts::han::word_readings(text))
        }
        _ => (text.to_lowercase(), Vec::new()),
    }
}

fn role_beside_names(token: &Token<'_>, plain: &str, tokens: &[Token<'_>], at: usize, toned: bool) -> Role {
    if token.title {
        return Role::Honorific;
    }
    if token.setting == Setting::Quotes {
        return Role::Nickname;
    }
    if token.setting == Setting::Brackets {
        return Role::Remark;
    }
    if token.script != Script::Latin {
        return match (token.script, plain) {
            (Script::Thai, "ณ" | "บิน" | "บินติ" | "บินตี") => Role::Particle,
            (Script::Arabic, "بن" | "ابن" | "بنت" | "ولد") => Role::Particle,
            (
                Script::Arabic,
                "الشيخ" | "شيخ" | "حاجي" | "حاج" | "الحاج" | "قاري" | "ملا" | "مولوي" | "مولانا" | "مفتي"
                | "حافظ",
            ) => Role::Honorific,
            _ => Role::Name,
        };
    }
    if is_degree(token.chunk, token.commas > 0) {
        return Role::Degree;
    }
    if token.stop && is_dotted_title(plain) && tokens[..at].iter().all(is_title) && tokens.len() > at + 1 {
        return Role::Honorific;
    }
    match word(plain) {
        Some(Word::Honorific) if !toned => Role::Honorific,
        Some(Word::Suffix) if !toned && at > 0 => Role::Suffix,
        Some(Word::Alias) => Role::Particle,
        Some(Word::ChildOf) if !toned && (at > 0 || token.commas == 0) => Role::Particle,
        Some(Word::Particle) if tokens.len() > 1 && !toned => Role::Particle,
        // "E. Gomez": a letter with a stop is an initial, not "and".
        Some(Word::InnerParticle) if !toned && !token.stop && at > 0 && at + 1 < tokens.len() => {
            Role::Particle
        }
        Some(Word::Article) if !toned && at + 1 < tokens.len() => Role::Particle,
        _ if token.hyphen_next(tokens, at) && is_assimilated_article(plain) => Role::Particle,
        _ if plain == "a"
            && tokens
                .get(at + 1)
                .is_some_and(|next| matches!(next.text.to_ascii_lowercase().as_str(), "l" | "p"))
            && !token.stop =>
        {
            Role::Particle
        }
        _ => Role::Name,
    }
}

/// Whether a word before may be a title too: the K of "A. K. Rahim" is an initial, that of "Dr. K. Rahim" may be Kiai.
fn is_title(token: &Token<'_>) -> bool {
    let plain = token.text.to_ascii_lowercase();
    token.stop && (is_dotted_title(&plain) || word(&plain) == Some(Word::Honorific))
}

/// The Arabic article before a sun letter, when a hyphen shows that it is one.
fn is_assimilated_article(plain: &str) -> bool {
    matches!(
        plain,
        "ar" | "as"
            | "ash"
            | "ad"
            | "an"
            | "at"
            | "ath"
            | "az"
            | "adh"
            | "ur"
            | "us"
            | "ush"
            | "ud"
            | "uz"
            | "er"
            | "es"
            | "ed"
            | "en"
            | "et"
            | "ez"
    )
}

impl Token<'_> {
    fn hyphen_next(&self, tokens: &[Token<'_>], at: usize) -> bool {
        tokens.get(at + 1).is_some_and(|next| next.hyphen)
    }
}

/// Particles and titles alone are the name after all: "Bin", "De la", "Imam".
fn keep_one_name(parts: &mut [Part]) {
    if parts.iter().any(|part| part.role.identifies() && part.plain.chars().count() > 1) {
        return;
    }
    for wanted in [Role::Nickname, Role::Honorific, Role::Degree, Role::Particle, Role::Remark, Role::Suffix]
    {
        let mut found = false;
        for part in parts.iter_mut().filter(|part| part.role == wanted && part.plain.chars().count() > 1) {
            part.role = Role::Name;
            found = true;
        }
        if found {
            return;
        }
    }
}

/// Family names of Chinese in the region's spellings that are hardly anything else, and of Vietnamese without marks.
const CHINESE_FAMILY: &str = " tan lim lee ng ong wong goh chua chan koh teo ang yeo tay ho low toh sim chong chia quek cheong chew foo seah lau loh leong \
    liew chin yap yong khoo gan teoh tiong tiu kok hsu hsieh tsai chuang chiang zhang zhao zhou zhu xu xie xiao huang liang lin wang yang guo \
    cheng cheung kwok leung kwan lam fung poon tsang yeung yip mak choi siew soo phua poh chee wee tee chew sng ";

fn guess(parts: &[Part], toned: bool) -> Language {
    if toned {
        return Language::Vietnamese;
    }
    let Some(first) = parts.iter().find(|part| part.role.identifies()) else { return Language::Unknown };
    match first.script {
        Script::Thai => return Language::Thai,
        Script::Lao => return Language::Lao,
        Script::Khmer => return Language::Khmer,
        Script::Myanmar => return Language::Burmese,
        Script::Bengali => return Language::Bengali,
        Script::Han => return Language::Chinese,
        Script::Arabic => return Language::Arabic,
        _ => {}
    }
    let names = parts.iter().filter(|part| part.role.identifies()).count();
    let has = |wanted: &[&str]| parts.iter().any(|part| wanted.contains(&part.plain.as_str()));
    if has(&[
        "bin", "binti", "bt", "bte", "binte", "mohd", "haji", "hj", "ir", "drs", "dra", "dato", "datuk",
        "anak", "a/l", "a/p",
    ]) {
        Language::Malay
    } else if matches!(
        first.plain.as_str(),
        "nguyen" | "tran" | "pham" | "huynh" | "phan" | "hoang" | "vu" | "vo" | "dang" | "bui" | "duong"
    ) && names >= 2
    {
        Language::Vietnamese
    } else if (2..=4).contains(&names) && CHINESE_FAMILY.contains(&format!(" {} ", first.plain)) {
        Language::Chinese
    } else if has(&["md", "mst", "mosammat", "begum", "khatun", "miah", "mia", "chowdhury", "sk"]) {
        Language::Bengali
    } else if has(&["delos", "dela", "jr", "santos", "reyes", "cruz"]) {
        Language::Filipino
    } else {
        Language::Unknown
    }
}

/// Gives roles to the identifying parts; says whether a comma sets the family name in front.
fn name_roles(parts: &mut [Part], commas: &[usize], language: Language) -> bool {
    let names: Vec<usize> = (0..parts.len()).filter(|at| parts[*at].role == Role::Name).collect();
    let [first, .., last] = names[..] else { return false };
    let child_of = parts.iter().position(|part| {
        part.role == Role::Particle
            && (word(&part.plain) == Some(Word::ChildOf) || matches!(part.plain.as_str(), "بن" | "บิน"))
    });
    let family_first_by_comma = commas[last] > commas[first];
    if family_first_by_comma {
        for &at in &names {
            parts[at].role = if commas[at] == commas[first] { Role::Family } else { Role::Given };
        }
        if let Some(&at) = names.last()
            && parts[at].role == Role::Given
            && parts[at].plain.len() == 1
        {
            parts[at].role = Role::Middle;
        }
        return true;
    }
    if let Some(child_of) = child_of
        && first < child_of
    {
        for &at in &names {
            parts[at].role = if at < child_of { Role::Given } else { Role::Father };
        }
        return false;
    }
    match language {
        Language::Thai | Language::Lao if names.len() >= 2 => {
            parts[first].role = Role::Given;
            for &at in &names[1..] {
                parts[at].role = Role::Family;
            }
        }
        Language::Khmer | Language::Chinese => {
            parts[first].role = Role::Family;
            for &at in &names[1..] {
                parts[at].role = Role::Given;
            }
        }
        Language::Vietnamese => {
            for &at in &names {
                parts[at].role = Role::Middle;
            }
            parts[first].role = Role::Family;
            parts[last].role = Role::Given;
        }
        Language::Burmese => {
            for &at in &names {
                parts[at].role = Role::Given;
            }
        }
        _ => {}
    }
    false
}
