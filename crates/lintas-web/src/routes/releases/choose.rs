//! Releasing: which records, which fields, to whom, for what, until when; then a look through the partner's eyes.

use std::collections::{BTreeMap, BTreeSet};

use crate::desk;
use crate::desk::releases::Possible;
use crate::html::Html;
use crate::problem::Problem;
use crate::seat::{Seat, Sent};
use askama::Template;
use axum::extract::Query;
use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_model::{AgencyCode, CaseId, Grade, Handling, PartialDate, RecordId};
use serde::Deserialize;

use crate::components::{Choice, Field, GradeMark, HandlingMark, Input, Problems, Text};
use crate::page::{Page, Place};
use crate::routes::reports::add::{order_field, read_date};

/// What the form sends. `fields` holds `record:field` pairs.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ReleaseForm {
    pub(crate) case: String,
    /// The joint case to whose members it goes; empty for the agencies ticked.
    pub(crate) to: String,
    pub(crate) agencies: Vec<String>,
    pub(crate) records: Vec<String>,
    pub(crate) fields: Vec<String>,
    pub(crate) purposes: Vec<String>,
    pub(crate) use_rule: String,
    pub(crate) onward: String,
    pub(crate) expires: String,
    pub(crate) order: String,
    pub(crate) legal_basis: String,
    pub(crate) reason: String,
}

/// A release that can be made.
#[derive(Debug, Clone)]
pub(crate) struct ReadRelease {
    /// The joint case to whose members it goes.
    pub(crate) to: Option<CaseId>,
    /// Else exactly these agencies.
    pub(crate) agencies: BTreeSet<AgencyCode>,
    /// Each record with the fields disclosed.
    pub(crate) records: BTreeMap<RecordId, BTreeSet<String>>,
    pub(crate) purposes: BTreeSet<Purpose>,
    pub(crate) use_rule: UseRule,
    pub(crate) onward: OnwardRule,
    pub(crate) expires: Option<PartialDate>,
    pub(crate) legal_basis: String,
    pub(crate) reason: String,
}

const USES: [(&str, UseRule); 3] = [
    ("intelligence_only", UseRule::IntelligenceOnly),
    ("evidence_after_permission", UseRule::EvidenceAfterPermission),
    ("evidence", UseRule::Evidence),
];
const ONWARDS: [(&str, OnwardRule); 3] =
    [("never", OnwardRule::Never), ("ask", OnwardRule::Ask), ("allowed", OnwardRule::Allowed)];

