//! Checks what issued documents say against the digest that was taken when they were issued.

use crate::error::Result;
use crate::pack;
use crate::terms::Terms;
use domain::order::{Issued, OrderPersonal};
use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

const ISSUED: &str = "order.issued";
const WORDS: &str = "-- scan: verification reads the whole journal anyway.\n\
    SELECT said, text FROM journal JOIN personal USING (pos) WHERE kind = ?1";

/// How many documents were looked at, and the number of the first whose words are others now.
/// What an erased customer was told is gone, and documents from before have no digest.
pub(crate) fn check(conn: &Connection, terms: &Terms) -> Result<(u64, Option<String>)> {
    let Some(kind) = terms.find(conn, ISSUED)? else {
        return Ok((0, None));
    };
    let mut query = conn.prepare(WORDS)?;
    let mut rows = query.query([kind])?;
    let (mut count, mut wrong) = (0, None);
    while let Some(row) = rows.next()? {
        let payload = pack::text_of(row.get_ref(0)?)?;
        let text: String = row.get(1)?;
        let said: Option<Issued> = serde_json::from_str(&payload).ok();
        let Some((said, sha256)) = said.and_then(|said| {
            let sha256 = said.words_sha256.clone()?;
            Some((said, sha256))
        }) else {
            continue;
        };
        count += 1;
        let words = serde_json::from_str::<OrderPersonal>(&text).ok();
        let words = words.and_then(|personal| personal.document);
        if words.is_none_or(|words| digest(&words.to_string()) != sha256) {
            wrong.get_or_insert(said.number);
        }
    }
    Ok((count, wrong))
}

fn digest(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails where it panics")]
mod tests {
    use super::*;
    use rusqlite::params;
    use serde_json::json;

    /// A journal of one document that says `words`, with the digest of `said`.
    fn journal(words: &str, said: &str) -> Connection {
        let mut conn = Connection::open_in_memory().unwrap();
        conn.pragma_update(None, "foreign_keys", false).unwrap();
        crate::migrate::create(&mut conn).unwrap();
        let kind = Terms::default().number(&conn, ISSUED).unwrap();
        let payload = json!({ "document": uuid::Uuid::nil(), "kind": "invoice",
            "number": "I-A-000001", "language": "en", "sha256": "",
            "words_sha256": digest(&json!({ "title": said }).to_string()) });
        let personal = json!({ "document": { "title": words } });
        conn.execute(
            "INSERT INTO journal VALUES (1, 1, 1, 0, 0, 0, 0, 1, 1, ?1, 1, x'00', NULL, x'00', ?2, NULL)",
            params![kind, payload.to_string()],
        )
        .unwrap();
        let sql = "INSERT INTO personal VALUES (1, x'00', ?1)";
        conn.execute(sql, [personal.to_string()]).unwrap();
        conn
    }

    #[test]
    fn a_document_that_says_something_else_now_is_found() {
        let terms = Terms::default();
        let same = journal("Invoice", "Invoice");
        assert_eq!(check(&same, &terms).unwrap(), (1, None));
        let other = journal("Gift", "Invoice");
        let number = Some("I-A-000001".to_owned());
        assert_eq!(check(&other, &Terms::default()).unwrap(), (1, number));
    }
}
