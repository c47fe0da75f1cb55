//! Which usage of the standard a document declares, and what that asks beyond the standard.

use crate::model::{Address, Invoice, Kind, Party, Payment};
use crate::rules::{Broken, Violation, said};

/// The specification that a document keeps (BT-24).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Profile {
    /// EN 16931 alone; in CII also the profile EN 16931 of Factur-X and ZUGFeRD.
    Core,
    /// XRechnung 3.0, for German authorities.
    XRechnung,
    /// Peppol BIS Billing 3, which is UBL alone.
    Peppol,
}

const BILLING: &str = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

impl Profile {
    /// The specification's identifier (BT-24).
    #[must_use]
    pub const fn customization_id(self) -> &'static str {
        match self {
            Self::Core => "urn:cen.eu:en16931:2017",
            Self::XRechnung => {
                "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
            }
            Self::Peppol => {
                "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
            }
        }
    }

    /// The business process that the document is part of (BT-23).
    #[must_use]
    pub const fn process_id(self) -> Option<&'static str> {
        match self {
            Self::Core => None,
            Self::XRechnung | Self::Peppol => Some(BILLING),
        }
    }

    /// Rules of this profile that an invoice breaks, beyond those of the standard.
    #[must_use]
    pub fn broken(self, invoice: &Invoice) -> Vec<Violation> {
        let mut broken = Broken::default();
        match self {
            Self::Core => {}
            Self::XRechnung => xrechnung(invoice, &mut broken),
            Self::Peppol => peppol(invoice, &mut broken),
        }
        broken.0
    }
}

fn xrechnung(invoice: &Invoice, broken: &mut Broken) {
    let mut needs = |holds: bool, rule: &str, at: &str| {
        broken.unless(holds, rule, at, "is needed in an XRechnung");
    };
    needs(!invoice.payments.is_empty(), "BR-DE-1", "payments");
    needs(
        says(&invoice.buyer_reference),
        "BR-DE-15",
        "buyer_reference",
    );
    let contact = invoice.seller.contact.as_ref();
    needs(contact.is_some(), "BR-DE-2", "seller.contact");
    if let Some(contact) = contact {
        needs(says(&contact.name), "BR-DE-5", "seller.contact.name");
        needs(says(&contact.phone), "BR-DE-6", "seller.contact.phone");
        needs(says(&contact.email), "BR-DE-7", "seller.contact.email");
    }
    let delivered_to = invoice.delivery.as_ref().and_then(|to| to.address.as_ref());
    let addresses: [(&str, Option<&Address>, [&str; 2]); 3] = [
        (
            "seller",
            Some(&invoice.seller.address),
            ["BR-DE-3", "BR-DE-4"],
        ),
        (
            "buyer",
            Some(&invoice.buyer.address),
            ["BR-DE-8", "BR-DE-9"],
        ),
        ("delivery", delivered_to, ["BR-DE-10", "BR-DE-11"]),
    ];
    for (at, address, rules) in addresses {
        let Some(address) = address else { continue };
        needs(says(&address.city), rules[0], &format!("{at}.address.city"));
        needs(
            says(&address.post_code),
            rules[1],
            &format!("{at}.address.post_code"),
        );
    }
    let corrects = invoice.kind == Kind::Corrected;
    needs(
        !corrects || !invoice.preceding.is_empty(),
        "BR-DE-26",
        "preceding",
    );
    reachable(invoice, broken);
    shapes(invoice, broken);
}

/// What recipients warn of: a telephone, an e-mail address or an account that cannot be one.
fn shapes(invoice: &Invoice, broken: &mut Broken) {
    if let Some(contact) = &invoice.seller.contact {
        let (phone, email) = (said(contact.phone.as_ref()), said(contact.email.as_ref()));
        let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count() >= 3;
        let what = "needs three digits at least";
        broken.unless(
            phone.is_none_or(digits),
            "BR-DE-27",
            "seller.contact.phone",
            what,
        );
        let what = "is no e-mail address";
        broken.unless(
            email.is_none_or(is_email),
            "BR-DE-28",
            "seller.contact.email",
            what,
        );
    }
    for (index, means) in invoice.payments.iter().enumerate() {
        if let Payment::Transfer { iban, .. } = means {
            let holds = means.code(&invoice.currency.code) != "58" || is_iban(iban);
            let at = format!("payments[{index}].iban");
            broken.unless(holds, "BR-DE-19", at, "has a wrong check number");
        }
    }
}

fn peppol(invoice: &Invoice, broken: &mut Broken) {
    let routed = says(&invoice.buyer_reference) || says(&invoice.order_reference);
    let what = "Peppol needs a buyer reference or an order reference";
    broken.unless(routed, "PEPPOL-EN16931-R003", "buyer_reference", what);
    reachable(invoice, broken);
    let german = [&invoice.seller, &invoice.buyer].map(|party| party.address.country == "DE");
    let german = german[0] && german[1];
    let what = "Peppol takes one note";
    broken.unless(
        german || invoice.notes.len() <= 1,
        "PEPPOL-EN16931-R002",
        "notes",
        what,
    );
    let corrected = invoice.kind == Kind::Corrected;
    let what = "Peppol takes corrected invoices between German parties alone";
    broken.unless(german || !corrected, "PEPPOL-EN16931-P0112", "kind", what);
}

/// Both parties have an electronic address.
fn reachable(invoice: &Invoice, broken: &mut Broken) {
    let parties: [(&str, &Party, &str); 2] = [
        ("PEPPOL-EN16931-R010", &invoice.buyer, "buyer.electronic"),
        ("PEPPOL-EN16931-R020", &invoice.seller, "seller.electronic"),
    ];
    for (rule, party, at) in parties {
        let value = party
            .electronic
            .as_ref()
            .map(|electronic| &electronic.value);
        broken.unless(
            said(value).is_some(),
            rule,
            at,
            "an electronic address is needed",
        );
    }
}

fn says(text: &Option<String>) -> bool {
    said(text.as_ref()).is_some()
}

/// One `@` with two characters or more on both sides, no blanks, no full stop at its ends.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let part = |part: &str| {
        let blank = part.contains(char::is_whitespace) || part.contains('@');
        part.len() >= 2 && !blank && !part.starts_with('.') && !part.ends_with('.')
    };
    part(local) && part(domain)
}

/// ISO 13616: the country and check number put last, letters read as 10 to 35, 1 modulo 97.
fn is_iban(text: &str) -> bool {
    let text: String = text.chars().filter(|each| !each.is_whitespace()).collect();
    let Some((head, account)) = text.split_at_checked(4) else {
        return false;
    };
    let rest = account
        .chars()
        .chain(head.chars())
        .try_fold(0, |rest, each| {
            let value = each.to_digit(36)?;
            Some((rest * if value < 10 { 10 } else { 100 } + value) % 97)
        });
    (15..=34).contains(&text.len()) && rest == Some(1)
}

#[cfg(test)]
mod tests {
    use super::is_iban;

    #[test]
    fn an_account_number_is_told_from_a_mistyped_one() {
        for right in [
            "DE02120300000000202051",
            "GB82 WEST 1234 5698 7654 32",
            "NO9386011117947",
        ] {
            assert!(is_iban(right), "{right}");
        }
        for wrong in [
            "DE02120300000000202052",
            "DE20120300000000202051",
            "",
            "DE02",
            "DE02äöü",
        ] {
            assert!(!is_iban(wrong), "{wrong}");
        }
    }
}
