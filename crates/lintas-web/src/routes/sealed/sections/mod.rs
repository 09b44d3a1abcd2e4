//! The parts of a dossier, each with what it says and its forms.

mod person;
mod support;
mod trust;

use lintas_casework::sealed::DossierKind;
use lintas_casework::sealed::dossier::DossierView;
use lintas_sealed::Subject;

use super::form::PartForm;
use super::show::{Failed, PartFields, Section};
use crate::components::{Field, Problems};
use crate::page::Page;
use crate::routes::reports::add::order_field;
use crate::urls;

/// What every part is made from.
pub(super) struct Maker<'a> {
    page: &'a Page,
    kind: DossierKind,
    view: &'a DossierView,
    failed: Failed<'a>,
    none: Problems,
}

/// All parts of a dossier, in the order of the page.
pub(super) fn all(page: &Page, kind: DossierKind, view: &DossierView, failed: Failed<'_>) -> Vec<Section> {
    let make = Maker { page, kind, view, failed, none: Problems::default() };
    let mut sections = vec![person::identity(&make), person::contact(&make)];
    match &view.dossier.subject {
        Subject::Person(support) => {
            sections.push(support::needs(&make, support));
            sections.push(support::referrals(&make, support));
            sections.push(support::plan(&make, support));
            sections.push(support::child(&make, support));
            sections.push(support::screening(&make, support));
            sections.push(support::non_punishment(&make, support));
        }
        Subject::Source(registration) => sections.push(person::registration(&make, registration)),
    }
    sections.push(trust::consents(&make));
    sections.push(trust::laws(&make));
    sections.push(trust::disclosures(&make));
    if view.may_second {
        sections.push(person::retention(&make));
    }
    sections
}

impl<'a> Maker<'a> {
    /// The form of a part as it was sent, when that is the one that could not be accepted; else filled by `fill`.
    fn form(&self, part: &str, fill: impl FnOnce(&mut PartForm)) -> (PartForm, &Problems) {
        if let Some((_, form, problems)) = self.failed.filter(|(failed, ..)| *failed == part) {
            return (form.clone(), problems);
        }
        let mut form = PartForm::default();
        fill(&mut form);
        (form, &self.none)
    }

    /// The form of a part with its fields; open when it could not be accepted.
    fn fields(&self, part: &'static str, label: &str, fields: Vec<Field>) -> PartFields {
        PartFields {
            action: urls::dossier_part(self.kind, self.view.id, part),
            label: self.page.say(label),
            open: self.failed.is_some_and(|(failed, ..)| failed == part),
            fields,
        }
    }

    /// A date with the question that an ambiguous one raises.
    fn date(
        &self,
        part: &str,
        (name, order_name): (&'static str, &'static str),
        label: &str,
        (text, order): (&str, &str),
        problems: &Problems,
    ) -> Vec<Field> {
        let field = Field::line(name, self.page.say(label), text)
            .hint(self.page.say("date-hint"))
            .problems(problems)
            .id(format!("{part}-{name}"));
        let mut fields = vec![field];
        fields.extend(order_field(self.page, order_name, text, order));
        fields
    }

    fn section(&self, id: &'static str, title: &str) -> Section {
        Section {
            id,
            title: self.page.say(title),
            note: None,
            facts: Vec::new(),
            table: None,
            link: None,
            forms: Vec::new(),
        }
    }
}
