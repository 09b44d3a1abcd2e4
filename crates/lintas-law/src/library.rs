//! The law as a whole: the files that come with the program, and an agency's own in their place.
//!
//! An agency's file that cannot be read is reported with file, line and reason. Nothing is dropped in silence: the file
//! that came with the program stands in, and the issue says so.

use std::collections::{BTreeMap, BTreeSet};

use lintas_model::Country;

use crate::Day;
use crate::agreement::Clauses;
use crate::error::{FileIssue, LawError, line_of};
use crate::hop::{Authorities, Sequences};
use crate::instrument::{self, ContentSets, Instrument, InstrumentId, InstrumentKind, Standing};
use crate::notice::Notices;
use crate::offence::Offences;
use crate::screening::Indicators;
use crate::shipped::{
    AGREEMENT, AUTHORITIES, CONTENTS, HOPS, NOTICES, SCREENING, SMUGGLING, TRAFFICKING, TREATIES,
};

/// A statement older than this many days is warned of.
pub const MAX_AGE_DAYS: i64 = 365;

/// Everything that the files say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    instruments: BTreeMap<InstrumentId, Instrument>,
    own: BTreeSet<InstrumentId>,
    authorities: Authorities,
    sequences: Sequences,
    offences: Offences,
    indicators: Indicators,
    clauses: Clauses,
    notices: Notices,
    /// Statements older than this many days are warned of.
    pub max_age_days: i64,
}

impl Library {
    /// The law as it comes with the program.
    ///
    /// # Errors
    /// When those files are broken, which is a fault of the program.
    pub fn embedded() -> Result<Self, LawError> {
        assemble(&[]).map(|(library, _)| library).map_err(LawError::Embedded)
    }

    /// The law with an agency's own files, each given by name and text. A file replaces the one of the same id, or of
    /// the same name for the lists (`contents.toml`, `hops.toml`, `authorities.toml`, `trafficking.toml`,
    /// `smuggling.toml`, `screening.toml`, `agreement.toml`, `notices.toml`); any other is added.
    ///
    /// # Errors
    /// When the files that come with the program are broken. What is wrong with the agency's own is returned beside
    /// the library, which then still has what came with the program.
    pub fn with_own(own: &[(String, String)]) -> Result<(Self, Vec<FileIssue>), LawError> {
        assemble(own).map_err(LawError::Embedded)
    }

    /// All instruments, by id.
    pub fn instruments(&self) -> impl Iterator<Item = &Instrument> {
        self.instruments.values()
    }

    /// The instrument of that id.
    pub fn get(&self, id: &InstrumentId) -> Option<&Instrument> {
        self.instruments.get(id)
    }

    /// Whether an instrument comes from the agency's own files.
    pub fn is_own(&self, id: &InstrumentId) -> bool {
        self.own.contains(id)
    }

    /// The laws of a state that were, or may have been, in force on a day.
    pub fn laws_of(&self, state: Country, on: Day) -> impl Iterator<Item = &Instrument> {
        self.instruments.values().filter(move |instrument| {
            instrument.law_of() == Some(state) && !matches!(instrument.in_force_on(on), Standing::NotBound(_))
        })
    }

    /// Authorities by name.
    pub fn authorities(&self) -> &Authorities {
        &self.authorities
    }

    /// The ways of requests.
    pub fn sequences(&self) -> &Sequences {
        &self.sequences
    }

    /// The elements of offences.
    pub fn offences(&self) -> &Offences {
        &self.offences
    }

    /// The indicators for screening.
    pub fn indicators(&self) -> &Indicators {
        &self.indicators
    }

    /// The clauses of a joint-investigation agreement.
    pub fn clauses(&self) -> &Clauses {
        &self.clauses
    }

    /// The colours of INTERPOL notices.
    pub fn notices(&self) -> &Notices {
        &self.notices
    }

    /// Instruments whose file was last checked more than [`Self::max_age_days`] days before `today`.
    pub fn stale(&self, today: Day) -> impl Iterator<Item = &Instrument> {
        self.instruments.values().filter(move |i| i.reference.age_days(today) > self.max_age_days)
    }
}

/// Reads one of the lists: the agency's own where it can be read, else the one that came with the program.
fn list<T>(
    name: &str,
    shipped: &str,
    own: &[(String, String)],
    issues: &mut Vec<FileIssue>,
    read: impl Fn(&str, &str) -> Result<T, FileIssue>,
) -> Result<T, FileIssue> {
    for (file, text) in own.iter().filter(|(file, _)| base_name(file) == name) {
        match read(file, text) {
            Ok(list) => return Ok(list),
            Err(issue) => issues.push(issue),
        }
    }
    read(name, shipped)
}

