//! Invoices of a shop: one for each way in which it sells.

use einvoice::{
    Address, Adjustment, Category, Contact, Currency, Date, Delivery, DocumentAdjustment,
    Electronic, Exemption, Identifier, Invoice, Kind, Line, Party, Payment, Preceding, Prices,
    Profile, Reason, Side, Tax,
};

/// A sample, and what it can be written as.
pub struct Sample {
    /// What it shows.
    pub name: &'static str,
    /// The invoice.
    pub invoice: Invoice,
    /// The profiles that it keeps.
    pub profiles: &'static [Profile],
}

const CORE: &[Profile] = &[Profile::Core];
const EVERY: &[Profile] = &[Profile::Core, Profile::XRechnung, Profile::Peppol];

/// Every sample.
pub fn all() -> Vec<Sample> {
    let sample = |name, invoice, profiles| Sample {
        name,
        invoice,
        profiles,
    };
    vec![
        sample("trade", trade(), EVERY),
        sample("credit", credit(), EVERY),
        sample("corrected", corrected(), EVERY),
        sample("retail", retail(), CORE),
        sample("reverse-charge", reverse_charge(), EVERY),
        sample("intra-community", intra_community(), EVERY),
        sample("export", untaxed(Category::Export), CORE),
        sample("exempt", exempt(), CORE),
        sample("zero", untaxed(Category::Zero), CORE),
        sample("out-of-scope", out_of_scope(), CORE),
        sample("yen", yen(), CORE),
    ]
}

/// A trade invoice over 120 books, a weighed good and a service, with everything that can be said.
pub fn trade() -> Invoice {
    let mut books = line(
        "1",
        "Field guide \"Alps & Jura\" <2nd ed.>",
        120_000,
        12_990_000,
        70_000,
    );
    books
        .adjustments
        .push(allowance(15_588, Some((155_880, 100_000))));
    books.order_line = Some("10".into());
    let mut seed = line("2", "Grass seed", 12_345, 7_350_000, 70_000);
    (seed.unit, seed.base_quantity_milli) = ("KGM".into(), 2_500);
    let mut hours = line("3", "Gilding", 1_250, 85_000_000, 190_000);
    hours.unit = "HUR".into();
    hours.note = Some("including\ntools".into());
    hours.adjustments.push(charge(250));
    let freight = DocumentAdjustment {
        adjustment: charge(1_190),
        tax: standard(190_000),
    };
    let rebate = DocumentAdjustment {
        adjustment: allowance(2_000, None),
        tax: standard(70_000),
    };
    Invoice {
        adjustments: vec![rebate, freight],
        lines: vec![books, seed, hours],
        paid_minor: 10_000,
        ..bare(Prices::WithoutTax)
    }
}

fn credit() -> Invoice {
    trade().credit_note("CN-17".into(), date(2026, 11, 30))
}

fn corrected() -> Invoice {
    let taken_back = line("2", "Mug, returned", -2_000, 8_400_000, 190_000);
    Invoice {
        kind: Kind::Corrected,
        preceding: vec![Preceding {
            number: "RE-99".into(),
            issue_date: Some(date(2026, 11, 2)),
        }],
        lines: vec![line("1", "Mug", 5_000, 8_400_000, 190_000), taken_back],
        ..bare(Prices::WithoutTax)
    }
}

/// What a till sold: prices with tax, paid by card, rounded to five cents. The gross
/// of 0.03 is no base plus its rounded tax.
pub fn retail() -> Invoice {
    let mut discounted = line("2", "Bread", 3_000, 3_790_000, 70_000);
    discounted
        .adjustments
        .push(allowance(114, Some((1_137, 100_000))));
    let mut weighed = line("3", "Cheese", 417, 23_900_000, 70_000);
    weighed.unit = "KGM".into();
    let lines = vec![
        line("1", "Clip", 1_000, 30_000, 190_000),
        discounted,
        weighed,
    ];
    Invoice {
        due_date: None,
        payment_terms: None,
        payments: vec![Payment::Card {
            last_digits: "4242".into(),
            holder: None,
            network: "VISA".into(),
        }],
        lines,
        paid_minor: 2_025,
        rounding_minor: 2,
        ..bare(Prices::WithTax)
    }
}

fn reverse_charge() -> Invoice {
    let mut invoice = untaxed(Category::ReverseCharge);
    invoice.buyer = party("Atelier Lumière", "FR", "FR32123456789");
    invoice
}

fn intra_community() -> Invoice {
    let mut invoice = untaxed(Category::IntraCommunity);
    invoice.buyer = party("Atelier Lumière", "FR", "FR32123456789");
    invoice.delivery = Some(Delivery {
        date: Some(date(2026, 11, 20)),
        name: Some("Entrepôt Nord".into()),
        address: Some(invoice.buyer.address.clone()),
    });
    invoice
}

fn exempt() -> Invoice {
    let mut invoice = untaxed(Category::Exempt);
    invoice.seller.vat_id = None;
    invoice
}

fn out_of_scope() -> Invoice {
    let mut invoice = untaxed(Category::OutOfScope);
    (invoice.seller.vat_id, invoice.buyer.vat_id) = (None, None);
    invoice
}

fn yen() -> Invoice {
    let currency = Currency {
        code: "JPY".into(),
        minor_digits: 0,
    };
    Invoice {
        currency,
        lines: vec![line("1", "Lantern", 3_000, 3_640_000_000, 100_000)],
        ..bare(Prices::WithTax)
    }
}

