//! What the command line understands.
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// An order book in one file: orders, stock, customers, reports.
#[derive(Parser)]
#[command(name = "counterbook", version, arg_required_else_help = true, after_help = EXAMPLES)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  counterbook new shop.counterbook --name \"Corner Shop\" --currency GBP --country GB
  counterbook import shop.counterbook OnlineRetail.csv
  counterbook import shop.counterbook orders.csv --as mapping.json --dry-run
  counterbook report shop.counterbook sales-by-month --out sales.png
  counterbook report shop.counterbook top-products --by units --limit 10 --out top.csv
  counterbook call shop.counterbook orders.list '{\"text\":\"smith\",\"offset\":0,\"limit\":20}'
  counterbook call shop.counterbook book.info
  counterbook sync shop.counterbook --via /media/stick --once
  counterbook verify shop.counterbook";

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// Make a new book.
    New(New),
    /// Bring a CSV file into a book.
    Import(Import),
    /// Write a report to a file.
    Report(Report),
    /// Call any verb; prints its output as JSON.
    Call(Call),
    /// List the verbs with their JSON schemas.
    Verbs,
    /// Check a whole book: hashes, projections, ledgers, file.
    Verify(Book),
    /// Make every projection anew from the journal.
    Rebuild(Book),
    /// Write a verified copy of a book.
    Backup(Backup),
    /// Make a book with a reproducible, realistic history.
    Seed(Seed),
    /// Copy a book to and from folders and hubs.
    Sync(Sync),
}

/// A book.
#[derive(Args)]
pub struct Book {
    /// The book's file.
    pub book: PathBuf,
}

/// A new book.
#[derive(Args)]
#[command(after_help = "\
Example:
  counterbook new shop.counterbook --name \"Corner Shop\" --currency GBP --country GB")]
pub struct New {
    /// The book's file; it must not exist.
    pub book: PathBuf,
    /// The name of the business.
    #[arg(long)]
    pub name: String,
    /// ISO 4217 code of the currency; it never changes.
    #[arg(long)]
    pub currency: String,
    /// ISO 3166 code of the country of business.
    #[arg(long)]
    pub country: String,
    /// Whether entered prices include tax; the country's habit when absent.
    #[arg(long, value_name = "true|false")]
    pub prices_include_tax: Option<bool>,
}

/// An import.
#[derive(Args)]
#[command(after_help = "\
Examples:
  counterbook import shop.counterbook OnlineRetail.csv
  counterbook import shop.counterbook orders.csv --as mapping.json --dry-run --json

A mapping says which column is what; this suggests one:
  counterbook call shop.counterbook imports.inspect '{\"path\":\"orders.csv\"}'
Importing the same file again changes nothing. Ctrl+C leaves whole documents; importing again
completes the rest.")]
pub struct Import {
    /// The book's file.
    pub book: PathBuf,
    /// The CSV file, plain or compressed with gzip.
    pub file: PathBuf,
    /// What the columns are: `online-retail`, or the file of a mapping; found out when absent.
    #[arg(long = "as", value_name = "FORMAT|MAPPING.json")]
    pub format: Option<String>,
    /// Do everything, print the report, and take it back.
    #[arg(long)]
    pub dry_run: bool,
    /// Print the report as JSON.
    #[arg(long)]
    pub json: bool,
}

/// A report.
#[derive(Args)]
#[command(after_help = "\
Reports:
  sales-by-day sales-by-week sales-by-month sales-by-country sales-by-channel top-products
  top-customers customers-new-returning returns hour-weekday margin abc-xyz forecast stock-value
  stock-movements stock-outs turnover sell-through days-of-cover overstock dead-stock

Example:
  counterbook report shop.counterbook returns --from 2011-01-01 --to 2011-12-31 --out r.svg")]
