//! What was wrong with a row, and whether it was kept.

use serde::Serialize;

/// What was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// The columns of the two people were not named; the first two were taken.
    ColumnsGuessed,
    /// Source or target is empty; row left out.
    NoPerson,
    /// Source and target are the same; row left out.
    SelfContact,
    /// The kind is not one of ours; read as unknown.
    KindUnread,
    /// The time is not a time; contact kept without one.
    TimeUnread,
    /// The time lies after the given present; contact kept without it.
    TimeInFuture,
    /// Day and month could be the other way round; day first was assumed.
    DayFirstAssumed,
    /// The weight is not a finite number; the usual weight was taken.
    WeightUnread,
    /// The weight is zero: no contact; row left out.
    WeightZero,
    /// The weight is below zero; row left out.
    WeightNegative,
    /// The weight is beyond any count or sum; cut to 10^12.
    WeightHuge,
    /// The grade is not a grade; taken as ungraded.
    GradeUnread,
    /// The text is not UTF-8; letters that could not be read were replaced.
    NotUtf8,
    /// Two people have this id; the first was kept.
    DuplicatePerson,
    /// A person without an id; row left out.
    NoId,
}

impl Problem {
    /// Says whether the row was left out.
    pub fn is_rejection(self) -> bool {
        matches!(
            self,
            Problem::NoPerson
                | Problem::SelfContact
                | Problem::WeightZero
                | Problem::WeightNegative
                | Problem::DuplicatePerson
                | Problem::NoId
        )
    }

    /// What was wrong and what was done, in words.
    pub fn reason(self) -> &'static str {
        match self {
            Problem::ColumnsGuessed => "no columns named source and target; the first two columns were taken",
            Problem::NoPerson => "source or target is empty; row left out",
            Problem::SelfContact => "source and target are the same person; row left out",
            Problem::KindUnread => "kind not known; taken as unknown",
            Problem::TimeUnread => "time could not be read; contact kept without a time",
            Problem::TimeInFuture => "time lies in the future; contact kept without a time",
            Problem::DayFirstAssumed => "day and month could be swapped; day first was assumed",
            Problem::WeightUnread => "weight could not be read; the usual weight was taken",
            Problem::WeightZero => "weight is zero; row left out",
            Problem::WeightNegative => "weight is negative; row left out",
            Problem::WeightHuge => "weight is too large to be meant; cut to 10^12",
            Problem::GradeUnread => "grade could not be read; taken as ungraded",
            Problem::NotUtf8 => "text is not UTF-8; unreadable letters were replaced",
            Problem::DuplicatePerson => "id was given to a person already; the first was kept",
            Problem::NoId => "person without an id; row left out",
        }
    }
}

/// A problem with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// Row of the file, the header being row 1.
    pub row: usize,
    /// Header of the column, where one column is to blame.
    pub column: Option<String>,
    /// What was wrong.
    pub problem: Problem,
}
