//! What stands on the credit note of goods that came back with their sale, and on that of an
//! exchange: what came back, what was taken for it, and the money that settled it.
use super::figures::Figures;
use super::sale::{add_payment, foot, head};
use crate::pieces::{component_of, part_of};
use book::dto::{Order, OrderEdit, OrderReturn};
use domain::settings::Settings;
use receipts::{Block, Look, Slip};

/// The credit note of a return.
pub(super) fn slip(
    order: &Order,
    back: &OrderReturn,
    settings: &Settings,
    figures: Figures,
    copy: bool,
) -> Slip {
    let (mut slip, words) = (Slip::default(), figures.language);
    head(&mut slip, settings, figures);
    if copy {
        slip.add(Block::Centre(words.say("copy").to_owned()));
    }
    let title = format!("{} {}", words.say("credit"), back.number);
    slip.add(Block::Text(title));
    let sale = format!("{} {}", words.say("for_sale"), order.head.number);
    slip.add(Block::Text(sale));
    slip.add(Block::Text(words.moment(&back.at_local)));
    slip.add(Block::Rule);
    let own = figures.of(&order.currency);
    add_goods(&mut slip, order, back, own);
    let tax = own.money(back.tax_minor.saturating_neg());
    slip.pair(words.say("tax_in_it"), tax, Look::Plain);
    let taken = order.edits.iter().find(|edit| Some(edit.edit) == back.edit);
    if let Some(taken) = taken {
        add_taken(&mut slip, taken, own);
    }
    slip.add(Block::Rule);
    let total = format!("{} {}", words.say("total"), order.currency);
    slip.pair(total, own.money(back.difference_minor), Look::Tall);
    add_money(&mut slip, order, back, figures);
    foot(&mut slip, settings, &order.head.number);
    slip
}

fn add_goods(slip: &mut Slip, order: &Order, back: &OrderReturn, figures: Figures) {
    for part in &back.lines {
        let line = order.lines.iter().find(|line| line.line == part.line);
        let Some(line) = line else { continue };
        let credit = figures.money(part.total_minor.saturating_neg());
        let component = component_of(line, part);
        let title = Some(&line.title).filter(|title| !title.is_empty());
        let title = component.map_or_else(
            || title.unwrap_or(&line.sku).clone(),
            |one| part_of(one, line),
        );
        slip.pair(title, credit, Look::Plain);
        let milli = part.restocked_milli.saturating_add(part.scrapped_milli);
        if milli != 1_000 {
            let quantity = figures.quantity(milli);
            // Of a component no price was asked.
            let price = component.map_or_else(
                || format!(" x {}", figures.price(line.unit_price_micro)),
                |_| " x".to_owned(),
            );
            slip.add(Block::Text(format!("{quantity}{price}")));
        }
    }
}

fn add_taken(slip: &mut Slip, taken: &OrderEdit, figures: Figures) {
    slip.add(Block::Gap);
    slip.add(Block::Text(figures.language.say("taken").to_owned()));
    for line in &taken.lines {
        let total = figures.money(line.total_minor);
        slip.pair(line.title.as_str(), total, Look::Plain);
        if line.quantity_milli != 1_000 {
            let quantity = figures.quantity(line.quantity_milli);
            let price = figures.price(line.after.unit_price_micro);
            slip.add(Block::Text(format!("{quantity} x {price}")));
        }
    }
    let tax = figures.money(taken.tax_minor);
    slip.pair(figures.language.say("tax_in_it"), tax, Look::Plain);
}

fn add_money(slip: &mut Slip, order: &Order, back: &OrderReturn, figures: Figures) {
    let parts = order.payments.iter();
    for part in parts.filter(|part| back.payments.contains(&part.payment)) {
        if part.rounding_minor != 0 {
            let rounding = figures.money(part.rounding_minor);
            slip.pair(figures.language.say("rounding"), rounding, Look::Plain);
        }
        add_payment(slip, order, part, figures);
    }
    if back.change_minor != 0 {
        let change = figures.money(back.change_minor);
        slip.pair(figures.language.say("change"), change, Look::Bold);
    }
}
