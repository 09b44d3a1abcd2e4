//! A fresh database on each engine for every check.
//!
//! PostgreSQL runs as a throw-away server of this test process: the distribution's binaries, a private socket, no port on
//! the network, nothing kept. A small shell waits on a pipe that only this process holds open, so the server ends with
//! the process however that ends.

use std::future::Future;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use lintas_store::Store;

/// Runs a check on a fresh SQLite database and on a fresh PostgreSQL database.
pub(crate) fn on_both<F, R>(check: F)
where
    F: Fn(Store, String) -> R,
    R: Future<Output = ()>,
{
    on_a_runtime(async {
        let (_folder, url) = fresh_sqlite();
        let store = Store::create(&url).await.unwrap();
        check(store.clone(), url).await;
        store.close().await;
        let url = fresh_postgres();
        let store = Store::create(&url).await.unwrap();
        check(store.clone(), url).await;
        store.close().await;
    });
}

/// Runs a future to its end.
pub(crate) fn on_a_runtime<R>(work: impl Future<Output = R>) -> R {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(work)
}

/// The address of a SQLite database yet to be made, in a folder that goes with the handle.
pub(crate) fn fresh_sqlite() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("node.db").display());
    (folder, url)
}

/// The address of a new, empty PostgreSQL database.
pub(crate) fn fresh_postgres() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let server = server();
    let name = format!("node_{}", NUMBER.fetch_add(1, Ordering::SeqCst));
    let made = server
        .as_owner("psql")
        .args(["-q", "-h"])
        .arg(&server.folder)
        .args(["-U", "lintas", "-d", "postgres", "-c", &format!("create database {name} template template0")])
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    format!("postgres://lintas@localhost/{name}?host={}", server.folder.display())
}

struct Server {
    binaries: PathBuf,
    folder: PathBuf,
}

impl Server {
    /// A program of the server; root may not run it, so the distribution's `postgres` user does.
    fn as_owner(&self, program: &str) -> Command {
        let program = self.binaries.join(program);
        if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        }
    }
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.starts_with(b"0\n"))
}

fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| {
        let binaries = binaries().expect(
            "the tests need PostgreSQL's server: install the Debian package `postgresql` (no server has to run)",
        );
        let folder = std::env::temp_dir().join(format!("lintas-pg-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        if is_root() {
            run(Command::new("chown").arg("postgres").arg(&folder));
        }
        let server = Server { binaries, folder };
        let data = server.folder.join("data");
        run(server
            .as_owner("initdb")
            .current_dir(&server.folder)
            .args(["--no-sync", "--auth=trust", "--username=lintas", "--encoding=UTF8", "--locale=C", "-D"])
            .arg(&data));
        run(server
            .as_owner("pg_ctl")
            .current_dir(&server.folder)
            .args(["-w", "-D"])
            .arg(&data)
            .arg("-l")
            .arg(server.folder.join("log"))
            .arg("-o")
            .arg(format!(
                "-k {} -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
                 -c max_connections=200 -c shared_buffers=32MB",
                server.folder.display()
            ))
            .arg("start"));
        watch(&server, &data);
        server
    })
}

/// Stops the server and removes its folder when this process ends, however it ends.
#[expect(clippy::zombie_processes, reason = "the watcher outlives this process on purpose")]
fn watch(server: &Server, data: &Path) {
    let stop = if is_root() { "runuser -u postgres -- " } else { "" };
    let script = format!(
        "cd /; read -r _; {stop}'{}' -m immediate -D '{}' stop; rm -rf '{}'",
        server.binaries.join("pg_ctl").display(),
        data.display(),
        server.folder.display()
    );
    // A process group of its own: an interrupt from the terminal must not reach it before it has cleaned up.
    let mut watcher =
        std::os::unix::process::CommandExt::process_group(Command::new("sh").args(["-c", &script]), 0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
    // Our end of the pipe stays open for as long as the process lives.
    let mut pipe = watcher.stdin.take().unwrap();
    pipe.flush().unwrap();
    std::mem::forget(pipe);
}

fn run(command: &mut Command) {
    let done = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(done.success(), "{command:?} ended with {done}");
}

fn binaries() -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|bin| bin.join("initdb").exists() && bin.join("pg_ctl").exists())
        .collect();
    found.sort();
    found.pop()
}
