//! The journal table: entries out and in.

use crate::error::{BookError, Result};
use crate::terms::Terms;
use domain::{Day, DeviceId, Entry, Hlc, Personal, RequestId, Subject, SubjectKind};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use uuid::Uuid;

/// The row number of a record, or `None` when no entry has named it.
pub fn subject_no(conn: &Connection, id: Uuid) -> Result<Option<i64>> {
    let mut query = conn.prepare_cached("SELECT no FROM subject WHERE id = ?1")?;
    Ok(query.query_row([id.as_bytes()], |row| row.get(0)).optional()?)
}

/// The key of a row number.
pub fn subject_id(conn: &Connection, no: i64) -> Result<Uuid> {
    let mut query = conn.prepare_cached("SELECT id FROM subject WHERE no = ?1")?;
    Ok(Uuid::from_bytes(query.query_row([no], |row| row.get(0))?))
}

/// Kind and key of a row number.
pub fn subject_of(conn: &Connection, no: i64) -> Result<Subject> {
    let mut query = conn.prepare_cached("SELECT kind, id FROM subject WHERE no = ?1")?;
    let (kind, id): (u8, [u8; 16]) =
        query.query_row([no], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let kind = SubjectKind::of_code(kind)
        .ok_or_else(|| BookError::Inconsistent(format!("subject {no} has kind {kind}")))?;
    Ok(Subject::new(kind, Uuid::from_bytes(id)))
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

/// An entry from a row of the columns that the journal queries share.
pub(crate) fn read_entry(conn: &Connection, terms: &Terms, row: &Row<'_>) -> Result<Entry> {
    let kind: u8 = row.get("subject_kind")?;
    let kind = SubjectKind::of_code(kind)
        .ok_or_else(|| BookError::Inconsistent(format!("subject kind {kind}")))?;
    let salt: Option<[u8; 16]> = row.get("salt")?;
    let text: Option<String> = row.get("personal_text")?;
    Ok(Entry {
        device: DeviceId(Uuid::from_bytes(row.get("device_id")?)),
        seq: row.get::<_, i64>("seq")? as u64,
        hlc: Hlc(row.get("hlc")?),
        at_ms: row.get("at_ms")?,
        offset_min: row.get("offset_min")?,
        business_day: Day(row.get("business_day")?),
        actor: terms.text(conn, row.get("actor")?)?.to_string(),
        subject: Subject::new(kind, Uuid::from_bytes(row.get("subject_id")?)),
        kind: terms.text(conn, row.get("kind")?)?.to_string(),
        version: row.get("version")?,
        payload: row.get("payload")?,
        request_id: RequestId(Uuid::from_bytes(row.get("request_id")?)),
        personal: salt.zip(text).map(|(salt, text)| Personal { salt, text }),
        personal_digest: row.get("personal_digest")?,
        prev_hash: [0; 32],
        hash: row.get("hash")?,
    })
}

/// Where an entry goes: the row numbers that it refers to.
pub(crate) struct Place {
    /// Row of its device.
    pub device: i64,
    /// Row of its subject.
    pub subject: i64,
}

/// Writes an entry; returns its position.
pub(crate) fn insert(conn: &Connection, terms: &Terms, place: &Place, entry: &Entry) -> Result<i64> {
    let actor = terms.number(conn, &entry.actor)?;
    let kind = terms.number(conn, &entry.kind)?;
    conn.prepare_cached(include_str!("sql/insert_entry.sql"))?.execute(params![
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
        entry.payload,
    ])?;
    let pos = conn.last_insert_rowid();
    if let Some(personal) = &entry.personal {
        conn.prepare_cached("INSERT INTO personal (pos, salt, text) VALUES (?1, ?2, ?3)")?
            .execute(params![pos, personal.salt, personal.text])?;
    }
    Ok(pos)
}
