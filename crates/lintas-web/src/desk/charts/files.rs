//! A chart as a file: what the filter shows, with the classification and the filter on it, and never more than may leave.

use lintas_casework::Ctx;
use lintas_casework::chart;
use lintas_drawing::gexf;
use lintas_drawing::map::Ground;
use lintas_intake::export;
use lintas_model::{CaseId, PartialDate};

use super::{Product, Shown, Wanted, drawn, link};
use crate::assets;
use crate::problem::Problem;
use crate::words::Words;

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// The drawing.
    Svg,
    /// The table as a workbook.
    Xlsx,
    /// The table as text.
    Csv,
    /// The link chart for other tools.
    Gexf,
}

impl FileKind {
    /// All that a chart can be saved as.
    pub(crate) fn of(product: Product) -> &'static [Self] {
        match product {
            Product::Link => &[Self::Svg, Self::Xlsx, Self::Csv, Self::Gexf],
            _ => &[Self::Svg, Self::Xlsx, Self::Csv],
        }
    }

    /// The ending of its name.
    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Gexf => "gexf",
        }
    }

    /// The kind of an ending.
    pub(crate) fn named(ending: &str) -> Option<Self> {
        [Self::Svg, Self::Xlsx, Self::Csv, Self::Gexf].into_iter().find(|kind| kind.ending() == ending)
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Gexf => "application/gexf+xml",
        }
    }
}

/// What is printed around a chart: made by the page, which knows the classification of what it shows.
pub(crate) struct Paper {
    /// The classification in words.
    pub(crate) banner: String,
    /// Fill of its bar.
    pub(crate) colour: &'static str,
    /// The case and the chart.
    pub(crate) title: String,
    /// The node, the officer's purpose, the date.
    pub(crate) origin: String,
}

/// A file to hand out.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) media_type: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// Writes a chart as a file; `paper` is asked what is printed around it once it is known what is shown.
pub(crate) async fn save(
    ctx: &Ctx,
    words: &Words,
    case: CaseId,
    wanted: &Wanted,
    kind: FileKind,
    paper: impl FnOnce(&Shown) -> Paper,
) -> Result<File, Problem> {
    let what = format!("chart {} {}", wanted.product.word(), kind.ending());
    let read = chart::to_export(ctx, case, &wanted.filter, &what).await?;
    let shown = drawn(words, &read, wanted, Ground::Inside(assets::text("map/boundaries.svg")));
    let paper = paper(&shown);
    let day = PartialDate::of(ctx.now()).to_string();
    let bytes = match kind {
        FileKind::Svg => svg(words, &shown, &paper)?,
        FileKind::Xlsx | FileKind::Csv => {
            let kind = if kind == FileKind::Csv { export::FileKind::Csv } else { export::FileKind::Xlsx };
            export::table(&table(&shown, &paper), kind).map_err(|error| Problem::broken("WB-004", &error))?
        }
        FileKind::Gexf => {
            let (chart, _) = link::chart_of(words, &read, &Wanted { most: usize::MAX, ..wanted.clone() });
            let about = [&[paper.banner, paper.title, paper.origin][..], &shown.notes].concat().join(". ");
            gexf::write(&chart, &about, &day).into_bytes()
        }
    };
    let name = format!("{}-{day}.{}", wanted.product.word(), kind.ending());
    Ok(File { name, media_type: kind.media_type(), bytes })
}

fn svg(words: &Words, shown: &Shown, paper: &Paper) -> Result<Vec<u8>, Problem> {
    let drawing = shown.drawing.as_ref().ok_or(Problem::Missing)?;
    let sheet = lintas_drawing::Sheet {
        banner: paper.banner.clone(),
        colour: paper.colour,
        title: paper.title.clone(),
        notes: shown.notes.iter().chain([&paper.origin]).cloned().collect(),
        legend: vec![shown.legend.clone()],
        language: words.language().tag(),
    };
    Ok(drawing.on_sheet(&sheet).into_bytes())
}

fn table(shown: &Shown, paper: &Paper) -> export::Table {
    let sheet = shown.sheets.first().cloned().unwrap_or_default();
    let mut notes: Vec<(String, String)> = vec![(paper.title.clone(), paper.origin.clone())];
    notes.extend(shown.notes.iter().map(|note| (String::new(), note.clone())));
    export::Table {
        title: sheet.title,
        headers: sheet.heads.into_iter().map(|(head, _)| head).collect(),
        rows: sheet.rows.iter().map(|row| row.iter().map(super::Said::text).collect()).collect(),
        banner: paper.banner.clone(),
        notes,
    }
}
