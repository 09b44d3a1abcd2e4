//! `lintas sealed`: the sealed space, for its administrator. Nothing of what lies in it is ever printed.

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::Subcommand;
use lintas_casework::sealed::{self, NewSpace, admission, audit, backup, erase};
use lintas_casework::{Ctx, Node};
use lintas_model::Role;
use lintas_model::handling::Purpose;

use crate::whole_file::WholeFile;
use crate::{exit, node};

/// Keep the sealed space, where protected persons and sources are known by name: make it, admit, check, back up, restore.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Make the sealed space of a node, with a database and a key file of its own.
    Init {
        /// The folder of the node.
        dir: PathBuf,
        /// Its first administrator, an officer in the role sealed_administrator.
        #[arg(long, value_name = "LOGIN")]
        officer: String,
        /// Its key file: best on another disk, or on a stick. A file in DIR/sealed when left out.
        #[arg(long, value_name = "FILE")]
        key_file: Option<PathBuf>,
        /// Its database: sqlite:///path/sealed.db or postgres://user@host/name. A file in DIR/sealed when left out.
        #[arg(long, value_name = "URL")]
        database: Option<String>,
    },
    /// List who is admitted and who could be.
    Members {
        /// The folder of the node.
        dir: PathBuf,
        /// Who asks.
        #[arg(long, value_name = "LOGIN")]
        officer: String,
    },
    /// Admit an officer in roles that the administrator of the node has given.
    Admit {
        /// The folder of the node.
        dir: PathBuf,
        /// Whom.
        login: String,
        /// In which roles: victim_support support_lead source_handler sealed_administrator.
        #[arg(long = "role", required = true)]
        roles: Vec<Role>,
        /// Who admits.
        #[arg(long, value_name = "LOGIN")]
        officer: String,
    },
    /// Dismiss an officer.
    Dismiss {
        /// The folder of the node.
        dir: PathBuf,
        /// Whom.
        login: String,
        /// Who dismisses.
        #[arg(long, value_name = "LOGIN")]
        officer: String,
    },
    /// Open everything once and list what is damaged.
    Check {
        /// The folder of the node.
        dir: PathBuf,
        /// Who checks.
        #[arg(long, value_name = "LOGIN")]
        officer: String,
    },
    /// Print the newest entries of its audit: who did what and when, never what was read.
    Audit {
        /// The folder of the node.
        dir: PathBuf,
        /// How many.
        #[arg(long, default_value_t = 50)]
        most: usize,
        /// Who reads.
        #[arg(long, value_name = "LOGIN")]
        officer: String,
    },
    /// Run the rules of retention now; a node that is served runs them each hour.
    Keep {
        /// The folder of the node.
        dir: PathBuf,
    },
    /// Write a backup; it is sealed, and the key file is not in it.
    Backup {
        /// The folder of the node.
        dir: PathBuf,
        /// The file to write.
        file: PathBuf,
        /// Who backs up.
        #[arg(long, value_name = "LOGIN")]
        officer: String,
    },
    /// Put a backup in place where there is no database any more; whoever was erased since stays erased.
    Restore {
        /// The folder of the node.
        dir: PathBuf,
        /// The backup.
        file: PathBuf,
        /// Who restores.
        #[arg(long, value_name = "LOGIN")]
        officer: String,
    },
}

pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    let (dir, login) = args.what.place();
    let node = node::open(&dir).await?;
    let done = act(&node, login, args.what).await;
    node.close().await;
    done
}

impl What {
    fn place(&self) -> (PathBuf, Option<String>) {
        match self {
            Self::Init { dir, officer, .. }
            | Self::Members { dir, officer }
            | Self::Admit { dir, officer, .. }
            | Self::Dismiss { dir, officer, .. }
            | Self::Check { dir, officer }
            | Self::Audit { dir, officer, .. }
            | Self::Backup { dir, officer, .. }
            | Self::Restore { dir, officer, .. } => (dir.clone(), Some(officer.clone())),
            Self::Keep { dir } => (dir.clone(), None),
        }
    }
}

async fn act(node: &Node, login: Option<String>, what: What) -> anyhow::Result<u8> {
    let keeper = async || -> anyhow::Result<Ctx> {
        Ok(node::officer(node, login.as_deref()).await?.for_purpose(Purpose::Administration))
    };
    match what {
        What::Init { key_file, database, .. } => {
            let place = sealed::make(&keeper().await?, NewSpace { database, key_file }).await?;
            println!("made the sealed space of {}", node.code());
            println!("its key file: {}", place.key_file.display());
            println!(
                "next: keep a copy of the key file in a safe; without it nobody can ever read what lies there"
            );
        }
        What::Members { .. } => {
            for member in admission::list(&keeper().await?).await? {
                let words = |roles: &BTreeSet<Role>| {
                    roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(", ")
                };
                let state = match (member.admitted.is_empty(), member.lapsed) {
                    (true, _) => "not admitted".to_owned(),
                    (false, true) => "lapsed: another password was set; admit anew".to_owned(),
                    (false, false) => format!("admitted as {}", words(&member.admitted)),
                };
                println!("{}  {}  ({})  {state}", member.login, member.name, words(&member.has));
            }
        }
        What::Admit { login, roles, .. } => {
            let officer = node::officer(node, Some(&login)).await?.officer();
            admission::admit(&keeper().await?, officer, roles.into_iter().collect()).await?;
            println!("admitted {login}");
        }
        What::Dismiss { login, .. } => {
            let officer = node::officer(node, Some(&login)).await?.officer();
            admission::dismiss(&keeper().await?, officer).await?;
            println!("dismissed {login}");
        }
        What::Check { .. } => {
            let check = audit::check(&keeper().await?).await?;
            for finding in &check.findings {
                println!("{finding}");
            }
            println!(
                "{} dossiers, {} admissions and {} entries of the audit are whole",
                check.dossiers, check.members, check.entries
            );
            return Ok(if check.findings.is_empty() { exit::DONE } else { exit::FINDINGS });
        }
        What::Audit { most, .. } => {
            let audit = audit::list(&keeper().await?, most).await?;
            for entry in audit.entries {
                let officer = entry
                    .officer
                    .map_or("the node", |id| audit.names.get(&id).map_or("an officer", String::as_str));
                let dossier = entry.dossier.map(|id| id.to_string()).unwrap_or_default();
                let detail = entry.detail.unwrap_or_default();
                println!("{}  {:<11}  {officer}  {dossier}  {detail}", entry.at, entry.act.as_str());
            }
        }
        What::Keep { .. } => {
            let kept = erase::keep(node).await?;
            println!(
                "looked at {}, erased {}, ended {} disclosures",
                kept.looked_at, kept.erased, kept.ended
            );
        }
        What::Backup { file, .. } => {
            let bytes = backup::make(&keeper().await?).await?;
            WholeFile::of(&file, &bytes)?;
            println!("wrote {}", file.display());
        }
        What::Restore { file, .. } => {
            let bytes =
                std::fs::read(&file).with_context(|| format!("could not read `{}`", file.display()))?;
            let restored = backup::restore(&keeper().await?, &bytes).await?;
            println!("put the backup of {} in place: {} dossiers", restored.made, restored.dossiers);
            if restored.erased_again > 0 {
                println!("{} of them had been erased since and were erased again", restored.erased_again);
            }
            if restored.lost_entries > 0 {
                println!("{} entries of the audit were written after it and are lost", restored.lost_entries);
            }
        }
    }
    Ok(exit::DONE)
}
