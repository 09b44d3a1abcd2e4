//! The words of a dossier that several pages need.

use lintas_casework::sealed::dossier::DossierView;
use lintas_model::OfficerId;
use lintas_sealed::field::Field as Told;

use crate::components::{Choice, Text};
use crate::page::Page;

/// The message that names a field that can be told.
pub(crate) const fn told_label(field: Told) -> &'static str {
    match field {
        Told::Names => "sealed-names",
        Told::Birth => "sealed-birth",
        Told::Documents => "sealed-documents",
        Told::Nationality => "sealed-nationality",
        Told::Languages => "sealed-languages",
        Told::Phone => "sealed-phone",
        Told::Address => "sealed-address",
        Told::SafeWay => "sealed-safe-way",
        Told::Guardian => "sealed-guardian",
        Told::Needs => "sealed-needs",
        Told::Plan => "sealed-plan",
        Told::Identification => "sealed-identification",
        Told::NonPunishment => "sealed-non-punishment",
    }
}

/// The choices of a closed list.
pub(crate) fn choices(page: &Page, list: &str, words: &[&'static str], current: &str) -> Vec<Choice> {
    words.iter().map(|word| Choice::new(*word, page.word(list, word), current)).collect()
}

/// A text as a fact; nothing when it is empty.
pub(crate) fn fact(page: &Page, label: &str, text: &str) -> Option<(String, Vec<Text>)> {
    let text = text.trim();
    (!text.is_empty()).then(|| (page.say(label), vec![Text::new(text)]))
}

/// The name of an officer.
pub(crate) fn officer(view: &DossierView, id: OfficerId) -> String {
    view.names.get(&id).cloned().unwrap_or_default()
}

#[cfg(test)]
pub(crate) fn sample_view() -> DossierView {
    use crate::sample;
    use lintas_law::screening::{Set, screen};
    use lintas_model::PartialDate;
    use lintas_sealed::consent::{GivenBy, SupportPurpose};
    use lintas_sealed::disclosure::{Basis, NewDisclosure, Recipient};
    use lintas_sealed::support::{Need, NeedKind, Progress, Referral, ScreeningNote};
    use lintas_sealed::{Dossier, Subject};
    let (me, other) = (sample::id(1), sample::id(2));
    let now = sample::at("2026-11-20T03:00:00Z");
    let mut dossier = Dossier::new("V-7".into(), Subject::Person(Box::default()), me, now);
    dossier.identity.names = vec!["ចន្ទា".into(), "Chantha".into()];
    dossier.identity.birth = PartialDate::year(1990).ok();
    dossier.contact.safe_way = "Mornings only".into();
    let support = dossier.support_mut().expect("a person");
    support.needs.push(Need {
        kind: NeedKind::Medical,
        urgent: true,
        progress: Progress::Open,
        note: "ពេទ្យ".into(),
    });
    support.referrals.push(Referral {
        to: "House of the River".into(),
        need: NeedKind::Shelter,
        on: sample::on(2026, 11, 20),
        progress: Progress::Accepted,
        note: String::new(),
    });
    support.plan.agreed = "School".into();
    let seen: std::collections::BTreeSet<String> = ["work_deceived".to_owned()].into();
    support.screenings.push(ScreeningNote { at: now, by: me, set: Set::AdultLabour, seen: seen.clone() });
    let consent =
        dossier.consent("Court", SupportPurpose::Proceedings, GivenBy::Person, "in Khmer", None, (me, now));
    dossier.state_law("Code Art. 1", "Court", SupportPurpose::Proceedings, "Order 7", (me, now));
    for _ in 0..2 {
        let new = NewDisclosure {
            recipient: Recipient { organisation: "Court".into(), person: "Judge".into(), officer: None },
            purpose: SupportPurpose::Proceedings,
            fields: [Told::Names].into(),
            basis: Basis::Consent(consent),
            until: now.plus_days(30),
            reason: "hearing".into(),
        };
        dossier.ask(new, me, now).expect("an adult with a living consent");
    }
    let first = dossier.disclosures[0].number;
    dossier.second_key(first, other, now).expect("two officers");
    let library = lintas_law::Library::embedded().expect("the law that ships");
    let screened = screen(library.indicators(), Set::AdultLabour, &seen);
    let screenings = dossier.support().expect("a person").screenings.clone();
    DossierView {
        id: sample::id(7),
        version: 3,
        childhood: lintas_sealed::child::Childhood::Presumed,
        states: dossier.disclosures.iter().map(|it| (it.number, dossier.state(it, now))).collect(),
        screenings: screenings.into_iter().map(|note| (note, screened.clone())).collect(),
        ends: sample::at("2031-11-21T00:00:00Z"),
        may_second: true,
        names: [(me, "Sok C.".to_owned()), (other, "Keo B.".to_owned())].into(),
        dossier,
    }
}
