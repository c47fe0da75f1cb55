//! What an invoice says is held against the rules: each is found by its name and place.

use einvoice::{
    AccountingTax, Address, Category, Currency, Invoice, Kind, Payment, Profile, Side, totals,
};

use crate::samples::{all, trade};

type Spoil = fn(&mut Invoice);

fn sample(name: &str) -> Invoice {
    let found = all().into_iter().find(|sample| sample.name == name);
    found.unwrap().invoice
}

#[track_caller]
fn breaks(mut invoice: Invoice, rule: &str, at: &str, spoil: Spoil) {
    spoil(&mut invoice);
    let broken = totals(&invoice).unwrap_err();
    let found = broken.iter().any(|each| each.rule == rule && each.at == at);
    assert!(found, "{rule} at {at} is not among {broken:?}");
}

#[test]
fn what_a_document_and_its_payment_lack_is_named() {
    let cases: [(&str, &str, Spoil); 10] = [
        ("BR-02", "number", |i| i.number = " ".into()),
        ("BR-CL-04", "currency.code", |i| {
            i.currency.code = "eur".into()
        }),
        ("BR-DEC-12", "currency.minor_digits", |i| {
            i.currency = Currency {
                code: "KWD".into(),
                minor_digits: 3,
            }
        }),
        ("BR-16", "lines", |i| i.lines.clear()),
        ("BR-55", "preceding[0].number", |i| {
            *i = i.credit_note("CN-1".into(), i.issue_date);
            i.preceding[0].number.clear();
        }),
        ("BR-61", "payments[0].iban", |i| {
            let Payment::Transfer { iban, .. } = &mut i.payments[0] else {
                unreachable!()
            };
            iban.clear();
        }),
        ("BR-51", "payments[0].last_digits", |i| {
            i.payments[0] = Payment::Card {
                last_digits: "4111111111111111".into(),
                holder: None,
                network: "VISA".into(),
            }
        }),
        ("UBL-SR-47", "payments", |i| i.payments.push(Payment::Cash)),
        ("BR-CO-25", "due_date", |i| {
            (i.due_date, i.payment_terms) = (None, None)
        }),
        ("range", "lines", |i| i.lines[0].quantity_milli = i64::MAX),
    ];
    for (rule, at, spoil) in cases {
        breaks(trade(), rule, at, spoil);
    }
}

/// The tax in pounds of a document in euros.
fn pounds(tax_minor: i64) -> Option<AccountingTax> {
    let currency = Currency {
        code: "GBP".into(),
        minor_digits: 2,
    };
    Some(AccountingTax {
        currency,
        tax_minor,
    })
}

#[test]
fn the_tax_in_the_books_currency_is_in_another_one_and_of_the_same_sign() {
    let code = "accounting.currency.code";
    let cases: [(&str, &str, Spoil); 4] = [
        ("BR-CL-05", code, |i| {
            i.accounting = pounds(1);
            i.accounting.as_mut().unwrap().currency.code = "gb".into();
        }),
        ("PEPPOL-EN16931-R005", code, |i| {
            i.accounting = pounds(1);
            i.accounting.as_mut().unwrap().currency.code = "EUR".into();
        }),
        ("BR-DEC-15", "accounting.currency.minor_digits", |i| {
            i.accounting = pounds(1);
            i.accounting.as_mut().unwrap().currency.minor_digits = 3;
        }),
        ("PEPPOL-EN16931-R055", "accounting.tax_minor", |i| {
            i.accounting = pounds(-1);
        }),
    ];
    for (rule, at, spoil) in cases {
        breaks(trade(), rule, at, spoil);
    }
}

#[test]
fn the_tax_in_the_books_currency_stands_in_both_syntaxes_without_a_breakdown() {
    let mut invoice = trade();
    invoice.accounting = pounds(1_234);
    for written in [
        einvoice::ubl(&invoice, Profile::Peppol),
        einvoice::cii(&invoice, Profile::Core),
    ] {
        let xml = String::from_utf8(written.unwrap()).unwrap();
        assert!(xml.contains("TaxCurrencyCode>GBP<"), "{xml}");
        assert_eq!(xml.matches("currencyID=\"GBP\">12.34<").count(), 1, "{xml}");
    }
}

