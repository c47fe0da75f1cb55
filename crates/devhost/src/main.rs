//! The verbs over HTTP on this machine alone: for development of the page in a browser, and for
//! fast tests from end to end. Never shipped. It prints one address with a secret; nobody without
//! it gets an answer.

mod calls;
mod events;
mod guard;
mod server;

use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use app::{App, AppOptions};
use clap::Parser;
use serde_json::json;
use tokio::net::TcpListener;

/// Serves the verbs and the built page on a loopback port.
#[derive(Debug, Parser)]
struct Arguments {
    /// A book to open at the start.
    book: Option<PathBuf>,
    /// The port; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// The folder of the settings and of the list of recent books.
    #[arg(long, default_value = "target/devhost")]
    settings: PathBuf,
    /// The sample shop's data.
    #[arg(long)]
    sample: Option<PathBuf>,
    /// The folder of the built page.
    #[arg(long, default_value = "ui/dist")]
    page: PathBuf,
}

fn main() -> ExitCode {
    if app::typesetter::is_asked() {
        return app::typesetter::serve();
    }
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

#[tokio::main]
async fn run() -> Result<()> {
    let arguments = Arguments::parse();
    let mut options = AppOptions::new(&arguments.settings);
    options.sample_file = arguments.sample;
    let app = App::new(options);
    if let Some(book) = &arguments.book {
        let opened = app.call("book.open", json!({ "path": std::path::absolute(book)? }));
        opened.map_err(|error| anyhow!("{} cannot be opened: {error}", book.display()))?;
    }
    let kept = app.keep_in_sync();
    kept.map_err(|error| anyhow!("sync cannot begin: {error}"))?;
    let secret = guard::new_secret();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, arguments.port)).await;
    let listener = listener.context("the port is not free")?;
    println!("http://{}/?secret={secret}", listener.local_addr()?);
    let router = server::router(app, secret, &arguments.page);
    axum::serve(listener, router)
        .await
        .context("the server stopped")
}
