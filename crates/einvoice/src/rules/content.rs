//! What a document, its parties and its payment must say.

use super::{Broken, blank, said};
use crate::model::{Address, Invoice, Party, Payment};

/// Notes every rule that is broken.
pub(super) fn check(invoice: &Invoice, broken: &mut Broken) {
    document(invoice, broken);
    party(
        "seller",
        &invoice.seller,
        ["BR-06", "BR-09", "BR-62"],
        broken,
    );
    party("buyer", &invoice.buyer, ["BR-07", "BR-11", "BR-63"], broken);
    let seller = &invoice.seller;
    let known = seller.identifier.is_some() || seller.legal_id.is_some();
    broken.unless(
        known || said(seller.vat_id.as_ref()).is_some(),
        "BR-CO-26",
        "seller",
        "needs an identifier, a legal registration or a VAT identifier",
    );
    let delivered_to = invoice.delivery.as_ref().and_then(|to| to.address.as_ref());
    if let Some(address) = delivered_to {
        country("delivery", address, "BR-57", broken);
    }
    for (index, means) in invoice.payments.iter().enumerate() {
        payment(&format!("payments[{index}]"), means, broken);
    }
    let code = |means: &Payment| means.code(&invoice.currency.code);
    let mut codes = invoice.payments.iter().map(code);
    let first = codes.next();
    broken.unless(
        codes.all(|code| Some(code) == first),
        "UBL-SR-47",
        "payments",
        "all means of payment of a document are of one kind",
    );
}

fn document(invoice: &Invoice, broken: &mut Broken) {
    broken.unless(!blank(&invoice.number), "BR-02", "number", "is missing");
    let currency = &invoice.currency;
    let code = capitals(&currency.code, 3);
    broken.unless(code, "BR-CL-04", "currency.code", "is no ISO 4217 code");
    broken.unless(
        currency.minor_digits <= 2,
        "BR-DEC-12",
        "currency.minor_digits",
        "the standard's amounts have at most two decimals",
    );
    accounting(invoice, broken);
    for (index, earlier) in invoice.preceding.iter().enumerate() {
        let at = format!("preceding[{index}].number");
        broken.unless(!blank(&earlier.number), "BR-55", at, "is missing");
    }
}

/// The tax in the books' currency: that is another one than the document's, and has a code.
fn accounting(invoice: &Invoice, broken: &mut Broken) {
    let Some(accounting) = &invoice.accounting else {
        return;
    };
    let currency = &accounting.currency;
    let at = "accounting.currency.code";
    let code = capitals(&currency.code, 3);
    broken.unless(code, "BR-CL-05", at, "is no ISO 4217 code");
    let other = currency.code != invoice.currency.code;
    broken.unless(other, "PEPPOL-EN16931-R005", at, "is that of the document");
    broken.unless(
        currency.minor_digits <= 2,
        "BR-DEC-15",
        "accounting.currency.minor_digits",
        "the standard's amounts have at most two decimals",
    );
}

/// `rules`: a name is missing, a country is missing, an electronic address lacks its scheme.
fn party(at: &str, party: &Party, rules: [&str; 3], broken: &mut Broken) {
    broken.unless(
        !blank(&party.name),
        rules[0],
        format!("{at}.name"),
        "is missing",
    );
    country(at, &party.address, rules[1], broken);
    if let Some(electronic) = &party.electronic {
        let at = format!("{at}.electronic.scheme");
        broken.unless(!blank(&electronic.scheme), rules[2], at, "is missing");
    }
    if let Some(vat_id) = said(party.vat_id.as_ref()) {
        let prefix = vat_id.get(..2).is_some_and(|prefix| capitals(prefix, 2));
        let at = format!("{at}.vat_id");
        broken.unless(prefix, "BR-CO-09", at, "does not begin with a country code");
    }
}

fn country(at: &str, address: &Address, missing: &str, broken: &mut Broken) {
    let at = format!("{at}.address.country");
    if blank(&address.country) {
        broken.unless(false, missing, at, "is missing");
    } else {
        let code = capitals(&address.country, 2);
        broken.unless(code, "BR-CL-14", at, "is no ISO 3166-1 code of two letters");
    }
}

fn payment(at: &str, means: &Payment, broken: &mut Broken) {
    match means {
        Payment::Transfer { iban, .. } => {
            broken.unless(!blank(iban), "BR-61", format!("{at}.iban"), "is missing");
        }
        Payment::Card { last_digits, .. } => {
            let digits = last_digits.bytes().all(|byte| byte.is_ascii_digit());
            broken.unless(
                digits && (4..=6).contains(&last_digits.len()),
                "BR-51",
                format!("{at}.last_digits"),
                "of a card only the last four to six digits may be given",
            );
        }
        Payment::Cash => {}
    }
}

fn capitals(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_uppercase())
}
