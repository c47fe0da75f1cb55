//! What was agreed beside the lines: promotions that took something off, why no tax is paid, and
//! what the order is worth in the book's currency.
use super::figures::{Figures, digits};
use super::letter::Source;
use super::words::{Words, with};

/// The sentences about it.
pub(super) fn agreed(source: &Source<'_>, words: &Words, figures: &Figures) -> Vec<String> {
    let promotions = source.order.promotions.iter();
    let mut said: Vec<String> = promotions
        .map(|one| with(words.promotion, &[&one.name, &figures.money(one.off_minor)]))
        .collect();
    said.extend(points(source, words, figures));
    said.extend(exemption(source, words));
    said.extend(in_book(source, words, figures));
    said
}

/// What points took off: no payment but a discount, which bears no tax.
fn points(source: &Source<'_>, words: &Words, figures: &Figures) -> Option<String> {
    let points = source.order.points.as_ref();
    let points = points.filter(|points| points.redeemed != 0)?;
    let off = figures.money(points.off_minor);
    Some(with(words.points, &[&points.redeemed.to_string(), &off]))
}

/// What an order in another currency comes to in the book's: the tax is owed in that.
fn in_book(source: &Source<'_>, words: &Words, figures: &Figures) -> Option<String> {
    let exchange = source.order.exchange.as_ref()?;
    let own = Figures::new(source.language, digits(&exchange.book_currency));
    let day = domain::Day::parse(&exchange.day)?;
    let from = [figures.day(day), exchange.source.clone()];
    let from: Vec<_> = from.into_iter().filter(|text| !text.is_empty()).collect();
    Some(with(
        words.in_book,
        &[
            &exchange.book_currency,
            &exchange.rate,
            &from.join(", "),
            &own.money(exchange.total_minor),
            &own.money(exchange.tax_minor),
        ],
    ))
}

/// Why no tax is charged, with the certificate that says so.
fn exemption(source: &Source<'_>, words: &Words) -> Option<String> {
    let reason = source.order.exemption.as_ref()?;
    let certificate = source
        .customer
        .and_then(|customer| customer.tax_certificate.as_ref());
    let said = match certificate {
        Some(certificate) => format!("{reason} ({certificate})"),
        None => reason.clone(),
    };
    Some(with(words.exempt, &[&said]))
}
