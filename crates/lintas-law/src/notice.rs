//! INTERPOL notices and diffusions: what a colour is for, whether it rests on a warrant of arrest, what its form needs.

use lintas_model::record::{NoticeColour, WorkingLanguage};
use serde::{Deserialize, Serialize};

use crate::error::FileIssue;
use crate::instrument::parse;
use crate::{Confidence, Day};

/// Something that a form must say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// The person's name.
    Name,
    /// What the person looks like.
    Description,
    /// Where the person is, or probably is.
    Location,
    /// The facts in brief.
    Facts,
    /// The offence and its law.
    Charges,
    /// The warrant on which it rests.
    Warrant,
    /// That a request for extradition will follow.
    WillFollow,
    /// What is to be found out.
    WantedInformation,
    /// Of what others are warned.
    Warning,
}

/// A colour as its file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colour {
    /// Which colour.
    pub colour: NoticeColour,
    /// What it is for.
    pub says: String,
    /// Whether it is asked for on a person who is sought by a warrant.
    pub of_warrant: bool,
    /// What its form needs.
    pub needs: Vec<Need>,
}

/// The list of colours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notices {
    /// Where the list is known from.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
    /// When somebody last looked.
    pub last_checked: Day,
    /// The languages in which a form is written.
    pub working_languages: Vec<WorkingLanguage>,
    /// The colours.
    pub colours: Vec<Colour>,
}

impl Notices {
    /// Reads the list from the text of its file.
    ///
    /// # Errors
    /// When the text is not such a file.
    pub fn read(file: &str, text: &str) -> Result<Self, FileIssue> {
        parse(file, text)
    }

    /// What the file says of a colour; nothing where an agency's own file leaves it out.
    pub fn get(&self, colour: NoticeColour) -> Option<&Colour> {
        self.colours.iter().find(|one| one.colour == colour)
    }

    /// The colours that are asked for on a person sought by a warrant.
    pub fn of_warrant(&self) -> impl Iterator<Item = &Colour> {
        self.colours.iter().filter(|one| one.of_warrant)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Library;

    #[test]
    fn every_colour_is_told_once_and_only_what_rests_on_a_warrant_is_offered_for_one() {
        let library = Library::embedded().unwrap();
        let notices = library.notices();
        for colour in NoticeColour::ALL {
            assert_eq!(notices.colours.iter().filter(|one| one.colour == *colour).count(), 1, "{colour}");
        }
        let offered: Vec<NoticeColour> = notices.of_warrant().map(|one| one.colour).collect();
        assert_eq!(offered, [NoticeColour::Red, NoticeColour::Blue, NoticeColour::Green]);
        let red = notices.get(NoticeColour::Red).unwrap();
        assert!(red.needs.contains(&Need::Warrant) && red.needs.contains(&Need::WillFollow));
    }
}
