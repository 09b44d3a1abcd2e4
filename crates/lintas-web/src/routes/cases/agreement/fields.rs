//! The clauses of an agreement as a form, and as a page says them.

use std::collections::{BTreeMap, BTreeSet};

use lintas_casework::agreement::AgreementView;
use lintas_casework::document::CLAUSE_PARTS;
use lintas_model::handling::{OnwardRule, UseRule};
use lintas_model::offence::Offence;
use lintas_model::record::{Agreement, Clause};
use lintas_model::{AgencyCode, CaseId, Country};
use serde::Deserialize;

use crate::components::{Choice, Field, Input, Moment, Problems, Text};
use crate::desk::agreements::AgreementFace;
use crate::page::Page;
use crate::routes::cases::head::CaseFace;
use crate::routes::reports::add::{order_field, read_date};

const USES: [(UseRule, &str); 3] = [
    (UseRule::IntelligenceOnly, "intelligence_only"),
    (UseRule::EvidenceAfterPermission, "evidence_after_permission"),
    (UseRule::Evidence, "evidence"),
];
const ONWARD: [(OnwardRule, &str); 3] =
    [(OnwardRule::Never, "never"), (OnwardRule::Ask, "ask"), (OnwardRule::Allowed, "allowed")];

/// What the form sends. `leader` has a value for each of the eight states in their order, `text` one for each clause that a
/// text stands for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AgreementForm {
    pub(crate) seen: String,
    parties: Vec<String>,
    offences: Vec<String>,
    from: String,
    from_order: String,
    to: String,
    to_order: String,
    leader: Vec<String>,
    members: Vec<String>,
    participants: Vec<String>,
    use_rule: String,
    onward: String,
    earlier: Vec<String>,
    outside: Vec<String>,
    retention: String,
    spokespersons: Vec<String>,
    basis: String,
    text: Vec<String>,
}

/// The form as an agreement stands; an empty one names the agencies of the case.
pub(super) fn form_of(face: &CaseFace, view: Option<&AgreementView>) -> AgreementForm {
    let codes = |codes: &BTreeSet<AgencyCode>| codes.iter().map(ToString::to_string).collect::<Vec<_>>();
    let Some(view) = view else {
        let members: Vec<String> = face.members.iter().map(ToString::to_string).collect();
        return AgreementForm { parties: members.clone(), members, ..AgreementForm::default() };
    };
    let body = &view.text.body;
    let flag = |yes: bool| if yes { vec!["1".to_owned()] } else { Vec::new() };
    let leader = |state: &Country| body.leaders.get(state).map(ToString::to_string).unwrap_or_default();
    let word = |words: &[(UseRule, &str)]| {
        words.iter().find(|(rule, _)| *rule == body.use_rule).map(|(_, word)| (*word).to_owned())
    };
    AgreementForm {
        seen: view.text.mark.record.to_string(),
        parties: codes(&body.parties),
        offences: body.offences.iter().map(|offence| offence.as_str().to_owned()).collect(),
        from: body.from.to_string(),
        to: body.to.to_string(),
        leader: Country::EIGHT.iter().map(leader).collect(),
        members: codes(&body.members),
        participants: codes(&body.participants),
        use_rule: word(&USES).unwrap_or_default(),
        onward: ONWARD
            .iter()
            .find(|(rule, _)| *rule == body.onward)
            .map(|(_, word)| (*word).to_owned())
            .unwrap_or_default(),
        earlier: flag(body.earlier_material),
        outside: flag(body.outside_material),
        retention: body.retention_months.map(|months| months.to_string()).unwrap_or_default(),
        spokespersons: codes(&body.spokespersons),
        basis: body.basis.clone(),
        text: CLAUSE_PARTS
            .iter()
            .map(|(clause, _)| body.clauses.get(clause).cloned().unwrap_or_default())
            .collect(),
        ..AgreementForm::default()
    }
}

