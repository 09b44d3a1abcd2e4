//! What is kept as evidence and written for documents, played at a node.

use anyhow::{Context as _, bail};
use lintas_casework::Ctx;
use lintas_casework::document::{self, DocumentKind};
use lintas_casework::evidence::exhibit::{self, NewExhibit, NewLink};
use lintas_casework::evidence::proof::{self, Evidence, NewProof};
use lintas_casework::evidence::verdict::{self, NewVerdict};
use lintas_exercise::round::Deed;
use lintas_model::offence::Offence;
use lintas_model::record::EvidenceForm;
use lintas_model::{CaseId, Country, EntityId, ExhibitId, PartialDate, ReportId};

use super::Station;
use super::player::Known;

/// Performs a deed of evidence or of a document.
pub(super) async fn perform(
    ctx: &Ctx,
    station: &Station,
    on: PartialDate,
    deed: Deed,
    known: &mut Known,
) -> anyhow::Result<()> {
    match deed {
        Deed::Exhibit { handle, case, number, title, found: (origin, by), sha256, shared } => {
            let new = NewExhibit {
                case: case_of(known, &case)?,
                number: number.to_owned(),
                title: title.to_owned(),
                sha256: sha256.map(ToOwned::to_owned),
                taken: on,
                origin: origin.to_owned(),
                country: country(station)?,
                by: by.to_owned(),
                shared,
            };
            known.keep(handle, exhibit::record(ctx, new).await?);
        }
        Deed::Custody { exhibit, act, by, to, how: (how, result) } => {
            let new = NewLink {
                act,
                by: by.to_owned(),
                to: to.map(ToOwned::to_owned),
                how: how.to_owned(),
                on,
                result: result.to_owned(),
            };
            exhibit::add(ctx, ExhibitId::from_uuid(known.object(&exhibit)?.uuid()), new).await?;
        }
        Deed::Proof { case, suspect, element, evidence, form, shows } => {
            let object = known.object(&evidence)?.uuid();
            let new = NewProof {
                case: case_of(known, &case)?,
                suspect: EntityId::from_uuid(known.object(&suspect)?.uuid()),
                country: country(station)?,
                element: element.to_owned(),
                evidence: match form {
                    EvidenceForm::IntelligenceReport => Evidence::Report(ReportId::from_uuid(object)),
                    _ => Evidence::Exhibit(ExhibitId::from_uuid(object)),
                },
                form,
                shows: shows.to_owned(),
            };
            proof::lay(ctx, new).await?;
        }
        Deed::Verdict { case, person, court, result, level, sentence } => {
            let new = NewVerdict {
                case: case_of(known, &case)?,
                person: EntityId::from_uuid(known.object(&person)?.uuid()),
                offence: Offence::Trafficking,
                country: country(station)?,
                court: court.to_owned(),
                result,
                level,
                sentence: sentence.to_owned(),
                on,
                is_final: false,
                round: Some(known.round()?),
            };
            verdict::record(ctx, new).await?;
        }
        Deed::Passages { document, of, texts } => {
            let kind: DocumentKind = document.parse()?;
            let texts = texts.into_iter().map(|(part, language, text)| (part.into(), language, text.into()));
            document::write(ctx, kind, known.object(&of)?, texts.collect()).await?;
        }
        deed => bail!("could not play {deed:?} as evidence"),
    }
    Ok(())
}

fn case_of(known: &Known, handle: &str) -> anyhow::Result<CaseId> {
    Ok(CaseId::from_uuid(known.object(handle)?.uuid()))
}

fn country(station: &Station) -> anyhow::Result<Country> {
    station.part.country.context("could not find the country of the agency")
}
