//! Setting the region up: nodes, officers, partners.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use lintas_casework::node::{FirstOfficer, NewNode};
use lintas_casework::officer::{self, NewOfficer};
use lintas_casework::partner::{self, Card};
use lintas_casework::sealed::{NewSpace, admission};
use lintas_casework::{Ctx, Node, sealed, signin};
use lintas_exercise::round::{AgencyPart, STEWARD};
use lintas_model::handling::Purpose;
use lintas_model::{AgencyCode, Language, Role};

use super::PlayedClock;
use crate::exit::Usage;
use crate::system::SystemEntropy;

/// The nodes of a region with the ports they listen on.
pub(crate) struct Region {
    pub(crate) stations: Vec<Station>,
    pub(crate) clock: Arc<PlayedClock>,
}

/// One node with its listeners, which are bound before its card is written, so that no port can be lost in between.
pub(crate) struct Station {
    pub(crate) part: AgencyPart,
    pub(crate) node: Node,
    pub(crate) web: TcpListener,
    pub(crate) peer: TcpListener,
    /// Whether it meets the others by file only.
    pub(crate) by_file: bool,
}

/// A seat at a node of the demo: role, sign-in name, name shown.
pub(crate) struct Seat {
    pub(crate) role: Role,
    pub(crate) login: &'static str,
    name: &'static str,
}

const SEATS: [Seat; 9] = [
    Seat { role: Role::Officer, login: "officer", name: "Officer (demonstration)" },
    Seat { role: Role::Analyst, login: "analyst", name: "Analyst (demonstration)" },
    Seat { role: Role::CaseLead, login: "lead", name: "Case lead (demonstration)" },
    Seat { role: Role::Prosecutor, login: "prosecutor", name: "Prosecutor (demonstration)" },
    Seat { role: Role::VictimSupport, login: "support", name: "Support worker (demonstration)" },
    Seat { role: Role::SupportLead, login: "support-lead", name: "Support lead (demonstration)" },
    Seat { role: Role::Mentor, login: "mentor", name: "Mentor (demonstration)" },
    Seat { role: Role::Administrator, login: "admin", name: "Administrator (demonstration)" },
    Seat {
        role: Role::SealedAdministrator,
        login: "sealed-admin",
        name: "Administrator of the sealed space (demonstration)",
    },
];
const STEWARD_SEATS: [Seat; 2] = [
    Seat { role: Role::Steward, login: "steward", name: "Steward (demonstration)" },
    Seat { role: Role::Administrator, login: "admin", name: "Administrator (demonstration)" },
];

impl Station {
    /// Who can be tried out at this node.
    pub(crate) fn seats(&self) -> &'static [Seat] {
        if self.part.code == STEWARD { &STEWARD_SEATS } else { &SEATS }
    }

    /// The circumstances of whoever sits in a seat.
    pub(crate) async fn seat(&self, login: &str) -> anyhow::Result<Ctx> {
        Ok(signin::at_the_console(&self.node, login).await?)
    }

    /// The agency's code.
    pub(crate) fn code(&self) -> &AgencyCode {
        self.node.code()
    }
}

impl Region {
    /// Makes a node per agency under a folder, with officers, and pins all of them to each other.
    pub(crate) async fn found(
        folder: &Path,
        parts: Vec<AgencyPart>,
        first_port: u16,
        by_file: Option<&str>,
        clock: Arc<PlayedClock>,
    ) -> anyhow::Result<Self> {
        if let Some(code) = by_file
            && !parts.iter().any(|part| part.code.starts_with(code))
        {
            return Err(Usage(format!(
                "could not find an agency `{code}`: use a code of the demo, for example LA"
            ))
            .into());
        }
        let mut founding = Vec::new();
        for (number, part) in (0u16..).zip(parts) {
            let clock = clock.clone();
            let folder = folder.join(part.code);
            let web = listen(first_port.saturating_add(number))?;
            let peer = listen(first_port.saturating_add(100 + number))?;
            let alone = by_file.is_some_and(|code| part.code.starts_with(code));
            founding.push(tokio::spawn(async move { station(&folder, part, web, peer, alone, clock).await }));
        }
        let mut stations = Vec::with_capacity(founding.len());
        for founded in founding {
            stations.push(founded.await??);
        }
        let region = Self { stations, clock };
        region.introduce().await?;
        Ok(region)
    }