impl AgreementForm {
    /// Reads the form; on failure every problem stands beside its field.
    pub(super) fn read(&self, page: &Page, case: CaseId) -> Result<Agreement, Problems> {
        let mut problems = Problems::default();
        let from = read_date(page, "from", &self.from, &self.from_order, &mut problems);
        let to = read_date(page, "to", &self.to, &self.to_order, &mut problems);
        for (field, read) in [("from", from), ("to", to)] {
            if read.is_none() {
                problems.add(field, page.say("field-needed"));
            }
        }
        let retention = self.retention.trim();
        let retention_months = retention.parse::<u32>().ok().filter(|months| *months <= 1_200);
        if !retention.is_empty() && retention_months.is_none() {
            problems.add("retention", page.say("agreement-retention-hint"));
        }
        let (Some(from), Some(to)) = (from, to) else { return Err(problems) };
        if !problems.is_empty() {
            return Err(problems);
        }
        let codes = |codes: &[String]| codes.iter().filter_map(|code| AgencyCode::new(code).ok()).collect();
        let leaders = Country::EIGHT.into_iter().zip(&self.leader);
        let texts = CLAUSE_PARTS.iter().zip(&self.text);
        let use_rule = USES.iter().find(|(_, word)| *word == self.use_rule).map(|(rule, _)| *rule);
        let onward = ONWARD.iter().find(|(_, word)| *word == self.onward).map(|(rule, _)| *rule);
        Ok(Agreement {
            case,
            parties: codes(&self.parties),
            states: BTreeSet::new(),
            from,
            to,
            clauses: texts.map(|((clause, _), text)| (*clause, text.trim().to_owned())).collect(),
            basis: self.basis.clone(),
            offences: Offence::ALL
                .into_iter()
                .filter(|one| self.offences.iter().any(|word| word == one.as_str()))
                .collect(),
            leaders: leaders
                .filter_map(|(state, code)| Some((state, AgencyCode::new(code).ok()?)))
                .collect::<BTreeMap<_, _>>(),
            members: codes(&self.members),
            participants: codes(&self.participants),
            use_rule: use_rule.unwrap_or_default(),
            onward: onward.unwrap_or_default(),
            earlier_material: !self.earlier.is_empty(),
            outside_material: !self.outside.is_empty(),
            retention_months,
            spokespersons: codes(&self.spokespersons),
        })
    }
}

/// The fields, in the order of the clauses.
pub(super) fn fields(
    page: &Page,
    face: &CaseFace,
    view: &AgreementFace,
    form: &AgreementForm,
    problems: &Problems,
) -> Vec<Field> {
    let label = |clause| view.label(clause).to_owned();
    let agencies = |name: &'static str, clause, chosen: &[String]| {
        let choices = face.members.iter().map(|code| Choice::of_many(code.as_str(), code.as_str(), chosen));
        Field::new(name, label(clause), Input::Many(choices.collect())).problems(problems)
    };
    let flag = |name: &'static str, clause, chosen: &[String]| {
        let yes = Choice::of_many("1", page.say("agreement-shared"), chosen);
        Field::new(name, label(clause), Input::Many(vec![yes]))
    };
    let offences = Offence::ALL
        .map(|one| Choice::of_many(one.as_str(), page.word("offence", one.as_str()), &form.offences));
    let bases = view.bases.iter().map(|(id, name)| Choice::new(id.as_str(), name.as_str(), &form.basis));
    let uses = USES.map(|(_, word)| Choice::new(word, page.word("use", word), &form.use_rule));
    let onward = ONWARD.map(|(_, word)| Choice::new(word, page.word("onward", word), &form.onward));
    let mut fields = vec![
        Field::pick("basis", page.say("request-basis"), bases.collect()),
        agencies("parties", Clause::Parties, &form.parties),
        Field::new("offences", page.say("case-offences"), Input::Many(offences.to_vec())),
        date(page, "from", "agreement-from", &form.from, problems),
    ];
    fields.extend(order_field(page, "from_order", &form.from, &form.from_order));
    fields.push(date(page, "to", "agreement-to", &form.to, problems));
    fields.extend(order_field(page, "to_order", &form.to, &form.to_order));
    for (nth, state) in Country::EIGHT.into_iter().enumerate() {
        let chosen = form.leader.get(nth).map(String::as_str).unwrap_or_default();
        let none = Choice::new("", page.say("agreement-no-state"), chosen);
        let leaders = face.members.iter().map(|code| Choice::new(code.as_str(), code.as_str(), chosen));
        let country = page.word("country", &state.as_str().to_lowercase());
        let label = page.words.fill("agreement-leader", &[("country", &country)]);
        let choices = [none].into_iter().chain(leaders).collect();
        fields.push(Field::pick("leader", label, choices).id(format!("leader-{nth}")));
    }
    fields.extend([
        agencies("members", Clause::Members, &form.members),
        agencies("participants", Clause::Participants, &form.participants),
        Field::pick("use_rule", page.say("release-use"), uses.to_vec()),
        Field::pick("onward", page.say("release-onward"), onward.to_vec()),
        flag("earlier", Clause::EarlierMaterial, &form.earlier),
        flag("outside", Clause::OutsideMaterial, &form.outside),
        Field::line("retention", page.say("agreement-retention"), &form.retention)
            .hint(page.say("agreement-retention-hint"))
            .problems(problems),
        agencies("spokespersons", Clause::Media, &form.spokespersons),
    ]);
    fields.extend(CLAUSE_PARTS.iter().enumerate().map(|(nth, (clause, _))| {
        let text = form.text.get(nth).cloned().unwrap_or_default();
        let label = page.words.fill("agreement-text", &[("clause", view.label(*clause))]);
        Field::new("text", label, Input::Area { value: text }).id(format!("text-{nth}"))
    }));
    fields
}

