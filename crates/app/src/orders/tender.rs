//! How a counter sale is paid, as `orders.sell` takes it: by one method, or by several payments.
use book::Tx;
use domain::ids::PaymentId;
use domain::order::Paid;
use domain::till::{Part, PartTaken, give_back, take};
use domain::{CustomerId, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::notes;
use crate::App;
use crate::credit::{Means, Purse, given, inside, spent};
use crate::error::AppError;
use crate::request::{self, Change, Request};

/// One payment of several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SalePayment {
    /// How it is paid.
    #[ts(optional = false)]
    pub method: String,
    /// What it pays of the sale; what is still due when absent.
    pub amount_minor: Option<i64>,
    /// What was handed over: cash that is more than the sale gives change, and less pays a part.
    pub tendered_minor: Option<i64>,
    /// ISO 4217 code of notes of another currency, for which the settings have a rate: what was
    /// handed over is then in that currency, just enough when absent. The change is not.
    pub currency: Option<String>,
    /// The code of the gift card that pays, when the method is `gift_card`: at most what is on it.
    pub gift_card: Option<String>,
}

/// How a counter sale is paid, and the parked draft that it was, if any.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Tender {
    /// How it is paid, when by one method.
    pub method: Option<String>,
    /// What was handed over, when more than the total; the rest is change.
    pub tendered_minor: Option<i64>,
    /// How it is paid, when by several methods: `method` and `tendered_minor` are then absent.
    pub payments: Option<Vec<SalePayment>>,
    /// The draft that becomes the sale; a new order when absent.
    pub id: Option<Uuid>,
    /// The version of the draft that the caller saw.
    pub expected_version: Option<i64>,
}

impl request::Part for Tender {
    const KEYS: &'static [&'static str] = &[
        "method",
        "tendered_minor",
        "payments",
        "id",
        "expected_version",
    ];
}

impl Tender {
    /// What pays an order that there is.
    pub(super) fn of(method: Option<String>, payments: Option<Vec<SalePayment>>) -> Self {
        Self {
            method,
            payments,
            tendered_minor: None,
            id: None,
            expected_version: None,
        }
    }

    /// The change of the parked draft, when there is one.
    pub(super) fn draft(&self, request: Request) -> Result<Option<Change>, AppError> {
        let Some(id) = self.id else { return Ok(None) };
        let expected_version = self
            .expected_version
            .ok_or_else(|| AppError::at("expected_version", "required"))?;
        Ok(Some(Change {
            id,
            expected_version,
            request_id: request.request_id,
            dry_run: request.dry_run,
        }))
    }

    /// The code of the gift card that a payment of several names.
    pub(super) fn gift_card(&self, index: usize) -> Option<&str> {
        self.payments.as_ref()?.get(index)?.gift_card.as_deref()
    }

    /// What each payment is to pay, where that is said.
    pub(super) fn asked(&self) -> Vec<Option<i64>> {
        let parts = self.payments.iter().flatten();
        let said = parts.map(|part| part.amount_minor.or(part.tendered_minor));
        said.collect()
    }

    /// Whose money each payment is, with what there is; a return gives it back instead. The code is
    /// that of the card that is meant where a payment names none.
    pub(super) fn purses(
        &self,
        tx: &mut Tx<'_>,
        (customer, gift_card): (Option<CustomerId>, Option<&str>),
        total_minor: i64,
    ) -> Result<Vec<Option<Purse>>, AppError> {
        let parts = self.payments.as_deref().unwrap_or_default();
        let own = parts.iter().map(|part| {
            (
                part.method.as_str(),
                part.gift_card.as_deref().or(gift_card),
            )
        });
        let single = self.method.as_deref().map(|method| (method, gift_card));
        let mut purses: Vec<Option<Purse>> = Vec::new();
        for (index, (method, gift_card)) in own.chain(single).enumerate() {
            let means = Means {
                method,
                gift_card,
                customer,
            };
            let found = if total_minor < 0 {
                given(tx, means).map(|holder| holder.map(Purse::of))
            } else {
                spent(tx, means)
            };
            let place = format!("payments.{index}");
            let found = found.map_err(|error| match &self.payments {
                Some(_) => inside(&place, error),
                None => error,
            })?;
            let known = |one: &Purse| Some(one.holder) == found.map(|found| found.holder);
            if purses.iter().flatten().any(known) {
                return Err(AppError::at(format!("{place}.method"), "claimed_twice"));
            }
            purses.push(found);
        }
        Ok(purses)
    }

