//! `lintas partner`: whom this node trusts.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Subcommand;
use lintas_casework::new_log;
use lintas_casework::partner::{self, Card};
use lintas_exchange::{ClocksDiffer, Standing, account};
use lintas_model::AgencyCode;
use lintas_model::handling::Purpose;

use crate::{exit, node};

/// Hand over this node's card, pin partners by theirs, see where they stand, cut them off.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write this node's card, to hand over in person, and the words to read aloud.
    Card {
        /// The folder of the node.
        dir: PathBuf,
        /// Where to write it; standard output when left out.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Pin a partner by its card and the words that it read aloud.
    Add {
        /// The folder of the node.
        dir: PathBuf,
        /// The partner's card.
        card: PathBuf,
        /// The words that the partner read aloud; never those that came with the file.
        #[arg(long)]
        words: String,
        /// Who pins; `admin` when left out.
        #[arg(long, value_name = "LOGIN")]
        officer: Option<String>,
    },
    /// List the partners and where they stand.
    List {
        /// The folder of the node.
        dir: PathBuf,
        /// Who asks; `admin` when left out.
        #[arg(long, value_name = "LOGIN")]
        officer: Option<String>,
    },
    /// Show logs of partners that do not continue what was cosigned here, as after a restore from a backup.
    OtherLogs {
        /// The folder of the node.
        dir: PathBuf,
        /// Who asks; `admin` when left out.
        #[arg(long, value_name = "LOGIN")]
        officer: Option<String>,
    },
    /// Propose to accept the new log of a partner, after asking it in person or by a number that you know.
    ProposeLog {
        /// The folder of the node.
        dir: PathBuf,
        /// The partner, for example TH-DSI.
        code: AgencyCode,
        /// What it answered and how it was asked.
        #[arg(long)]
        reason: String,
        /// Who proposes; `admin` when left out.
        #[arg(long, value_name = "LOGIN")]
        officer: Option<String>,
    },
    /// Accept what another officer proposed: from then on the new log is cosigned.
    AcceptLog {
        /// The folder of the node.
        dir: PathBuf,
        /// The partner, for example TH-DSI.
        code: AgencyCode,
        /// Who accepts: another officer than the one who proposed.
        #[arg(long, value_name = "LOGIN")]
        officer: String,
    },
    /// Cut a partner off: nothing is served to it or taken from it any more. What it has, it keeps.
    CutOff {
        /// The folder of the node.
        dir: PathBuf,
        /// The partner, for example TH-DSI.
        code: AgencyCode,
        /// Who decides; `admin` when left out.
        #[arg(long, value_name = "LOGIN")]
        officer: Option<String>,
    },
}

pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    match args.what {
        What::Card { dir, out } => {
            let node = node::open(&dir).await?;
            let card = partner::own_card(&node).await?;
            match out {
                Some(path) => {
                    let place = || format!("could not write `{}`", path.display());
                    std::fs::write(&path, card.to_text() + "\n").with_context(place)?;
                }
                None => println!("{}", card.to_text()),
            }
            eprintln!("words to read aloud: {}", card.words());
            node.close().await;
        }
        What::Add { dir, card, words, officer } => {
            let text = std::fs::read_to_string(&card)
                .with_context(|| format!("could not read `{}`", card.display()))?;
            let node = node::open(&dir).await?;
            let ctx = node::signing(&node, officer.as_deref()).await?.for_purpose(Purpose::Administration);
            let code = partner::pin(&ctx, Card::parse(&text)?, &words).await?;
            println!("{code} is a partner now");
            node.close().await;
        }
        What::List { dir, officer } => {
            let node = node::open(&dir).await?;
            let ctx = node::officer(&node, officer.as_deref()).await?.for_purpose(Purpose::Administration);
            for partner in partner::list(&ctx).await? {
                let code = &partner.agency.code;
                let standing = if partner.active {
                    let account = account(&node, code).await?;
                    let clocks = account.clocks.map(|clocks| {
                        let ClocksDiffer { ours, theirs } = clocks;
                        format!(
                            "; its clock showed {theirs} when ours showed {ours}: one of them must be set"
                        )
                    });
                    told(&account.standing) + &clocks.unwrap_or_default()
                } else {
                    "cut off".to_owned()
                };
                println!("{code}  {}  {standing}", partner.address.as_deref().unwrap_or("by file only"));
            }
            node.close().await;
        }
        What::OtherLogs { dir, officer } => {
            let node = node::open(&dir).await?;
            let ctx = node::officer(&node, officer.as_deref()).await?.for_purpose(Purpose::Administration);
            for other in new_log::list(&ctx).await? {
                println!(
                    "{}  {} records cosigned here, another log of {} shown since {}: {}",
                    other.partner, other.before, other.shown, other.at, other.told
                );
                if let Some(proposal) = other.proposal {
                    println!("  {} proposes to accept it: {}", proposal.by, proposal.reason);
                }
            }
            node.close().await;
        }
        What::ProposeLog { dir, code, reason, officer } => {
            let node = node::open(&dir).await?;
            let ctx = node::officer(&node, officer.as_deref()).await?.for_purpose(Purpose::Administration);
            new_log::propose(&ctx, &code, &reason).await?;
            println!("proposed; another officer accepts with `lintas partner accept-log`");
            node.close().await;
        }
        What::AcceptLog { dir, code, officer } => {
            let node = node::open(&dir).await?;
            let ctx = node::signing(&node, Some(&officer)).await?.for_purpose(Purpose::Administration);
            new_log::accept(&ctx, &code).await?;
            println!("the new log of {code} is accepted and cosigned; both notes stay in the records");
            node.close().await;
        }
        What::CutOff { dir, code, officer } => {
            let node = node::open(&dir).await?;
            let ctx = node::signing(&node, officer.as_deref()).await?.for_purpose(Purpose::Administration);
            partner::cut_off(&ctx, &code).await?;
            println!("{code} is cut off; what it has received it keeps");
            node.close().await;
        }
    }
    Ok(exit::DONE)
}

fn told(standing: &Standing) -> String {
    match standing {
        Standing::Never => "never met".to_owned(),
        Standing::UpToDate { at } => format!("up to date at {at}"),
        Standing::Waiting { records } => format!("{records} records wait"),
        Standing::Refused { reason } => format!("refused: {reason}"),
        Standing::Failed { reason, retry_at } => format!("failed, next try at {retry_at}: {reason}"),
        Standing::WaitingForFile { since: Some(at) } => format!("by file, the last one at {at}"),
        Standing::WaitingForFile { since: None } => "by file, none so far".to_owned(),
    }
}
