//! `counterbook-hub`: keeps the journals of books and wakes their devices.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result, bail};
use clap::{Args, Parser, Subcommand};
use hub::{Database, Hub, Store, server, store, tls};
use uuid::Uuid;

/// The hub's file, in its folder.
const FILE: &str = "hub.db";

/// Keeps the journals of books and wakes their devices.
#[derive(Parser)]
#[command(
    name = "counterbook-hub",
    version,
    arg_required_else_help = true,
    after_help = "\
Examples:
  counterbook-hub serve
  counterbook-hub serve --listen 0.0.0.0:8443 --certificate hub.pem --key hub.key
  counterbook-hub invite
  counterbook-hub backup /backups/hub.db
  counterbook-hub restore /backups/hub.db --data /var/lib/counterbook-hub
  counterbook-hub serve --database postgres://hub@db.example/hub"
)]
struct Arguments {
    /// The folder of the hub's own file.
    #[arg(long, global = true, default_value = "counterbook-hub-data")]
    data: PathBuf,
    /// A PostgreSQL database (postgres://…) instead of a file; any number of servers may share it.
    /// Where the address holds a password, say it in COUNTERBOOK_HUB_DATABASE instead.
    #[arg(long, global = true, value_name = "ADDRESS")]
    database: Option<String>,
    /// The certificates that vouch for the database, PEM; without it, those that this machine
    /// trusts.
    #[arg(long, global = true, value_name = "FILE")]
    database_authority: Option<PathBuf>,
    /// How many connections to the database this program uses at most.
    #[arg(long, global = true, value_name = "N", default_value_t = 16)]
    database_connections: usize,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve devices until the program is told to end.
    Serve(Serve),
    /// Print a code that the first device of a new book enrols with, or one more device of a book.
    Invite {
        /// The book; a new one when absent.
        #[arg(long, value_name = "ID")]
        book: Option<Uuid>,
    },
    /// Revoke a device: it fetches nothing any more.
    Revoke {
        /// The book.
        book: Uuid,
        /// The device.
        device: Uuid,
    },
    /// Open a channel that brings documents into a book's inbox; prints its id and its secret.
    Channel {
        /// The book.
        book: Uuid,
        /// What the shop calls it.
        name: String,
    },
    /// Write a checked copy of the hub's file while it is in use.
    Backup {
        /// The file of the copy; it must not exist.
        file: PathBuf,
    },
    /// Put a copy in the place of the hub's file, which must not be there.
    Restore {
        /// The copy.
        file: PathBuf,
    },
    /// Say that an older copy was put in the database's place by its own programs (pg_restore):
    /// devices then send again what it lacks.
    Restored,
    /// Check the hub's store, and say what it holds.
    Doctor,
}

#[derive(Args)]
struct Serve {
    /// Where to listen; without TLS on loopback alone.
    #[arg(long, default_value = "127.0.0.1:8750")]
    listen: SocketAddr,
    /// The certificate and those that vouch for it, PEM.
    #[arg(long, requires = "key")]
    certificate: Option<PathBuf>,
    /// The certificate's private key, PEM.
    #[arg(long, requires = "certificate")]
    key: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("counterbook-hub: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    match &arguments.command {
        Command::Serve(asked) => serve(arguments, asked),
        Command::Invite { book } => {
            let (code, _) = open(arguments)?.invite(*book, now_ms())?;
            println!("{code}");
            Ok(())
        }
        Command::Revoke { book, device } => {
            Ok(open(arguments)?.revoke(*book, *device, now_ms())?)
        }
        Command::Channel { book, name } => {
            let (channel, secret) = open(arguments)?.open_channel(*book, name, now_ms())?;
            println!("{channel} {secret}");
            Ok(())
        }
        Command::Backup { file } => Ok(open(arguments)?.backup(file)?),
        Command::Restore { file } => restore(arguments, file),
        Command::Restored => Ok(open(arguments)?.restored()?),
        Command::Doctor => doctor(&open(arguments)?),
    }
}

/// The database that is asked for, if it is one.
fn database(arguments: &Arguments) -> Result<Option<Database>> {
    let said = arguments.database.clone();
    let said = said.or_else(|| std::env::var("COUNTERBOOK_HUB_DATABASE").ok());
    let Some(address) = said.filter(|address| !address.is_empty()) else {
        return Ok(None);
    };
    let authority = arguments.database_authority.as_deref();
    let most = arguments.database_connections;
    Ok(Some(Database::at(&address, authority, most)?))
}

fn open(arguments: &Arguments) -> Result<Store> {
    if let Some(database) = database(arguments)? {
        return Ok(Store::connect(&database)?);
    }
    let folder = &arguments.data;
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let file = folder.join(FILE);
    Store::open(&file).with_context(|| file.display().to_string())
}

fn restore(arguments: &Arguments, copy: &Path) -> Result<()> {
    if database(arguments)?.is_some() {
        bail!(
            "a hub on PostgreSQL is restored by PostgreSQL's own program: \
             pg_restore --dbname=ADDRESS FILE; say `counterbook-hub restored` after it"
        );
    }
    std::fs::create_dir_all(&arguments.data)?;
    Ok(store::restore(copy, &arguments.data.join(FILE))?)
}

fn doctor(store: &Store) -> Result<()> {
    let figures = store.figures()?;
    println!("books        {}", figures.books);
    println!("devices      {}", figures.members);
    println!("entries      {}", figures.entries);
    println!("quarantined  {}", figures.quarantined);
    println!("waiting      {}", figures.waiting);
    println!("pages        {}", figures.pages);
    println!(
        "snapshots    {}, {} bytes",
        figures.snapshots, figures.snapshot_bytes
    );
    println!("history      {}", store.history()?);
    let wrong = store.doctor()?;
    if !wrong.is_empty() {
        bail!("{}", wrong.join("; "));
    }
    println!("all is well");
    Ok(())
}

fn serve(arguments: &Arguments, asked: &Serve) -> Result<()> {
    let tls = match (&asked.certificate, &asked.key) {
        (Some(certificate), Some(key)) => Some(tls::config(certificate, key)?),
        _ => None,
    };
    server::check(asked.listen, tls.is_some())?;
    // It outlives the runtime: its connections to a database end where waiting is allowed.
    let hub = Hub::new(open(arguments)?)?;
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(asked.listen).await;
        let listener = listener.with_context(|| asked.listen.to_string())?;
        let scheme = if tls.is_some() { "https" } else { "http" };
        println!("{scheme}://{}", listener.local_addr()?);
        Ok(server::serve(hub.clone(), listener, tls, told_to_end()).await?)
    })
}

/// Ends with Ctrl+C, and with what a service is stopped by.
async fn told_to_end() {
    let interrupted = async {
        // Without the signal it runs until it is killed, which loses nothing.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signal) => drop(signal.recv().await),
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}

fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    })
}
