//! A PostgreSQL server of a test's own, in a temporary folder, reached through a socket there and
//! through a port on loopback. A machine without PostgreSQL's programs is an error that says so.

use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::Child;

/// How long the server may take to start and to stop.
const PATIENCE: Duration = Duration::from_secs(60);
const MISSING: &str = "PostgreSQL's programs (initdb, postgres, psql) are missing: install them \
                       (Debian's package postgresql; `cargo xtask test` does)";

/// A running server; it ends when this is dropped.
pub struct Postgres {
    process: Option<Child>,
    folder: tempfile::TempDir,
    programs: PathBuf,
    port: u16,
    settings: Vec<String>,
}

impl Postgres {
    /// Makes a server and starts it.
    ///
    /// # Errors
    /// When PostgreSQL's programs are missing or do not do it.
    pub fn start() -> Result<Self> {
        let mut server = Self::made()?;
        server.serve()?;
        Ok(server)
    }

    /// The same with TLS, for a certificate of its own that nobody trusts by themselves.
    ///
    /// # Errors
    /// When PostgreSQL's programs or `openssl` are missing or do not do it.
    pub fn start_with_tls() -> Result<Self> {
        let mut server = Self::made()?;
        let mut making = run_as_user(Path::new("openssl"), server.folder.path())?;
        making.args(["req", "-x509", "-newkey", "ec", "-nodes", "-days", "2"]);
        making.args([
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-subj",
            "/CN=test",
        ]);
        making.args(["-addext", "basicConstraints=critical,CA:FALSE"]);
        making.args(["-addext", "subjectAltName=IP:127.0.0.1"]);
        said(making.args(["-keyout", "key.pem", "-out", "certificate.pem"]))?;
        for setting in [
            "ssl=on",
            "ssl_cert_file=$/certificate.pem",
            "ssl_key_file=$/key.pem",
        ] {
            let folder = server.folder.path().display().to_string();
            server.settings.push(setting.replace('$', &folder));
        }
        server.serve()?;
        Ok(server)
    }

    fn made() -> Result<Self> {
        let programs = programs().context(MISSING)?;
        let folder = tempfile::Builder::new().prefix("pg").tempdir()?;
        own(folder.path())?;
        let mut making = run_as_user(&programs.join("initdb"), folder.path())?;
        making.args(["--username=hub", "--auth=trust", "--encoding=UTF8"]);
        said(making.args(["--no-locale", "--no-sync", "-D", "data"]))?;
        Ok(Self {
            process: None,
            folder,
            programs,
            port: TcpListener::bind("127.0.0.1:0")?.local_addr()?.port(),
            settings: Vec::new(),
        })
    }

    fn serve(&mut self) -> Result<()> {
        let folder = self.folder.path().display().to_string();
        let log = std::fs::File::create(self.folder.path().join("log"))?;
        let mut command = run_as_user(&self.programs.join("postgres"), self.folder.path())?;
        command.arg("-D").arg(self.folder.path().join("data"));
        command.args(["-p", &self.port.to_string(), "-k", &folder]);
        command.args(["-c", "listen_addresses=127.0.0.1"]);
        for setting in &self.settings {
            command.args(["-c", setting]);
        }
        command.stderr(log).stdout(Stdio::null());
        self.process = Some(Child::start(&mut command)?);
        let until = Instant::now() + PATIENCE;
        while self.sql("postgres", "SELECT 1").is_err() {
            let ended = self.process.as_mut().map_or(Ok(None), Child::ended)?;
            if ended.is_some() || Instant::now() > until {
                let log = std::fs::read_to_string(self.folder.path().join("log"));
                bail!("postgres does not serve: {}", log.unwrap_or_default());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// Stops the server as its operator would, and starts it again.
    ///
    /// # Errors
    /// When it does not do it.
    pub fn restart(&mut self) -> Result<()> {
        self.stop();
        self.serve()
    }

    /// Makes an empty database; the address of it.
    ///
    /// # Errors
    /// When the server does not do it.
    pub fn database(&self, name: &str) -> Result<String> {
        self.sql("postgres", &format!("CREATE DATABASE {name}"))?;
        let folder = self.folder.path().display().to_string();
        let socket = folder.replace('/', "%2F");
        Ok(format!("postgres://hub@{socket}:{}/{name}", self.port))
    }

    /// The address of a database by the port on loopback.
    #[must_use]
    pub fn by_port(&self, name: &str) -> String {
        format!("postgres://hub@127.0.0.1:{}/{name}", self.port)
    }

    /// The certificate of a server with TLS.
    #[must_use]
    pub fn certificate(&self) -> PathBuf {
        self.folder.path().join("certificate.pem")
    }

    /// What a statement gives, as text.
    ///
    /// # Errors
    /// When the server refuses it.
    pub fn sql(&self, database: &str, statement: &str) -> Result<String> {
        let mut asking = self.client("psql");
        asking.args(["-qtA", "-d", database, "-c", statement]);
        said(&mut asking)
    }

    /// One of PostgreSQL's programs, told where the server is.
    #[must_use]
    pub fn client(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.env("PGHOST", self.folder.path());
        command.env("PGPORT", self.port.to_string());
        command.env("PGUSER", "hub");
        command
    }

    fn stop(&mut self) {
        if let Some(mut process) = self.process.take() {
            let id = process.id().to_string();
            // A fast end: it leaves nothing running and no shared memory behind.
            let _ = Command::new("kill").args(["-INT", &id]).status();
            let until = Instant::now() + PATIENCE;
            while matches!(process.ended(), Ok(None)) && Instant::now() < until {
                std::thread::sleep(Duration::from_millis(20));
            }
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.stop();
    }
}

fn said(command: &mut Command) -> Result<String> {
    let output = command.output()?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

/// The folder of PostgreSQL's programs: the newest where Debian, Fedora and Homebrew put them, or
/// one of the search path.
fn programs() -> Option<PathBuf> {
    let homes = ["/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt"];
    let mut found: Vec<PathBuf> = homes
        .iter()
        .filter_map(|home| std::fs::read_dir(home).ok())
        .flat_map(|folders| folders.flatten().map(|folder| folder.path().join("bin")))
        .collect();
    found.sort();
    found.reverse();
    let path = std::env::var_os("PATH").unwrap_or_default();
    found.extend(std::env::split_paths(&path));
    let has_all = |folder: &PathBuf| {
        let needed = ["initdb", "postgres", "psql", "pg_dump", "pg_restore"];
        needed.iter().all(|name| folder.join(name).is_file())
    };
    found.into_iter().find(has_all)
}

/// A command that does not run as root, which PostgreSQL refuses.
fn run_as_user(program: &Path, folder: &Path) -> Result<Command> {
    let owner = std::fs::metadata(folder)?;
    let mut command = Command::new(program);
    command.current_dir(folder).env("LC_ALL", "C");
    if is_root()? {
        command.uid(owner.uid()).gid(owner.gid());
    }
    Ok(command)
}

/// Gives a folder to the user whom the server runs as.
fn own(folder: &Path) -> Result<()> {
    if is_root()? {
        let (uid, gid) = unprivileged();
        chown(folder, Some(uid), Some(gid))?;
    }
    Ok(())
}

fn is_root() -> Result<bool> {
    let probe = tempfile::tempdir()?;
    Ok(std::fs::metadata(probe.path())?.uid() == 0)
}

/// The user that PostgreSQL's package has made, or nobody.
fn unprivileged() -> (u32, u32) {
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let ids = users.lines().find_map(|line| {
        let mut fields = line.strip_prefix("postgres:")?.split(':').skip(1);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    });
    ids.unwrap_or((65_534, 65_534))
}
