//! `book.amend`: changes the settings of the book.
use super::fields::{self, CustomFieldPatch};
use super::{favourites, terms};
use crate::App;
use crate::error::AppError;
use crate::request::check_version;
use book::Said;
use book::dto::{
    AllocationPolicy, BookInfo, Carrier, CodePattern, ExchangeRate, LoyaltyProgramme,
    PurchasingRules, StatusPart, StockPolicy, Tax, TaxRounding, TilePage, Valuation,
};
use domain::settings::SettingsTerms;
use domain::{Subject, SubjectKind};

use crate::parse::nullable;
use crate::request::{Create, Written};
use crate::write::Call;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What of the settings changes; what is absent stays, null clears.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct BookAmend {
    /// The version that the caller saw.
    #[ts(optional = false)]
    pub expected_version: i64,
    /// The name of the business.
    pub name: Option<String>,
    /// Printed on documents.
    #[serde(default, deserialize_with = "nullable")]
    pub address: Option<Option<String>>,
    /// Printed on documents.
    #[serde(default, deserialize_with = "nullable")]
    pub tax_number: Option<Option<String>>,
    /// Printed on documents.
    #[serde(default, deserialize_with = "nullable")]
    pub phone: Option<Option<String>>,
    /// Printed on documents.
    #[serde(default, deserialize_with = "nullable")]
    pub email: Option<Option<String>>,
    /// For electronic invoices.
    #[serde(default, deserialize_with = "nullable")]
    pub city: Option<Option<String>>,
    /// For electronic invoices.
    #[serde(default, deserialize_with = "nullable")]
    pub postal_code: Option<Option<String>>,
    /// Whom to ask about an invoice.
    #[serde(default, deserialize_with = "nullable")]
    pub contact_name: Option<Option<String>>,
    /// The account that is paid into (IBAN).
    #[serde(default, deserialize_with = "nullable")]
    pub bank_account: Option<Option<String>>,
    /// What the page for customers shows beside the order, replaced as a list.
    pub status_shows: Option<Vec<StatusPart>>,
    /// Whether entered prices include tax.
    pub prices_include_tax: Option<bool>,
    /// How tax is rounded on new documents.
    pub tax_rounding: Option<TaxRounding>,
    /// The taxes, replaced as a list.
    pub taxes: Option<Vec<Tax>>,
    /// The hour at which a business day ends, 0 to 23.
    pub cutoff_hour: Option<u8>,
    /// How what to order is worked out, replaced as a whole.
    pub purchasing: Option<PurchasingRules>,
    /// What happens when an order asks for more than there is.
    pub stock_policy: Option<StockPolicy>,
    /// When goods are set aside for an order.
    pub allocation_policy: Option<AllocationPolicy>,
    /// What happens when a lot is sold whose last day is over.
    pub expired_policy: Option<StockPolicy>,
    /// What happens when an order goes beyond what its customer may owe.
    pub credit_policy: Option<StockPolicy>,
    /// How goods are valued.
    pub valuation: Option<Valuation>,
    /// The carriers, replaced as a list.
    pub carriers: Option<Vec<Carrier>>,
    /// What other currencies are worth, replaced as a list.
    pub exchange_rates: Option<Vec<ExchangeRate>>,
    /// The smallest amount that cash can pay; 0 for every amount.
    pub cash_rounding_minor: Option<i64>,
    /// Whether cash is taken at the counter only while the till is open.
    pub till_required: Option<bool>,
    /// How codes that scales and labels print are read, replaced as a list.
    pub code_patterns: Option<Vec<CodePattern>>,
    /// Favourites at the counter, replaced as a list.
    pub tile_pages: Option<Vec<TilePage>>,
    /// The points programme, replaced as a whole.
    pub loyalty: Option<LoyaltyProgramme>,
    /// After how many minutes without a hand on it the program locks itself; 0 for never.
    pub lock_after_min: Option<u32>,
    /// Reasons for adjustments to choose from, replaced as a list.
    pub adjustment_reasons: Option<Vec<String>>,
    /// Custom fields that are new or change; the others stay as they are.
    pub custom_fields: Option<Vec<CustomFieldPatch>>,
    /// Printed at the end of receipts.
    #[serde(default, deserialize_with = "nullable")]
    pub receipt_text: Option<Option<String>>,
}

