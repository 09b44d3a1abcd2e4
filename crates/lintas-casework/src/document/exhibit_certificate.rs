//! The certificate of an exhibit, from its record and its chain of custody.
//!
//! It names every record that it was made from with the hash of its signed header, so that a court that is given the
//! records in a court file can find each of them there, with this program or with the second verifier.

use lintas_documents::Wording;
use lintas_documents::documents::{CustodyStep, ExhibitCertificate};
use lintas_model::handling::UseRule;
use lintas_model::record::{Case, Custody, Exhibit};
use lintas_model::{ExhibitId, ObjectId};

use super::passage::Passages;
use super::sources::{Sources, quoted};
use super::{joint_investigation_agreement, request};
use crate::evidence::exhibit;
use crate::item::{self, Item};
use crate::{CaseworkError, Result, partner};

pub(super) async fn assemble(sources: &mut Sources<'_>, of: ObjectId) -> Result<ExhibitCertificate> {
    let ctx = sources.ctx;
    let view = exhibit::show(ctx, ExhibitId::from_uuid(of.uuid())).await?;
    let mark = view.exhibit.mark.clone();
    if !view.breaks.is_empty() {
        // A certificate says that every hand is listed; with a break that would be untrue.
        let broken: Vec<String> = view.breaks.iter().map(|found| found.as_str().replace('_', " ")).collect();
        return Err(CaseworkError::invalid(
            "custody",
            format!("the chain of custody has breaks: {}; mend or explain them first", broken.join(", ")),
        ));
    }
    let body = sources.subject("exhibit", view.exhibit).await?;
    let links = sources.keep_items(view.links);
    let passages = Passages::read(sources, of).await?;
    let case = match item::latest::<Case>(ctx, "case", body.case).await {
        Ok(case) => sources.keep(case),
        Err(CaseworkError::Denied(_) | CaseworkError::NotFound(_)) => None,
        Err(error) => return Err(error),
    };
    let name = case.map(|case| [case.title, case.reference].join(" ").trim().to_owned());
    let taken_by = links.first().map(|link| link.body.by.clone()).unwrap_or_default();
    let place = |sequence: (u32, u64)| format!("{}-{}", sequence.0, sequence.1);
    let proof =
        |id: String, by: &str, at: (u32, u64), hash: &str| format!("{id}  {by} {}  {hash}", place(at));
    let exhibit_record = proof(mark.record.to_string(), mark.originator.as_str(), mark.place, &mark.hash);
    let custody_records = links.iter().map(|link| {
        proof(link.mark.record.to_string(), link.mark.originator.as_str(), link.mark.place, &link.mark.hash)
    });
    let keys = partner::own_card(ctx.node()).await?.keys;
    Ok(ExhibitCertificate {
        case: Wording::same(name.unwrap_or_default()),
        exhibit: body.number.clone(),
        description: passages.over("description", &body.title),
        taken_at: passages.over("taken-at", &body.origin),
        taken_on: Some(body.taken.into()),
        taken_by,
        hash_function: hash_function(&body),
        hash: body.sha256.clone().unwrap_or_else(|| mark.hash.clone()),
        size_bytes: None,
        // What the agency keeps itself it may use; of what was given to it the giver decides.
        use_rule: joint_investigation_agreement::use_rule(if mark.originator == *ctx.node().code() {
            UseRule::Evidence
        } else {
            mark.handling.use_rule
        }),
        custody: links.iter().map(step).collect(),
        records: std::iter::once(exhibit_record).chain(custody_records).collect(),
        verification: Wording::sentence(
            "certificate-verify",
            [
                ("agency", Wording::same(keys.agency.to_string())),
                ("root", Wording::same(partner::words_of(&keys))),
            ],
        ),
        signatory: request::signatory(&passages),
        frame: sources.frame(),
    })
}

/// A thing that is no file has no bytes to hash; its record has.
fn hash_function(exhibit: &Exhibit) -> String {
    if exhibit.sha256.is_some() { "SHA-256".to_owned() } else { "SHA-256 (record)".to_owned() }
}

fn step(link: &Item<Custody>) -> CustodyStep {
    let body = &link.body;
    let who = match &body.to {
        Some(to) => format!("{} – {to}", body.by),
        None => body.by.clone(),
    };
    CustodyStep {
        on: body.on.into(),
        who,
        what: Wording::label(format!("custody-{}", body.act.as_str())),
        how: quoted(&body.how).unwrap_or_else(|| Wording::same("")),
        result: quoted(&body.result).unwrap_or_else(|| Wording::same("")),
    }
}
