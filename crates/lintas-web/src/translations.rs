//! What the nine sets of messages promise: complete, in their own language and script, with the term list's words.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use lintas_model::{Language, PartialDate};

use crate::words::built_in;

/// Messages of a language with their text as it stands in the Fluent source.
fn messages(language: Language) -> BTreeMap<String, String> {
    let mut found = BTreeMap::<String, String>::new();
    let folder = format!("{language}/");
    for (path, text) in built_in().filter(|(path, _)| path.starts_with(&folder)) {
        let mut current = None;
        for line in text.lines() {
            if let Some((id, value)) = line.split_once(" =")
                && line.starts_with(|c: char| c.is_ascii_lowercase())
            {
                let before = found.insert(id.to_owned(), value.trim().to_owned());
                assert!(before.is_none(), "{id} stands twice in {path}");
                current = Some(id.to_owned());
            } else if let Some(id) = current.as_ref().filter(|_| line.starts_with(' ')) {
                found.get_mut(id).unwrap().extend(["\n", line]);
            }
        }
    }
    found
}

/// The variables of a message, without the number that only chooses the form.
fn variables(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default())
        .filter(|name| *name != "n")
        .collect()
}

/// What a reader sees of a message: without variables and choosers.
fn visible(text: &str) -> String {
    let text = text.replace("{ $n ->", "");
    let mut seen = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '{' | '[' => inside = true,
            '}' | ']' => inside = false,
            _ if !inside => seen.push(c),
            _ => {}
        }
    }
    seen
}

#[test]
fn every_message_exists_in_all_nine_with_the_same_variables() {
    let english = messages(Language::En);
    let mut gaps = Vec::new();
    for language in Language::ALL {
        let own = messages(language);
        for (id, text) in &english {
            match own.get(id) {
                None => gaps.push(format!("{language}: {id} is missing")),
                Some(other) if variables(other) != variables(text) => {
                    gaps.push(format!("{language}: {id} has other variables"));
                }
                Some(other) if visible(other).trim().is_empty() && !visible(text).trim().is_empty() => {
                    gaps.push(format!("{language}: {id} is empty"));
                }
                Some(_) => {}
            }
        }
        let more = own.keys().filter(|id| !english.contains_key(*id));
        gaps.extend(more.map(|id| format!("{language}: {id} is not in English")));
    }
    assert!(gaps.is_empty(), "{gaps:#?}");
}

