//! The charts of a case: a drawing with its table, a filter, and the same as a file.

use askama::Template;
use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Query;
use lintas_casework::chart::{Filter, Sureness};
use lintas_drawing::map::Ground;
use lintas_model::record::RelationKind;
use lintas_model::{AgencyCode, CaseId};
use serde::Deserialize;

use super::head::{CaseFace, CaseHead};
use crate::components::{Choice, Field, Input, Problems, Table};
use crate::dates;
use crate::desk;
use crate::desk::charts::{Data, FileKind, Paper, Product, Saving, Sheet, Shown, Wanted};
use crate::html::Html;
use crate::numbers;
use crate::page::{Level, Page, Place};
use crate::problem::Problem;
use crate::routes::reports::add::{order_field, read_date};
use crate::seat::{Seat, Sent, done};
use crate::urls::{self, CaseTab};

/// Which chart, and what of the case it shows.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ChartForm {
    pub(crate) chart: String,
    pub(crate) from: String,
    pub(crate) from_order: String,
    pub(crate) until: String,
    pub(crate) until_order: String,
    pub(crate) link: Vec<String>,
    pub(crate) sure: String,
    pub(crate) agency: String,
    pub(crate) around: String,
    pub(crate) steps: String,
    pub(crate) most: String,
    pub(crate) flow: String,
    /// The kind of file, where one is asked for.
    #[serde(rename = "as")]
    pub(crate) file: String,
}

/// How many people and things are drawn: chosen, usual, most.
const MOST: [usize; 3] = [30, 60, 150];
/// So many rows stand on a page.
const ROWS: usize = 100;
const SURE: [(&str, Sureness); 2] =
    [("unconfirmed", Sureness::Unconfirmed), ("confirmed", Sureness::Confirmed)];

impl ChartForm {
    pub(crate) fn read(&self, page: &Page, problems: &mut Problems) -> Wanted {
        let filter = Filter {
            from: read_date(page, "from", &self.from, &self.from_order, problems),
            until: read_date(page, "until", &self.until, &self.until_order, problems),
            kinds: RelationKind::ALL
                .into_iter()
                .filter(|kind| self.link.iter().any(|word| word == kind.as_str()))
                .collect(),
            at_least: SURE.iter().find(|(word, _)| *word == self.sure).map(|(_, sure)| *sure),
            agency: AgencyCode::new(&self.agency).ok(),
            around: self.around.parse().ok(),
            steps: self.steps.parse().unwrap_or(2).clamp(1, 4),
        };
        Wanted {
            product: Product::named(&self.chart),
            filter,
            most: self.most.parse().ok().filter(|most| MOST.contains(most)).unwrap_or(MOST[1]),
            orders: self.flow == "orders",
        }
    }

    /// The same question as the query of an address, for another chart or as a file.
    pub(crate) fn query(&self, product: Product, file: Option<FileKind>) -> String {
        let one = |name: &str, value: &str| {
            (!value.is_empty()).then(|| format!("&{name}={}", crate::routes::search::show::encode(value)))
        };
        let parts = [
            ("from", &self.from),
            ("from_order", &self.from_order),
            ("until", &self.until),
            ("until_order", &self.until_order),
            ("sure", &self.sure),
            ("agency", &self.agency),
            ("around", &self.around),
            ("steps", &self.steps),
            ("most", &self.most),
            ("flow", &self.flow),
        ];
        let mut query = format!("?chart={}", product.word());
        query.extend(parts.into_iter().filter_map(|(name, value)| one(name, value)));
        query.extend(self.link.iter().filter_map(|kind| one("link", kind)));
        query.extend(file.and_then(|kind| one("as", kind.ending())));
        query
    }

    fn is_filtered(&self) -> bool {
        let texts = [&self.from, &self.until, &self.sure, &self.agency, &self.around];
        texts.into_iter().any(|text| !text.is_empty()) || !self.link.is_empty()
    }

    fn fields(&self, page: &Page, members: &[AgencyCode], problems: &Problems) -> Vec<Field> {
        let product = Product::named(&self.chart);
        let any = || Choice::new("", page.say("chart-any"), "-");
        let line = |name, label: &str, value: &str| {
            Field::line(name, page.say(label), value).hint(page.say("date-hint")).problems(problems)
        };
        let mut fields = vec![line("from", "chart-from", &self.from)];
        fields.extend(order_field(page, "from_order", &self.from, &self.from_order));
        fields.push(line("until", "chart-until", &self.until));
        fields.extend(order_field(page, "until_order", &self.until, &self.until_order));
        let kinds = RelationKind::ALL
            .map(|kind| Choice::of_many(kind.as_str(), page.word("relation", kind.as_str()), &self.link));
        fields.push(Field::new("link", page.say("chart-links"), Input::Many(kinds.to_vec())));
        let sure = SURE.map(|(word, _)| Choice::new(word, page.word("strength", word), &self.sure));
        fields.push(Field::pick("sure", page.say("chart-sure"), [any()].into_iter().chain(sure).collect()));
        if members.len() > 1 {
            let agencies = members.iter().map(|code| Choice::new(code.as_str(), code.as_str(), &self.agency));
            let choices = [any()].into_iter().chain(agencies).collect();
            fields.push(Field::pick("agency", page.say("chart-agency"), choices));
        }
        if matches!(product, Product::Link | Product::Matrix) {
            let most = if self.most.is_empty() { MOST[1].to_string() } else { self.most.clone() };
            let choices = MOST.map(|n| Choice::new(n.to_string(), page.count("chart-best", n as u64), &most));
            fields.push(Field::pick("most", page.say("chart-drawn"), choices.to_vec()));
        }
        if product == Product::Flow {
            let flows = [("", "chart-flow-money"), ("orders", "chart-flow-orders")];
            let choices = flows.map(|(word, label)| Choice::new(word, page.say(label), &self.flow));
            fields.push(Field::new("flow", page.say("chart-flows"), Input::Radio(choices.to_vec())));
        }
        fields
    }
}