impl ReleaseForm {
    /// Reads the form; on failure every problem stands beside its field.
    pub(crate) fn read(&self, page: &Page) -> Result<ReadRelease, Problems> {
        let mut problems = Problems::default();
        let mut records = BTreeMap::<RecordId, BTreeSet<String>>::new();
        for record in self.records.iter().filter_map(|text| text.parse().ok()) {
            records.insert(record, BTreeSet::new());
        }
        for (record, field) in self.fields.iter().filter_map(|text| text.split_once(':')) {
            if let Some(fields) = record.parse().ok().and_then(|record| records.get_mut(&record)) {
                fields.insert(field.to_owned());
            }
        }
        records.retain(|_, fields| !fields.is_empty());
        if records.is_empty() {
            problems.add("records", page.say("release-nothing"));
        }
        let to = self.to.parse::<CaseId>().ok();
        let agencies =
            self.agencies.iter().filter_map(|code| AgencyCode::new(code).ok()).collect::<BTreeSet<_>>();
        if to.is_none() && agencies.is_empty() {
            problems.add("agencies", page.say("release-nobody"));
        }
        let chosen = |purpose: &Purpose| self.purposes.iter().any(|word| word == purpose.as_str());
        let purposes = Purpose::ALL.into_iter().filter(chosen).collect::<BTreeSet<_>>();
        if purposes.is_empty() {
            problems.add("purposes", page.say("field-needed"));
        }
        for (field, text) in [("legal_basis", &self.legal_basis), ("reason", &self.reason)] {
            if text.trim().is_empty() {
                problems.add(field, page.say("field-needed"));
            }
        }
        let expires = read_date(page, "expires", &self.expires, &self.order, &mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(ReadRelease {
            to,
            agencies,
            records,
            purposes,
            use_rule: of_word(&USES, &self.use_rule),
            onward: of_word(&ONWARDS, &self.onward),
            expires,
            legal_basis: self.legal_basis.trim().to_owned(),
            reason: self.reason.trim().to_owned(),
        })
    }

    /// The form again as hidden values, for the step from preview to release.
    pub(crate) fn hidden(&self) -> Vec<(&'static str, String)> {
        let mut values = vec![
            ("case", self.case.clone()),
            ("to", self.to.clone()),
            ("use_rule", self.use_rule.clone()),
            ("onward", self.onward.clone()),
            ("expires", self.expires.clone()),
            ("order", self.order.clone()),
            ("legal_basis", self.legal_basis.clone()),
            ("reason", self.reason.clone()),
        ];
        let many = [
            ("records", &self.records),
            ("fields", &self.fields),
            ("purposes", &self.purposes),
            ("agencies", &self.agencies),
        ];
        values.extend(
            many.into_iter().flat_map(|(name, all)| all.iter().map(move |value| (name, value.clone()))),
        );
        values
    }
}

/// The rule of a word; the strictest, which stands first, when the word is unknown.
fn of_word<T: Copy>(list: &[(&str, T); 3], word: &str) -> T {
    list.iter().find(|(name, _)| *name == word).map_or(list[0].1, |(_, rule)| *rule)
}

/// A record that can be released.
#[derive(Debug, Clone)]
pub(crate) struct Releasable {
    pub(crate) record: RecordId,
    pub(crate) kind: String,
    pub(crate) caption: String,
    pub(crate) grade: Option<Grade>,
    pub(crate) handling: Handling,
    pub(crate) fields: Vec<String>,
}

struct Candidate {
    record: String,
    caption: Text,
    kind: String,
    grade: GradeMark,
    handling: HandlingMark,
    chosen: bool,
    fields: Vec<Choice>,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/releases/choose.html")]
pub(crate) struct ReleaseChoose {
    page: Page,
    case: String,
    candidates: Vec<Candidate>,
    nothing: Option<String>,
    fields: Vec<Field>,
}

impl ReleaseChoose {
    /// The page with what was chosen.
    pub(crate) fn new(page: Page, form: &ReleaseForm, possible: &Possible, problems: &Problems) -> Self {
        let records = &possible.records;
        let page = page.at(Place::Releases).handlings(records.iter().map(|record| &record.handling));
        let candidates = records.iter().map(|record| candidate(&page, form, record)).collect();
        // From a joint case, its members are the natural readers.
        let current = if form.to.is_empty() && form.agencies.is_empty() { &form.case } else { &form.to };
        let mut to = vec![Choice::new("", page.say("release-to-agencies"), current)];
        to.extend(possible.cases.iter().map(|(id, name)| Choice::new(id.to_string(), name, current)));
        let agencies = possible
            .partners
            .iter()
            .map(|code| Choice::of_many(code.as_str(), code.as_str(), &form.agencies))
            .collect();
        let purposes = Purpose::ALL
            .into_iter()
            .filter(|purpose| *purpose != Purpose::Administration && *purpose != Purpose::Programme)
            .map(|p| Choice::of_many(p.as_str(), page.word("purpose", p.as_str()), &form.purposes))
            .collect();
        let uses = USES.map(|(word, _)| {
            Choice::new(
                word,
                page.word("use", word),
                if form.use_rule.is_empty() { USES[0].0 } else { &form.use_rule },
            )
        });
        let onwards = ONWARDS.map(|(word, _)| {
            Choice::new(
                word,
                page.word("onward", word),
                if form.onward.is_empty() { ONWARDS[0].0 } else { &form.onward },
            )
        });
        let mut fields = vec![
            Field::pick("to", page.say("release-audience"), to).hint(page.say("release-audience-hint")),
            Field::new("agencies", page.say("release-agencies"), Input::Many(agencies)).problems(problems),
            Field::new("purposes", page.say("release-purposes"), Input::Many(purposes)).problems(problems),
            Field::new("use_rule", page.say("release-use"), Input::Radio(uses.to_vec())),
            Field::new("onward", page.say("release-onward"), Input::Radio(onwards.to_vec())),
            Field::line("expires", page.say("release-expires"), &form.expires)
                .hint(page.say("release-expires-hint"))
                .problems(problems),
        ];
        fields.extend(order_field(&page, "order", &form.expires, &form.order));
        fields.push(
            Field::line("legal_basis", page.say("release-basis"), &form.legal_basis)
                .hint(page.say("release-basis-hint"))
                .required()
                .problems(problems),
        );
        fields.push(Field::line("reason", page.say("reason"), &form.reason).required().problems(problems));
        Self {
            case: form.case.clone(),
            candidates,
            nothing: problems.of("records").map(str::to_owned),
            fields,
            page,
        }
    }
}

fn candidate(page: &Page, form: &ReleaseForm, record: &Releasable) -> Candidate {
    let id = record.record.to_string();
    let chosen = form.records.contains(&id);
    let fields = record.fields.iter().map(|field| {
        let value = format!("{id}:{field}");
        // A fresh record proposes all its fields; a form that came back keeps what was ticked.
        let on = if chosen { form.fields.contains(&value) } else { true };
        Choice { value, label: page.word("property", field), chosen: on }
    });
    Candidate {
        caption: Text::new(&record.caption),
        kind: page.word("record", &record.kind),
        grade: GradeMark::new(&page.words, record.grade),
        handling: HandlingMark::new(&page.words, &record.handling),
        chosen,
        fields: fields.collect(),
        record: id,
    }
}

/// Answers with what can be released, from the case that the address names.
pub(crate) async fn show(
    seat: Seat,
    Query(form): Query<ReleaseForm>,
) -> Result<Html<ReleaseChoose>, Problem> {
    answer(&seat, &form, &Problems::default()).await
}

/// Answers with the form again, to change what was chosen.
pub(crate) async fn change(Sent { seat, form }: Sent<ReleaseForm>) -> Result<Html<ReleaseChoose>, Problem> {
    answer(&seat, &form, &Problems::default()).await
}

/// The form with what was chosen and what is wrong with it.
pub(crate) async fn answer(
    seat: &Seat,
    form: &ReleaseForm,
    problems: &Problems,
) -> Result<Html<ReleaseChoose>, Problem> {
    let possible = desk::releases::possible(&seat.ctx, form.case.parse().ok()).await?;
    Ok(Html(ReleaseChoose::new(seat.page(), form, &possible, problems)))
}

#[cfg(test)]
pub(crate) fn sample(page: Page) -> ReleaseChoose {
    use lintas_model::handling::{HandlingCode, Tlp};

    use crate::sample;
    let record = |n, kind: &str, caption: &str, fields: &[&str]| Releasable {
        record: sample::id(n),
        kind: kind.into(),
        caption: caption.into(),
        grade: sample::grade("A2"),
        handling: sample::handling(&[HandlingCode::H1], Tlp::Amber),
        fields: fields.iter().map(|field| (*field).to_owned()).collect(),
    };
    let form = ReleaseForm {
        case: sample::id::<CaseId>(1).to_string(),
        records: vec![sample::id::<RecordId>(81).to_string()],
        ..ReleaseForm::default()
    };
    let problems = form.read(&page).err().unwrap_or_default();
    let possible = Possible {
        records: vec![
            record(81, "report", "Two vans seen at guest house", &["title", "text", "occurred"]),
            record(82, "statement", "សុខ ចាន់ធី", &["name", "phone_number", "birth_date"]),
        ],
        cases: vec![(sample::id(1), "LOTUS BRIDGE: KH-CIB · TH-DSI · VN-C02".into())],
        partners: vec![sample::agency("TH-DSI"), sample::agency("VN-C02")],
    };
    ReleaseChoose::new(page, &form, &possible, &problems)
}
