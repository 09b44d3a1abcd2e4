//! The products that analysts draw, as SVG: link chart, association matrix, event chart, flow chart, telephone analysis.
//!
//! In: signs, lines and texts that a caller has permitted and put into the reader's language. Out: the same drawing for the
//! screen, for paper and for a file. Every shape carries its colour as an attribute, and a class by which a page may give it
//! the colours of the night; so nothing is drawn twice and no style stands in a page.
//! Never: records, permissions, words of its own, a clock, chance. Same input, same drawing, to the last digit.

pub mod association_matrix;
pub mod event_chart;
pub mod flow_chart;
pub mod gexf;
pub mod layout;
pub mod link_chart;
pub mod map;
pub mod sheet;
pub mod sign;
pub mod svg;
pub mod telephone;
pub mod text;

pub use sheet::{Drawing, Sheet};
pub use sign::{Line, Sign};