pub struct Report {
    /// The book's file.
    pub book: PathBuf,
    /// The report.
    pub name: String,
    /// The first business day, YYYY-MM-DD.
    #[arg(long, value_name = "DAY")]
    pub from: Option<String>,
    /// The last business day, YYYY-MM-DD.
    #[arg(long, value_name = "DAY")]
    pub to: Option<String>,
    /// What to rank or group by.
    #[arg(long)]
    pub by: Option<String>,
    /// How many rows.
    #[arg(long)]
    pub limit: Option<i64>,
    /// Put the period before beside it.
    #[arg(long)]
    pub compare: bool,
    /// The file; its ending says what it is: png, svg, csv or json.
    #[arg(long)]
    pub out: PathBuf,
    /// The width of a chart.
    #[arg(long, value_name = "PX")]
    pub width: Option<u32>,
    /// The height of a chart.
    #[arg(long, value_name = "PX")]
    pub height: Option<u32>,
    /// The language of titles, headings and weekdays; en when absent.
    #[arg(long, value_parser = ["en", "de"])]
    pub language: Option<String>,
}

/// A call.
#[derive(Args)]
#[command(after_help = "\
Examples:
  counterbook call shop.counterbook book.info
  counterbook call shop.counterbook orders.get '{\"id\":\"0190...\"}'
  echo '{\"offset\":0,\"limit\":50}' | counterbook call shop.counterbook orders.list -

An error is printed to standard error as JSON with its kind, code and field; the status is 1.
A verb that starts a job is waited for; what is printed is the job's output.")]
pub struct Call {
    /// The book's file.
    pub book: PathBuf,
    /// The verb, such as `orders.list`.
    pub verb: String,
    /// The input as JSON; `-` reads it from standard input.
    pub input: Option<String>,
}

/// A backup.
#[derive(Args)]
pub struct Backup {
    /// The book's file.
    pub book: PathBuf,
    /// The file of the copy; it must not exist.
    pub file: PathBuf,
}

/// A seeded book.
#[derive(Args)]
#[command(after_help = "\
Example:
  counterbook seed million.counterbook --orders 1000000 --seed 1")]
pub struct Seed {
    /// The book's file; it must not exist.
    pub book: PathBuf,
    /// How many orders.
    #[arg(long)]
    pub orders: u32,
    /// The same seed makes the same book.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

/// A sync.
#[derive(Args)]
#[command(after_help = "\
Examples:
  counterbook sync shop.counterbook --via /media/stick --once
  counterbook sync shop.counterbook
  counterbook sync shop.counterbook status
  counterbook sync office.counterbook join --via /media/stick --name Office
  counterbook sync shop.counterbook connect --via https://hub.example --code 7K2M-… --name Till
  counterbook sync shop.counterbook invite --via https://hub.example
  counterbook sync shop.counterbook snapshot

A place that was named once is remembered with the book. Without --once it goes on until Ctrl+C:
what is written is copied at once, what others wrote is fetched as it comes.")]
pub struct Sync {
    /// The book's file; for `join` it must not exist.
    pub book: PathBuf,
    /// What to do.
    #[arg(value_enum, default_value_t = SyncAction::Run)]
    pub action: SyncAction,
    /// A folder, or the address of a hub; all known places when absent.
    #[arg(long, value_name = "FOLDER|URL")]
    pub via: Option<String>,
    /// One round, then end.
    #[arg(long)]
    pub once: bool,
    /// What this device is called; `join` needs it.
    #[arg(long)]
    pub name: Option<String>,
    /// The one-time code of a hub.
    #[arg(long)]
    pub code: Option<String>,
    /// Let a hub read what it keeps of a book that is new there; without it, nothing goes there in
    /// clear.
    #[arg(long)]
    pub unsealed: bool,
    /// The book to join, where the place has several.
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
}

/// What to do about sync.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SyncAction {
    /// Copy what is missing on either side.
    Run,
    /// Print how the book stands with its devices and places, as JSON.
    Status,
    /// Connect with a place for the first time.
    Connect,
    /// Make the file of a book that lies at a place.
    Join,
    /// Print a one-time code with which one more device joins at a hub.
    Invite,
    /// Make a copy at a hub that new devices start from.
    Snapshot,
    /// Forget a place; what lies there stays.
    Forget,
}