#[test]
fn every_message_that_a_page_asks_for_exists() {
    let english = messages(Language::En);
    let mut missing = BTreeSet::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src"), root.join("templates")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for opening in ["say(\"", "count(\"", "count_with(\"", "fill(\""] {
                for (at, _) in text.match_indices(opening) {
                    let id = text[at + opening.len()..].split('"').next().unwrap();
                    if !english.contains_key(id) {
                        missing.insert(id.to_owned());
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Codes, file formats, commands and settings that stand in Latin letters in every language.
const CODES: &[&str] = &[
    "AMBER", "CLEAR", "CSV", "GREEN", "H", "HEIC", "IBAN", "INTERPOL", "JPEG", "MB", "MP", "OFAC", "PDF",
    "PNG", "RED", "SHA", "STRICT", "TIS", "TLP", "TSV", "UNTOC", "XLSX", "XML", "import", "lintas", "node",
    "origin", "partner", "toml", "web",
];

/// The words in plain Latin letters that are no code.
fn plain_words(seen: &str) -> impl Iterator<Item = &str> {
    seen.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty() && !CODES.contains(word))
}

/// Words that a language writes as English does.
fn same_as_english(language: Language) -> &'static [&'static str] {
    match language {
        Language::Id => &["alias", "status", "Bangladesh", "Indonesia", "Malaysia", "Thailand"],
        Language::Ms => &["import", "Import", "status", "Bangladesh", "Indonesia", "Malaysia", "Thailand"],
        Language::Fil => &["File", "Bangladesh", "Malaysia"],
        _ => &[],
    }
}

#[test]
fn a_translation_is_not_the_english_text() {
    let english = messages(Language::En);
    let mut left = Vec::new();
    for language in Language::ALL.into_iter().filter(|language| *language != Language::En) {
        for (id, text) in messages(language) {
            let seen = visible(&text);
            let says_something = plain_words(&seen).next().is_some();
            if english.get(&id) == Some(&text)
                && says_something
                && !same_as_english(language).contains(&text.as_str())
            {
                left.push(format!("{language}: {id} = {text}"));
            }
        }
    }
    assert!(left.is_empty(), "{left:#?}");
}

#[test]
fn a_message_keeps_to_its_own_script() {
    let mut strange = Vec::new();
    for language in Language::ALL {
        let script = match language {
            Language::Th => '\u{0E00}'..='\u{0E7F}',
            Language::Lo => '\u{0E80}'..='\u{0EFF}',
            Language::Km => '\u{1780}'..='\u{17FF}',
            Language::Bn => '\u{0980}'..='\u{09FF}',
            _ => 'a'..='z',
        };
        let latin = *script.start() == 'a';
        for (id, text) in messages(language) {
            let seen = visible(&text);
            let own = |c: char| {
                let letter = match latin {
                    true => matches!(c, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}'),
                    false => script.contains(&c) || (language == Language::Bn && c == '।'),
                };
                c.is_ascii() || letter || "…·–—“”‘’×≥≤→▲\u{200B}".contains(c)
            };
            let mut foreign = plain_words(&seen).filter(|_| !latin).collect::<Vec<_>>();
            foreign.extend(seen.split("").filter(|c| c.chars().any(|c| !own(c))));
            if !foreign.is_empty() {
                strange.push(format!("{language}: {id}: {foreign:?}"));
            }
        }
    }
    assert!(strange.is_empty(), "{strange:#?}");
}

#[test]
fn a_message_that_counts_uses_the_forms_of_its_language() {
    // Plural categories of the Unicode CLDR for whole numbers; a number such as [0] may stand in any language.
    for language in Language::ALL {
        let forms: &[&str] = match language {
            Language::En | Language::Fil | Language::Bn => &["one", "other"],
            _ => &["other"],
        };
        for (id, text) in messages(language).iter().filter(|(_, text)| text.contains("$n ->")) {
            let used = text.split('[').skip(1).filter_map(|rest| rest.split(']').next());
            let used = used.filter(|form| form.parse::<u32>().is_err()).collect::<Vec<_>>();
            assert!(used.iter().all(|form| forms.contains(form)), "{language}: {id}: {used:?}");
            assert!(text.contains("*[other]"), "{language}: {id}");
            // In Filipino and Bengali "one" holds more numbers than 1, so the number must stand in it.
            if matches!(language, Language::Fil | Language::Bn) {
                let one = text.split("[one]").nth(1).map(|rest| rest.lines().next().unwrap_or_default());
                assert!(one.is_none_or(|one| one.contains("$shown")), "{language}: {id}");
            }
        }
    }
}

#[test]
fn the_examples_beside_a_date_can_be_read_as_dates() {
    for language in Language::ALL.into_iter().filter(|language| *language != Language::Th) {
        let hint = messages(language)["date-hint"].replace(". ", ",");
        let pieces = hint.split([',', ':', '៖', '។', '।']).map(str::trim);
        let examples = pieces.filter(|piece| piece.chars().any(char::is_numeric)).collect::<Vec<_>>();
        assert_eq!(examples.len(), 4, "{language}: {examples:?}");
        for example in examples {
            assert!(PartialDate::read(example).is_ok(), "{language}: {example}");
        }
    }
}

/// English terms of the lists in `docs/languages` with a message that must use the term.
const TERMS: &[(&str, &str)] = &[
    ("agency", "record-agency"),
    ("partner", "record-partner"),
    ("case", "record-case"),
    ("trafficking in persons", "offence-trafficking"),
    ("smuggling of migrants", "offence-smuggling"),
    ("protected person", "record-protected-person"),
    ("warrant (of arrest)", "warrants-title"),
    ("report", "record-report"),
    ("statement", "record-statement"),
    ("judgement (same or not)", "record-judgement"),
    ("recall", "record-recall"),
    ("receipt", "record-receipt"),
    ("audience", "record-audience"),
    ("originator", "col-originator"),
    ("task", "record-task"),
    ("operation", "record-operation"),
    ("outcome", "record-outcome"),
    ("round", "record-round"),
    ("workshop", "record-workshop"),
    ("commitment", "record-commitment"),
    ("prosecutor", "role-prosecutor"),
    ("analyst", "role-analyst"),
    ("extradition", "warrant-step-request-extradition"),
    ("limitation", "property-limitation"),
    ("court", "property-court"),
    ("withheld", "withheld"),
    ("evidence", "use-evidence"),
];

#[test]
fn the_messages_use_the_words_of_the_term_lists() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/languages");
    for language in Language::ALL.into_iter().filter(|language| *language != Language::En) {
        let list = std::fs::read_to_string(folder.join(format!("{language}.md"))).unwrap();
        let rows = list.lines().filter(|line| line.starts_with("| ")).skip(1);
        let terms = rows
            .filter_map(|row| {
                let mut cells = row.trim_matches('|').split(" | ").map(str::trim);
                Some((cells.next()?.to_owned(), cells.next()?.to_lowercase()))
            })
            .collect::<BTreeMap<_, _>>();
        assert!(terms.len() >= 80, "{language}: {} terms", terms.len());
        let messages = messages(language);
        for (english, id) in TERMS {
            let term = terms.get(*english).unwrap_or_else(|| panic!("{language}: no term for {english}"));
            let said = messages[*id].to_lowercase();
            assert!(
                term.contains(&said) || said.contains(term.as_str()),
                "{language}: {id}: {said}, not {term}"
            );
        }
    }
}
