//! What the customer's terms, price lists and promotions make of an order that is asked for. A book
//! without lists and promotions is asked for none.
use book::Tx;
use domain::customer::Customer;
use domain::order::{Document, DocumentInput, Exchange, ProductLookup, PromotionApplied};
use domain::price_list::{Asked, ListPrice, PriceBreak, PriceListTerms, best};
use domain::product::Product;
use domain::promotion::{Promotion, Sale};
use domain::settings::Settings;
use domain::{Day, PriceListId, ProductId, PromotionId, Refusal, State, Subject, SubjectKind};
use uuid::Uuid;

use crate::error::AppError;

/// What of a customer matters for a deal.
#[derive(Default)]
pub(super) struct Buyer {
    tags: Vec<String>,
    list: Option<PriceListId>,
    /// Days within which the customer pays.
    pub(super) payment_days: Option<u32>,
    /// Why the customer pays no tax.
    pub(super) exemption: Option<String>,
}

/// The customer that an order is for.
pub(super) fn buyer(tx: &mut Tx<'_>, customer: Option<Uuid>) -> Result<Buyer, AppError> {
    let Some(id) = customer else {
        return Ok(Buyer::default());
    };
    let today = tx.business_day();
    match tx.state(Subject::new(SubjectKind::Customer, id))? {
        State::Customer(customer) if customer.is_visible() => Ok(terms(customer, today)),
        _ => Err(AppError::at("customer", "customer_unknown")),
    }
}

fn terms(customer: &Customer, today: Day) -> Buyer {
    let exemption = customer.exemption_on(today);
    Buyer {
        tags: customer.facts.tags.clone().unwrap_or_default(),
        list: customer.price_list(),
        payment_days: customer.payment_days(),
        exemption: exemption.map(|exemption| exemption.reason.clone()),
    }
}

/// Composes a document at the prices of the lists that apply, and takes off what promotions give.
pub(super) fn composed(
    tx: &mut Tx<'_>,
    input: &DocumentInput,
    buyer: &Buyer,
    coupons: &[String],
    last_line: u32,
) -> Result<Document, AppError> {
    let exchange = input.exchange.as_ref();
    let mut document = with_products(
        tx,
        &input.channel,
        (buyer, exchange),
        |settings, products| domain::order::compose(input, settings, products, last_line),
    )?;
    if tx.has_offers() || !coupons.is_empty() {
        promote(tx, &mut document, buyer, coupons)?;
    }
    Ok(document)
}

/// Decides something with the settings and the products of the book, at what lists ask of a buyer.
pub(super) fn with_products<T>(
    tx: &mut Tx<'_>,
    channel: &str,
    (buyer, exchange): (&Buyer, Option<&Exchange>),
    decide: impl FnOnce(&Settings, &mut dyn ProductLookup) -> Result<T, Refusal>,
) -> Result<T, AppError> {
    let settings = tx.settings().clone();
    let own = exchange.map(|exchange| exchange.rate.from().code().to_owned());
    let currency = own.unwrap_or_else(|| settings.currency().to_owned());
    let lists = lists(tx, channel, &currency, buyer)?;
    let mut products = Products {
        tx,
        lists,
        exchange: exchange.cloned(),
        failed: None,
    };
    let decided = decide(&settings, &mut products);
    match products.failed {
        Some(error) => Err(error),
        None => Ok(decided?),
    }
}

/// Refuses coupons of a draft that were used up since it was written.
pub(super) fn check_coupons(tx: &Tx<'_>, document: &Document) -> Result<(), AppError> {
    let with_code = |applied: &&PromotionApplied| applied.coupon.is_some();
    if !document.promotions.iter().any(|one| with_code(&one)) {
        return Ok(());
    }
    let known = tx.read().promotion_states()?;
    for applied in document.promotions.iter().filter(with_code) {
        let promotion = known.iter().find(|one| one.id == Some(applied.promotion));
        let limit = promotion.and_then(|promotion| promotion.terms.use_limit);
        let Some(limit) = limit else { continue };
        if tx.read().promotion_uses(applied.promotion)? >= limit {
            return Err(AppError::conflict("coupon_used_up").with(limit));
        }
    }
    Ok(())
}

