//! The shared store: some connections to a PostgreSQL database, lent to one call at a time.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use postgres::{Client, IsolationLevel};
use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};
use uuid::Uuid;

use super::cell::binds;
use super::tls::{self, Tls};
use super::tx::{Statements, Tx};
use super::{Result, fresh_meta};
use crate::HubError;

/// One file a version; what is released never changes.
const SCHEMA: [&str; 3] = [
    include_str!("schema/postgres/0001.sql"),
    include_str!("schema/postgres/0002.sql"),
    include_str!("schema/postgres/0003.sql"),
];
/// How long a call waits for a connection.
const PATIENCE: Duration = Duration::from_secs(20);
const CONNECT: Duration = Duration::from_secs(10);
/// A server that stands still holds nobody else up for longer than this.
const LIMITS: &str = "-c lock_timeout=20s -c idle_in_transaction_session_timeout=30s";
/// What servers wait for each other at while one of them makes the tables.
const MIGRATING: u128 = 0x4342_4842;

/// Where a database is, and how it is spoken to.
#[derive(Clone)]
pub struct Database {
    pub(crate) config: Config,
    pub(crate) tls: Tls,
    most: usize,
}

impl Database {
    /// A database at an address (`postgres://…`), with at most so many connections. Beyond this
    /// machine it is spoken to by TLS, unless the address says `sslmode=disable`; `authority` is a
    /// file of the certificates to trust instead of this machine's.
    ///
    /// # Errors
    /// When the address is none, or the file cannot be read.
    pub fn at(
        address: &str,
        authority: Option<&std::path::Path>,
        connections: usize,
    ) -> Result<Self> {
        let mut config: Config = address
            .parse()
            .map_err(|error| HubError::Broken(format!("the database's address: {error}")))?;
        if config.get_ssl_mode() == SslMode::Prefer {
            config.ssl_mode(if is_near(&config) {
                SslMode::Disable
            } else {
                SslMode::Require
            });
        }
        let options = config.get_options().unwrap_or_default();
        let options = format!("{LIMITS} {options}");
        config
            .options(&options)
            .application_name("counterbook-hub")
            .connect_timeout(CONNECT)
            .keepalives_idle(Duration::from_secs(30))
            .tcp_user_timeout(Duration::from_secs(30));
        Ok(Self {
            config,
            tls: tls::of(authority)?,
            most: connections.max(1),
        })
    }
}

impl Database {
    fn dial(&self) -> Result<Client> {
        let config = postgres::Config::from(self.config.clone());
        Ok(config.connect(self.tls.clone())?)
    }
}

/// Whether the database is on this machine.
fn is_near(config: &Config) -> bool {
    config.get_hosts().iter().all(|host| match host {
        Host::Tcp(name) => {
            let address = name.parse::<std::net::IpAddr>();
            name == "localhost" || address.is_ok_and(|address| address.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    })
}

/// A connection, and what is prepared on it.
struct Session {
    client: Client,
    statements: Statements,
}

/// Connections that wait for work, and how many there are in all.
#[derive(Default)]
struct Sessions {
    idle: Vec<Session>,
    open: usize,
}

/// The connections to a database.
pub(super) struct Pool {
    database: Database,
    sessions: Mutex<Sessions>,
    freed: Condvar,
}

impl Pool {
    pub(super) fn connect(database: &Database) -> Result<Self> {
        let pool = Self {
            database: database.clone(),
            sessions: Mutex::default(),
            freed: Condvar::new(),
        };
        pool.write(migrate)?;
        Ok(pool)
    }

    pub(super) fn database(&self) -> &Database {
        &self.database
    }

    pub(super) fn write<T>(&self, run: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        self.with(IsolationLevel::ReadCommitted, false, run)
    }

    pub(super) fn read<T>(&self, run: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        self.with(IsolationLevel::RepeatableRead, true, run)
    }

    fn with<T>(
        &self,
        isolation: IsolationLevel,
        is_read: bool,
        run: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<T> {
        loop {
            let (mut lent, is_new) = self.lend()?;
            let Some(Session { client, statements }) = &mut lent.session else {
                continue;
            };
            let building = client.build_transaction().isolation_level(isolation);
            let tx = match building.read_only(is_read).start() {
                Ok(tx) => tx,
                Err(error) if is_new => return Err(error.into()),
                // The connection died while it waited, as after a restart of the database: nothing
                // was done yet, so another one may do it.
                Err(_) => {
                    lent.is_dead = true;
                    continue;
                }
            };
            let mut tx = Tx::Postgres(tx, statements);
            let output = run(&mut tx)?;
            if let Tx::Postgres(tx, _) = tx {
                tx.commit()?;
            }
            return Ok(output);
        }
    }

    /// A connection, and whether it was made for this.
    fn lend(&self) -> Result<(Lent<'_>, bool)> {
        let until = Instant::now() + PATIENCE;
        let mut sessions = self.locked();
        loop {
            if let Some(session) = sessions.idle.pop() {
                return Ok((self.lent(Some(session)), false));
            }
            if sessions.open < self.database.most {
                sessions.open += 1;
                break;
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                let words = "no connection to the database is free";
                return Err(HubError::Broken(words.to_owned()));
            }
            let waited = self.freed.wait_timeout(sessions, left);
            sessions = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        drop(sessions);
        let mut lent = self.lent(None);
        lent.session = Some(Session {
            client: self.database.dial()?,
            statements: Statements::new(),
        });
        Ok((lent, true))
    }

    fn lent(&self, session: Option<Session>) -> Lent<'_> {
        Lent {
            pool: self,
            session,
            is_dead: false,
        }
    }

    fn locked(&self) -> MutexGuard<'_, Sessions> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection that goes back when this is dropped, if it is good still.
struct Lent<'a> {
    pool: &'a Pool,
    session: Option<Session>,
    is_dead: bool,
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let good = self.session.take();
        let good = good.filter(|session| !self.is_dead && !session.client.is_closed());
        let mut sessions = self.pool.locked();
        match good {
            Some(session) => sessions.idle.push(session),
            None => sessions.open -= 1,
        }
        drop(sessions);
        self.pool.freed.notify_one();
    }
}

fn migrate(tx: &mut Tx<'_>) -> Result<()> {
    tx.wait_for(Uuid::from_u128(MIGRATING))?;
    let sql = "SELECT 'meta' WHERE to_regclass('meta') IS NOT NULL";
    let found = tx.query(sql, &[])?;
    let version: usize = if found.is_empty() {
        0
    } else {
        super::meta::<String>(tx, "schema")?.parse().unwrap_or(0)
    };
    let Some(missing) = SCHEMA
        .get(version..)
        .filter(|_| version > 0 || found.is_empty())
    else {
        let words = "the database is not a hub's, or of a newer version";
        return Err(HubError::Broken(words.to_owned()));
    };
    if missing.is_empty() {
        return Ok(());
    }
    if let Tx::Postgres(tx, _) = tx {
        missing.iter().try_for_each(|sql| tx.batch_execute(sql))?;
    }
    if version == 0 {
        fresh_meta(tx)?;
    }
    let sql = "INSERT INTO meta (key, value) VALUES ('schema', ?1) \
               ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    tx.execute(sql, binds![SCHEMA.len().to_string().as_bytes()])?;
    Ok(())
}
