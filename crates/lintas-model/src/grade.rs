//! How good is the source, how good is the information: four schemes, kept as they were given.
//!
//! The grade that a report came with is never rewritten. Schemes do not translate into one another without loss
//! (the 3x5x2 has three source grades, the Admiralty code six), so a derived [`Band`] serves for sorting only.
//! Schemes: UK 3x5x2 and 5x5x5; Europol 4x4, Regulation (EU) 2016/794 Art. 29; NATO Admiralty code.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A grading scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Scheme {
    /// UK 3x5x2: sources 1-3, information A-E.
    #[serde(rename = "3x5x2")]
    ThreeFiveTwo,
    /// UK 5x5x5 (legacy): sources A-E, information 1-5.
    #[serde(rename = "5x5x5")]
    FiveFiveFive,
    /// Europol 4x4: sources A, B, C, X, information 1-4.
    #[serde(rename = "4x4")]
    FourFour,
    /// Admiralty (NATO) code: sources A-F, information 1-6.
    #[serde(rename = "admiralty")]
    Admiralty,
}

impl Scheme {
    /// All schemes, the default first.
    pub const ALL: [Self; 4] = [Self::FourFour, Self::Admiralty, Self::FiveFiveFive, Self::ThreeFiveTwo];

    /// The word for the scheme in records and files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ThreeFiveTwo => "3x5x2",
            Self::FiveFiveFive => "5x5x5",
            Self::FourFour => "4x4",
            Self::Admiralty => "admiralty",
        }
    }

    /// The source grades of the scheme, best first.
    pub const fn sources(self) -> &'static str {
        match self {
            Self::ThreeFiveTwo => "123",
            Self::FiveFiveFive => "ABCDE",
            Self::FourFour => "ABCX",
            Self::Admiralty => "ABCDEF",
        }
    }

    /// The information grades of the scheme, best first.
    pub const fn information(self) -> &'static str {
        match self {
            Self::ThreeFiveTwo => "ABCDE",
            Self::FiveFiveFive => "12345",
            Self::FourFour => "1234",
            Self::Admiralty => "123456",
        }
    }
}

impl FromStr for Scheme {
    type Err = GradeError;
    fn from_str(text: &str) -> Result<Self, GradeError> {
        Self::ALL
            .into_iter()
            .find(|s| s.as_str().eq_ignore_ascii_case(text))
            .ok_or_else(|| GradeError::UnknownScheme(text.chars().take(40).collect()))
    }
}

/// A source grade and an information grade in one scheme, exactly as given by whoever graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct Grade {
    scheme: Scheme,
    source: char,
    information: char,
}

/// Why something is not a grade.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GradeError {
    /// No scheme has this name.
    #[error("could not find a grading scheme `{0}`: expected 4x4, admiralty, 5x5x5 or 3x5x2")]
    UnknownScheme(String),
    /// The scheme has no such source or information grade.
    #[error(
        "could not read `{text}` as a grade in {scheme}: source is one of {sources}, information one of {information}"
    )]
    NotInScheme {
        /// The grade as given.
        text: String,
        /// The scheme's word.
        scheme: &'static str,
        /// The source grades it has.
        sources: &'static str,
        /// The information grades it has.
        information: &'static str,
    },
}

impl Grade {
    /// Makes a grade, refusing letters or digits that the scheme does not have.
    pub fn new(scheme: Scheme, source: char, information: char) -> Result<Self, GradeError> {
        let (source, information) = (source.to_ascii_uppercase(), information.to_ascii_uppercase());
        if scheme.sources().contains(source) && scheme.information().contains(information) {
            return Ok(Self { scheme, source, information });
        }
        Err(GradeError::NotInScheme {
            text: format!("{source}{information}"),
            scheme: scheme.as_str(),
            sources: scheme.sources(),
            information: scheme.information(),
        })
    }

    /// Reads `A2` or `B-3` in the given scheme.
    pub fn parse(scheme: Scheme, text: &str) -> Result<Self, GradeError> {
        let mut signs = text.chars().filter(|c| c.is_alphanumeric());
        match (signs.next(), signs.next(), signs.next()) {
            (Some(source), Some(information), None) => Self::new(scheme, source, information),
            _ => Self::new(scheme, ' ', ' ').map_err(|_| GradeError::NotInScheme {
                text: text.chars().take(40).collect(),
                scheme: scheme.as_str(),
                sources: scheme.sources(),
                information: scheme.information(),
            }),
        }
    }

    /// The scheme in which it was graded.
    pub const fn scheme(self) -> Scheme {
        self.scheme
    }

