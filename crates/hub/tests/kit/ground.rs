//! What a hub stands on: a file, or a database of a PostgreSQL server.

use std::path::PathBuf;

use hub::Store;
#[cfg(target_os = "linux")]
use stage::Postgres;

use super::Served;

/// Where a store is.
pub enum Ground<'a> {
    /// A folder with the store's file.
    File(tempfile::TempDir, &'a ()),
    /// A database.
    #[cfg(target_os = "linux")]
    Database(&'a Postgres, String, tempfile::TempDir),
}

impl Ground<'_> {
    /// A new file.
    pub fn file() -> Self {
        Self::File(tempfile::tempdir().unwrap(), &())
    }

    /// The store.
    pub fn store(&self) -> Store {
        match self {
            Self::File(folder, _) => Store::open(&folder.path().join("hub.db")).unwrap(),
            #[cfg(target_os = "linux")]
            Self::Database(_, address, _) => {
                let database = hub::Database::at(address, None, 8).unwrap();
                Store::connect(&database).unwrap()
            }
        }
    }

    /// A hub that serves it.
    pub fn served(&self) -> Served {
        Served::on(self.store())
    }

    /// A copy of the store, made while it is in use.
    pub fn copy(&self, store: &Store) -> PathBuf {
        match self {
            Self::File(folder, _) => {
                let copy = folder.path().join("copy.db");
                store.backup(&copy).unwrap();
                let again = store.backup(&copy);
                assert!(again.is_err(), "nothing is overwritten");
                copy
            }
            #[cfg(target_os = "linux")]
            Self::Database(server, address, folder) => {
                let copy = folder.path().join("copy.dump");
                let refused = store.backup(&copy).unwrap_err().to_string();
                assert!(refused.contains("pg_dump"), "{refused}");
                let mut dumping = server.client("pg_dump");
                dumping.args(["--format=custom", "--file"]).arg(&copy);
                let dumped = dumping.args(["--dbname", address]).status().unwrap();
                assert!(dumped.success());
                copy
            }
        }
    }

    /// Another place into which a copy was restored as operators do it.
    pub fn restored(&self, copy: &std::path::Path) -> Self {
        match self {
            Self::File(..) => {
                let other = tempfile::tempdir().unwrap();
                hub::store::restore(copy, &other.path().join("hub.db")).unwrap();
                Self::File(other, &())
            }
            #[cfg(target_os = "linux")]
            Self::Database(server, ..) => {
                // Each case has a database of its own, and so has what is restored of it.
                let folder = copy.parent().and_then(std::path::Path::file_name).unwrap();
                let name: String = folder
                    .to_string_lossy()
                    .bytes()
                    .map(|byte| format!("{byte:02x}"))
                    .collect();
                let name = format!("restored_{name}");
                let other = Self::database(server, &name);
                let mut restoring = server.client("pg_restore");
                restoring.args(["--dbname", &name]).arg(copy);
                assert!(restoring.status().unwrap().success());
                other.store().restored().unwrap();
                other
            }
        }
    }
}

#[cfg(target_os = "linux")]
impl<'a> Ground<'a> {
    /// A new database of a server.
    pub fn database(server: &'a Postgres, name: &str) -> Self {
        let address = server.database(name).unwrap();
        Self::Database(server, address, tempfile::tempdir().unwrap())
    }
}

/// What every store must do, and its name.
pub type Case = (&'static str, fn(&Ground<'_>));

/// Runs cases on a PostgreSQL server, each on a database of its own; says which of them failed.
#[cfg(target_os = "linux")]
pub fn on_postgres(cases: &[Case]) {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    let server = Postgres::start().unwrap_or_else(|error| panic!("{error:#}"));
    let mut failed = Vec::new();
    for (at, (name, case)) in cases.iter().enumerate() {
        let ground = Ground::database(&server, &format!("case_{at}"));
        if catch_unwind(AssertUnwindSafe(|| case(&ground))).is_err() {
            failed.push(*name);
        }
    }
    assert!(failed.is_empty(), "failed on PostgreSQL: {failed:?}");
}
