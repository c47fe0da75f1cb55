//! Verification: the hash chains, every projection against a fresh fold, the ledgers' sums and
//! SQLite's own check. It reads; it never repairs.

use crate::book::Book;
use crate::device::Device;
use crate::digest::{self, Digest, PROJECTIONS};
use crate::error::{BookError, Result};
use crate::files;
use crate::fresh::{self, LEDGERS, OnRecords};
use crate::issued;
use crate::journal;
use crate::read::Read;
use crate::rebuild::scratch_folder;
use crate::terms::Terms;
use rusqlite::Connection;

/// One thing that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What.
    pub name: String,
    /// Whether it holds.
    pub ok: bool,
    /// What was found: a figure when it holds, the place of the damage when it does not.
    pub detail: String,
}

/// The outcome of a verification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Everything holds.
    pub ok: bool,
    /// The checks, in the order in which they ran.
    pub checks: Vec<Check>,
    /// Digest of the projections; equal on every device with the same entries.
    pub digest: Digest,
}

impl Book {
    /// Checks the whole book on one consistent state, while others may go on writing.
    pub fn verify(&self, on: OnRecords<'_>) -> Result<Verified> {
        let folder = scratch_folder(self)?;
        let fresh = fresh::scratch(&folder.path().join("fresh.counterbook"))?;
        let conn = self.reader()?;
        self.begin_summed(&conn)?;
        let checks = check_all(&conn, &fresh, on)?;
        let digest = digest::digest_all(&conn)?;
        conn.execute_batch("COMMIT")?;
        Ok(Verified {
            ok: checks.iter().all(|check| check.ok),
            checks,
            digest,
        })
    }
}

fn check_all(conn: &Connection, fresh: &Connection, on: OnRecords<'_>) -> Result<Vec<Check>> {
    let mut checks = vec![
        check_file(conn)?,
        check_attachments(conn)?,
        check_issued(conn)?,
    ];
    checks.extend(check_chains(conn)?);
    checks.extend(check_projections(conn, fresh, on)?);
    checks.push(check_goods(conn)?);
    for (name, sql) in LEDGERS {
        let wrong: i64 = conn.query_row(sql, [], |row| row.get(0))?;
        checks.push(check(name, wrong == 0, wrong.to_string()));
    }
    Ok(checks)
}

fn check(name: &str, ok: bool, detail: String) -> Check {
    Check {
        name: name.to_owned(),
        ok,
        detail,
    }
}

fn check_file(conn: &Connection) -> Result<Check> {
    let mut query = conn.prepare("PRAGMA integrity_check(10)")?;
    let rows = query.query_map([], |row| row.get::<_, String>(0))?;
    let found: Vec<String> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(check("SQLite integrity", found == ["ok"], found.join("; ")))
}

fn check_attachments(conn: &Connection) -> Result<Check> {
    let (count, wrong) = files::check(conn)?;
    let detail = wrong.clone().unwrap_or_else(|| format!("{count} files"));
    Ok(check("attachments", wrong.is_none(), detail))
}

fn check_issued(conn: &Connection) -> Result<Check> {
    let (count, wrong) = issued::check(conn, &Terms::default())?;
    let detail = wrong
        .clone()
        .unwrap_or_else(|| format!("{count} documents"));
    Ok(check("issued documents", wrong.is_none(), detail))
}

/// What is kept of goods for reports is what their movements give.
fn check_goods(conn: &Connection) -> Result<Check> {
    let read = Read {
        conn,
        terms: &Terms::default(),
        open: None,
    };
    let (kept, wrong) = read.goods_kept_wrong()?;
    let detail = match wrong.first() {
        Some(first) => format!("{} of {kept} differ, the first is row {first}", wrong.len()),
        None => format!("{kept} products"),
    };
    Ok(check("kept days of goods", wrong.is_empty(), detail))
}

fn check_chains(conn: &Connection) -> Result<Vec<Check>> {
    let terms = Terms::default();
    let mut checks = Vec::new();
    for device in Device::all(conn)? {
        let name = format!("journal {}", device_name(&device));
        let mut entries = 0_u64;
        let chained = journal::chain(conn, &terms, &device, 0, &mut |entry| {
            entries += 1;
            if entry.is_intact() {
                return Ok(());
            }
            let detail = "its content does not fit its hash";
            Err(BookError::Chain {
                seq: entry.seq,
                detail,
            })
        });
        let complete = entries == device.last_seq;
        checks.push(match chained {
            Ok(()) if complete => check(&name, true, format!("{entries} entries")),
            Ok(()) => check(
                &name,
                false,
                format!("{entries} of {} entries", device.last_seq),
            ),
            Err(BookError::Chain { seq, detail }) => {
                check(&name, false, format!("entry {seq}: {detail}"))
            }
            Err(other) => check(&name, false, format!("after entry {entries}: {other}")),
        });
    }
    Ok(checks)
}

fn device_name(device: &Device) -> String {
    if device.prefix.is_empty() {
        device.id.to_string()
    } else {
        device.prefix.clone()
    }
}

fn check_projections(
    conn: &Connection,
    fresh: &Connection,
    on: OnRecords<'_>,
) -> Result<Vec<Check>> {
    match fresh::fold_all(conn, fresh, on) {
        Ok(()) => {}
        Err(BookError::Cancelled) => return Err(BookError::Cancelled),
        Err(error) => return Ok(vec![check("fresh fold", false, error.to_string())]),
    }
    let mut checks = Vec::new();
    for projection in PROJECTIONS {
        let found = digest::digest_of(conn, projection)?;
        let expected = digest::digest_of(fresh, projection)?;
        let detail = if found == expected {
            found.to_string()
        } else {
            "differs".to_owned()
        };
        let name = format!("table {}", projection.table);
        checks.push(check(&name, found == expected, detail));
    }
    Ok(checks)
}
