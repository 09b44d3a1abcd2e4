//! The five products analysts are trained on, as a page: a drawing, its table and what it was made from.

use serde::{Deserialize, Serialize};

use super::{Document, printed_as};
use crate::frame::Frame;
use crate::parts::Essentials;
use crate::wording::Wording;

/// Which of the five products it is, by the names of the training courses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Product {
    /// Who is connected with whom.
    LinkChart,
    /// Who is connected with whom, as a matrix.
    AssociationMatrix,
    /// What happened when.
    EventChart,
    /// How money, goods or persons moved.
    FlowChart,
    /// Who called whom, how often.
    TelephoneAnalysis,
}

impl Product {
    /// All five, in the order in which they are taught.
    pub const ALL: [Self; 5] = [
        Self::LinkChart,
        Self::AssociationMatrix,
        Self::EventChart,
        Self::FlowChart,
        Self::TelephoneAnalysis,
    ];
}

/// One of the five products.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnalystProduct {
    /// Issuer, marking, languages.
    pub frame: Frame,
    /// Which product.
    pub product: Product,
    /// The case.
    pub case: Wording,
    /// What it shows, in one line.
    pub title: Wording,
    /// The drawing as SVG without links to other files; text in `Noto Sans`.
    pub drawing: Option<String>,
    /// Headers of the table.
    pub columns: Vec<Wording>,
    /// Rows of the table, each as long as the headers.
    pub rows: Vec<Vec<Wording>>,
    /// What signs, colours and line styles mean.
    pub legend: Vec<Wording>,
    /// Population, period and source of the data, and the filter that was set.
    pub source: Wording,
    /// What it cannot show.
    pub limits: Option<Wording>,
}

impl Document for AnalystProduct {
    printed_as!("analyst_product");

    fn missing(&self) -> Vec<&'static str> {
        Essentials::default()
            .said("case", &self.case)
            .need("drawing", self.drawing.is_some() || !self.rows.is_empty())
            .said("source", &self.source)
            .missing()
    }
}
