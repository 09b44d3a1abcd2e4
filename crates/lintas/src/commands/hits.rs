//! `lintas hits`: whether a partner knows something too.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Subcommand;
use lintas_casework::hits::{self, Desk, Outcome, Question, Standing, Wish};
use lintas_casework::{CaseworkError, Ctx, case};
use lintas_exchange::bundle::{bundle_for, take_bundle};
use lintas_exchange::{Pace, ask};
use lintas_model::property::Property;
use lintas_model::{AgencyCode, CaseId, EntityId, HitQueryId};
use lintas_policy::Action;

use super::results::Format;
use crate::whole_file::WholeFile;
use crate::{exit, node};

/// Ask partners whether they also know a phone, a document, a plate, an account or a name of a case; answer by file; list
/// what was asked and answered. A hit says only that the partner knows it: ask for the rest.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Ask a partner about the people and things of a case; everything asked must be stated by a record of the case.
    Ask {
        /// The folder of the node.
        dir: PathBuf,
        /// The partner, for example TH-DSI.
        #[arg(long, value_name = "CODE")]
        to: AgencyCode,
        /// The case: its id, reference or title.
        #[arg(long)]
        case: String,
        /// On what legal basis, for example "UNTOC Art. 27".
        #[arg(long, value_name = "TEXT")]
        basis: String,
        /// Only about this person or thing; repeat it for several. All of the case when nothing is named.
        #[arg(long, value_name = "ID")]
        entity: Vec<EntityId>,
        /// Only about this telephone number, as a record of the case states it.
        #[arg(long, value_name = "NUMBER")]
        phone: Vec<String>,
        /// Only about this document.
        #[arg(long, value_name = "NUMBER")]
        document: Vec<String>,
        /// Only about this plate.
        #[arg(long, value_name = "PLATE")]
        plate: Vec<String>,
        /// Only about this account.
        #[arg(long, value_name = "NUMBER")]
        account: Vec<String>,
        /// Also about victims, as for a missing person; a second officer must approve it.
        #[arg(long)]
        with_victims: bool,
        /// Write the question as a file for the courier instead of meeting the partner now.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Who asks; `admin` when left out.
        #[arg(long, value_name = "LOGIN")]
        officer: Option<String>,
    },
    /// Approve a question that waits for a second officer, who is another than the one who asked.
    Approve {
        /// The folder of the node.
        dir: PathBuf,
        /// The question.
        id: HitQueryId,
        /// Who approves.
        #[arg(long, value_name = "LOGIN")]
        officer: String,
    },
    /// Take a partner's file and write the answers to its questions into a file for it.
    Answer {
        /// The folder of the node.
        dir: PathBuf,
        /// The partner's file.
        file: PathBuf,
        /// The answer to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Who carries it; `admin` when left out.
        #[arg(long, value_name = "LOGIN")]
        officer: Option<String>,
    },
    /// List what was asked and answered on both sides, and what is left of today's budgets.
    List {
        /// The folder of the node.
        dir: PathBuf,
        /// How to print.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
        /// Who reads; `admin` when left out.
        #[arg(long, value_name = "LOGIN")]
        officer: Option<String>,
    },
    /// Open one in a hundred commitments of a question and say which have no record behind them.
    Inspect {
        /// The folder of the node.
        dir: PathBuf,
        /// The question.
        id: HitQueryId,
        /// Who inspects; `admin` when left out.
        #[arg(long, value_name = "LOGIN")]
        officer: Option<String>,
    },
}

