//! `lintas init DIR`: makes a node.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use lintas_casework::Node;
use lintas_casework::node::{FirstOfficer, NewNode};
use lintas_model::{AgencyCode, Country, Language, Role};

use crate::exit;
use crate::node::FIRST_LOGIN;
use crate::secret;
use crate::system::{SystemClock, SystemEntropy};

/// Create a node: its folder, its keys, its database and its first officer.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder of the node; made if it does not exist.
    dir: PathBuf,
    /// The agency's code, for example KH-CIB.
    #[arg(long)]
    agency: AgencyCode,
    /// The agency's name in English.
    #[arg(long)]
    name: String,
    /// The agency's country, two letters; leave out for an international programme.
    #[arg(long)]
    country: Option<Country>,
    /// Language of screens: en th vi km lo ms id fil bn.
    #[arg(long, default_value = "en")]
    language: Language,
    /// Where the records are kept: sqlite:///path/node.db or postgres://user@host/name. A file in DIR when left out.
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// Address for pages.
    #[arg(long, default_value = "127.0.0.1:7801")]
    web: String,
    /// Address for partners' nodes.
    #[arg(long, default_value = "127.0.0.1:7901")]
    peer: String,
    /// How partners reach this node, for example https://node.example:7901; leave out to meet by file only.
    #[arg(long, value_name = "URL")]
    public: Option<String>,
    /// Name of the first officer.
    #[arg(long, default_value = "First officer")]
    officer: String,
    /// Name under which the first officer signs in.
    #[arg(long, default_value = FIRST_LOGIN)]
    login: String,
    /// Officers do not sign grave acts with keys of their own; whoever keeps the node can then act in their names.
    #[arg(long)]
    officers_do_not_sign: bool,
    /// Roles of the first officer; a small agency may give one person several.
    #[arg(long = "role", value_name = "ROLE", default_values = ["administrator", "case_lead", "analyst"])]
    roles: Vec<Role>,
}

pub(crate) async fn run(args: Args) -> anyhow::Result<u8> {
    let password = secret::read("LINTAS_PASSWORD", "password of the first officer")?;
    let new = NewNode {
        agency: args.agency,
        names: BTreeMap::from([("en".to_owned(), args.name)]),
        country: args.country,
        language: args.language,
        database: args.database,
        web_address: args.web,
        peer_address: args.peer,
        public_address: args.public,
        demo: false,
        officers_sign: !args.officers_do_not_sign,
        first_officer: FirstOfficer {
            name: args.officer,
            login: args.login.to_lowercase(),
            password,
            roles: args.roles.into_iter().collect::<BTreeSet<Role>>(),
        },
    };
    let node = Node::init(&args.dir, new, Arc::new(SystemClock), Box::new(SystemEntropy)).await?;
    println!("made the node of {} in {}", node.code(), args.dir.display());
    println!(
        "next: take keys/root.key off this machine into a safe, then `lintas serve {}`",
        args.dir.display()
    );
    node.close().await;
    Ok(exit::DONE)
}
