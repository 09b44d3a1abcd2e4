//! Serving nodes: pages for officers, records for partners, a steady round of meetings.

use std::net::TcpListener;
use std::time::Duration;

use anyhow::Context as _;
use lintas_casework::{Node, matching, sealed};
use lintas_exchange::Pace;
use lintas_web::{App, AppParts, DemoNode, Dictionary};
use tempfile::TempDir;
use tokio::task::JoinSet;

use crate::demo::Region;

/// How long a node waits between two rounds of meetings with its partners.
const BETWEEN_MEETINGS: Duration = Duration::from_secs(30);
/// How long it waits before it looks again for pairs that may be the same, when nothing is left to look at.
const BETWEEN_LOOKS: Duration = Duration::from_secs(3);
/// So many rows are looked at together.
const LOOKED_AT: usize = 64;

/// How long it waits before the rules of retention run again.
const BETWEEN_KEEPING: Duration = Duration::from_secs(3_600);

/// A folder that is removed when the demo ends.
pub(crate) fn temporary_folder() -> anyhow::Result<TempDir> {
    tempfile::Builder::new().prefix("lintas-demo-").tempdir().context("could not make a temporary folder")
}

/// What is being served; stops when dropped.
pub(crate) struct Served {
    tasks: JoinSet<anyhow::Result<()>>,
}

impl Served {
    /// Waits for Ctrl-C, or for the first server that fails.
    pub(crate) async fn until_stopped(&mut self) -> anyhow::Result<()> {
        tokio::select! {
            stopped = tokio::signal::ctrl_c() => stopped.context("could not wait for Ctrl-C"),
            failed = self.tasks.join_next() => match failed {
                Some(failed) => failed?,
                None => Ok(()),
            },
        }
    }

    /// Stops serving.
    pub(crate) async fn stop(mut self) {
        self.tasks.shutdown().await;
    }

    fn add(&mut self, work: impl Future<Output = anyhow::Result<()>> + Send + 'static) {
        self.tasks.spawn(work);
    }
}

/// Serves one node on the addresses of its configuration.
pub(crate) async fn serve_node(node: &Node, behind_tls: bool) -> anyhow::Result<Served> {
    let mut served = Served { tasks: JoinSet::new() };
    if let Some(last) = node.last_written().await?.filter(|last| *last > node.now()) {
        tracing::warn!("the clock says {}, but the last record here is of {last}: set it", node.now());
    }
    let config = node.config();
    let listen = async |address: &str| {
        tokio::net::TcpListener::bind(address).await.with_context(|| {
            format!("could not listen on {address}: another program may do; change the address in node.toml")
        })
    };
    let (web, peer) = (listen(&config.web_address).await?, listen(&config.peer_address).await?);
    answer_partners(&mut served, node, peer);
    let meeting = node.clone();
    served.add(async move {
        lintas_exchange::run(meeting, Pace::FULL, BETWEEN_MEETINGS, std::future::pending()).await;
        Ok(())
    });
    look_for_pairs(&mut served, node);
    keep_sealed(&mut served, node);
    let parts = AppParts {
        node: node.clone(),
        dictionary: words(node)?,
        secure: behind_tls,
        pace: Pace::FULL,
        demo: Vec::new(),
        counted_from: Vec::new(),
    };
    served.add(async move { Ok(lintas_web::serve(web, lintas_web::router(App::new(parts))).await?) });
    Ok(served)
}

/// Answers partners at every node of a region, so that the round can be played.
pub(crate) fn answer_region(region: &Region) -> anyhow::Result<Served> {
    let mut served = Served { tasks: JoinSet::new() };
    for station in &region.stations {
        let listener = tokio::net::TcpListener::from_std(station.peer.try_clone()?)?;
        if !station.by_file {
            answer_partners(&mut served, &station.node, listener);
        }
    }
    Ok(served)
}

/// Adds the pages of every node of a region and lets the nodes meet from now on; answers the address to open.
pub(crate) fn show_region(served: &mut Served, region: &Region, pace: Pace) -> anyhow::Result<String> {
    let address = |listener: &TcpListener| -> anyhow::Result<String> {
        Ok(format!("http://{}", listener.local_addr()?))
    };
    let mut cards = Vec::with_capacity(region.stations.len());
    for station in &region.stations {
        cards.push(DemoNode {
            code: station.part.code.to_owned(),
            name: station.part.name.to_owned(),
            country: station.part.country.map(|country| country.to_string()).unwrap_or_default(),
            address: address(&station.web)?,
            roles: station.seats().iter().map(|seat| (seat.role, seat.login.to_owned())).collect(),
            by_file: station.by_file,
        });
    }
    let nodes: Vec<Node> = region.stations.iter().map(|station| station.node.clone()).collect();
    for station in &region.stations {
        let parts = AppParts {
            node: station.node.clone(),
            dictionary: words(&station.node)?,
            secure: false,
            pace,
            demo: cards.clone(),
            counted_from: nodes.clone(),
        };
        let listener = tokio::net::TcpListener::from_std(station.web.try_clone()?)?;
        served
            .add(async move { Ok(lintas_web::serve(listener, lintas_web::router(App::new(parts))).await?) });
        look_for_pairs(served, &station.node);
        keep_sealed(served, &station.node);
        let meeting = station.node.clone();
        served.add(async move {
            lintas_exchange::run(meeting, pace, BETWEEN_MEETINGS, std::future::pending()).await;
            Ok(())
        });
    }
    let first = cards.first().context("could not find a node in the region")?;
    Ok(format!("{}{}", first.address, lintas_web::urls::DEMO))
}

/// Looks at what has come in for pairs that may be the same, beside all other work.
fn look_for_pairs(served: &mut Served, node: &Node) {
    let node = node.clone();
    served.add(async move {
        loop {
            let pause = match matching::look(&node, LOOKED_AT).await {
                Ok(0) => BETWEEN_LOOKS,
                // More is waiting: others get their turn at the database in between.
                Ok(_) => Duration::from_millis(20),
                Err(error) => {
                    tracing::warn!("could not look for pairs that may be the same: {error}");
                    BETWEEN_MEETINGS
                }
            };
            tokio::time::sleep(pause).await;
        }
    });
}

/// Runs the rules of retention of the sealed space, beside all other work.
fn keep_sealed(served: &mut Served, node: &Node) {
    let node = node.clone();
    served.add(async move {
        loop {
            match sealed::erase::keep(&node).await {
                Ok(kept) if kept.erased + kept.ended > 0 => {
                    tracing::info!(kept.erased, kept.ended, "the rules of retention ran in the sealed space");
                }
                Ok(_) => {}
                // Most often the stick with its key file is not in place; the next hour tries again.
                Err(error) => {
                    tracing::warn!("the rules of retention of the sealed space did not run: {error}")
                }
            }
            tokio::time::sleep(BETWEEN_KEEPING).await;
        }
    });
}

fn answer_partners(served: &mut Served, node: &Node, listener: tokio::net::TcpListener) {
    let node = node.clone();
    served.add(async move { Ok(lintas_exchange::serve(node, listener).await?) });
}

/// The messages of the pages, with those that the agency has put into its `words` folder in their place.
fn words(node: &Node) -> anyhow::Result<Dictionary> {
    let own = node.folder().join("words");
    Ok(Dictionary::load(own.is_dir().then_some(own.as_path()))?)
}