/// The lists that apply to a sale.
fn lists(
    tx: &Tx<'_>,
    channel: &str,
    currency: &str,
    buyer: &Buyer,
) -> Result<Vec<(PriceListId, String)>, AppError> {
    if !tx.has_offers() {
        return Ok(Vec::new());
    }
    let asked = Asked {
        day: tx.business_day(),
        channel: channel.trim(),
        currency,
        tags: &buyer.tags,
        list: buyer.list,
    };
    let all = tx.read().price_list_terms()?.into_iter();
    let applying = all.filter(|(id, terms)| terms.applies(*id, &asked));
    let named = |(id, terms): (PriceListId, PriceListTerms)| (id, terms.name.unwrap_or_default());
    Ok(applying.map(named).collect())
}

fn promote(
    tx: &mut Tx<'_>,
    document: &mut Document,
    buyer: &Buyer,
    coupons: &[String],
) -> Result<(), AppError> {
    let promotions = tx.read().promotion_states()?;
    if promotions.is_empty() && coupons.is_empty() {
        return Ok(());
    }
    let settings = tx.settings().clone();
    let (day, mut failed) = (tx.business_day(), None);
    let uses = used(tx, &promotions)?;
    let mut category = |id: ProductId| match product(tx, id) {
        Ok(product) => product?.terms.category,
        Err(error) => {
            failed = Some(error);
            None
        }
    };
    let mut sale = Sale {
        day,
        tags: &buyer.tags,
        coupons,
        category: &mut category,
        uses: &mut |id| {
            uses.iter()
                .find(|(own, _)| *own == id)
                .map_or(0, |(_, uses)| *uses)
        },
    };
    domain::promotion::apply(document, &promotions, &settings, &mut sale)?;
    failed.map_or(Ok(()), Err)
}

/// How often each promotion with a limit was used.
fn used(tx: &Tx<'_>, promotions: &[Promotion]) -> Result<Vec<(PromotionId, i64)>, AppError> {
    let limited = promotions
        .iter()
        .filter(|one| one.terms.use_limit.is_some());
    let ids = limited.filter_map(|one| one.id);
    ids.map(|id| Ok((id, tx.read().promotion_uses(id)?)))
        .collect()
}

fn product(tx: &mut Tx<'_>, id: ProductId) -> Result<Option<Product>, AppError> {
    match tx.state(Subject::new(SubjectKind::Product, id.0))? {
        State::Product(product) => Ok(Some((**product).clone())),
        _ => Ok(None),
    }
}

/// The products of the book in an open transaction, and what lists ask for them.
struct Products<'a, 'b> {
    tx: &'a mut Tx<'b>,
    lists: Vec<(PriceListId, String)>,
    /// The rate at which the products' own prices are converted.
    exchange: Option<Exchange>,
    failed: Option<AppError>,
}

impl Products<'_, '_> {
    fn kept<T>(&mut self, found: Result<Option<T>, AppError>) -> Option<T> {
        found.unwrap_or_else(|error| {
            self.failed = Some(error);
            None
        })
    }
}

impl ProductLookup for Products<'_, '_> {
    fn product(&mut self, id: ProductId) -> Option<Product> {
        let found = product(self.tx, id);
        let mut product = self.kept(found)?;
        if let Some(exchange) = &self.exchange {
            let price = product.terms.unit_price_micro;
            product.terms.unit_price_micro = price.and_then(|it| exchange.rate.price_back(it));
        }
        Some(product)
    }

