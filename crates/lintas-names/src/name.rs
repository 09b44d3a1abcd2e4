//! A name as written, read once: its parts with their roles, how each is said, and what a comparison needs.
//!
//! There is no first and no last name here. Who is called by which part differs by country, so a part has a role only
//! where the name itself or its language says so; otherwise it is just [`Role::Name`].

use std::borrow::Cow;

use crate::script::{Language, Script};
use crate::scripts::Reading;
use crate::sound::Words;
use crate::text::{Unreadable, clean};
use crate::tokens::{self, Token};
use crate::unit::{Detail, Unit, Units};

/// What a part of a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// A part whose role the name does not tell.
    Name,
    /// The person's own name.
    Given,
    /// A name borne by the family.
    Family,
    /// The father's name, after bin, binti, a/l, a/p and the like.
    Father,
    /// Between given and family name: Vietnamese Văn and Thị, a Filipino mother's surname or its initial.
    Middle,
    /// A title, rank or form of address.
    Honorific,
    /// An academic degree or a professional suffix.
    Degree,
    /// A nickname in quotation marks.
    Nickname,
    /// A word that joins parts: bin, de la, al-.
    Particle,
    /// Jr, III.
    Suffix,
    /// An explanation in brackets, such as an occupation.
    Remark,
}

impl Role {
    /// Whether the part itself identifies the person, so that it is compared.
    pub fn identifies(self) -> bool {
        matches!(self, Self::Name | Self::Given | Self::Family | Self::Father | Self::Middle)
    }
}

/// One part of a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// As written, after cleaning.
    pub written: String,
    /// Its role.
    pub role: Role,
    /// The script it is written in.
    pub script: Script,
    /// Lower case without marks for Latin letters, the internal form for other scripts.
    pub plain: String,
    /// How it is said, best first; one certain reading for Latin letters.
    pub readings: Vec<Reading>,
}

/// A name that has been read.
#[derive(Debug, Clone)]
pub struct Name {
    written: String,
    parts: Vec<Part>,
    language: Language,
    script: Script,
    from_zawgyi: bool,
    pub(crate) units: Vec<Unit>,
    pub(crate) details: Vec<Detail>,
    pub(crate) words: Words,
    pub(crate) shape: Shape,
}

/// What a comparison wants to know of a name as a whole.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shape {
    /// Hash of the identifying parts in order.
    pub(crate) exact: u64,
    /// Vietnamese, with or without marks: a letter makes another name.
    pub(crate) vietnamese: bool,
    /// Written with Vietnamese tone marks.
    pub(crate) toned: bool,
    /// Numbers of the words that two, three and four neighbouring units make together, each by its first.
    pub(crate) neighbours: [u16; 3],
    /// Number of the word that all units make together.
    pub(crate) joined: Option<u16>,
    /// Jr, III and the like, as a hash; 0 for none.
    pub(crate) suffix: u64,
}

impl Name {
    /// Reads a name.
    ///
    /// # Errors
    /// [`Unreadable`] when the text is empty, has no letters, holds control characters or is too long to be a name.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let cleaned = clean(text)?;
        let tokens = tokens::split(&cleaned.text);
        let toned = !cleaned.text.is_ascii() && crate::vietnamese::is_marked(&plain_of_order(&tokens));
        let (mut parts, language, family_first) = crate::roles::assign(&tokens, toned);
        if !parts.iter().any(|part| part.role.identifies()) {
            // A title alone is still what somebody was called.
            for part in &mut parts {
                if !matches!(part.role, Role::Particle) {
                    part.role = Role::Name;
                }
            }
        }
        let script = parts
            .iter()
            .find(|part| part.role.identifies())
            .or(parts.first())
            .map_or(Script::Other, |part| part.script);
        let mut units = crate::unit::units(&parts, language, toned, family_first);
        let shape = crate::unit::shape(&parts, &mut units, language, toned);
        let Units { units, details, words } = units;
        Ok(Self {
            written: text.to_owned(),
            parts,
            language,
            script,
            from_zawgyi: cleaned.from_zawgyi,
            units,
            details,
            words,
            shape,
        })
    }

    /// The text this name was read from.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Its parts, in written order.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// A guess at the language whose naming habits it follows.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Script of its first identifying part.
    pub fn script(&self) -> Script {
        self.script
    }

    /// Whether it was typed in Zawgyi and converted.
    pub fn from_zawgyi(&self) -> bool {
        self.from_zawgyi
    }

    /// The identifying parts in Latin letters as a passport might have them, best first, at most `limit`.
    pub fn romanisations(&self, limit: usize) -> Vec<String> {
        let mut ranked: Vec<(f32, String)> = vec![(0.0, String::new())];
        for part in self.parts.iter().filter(|part| part.role.identifies()) {
            let mut longer = Vec::new();
            for (cost, so_far) in &ranked {
                for reading in part.readings.iter().take(limit.max(1)) {
                    let mut text = so_far.clone();
                    if !text.is_empty() {
                        text.push(' ');
                    }
                    text.push_str(&capitalised(&reading.latin));
                    longer.push((cost + reading.cost, text));
                }
            }
            if longer.is_empty() {
                continue;
            }
            longer.sort_by(|a, b| a.0.total_cmp(&b.0));
            longer.dedup_by(|a, b| a.1 == b.1);
            longer.truncate(limit.max(1));
            ranked = longer;
        }
        ranked.into_iter().map(|(_, text)| text).filter(|text| !text.is_empty()).take(limit).collect()
    }
}

fn capitalised(latin: &str) -> Cow<'_, str> {
    match latin.as_bytes().first() {
        Some(first) if first.is_ascii_lowercase() => {
            let mut text = latin.to_owned();
            text[..1].make_ascii_uppercase();
            Cow::Owned(text)
        }
        _ => Cow::Borrowed(latin),
    }
}

fn plain_of_order(tokens: &[Token<'_>]) -> String {
    let words: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
    words.join(" ")
}