/// Exit code 1 when an inspection finds something or a file was taken in part only, 4 when a question is refused.
pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    match args.what {
        What::Ask {
            dir,
            to,
            case,
            basis,
            entity,
            phone,
            document,
            plate,
            account,
            with_victims,
            out,
            officer,
        } => {
            let ctx = open(&dir, officer.as_deref(), Action::AskHits).await?;
            let typed = [
                (Property::PhoneNumber, phone),
                (Property::DocumentNumber, document),
                (Property::Plate, plate),
                (Property::AccountNumber, account),
            ];
            let wish = Wish {
                to,
                case: find_case(&ctx, &case).await?,
                legal_basis: basis,
                entities: entity.into_iter().collect(),
                values: typed
                    .into_iter()
                    .flat_map(|(property, texts)| texts.into_iter().map(move |text| (property, text)))
                    .collect(),
                with_victims,
            };
            let done = put(&ctx, wish, out.as_deref()).await;
            ctx.node().close().await;
            done
        }
        What::Approve { dir, id, officer } => {
            let node = node::open(&dir).await?;
            let ctx = node::signing(&node, Some(&officer)).await?.ready_for(Action::ApproveHits, "hit_query");
            hits::approve(&ctx, id).await?;
            let question = hits::question(&ctx, id).await?;
            send(&ctx, &question, None).await?;
            ctx.node().close().await;
            Ok(exit::DONE)
        }
        What::Answer { dir, file, out, officer } => {
            let node = node::open(&dir).await?;
            let ctx = node::officer(&node, officer.as_deref()).await?;
            ctx.permit_plain(Action::CarryBundle, "partner").map_err(CaseworkError::from)?;
            let opened = File::open(&file).with_context(|| format!("could not open `{}`", file.display()))?;
            let taken = take_bundle(&node, BufReader::new(opened)).await?;
            let findings: Vec<String> = taken.findings().collect();
            for finding in &findings {
                eprintln!("lintas: {finding}");
            }
            write_bundle(&ctx, &taken.from, &out).await?;
            println!("{} records of {} taken; the answer is in {}", taken.taken(), taken.from, out.display());
            node.close().await;
            Ok(if findings.is_empty() { exit::DONE } else { exit::FINDINGS })
        }
        What::List { dir, format, officer } => {
            let ctx = open(&dir, officer.as_deref(), Action::View).await?;
            let desk = hits::desk(&ctx).await?;
            match format {
                Format::Table => table(&desk),
                Format::Json => println!("{}", serde_json::to_string_pretty(&json(&desk))?),
            }
            ctx.node().close().await;
            Ok(exit::DONE)
        }
        What::Inspect { dir, id, officer } => {
            let node = node::open(&dir).await?;
            let ctx = node::officer(&node, officer.as_deref()).await?;
            let found = hits::inspect(&ctx, id).await?;
            println!("{} of {} commitments opened", found.opened, found.items);
            for unbacked in &found.unbacked {
                println!("item {}, record {}: {}", unbacked.at + 1, unbacked.record, unbacked.problem);
            }
            node.close().await;
            Ok(if found.unbacked.is_empty() { exit::DONE } else { exit::FINDINGS })
        }
    }
}

async fn open(dir: &Path, officer: Option<&str>, action: Action) -> anyhow::Result<Ctx> {
    let node = node::open(dir).await?;
    Ok(node::officer(&node, officer).await?.ready_for(action, "hit_query"))
}

/// The case of that id, reference or title.
async fn find_case(ctx: &Ctx, text: &str) -> anyhow::Result<CaseId> {
    let named: Vec<CaseId> = case::list(ctx)
        .await?
        .into_iter()
        .filter(|line| line.id.to_string() == text || line.case.reference == text || line.case.title == text)
        .map(|line| line.id)
        .collect();
    match named[..] {
        [one] => Ok(one),
        [] => Err(CaseworkError::NotFound("case").into()),
        _ => {
            Err(exit::Usage(format!("could not choose among several cases called `{text}`: give the id"))
                .into())
        }
    }
}

async fn put(ctx: &Ctx, wish: Wish, out: Option<&Path>) -> anyhow::Result<u8> {
    let asked = hits::ask(ctx, wish).await?;
    println!("{}  {} items", asked.id, asked.items);
    let question = hits::question(ctx, asked.id).await?;
    if question.standing == Standing::WaitsForSecond {
        println!("it waits for a second officer: lintas hits approve DIR {} --officer LOGIN", asked.id);
        return Ok(exit::DONE);
    }
    send(ctx, &question, out).await?;
    Ok(exit::DONE)
}

/// Meets the partner, or writes the file for the courier.
async fn send(ctx: &Ctx, question: &Question, out: Option<&Path>) -> anyhow::Result<()> {
    if let Some(out) = out {
        write_bundle(ctx, &question.to, out).await?;
        println!("the question is in {}; bring the answer with `lintas bundle import`", out.display());
        return Ok(());
    }
    ask(ctx.node(), &question.to, Pace::FULL).await?;
    println!("{}", told(&hits::question(ctx, question.id).await?));
    Ok(())
}

