//! A throw-away PostgreSQL server from the distribution's binaries, as durable as a real one, on a private socket.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::ensure;

/// A running server; gone with its folder when dropped.
pub(crate) struct Server {
    binaries: PathBuf,
    folder: tempfile::TempDir,
}

impl Server {
    /// Starts one; `None` where PostgreSQL is not installed.
    pub(crate) fn start() -> Option<anyhow::Result<Self>> {
        let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
            .ok()?
            .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
            .filter(|bin| bin.join("initdb").exists())
            .collect();
        found.sort();
        found.pop().map(Self::of)
    }

    fn of(binaries: PathBuf) -> anyhow::Result<Self> {
        let server = Self { binaries, folder: tempfile::tempdir()? };
        if is_root() {
            run(Command::new("chown").arg("postgres").arg(server.folder.path()))?;
        }
        let socket = server.folder.path().display();
        run(server
            .command("initdb")
            .args(["--auth=trust", "--username=lintas", "--encoding=UTF8", "--locale=C", "-D"])
            .arg(server.data()))?;
        run(server
            .command("pg_ctl")
            .args(["-w", "-D"])
            .arg(server.data())
            .arg("-l")
            .arg(server.folder.path().join("log"))
            .arg("-o")
            .arg(format!("-k {socket} -c listen_addresses= -c shared_buffers=256MB -c max_wal_size=4GB"))
            .arg("start"))?;
        Ok(server)
    }

    /// The address of its one database.
    pub(crate) fn url(&self) -> String {
        format!("postgres://lintas@localhost/postgres?host={}", self.folder.path().display())
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A program of the server; root may not run it, so the distribution's `postgres` user does.
    fn command(&self, program: &str) -> Command {
        let program = self.binaries.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir(self.folder.path());
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A server that does not stop is left to the person at the machine; its folder goes in any case.
        let _ = run(self.command("pg_ctl").args(["-m", "immediate", "-D"]).arg(self.data()).arg("stop"));
    }
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.starts_with(b"0\n"))
}

fn run(command: &mut Command) -> anyhow::Result<()> {
    let done = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    ensure!(done.success(), "{command:?} ended with {done}");
    Ok(())
}
