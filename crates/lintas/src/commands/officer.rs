//! `lintas officer`: enrols officers from the console.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Subcommand;
use lintas_casework::officer::{self, NewOfficer};
use lintas_model::handling::Purpose;
use lintas_model::{Language, Role};

use crate::{exit, node, secret};

/// Enrol officers and list them.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Enrol an officer; the password is read from LINTAS_PASSWORD or typed.
    Add {
        /// The folder of the node.
        dir: PathBuf,
        /// Name to sign in with.
        login: String,
        /// Name shown inside the agency.
        #[arg(long)]
        name: String,
        /// Roles: officer analyst case_lead prosecutor victim_support support_lead source_handler steward administrator
        /// sealed_administrator.
        #[arg(long = "role", required = true)]
        roles: Vec<Role>,
        /// Language of screens.
        #[arg(long, default_value = "en")]
        language: Language,
        /// Who enrols.
        #[arg(long)]
        officer: Option<String>,
    },
    /// List the officers.
    List {
        /// The folder of the node.
        dir: PathBuf,
        /// Who asks.
        #[arg(long)]
        officer: Option<String>,
    },
}

pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    match args.what {
        What::Add { dir, login, name, roles, language, officer } => {
            let node = node::open(&dir).await?;
            let ctx = node::officer(&node, officer.as_deref()).await?.for_purpose(Purpose::Administration);
            let password = secret::read("LINTAS_PASSWORD", "password of the officer")?;
            let roles: BTreeSet<Role> = roles.into_iter().collect();
            officer::enrol(&ctx, NewOfficer { name, login: login.clone(), password, roles, language })
                .await?;
            println!("enrolled {login}");
            node.close().await;
        }
        What::List { dir, officer } => {
            let node = node::open(&dir).await?;
            let ctx = node::officer(&node, officer.as_deref()).await?.for_purpose(Purpose::Administration);
            for view in officer::list(&ctx).await? {
                let roles: Vec<&str> = view.officer.roles.iter().map(|role| role.as_str()).collect();
                let state = if view.officer.active { "" } else { " (suspended)" };
                println!("{}  {}  {}{state}", view.officer.login, view.officer.name, roles.join(", "));
            }
            node.close().await;
        }
    }
    Ok(exit::DONE)
}
