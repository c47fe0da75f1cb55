//! People of the shop, and what was refused and approved. Entries name people by their ids, so that
//! a person can be renamed and erased; screens and papers show what the shop calls them.

use super::Read;
use super::moment::local;
use crate::dto::{self, AuditRow, Page, Permission};
use crate::error::{BookError, Result};
use domain::SubjectKind;
use domain::audit::AuditTerms;
use domain::person::{Person, RoleTerms};
use domain::{State, Subject};
use rusqlite::params;
use std::collections::HashMap;
use uuid::Uuid;

pub(crate) const PEOPLE: &str = include_str!("sql/people.sql");
pub(crate) const AUDIT: &str = include_str!("sql/audit.sql");

/// What the shop calls whom.
pub(crate) struct Names(HashMap<String, String>);

impl Names {
    /// Puts a name where an entry names its actor by id.
    pub fn put(&self, actor: &mut String) {
        if let Some(name) = self.0.get(actor) {
            actor.clone_from(name);
        }
    }

    /// What an entry's actor is called.
    pub fn of_actor(&self, actor: &str) -> String {
        self.0.get(actor).map_or(actor, String::as_str).to_owned()
    }

    /// Puts names everywhere where an order's page says who did something.
    pub fn put_in(&self, order: &mut dto::Order) {
        let notes = order.notes.iter_mut().map(|one| &mut one.actor);
        let files = order.attachments.iter_mut().map(|one| &mut one.actor);
        let edits = order.edits.iter_mut().map(|one| &mut one.actor);
        let holds = order.held.iter_mut().map(|one| &mut one.actor);
        let all = notes.chain(files).chain(edits).chain(holds);
        all.for_each(|actor| self.put(actor));
    }

    /// The same for a till session.
    pub fn put_in_till(&self, report: &mut dto::TillReport) {
        self.put(&mut report.opened_by);
        report.closed_by.iter_mut().for_each(|who| self.put(who));
        report
            .moves
            .iter_mut()
            .for_each(|one| self.put(&mut one.actor));
    }

    pub(super) fn of(&self, id: Uuid) -> Option<String> {
        self.0.get(&id.to_string()).cloned()
    }
}

