//! One person, one time, one place; and what was wrong with the row that said so.

use serde::{Deserialize, Serialize};

use super::geodesy::Position;
use super::instant::Seconds;

/// A cleaned sighting.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sighting {
    /// Number of the subject: an index into [`Sheet::subjects`].
    pub subject: u32,
    /// When.
    pub time: Seconds,
    /// Where.
    pub position: Position,
    /// Stated uncertainty of the position in kilometres; 0 when not stated.
    pub uncertainty_km: f32,
}

/// What was read from a sheet of sightings.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Subjects as written, in order of first appearance.
    pub subjects: Vec<String>,
    /// Sightings in order of subject, then time.
    pub sightings: Vec<Sighting>,
    /// What was wrong, in order of rows.
    pub issues: Vec<RowIssue>,
    /// Rows of data in the sheet.
    pub rows: usize,
}

/// Something wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowIssue {
    /// Row in the file; the header is row 1.
    pub row: usize,
    /// What is wrong and what was done.
    pub problem: Problem,
}

/// The kinds of trouble a row can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// No subject; the row was left out.
    NoSubject,
    /// The time cannot be read; the row was left out.
    TimeUnread,
    /// The time lies in the future; the row was left out.
    TimeInFuture,
    /// The time lies in the future, like many others of the sheet; the rows were kept.
    FutureKept,
    /// The second was written as 60; read as the second after.
    LeapSecond,
    /// Day and month could be the other way round; day first was assumed.
    DayFirstAssumed,
    /// Latitude or longitude is not a number; the row was left out.
    PositionUnread,
    /// Latitude or longitude is out of range; the row was left out.
    PositionOutOfRange,
    /// 0, 0 is written where there is no position; the row was left out.
    NullIsland,
    /// Latitude and longitude were swapped; they were swapped back.
    Swapped,
    /// The longitude ran past 180 degrees; it was wrapped.
    LongitudeWrapped,
    /// The same subject, time and position as an earlier row; the row was left out.
    Duplicate,
    /// Farther than anything can travel from the sightings before and after; the row was left out.
    ImpossibleJump,
}

impl Problem {
    /// Says the problem and what was done, in plain words.
    pub fn in_words(self) -> &'static str {
        match self {
            Problem::NoSubject => "no subject: row left out",
            Problem::TimeUnread => "the time cannot be read: row left out; write it as 2017-03-05T21:40:00Z",
            Problem::TimeInFuture => "the time lies in the future: row left out",
            Problem::FutureKept => {
                "this and many other times lie in the future: rows kept; check the clock of this machine"
            }
            Problem::LeapSecond => "leap second: read as the second after",
            Problem::DayFirstAssumed => "day and month could be the other way round: day first assumed",
            Problem::PositionUnread => "latitude or longitude is not a number: row left out",
            Problem::PositionOutOfRange => "latitude or longitude is out of range: row left out",
            Problem::NullIsland => "0, 0 stands for no position: row left out",
            Problem::Swapped => "latitude and longitude were swapped: swapped back",
            Problem::LongitudeWrapped => "longitude past 180 degrees: wrapped",
            Problem::Duplicate => "same as an earlier row: left out",
            Problem::ImpossibleJump => "too far from the sightings before and after: row left out",
        }
    }

    /// Tells whether the row was left out.
    pub fn left_out(self) -> bool {
        !matches!(
            self,
            Problem::FutureKept
                | Problem::LeapSecond
                | Problem::DayFirstAssumed
                | Problem::Swapped
                | Problem::LongitudeWrapped
        )
    }
}
