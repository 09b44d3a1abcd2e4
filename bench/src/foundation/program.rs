//! The program itself: how soon it answers, how quickly its pages come, how much memory it takes.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use lintas_casework::signin;
use lintas_testkit::Member;

use super::percentiles;

/// How often each page is asked for.
const TIMES: usize = 60;
/// How long the program may take to answer.
const PATIENCE: Duration = Duration::from_secs(60);
const PAGES: [(&str, &str); 4] = [
    ("of the inbox", "/"),
    ("of a search, common word", "/s?q=river"),
    ("of a search, three words", "/s?q=grey+van+driver"),
    ("of a search, rare word", "/s?q=hotel31"),
];

/// What was measured.
pub(crate) struct Figures {
    /// Seconds from the start of the program to its first page.
    pub(crate) start_s: f64,
    /// Each page with its median and 95th percentile in milliseconds.
    pub(crate) pages: Vec<(&'static str, f64, f64)>,
    /// Resident memory before the pages were asked for.
    pub(crate) idle_mib: f64,
    /// And after.
    pub(crate) after_mib: f64,
}

/// Serves a member's folder with the program and measures it.
pub(crate) async fn served(program: &Path, member: &Member, folder: &Path) -> anyhow::Result<Figures> {
    let token = signin::sign_in(&member.node, "chief", "correct horse battery", None).await?;
    let cookie = format!("lintas-session-{}={token}", member.code().as_str().to_lowercase());
    let (program, folder) = (program.to_owned(), folder.to_owned());
    tokio::task::spawn_blocking(move || measure(&program, &folder, &cookie)).await?
}

fn measure(program: &Path, folder: &Path, cookie: &str) -> anyhow::Result<Figures> {
    let address = free_address()?;
    move_to(folder, address)?;
    let start = Instant::now();
    let mut running = Running(
        Command::new(program)
            .arg("serve")
            .arg(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("could not start `{}`", program.display()))?,
    );
    while get(address, "/sign-in", "").is_err() {
        ensure!(start.elapsed() < PATIENCE, "the program does not answer");
        if let Some(ended) = running.0.try_wait()? {
            bail!("the program ended with {ended}");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let start_s = start.elapsed().as_secs_f64();
    std::thread::sleep(Duration::from_secs(1));
    let idle_mib = memory_mib(&running.0.id().to_string(), "VmRSS:");
    let mut pages = Vec::new();
    for (what, path) in PAGES {
        let mut times = Vec::new();
        for _ in 0..TIMES {
            let start = Instant::now();
            let status = get(address, path, cookie)?;
            times.push(start.elapsed().as_secs_f64());
            ensure!(status == 200, "page {path} answered {status}");
        }
        let (p50, p95) = percentiles(times);
        pages.push((what, p50, p95));
    }
    let after_mib = memory_mib(&running.0.id().to_string(), "VmRSS:");
    Ok(Figures { start_s, pages, idle_mib, after_mib })
}

/// A program that ends with its handle.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Nothing can be done about one that has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_address() -> anyhow::Result<SocketAddr> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?)
}

/// Lets the node of a folder be served beside the one in this process.
fn move_to(folder: &Path, pages: SocketAddr) -> anyhow::Result<()> {
    let path = folder.join("node.toml");
    let peers = free_address()?;
    let text: Vec<String> = std::fs::read_to_string(&path)?
        .lines()
        .map(|line| match line.split(" = ").next() {
            Some("web_address") => format!("web_address = \"{pages}\""),
            Some("peer_address") => format!("peer_address = \"{peers}\""),
            _ => line.to_owned(),
        })
        .collect();
    Ok(std::fs::write(&path, text.join("\n"))?)
}

/// The status of a page, read to its end.
fn get(address: SocketAddr, path: &str, cookie: &str) -> anyhow::Result<u16> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let head = String::from_utf8_lossy(answer.get(..12).unwrap_or_default()).into_owned();
    Ok(head.split(' ').nth(1).context("could not read the answer")?.parse()?)
}

/// The greatest memory of this process so far, in MiB.
pub(crate) fn own_peak_mib() -> f64 {
    memory_mib("self", "VmHWM:")
}

fn memory_mib(process: &str, what: &str) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(what)).unwrap_or_default();
    line.split_whitespace().next().and_then(|kib| kib.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}
