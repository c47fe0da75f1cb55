//! Till sessions: how the till stands, and what it took. The takings of an open session are summed
//! over the entries of its own device since the opening; those of a closed one were stored with the
//! count and never move again.

use super::Read;
use super::moment::local;
use super::order::digits;
use crate::device::Device;
use crate::dto::TillStatus;
use crate::dto::{
    OrderTax, TillCount, TillMethod, TillMove, TillNotes, TillOpen, TillReport, TillRow,
};
use crate::error::{BookError, Result};
use crate::journal;
use crate::memory::settings_of;
use crate::pack;
use domain::till::{Closed, Deed, NotesExpected, Takings, TillSession, denominations};
use domain::{DeviceId, State, SubjectKind};
use rusqlite::{OptionalExtension as _, params};
use uuid::Uuid;

const OPEN: &str = "SELECT no FROM till_session WHERE device = ?1 AND number IS NULL
    ORDER BY no DESC LIMIT 1";
const EARLIER: &str = "SELECT no FROM till_session WHERE device = ?1 AND number IS NOT NULL
    ORDER BY no DESC LIMIT ?2";
const BY_NUMBER: &str = "SELECT no FROM till_session WHERE number = ?1";

/// How many earlier sessions the counter offers.
const EARLIER_SHOWN: i64 = 60;

impl Read<'_> {
    /// The session that is open on this device.
    pub fn open_till(&self) -> Result<Option<Uuid>> {
        let device = Device::mine(self.conn)?;
        match self.open_no_of(device.id)? {
            Some(no) => Ok(Some(journal::subject_id(self.conn, no)?)),
            None => Ok(None),
        }
    }

    /// The prefix of this device's numbers: the name of its till.
    pub fn device_prefix(&self) -> Result<String> {
        Ok(Device::mine(self.conn)?.prefix)
    }

    /// The session with a Z report of this number.
    pub fn till_of_number(&self, number: &str) -> Result<Option<Uuid>> {
        let mut query = self.conn.prepare_cached(BY_NUMBER)?;
        let no: Option<i64> = query.query_row([number], |row| row.get(0)).optional()?;
        no.map(|no| journal::subject_id(self.conn, no)).transpose()
    }

    /// How this device's till stands.
    pub fn till_status(&self) -> Result<TillStatus> {
        let device = Device::mine(self.conn)?;
        let settings = settings_of(self.conn)?;
        let open = match self.open_no_of(device.id)? {
            Some(no) => opening(journal::subject_id(self.conn, no)?, &self.session(no)?),
            None => None,
        };
        let names = self.names()?;
        let open = open.map(|mut open| {
            names.put(&mut open.opened_by);
            open
        });
        Ok(TillStatus {
            open,
            denominations: denominations(settings.currency()),
            earlier: self.earlier(device.id)?,
            till: device.prefix,
        })
    }

    /// A session with all its figures; `copy` marks a Z that was told before.
    pub fn till_report(&self, id: Uuid, copy: bool) -> Result<TillReport> {
        let no = self.no_of(id, "till")?;
        let session = self.session(no)?;
        let Some((_, opened)) = &session.opened else {
            return Err(BookError::NotFound("till"));
        };
        let (takings, to) = match &session.closed {
            Some((closed, deed)) => (closed.takings.clone(), deed.seq),
            None => self.takings_since(session.device, opened.seq)?,
        };
        let mut report = sums(&session, &takings);
        report.id = id;
        report.copy = copy && session.closed.is_some();
        report.to_entry = to as i64;
        self.names()?.put_in_till(&mut report);
        Ok(report)
    }

    /// What a device took after an entry of its journal, and the newest entry that is summed.
    pub fn takings_since(&self, device: Option<DeviceId>, seq: u64) -> Result<(Takings, u64)> {
        let mut takings = Takings::default();
        let Some(device) = device else {
            return Ok((takings, seq));
        };
        let sql = "SELECT seq, kind, said FROM journal \
                   WHERE device = (SELECT no FROM device WHERE id = ?1) AND seq > ?2 ORDER BY seq";
        let mut query = self.conn.prepare_cached(sql)?;
        let mut rows = query.query(params![device.0.as_bytes(), seq as i64])?;
        let mut last = seq;
        while let Some(row) = rows.next()? {
            last = row.get::<_, i64>(0)? as u64;
            let kind = self.terms.text(self.conn, row.get(1)?)?;
            if kind.starts_with("order.") || kind.starts_with("customer.") {
                takings.add(&kind, &pack::text_of(row.get_ref(2)?)?);
            }
        }
        Ok((takings, last))
    }

    fn open_no_of(&self, device: DeviceId) -> Result<Option<i64>> {
        let mut query = self.conn.prepare_cached(OPEN)?;
        Ok(query
            .query_row([device.0.as_bytes()], |row| row.get(0))
            .optional()?)
    }

    fn earlier(&self, device: DeviceId) -> Result<Vec<TillRow>> {
        let mut query = self.conn.prepare_cached(EARLIER)?;
        let rows = query.query_map(params![device.0.as_bytes(), EARLIER_SHOWN], |row| {
            row.get::<_, i64>(0)
        })?;
        let mut found = Vec::new();
        for no in rows {
            let no = no?;
            let session = self.session(no)?;
            if let Some((closed, deed)) = &session.closed {
                found.push(TillRow {
                    id: journal::subject_id(self.conn, no)?,
                    number: closed.number.clone(),
                    closed_local: at_local(deed),
                    difference_minor: session.difference_minor().unwrap_or(0),
                });
            }
        }
        Ok(found)
    }

    fn session(&self, no: i64) -> Result<TillSession> {
        let mut entries = journal::entries(self.conn, self.terms, no)?;
        match domain::fold(SubjectKind::Till, &mut entries) {
            State::Till(session) => Ok(*session),
            _ => Err(BookError::NotFound("till")),
        }
    }
}

