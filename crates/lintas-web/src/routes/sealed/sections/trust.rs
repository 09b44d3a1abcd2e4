//! Consent, legal basis, disclosures.

use lintas_sealed::consent::{GivenBy, SupportPurpose};
use lintas_sealed::disclosure::{Disclosure, DisclosureState};
use lintas_sealed::field::Field as Told;

use super::Maker;
use super::support::numbered;
use crate::components::{Button, Cell, Choice, Field, Input, Moment, Pill, Table, Text, Tone};
use crate::routes::sealed::facts::{choices, officer, told_label};
use crate::routes::sealed::show::Section;
use crate::urls;

fn purposes(make: &Maker<'_>, current: &str) -> Vec<Choice> {
    let words: Vec<_> = SupportPurpose::ALL.iter().map(|one| one.as_str()).collect();
    choices(make.page, "told-for", &words, current)
}

pub(super) fn consents(make: &Maker<'_>) -> Section {
    let page = make.page;
    let mut section = make.section("consents", "sealed-consents");
    section.note = Some(page.say("sealed-consents-note"));
    let all = &make.view.dossier.consents;
    let table = Table::new(page.say("not-known"))
        .caption(page.say("sealed-consents"))
        .column(page.say("sealed-recipient"))
        .column(page.say("sealed-purpose"))
        .column(page.say("sealed-given-by"))
        .column(page.say("col-date"))
        .column(page.say("col-state"))
        .column(page.say("col-do"))
        .rows(all.iter().map(|consent| {
            let (state, buttons) = match consent.withdrawn {
                Some(_) => (Pill::new(Tone::Plain, page.say("sealed-withdrawn")), Vec::new()),
                None => (
                    Pill::new(Tone::Ok, page.say("sealed-in-force")),
                    vec![numbered(make, "withdraw", consent.number, "sealed-withdraw")],
                ),
            };
            let until = consent.until.map_or_else(String::new, |until| {
                format!("{} {}", page.say("sealed-until"), Moment::day(&page.words, until).shown)
            });
            vec![
                Cell::Below { text: Text::new(&consent.recipient), below: Text::own(until) },
                Cell::Text(Text::own(page.word("told-for", consent.purpose.as_str()))),
                Cell::Below {
                    text: Text::own(page.word("given-by", consent.given_by.as_str())),
                    below: Text::new(&consent.explained),
                },
                Cell::Moment(Moment::day(&page.words, consent.at)),
                Cell::Pills(vec![state]),
                Cell::Buttons(buttons),
            ]
        }));
    section.table = (!all.is_empty()).then_some(table);
    let (form, problems) = make.form("consent", |_| ());
    let givers: Vec<_> = GivenBy::ALL.iter().map(|one| one.as_str()).collect();
    let mut fields = vec![
        Field::line("recipient", page.say("sealed-recipient"), &form.recipient)
            .required()
            .problems(problems)
            .id("consent-recipient".into()),
        Field::pick("purpose", page.say("sealed-purpose"), purposes(make, &form.purpose))
            .id("consent-purpose".into()),
        Field::pick(
            "given_by",
            page.say("sealed-given-by"),
            choices(page, "given-by", &givers, &form.given_by),
        ),
        Field::line("explained", page.say("sealed-explained"), &form.explained).required().problems(problems),
    ];
    let until = (form.until.as_str(), form.until_order.as_str());
    fields.extend(make.date("consent", ("until", "until_order"), "sealed-until", until, problems));
    section.forms.push(make.fields("consent", "sealed-save", fields));
    section
}

pub(super) fn laws(make: &Maker<'_>) -> Section {
    let page = make.page;
    let mut section = make.section("laws", "sealed-laws");
    section.note = Some(page.say("sealed-laws-note"));
    let all = &make.view.dossier.bases;
    let table = Table::new(page.say("not-known"))
        .caption(page.say("sealed-laws"))
        .column(page.say("sealed-law"))
        .column(page.say("sealed-recipient"))
        .column(page.say("sealed-purpose"))
        .column(page.say("col-do"))
        .rows(all.iter().map(|basis| {
            let buttons = if basis.lives() {
                vec![numbered(make, "end-law", basis.number, "sealed-end-law")]
            } else {
                Vec::new()
            };
            vec![
                Cell::Below { text: Text::new(&basis.law), below: Text::new(&basis.order) },
                Cell::Text(Text::new(&basis.recipient)),
                Cell::Text(Text::own(page.word("told-for", basis.purpose.as_str()))),
                Cell::Buttons(buttons),
            ]
        }));
    section.table = (!all.is_empty()).then_some(table);
    let (form, problems) = make.form("law", |_| ());
    let fields = vec![
        Field::line("law", page.say("sealed-law"), &form.law).required().problems(problems),
        Field::line("recipient", page.say("sealed-recipient"), &form.recipient)
            .required()
            .problems(problems)
            .id("law-recipient".into()),
        Field::pick("purpose", page.say("sealed-purpose"), purposes(make, &form.purpose))
            .id("law-purpose".into()),
        Field::line("decree", page.say("sealed-order"), &form.decree),
    ];
    section.forms.push(make.fields("law", "sealed-save", fields));
    section
}

