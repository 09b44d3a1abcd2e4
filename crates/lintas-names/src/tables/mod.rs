//! Words that stand beside names, name parts that are abbreviated or very common, and spellings of one name.
//!
//! All of it is general knowledge of the naming systems of the region, written down by hand; no list of persons was used.

mod chinese;
mod common;
mod spelling;
mod titles;
mod variants;

pub(crate) use chinese::SPELLINGS as CHINESE_SPELLINGS;
pub(crate) use common::commonness;
pub(crate) use titles::{GLUED_TITLES, Word, is_degree, is_dotted_title, word};
pub(crate) use variants::variant_class;