async fn write_bundle(ctx: &Ctx, to: &AgencyCode, out: &Path) -> anyhow::Result<()> {
    let mut file = WholeFile::begin(out)?;
    bundle_for(ctx.node(), to, false, &mut file).await?;
    file.finish()
}

fn told(question: &Question) -> String {
    match &question.standing {
        Standing::Stopped { reason, .. } => format!("refused here: {reason}"),
        Standing::WaitsForSecond => "waits for a second officer".to_owned(),
        Standing::Sent => "sent; no answer yet".to_owned(),
        Standing::Refused { reason, .. } => format!("refused by {}: {reason}", question.to),
        Standing::NotAccepted { problem } => format!("the answer was not accepted: {problem}"),
        Standing::Answered { hits, .. } if hits.is_empty() => "no hit".to_owned(),
        Standing::Answered { hits, .. } => hits
            .iter()
            .map(|hit| {
                let sure = if hit.possible { "possibly known" } else { "known" };
                let what = if hit.end.is_empty() { &hit.caption } else { &hit.end };
                format!(
                    "{what} ({}) is {sure} to {} too: ask",
                    hit.kind.as_str().replace('_', " "),
                    question.to
                )
            })
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

fn told_of(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Waits => "not answered yet".to_owned(),
        Outcome::Refused { reason, .. } => format!("refused: {reason}"),
        Outcome::Answered => "answered".to_owned(),
        Outcome::Noticed { hits } => format!("answered, {hits} hits"),
        Outcome::Disputed { problem } => format!("disputed: {problem}"),
    }
}

fn table(desk: &Desk) {
    for question in &desk.asked {
        println!(
            "{}  {}  asked {} about {} items: {}",
            question.mark.at,
            question.id,
            question.to,
            question.items,
            told(question).replace('\n', "; ")
        );
    }
    for received in &desk.received {
        println!(
            "{}  {} asked about {} items: {}",
            received.mark.at,
            received.from,
            received.items,
            told_of(&received.outcome)
        );
    }
    for budget in &desk.budgets {
        println!(
            "{}: {} of {} items left to ask today, {} to answer",
            budget.partner, budget.to_ask, budget.of, budget.to_answer
        );
    }
}

fn json(desk: &Desk) -> serde_json::Value {
    let asked = desk.asked.iter().map(|question| {
        let hits = match &question.standing {
            Standing::Answered { hits, .. } => hits
                .iter()
                .map(|hit| {
                    serde_json::json!({
                        "entity": hit.entity, "kind": hit.kind, "end": hit.end, "possible": hit.possible,
                    })
                })
                .collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        serde_json::json!({
            "id": question.id, "at": question.mark.at.to_string(), "to": question.to, "case": question.case,
            "purpose": question.purpose, "items": question.items, "standing": word(&question.standing),
            "told": told(question), "hits": hits,
        })
    });
    let received = desk.received.iter().map(|received| {
        serde_json::json!({
            "at": received.mark.at.to_string(), "from": received.from, "purpose": received.purpose,
            "items": received.items, "two_officers": received.by_two, "told": told_of(&received.outcome),
        })
    });
    let budgets = desk.budgets.iter().map(|budget| {
        serde_json::json!({
            "partner": budget.partner, "to_ask": budget.to_ask, "to_answer": budget.to_answer, "of": budget.of,
        })
    });
    serde_json::json!({
        "asked": asked.collect::<Vec<_>>(),
        "received": received.collect::<Vec<_>>(),
        "budgets": budgets.collect::<Vec<_>>(),
    })
}

const fn word(standing: &Standing) -> &'static str {
    match standing {
        Standing::Stopped { .. } => "stopped",
        Standing::WaitsForSecond => "waits_for_second",
        Standing::Sent => "sent",
        Standing::Refused { .. } => "refused",
        Standing::NotAccepted { .. } => "not_accepted",
        Standing::Answered { .. } => "answered",
    }
}