pub(super) fn disclosures(make: &Maker<'_>) -> Section {
    let page = make.page;
    let mut section = make.section("disclosures", "sealed-disclosures");
    section.note = Some(page.say("sealed-disclosures-note"));
    let all = &make.view.dossier.disclosures;
    let table = Table::new(page.say("not-known"))
        .caption(page.say("sealed-disclosures"))
        .column(page.say("sealed-recipient"))
        .column(page.say("sealed-fields"))
        .column(page.say("sealed-until"))
        .column(page.say("col-state"))
        .column(page.say("col-do"))
        .rows(all.iter().rev().map(|disclosure| row(make, disclosure)));
    section.table = (!all.is_empty()).then_some(table);
    if let Some(form) = ask(make) {
        section.forms.push(form);
    }
    section
}

fn row(make: &Maker<'_>, disclosure: &Disclosure) -> Vec<Cell> {
    let (page, view) = (make.page, make.view);
    let fields: Vec<String> = disclosure.fields.iter().map(|field| page.say(told_label(*field))).collect();
    let act = |what: &str, label: &str| {
        Button::new(page, urls::disclosure_act(make.kind, view.id, disclosure.number, what), page.say(label))
    };
    let (pill, buttons) = match view.states.get(&disclosure.number) {
        Some(DisclosureState::Waiting) => {
            let mut buttons = vec![act("end", "sealed-refuse")];
            if view.may_second {
                buttons.insert(0, act("key", "sealed-second-key").style("btn small"));
            }
            (Pill::new(Tone::Warn, page.say("disclosure-state-waiting")), buttons)
        }
        Some(DisclosureState::Open) => {
            (Pill::new(Tone::Info, page.say("disclosure-state-open")), vec![act("end", "sealed-end")])
        }
        Some(DisclosureState::Ended(why)) => {
            (Pill::new(Tone::Plain, page.word("ended-by", why.as_str())), Vec::new())
        }
        None => (Pill::new(Tone::Plain, ""), Vec::new()),
    };
    let is_open = view.states.get(&disclosure.number) == Some(&DisclosureState::Open);
    let who = format!("{} · {}", disclosure.recipient.organisation, disclosure.recipient.person);
    let purpose = page.word("told-for", disclosure.purpose.as_str());
    let to = if is_open {
        Cell::Link {
            href: urls::disclosure(make.kind, view.id, disclosure.number),
            text: Text::new(who),
            below: Some(Text::new(format!("{purpose} · {}", disclosure.reason))),
        }
    } else {
        Cell::Below { text: Text::new(who), below: Text::new(format!("{purpose} · {}", disclosure.reason)) }
    };
    let mut keys = vec![format!("{}: {}", page.say("sealed-asked-by"), officer(view, disclosure.asked_by))];
    if let Some((second, _)) = disclosure.second {
        keys.push(format!("{}: {}", page.say("sealed-second-by"), officer(view, second)));
    }
    vec![
        to,
        Cell::Below { text: Text::own(fields.join(", ")), below: Text::new(keys.join(" · ")) },
        Cell::Moment(Moment::at(&page.words, disclosure.until)),
        Cell::Pills(vec![pill]),
        Cell::Buttons(buttons),
    ]
}

/// The form of the first key; none while there is nothing on which a disclosure could stand.
fn ask(make: &Maker<'_>) -> Option<crate::routes::sealed::show::PartFields> {
    let (page, dossier) = (make.page, &make.view.dossier);
    let (form, problems) = make.form("disclosure", |_| ());
    let mut bases = Vec::new();
    for consent in dossier.consents.iter().filter(|consent| consent.withdrawn.is_none()) {
        let purpose = page.word("told-for", consent.purpose.as_str());
        let label = format!("{}: {} · {purpose}", page.say("sealed-consents"), consent.recipient);
        bases.push(Choice::new(format!("consent-{}", consent.number), label, &form.basis));
    }
    for basis in dossier.bases.iter().filter(|basis| basis.lives()) {
        let label = format!("{}: {} · {}", page.say("sealed-laws"), basis.law, basis.recipient);
        bases.push(Choice::new(format!("law-{}", basis.number), label, &form.basis));
    }
    if bases.is_empty() {
        return None;
    }
    let told = Told::ALL
        .iter()
        .map(|field| Choice::of_many(field.as_str(), page.say(told_label(*field)), &form.fields));
    let mut officers = vec![Choice::new("", "–", &form.officer)];
    officers
        .extend(make.view.names.iter().map(|(id, name)| Choice::new(id.to_string(), name, &form.officer)));
    let mut fields = vec![
        Field::pick("basis", page.say("sealed-basis"), bases).problems(problems),
        Field::line("recipient", page.say("sealed-recipient"), &form.recipient)
            .required()
            .problems(problems)
            .id("disclosure-recipient".into()),
        Field::line("person", page.say("sealed-person"), &form.person).required().problems(problems),
        Field::pick("officer", page.say("sealed-officer"), officers).id("disclosure-officer".into()),
        Field::pick("purpose", page.say("sealed-purpose"), purposes(make, &form.purpose))
            .id("disclosure-purpose".into()),
        Field::new("fields", page.say("sealed-fields"), Input::Many(told.collect())).problems(problems),
    ];
    let until = (form.until.as_str(), form.until_order.as_str());
    fields.extend(make.date("disclosure", ("until", "until_order"), "sealed-until", until, problems));
    fields.push(
        Field::line("reason", page.say("sealed-reason"), &form.reason)
            .required()
            .problems(problems)
            .id("disclosure-reason".into()),
    );
    Some(make.fields("disclosure", "sealed-ask", fields))
}
