//! Dates of a column: one order for the whole column, chosen by a person where a date could be two days.

use std::collections::BTreeMap;

use lintas_model::PartialDate;
use lintas_model::date::{DateError, DateOrder, ReadDate};

use crate::rows::{Cell, CellKind};

/// Asked once per column: which of two readings is meant. Nothing of the file may be written before it is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The key under which [`Options::date_orders`](crate::Options::date_orders) takes the answer: the header.
    pub column: String,
    /// The sheet of the first such date; empty in files without sheets.
    pub sheet: String,
    /// The row of the first such date.
    pub row: u64,
    /// The date as it stands.
    pub text: String,
    /// What it means with the day first.
    pub day_first: PartialDate,
    /// What it means with the month first.
    pub month_first: PartialDate,
    /// Dates of the column that could be two days.
    pub ambiguous: u64,
    /// Dates of the column that can only have the day first: what speaks for that order.
    pub only_day_first: u64,
    /// Dates of the column that can only have the month first.
    pub only_month_first: u64,
}

impl std::fmt::Display for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "column `{}`: is `{}` (row {}) {} (day first) or {} (month first)? {} such dates; {} others can only be day first, {} only month first",
            self.column,
            self.text,
            self.row,
            self.day_first,
            self.month_first,
            self.ambiguous,
            self.only_day_first,
            self.only_month_first
        )
    }
}

/// What a cell of a date column turned out to be.
pub(crate) enum DateCell {
    /// A date; `serial` when it was the bare number of a spreadsheet's calendar.
    Read { date: PartialDate, serial: bool },
    /// It waits for an answer.
    Waits,
    /// It is no date.
    Bad(DateError),
}

/// Collects the questions of a file and the answers given.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    orders: BTreeMap<String, DateOrder>,
    questions: BTreeMap<String, Question>,
    evidence: BTreeMap<String, (u64, u64)>,
}

impl Dates {
    pub(crate) fn new(orders: BTreeMap<String, DateOrder>) -> Self {
        Self { orders, ..Self::default() }
    }

    /// Adds answers from a saved mapping; what the caller said stands first.
    pub(crate) fn adopt(&mut self, orders: &BTreeMap<String, DateOrder>) {
        for (column, order) in orders {
            self.orders.entry(column.clone()).or_insert(*order);
        }
    }

    /// Reads one cell of a column.
    pub(crate) fn read(&mut self, sheet: &str, row: u64, column: &str, cell: &Cell) -> DateCell {
        if cell.kind == CellKind::Number
            && let Some(date) = serial(&cell.text)
        {
            return DateCell::Read { date, serial: true };
        }
        match PartialDate::read(&cell.text) {
            Err(error) => DateCell::Bad(error),
            Ok(ReadDate::Certain(date)) => {
                self.weigh(column, &cell.text, date);
                DateCell::Read { date, serial: false }
            }
            Ok(read @ ReadDate::Ambiguous { day_first, month_first }) => {
                match read.resolve(self.orders.get(column).copied()) {
                    Some(date) => DateCell::Read { date, serial: false },
                    None => {
                        let question = self.questions.entry(column.to_owned()).or_insert_with(|| Question {
                            column: column.to_owned(),
                            sheet: sheet.to_owned(),
                            row,
                            text: cell.text.chars().take(40).collect(),
                            day_first,
                            month_first,
                            ambiguous: 0,
                            only_day_first: 0,
                            only_month_first: 0,
                        });
                        question.ambiguous += 1;
                        DateCell::Waits
                    }
                }
            }
        }
    }

    /// Counts dates such as `25/12/2017`, which show the order of their column.
    fn weigh(&mut self, column: &str, text: &str, date: PartialDate) {
        let (_, month, day) = date.parts();
        if day <= 12 || text.contains(char::is_alphabetic) {
            return;
        }
        let text = lintas_model::digits::to_ascii(text);
        let first: String = text.trim_start().chars().take_while(char::is_ascii_digit).collect();
        let evidence = self.evidence.entry(column.to_owned()).or_default();
        match first.parse::<i8>() {
            Ok(n) if n == day => evidence.0 += 1,
            Ok(n) if n == month => evidence.1 += 1,
            _ => {}
        }
    }

    /// The questions, one per column, with what the rest of the column says.
    pub(crate) fn questions(self) -> Vec<Question> {
        let evidence = self.evidence;
        self.questions
            .into_values()
            .map(|question| {
                let (only_day_first, only_month_first) =
                    evidence.get(&question.column).copied().unwrap_or_default();
                Question { only_day_first, only_month_first, ..question }
            })
            .collect()
    }
}

/// The day of a number of Excel's calendar (1900 system), between 1920 and 2100; smaller numbers are years.
fn serial(text: &str) -> Option<PartialDate> {
    let days = text.split('.').next()?.parse::<i64>().ok().filter(|d| (7_306..=73_415).contains(d))?;
    // Day 25569 is 1 January 1970.
    Some(PartialDate::of(lintas_model::Timestamp::from_millis((days - 25_569) * 86_400_000)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> Cell {
        Cell { text: text.to_owned(), ..Cell::default() }
    }

    #[test]
    fn an_ambiguous_column_is_asked_about_once_with_what_speaks_for_each_reading() {
        let mut dates = Dates::default();
        for text in ["10/12/2013", "25/12/2013", "01/02/2014", "31/01/2014"] {
            dates.read("", 2, "Date", &cell(text));
        }
        let questions = dates.questions();
        assert_eq!(questions.len(), 1);
        assert_eq!(questions[0].text, "10/12/2013");
        assert_eq!(questions[0].day_first.to_string(), "2013-12-10");
        assert_eq!(questions[0].month_first.to_string(), "2013-10-12");
        assert_eq!((questions[0].ambiguous, questions[0].only_day_first), (2, 2));
    }

    #[test]
    fn an_answer_settles_the_whole_column() {
        let orders = [("Date".to_owned(), DateOrder::MonthFirst)].into();
        let mut dates = Dates::new(orders);
        let DateCell::Read { date, .. } = dates.read("", 2, "Date", &cell("10/12/2013")) else { panic!() };
        assert_eq!(date.to_string(), "2013-10-12");
        assert!(dates.questions().is_empty());
    }

    #[test]
    fn a_bare_number_of_a_spreadsheet_is_a_day_but_a_year_stays_a_year() {
        let number = |text: &str| Cell { kind: CellKind::Number, ..cell(text) };
        let mut dates = Dates::default();
        let DateCell::Read { date, serial: true } = dates.read("", 2, "Date", &number("42795")) else {
            panic!()
        };
        assert_eq!(date.to_string(), "2017-03-01");
        let DateCell::Read { date, serial: false } = dates.read("", 2, "Date", &number("1985")) else {
            panic!()
        };
        assert_eq!(date.to_string(), "1985");
    }
}
