//! What stands on an X or Z report. An X report does not tell what the drawer must hold: the count
//! is blind.
use super::figures::Figures;
use super::notes;
use super::sale::{head, tax_name};
use book::dto::TillReport;
use domain::settings::Settings;
use domain::till::CASH;
use receipts::{Block, Look, Slip};

/// The report of a session.
pub(super) fn slip(report: &TillReport, settings: &Settings, figures: Figures, copy: bool) -> Slip {
    let mut slip = Slip::default();
    let words = figures.language;
    head(&mut slip, settings, figures);
    if copy {
        slip.add(Block::Centre(words.say("copy").to_owned()));
    }
    let title = match &report.number {
        Some(number) => format!("{} {number}", words.say("z")),
        None => words.say("x").to_owned(),
    };
    let till = format!("{} {}", words.say("till"), report.till);
    slip.pair(title, till, Look::Tall);
    slip.pair(
        words.say("opened"),
        words.moment(&report.opened_local),
        Look::Plain,
    );
    if let Some(at) = &report.closed_local {
        slip.pair(words.say("closed"), words.moment(at), Look::Plain);
    }
    slip.add(Block::Rule);
    add_sales(&mut slip, report, settings, figures);
    slip.add(Block::Rule);
    add_methods(&mut slip, report, figures);
    slip.add(Block::Rule);
    add_drawer(&mut slip, report, figures);
    slip
}

fn add_sales(slip: &mut Slip, report: &TillReport, settings: &Settings, figures: Figures) {
    let words = figures.language;
    let counted = |what: &str, count: i64| format!("{} ({count})", words.say(what));
    let sales = counted("sales", report.sales);
    slip.pair(sales, figures.money(report.sales_minor), Look::Bold);
    if report.returns != 0 {
        let returned = figures.money(report.returned_minor.saturating_neg());
        slip.pair(counted("returns", report.returns), returned, Look::Plain);
    }
    optional(slip, "gift_cards", report.gift_cards_minor, figures);
    optional(slip, "discount", report.discount_minor, figures);
    for tax in &report.taxes {
        let name = tax_name(settings, &tax.code, figures.rate(tax.rate_ppm));
        let name = format!(
            "{name} {} {}",
            words.say("tax_on"),
            figures.money(tax.base_minor)
        );
        slip.pair(name, figures.money(tax.tax_minor), Look::Plain);
    }
    optional(slip, "rounding", report.rounding_minor, figures);
    if let (Some(first), Some(last)) = (&report.first_number, &report.last_number) {
        slip.pair(
            words.say("receipts"),
            format!("{first} - {last}"),
            Look::Plain,
        );
    }
    if report.voids != 0 {
        slip.pair(words.say("voids"), report.voids.to_string(), Look::Plain);
    }
}

fn add_methods(slip: &mut Slip, report: &TillReport, figures: Figures) {
    let words = figures.language;
    for sum in &report.methods {
        let name = words.say(&sum.method);
        if sum.payments != 0 {
            let counted = format!("{name} ({})", sum.payments);
            slip.pair(counted, figures.money(sum.received_minor), Look::Plain);
        }
        if sum.method == CASH {
            notes::add_taken(slip, report, figures);
        }
        if sum.refunds != 0 {
            let counted = format!("{name}, {} ({})", words.say("refund"), sum.refunds);
            let figure = figures.money(sum.refunded_minor.saturating_neg());
            slip.pair(counted, figure, Look::Plain);
        }
    }
}

fn add_drawer(slip: &mut Slip, report: &TillReport, figures: Figures) {
    let words = figures.language;
    slip.pair(
        words.say("float"),
        figures.money(report.float_minor),
        Look::Plain,
    );
    notes::add_float(slip, report, figures);
    for moved in &report.moves {
        let way = words.say(if moved.amount_minor < 0 { "out" } else { "in" });
        let name = format!("{way}: {}", moved.reason);
        let amount = match &moved.currency {
            None => figures.money(moved.amount_minor),
            Some(code) => figures.amount_in(code, moved.amount_minor),
        };
        slip.pair(name, amount, Look::Plain);
    }
    let (Some(counted), Some(difference)) = (report.counted_minor, report.difference_minor) else {
        return;
    };
    optional(slip, "cash_received", report.cash_received_minor, figures);
    let refunded = report.cash_refunded_minor.saturating_neg();
    optional(slip, "cash_refunded", refunded, figures);
    slip.pair(
        words.say("expected"),
        figures.money(report.expected_minor),
        Look::Bold,
    );
    for one in &report.counts {
        let size = figures.money(one.denomination_minor);
        let figure = figures.money(one.denomination_minor.saturating_mul(one.count));
        slip.pair(format!("{} x {size}", one.count), figure, Look::Plain);
    }
    slip.pair(words.say("counted"), figures.money(counted), Look::Bold);
    slip.pair(
        words.say("difference"),
        figures.money(difference),
        Look::Tall,
    );
    notes::add_counted(slip, report, figures);
}

fn optional(slip: &mut Slip, what: &str, minor: i64, figures: Figures) {
    if minor != 0 {
        slip.pair(
            figures.language.say(what),
            figures.money(minor),
            Look::Plain,
        );
    }
}