fn at_local(deed: &Deed) -> String {
    local(deed.moment.at_ms, deed.moment.offset_min)
}

fn opening(id: Uuid, session: &TillSession) -> Option<TillOpen> {
    let (said, deed) = session.opened.as_ref()?;
    Some(TillOpen {
        id,
        opened_local: at_local(deed),
        opened_by: deed.actor.clone(),
        float_minor: said.float_minor,
        version: i64::from(session.version),
    })
}

/// Notes of other currencies: those that must be there or were taken, and those that were only
/// counted.
fn notes(session: &TillSession, takings: &Takings) -> Vec<TillNotes> {
    let closed = session.closed.as_ref().map(|(said, _)| said);
    let counted = closed.map_or(&[][..], |said| &said.notes);
    let mut all = session.notes_expected(takings);
    for one in counted.iter().filter(|one| one.counted_minor != 0) {
        if !all.iter().any(|own| own.currency == one.currency) {
            all.push(NotesExpected {
                currency: one.currency.clone(),
                ..NotesExpected::default()
            });
        }
    }
    all.sort_by(|one, other| one.currency.cmp(&other.currency));
    let shown = all.iter().map(|own| {
        let found = counted.iter().find(|one| one.currency == own.currency);
        let counted_minor = closed.map(|_| found.map_or(0, |one| one.counted_minor));
        notes_of(own, counted_minor)
    });
    shown.collect()
}

fn notes_of(own: &NotesExpected, counted_minor: Option<i64>) -> TillNotes {
    let expected_minor = own.expected_minor();
    TillNotes {
        currency: own.currency.clone(),
        currency_digits: digits(&own.currency),
        float_minor: own.float_minor,
        in_minor: own.in_minor,
        out_minor: own.out_minor,
        payments: own.taken.payments,
        received_minor: own.taken.given_minor,
        worth_minor: own.taken.worth_minor,
        expected_minor,
        counted_minor,
        difference_minor: counted_minor.map(|counted| counted.saturating_sub(expected_minor)),
    }
}

fn sums(session: &TillSession, takings: &Takings) -> TillReport {
    let opened = session.opened.as_ref();
    let closed = session.closed.as_ref();
    let (cash_in_minor, cash_out_minor) = session.moved_minor();
    TillReport {
        id: Uuid::nil(),
        number: closed.map(|(said, _)| said.number.clone()),
        copy: false,
        till: opened.map_or_else(String::new, |(said, _)| said.till.clone()),
        opened_local: opened.map_or_else(String::new, |(_, deed)| at_local(deed)),
        opened_by: opened.map_or_else(String::new, |(_, deed)| deed.actor.clone()),
        closed_local: closed.map(|(_, deed)| at_local(deed)),
        closed_by: closed.map(|(_, deed)| deed.actor.clone()),
        day: opened.map_or_else(String::new, |(_, deed)| deed.moment.day.to_string()),
        from_entry: opened.map_or(0, |(_, deed)| deed.seq as i64),
        to_entry: 0,
        sales: takings.sales,
        sales_minor: takings.sales_minor,
        returns: takings.returns,
        returned_minor: takings.returned_minor,
        discount_minor: takings.discount_minor,
        gift_cards_minor: takings.gift_cards_minor,
        taxes: taxes(takings),
        methods: methods(takings),
        notes: notes(session, takings),
        rounding_minor: takings.rounding_minor,
        change_minor: takings.change_minor,
        voids: takings.voids,
        first_number: takings.first_number.clone(),
        last_number: takings.last_number.clone(),
        float_minor: session.float_minor(),
        cash_received_minor: takings.cash_received_minor(),
        cash_refunded_minor: takings.cash_refunded_minor(),
        cash_in_minor,
        cash_out_minor,
        moves: moves(session),
        expected_minor: session.expected_minor(takings),
        counts: closed.map_or_else(Vec::new, |(said, _)| counts(said)),
        counted_minor: closed.map(|(said, _)| said.counted_minor),
        difference_minor: session.difference_minor(),
        version: i64::from(session.version),
    }
}

fn taxes(takings: &Takings) -> Vec<OrderTax> {
    let of = takings.taxes.iter().map(|sum| OrderTax {
        code: sum.code.clone(),
        rate_ppm: sum.rate_ppm,
        base_minor: sum.base_minor,
        tax_minor: sum.tax_minor,
    });
    of.collect()
}

fn methods(takings: &Takings) -> Vec<TillMethod> {
    let of = takings.methods.iter().map(|sum| TillMethod {
        method: sum.method.clone(),
        payments: sum.payments,
        received_minor: sum.received_minor,
        refunds: sum.refunds,
        refunded_minor: sum.refunded_minor,
    });
    of.collect()
}

fn moves(session: &TillSession) -> Vec<TillMove> {
    let of = session.moves.iter().map(|(said, deed)| TillMove {
        amount_minor: (said.notes.as_ref()).map_or(said.amount_minor, |one| one.counted_minor),
        currency: said.notes.as_ref().map(|one| one.currency.clone()),
        reason: said.reason.clone(),
        at_local: at_local(deed),
        actor: deed.actor.clone(),
    });
    of.collect()
}

fn counts(said: &Closed) -> Vec<TillCount> {
    let mut counts: Vec<TillCount> = said
        .counts
        .iter()
        .map(|one| TillCount {
            denomination_minor: one.denomination_minor,
            count: one.count,
        })
        .collect();
    counts.sort_by_key(|one| std::cmp::Reverse(one.denomination_minor));
    counts
}
