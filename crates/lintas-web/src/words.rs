//! What the screens say, in the languages of the network (Fluent messages).
//!
//! The messages are built into the program; a folder on disk may correct or add to them, so that an agency can mend
//! its own wording without a new program. A message that a language lacks is shown in English. Isolation marks are
//! off: all nine languages run left to right, and the marks would end up in copied text, exports and searches.

use std::collections::BTreeMap;
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
            bundles.entry(language).or_insert_with(|| new_bundle(language)).add_resource_overriding(resource);
        }
        let offered = Language::ALL.into_iter().filter(|language| bundles.contains_key(language)).collect();
        Ok(Self { bundles, offered })
    }

    /// No messages at all.
    pub(crate) fn empty() -> Self {
        Self { bundles: BTreeMap::new(), offered: Vec::new() }
    }

    /// The languages that have messages, in the order in which a person is offered them.
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

/// Every message file that is built in, by its path such as `km/frame.ftl`.
#[cfg(test)]
pub(crate) fn built_in() -> impl Iterator<Item = (String, String)> {
    Built::iter().filter_map(|path| {
        let text = String::from_utf8(Built::get(&path)?.data.into_owned()).ok()?;
        Some((path.into_owned(), text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_nine_languages_are_offered() {
        assert_eq!(Dictionary::load(None).unwrap().offered(), Language::ALL);
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
