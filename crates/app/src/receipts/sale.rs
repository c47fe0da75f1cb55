//! What stands on the receipt of a sale.
use super::figures::Figures;
use super::points;
use book::dto::{Order, OrderKind, OrderLine, OrderPayment, OrderState};
use domain::gift_card::shown;
use domain::settings::Settings;
use receipts::{Block, Look, Slip};

/// The head of every slip: the business as it is printed.
pub(super) fn head(slip: &mut Slip, settings: &Settings, figures: Figures) {
    let terms = &settings.terms;
    let said = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    slip.add(Block::Title(terms.name.clone().unwrap_or_default()));
    for text in [&terms.address, &terms.phone].into_iter().filter_map(said) {
        slip.add(Block::Centre(text));
    }
    if let Some(number) = said(&terms.tax_number) {
        let label = figures.language.say("tax_number");
        slip.add(Block::Centre(format!("{label} {number}")));
    }
    slip.add(Block::Gap);
}

/// The receipt of an order; with it, the points that its customer has now.
pub(super) fn slip(
    (order, points_balance): (&Order, Option<i64>),
    settings: &Settings,
    figures: Figures,
    copy: bool,
) -> Slip {
    let mut slip = Slip::default();
    let words = figures.language;
    head(&mut slip, settings, figures);
    if copy {
        slip.add(Block::Centre(words.say("copy").to_owned()));
    }
    let what = match (order.head.state, order.head.kind) {
        (OrderState::Draft, _) => "draft",
        (_, OrderKind::Return) => "credit",
        _ => "receipt",
    };
    let at = order.head.placed_local.as_deref();
    let at = words.moment(at.unwrap_or(&order.created_local));
    let title = format!("{} {}", words.say(what), order.head.number);
    slip.add(Block::Text(title));
    slip.add(Block::Text(at));
    slip.add(Block::Rule);
    let own = figures.of(&order.currency);
    for line in &order.lines {
        add_line(&mut slip, line, own);
    }
    slip.add(Block::Rule);
    add_sums(&mut slip, order, own);
    add_payments(&mut slip, order, figures);
    add_taxes(&mut slip, order, settings, own);
    points::add(&mut slip, order, points_balance, own);
    foot(&mut slip, settings, &order.head.number);
    slip
}

/// The end of a slip about money: the shop's own words, and the number to be scanned.
pub(super) fn foot(slip: &mut Slip, settings: &Settings, number: &str) {
    let text = settings.terms.receipt_text.as_ref();
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        slip.add(Block::Gap);
        slip.add(Block::Centre(text.clone()));
    }
    if !number.is_empty() {
        slip.add(Block::Gap);
        slip.add(Block::Barcode(number.to_owned()));
    }
}

fn add_line(slip: &mut Slip, line: &OrderLine, figures: Figures) {
    let title = if line.title.is_empty() {
        &line.sku
    } else {
        &line.title
    };
    slip.pair(title.as_str(), figures.money(line.total_minor), Look::Plain);
    let mut parts = Vec::new();
    if line.quantity_milli != 1_000 || line.discount_ppm != 0 || line.discount_minor != 0 {
        let quantity = figures.quantity(line.quantity_milli);
        parts.push(format!(
            "{quantity} x {}",
            figures.price(line.unit_price_micro)
        ));
    }
    if line.discount_ppm != 0 {
        parts.push(format!("-{}", figures.rate(line.discount_ppm)));
    }
    if line.discount_minor != 0 {
        parts.push(format!("-{}", figures.money(line.discount_minor)));
    }
    if !parts.is_empty() {
        slip.add(Block::Text(parts.join("  ")));
    }
    add_card(slip, line, figures);
}

/// The card that a line puts value on, to be cut off and handed over: whoever has the code has the
/// money.
fn add_card(slip: &mut Slip, line: &OrderLine, figures: Figures) {
    let Some(code) = &line.gift_card else { return };
    if let Some(day) = &line.gift_card_expires {
        let day = figures.language.moment(day);
        slip.pair(figures.language.say("expires"), day.trim(), Look::Plain);
    }
    slip.add(Block::Centre(shown(code)));
    slip.add(Block::Barcode(code.clone()));
}