    fn list_price(&mut self, id: ProductId, quantity_milli: i64) -> Option<ListPrice> {
        if self.lists.is_empty() {
            return None;
        }
        let prices = self.tx.read().prices_of(id).map_err(AppError::from);
        let prices = self.kept(prices.map(Some))?;
        let of = |list: PriceListId| -> Vec<PriceBreak> {
            let own = prices.iter().filter(|(other, _)| *other == list);
            own.map(|(_, step)| *step).collect()
        };
        let lists = self.lists.iter();
        let lists: Vec<_> = lists.map(|(id, name)| (*id, name, of(*id))).collect();
        let priced = lists.iter();
        let priced = priced.map(|(id, name, steps)| (*id, name.as_str(), steps.as_slice()));
        best(priced, quantity_milli)
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    /// A list for the tag `trade`: 8.00, and 7.00 from ten on.
    fn list(shop: &Shop, mug: &Product) -> PriceList {
        let list = json!({ "name": "Trade", "tags": ["trade"], "to": "2026-12-31" });
        let list: PriceList = shop.write("price_lists.create", list);
        let steps = json!([
            { "from_milli": 0, "unit_price_micro": 8_000_000 },
            { "from_milli": 10_000, "unit_price_micro": 7_000_000 }
        ]);
        let prices = json!({
            "id": list.row.id, "expected_version": list.row.version,
            "prices": [{ "code": mug.row.sku, "breaks": steps }]
        });
        shop.write("price_lists.price", prices)
    }

    fn order(mug: &Product, customer: &Customer, milli: i64) -> Value {
        let lines = json!([{ "product": mug.row.id, "quantity_milli": milli }]);
        json!({ "channel": "phone", "customer": customer.row.id, "lines": lines })
    }

    #[test]
    fn a_list_prices_lines_from_a_quantity_on_and_a_typed_price_stays() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let trade = json!({ "name": "Ann", "tags": ["trade"] });
        let ann: Customer = shop.write("customers.create", trade);
        let list = list(&shop, &mug);
        assert_eq!(list.row.products, 1);
        let line = |milli: i64| {
            let draft: Order = shop.write("orders.draft", order(&mug, &ann, milli));
            let line = &draft.lines[0];
            (line.unit_price_micro, line.price_list.clone())
        };
        assert_eq!(line(1_000), (8_000_000, Some("Trade".into())));
        assert_eq!(line(10_000), (7_000_000, Some("Trade".into())));
        let mut typed = order(&mug, &ann, 10_000);
        typed["lines"][0]["unit_price_micro"] = json!(9_000_000);
        let draft: Order = shop.write("orders.draft", typed);
        let line = &draft.lines[0];
        assert_eq!((line.unit_price_micro, line.own_price), (9_000_000, true));
        assert_eq!(line.price_list, None);
        let other = shop.customer("Bo");
        let draft: Order = shop.write("orders.draft", order(&mug, &other, 1_000));
        assert_eq!(draft.lines[0].unit_price_micro, 10_000_000);
        let given = json!({
            "id": other.row.id, "expected_version": other.row.version, "price_list": list.row.id
        });
        let given: Customer = shop.write("customers.amend", given);
        assert_eq!(given.price_list_name.as_deref(), Some("Trade"));
        let draft: Order = shop.write("orders.draft", order(&mug, &other, 1_000));
        assert_eq!(draft.lines[0].unit_price_micro, 8_000_000);
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], json!(true));
    }

    #[test]
    fn a_coupon_is_taken_once_stays_on_its_order_and_is_free_again_with_it() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let ann = shop.customer("Ann");
        let promotion = json!({
            "name": "Ten off", "effect": "line_percent", "rate_ppm": 100_000,
            "coupon": "ten", "use_limit": 1
        });
        let promotion: Promotion = shop.write("promotions.create", promotion);
        let mut with = order(&mug, &ann, 1_000);
        with["coupons"] = json!(["Ten"]);
        let drafted: Order = shop.write("orders.draft", with.clone());
        let placed: Order = shop.write("orders.place", with.clone());
        assert_eq!(
            (placed.head.total_minor, placed.promotions[0].off_minor),
            (900, 100)
        );
        let change = json!({
            "id": promotion.row.id, "expected_version": promotion.row.version,
            "rate_ppm": 900_000, "name": "Other"
        });
        let changed: Promotion = shop.write("promotions.amend", change);
        assert_eq!((changed.row.uses, changed.row.given_minor), (1, 100));
        let again: Order = shop.call("orders.get", json!({ "id": placed.head.id }));
        assert_eq!(
            (again.head.total_minor, again.promotions[0].name.as_str()),
            (900, "Ten off")
        );
        let mut input = with.clone();
        input["request_id"] = json!(shop.request());
        let refused = ("coupon_used_up".to_owned(), Some("coupons.0".to_owned()));
        assert_eq!(shop.refused("orders.place", input), refused);
        let mut draft = shop.change(&drafted, json!({}));
        draft["request_id"] = json!(shop.request());
        assert_eq!(shop.refused("orders.place", draft).0, "coupon_used_up");
        let _: Order = shop.write("orders.cancel", shop.change(&placed, json!({})));
        let _: Order = shop.write("orders.place", with);
        let verified = shop.job("book.verify", json!({}));
        assert_eq!(verified.output.unwrap()["ok"], json!(true));
    }

    #[test]
    fn an_order_on_account_is_due_overdue_and_beyond_the_limit() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let ann = json!({ "name": "Ann", "payment_days": 14, "credit_limit_minor": 1_500 });
        let ann: Customer = shop.write("customers.create", ann);
        let first: Order = shop.write("orders.place", order(&mug, &ann, 1_000));
        assert_eq!(first.head.due_day.as_deref(), Some("2026-12-07"));
        let warned = |order: &Order| {
            let warnings = order.warnings.iter();
            let mut beyond = warnings.filter(|one| one.code == "credit_exceeded");
            beyond.find_map(|one| one.detail.clone())
        };
        assert_eq!(warned(&first), None);
        let draft: Order = shop.write("orders.draft", order(&mug, &ann, 1_000));
        assert_eq!(warned(&draft).as_deref(), Some("500"));
        let policy = json!({ "expected_version": 1, "credit_policy": "block" });
        shop.write::<BookInfo>("book.amend", policy);
        let mut second = order(&mug, &ann, 1_000);
        second["request_id"] = json!(shop.request());
        let refused = ("credit_exceeded".to_owned(), Some("customer".to_owned()));
        assert_eq!(shop.refused("orders.place", second), refused);
        shop.clock.set(crate::testing::NOON_MS + 20 * 86_400_000);
        let id = json!({ "id": ann.row.id });
        let account: CustomerAccount = shop.call("customers.account", id.clone());
        assert_eq!((account.open_minor, account.overdue_minor), (1_000, 1_000));
        assert_eq!(account.free_minor, Some(500));
        let overdue = json!({ "filter": { "due_before": "2026-12-13" }, "offset": 0, "limit": 9 });
        let page: Page<OrderRow> = shop.call("orders.list", overdue.clone());
        assert_eq!(page.rows[0].head.id, first.head.id);
        let pay = shop.change(&first, json!({ "method": "bank", "amount_minor": 1_000 }));
        let _: Order = shop.write("orders.pay", pay);
        let page: Page<OrderRow> = shop.call("orders.list", overdue);
        assert_eq!(page.total, 0);
        let account: CustomerAccount = shop.call("customers.account", id);
        assert_eq!((account.open_minor, account.overdue_orders), (0, 0));
    }

    #[test]
    fn the_order_has_an_amount_off_and_a_charge_for_shipping_with_its_own_tax() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 10_000_000);
        let ann = shop.customer("Ann");
        let mut input = order(&mug, &ann, 2_000);
        input["discount_minor"] = json!(300);
        input["shipping"] = json!({ "charge_minor": 600, "tax": "reduced" });
        let placed: Order = shop.write("orders.place", input);
        assert_eq!(
            (placed.head.total_minor, placed.discount_fixed_minor),
            (2_300, 300)
        );
        let shipping = &placed.lines[1];
        assert!(shipping.shipping && shipping.service);
        assert_eq!(shipping.tax.as_deref(), Some("reduced"));
        let exempt = json!({
            "name": "Embassy", "tax_exemption": { "reason": "Diplomatic mission" }
        });
        let exempt: Customer = shop.write("customers.create", exempt);
        let placed: Order = shop.write("orders.place", order(&mug, &exempt, 1_000));
        assert_eq!((placed.head.total_minor, placed.tax_minor), (833, 0));
        assert_eq!(placed.exemption.as_deref(), Some("Diplomatic mission"));
    }
}
