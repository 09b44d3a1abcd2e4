//! A region: agencies with a node each, partners of one another.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use lintas_casework::node::{FirstOfficer, NewNode};
use lintas_casework::{Ctx, Node, partner, signin};
use lintas_model::clock::SetClock;
use lintas_model::entropy::SeededEntropy;
use lintas_model::{AgencyCode, Language, Role, Timestamp};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::Line;

const CODES: [&str; 8] =
    ["KH-CIB", "TH-DSI", "VN-C02", "LA-ATD", "MY-ATIPSOM", "ID-PPA", "PH-IACAT", "BD-CID"];
const LOGIN: &str = "chief";

/// Agencies in one process, with everything they need; gone when dropped.
pub struct Region {
    /// The agencies.
    pub members: Vec<Member>,
    /// The clock of all nodes, set by hand.
    pub clock: Arc<SetClock>,
    folder: TempDir,
}

/// An agency with its node.
pub struct Member {
    /// The node, which answers partners over [`Member::line`].
    pub node: Node,
    /// An officer who leads cases and keeps the node.
    pub chief: Ctx,
    /// The line on which partners reach the node.
    pub line: Line,
    serving: JoinHandle<()>,
}

/// A region of `n` agencies (at most eight), each a partner of every other.
pub async fn region(n: usize) -> anyhow::Result<Region> {
    region_of(n, |_, _| true).await
}

/// A region of `n` agencies in which the first pins the second where `pins` says so.
pub async fn region_of(n: usize, pins: impl Fn(usize, usize) -> bool) -> anyhow::Result<Region> {
    let folder = tempfile::tempdir()?;
    let start = Timestamp::parse("2017-03-01T08:00:00Z").unwrap_or(Timestamp::from_millis(0));
    let clock = Arc::new(SetClock::new(start));
    let mut members = Vec::with_capacity(n);
    for (at, code) in CODES.iter().enumerate().take(n) {
        members.push(Member::found(folder.path().join(code), code, at as u64 + 1, clock.clone()).await?);
    }
    for (one, member) in members.iter().enumerate() {
        for (other, known) in members.iter().enumerate() {
            if one != other && pins(one, other) {
                let card = partner::own_card(&known.node).await?;
                let words = card.words();
                partner::pin(&member.chief, card, &words).await?;
            }
        }
    }
    Ok(Region { members, clock, folder })
}

impl Region {
    /// The folder of a member's node.
    pub fn folder(&self, of: usize) -> PathBuf {
        self.folder.path().join(CODES[of])
    }

    /// Two members at once.
    pub fn pair(&self) -> (&Member, &Member) {
        (&self.members[0], &self.members[1])
    }

    /// Stops a member's node where it stands, as a kill does: nothing is closed, what was not on disk is lost. The node is opened
    /// again from its folder.
    pub async fn kill(&mut self, of: usize, seed: u64) -> anyhow::Result<()> {
        self.members[of].serving.abort();
        let folder = self.members[of].node.folder().to_owned();
        self.replace(of, &folder, seed).await
    }

    /// Puts another node in the place of a member's, reached over the same line: the same agency after a restore.
    pub async fn replace(&mut self, of: usize, folder: &std::path::Path, seed: u64) -> anyhow::Result<()> {
        self.reopen(of, folder, self.clock.clone(), seed).await
    }

    /// Gives a member's node a clock of its own, which shows this instant.
    pub async fn set_clock_of(&mut self, of: usize, at: Timestamp, seed: u64) -> anyhow::Result<()> {
        self.reopen(of, &self.folder(of), Arc::new(SetClock::new(at)), seed).await
    }

    async fn reopen(
        &mut self,
        of: usize,
        folder: &std::path::Path,
        clock: Arc<SetClock>,
        seed: u64,
    ) -> anyhow::Result<()> {
        let node = Node::open(folder, clock, Box::new(SeededEntropy::new(seed))).await?;
        let chief = signin::at_the_console(&node, LOGIN).await?;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let member = &mut self.members[of];
        member.line.lead_to(listener.local_addr()?);
        member.serving.abort();
        member.serving = serve(node.clone(), listener);
        member.node = node;
        member.chief = chief;
        Ok(())
    }
}

impl Member {
    async fn found(folder: PathBuf, code: &str, seed: u64, clock: Arc<SetClock>) -> anyhow::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let outside = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let line = Line::lay(outside, address)?;
        let new = NewNode {
            agency: AgencyCode::new(code)?,
            names: BTreeMap::from([("en".to_owned(), format!("Agency {code}"))]),
            country: None,
            language: Language::En,
            database: None,
            web_address: "127.0.0.1:0".into(),
            peer_address: address.to_string(),
            public_address: Some(format!("https://{}", line.address())),
            demo: false,
            officers_sign: false,
            first_officer: FirstOfficer {
                name: "Chief".into(),
                login: LOGIN.into(),
                password: "correct horse battery".into(),
                roles: BTreeSet::from([Role::Administrator, Role::CaseLead, Role::Officer]),
            },
        };
        let node = Node::init(&folder, new, clock, Box::new(SeededEntropy::new(seed))).await?;
        let chief = signin::at_the_console(&node, LOGIN).await?;
        let serving = serve(node.clone(), listener);
        Ok(Self { node, chief, line, serving })
    }

    /// The agency's code.
    pub fn code(&self) -> &AgencyCode {
        self.node.code()
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

fn serve(node: Node, listener: TcpListener) -> JoinHandle<()> {
    tokio::spawn(async move {
        if let Err(error) = lintas_exchange::serve(node, listener).await {
            eprintln!("a node stopped answering: {}", error.told());
        }
    })
}
