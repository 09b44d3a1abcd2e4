//! Agreements, notices and mentors, played at a node.

use std::collections::BTreeSet;

use anyhow::Context as _;
use lintas_casework::document::{self, DocumentKind};
use lintas_casework::notice::{self, NewNotice};
use lintas_casework::{agreement, mentor};
use lintas_exercise::round::JointDeed;
use lintas_model::handling::{OnwardRule, UseRule};
use lintas_model::offence::Offence;
use lintas_model::record::{Agreement, Clause, NoticeChannel, WorkingLanguage};
use lintas_model::{AgencyCode, CaseId, Language, WarrantId};

use super::Station;
use super::player::{Known, codes};

/// Performs a deed of an agreement, a notice or a mentor.
pub(super) async fn perform(station: &Station, deed: JointDeed, known: &Known) -> anyhow::Result<()> {
    let lead = || station.seat("lead");
    let case_of = |handle: &str| Ok::<_, anyhow::Error>(CaseId::from_uuid(known.object(handle)?.uuid()));
    match deed {
        JointDeed::Agree { case, parties, leaders, period: (from, to), clauses } => {
            let parties = codes(&parties)?;
            let clauses = clauses.into_iter().map(|(word, text)| {
                let clause = Clause::named(word).with_context(|| format!("could not find `{word}`"))?;
                Ok((clause, text.to_owned()))
            });
            let leaders = leaders.into_iter().map(|(state, code)| Ok((state, AgencyCode::new(code)?)));
            let text = Agreement {
                case: case_of(&case)?,
                members: parties.clone(),
                parties,
                states: BTreeSet::new(),
                from,
                to,
                clauses: clauses.collect::<anyhow::Result<_>>()?,
                basis: "untoc".to_owned(),
                offences: BTreeSet::from([Offence::Trafficking]),
                leaders: leaders.collect::<anyhow::Result<_>>()?,
                participants: BTreeSet::new(),
                use_rule: UseRule::EvidenceAfterPermission,
                onward: OnwardRule::Ask,
                earlier_material: true,
                outside_material: false,
                retention_months: Some(36),
                spokespersons: BTreeSet::from([station.code().clone()]),
            };
            agreement::write(&lead().await?, None, text).await?;
        }
        JointDeed::Sign { case } => {
            let ctx = lead().await?;
            let view = agreement::of_case(&ctx, case_of(&case)?).await?.agreement;
            let view = view.with_context(|| format!("could not find the agreement of `{case}`"))?;
            agreement::sign(&ctx, view.id, view.text.mark.record, "Director (demonstration)").await?;
        }
        JointDeed::Diffusion { warrant, colour, to, texts } => {
            let ctx = lead().await?;
            let new = NewNotice {
                warrant: WarrantId::from_uuid(known.object(&warrant)?.uuid()),
                colour,
                channel: NoticeChannel::Diffusion,
                to: to.into_iter().collect(),
                language: WorkingLanguage::En,
                reference: "NCB/2017/31".to_owned(),
            };
            let id = notice::ask(&ctx, new).await?;
            let texts = texts.into_iter().map(|(part, text)| (part.into(), Language::En, text.into()));
            document::write(&ctx, DocumentKind::NoticeRequest, id.into(), texts.collect()).await?;
        }
        JointDeed::ShowMentors { case } => {
            mentor::set_open(&lead().await?, case_of(&case)?, true).await?;
        }
        JointDeed::Advise { case, grade, text } => {
            mentor::advise(&station.seat("mentor").await?, case_of(&case)?, grade, text).await?;
        }
    }
    Ok(())
}