fn add_sums(slip: &mut Slip, order: &Order, figures: Figures) {
    let words = figures.language;
    if order.discount_minor != 0 {
        let figure = figures.money(order.discount_minor);
        slip.pair(words.say("discounts"), figure, Look::Plain);
    }
    let total = format!("{} {}", words.say("total"), order.currency);
    slip.pair(total, figures.money(order.head.total_minor), Look::Tall);
    if let Some(worth) = &order.exchange {
        let figure = figures.amount_in(&worth.book_currency, worth.total_minor);
        slip.pair(
            format!("{} ({})", words.say("worth"), worth.rate),
            figure,
            Look::Plain,
        );
    }
}

/// What changed hands of an order: with its currency where the order is in another than the book's.
fn changed(order: &Order, is_book_money: bool, minor: i64, figures: Figures) -> String {
    match &order.exchange {
        None => figures.money(minor),
        Some(worth) if is_book_money => figures.amount_in(&worth.book_currency, minor),
        Some(_) => figures.amount_in(&order.currency, minor),
    }
}

fn add_payments(slip: &mut Slip, order: &Order, figures: Figures) {
    let words = figures.language;
    let rounding = order.payments.iter().map(|part| part.rounding_minor);
    let rounding = rounding.fold(0, i64::saturating_add);
    if rounding != 0 {
        let rounding = changed(order, true, rounding, figures);
        slip.pair(words.say("rounding"), rounding, Look::Plain);
    }
    for part in &order.payments {
        add_payment(slip, order, part, figures);
    }
    if order.change_minor != 0 {
        let change = changed(order, true, order.change_minor, figures);
        slip.pair(words.say("change"), change, Look::Bold);
    }
    if order.due_minor != 0 {
        let due = changed(order, false, order.due_minor, figures);
        slip.pair(words.say("due"), due, Look::Bold);
    }
}

/// What changed hands in one part.
pub(super) fn add_payment(slip: &mut Slip, order: &Order, part: &OrderPayment, figures: Figures) {
    let given = part.tendered_minor.unwrap_or(part.received_minor);
    let given = changed(order, part.is_book_money, given, figures);
    match &part.notes {
        None => slip.pair(method(part, figures), given, Look::Plain),
        Some(notes) => {
            let given = figures.amount_in(&notes.currency, notes.given_minor);
            slip.pair(method(part, figures), given, Look::Plain);
            let worth = figures.money(notes.worth_minor);
            let rate = format!("  {} ({})", figures.language.say("notes_worth"), notes.rate);
            slip.pair(rate, worth, Look::Plain);
        }
    }
    add_left(slip, part, figures);
}

/// What is left on the card, or of the store credit, that paid.
fn add_left(slip: &mut Slip, part: &OrderPayment, figures: Figures) {
    let Some(left_minor) = part.left_minor else {
        return;
    };
    let end = part.gift_card_code.as_deref().map(ending);
    let end = end.map(|end| format!(" {end}")).unwrap_or_default();
    let label = format!("  {}{end}", figures.language.say("left"));
    slip.pair(label, figures.money(left_minor), Look::Plain);
}

/// The end of a code: enough to tell cards apart, too little to spend them.
fn ending(code: &str) -> String {
    let end: String = code.chars().rev().take(4).collect();
    format!("*{}", end.chars().rev().collect::<String>())
}

fn method(part: &OrderPayment, figures: Figures) -> String {
    let name = figures.language.say(&part.method);
    if part.amount_minor < 0 {
        return format!("{name}, {}", figures.language.say("refund"));
    }
    name.to_owned()
}

fn add_taxes(slip: &mut Slip, order: &Order, settings: &Settings, figures: Figures) {
    if order.taxes.is_empty() {
        return;
    }
    slip.add(Block::Gap);
    for tax in &order.taxes {
        let name = tax_name(settings, &tax.code, figures.rate(tax.rate_ppm));
        let on = figures.language.say("tax_on");
        let name = format!("{name} {on} {}", figures.money(tax.base_minor));
        slip.pair(name, figures.money(tax.tax_minor), Look::Plain);
    }
}

/// The name of a tax with its rate: names mostly hold it already.
pub(super) fn tax_name(settings: &Settings, code: &str, rate: String) -> String {
    let name = settings.tax(code).map_or(code, |tax| tax.name.as_str());
    if name.contains('%') {
        return name.to_owned();
    }
    format!("{name} {rate}")
}