fn base_name(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

const LISTS: [&str; 8] = [
    "agreement.toml",
    "notices.toml",
    "contents.toml",
    "hops.toml",
    "authorities.toml",
    "screening.toml",
    "trafficking.toml",
    "smuggling.toml",
];

fn assemble(own: &[(String, String)]) -> Result<(Library, Vec<FileIssue>), FileIssue> {
    let mut issues = Vec::new();
    let sets: ContentSets = list("contents.toml", CONTENTS, own, &mut issues, instrument::parse)?;
    let sequences = list("hops.toml", HOPS, own, &mut issues, Sequences::read)?;
    let authorities = list("authorities.toml", AUTHORITIES, own, &mut issues, Authorities::read)?;
    let indicators = list("screening.toml", SCREENING, own, &mut issues, Indicators::read)?;
    let clauses = list("agreement.toml", AGREEMENT, own, &mut issues, Clauses::read)?;
    let notices = list("notices.toml", NOTICES, own, &mut issues, Notices::read)?;
    let trafficking = list("trafficking.toml", TRAFFICKING, own, &mut issues, instrument::parse)?;
    let smuggling = list("smuggling.toml", SMUGGLING, own, &mut issues, instrument::parse)?;

    let mut instruments = BTreeMap::new();
    for (name, text) in TREATIES {
        let read = instrument::read(name, text, &sets)?;
        instruments.insert(read.id.clone(), read);
    }
    let shipped: BTreeSet<InstrumentId> = instruments.keys().cloned().collect();
    let mut taken: BTreeMap<InstrumentId, &str> = BTreeMap::new();
    for (file, text) in own.iter().filter(|(file, _)| !LISTS.contains(&base_name(file))) {
        match instrument::read(file, text, &sets) {
            Ok(read) => {
                if let Some(other) = taken.get(&read.id) {
                    issues.push(FileIssue {
                        file: file.clone(),
                        line: place(text, &read.id.0),
                        reason: format!("`{other}` has the same id `{}`; that one is used", read.id),
                    });
                    continue;
                }
                taken.insert(read.id.clone(), file);
                instruments.insert(read.id.clone(), read);
            }
            Err(issue) => issues.push(issue),
        }
    }
    for (file, text) in own {
        let Some((id, _)) = taken.iter().find(|(_, taken)| **taken == file.as_str()) else { continue };
        let Some(read) = instruments.get(id) else { continue };
        for (word, reason) in loose_ends(read, &instruments, &sequences) {
            issues.push(FileIssue { file: file.clone(), line: place(text, &word), reason });
        }
    }
    for id in &shipped {
        if let (Some(read), false) = (instruments.get(id), taken.contains_key(id))
            && let Some((_, reason)) = loose_ends(read, &instruments, &sequences).into_iter().next()
        {
            return Err(FileIssue { file: format!("{id}.toml"), line: None, reason });
        }
    }
    let library = Library {
        instruments,
        own: taken.into_keys().collect(),
        authorities,
        sequences,
        offences: Offences { trafficking, smuggling },
        indicators,
        clauses,
        notices,
        max_age_days: MAX_AGE_DAYS,
    };
    Ok((library, issues))
}

/// What an instrument names that does not exist, with the reason.
fn loose_ends(
    read: &Instrument,
    all: &BTreeMap<InstrumentId, Instrument>,
    sequences: &Sequences,
) -> Vec<(String, String)> {
    let mut loose = Vec::new();
    for through in read.covers.iter().flat_map(|coverage| &coverage.through) {
        if !all.contains_key(through) {
            loose.push((through.0.clone(), format!("there is no instrument called `{through}`")));
        }
    }
    for offer in &read.offers {
        let steps = sequences.get(offer.request).map_or(&[][..], |sequence| &sequence.steps);
        for skip in offer.skips.iter().filter(|skip| !steps.iter().any(|step| step.id == **skip)) {
            loose.push((skip.clone(), format!("{} has no step called `{skip}`", offer.request.in_words())));
        }
    }
    if read.kind != InstrumentKind::Domestic
        && (read.nationals.is_some() || read.extradition_needs_treaty.is_some())
    {
        loose.push((
            "nationals".into(),
            "only a national law has `nationals` or `extradition_needs_treaty` of its own; put it into the offer"
                .into(),
        ));
    }
    loose
}

/// The line in which a word first stands.
fn place(text: &str, word: &str) -> Option<usize> {
    text.find(word).map(|byte| line_of(text, byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RequestKind;

    #[test]
    fn what_comes_with_the_program_can_be_read_and_names_only_what_exists() {
        let library = Library::embedded().unwrap();
        for request in RequestKind::ALL {
            assert!(library.sequences().get(request).is_some(), "{request}: no way is written");
        }
        for (name, _) in TREATIES {
            let id = InstrumentId(name.trim_end_matches(".toml").to_owned());
            assert!(library.get(&id).is_some(), "{name}: file name and id differ");
        }
    }

    #[test]
    fn every_file_in_the_folder_comes_with_the_program() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/treaties");
        let mut found: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".toml"))
            .collect();
        found.sort();
        assert_eq!(found, TREATIES.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>());
    }

    #[test]
    fn every_treaty_for_all_states_says_something_on_each_of_the_eight() {
        for instrument in Library::embedded().unwrap().instruments() {
            if instrument.kind == InstrumentKind::Multilateral {
                for state in Country::EIGHT {
                    assert!(instrument.parties.contains_key(&state), "{}: {state}", instrument.id);
                }
            }
        }
    }

    #[test]
    fn a_broken_file_of_an_agency_is_reported_and_what_came_with_the_program_stands() {
        let own = [
            ("law/untoc.toml".to_owned(), "id = \"untoc\"\nname = 3\n".to_owned()),
            ("law/hops.toml".to_owned(), "sequences = [\n{ request = \"telepathy\" }]\n".to_owned()),
        ];
        let (library, issues) = Library::with_own(&own).unwrap();
        let untoc = issues.iter().find(|issue| issue.file == "law/untoc.toml").unwrap();
        assert_eq!(untoc.line, Some(2), "{untoc}");
        assert!(untoc.to_string().starts_with("could not use `law/untoc.toml`: line 2: "), "{untoc}");
        let hops = issues.iter().find(|issue| issue.file == "law/hops.toml").unwrap();
        assert!(hops.line == Some(2) && hops.reason.contains("telepathy"), "{hops}");
        assert_eq!(library, Library::embedded().unwrap());
    }
}