#[test]
fn what_parties_lack_is_named() {
    let cases: [(&str, &str, Spoil); 10] = [
        ("BR-06", "seller.name", |i| i.seller.name.clear()),
        ("BR-07", "buyer.name", |i| i.buyer.name.clear()),
        ("BR-09", "seller.address.country", |i| {
            i.seller.address.country.clear()
        }),
        ("BR-11", "buyer.address.country", |i| {
            i.buyer.address.country.clear()
        }),
        ("BR-CL-14", "buyer.address.country", |i| {
            i.buyer.address.country = "Germany".into()
        }),
        ("BR-57", "delivery.address.country", |i| {
            i.delivery.as_mut().unwrap().address = Some(Address::default());
        }),
        ("BR-62", "seller.electronic.scheme", |i| {
            i.seller.electronic.as_mut().unwrap().scheme.clear();
        }),
        ("BR-63", "buyer.electronic.scheme", |i| {
            i.buyer.electronic.as_mut().unwrap().scheme.clear();
        }),
        ("BR-CO-09", "seller.vat_id", |i| {
            i.seller.vat_id = Some("123456789".into())
        }),
        ("BR-CO-26", "seller", |i| {
            (i.seller.identifier, i.seller.legal_id, i.seller.vat_id) = (None, None, None);
        }),
    ];
    for (rule, at, spoil) in cases {
        breaks(trade(), rule, at, spoil);
    }
}

#[test]
fn what_lines_allowances_and_charges_lack_is_named() {
    let cases: [(&str, &str, Spoil); 13] = [
        ("BR-21", "lines[1].id", |i| i.lines[1].id.clear()),
        ("BR-23", "lines[1].unit", |i| i.lines[1].unit.clear()),
        ("BR-CL-23", "lines[1].unit", |i| {
            i.lines[1].unit = "piece".into()
        }),
        ("BR-25", "lines[1].name", |i| i.lines[1].name.clear()),
        ("BR-27", "lines[1].price_micro", |i| {
            i.lines[1].price_micro = -1
        }),
        ("PEPPOL-EN16931-R121", "lines[1].base_quantity_milli", |i| {
            i.lines[1].base_quantity_milli = 0;
        }),
        ("BR-CO-21", "adjustments[0].reason", |i| {
            i.adjustments[0].adjustment.reason = Default::default();
        }),
        ("BR-CO-22", "adjustments[1].reason", |i| {
            i.adjustments[1].adjustment.reason = Default::default();
        }),
        ("BR-CO-23", "lines[0].adjustments[0].reason", |i| {
            i.lines[0].adjustments[0].reason = Default::default();
        }),
        ("BR-CO-24", "lines[0].adjustments[0].reason", |i| {
            i.lines[0].adjustments[0].side = Side::Charge;
            i.lines[0].adjustments[0].reason = Default::default();
        }),
        (
            "PEPPOL-EN16931-R040",
            "lines[0].adjustments[0].amount_minor",
            |i| {
                i.lines[0].adjustments[0].amount_minor += 1;
            },
        ),
        (
            "PEPPOL-EN16931-R041",
            "lines[0].adjustments[0].base_minor",
            |i| {
                i.lines[0].adjustments[0].base_minor = None;
            },
        ),
        (
            "PEPPOL-EN16931-R042",
            "lines[0].adjustments[0].percent_ppm",
            |i| {
                i.lines[0].adjustments[0].percent_ppm = None;
            },
        ),
    ];
    for (rule, at, spoil) in cases {
        breaks(trade(), rule, at, spoil);
    }
}

#[test]
fn every_category_has_its_rate_and_its_numbers_of_the_parties() {
    let names = [
        ("trade", "BR-S"),
        ("zero", "BR-Z"),
        ("exempt", "BR-E"),
        ("reverse-charge", "BR-AE"),
        ("intra-community", "BR-IC"),
        ("export", "BR-G"),
        ("out-of-scope", "BR-O"),
    ];
    for (name, prefix) in names {
        let charge = if name == "trade" { 1 } else { 0 };
        let places = [
            ("lines[0]", "02", "05"),
            (&*format!("adjustments[{charge}]"), "04", "07"),
        ];
        for (place, party, rate) in places {
            let wrong_rate: Spoil = |i| {
                let flip =
                    |rate_ppm: &mut u32| *rate_ppm = if *rate_ppm == 0 { 190_000 } else { 0 };
                i.lines
                    .iter_mut()
                    .for_each(|line| flip(&mut line.tax.rate_ppm));
                i.adjustments
                    .iter_mut()
                    .for_each(|each| flip(&mut each.tax.rate_ppm));
            };
            breaks(
                sample(name),
                &format!("{prefix}-{rate}"),
                &format!("{place}.tax.rate_ppm"),
                wrong_rate,
            );
            let wrong_party: Spoil = |i| {
                let vat_id = i.seller.vat_id.is_none().then(|| "DE123456788".into());
                (i.seller.vat_id, i.seller.tax_number) = (vat_id, None);
                if i.lines[0].tax.category == Category::Exempt {
                    i.seller.vat_id = None;
                }
            };
            breaks(
                sample(name),
                &format!("{prefix}-{party}"),
                &format!("{place}.tax"),
                wrong_party,
            );
        }
    }
}

