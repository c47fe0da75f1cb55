//! Foreign orders, returns, adjustments and write-offs into entries of the journal.
use ::book::{Said, Tx};
use domain::ids::PaymentId;
use domain::order::{Document, LineComponent, OrderKind, OrderLine, Paid, Sold};
use domain::stock::{Adjusted, AdjustedLine, MAIN};
use domain::{Day, ProductId, Subject, SubjectKind};
use exchange::{ForeignKind, ForeignLine, ForeignOrder, Outcome};

use super::document::Importer;
use super::goods::NewGoods;
use super::people::coded;
use super::report::Counted;
use crate::error::AppError;

/// The channel of documents whose file names none.
const CHANNEL: &str = "import";

impl Importer<'_> {
    pub(super) fn write_order(
        &mut self,
        tx: &mut Tx<'_>,
        order: &ForeignOrder,
        counted: &mut Counted,
    ) -> Result<Outcome, AppError> {
        let channel = order.channel.as_deref().unwrap_or(CHANNEL);
        let kind = match &order.kind {
            ForeignKind::Sale => OrderKind::Sale,
            ForeignKind::Return => OrderKind::Return,
            ForeignKind::Adjustment => OrderKind::Adjustment,
            ForeignKind::WriteOff { reason } => {
                return self.write_off(tx, order, reason, counted);
            }
        };
        if tx
            .read()
            .order_by_external(channel, &order.external_id)?
            .is_some()
        {
            return Ok(Outcome::AlreadyThere);
        }
        self.check_currency(order)?;
        let goods = self.goods_of(order)?;
        let mut document = self.document(order, kind, channel, &goods)?;
        domain::order::price(&mut document, &self.settings)?;
        let buyer = self.buyer_of(order)?;
        // From here on nothing is refused.
        document.customer = self.note_buyer(tx, buyer, counted)?;
        self.note_goods(tx, goods, counted)?;
        let said = Sold {
            lots: Vec::new(),
            reason: None,
            number: tx.next_number("order")?,
            payments: self.payments(&document),
            document,
        };
        let subject = Subject::new(SubjectKind::Order, self.app.new_id());
        tx.append(Said::new(subject, "order.sold", &said).on(self.day_of(order)))?;
        counted.created.orders += 1;
        Ok(Outcome::Imported)
    }

    fn write_off(
        &mut self,
        tx: &mut Tx<'_>,
        order: &ForeignOrder,
        reason: &str,
        counted: &mut Counted,
    ) -> Result<Outcome, AppError> {
        if tx.read().stock_by_external(&order.external_id)?.is_some() {
            return Ok(Outcome::AlreadyThere);
        }
        let goods = self.goods_of(order)?;
        let lines = order.lines.iter().map(|line| {
            let product = self.product_of(line, &goods)?;
            Ok(AdjustedLine {
                product: product.id,
                quantity_milli: line.quantity_milli,
                unit_cost_micro: None,
            })
        });
        let said = Adjusted {
            lots: Vec::new(),
            location: MAIN.to_owned(),
            reason: if reason.is_empty() {
                "write-off".to_owned()
            } else {
                reason.to_owned()
            },
            channel: Some(order.channel.as_deref().unwrap_or(CHANNEL).to_owned()),
            country: order.country.as_deref().map(coded),
            dated_ms: Some(dated_ms(order)),
            external_id: Some(order.external_id.clone()),
            run: Some(self.run),
            lines: lines.collect::<Result<_, AppError>>()?,
        };
        self.note_goods(tx, goods, counted)?;
        let subject = Subject::new(SubjectKind::Stock, self.app.new_id());
        tx.append(Said::new(subject, "stock.adjusted", &said).on(self.day_of(order)))?;
        counted.created.stock_documents += 1;
        Ok(Outcome::Imported)
    }

    fn document(
        &self,
        order: &ForeignOrder,
        kind: OrderKind,
        channel: &str,
        goods: &NewGoods,
    ) -> Result<Document, AppError> {
        let mut lines = Vec::with_capacity(order.lines.len());
        for (index, line) in order.lines.iter().enumerate() {
            lines.push(self.line(index, line, goods)?);
        }
        Ok(Document {
            kind,
            channel: channel.to_owned(),
            country: order.country.as_deref().map(coded),
            currency: self.currency.code().to_owned(),
            prices_include_tax: self.settings.terms.prices_include_tax.unwrap_or(false),
            tax_rounding: self.settings.terms.tax_rounding.unwrap_or_default(),
            external_id: Some(order.external_id.clone()),
            run: Some(self.run),
            dated_ms: Some(dated_ms(order)),
            lines,
            ..Document::default()
        })
    }

    fn line(
        &self,
        index: usize,
        line: &ForeignLine,
        goods: &NewGoods,
    ) -> Result<OrderLine, AppError> {
        let product = self.product_of(line, goods)?;
        let tax = self.tax_of(index, line)?;
        Ok(OrderLine {
            line: u32::try_from(index + 1).unwrap_or(u32::MAX),
            product: Some(product.id),
            sku: line.sku.clone(),
            title: line.title.clone(),
            service: product.service,
            components: self.components_of(product.id),
            quantity_milli: line.quantity_milli,
            unit_price_micro: line.unit_price_micro,
            discount_minor: self.minor_of(line.discount_micro),
            tax_rate_ppm: line.tax_rate_ppm.filter(|_| tax.is_some()).unwrap_or(0),
            tax,
            ..OrderLine::default()
        })
    }

    /// What a bundle is made of today: a file says nothing of it.
    fn components_of(&self, product: ProductId) -> Vec<LineComponent> {
        let known = self.catalog.bundles.get(&product.0);
        known.cloned().unwrap_or_default()
    }

    /// The book's tax of the rate that the file prints.
    fn tax_of(&self, index: usize, line: &ForeignLine) -> Result<Option<String>, AppError> {
        let Some(rate_ppm) = line.tax_rate_ppm else {
            return Ok(None);
        };
        let taxes = self.settings.terms.taxes.iter().flatten();
        let found = taxes.into_iter().find(|tax| tax.rate_ppm == rate_ppm);
        match found {
            Some(tax) => Ok(Some(tax.code.clone())),
            None if rate_ppm == 0 => Ok(None),
            None => Err(AppError::at(format!("lines.{index}.tax"), "tax_unknown").with(rate_ppm)),
        }
    }

    fn check_currency(&self, order: &ForeignOrder) -> Result<(), AppError> {
        match &order.currency {
            Some(currency) if currency != self.currency.code() => {
                Err(AppError::at("currency", "currency_differs").with(currency))
            }
            _ => Ok(()),
        }
    }

    /// One payment of the whole; a document of nothing has none.
    fn payments(&self, document: &Document) -> Vec<Paid> {
        let lines = document.lines.iter();
        let total_minor = lines.fold(0_i64, |sum, line| sum.saturating_add(line.total_minor));
        if total_minor == 0 {
            return Vec::new();
        }
        let payment = PaymentId(self.app.new_id());
        let method = "other".to_owned();
        vec![Paid {
            payment,
            method,
            holder: None,
            exchange: None,
            book_minor: None,
            notes: None,
            amount_minor: total_minor,
            rounding_minor: 0,
            tendered_minor: None,
            reference: None,
        }]
    }

    fn day_of(&self, order: &ForeignOrder) -> Day {
        Day::of_local(dated_ms(order), 0, self.settings.cutoff_hour())
    }

    /// A discount in the currency's minor unit, half away from zero.
    fn minor_of(&self, micro: i64) -> i64 {
        let unit = 10_i64.pow(6_u32.saturating_sub(self.currency.minor_digits()));
        let half = micro.signum() * (unit / 2);
        micro.saturating_add(half) / unit
    }
}

/// The wall clock of the document, written as if it were UTC.
fn dated_ms(order: &ForeignOrder) -> i64 {
    order.placed_at.and_utc().timestamp_millis()
}