/// What it takes.
pub type Input = Create<BookAmend>;
/// What it gives.
pub type Output = Written<BookInfo>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    let id = open.book.id();
    app.write(
        Call::about(input.part, id),
        |tx| {
            check_version(tx.settings().version, input.body.expected_version)?;
            let mut said = domain::settings::amend(settings(&input.body)?)?;
            if let Some(patches) = &input.body.custom_fields {
                said.custom_fields = fields::defined(&tx.settings().terms.custom_fields, patches)?;
            }
            tx.append(Said::new(
                Subject::new(SubjectKind::Book, id),
                "book.amended",
                &said,
            ))?;
            Ok(id)
        },
        |read, _| Ok(terms::face(app, &open, read)?),
    )
}

/// In an entry an empty text clears a field.
fn settings(patch: &BookAmend) -> Result<SettingsTerms, AppError> {
    let cleared = |said: &Option<Option<String>>| said.clone().map(Option::unwrap_or_default);
    let rates = patch.exchange_rates.as_deref().map(terms::rates);
    Ok(SettingsTerms {
        name: patch.name.clone(),
        prices_include_tax: patch.prices_include_tax,
        tax_rounding: patch.tax_rounding.map(terms::rounding),
        taxes: patch.taxes.as_deref().map(terms::taxes),
        cutoff_hour: patch.cutoff_hour,
        purchasing: patch.purchasing.map(terms::purchasing),
        stock_policy: patch.stock_policy.map(terms::stock_policy),
        allocation_policy: patch.allocation_policy.map(terms::allocation_policy),
        expired_policy: patch.expired_policy.map(terms::stock_policy),
        credit_policy: patch.credit_policy.map(terms::stock_policy),
        valuation: patch.valuation.map(terms::valuation),
        exchange_rates: rates.transpose()?,
        carriers: patch.carriers.as_deref().map(terms::carriers),
        cash_rounding_minor: patch.cash_rounding_minor,
        till_required: patch.till_required,
        code_patterns: patch.code_patterns.as_deref().map(favourites::patterns),
        tile_pages: patch.tile_pages.as_deref().map(favourites::tile_pages),
        loyalty: patch.loyalty.as_ref().map(terms::loyalty),
        lock_after_min: patch.lock_after_min,
        adjustment_reasons: patch.adjustment_reasons.clone(),
        receipt_text: cleared(&patch.receipt_text),
        address: cleared(&patch.address),
        tax_number: cleared(&patch.tax_number),
        phone: cleared(&patch.phone),
        email: cleared(&patch.email),
        city: cleared(&patch.city),
        postal_code: cleared(&patch.postal_code),
        contact_name: cleared(&patch.contact_name),
        bank_account: cleared(&patch.bank_account),
        status_shows: patch.status_shows.as_deref().map(terms::status_parts),
        ..SettingsTerms::default()
    })
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn settings_change_field_by_field() {
        let shop = Shop::open();
        let patch = json!({ "expected_version": 1, "phone": "01904 1234", "cutoff_hour": 4 });
        let info: BookInfo = shop.write("book.amend", patch);
        assert_eq!(
            (info.phone.as_deref(), info.cutoff_hour, info.version),
            (Some("01904 1234"), 4, 2)
        );
        let patch = json!({ "expected_version": 2, "phone": null });
        let info: BookInfo = shop.write("book.amend", patch);
        assert_eq!((info.phone, info.name.as_str()), (None, "Shop"));
    }
}