    /// The station of an agency.
    pub(crate) fn station(&self, code: &str) -> anyhow::Result<&Station> {
        self.stations
            .iter()
            .find(|station| station.part.code == code)
            .with_context(|| format!("could not find the agency `{code}` in the region"))
    }

    /// Everyone hands everyone a card and reads the words aloud.
    async fn introduce(&self) -> anyhow::Result<()> {
        let mut cards: Vec<Card> = Vec::new();
        for station in &self.stations {
            cards.push(partner::own_card(&station.node).await?);
        }
        for station in &self.stations {
            let admin = station.seat("admin").await?.for_purpose(Purpose::Administration);
            for card in cards.iter().filter(|card| card.agency.code != *station.code()) {
                partner::pin(&admin, card.clone(), &card.words()).await?;
            }
        }
        Ok(())
    }

    /// Closes all databases.
    pub(crate) async fn close(&self) {
        for station in &self.stations {
            station.node.close().await;
        }
    }
}

/// Binds a port on loopback; with 0 any free one.
fn listen(port: u16) -> anyhow::Result<TcpListener> {
    let port = if port < 1024 { 0 } else { port };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!("could not listen on 127.0.0.1:{port}: another program does; choose others with --port")
    })?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

async fn station(
    folder: &Path,
    part: AgencyPart,
    web: TcpListener,
    peer: TcpListener,
    by_file: bool,
    clock: Arc<PlayedClock>,
) -> anyhow::Result<Station> {
    let address = |listener: &TcpListener| -> anyhow::Result<SocketAddr> { Ok(listener.local_addr()?) };
    let mut names = BTreeMap::from([(Language::En.tag().to_owned(), part.name.to_owned())]);
    names.insert(part.language.tag().to_owned(), part.own_name.to_owned());
    // A demo node has no secret worth a password: it is open to whoever sits at the machine. The password is random.
    let password = unguessable();
    let new = NewNode {
        agency: AgencyCode::new(part.code)?,
        names,
        country: part.country,
        language: Language::En,
        database: None,
        web_address: address(&web)?.to_string(),
        peer_address: address(&peer)?.to_string(),
        public_address: (!by_file).then(|| address(&peer).map(|a| format!("https://{a}"))).transpose()?,
        demo: true,
        officers_sign: false,
        first_officer: FirstOfficer {
            name: "Administrator (demonstration)".to_owned(),
            login: "admin".to_owned(),
            password: password.clone(),
            roles: BTreeSet::from([Role::Administrator]),
        },
    };
    let node = Node::init(folder, new, clock, Box::new(SystemEntropy)).await?;
    let station = Station { part, node, web, peer, by_file };
    let admin = station.seat("admin").await?;
    for seat in station.seats().iter().filter(|seat| seat.role != Role::Administrator) {
        let new = NewOfficer {
            name: seat.name.to_owned(),
            login: seat.login.to_owned(),
            password: password.clone(),
            roles: BTreeSet::from([seat.role]),
            language: Language::En,
        };
        officer::enrol(&admin, new).await?;
    }
    if station.part.code != STEWARD {
        seal(&station).await?;
    }
    Ok(station)
}

/// Makes the sealed space of a station and admits those who support.
async fn seal(station: &Station) -> anyhow::Result<()> {
    let keeper = station.seat("sealed-admin").await?;
    sealed::make(&keeper, NewSpace::default()).await?;
    for (login, role) in [("support", Role::VictimSupport), ("support-lead", Role::SupportLead)] {
        let officer = station.seat(login).await?.officer();
        admission::admit(&keeper, officer, BTreeSet::from([role])).await?;
    }
    Ok(())
}

fn unguessable() -> String {
    use lintas_model::Entropy as _;
    let mut bytes = [0u8; 24];
    SystemEntropy.fill(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