    /// The source grade.
    pub const fn source(self) -> char {
        self.source
    }

    /// The information grade.
    pub const fn information(self) -> char {
        self.information
    }

    /// The derived band: lossy, for sorting and filtering only, never shown in place of the grade.
    pub fn band(self) -> Band {
        use Scheme::{Admiralty, FiveFiveFive, FourFour, ThreeFiveTwo};
        let source = match (self.scheme, self.source) {
            (ThreeFiveTwo, '1') | (FiveFiveFive | FourFour | Admiralty, 'A' | 'B') => SourceBand::High,
            (FiveFiveFive | Admiralty, 'C') => SourceBand::Mixed,
            (ThreeFiveTwo, '3') | (FiveFiveFive, 'D') | (FourFour, 'C') | (Admiralty, 'D' | 'E') => {
                SourceBand::Low
            }
            _ => SourceBand::Unknown,
        };
        let information = match (self.scheme, self.information) {
            (ThreeFiveTwo, 'A') | (FiveFiveFive | FourFour, '1' | '2') | (Admiralty, '1') => {
                InformationBand::FirstHand
            }
            (ThreeFiveTwo, 'B') | (FiveFiveFive | FourFour, '3') | (Admiralty, '2') => {
                InformationBand::Corroborated
            }
            (ThreeFiveTwo, 'C' | 'D') | (FiveFiveFive | FourFour, '4') | (Admiralty, '3' | '6') => {
                InformationBand::Uncorroborated
            }
            _ => InformationBand::Doubted,
        };
        Band { source, information }
    }
}

impl fmt::Display for Grade {
    /// Source then information, for example `A2`; 3x5x2 prints `1A`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.source, self.information)
    }
}

/// A grade reduced to what can be compared across schemes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Band {
    /// Reliability of the source.
    pub source: SourceBand,
    /// Standing of the information.
    pub information: InformationBand,
}

/// Reliability of a source, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceBand {
    /// Reliable or mostly so.
    High,
    /// Sometimes reliable.
    Mixed,
    /// Untested, or cannot be judged.
    Unknown,
    /// Not reliable.
    Low,
}

/// Standing of an information, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InformationBand {
    /// Known at first hand or confirmed.
    FirstHand,
    /// Corroborated.
    Corroborated,
    /// Not corroborated or cannot be judged.
    Uncorroborated,
    /// Doubted or suspected to be false.
    Doubted,
}

#[derive(Serialize, Deserialize)]
struct Parts(Scheme, char, char);

impl From<Grade> for Parts {
    fn from(grade: Grade) -> Self {
        Self(grade.scheme, grade.source, grade.information)
    }
}

impl TryFrom<Parts> for Grade {
    type Error = GradeError;
    fn try_from(Parts(scheme, source, information): Parts) -> Result<Self, GradeError> {
        Self::new(scheme, source, information)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_survives_as_it_was_given() {
        for scheme in Scheme::ALL {
            for source in scheme.sources().chars() {
                for information in scheme.information().chars() {
                    let grade = Grade::new(scheme, source, information).unwrap();
                    let json = serde_json::to_string(&grade).unwrap();
                    assert_eq!(serde_json::from_str::<Grade>(&json).unwrap(), grade);
                    assert_eq!(Grade::parse(scheme, &grade.to_string()), Ok(grade));
                }
            }
        }
    }

    #[test]
    fn bands_follow_the_published_wording() {
        let band = |scheme, text| Grade::parse(scheme, text).unwrap().band();
        assert_eq!(band(Scheme::ThreeFiveTwo, "1A"), band(Scheme::Admiralty, "A1"));
        assert_eq!(band(Scheme::ThreeFiveTwo, "2B").source, SourceBand::Unknown);
        assert_eq!(band(Scheme::FourFour, "X4").source, SourceBand::Unknown);
        assert_eq!(band(Scheme::Admiralty, "F6").information, InformationBand::Uncorroborated);
        assert_eq!(band(Scheme::FiveFiveFive, "E5").information, InformationBand::Doubted);
    }

    #[test]
    fn a_grade_outside_its_scheme_is_refused_with_what_the_scheme_has() {
        let error = Grade::parse(Scheme::FourFour, "D9").unwrap_err().to_string();
        assert!(error.contains("ABCX") && error.contains("1234"), "{error}");
        assert!(Grade::parse(Scheme::FourFour, "").is_err());
        assert!(Grade::parse(Scheme::FourFour, "A22").is_err());
    }
}
