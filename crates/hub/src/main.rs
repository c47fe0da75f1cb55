//! `counterbook-hub`: keeps the journals of books and wakes their devices.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result, bail};
use clap::{Args, Parser, Subcommand};
use hub::{Hub, Store, server, store, tls};
use uuid::Uuid;

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
  counterbook-hub restore /backups/hub.db --data /var/lib/counterbook-hub"
)]
struct Arguments {
    /// The folder of the hub's own file.
    #[arg(long, global = true, default_value = "counterbook-hub-data")]
    data: PathBuf,
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
    /// Check the hub's file, and say what it holds.
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
    let file = arguments.data.join("hub.db");
    match &arguments.command {
        Command::Serve(asked) => serve(&file, asked),
        Command::Invite { book } => {
            let (code, _) = open(&file)?.invite(*book, now_ms())?;
            println!("{code}");
            Ok(())
        }
        Command::Revoke { book, device } => Ok(open(&file)?.revoke(*book, *device, now_ms())?),
        Command::Backup { file: to } => Ok(open(&file)?.backup(to)?),
        Command::Restore { file: copy } => {
            std::fs::create_dir_all(&arguments.data)?;
            Ok(store::restore(copy, &file)?)
        }
        Command::Doctor => doctor(&file),
    }
}

fn open(file: &Path) -> Result<Store> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    Store::open(file).with_context(|| file.display().to_string())
}

fn doctor(file: &Path) -> Result<()> {
    let store = open(file)?;
    let figures = store.figures()?;
    println!("books        {}", figures.books);
    println!("devices      {}", figures.members);
    println!("entries      {}", figures.entries);
    println!("quarantined  {}", figures.quarantined);
    println!("history      {}", store.history()?);
    let wrong = store.doctor()?;
    if !wrong.is_empty() {
        bail!("{}", wrong.join("; "));
    }
    println!("all is well");
    Ok(())
}

#[tokio::main]
async fn serve(file: &Path, asked: &Serve) -> Result<()> {
    let hub = Hub::new(open(file)?)?;
    let tls = match (&asked.certificate, &asked.key) {
        (Some(certificate), Some(key)) => Some(tls::config(certificate, key)?),
        _ => None,
    };
    server::check(asked.listen, tls.is_some())?;
    let listener = tokio::net::TcpListener::bind(asked.listen).await;
    let listener = listener.with_context(|| asked.listen.to_string())?;
    let scheme = if tls.is_some() { "https" } else { "http" };
    println!("{scheme}://{}", listener.local_addr()?);
    Ok(server::serve(hub, listener, tls, told_to_end()).await?)
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
