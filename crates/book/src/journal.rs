//! The journal table: entries out and in.

use crate::device::Device;
use crate::error::{BookError, Result};
use crate::pack;
use crate::terms::Terms;
use domain::{Day, DeviceId, Entry, Hlc, Personal, RequestId, Subject, SubjectKind};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use uuid::Uuid;

/// The row number of a record, or `None` when no entry has named it.
pub fn subject_no(conn: &Connection, id: Uuid) -> Result<Option<i64>> {
    let mut query = conn.prepare_cached("SELECT no FROM subject WHERE id = ?1")?;
    Ok(query
        .query_row([id.as_bytes()], |row| row.get(0))
        .optional()?)
}

/// The key of a row number.
pub fn subject_id(conn: &Connection, no: i64) -> Result<Uuid> {
    let mut query = conn.prepare_cached("SELECT id FROM subject WHERE no = ?1")?;
    Ok(Uuid::from_bytes(query.query_row([no], |row| row.get(0))?))
}

/// Kind and key of a row number.
pub fn subject_of(conn: &Connection, no: i64) -> Result<Subject> {
    let mut query = conn.prepare_cached("SELECT kind, id FROM subject WHERE no = ?1")?;
    let (kind, id): (u8, [u8; 16]) = query.query_row([no], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Subject::new(
        SubjectKind::of_code(kind),
        Uuid::from_bytes(id),
    ))
}

/// The position of the newest entry, 0 in an empty journal.
pub fn last_pos(conn: &Connection) -> Result<i64> {
    let mut query = conn.prepare_cached("SELECT coalesce(max(pos), 0) FROM journal")?;
    Ok(query.query_row([], |row| row.get(0))?)
}

/// A record's entries in order of arrival; the hash of the entry before each is left at zeros.
pub fn entries(conn: &Connection, terms: &Terms, subject_no: i64) -> Result<Vec<Entry>> {
    let mut query = conn.prepare_cached(include_str!("sql/entries_of_subject.sql"))?;
    let mut rows = query.query([subject_no])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read_entry(conn, terms, row)?);
    }
    Ok(found)
}

/// An entry from a row of the columns that the queries for entries share, in their order.
pub(crate) fn read_entry(conn: &Connection, terms: &Terms, row: &Row<'_>) -> Result<Entry> {
    let kind: u8 = row.get(7)?;
    let kind = SubjectKind::of_code(kind);
    let salt: Option<[u8; 16]> = row.get(15)?;
    let text: Option<String> = row.get(16)?;
    let seq = row.get::<_, i64>(1)? as u64;
    let payload = pack::text_of(row.get_ref(11)?).map_err(|_| BookError::Chain {
        seq,
        detail: "its content cannot be read",
    })?;
    Ok(Entry {
        device: DeviceId(Uuid::from_bytes(row.get(0)?)),
        seq,
        hlc: Hlc(row.get(2)?),
        at_ms: row.get(3)?,
        offset_min: row.get(4)?,
        business_day: Day(row.get(5)?),
        actor: terms.text(conn, row.get(6)?)?.to_string(),
        subject: Subject::new(kind, Uuid::from_bytes(row.get(8)?)),
        kind: terms.text(conn, row.get(9)?)?.to_string(),
        version: row.get(10)?,
        payload,
        request_id: RequestId(Uuid::from_bytes(row.get(12)?)),
        personal: salt.zip(text).map(|(salt, text)| Personal { salt, text }),
        personal_digest: row.get(13)?,
        prev_hash: [0; 32],
        hash: row.get(14)?,
    })
}

/// Calls `each` with the entries of a device after `seq`, in order, each with the hash of the
/// one before it. A missing number is an error.
pub fn chain(
    conn: &Connection,
    terms: &Terms,
    device: &Device,
    after: u64,
    each: &mut dyn FnMut(Entry) -> Result<()>,
) -> Result<()> {
    let mut query = conn.prepare_cached(include_str!("sql/entries_of_device.sql"))?;
    let mut prev_hash = hash_at(conn, device, after)?;
    let mut seq = after;
    let mut rows = query.query(params![device.no, after as i64])?;
    while let Some(row) = rows.next()? {
        let mut entry = read_entry(conn, terms, row)?;
        seq += 1;
        if entry.seq != seq {
            return Err(BookError::Chain {
                seq,
                detail: "it is missing",
            });
        }
        entry.prev_hash = prev_hash;
        prev_hash = entry.hash;
        each(entry)?;
    }
    Ok(())
}

/// The hash of an entry of a device; zeros before the first.
pub(crate) fn hash_at(conn: &Connection, device: &Device, seq: u64) -> Result<[u8; 32]> {
    if seq == 0 {
        return Ok([0; 32]);
    }
    let sql = "SELECT hash FROM journal WHERE device = ?1 AND seq = ?2";
    let found = conn
        .prepare_cached(sql)?
        .query_row(params![device.no, seq as i64], |row| row.get(0))
        .optional()?;
    found.ok_or(BookError::Chain {
        seq,
        detail: "it is missing",
    })
}

/// Removes the personal parts of a record's entries, and notes which those were.
pub(crate) fn redact(conn: &Connection, subject_no: i64) -> Result<()> {
    conn.prepare_cached(include_str!("sql/insert_redactions.sql"))?
        .execute([subject_no])?;
    conn.prepare_cached(include_str!("sql/redact_subject.sql"))?
        .execute([subject_no])?;
    Ok(())
}

/// Where an entry goes: the row numbers that it refers to.
pub(crate) struct Place {
    /// Row of its device.
    pub device: i64,
    /// Row of its subject.
    pub subject: i64,
}

/// Writes an entry; returns its position.
pub(crate) fn insert(
    conn: &Connection,
    terms: &Terms,
    place: &Place,
    entry: &Entry,
) -> Result<i64> {
    let actor = terms.number(conn, &entry.actor)?;
    let kind = terms.number(conn, &entry.kind)?;
    let packed = pack::packed(&entry.payload);
    let text = packed.as_ref().map_or(entry.payload.as_str(), |_| "");
    conn.prepare_cached(include_str!("sql/insert_entry.sql"))?
        .execute(params![
            place.device,
            entry.seq as i64,
            entry.hlc.0,
            entry.at_ms,
            entry.offset_min,
            entry.business_day.0,
            actor,
            place.subject,
            kind,
            entry.version,
            entry.request_id.0.as_bytes(),
            entry.personal_digest,
            entry.hash,
            text,
            packed,
        ])?;
    let pos = conn.last_insert_rowid();
    if let Some(personal) = &entry.personal {
        conn.prepare_cached("INSERT INTO personal (pos, salt, text) VALUES (?1, ?2, ?3)")?
            .execute(params![pos, personal.salt, personal.text])?;
    } else if entry.personal_digest.is_some() {
        conn.prepare_cached("INSERT OR IGNORE INTO redaction (device, seq) VALUES (?1, ?2)")?
            .execute(params![place.device, entry.seq as i64])?;
    }
    Ok(pos)
}
