//! What the screens say, in the languages of the network (Fluent messages).
//!
//! The messages are built into the program; a folder on disk may correct or add to them, so that an agency can mend
//! its own wording without a new program. A language is offered once it has every message. Isolation marks are off:
//! all nine languages run left to right, and the marks would end up in copied text, exports and searches.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use lintas_model::Language;

use crate::numbers;

#[derive(rust_embed::RustEmbed)]
#[folder = "i18n/"]
struct Built;

type Bundle = FluentBundle<FluentResource>;

/// Why the messages cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum WordsError {
    /// A message file has a mistake.
    #[error("could not read the messages in `{file}`: {problem}")]
    Unreadable {
        /// The file.
        file: String,
        /// What is wrong, and where.
        problem: String,
    },
    /// The folder of corrections cannot be read.
    #[error("could not read the folder of messages `{folder}`")]
    Folder {
        /// The folder.
        folder: String,
        /// The cause.
        source: std::io::Error,
    },
}

/// All messages in all languages.
pub struct Dictionary {
    bundles: BTreeMap<Language, Bundle>,
    offered: Vec<Language>,
}

impl Dictionary {
    /// Reads the built-in messages, then the corrections in `overrides/<language>/*.ftl` when a folder is given.
    pub fn load(overrides: Option<&Path>) -> Result<Self, WordsError> {
        let mut bundles = BTreeMap::new();
        let mut ids = BTreeMap::<Language, BTreeSet<String>>::new();
        let mut files = Built::iter()
            .filter_map(|path| {
                let text = String::from_utf8_lossy(&Built::get(&path)?.data).into_owned();
                Some((path.into_owned(), text))
            })
            .collect::<Vec<_>>();
        files.sort();
        if let Some(folder) = overrides.filter(|folder| folder.is_dir()) {
            files.extend(read_folder(folder)?);
        }
        for (path, text) in files {
            let Some(language) = path.split('/').next().and_then(|tag| tag.parse::<Language>().ok()) else {
                continue;
            };
            let resource = FluentResource::try_new(text).map_err(|(_, errors)| WordsError::Unreadable {
                file: path.clone(),
                problem: errors.first().map(ToString::to_string).unwrap_or_default(),
            })?;
            ids.entry(language).or_default().extend(message_ids(resource.source()));
            bundles.entry(language).or_insert_with(|| new_bundle(language)).add_resource_overriding(resource);
        }
        let all = ids.get(&Language::En).cloned().unwrap_or_default();
        let offered = Language::ALL
            .into_iter()
            .filter(|l| ids.get(l).is_some_and(|own| own.is_superset(&all)))
            .collect();
        Ok(Self { bundles, offered })
    }

    /// No messages at all.
    pub(crate) fn empty() -> Self {
        Self { bundles: BTreeMap::new(), offered: Vec::new() }
    }

    /// The languages that have every message, in the order in which a person is offered them.
    pub fn offered(&self) -> &[Language] {
        &self.offered
    }
}

fn new_bundle(language: Language) -> Bundle {
    let tag = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    bundle
}

/// The ids of the messages in a Fluent file: a message starts at the beginning of its line.
fn message_ids(source: &str) -> impl Iterator<Item = String> {
    source
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(id, _)| id.to_owned()))
}