fn untaxed(category: Category) -> Invoice {
    let tax = Tax {
        category,
        rate_ppm: 0,
    };
    let mut chair = line("1", "Chair", 4_000, 52_000_000, 0);
    chair.tax = tax;
    let freight = DocumentAdjustment {
        adjustment: charge(2_500),
        tax,
    };
    let (code, text) = match category {
        Category::ReverseCharge => ("VATEX-EU-AE", "Reverse charge"),
        Category::IntraCommunity => ("VATEX-EU-IC", "Intra-Community supply"),
        Category::Export => ("VATEX-EU-G", "Export outside the EU"),
        Category::OutOfScope => ("VATEX-EU-O", "Not subject to VAT"),
        _ => ("VATEX-EU-132", "Exempt"),
    };
    let exemption = Exemption {
        category,
        code: Some(code.into()),
        text: Some(text.into()),
    };
    Invoice {
        adjustments: vec![freight],
        lines: vec![chair],
        exemptions: Some(exemption)
            .filter(|_| category != Category::Zero)
            .into_iter()
            .collect(),
        ..bare(Prices::WithoutTax)
    }
}

/// A document without lines.
pub fn bare(prices: Prices) -> Invoice {
    let mut seller = party("Bindery Müller GmbH", "DE", "DE123456788");
    seller.trading_name = Some("Müller's".into());
    seller.tax_number = Some("201/113/40209".into());
    seller.legal_notice = Some("Registered in Hamburg, HRB 12345".into());
    seller.legal_id = Some(identifier(None, "HRB 12345"));
    seller.identifier = Some(identifier(Some("0088"), "4012345000009"));
    Invoice {
        kind: Kind::Invoice,
        number: "RE-100".into(),
        issue_date: date(2026, 11, 24),
        due_date: Some(date(2026, 12, 24)),
        currency: Currency {
            code: "EUR".into(),
            minor_digits: 2,
        },
        accounting: None,
        prices,
        buyer_reference: Some("04011000-12345-03".into()),
        order_reference: Some("PO-7".into()),
        sales_order_reference: Some("SO-8".into()),
        notes: vec!["Thank you".into()],
        preceding: Vec::new(),
        seller,
        buyer: party("Gymnasium am Park", "DE", "DE987654323"),
        delivery: Some(Delivery {
            date: Some(date(2026, 11, 20)),
            name: None,
            address: None,
        }),
        payments: vec![Payment::Transfer {
            iban: "DE02120300000000202051".into(),
            bic: Some("BYLADEM1001".into()),
            holder: Some("Bindery Müller".into()),
            reference: Some("RE-100".into()),
        }],
        payment_terms: Some("30 days net".into()),
        adjustments: Vec::new(),
        lines: Vec::new(),
        exemptions: Vec::new(),
        paid_minor: 0,
        rounding_minor: 0,
    }
}

/// A line over pieces of a standard-rated product.
pub fn line(id: &str, name: &str, quantity_milli: i64, price_micro: i64, rate_ppm: u32) -> Line {
    Line {
        id: id.into(),
        note: None,
        name: name.into(),
        description: Some(format!("{name}, as in the catalogue")),
        sku: Some(format!("SKU-{id}")),
        buyer_sku: Some(format!("B-{id}")),
        gtin: Some("4012345000016".into()),
        order_line: None,
        quantity_milli,
        unit: "H87".into(),
        price_micro,
        base_quantity_milli: 1_000,
        adjustments: Vec::new(),
        tax: standard(rate_ppm),
    }
}

/// A standard rate.
pub const fn standard(rate_ppm: u32) -> Tax {
    Tax {
        category: Category::Standard,
        rate_ppm,
    }
}

fn allowance(amount_minor: i64, of: Option<(i64, u32)>) -> Adjustment {
    Adjustment {
        side: Side::Allowance,
        amount_minor,
        base_minor: of.map(|of| of.0),
        percent_ppm: of.map(|of| of.1),
        reason: reason("95", "Discount"),
    }
}

fn charge(amount_minor: i64) -> Adjustment {
    Adjustment {
        side: Side::Charge,
        amount_minor,
        base_minor: None,
        percent_ppm: None,
        reason: reason("FC", "Freight"),
    }
}

fn reason(code: &str, text: &str) -> Reason {
    Reason {
        code: Some(code.into()),
        text: Some(text.into()),
    }
}

fn party(name: &str, country: &str, vat_id: &str) -> Party {
    Party {
        name: name.into(),
        vat_id: Some(vat_id.into()),
        electronic: Some(Electronic {
            scheme: "EM".into(),
            value: "invoices@example.com".into(),
        }),
        address: Address {
            line1: Some("Hauptstraße 1".into()),
            line2: Some("Hof".into()),
            line3: Some("2. Stock".into()),
            city: Some("Hamburg".into()),
            post_code: Some("20095".into()),
            subdivision: Some("HH".into()),
            country: country.into(),
        },
        contact: Some(Contact {
            name: Some("A. Clerk".into()),
            phone: Some("+49 40 123456".into()),
            email: Some("clerk@example.com".into()),
        }),
        ..Party::default()
    }
}

fn identifier(scheme: Option<&str>, value: &str) -> Identifier {
    Identifier {
        scheme: scheme.map(Into::into),
        value: value.into(),
    }
}

fn date(year: u16, month: u8, day: u8) -> Date {
    Date::new(year, month, day).expect("a day of the calendar")
}