    /// The payments of a sale of so much.
    pub(super) fn paid(
        &self,
        (app, tx): (&App, &Tx<'_>),
        total_minor: i64,
        purses: &[Option<Purse>],
    ) -> Result<Vec<Paid>, AppError> {
        let taken = self.taken(tx, total_minor, purses)?;
        let taken = taken.into_iter().zip(purses);
        let paid = taken.map(|(part, purse)| Paid {
            holder: purse.map(|purse| purse.holder),
            ..paid(app, part)
        });
        Ok(paid.collect())
    }

    /// What is taken for so much, part by part; below zero it is given back.
    pub(super) fn taken(
        &self,
        tx: &Tx<'_>,
        total_minor: i64,
        purses: &[Option<Purse>],
    ) -> Result<Vec<PartTaken>, AppError> {
        let coin_minor = tx.settings().cash_rounding_minor();
        let one = self.payments.is_none();
        let mut parts = self.parts()?;
        notes::put(tx, self.payments.as_deref(), &mut parts, total_minor)?;
        for (part, purse) in parts.iter_mut().zip(purses) {
            part.limit_minor = purse.map(|purse| purse.balance_minor);
        }
        let taken = if total_minor < 0 {
            give_back(total_minor.saturating_neg(), coin_minor, &parts)
        } else {
            take(total_minor, coin_minor, &parts)
        };
        Ok(taken.map_err(|refusal| if one { beside(refusal) } else { refusal })?)
    }

    fn parts(&self) -> Result<Vec<Part>, AppError> {
        let Some(payments) = &self.payments else {
            let method = self.method.clone();
            return Ok(vec![Part {
                method: method.ok_or_else(|| AppError::at("method", "required"))?,
                amount_minor: None,
                tendered_minor: self.tendered_minor,
                notes: None,
                limit_minor: None,
            }]);
        };
        if self.method.is_some() || self.tendered_minor.is_some() {
            return Err(AppError::at("payments", "method_or_payments"));
        }
        let part = |payment: &SalePayment| Part {
            method: payment.method.clone(),
            amount_minor: payment.amount_minor,
            tendered_minor: payment.tendered_minor,
            notes: None,
            limit_minor: None,
        };
        Ok(payments.iter().map(part).collect())
    }
}

/// The only payment has its fields beside those of the order. What is too little is so against the
/// total.
fn beside(refusal: Refusal) -> Refusal {
    let field = refusal.field.map(|field| {
        let own = field.strip_prefix("payments.0.");
        own.unwrap_or(&field).to_owned()
    });
    Refusal { field, ..refusal }
}

fn paid(app: &App, part: PartTaken) -> Paid {
    Paid {
        payment: PaymentId(app.new_id()),
        method: part.method,
        holder: None,
        exchange: None,
        book_minor: None,
        amount_minor: part.amount_minor,
        rounding_minor: part.rounding_minor,
        tendered_minor: part.tendered_minor,
        notes: part.notes,
        reference: None,
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    fn sale(mug: &Product, quantity_milli: i64, payments: &Value) -> Value {
        let line = json!({ "product": mug.row.id, "quantity_milli": quantity_milli });
        json!({ "channel": "counter", "lines": [line], "payments": payments })
    }

    fn refused(shop: &Shop, mut input: Value) -> (String, Option<String>) {
        input["request_id"] = json!(shop.request());
        shop.refused("orders.sell", input)
    }

    #[test]
    fn a_sale_is_paid_by_card_and_the_rest_in_cash_with_change() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 17_500_000);
        let payments = json!([
            { "method": "card", "amount_minor": 1_000 },
            { "method": "cash", "tendered_minor": 2_000 }
        ]);
        let sold: Order = shop.write("orders.sell", sale(&mug, 1_000, &payments));
        let parts: Vec<_> = sold
            .payments
            .iter()
            .map(|part| (part.method.as_str(), part.amount_minor, part.tendered_minor))
            .collect();
        assert_eq!(parts.len(), 2);
        assert!(parts.contains(&("card", 1_000, None)));
        assert!(parts.contains(&("cash", 750, Some(2_000))));
        assert_eq!(
            (sold.change_minor, sold.due_minor, sold.head.payment),
            (1_250, 0, PaymentStatus::Paid)
        );
    }

    #[test]
    fn too_little_names_what_is_still_due_and_a_card_gives_no_change() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 17_500_000);
        let little = json!([{ "method": "cash", "tendered_minor": 500 }]);
        let mut input = sale(&mug, 1_000, &little);
        input["request_id"] = json!(shop.request());
        let error = shop.app.call("orders.sell", input).unwrap_err();
        assert_eq!(
            (error.code.as_str(), error.detail.as_deref()),
            ("tendered_too_little", Some("1250"))
        );
        let much = json!([{ "method": "card", "amount_minor": 1_751 }]);
        let field = Some("payments.0.amount_minor".to_owned());
        assert_eq!(
            refused(&shop, sale(&mug, 1_000, &much)),
            ("more_than_due".into(), field)
        );
        let mut both = sale(&mug, 1_000, &little);
        both["method"] = json!("cash");
        assert_eq!(refused(&shop, both).0, "method_or_payments");
    }

    #[test]
    fn cash_is_rounded_to_coins_and_nothing_else_is() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_030_000);
        let settings = json!({ "expected_version": 1, "cash_rounding_minor": 5 });
        shop.write::<BookInfo>("book.amend", settings);
        let cash = json!([{ "method": "cash" }]);
        let sold: Order = shop.write("orders.sell", sale(&mug, 1_000, &cash));
        let part = &sold.payments[0];
        assert_eq!((part.amount_minor, part.rounding_minor), (1_003, 2));
        assert_eq!((sold.head.total_minor, sold.due_minor), (1_003, 0));
        let card = json!([{ "method": "card" }]);
        let sold: Order = shop.write("orders.sell", sale(&mug, 1_000, &card));
        assert_eq!(sold.payments[0].rounding_minor, 0);
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], json!(true));
    }
}