impl Read<'_> {
    /// Everybody of the shop, by name; those who work here no more at the end.
    pub fn people(&self) -> Result<Vec<dto::Person>> {
        let mut query = self.conn.prepare_cached(PEOPLE)?;
        let rows = query.query_map([], |row| {
            Ok(dto::Person {
                id: Uuid::from_bytes(row.get(0)?),
                name: row.get(1)?,
                role: row.get(2)?,
                has_pin: row.get(3)?,
                archived: row.get(4)?,
                version: row.get(5)?,
            })
        })?;
        let mut people = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        people.sort_by(|a, b| (a.archived, &a.name, a.id).cmp(&(b.archived, &b.name, b.id)));
        Ok(people)
    }

    /// A person by id, with what only a check of the PIN may see.
    pub fn person_state(&self, id: Uuid) -> Result<Option<Person>> {
        let mut entries = self.entries_about(Subject::new(SubjectKind::Person, id))?;
        match domain::fold(SubjectKind::Person, &mut entries) {
            State::Person(person) if person.exists => Ok(Some(*person)),
            _ => Ok(None),
        }
    }

    /// The roles that people can have.
    pub fn roles(&self) -> Result<dto::Roles> {
        let settings = self.settings()?;
        Ok(dto::Roles {
            version: i64::from(settings.version),
            roles: settings.roles().iter().map(role).collect(),
        })
    }

    /// A person by id.
    pub fn person(&self, id: Uuid) -> Result<dto::Person> {
        let mut people = self.people()?.into_iter();
        let found = people.find(|person| person.id == id);
        found.ok_or(BookError::NotFound("person"))
    }

    /// Whether something was carried out under a request.
    pub fn was_requested(&self, request: Uuid) -> Result<bool> {
        let mut query = self
            .conn
            .prepare_cached("SELECT 1 FROM journal WHERE request_id = ?1")?;
        Ok(query.exists([request.as_bytes()])?)
    }

    /// A window of what was refused and approved, the newest first.
    pub fn audit(&self, offset: i64, limit: i64) -> Result<Page<AuditRow>> {
        let names = self.names()?;
        let total = self
            .conn
            .prepare_cached("SELECT count(*) FROM audit -- scan: shown on a screen of its own.")?
            .query_row([], |row| row.get(0))?;
        let mut query = self.conn.prepare_cached(AUDIT)?;
        let rows = query.query_map(params![limit, offset], |row| {
            let said: String = row.get(4)?;
            let mut shown = audit_row(&said, &names);
            shown.at_local = local(row.get(0)?, row.get(1)?);
            shown.kind = row.get(2)?;
            shown.actor = row.get(3)?;
            names.put(&mut shown.actor);
            Ok(shown)
        })?;
        let mut rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        for row in rows
            .iter_mut()
            .filter(|row| row.about.as_deref() == Some("order"))
        {
            row.number = self.number_of(row.record)?;
        }
        Ok(Page {
            total,
            complete: true,
            offset,
            rows,
        })
    }

    pub(crate) fn names(&self) -> Result<Names> {
        let people = self.people()?.into_iter();
        let named = people.map(|person| (person.id.to_string(), person.name));
        Ok(Names(named.filter(|(_, name)| !name.is_empty()).collect()))
    }

    fn number_of(&self, order: Option<Uuid>) -> Result<Option<String>> {
        let Some(id) = order else { return Ok(None) };
        let Some(no) = crate::journal::subject_no(self.conn, id)? else {
            return Ok(None);
        };
        Ok(crate::project::shown_number(&self.folded_order(no)?.0))
    }
}

fn role(terms: &RoleTerms) -> dto::Role {
    dto::Role {
        role: terms.role.clone(),
        name: terms.name.clone(),
        permissions: terms.granted().into_iter().map(permission).collect(),
        discount_limit_ppm: terms.discount_limit_ppm,
    }
}

fn audit_row(said: &str, names: &Names) -> AuditRow {
    let said: AuditTerms = serde_json::from_str(said).unwrap_or_default();
    let known = said.permissions.iter();
    let known = known.filter_map(|word| domain::person::Permission::of_word(word));
    AuditRow {
        at_local: String::new(),
        kind: String::new(),
        actor: String::new(),
        person: said.person.and_then(|id| names.of(id.0)),
        verb: said.verb,
        permissions: known.map(permission).collect(),
        about: said.about,
        record: said.record,
        number: None,
        amount_minor: said.amount_minor,
        wrong: said.wrong.map(i64::from),
    }
}

/// A permission as the wire names it.
pub fn permission(of: domain::person::Permission) -> Permission {
    use domain::person::Permission as Own;
    match of {
        Own::PriceOverride => Permission::PriceOverride,
        Own::DiscountOverLimit => Permission::DiscountOverLimit,
        Own::Refund => Permission::Refund,
        Own::RefundWithoutReceipt => Permission::RefundWithoutReceipt,
        Own::OpenDrawer => Permission::OpenDrawer,
        Own::Cancel => Permission::Cancel,
        Own::VoidLine => Permission::VoidLine,
        Own::CashInOut => Permission::CashInOut,
        Own::CloseTill => Permission::CloseTill,
        Own::AdjustStock => Permission::AdjustStock,
        Own::SellExpired => Permission::SellExpired,
        Own::AdjustPoints => Permission::AdjustPoints,
        Own::ChangeCatalogue => Permission::ChangeCatalogue,
        Own::ChangeSettings => Permission::ChangeSettings,
        Own::ManagePeople => Permission::ManagePeople,
        Own::Reports => Permission::Reports,
        Own::Train => Permission::Train,
    }
}