#[test]
fn reasons_of_exemption_are_given_where_no_tax_is_borne_and_only_there() {
    for (name, rule) in [
        ("exempt", "BR-E-10"),
        ("reverse-charge", "BR-AE-10"),
        ("intra-community", "BR-IC-10"),
        ("export", "BR-G-10"),
        ("out-of-scope", "BR-O-10"),
    ] {
        breaks(sample(name), rule, "exemptions", |i| i.exemptions.clear());
    }
    breaks(sample("trade"), "BR-S-10", "exemptions", |i| {
        i.exemptions = sample("export").exemptions;
        i.exemptions[0].category = Category::Standard;
    });
    breaks(sample("out-of-scope"), "BR-O-11", "lines", |i| {
        i.adjustments[0].tax.category = Category::Zero;
    });
    breaks(
        sample("intra-community"),
        "BR-IC-11",
        "delivery.date",
        |i| {
            i.delivery.as_mut().unwrap().date = None;
        },
    );
    breaks(
        sample("intra-community"),
        "BR-IC-12",
        "delivery.address",
        |i| {
            i.delivery.as_mut().unwrap().address = None;
        },
    );
}

#[test]
fn an_xrechnung_asks_for_more_and_says_what() {
    let cases: [(&str, Spoil); 13] = [
        ("BR-DE-26", |i| i.kind = Kind::Corrected),
        ("BR-DE-19", |i| {
            let Payment::Transfer { iban, .. } = &mut i.payments[0] else {
                unreachable!()
            };
            iban.replace_range(20.., "99");
        }),
        ("BR-DE-1", |i| i.payments.clear()),
        ("BR-DE-2", |i| i.seller.contact = None),
        ("BR-DE-3", |i| i.seller.address.city = None),
        ("BR-DE-4", |i| i.seller.address.post_code = None),
        ("BR-DE-5", |i| {
            i.seller.contact.as_mut().unwrap().name = None
        }),
        ("BR-DE-8", |i| i.buyer.address.city = None),
        ("BR-DE-15", |i| i.buyer_reference = None),
        ("BR-DE-27", |i| {
            i.seller.contact.as_mut().unwrap().phone = Some("12".into());
        }),
        ("BR-DE-28", |i| {
            i.seller.contact.as_mut().unwrap().email = Some("a@b".into());
        }),
        ("PEPPOL-EN16931-R010", |i| i.buyer.electronic = None),
        ("BR-DE-7", |i| {
            i.seller.contact.as_mut().unwrap().email = None
        }),
    ];
    for (rule, spoil) in cases {
        breaks_profile(Profile::XRechnung, rule, spoil);
    }
}

#[test]
fn peppol_asks_for_more_and_says_what() {
    let cases: [(&str, Spoil); 4] = [
        ("PEPPOL-EN16931-R020", |i| i.seller.electronic = None),
        ("PEPPOL-EN16931-R003", |i| {
            (i.buyer_reference, i.order_reference) = (None, None);
        }),
        ("PEPPOL-EN16931-R002", |i| {
            i.buyer.address.country = "FR".into();
            i.notes = vec!["one".into(), "two".into()];
        }),
        ("PEPPOL-EN16931-P0112", |i| {
            i.buyer.address.country = "FR".into();
            i.kind = Kind::Corrected;
        }),
    ];
    for (rule, spoil) in cases {
        breaks_profile(Profile::Peppol, rule, spoil);
    }
}

#[track_caller]
fn breaks_profile(profile: Profile, rule: &str, spoil: Spoil) {
    let mut invoice = trade();
    assert_eq!(profile.broken(&invoice), []);
    spoil(&mut invoice);
    let broken = profile.broken(&invoice);
    assert!(
        broken.iter().any(|each| each.rule == rule),
        "{rule}: {broken:?}"
    );
    assert_eq!(Profile::Core.broken(&invoice), []);
}
