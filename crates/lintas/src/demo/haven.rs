//! What support workers do in the play: dossiers in the sealed space, and a disclosure with two keys.

use std::collections::BTreeSet;

use lintas_casework::Ctx;
use lintas_casework::sealed::disclosure;
use lintas_casework::sealed::dossier;
use lintas_casework::sealed::{DossierKind, Part};
use lintas_model::{Country, ObjectId, PartialDate};
use lintas_sealed::DossierId;
use lintas_sealed::child::{AgeAssessment, BestInterest, ChildProtection};
use lintas_sealed::consent::{GivenBy, SupportPurpose};
use lintas_sealed::disclosure::{Basis, NewDisclosure, Recipient};
use lintas_sealed::field::Field;
use lintas_sealed::identity::{Contact, Identity};
use lintas_sealed::support::{Need, NeedKind, Plan, Progress, Referral};

use super::Station;

const PERSON: DossierKind = DossierKind::Person;

/// What a support worker learns of a person.
pub(super) struct Shelter {
    pub(super) person: ObjectId,
    pub(super) names: Vec<&'static str>,
    pub(super) born: PartialDate,
    pub(super) nationality: Country,
    pub(super) plan: &'static str,
    pub(super) guardian: Option<&'static str>,
}

/// Opens the dossier of a person and writes into it.
pub(super) async fn shelter(station: &Station, file: Shelter) -> anyhow::Result<()> {
    let worker = station.seat("support").await?;
    let id = dossier::open(&worker, file.person).await?;
    let today = PartialDate::of(worker.now());
    let mut parts = vec![
        Part::Identity(Identity {
            names: file.names.into_iter().map(ToOwned::to_owned).collect(),
            birth: Some(file.born),
            documents: Vec::new(),
            nationality: Some(file.nationality),
            languages: String::new(),
        }),
        Part::Contact(Contact {
            safe_way: "Through the shelter only, in the morning".to_owned(),
            ..Contact::default()
        }),
        Part::Need(Need {
            kind: NeedKind::Medical,
            urgent: true,
            progress: Progress::Open,
            note: String::new(),
        }),
        Part::Referral(Referral {
            to: "House of the River (made up)".to_owned(),
            need: NeedKind::Shelter,
            on: today,
            progress: Progress::Accepted,
            note: String::new(),
        }),
        Part::Plan(Plan { agreed: file.plan.to_owned(), ..Plan::default() }),
    ];
    if let Some(guardian) = file.guardian {
        parts.push(Part::Child(ChildProtection {
            in_doubt: true,
            assessment: AgeAssessment::Child,
            guardian: guardian.to_owned(),
            best_interest: Vec::new(),
        }));
        parts.push(Part::BestInterest(BestInterest {
            by: "Child protection panel".to_owned(),
            on: today,
            decision: "To live with relatives, school near by".to_owned(),
        }));
    }
    for part in parts {
        write(&worker, id, part).await?;
    }
    Ok(())
}

/// Records a consent and turns the first key of a disclosure to a court; the second one too when it is wanted.
pub(super) async fn disclose(
    station: &Station,
    person: ObjectId,
    court: &str,
    second_key: bool,
) -> anyhow::Result<()> {
    let worker = station.seat("support").await?;
    let id = dossier::open(&worker, person).await?;
    let consent = Part::Consent {
        recipient: court.to_owned(),
        purpose: SupportPurpose::Proceedings,
        given_by: GivenBy::Person,
        explained: "By the support worker, in the person's own language".to_owned(),
        until: None,
    };
    write(&worker, id, consent).await?;
    let view = dossier::show(&worker, PERSON, id).await?;
    let number = view.dossier.consents.last().map(|consent| consent.number).unwrap_or_default();
    let prosecutor = station.seat("prosecutor").await?;
    let new = NewDisclosure {
        recipient: Recipient {
            organisation: court.to_owned(),
            person: prosecutor.name().to_owned(),
            officer: Some(prosecutor.officer()),
        },
        purpose: SupportPurpose::Proceedings,
        fields: BTreeSet::from([Field::Names, Field::Languages]),
        basis: Basis::Consent(number),
        until: worker.now().plus_days(90),
        reason: "Summons as a witness".to_owned(),
    };
    write(&worker, id, Part::Ask(new)).await?;
    if second_key {
        let lead = station.seat("support-lead").await?;
        let view = dossier::show(&lead, PERSON, id).await?;
        let number = view.dossier.disclosures.last().map(|it| it.number).unwrap_or_default();
        disclosure::second_key(&lead, PERSON, id, number).await?;
    }
    Ok(())
}

async fn write(worker: &Ctx, id: DossierId, part: Part) -> anyhow::Result<()> {
    let version = dossier::show(worker, PERSON, id).await?.version;
    Ok(dossier::change(worker, PERSON, id, version, part).await?)
}
