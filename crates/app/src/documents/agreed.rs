//! What was agreed beside the lines: promotions that took something off, and why no tax is paid.
use super::figures::Figures;
use super::letter::Source;
use super::words::{Words, with};

/// The sentences about it.
pub(super) fn agreed(source: &Source<'_>, words: &Words, figures: &Figures) -> Vec<String> {
    let promotions = source.order.promotions.iter();
    let mut said: Vec<String> = promotions
        .map(|one| with(words.promotion, &[&one.name, &figures.money(one.off_minor)]))
        .collect();
    said.extend(exemption(source, words));
    said
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