struct Pick {
    href: String,
    label: String,
    current: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/cases/charts.html")]
pub(crate) struct CaseCharts {
    page: Page,
    head: CaseHead,
    products: Vec<Pick>,
    title: String,
    drawing: Option<String>,
    /// Whether the drawing shrinks with the window in place of being scrolled.
    fits: bool,
    legend: String,
    notes: Vec<String>,
    tables: Vec<(String, Table, Option<String>)>,
    files: Vec<(String, &'static str)>,
    action: String,
    hidden: Vec<(&'static str, String)>,
    fields: Vec<Field>,
    is_open: bool,
    clear: Option<String>,
    island: Option<Island>,
}

/// The script that makes a chart answer to hand and key, and what it reads.
struct Island {
    script: &'static str,
    element: &'static str,
    source: String,
    worker: &'static str,
}

impl Island {
    /// The island of a chart; none where there is none, or where the program was built without it.
    fn of(page: &Page, face: &CaseFace, form: &ChartForm) -> Option<Self> {
        let product = Product::named(&form.chart);
        let (element, script) = match product {
            Product::Link => ("x-chart", page.asset("islands/chart.js")),
            Product::Map => ("x-map", page.asset("islands/map.js")),
            _ => return None,
        };
        let source = format!("{}{}", urls::case_chart_data(face.case), form.query(product, None));
        let worker = page.asset("islands/arrange.js");
        (!script.is_empty()).then_some(Self { script, element, source, worker })
    }
}

impl CaseCharts {
    /// The page of a case with one chart.
    pub(crate) fn new(
        page: Page,
        face: &CaseFace,
        form: &ChartForm,
        shown: &Shown,
        can_save: bool,
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Cases).level(Level::Restricted).handlings(&shown.handlings);
        let product = Product::named(&form.chart);
        let action = urls::case(face.case, CaseTab::Charts);
        let products = Product::ALL.map(|one| Pick {
            href: format!("{action}{}", form.query(one, None)),
            label: page.say(&format!("chart-{}", one.word())),
            current: one == product,
        });
        let file = |kind: &FileKind| {
            (
                format!("{}{}", urls::case_chart_file(face.case), form.query(product, Some(*kind))),
                kind.ending(),
            )
        };
        let kinds = if can_save && shown.drawing.is_some() { FileKind::of(product) } else { &[] };
        let mut hidden = vec![("chart", product.word().to_owned())];
        if !form.around.is_empty() {
            hidden.extend([("around", form.around.clone()), ("steps", form.steps.clone())]);
        }
        let title = page.say(&format!("chart-{}", product.word()));
        Self {
            head: CaseHead::new(&page, face, CaseTab::Charts),
            products: products.into(),
            drawing: shown.drawing.as_ref().map(|drawing| drawing.on_page(&title)),
            title,
            fits: product == Product::Map,
            legend: shown.legend.clone(),
            notes: shown.notes.clone(),
            tables: shown.sheets.iter().map(|sheet| table(&page, sheet)).collect(),
            files: kinds.iter().map(file).collect(),
            hidden,
            fields: form.fields(&page, &face.members, problems),
            is_open: !problems.is_empty(),
            island: if shown.drawing.is_some() { Island::of(&page, face, form) } else { None },
            clear: form.is_filtered().then(|| format!("{action}?chart={}", product.word())),
            action,
            page,
        }
    }
}

/// A table for the page, with a word on rows that it leaves out.
fn table(page: &Page, sheet: &Sheet) -> (String, Table, Option<String>) {
    let mut table = Table::new(page.say("chart-empty")).caption(sheet.title.clone());
    for (head, is_number) in &sheet.heads {
        table = if *is_number { table.numbers(head.clone()) } else { table.column(head.clone()) };
    }
    let rows = sheet.rows.iter().take(ROWS).map(|row| row.iter().map(|said| said.cell(page)).collect());
    let more = (sheet.rows.len() > ROWS).then(|| {
        let number = |n: usize| numbers::whole(page.words.language(), n as u64);
        page.words.fill("chart-some-rows", &[("shown", &number(ROWS)), ("all", &number(sheet.rows.len()))])
    });
    (sheet.title.clone(), table.rows(rows), more)
}

/// Answers with a chart.
pub(crate) async fn show(
    seat: Seat,
    Path(case): Path<CaseId>,
    Query(form): Query<ChartForm>,
) -> Result<Html<CaseCharts>, Problem> {
    let face = desk::cases::face(&seat.ctx, case).await?;
    let page = seat.page();
    let mut problems = Problems::default();
    let wanted = form.read(&page, &mut problems);
    let ground = Ground::Address(page.asset("map/boundaries.svg"));
    let shown = desk::charts::show(&seat.ctx, &page.words, case, &wanted, ground).await?;
    let can_save = desk::charts::can_save(&seat.ctx);
    Ok(Html(CaseCharts::new(page, &face, &form, &shown, can_save, &problems)))
}

/// Answers with what the island of a chart reads; with `as`, only what may leave the node.
pub(crate) async fn data(
    seat: Seat,
    Path(case): Path<CaseId>,
    Query(form): Query<ChartForm>,
) -> Result<Json<Data>, Problem> {
    let face = desk::cases::face(&seat.ctx, case).await?;
    let page = seat.page();
    let mut problems = Problems::default();
    let wanted = form.read(&page, &mut problems);
    if !problems.is_empty() {
        return Err(Problem::Invalid("WB-400", page.say("date-unreadable")));
    }
    let now = dates::instant(&page.words, seat.ctx.now()).shown;
    let saving = (face.can_write && form.file.is_empty() && desk::charts::can_keep(&seat.ctx))
        .then(|| Saving { action: urls::case_chart_views(case), token: page.token.clone() });
    let file = (!form.file.is_empty()).then_some(form.file.as_str());
    let paper = |shown: &Shown| paper(page.clone(), &face, &wanted, shown, &now);
    Ok(Json(desk::charts::read(&seat.ctx, &page.words, case, &wanted, file, saving, paper).await?))
}

/// A view to keep.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ViewForm {
    pub(crate) name: String,
    pub(crate) state: String,
}

/// Keeps a view of the link chart.
pub(crate) async fn keep(
    Path(case): Path<CaseId>,
    Sent { seat, form }: Sent<ViewForm>,
) -> Result<Redirect, Problem> {
    desk::charts::keep(&seat.ctx, case, &form.name, &form.state).await?;
    Ok(done(&urls::case(case, CaseTab::Charts), "view-saved", 1))
}

/// Answers with a chart as a file.
pub(crate) async fn file(
    seat: Seat,
    Path(case): Path<CaseId>,
    Query(form): Query<ChartForm>,
) -> Result<Response, Problem> {
    let kind = FileKind::named(&form.file).ok_or(Problem::Missing)?;
    let face = desk::cases::face(&seat.ctx, case).await?;
    let page = seat.page();
    let mut problems = Problems::default();
    let wanted = form.read(&page, &mut problems);
    if !problems.is_empty() {
        // A filter that cannot be read must not become a file without it.
        return Err(Problem::Invalid("WB-400", page.say("date-unreadable")));
    }
    let now = dates::instant(&page.words, seat.ctx.now()).shown;
    let paper = |shown: &Shown| paper(page.clone(), &face, &wanted, shown, &now);
    let file = desk::charts::save(&seat.ctx, &page.words, case, &wanted, kind, paper).await?;
    let disposition = format!("attachment; filename=\"{}\"", file.name);
    let mut response = file.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.media_type));
    headers.insert(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_str(&disposition).map_err(|error| Problem::broken("WB-003", &error))?,
    );
    Ok(response)
}

/// What is printed around a chart that leaves the program.
fn paper(page: Page, face: &CaseFace, wanted: &Wanted, shown: &Shown, now: &str) -> Paper {
    let page = page.level(Level::Restricted).handlings(&shown.handlings);
    let mut banner = format!("{} {}", page.level.symbol(), page.word("level", page.level.class()));
    if let Some(handling) = &page.handling {
        banner = format!("{banner} · {handling}");
    }
    if page.node.demo {
        banner = format!("{} · {banner}", page.say("demo-banner"));
    }
    let product = page.say(&format!("chart-{}", wanted.product.word()));
    Paper {
        banner,
        colour: page.level.colour(),
        title: format!("{product}: {} {}", face.title, face.reference),
        origin: format!("{} · {} · {now}", page.node.code, page.purpose()),
    }
}

#[cfg(test)]
pub(crate) fn sample_of(page: Page, product: Product) -> CaseCharts {
    let form = ChartForm {
        chart: product.word().to_owned(),
        from: "3/4/2026".into(),
        link: vec!["called".into()],
        ..ChartForm::default()
    };
    let shown = desk::charts::sample(&page.words, product);
    CaseCharts::new(page, &super::head::sample(), &form, &shown, true, &Problems::default())
}
