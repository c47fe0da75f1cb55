//! Notes of other currencies on the report of a till session.
use super::figures::Figures;
use book::dto::TillReport;
use receipts::{Look, Slip};

/// What lay in the drawer before the first sale.
pub(super) fn add_float(slip: &mut Slip, report: &TillReport, figures: Figures) {
    for one in report.notes.iter().filter(|one| one.float_minor != 0) {
        let name = format!("{} {}", figures.language.say("float"), one.currency);
        let figure = figures.amount_in(&one.currency, one.float_minor);
        slip.pair(name, figure, Look::Plain);
    }
}

/// What was taken as cash, in both currencies.
pub(super) fn add_taken(slip: &mut Slip, report: &TillReport, figures: Figures) {
    for one in report.notes.iter().filter(|one| one.payments != 0) {
        let worth = figures.money(one.worth_minor);
        let name = format!("  {} {worth}", figures.language.say("notes_worth"));
        let figure = figures.amount_in(&one.currency, one.received_minor);
        slip.pair(name, figure, Look::Plain);
    }
}

/// What was expected and counted, and what that differs by.
pub(super) fn add_counted(slip: &mut Slip, report: &TillReport, figures: Figures) {
    for one in &report.notes {
        for (what, minor) in [
            ("expected", one.expected_minor),
            ("counted", one.counted_minor.unwrap_or(0)),
            ("difference", one.difference_minor.unwrap_or(0)),
        ] {
            let name = format!("{} {}", figures.language.say(what), one.currency);
            let figure = figures.amount_in(&one.currency, minor);
            slip.pair(name, figure, Look::Plain);
        }
    }
}