fn date(page: &Page, name: &'static str, label: &str, text: &str, problems: &Problems) -> Field {
    let field = Field::line(name, page.say(label), text).hint(page.say("date-hint"));
    field.required().problems(problems)
}

/// What the agreement says, clause by clause: what it decides, then its text.
pub(super) fn told(page: &Page, view: &AgreementFace, body: &Agreement) -> Vec<(String, Text)> {
    let codes =
        |codes: &BTreeSet<AgencyCode>| codes.iter().map(AgencyCode::as_str).collect::<Vec<_>>().join(" · ");
    let yes_no = |yes: bool| page.say(if yes { "gate-yes" } else { "gate-no" });
    let country = |state: &Country| page.word("country", &state.as_str().to_lowercase());
    let day = |date| Moment::on(&page.words, date).shown;
    let decided = |clause: Clause| -> String {
        match clause {
            Clause::Parties => codes(&body.parties),
            Clause::Purpose => {
                let offences = body.offences.iter().map(|one| page.word("offence", one.as_str()));
                offences.collect::<Vec<_>>().join(" · ")
            }
            Clause::Period => format!("{} – {}", day(body.from), day(body.to)),
            Clause::States => body.states.iter().map(country).collect::<Vec<_>>().join(" · "),
            Clause::Leaders => {
                let leaders = body.leaders.iter().map(|(state, code)| format!("{}: {code}", country(state)));
                leaders.collect::<Vec<_>>().join(" · ")
            }
            Clause::Members => codes(&body.members),
            Clause::Participants => codes(&body.participants),
            Clause::Gathering => {
                let known = USES.iter().find(|(rule, _)| *rule == body.use_rule);
                known.map(|(_, word)| page.word("use", word)).unwrap_or_default()
            }
            Clause::Exchange => {
                let known = ONWARD.iter().find(|(rule, _)| *rule == body.onward);
                known.map(|(_, word)| page.word("onward", word)).unwrap_or_default()
            }
            Clause::EarlierMaterial => yes_no(body.earlier_material),
            Clause::OutsideMaterial => yes_no(body.outside_material),
            Clause::DataProtection => body
                .retention_months
                .map(|months| format!("{}: {months}", page.say("agreement-retention")))
                .unwrap_or_default(),
            Clause::Media => codes(&body.spokespersons),
            _ => String::new(),
        }
    };
    Clause::ALL
        .iter()
        .map(|clause| {
            let text = body.clauses.get(clause).map(String::as_str).unwrap_or_default();
            let parts: Vec<String> =
                [decided(*clause), text.to_owned()].into_iter().filter(|part| !part.is_empty()).collect();
            let told = if parts.is_empty() { "–".to_owned() } else { parts.join(". ") };
            (view.label(*clause).to_owned(), Text::new(told))
        })
        .collect()
}
