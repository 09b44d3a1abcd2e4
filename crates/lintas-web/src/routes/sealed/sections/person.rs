//! Identity, contact, what is kept of a source, and retention.

use lintas_model::Country;
use lintas_sealed::dossier::Registration;

use super::Maker;
use crate::components::{Choice, Field, Moment, Text};
use crate::routes::sealed::facts::{fact, officer};
use crate::routes::sealed::show::Section;

pub(super) fn identity(make: &Maker<'_>) -> Section {
    let (page, identity) = (make.page, &make.view.dossier.identity);
    let country = |country: Country| page.word("country", &country.as_str().to_lowercase());
    let mut section = make.section("identity", "sealed-identity");
    let texts = |texts: &[String]| texts.iter().map(Text::new).collect::<Vec<_>>();
    if !identity.names.is_empty() {
        section.facts.push((page.say("sealed-names"), texts(&identity.names)));
    }
    if let Some(birth) = identity.birth {
        let written = Text::own(Moment::on(&page.words, birth).shown);
        section.facts.push((page.say("sealed-birth"), vec![written]));
    }
    if !identity.documents.is_empty() {
        section.facts.push((page.say("sealed-documents"), texts(&identity.documents)));
    }
    if let Some(nationality) = identity.nationality {
        section.facts.push((page.say("sealed-nationality"), vec![Text::own(country(nationality))]));
    }
    section.facts.extend(fact(page, "sealed-languages", &identity.languages));
    let (form, problems) = make.form("identity", |form| {
        form.names = identity.names.join("\n");
        form.birth = identity.birth.map(|birth| birth.to_string()).unwrap_or_default();
        form.documents = identity.documents.join("\n");
        form.nationality = identity.nationality.map(|it| it.as_str().to_owned()).unwrap_or_default();
        form.languages = identity.languages.clone();
    });
    let mut countries = vec![Choice::new("", page.say("not-known"), &form.nationality)];
    countries.extend(Country::EIGHT.map(|it| Choice::new(it.as_str(), country(it), &form.nationality)));
    if countries.iter().all(|choice| !choice.chosen) {
        countries.push(Choice::new(form.nationality.as_str(), form.nationality.as_str(), &form.nationality));
    }
    let mut fields =
        vec![Field::area("names", page.say("sealed-names"), &form.names).hint(page.say("sealed-names-hint"))];
    let birth = (form.birth.as_str(), form.birth_order.as_str());
    fields.extend(make.date("identity", ("birth", "birth_order"), "sealed-birth", birth, problems));
    fields.push(
        Field::area("documents", page.say("sealed-documents"), &form.documents)
            .hint(page.say("sealed-documents-hint")),
    );
    fields.push(Field::pick("nationality", page.say("sealed-nationality"), countries).problems(problems));
    fields.push(Field::line("languages", page.say("sealed-languages"), &form.languages));
    section.forms.push(make.fields("identity", "sealed-save", fields));
    section
}

pub(super) fn contact(make: &Maker<'_>) -> Section {
    let (page, contact) = (make.page, &make.view.dossier.contact);
    let mut section = make.section("contact", "sealed-contact");
    let all = [
        ("sealed-phone", &contact.phone),
        ("sealed-address", &contact.address),
        ("sealed-safe-way", &contact.safe_way),
        ("sealed-emergency", &contact.emergency),
    ];
    section.facts.extend(all.iter().filter_map(|(label, text)| fact(page, label, text)));
    let fields = vec![
        Field::line("phone", page.say("sealed-phone"), &contact.phone),
        Field::area("address", page.say("sealed-address"), &contact.address)
            .hint(page.say("sealed-address-hint")),
        Field::area("safe_way", page.say("sealed-safe-way"), &contact.safe_way),
        Field::line("emergency", page.say("sealed-emergency"), &contact.emergency),
    ];
    section.forms.push(make.fields("contact", "sealed-save", fields));
    section
}

pub(super) fn registration(make: &Maker<'_>, kept: &Registration) -> Section {
    let page = make.page;
    let mut section = make.section("registration", "sealed-registration");
    section.facts.push((page.say("sealed-handler"), vec![Text::new(officer(make.view, kept.handler))]));
    if let Some(since) = kept.since {
        let written = Text::own(Moment::on(&page.words, since).shown);
        section.facts.push((page.say("col-date"), vec![written]));
    }
    section.facts.extend(fact(page, "sealed-motives", &kept.motives));
    section.facts.extend(fact(page, "sealed-risks", &kept.risks));
    let (form, problems) = make.form("registration", |form| {
        form.officer = kept.handler.to_string();
        form.on = kept.since.map(|since| since.to_string()).unwrap_or_default();
        form.motives = kept.motives.clone();
        form.risks = kept.risks.clone();
    });
    let officers = make.view.names.iter().map(|(id, name)| Choice::new(id.to_string(), name, &form.officer));
    let mut fields = vec![Field::pick("officer", page.say("sealed-handler"), officers.collect())];
    let on = (form.on.as_str(), form.on_order.as_str());
    fields.extend(make.date("registration", ("on", "on_order"), "col-date", on, problems));
    fields.push(Field::area("motives", page.say("sealed-motives"), &form.motives));
    fields.push(Field::area("risks", page.say("sealed-risks"), &form.risks));
    section.forms.push(make.fields("registration", "sealed-save", fields));
    section
}

pub(super) fn retention(make: &Maker<'_>) -> Section {
    let page = make.page;
    let mut section = make.section("retention", "sealed-retention");
    let ends = Text::own(Moment::day(&page.words, make.view.ends).shown);
    section.facts.push((page.say("sealed-ends"), vec![ends]));
    if let Some((_, why)) = &make.view.dossier.kept {
        section.facts.extend(fact(page, "sealed-keep-why", why));
    }
    let (form, problems) = make.form("retention", |_| ());
    let until = (form.until.as_str(), form.until_order.as_str());
    let mut fields = make.date("retention", ("until", "until_order"), "sealed-keep-until", until, problems);
    fields.push(
        Field::line("reason", page.say("sealed-keep-why"), &form.reason)
            .problems(problems)
            .id("retention-reason".into()),
    );
    section.forms.push(make.fields("retention", "sealed-keep-until", fields));
    let ground = Field::line("ground", page.say("sealed-ground"), "").hint(page.say("sealed-erase-note"));
    section.forms.push(make.fields("erase", "sealed-erase", vec![ground.required()]));
    section
}