fn read_folder(folder: &Path) -> Result<Vec<(String, String)>, WordsError> {
    let refused = |source| WordsError::Folder { folder: folder.display().to_string(), source };
    let mut files = Vec::new();
    for language in Language::ALL {
        let Ok(entries) = std::fs::read_dir(folder.join(language.tag())) else { continue };
        for entry in entries {
            let path = entry.map_err(refused)?.path();
            if path.extension().is_some_and(|e| e == "ftl") {
                let text = std::fs::read_to_string(&path).map_err(refused)?;
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                files.push((format!("{}/{name}", language.tag()), text));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// The messages in one person's language, with the zone in which the node shows times.
#[derive(Clone)]
pub struct Words {
    dictionary: Arc<Dictionary>,
    language: Language,
    zone_minutes: i32,
}

impl Words {
    /// The messages in a language; `zone_minutes` is the node's distance from UTC.
    pub fn new(dictionary: Arc<Dictionary>, language: Language, zone_minutes: i32) -> Self {
        Self { dictionary, language, zone_minutes }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Minutes that the node's time is ahead of UTC.
    pub fn zone_minutes(&self) -> i32 {
        self.zone_minutes
    }

    /// The languages that can be chosen.
    pub fn offered(&self) -> &[Language] {
        self.dictionary.offered()
    }

    /// A message without variables.
    pub fn say(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// A message that counts: `$n` chooses the form, `$shown` is the number as the language writes it.
    pub fn count(&self, id: &str, n: u64) -> String {
        let mut args = FluentArgs::new();
        args.set("n", FluentValue::from(n));
        args.set("shown", numbers::whole(self.language, n));
        self.format(id, Some(&args))
    }

    /// A message that counts and has texts put in.
    pub fn count_with(&self, id: &str, n: u64, texts: &[(&'static str, &str)]) -> String {
        let mut args = FluentArgs::new();
        args.set("n", FluentValue::from(n));
        args.set("shown", numbers::whole(self.language, n));
        for (name, text) in texts {
            args.set(*name, (*text).to_owned());
        }
        self.format(id, Some(&args))
    }

    /// A message with texts put in.
    pub fn fill(&self, id: &str, texts: &[(&'static str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, text) in texts {
            args.set(*name, (*text).to_owned());
        }
        self.format(id, Some(&args))
    }

    /// The message for one word of a closed list, for example `state-open`; the word itself when there is none.
    pub fn word(&self, list: &str, word: &str) -> String {
        let id = format!("{list}-{}", word.replace('_', "-"));
        if self.has(&id) { self.say(&id) } else { word.to_owned() }
    }

    /// Whether there is such a message.
    pub fn has(&self, id: &str) -> bool {
        self.dictionary.bundles.get(&Language::En).is_some_and(|bundle| bundle.has_message(id))
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        for language in [self.language, Language::En] {
            let Some(bundle) = self.dictionary.bundles.get(&language) else { continue };
            let Some(pattern) = bundle.get_message(id).and_then(|m| m.value()) else { continue };
            let mut problems = Vec::new();
            let text = bundle.format_pattern(pattern, args, &mut problems).into_owned();
            if !problems.is_empty() {
                tracing::warn!(
                    id,
                    language = language.tag(),
                    ?problems,
                    "a message could not be put together"
                );
            }
            return text;
        }
        tracing::warn!(id, "there is no such message");
        id.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dictionary() -> Dictionary {
        Dictionary::load(None).unwrap()
    }

    /// Messages and the variables they use, read from the Fluent source.
    fn inventory(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut found = BTreeMap::<String, BTreeSet<String>>::new();
        for path in Built::iter().filter(|p| p.starts_with(&format!("{tag}/"))) {
            let text = String::from_utf8_lossy(&Built::get(&path).unwrap().data).into_owned();
            let mut current = String::new();
            for line in text.lines() {
                if let Some((id, _)) = line.split_once(" =")
                    && line.starts_with(|c: char| c.is_ascii_lowercase())
                {
                    assert!(
                        found.insert(id.to_owned(), BTreeSet::new()).is_none(),
                        "{id} stands twice in {tag}"
                    );
                    current = id.to_owned();
                }
                for (at, _) in line.match_indices('$') {
                    let name = line[at + 1..].chars().take_while(|c| c.is_alphanumeric()).collect();
                    found.get_mut(&current).unwrap().insert(name);
                }
            }
        }
        found
    }

    #[test]
    fn every_offered_language_has_every_message_with_the_same_variables() {
        let english = inventory("en");
        let dictionary = dictionary();
        assert!(
            dictionary.offered().starts_with(&[Language::En, Language::Th]),
            "{:?}",
            dictionary.offered()
        );
        for language in dictionary.offered() {
            let own = inventory(language.tag());
            for (id, variables) in &english {
                // A language without plural forms may leave out the number that chooses the form.
                let own = own.get(id).unwrap_or_else(|| panic!("{language}: {id} is missing"));
                let strip = |set: &BTreeSet<String>| {
                    set.iter().filter(|v| *v != "n").cloned().collect::<BTreeSet<_>>()
                };
                assert_eq!(strip(own), strip(variables), "{language}: {id}");
            }
            assert_eq!(own.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{language}");
        }
    }

    #[test]
    fn the_missing_thai_messages_are_listed_in_one_go() {
        let (english, thai) = (inventory("en"), inventory("th"));
        let missing = english.keys().filter(|id| !thai.contains_key(*id)).collect::<Vec<_>>();
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn every_message_that_a_page_asks_for_exists() {
        let english = inventory("en");
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

    #[test]
    fn an_agency_can_correct_a_word_on_disk() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("en")).unwrap();
        std::fs::write(folder.path().join("en/own.ftl"), "nav-inbox = Desk\n").unwrap();
        let words = Words::new(Arc::new(Dictionary::load(Some(folder.path())).unwrap()), Language::En, 420);
        assert_eq!(words.say("nav-inbox"), "Desk");
        std::fs::write(folder.path().join("en/own.ftl"), "nav-inbox = { oops\n").unwrap();
        assert!(Dictionary::load(Some(folder.path())).is_err());
    }
}
