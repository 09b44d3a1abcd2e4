//! Releasing: which records, which fields, to whom, for what, until when; then a look through the partner's eyes.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use lintas_model::handling::{OnwardRule, Purpose, UseRule};
use lintas_model::{AudienceId, CaseId, Grade, Handling, PartialDate, RecordId};
use serde::Deserialize;

use crate::components::{Choice, Field, GradeMark, HandlingMark, Input, Problems, Text};
use crate::page::{Page, Place};
use crate::routes::reports::add::{order_field, read_date};

/// What the form sends. `fields` holds `record:field` pairs.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ReleaseForm {
    pub(crate) case: String,
    pub(crate) audience: String,
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
    pub(crate) case: Option<CaseId>,
    pub(crate) audience: AudienceId,
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
        let audience = self.audience.parse::<AudienceId>().ok();
        if audience.is_none() {
            problems.add("audience", page.say("field-needed"));
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
        match audience {
            Some(audience) if problems.is_empty() => Ok(ReadRelease {
                case: self.case.parse().ok(),
                audience,
                records,
                purposes,
                use_rule: of_word(&USES, &self.use_rule),
                onward: of_word(&ONWARDS, &self.onward),
                expires,
                legal_basis: self.legal_basis.trim().to_owned(),
                reason: self.reason.trim().to_owned(),
            }),
            _ => Err(problems),
        }
    }

    /// The form again as hidden values, for the step from preview to release.
    pub(crate) fn hidden(&self) -> Vec<(&'static str, String)> {
        let mut values = vec![
            ("case", self.case.clone()),
            ("audience", self.audience.clone()),
            ("use_rule", self.use_rule.clone()),
            ("onward", self.onward.clone()),
            ("expires", self.expires.clone()),
            ("order", self.order.clone()),
            ("legal_basis", self.legal_basis.clone()),
            ("reason", self.reason.clone()),
        ];
        let many = [("records", &self.records), ("fields", &self.fields), ("purposes", &self.purposes)];
        values.extend(many.into_iter().flat_map(|(name, all)| all.iter().map(move |value| (name, value.clone()))));
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
    /// The page with what was chosen; `audiences` are those to which may be released.
    pub(crate) fn new(
        page: Page,
        form: &ReleaseForm,
        records: &[Releasable],
        audiences: &[(AudienceId, String)],
        problems: &Problems,
    ) -> Self {
        let page = page.at(Place::Releases).handlings(records.iter().map(|record| &record.handling));
        let candidates = records.iter().map(|record| candidate(&page, form, record)).collect();
        let mut to = Vec::new();
        to.extend(audiences.iter().map(|(id, name)| Choice::new(id.to_string(), name, &form.audience)));
        let purposes = Purpose::ALL
            .into_iter()
            .filter(|purpose| *purpose != Purpose::Administration && *purpose != Purpose::Programme)
            .map(|p| Choice::of_many(p.as_str(), page.word("purpose", p.as_str()), &form.purposes))
            .collect();
        let uses = USES.map(|(word, _)| {
            Choice::new(word, page.word("use", word), if form.use_rule.is_empty() { USES[0].0 } else { &form.use_rule })
        });
        let onwards = ONWARDS.map(|(word, _)| {
            Choice::new(word, page.word("onward", word), if form.onward.is_empty() { ONWARDS[0].0 } else { &form.onward })
        });
        let mut fields = vec![
            Field::pick("audience", page.say("release-audience"), to)
                .hint(page.say("release-audience-hint"))
                .problems(problems),
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
    let records = [
        record(81, "report", "Two vans seen at guest house", &["title", "text", "occurred"]),
        record(82, "statement", "សុខ ចាន់ធី", &["name", "phone_number", "birth_date"]),
    ];
    ReleaseChoose::new(page, &form, &records, &[(sample::id(91), "LOTUS BRIDGE: KH · TH · VN".into())], &problems)
}
