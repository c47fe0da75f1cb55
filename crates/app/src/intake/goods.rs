//! The products of foreign files: found by SKU, made when they are new, completed when a later row
//! knows their title and price.
use std::collections::HashMap;

use ::book::{Said, Tx};
use domain::custom::FieldSubject;
use domain::product::ProductTerms;
use domain::stock::{Adjusted, AdjustedLine, MAIN};
use domain::{ProductId, State, Subject, SubjectKind};
use exchange::{ForeignKind, ForeignLine, ForeignOrder, ForeignProduct, Outcome};

use super::catalog::Known;
use super::document::Importer;
use super::report::Counted;
use crate::error::AppError;

/// What a document says of products that the book does not know, or knows too little of.
#[derive(Default)]
pub(super) struct NewGoods(HashMap<String, New>);

struct New {
    known: Known,
    terms: ProductTerms,
    is_new: bool,
}

impl Importer<'_> {
    /// The products of a document that are new, checked.
    pub(super) fn goods_of(&self, order: &ForeignOrder) -> Result<NewGoods, AppError> {
        let sells = order.kind == ForeignKind::Sale;
        let mut goods = NewGoods::default();
        for (index, line) in order.lines.iter().enumerate() {
            let speaks = sells && !line.title.is_empty() && line.unit_price_micro > 0;
            let known = goods.0.get(&line.sku).map(|new| new.known);
            match known.or_else(|| self.catalog.products.get(&line.sku).copied()) {
                Some(known) if !(known.provisional && speaks) => {}
                known => {
                    let new = self.new_product(line, known, speaks);
                    let new = new.map_err(|error| error.under(&format!("lines.{index}")))?;
                    goods.0.insert(line.sku.clone(), new);
                }
            }
        }
        Ok(goods)
    }

    /// The product of a line.
    pub(super) fn product_of(
        &self,
        line: &ForeignLine,
        goods: &NewGoods,
    ) -> Result<Known, AppError> {
        let new = goods.0.get(&line.sku).map(|new| new.known);
        new.or_else(|| self.catalog.products.get(&line.sku).copied())
            .ok_or_else(|| AppError::broken("internal"))
    }

    /// Appends the entries about new products, and knows them from now on.
    pub(super) fn note_goods(
        &mut self,
        tx: &mut Tx<'_>,
        goods: NewGoods,
        counted: &mut Counted,
    ) -> Result<(), AppError> {
        let mut goods: Vec<(String, New)> = goods.0.into_iter().collect();
        // In the order of their ids, so that the same file gives the same journal.
        goods.sort_by_key(|(_, new)| new.known.id);
        for (sku, new) in goods {
            let kind = if new.is_new {
                "product.created"
            } else {
                "product.amended"
            };
            tx.append(Said::new(subject(new.known.id), kind, &new.terms))?;
            counted.created.products += i64::from(new.is_new);
            self.catalog.products.insert(sku, new.known);
        }
        Ok(())
    }

    fn new_product(
        &self,
        line: &ForeignLine,
        known: Option<Known>,
        speaks: bool,
    ) -> Result<New, AppError> {
        let title = if line.title.is_empty() {
            &line.sku
        } else {
            &line.title
        };
        let terms = ProductTerms {
            sku: Some(line.sku.clone()),
            title: Some(if speaks {
                title.clone()
            } else {
                line.sku.clone()
            }),
            unit_price_micro: Some(line.unit_price_micro.max(0)),
            service: line.service.then_some(true),
            run: Some(self.run),
            ..ProductTerms::default()
        };
        let id = known.map_or_else(|| ProductId(self.app.new_id()), |known| known.id);
        let service = known.map_or(line.service, |known| known.service);
        Ok(New {
            known: Known {
                id,
                service,
                provisional: !speaks,
            },
            terms: domain::product::create(terms)?,
            is_new: known.is_none(),
        })
    }

    /// A row of a product list: made, changed where it differs, or there already.
    pub(super) fn write_product(
        &mut self,
        tx: &mut Tx<'_>,
        product: &ForeignProduct,
        counted: &mut Counted,
    ) -> Result<Outcome, AppError> {
        match self.catalog.products.get(&product.sku).copied() {
            Some(known) => self.amend_product(tx, product, known.id),
            None => self.create_product(tx, product, counted),
        }
    }

    fn create_product(
        &mut self,
        tx: &mut Tx<'_>,
        product: &ForeignProduct,
        counted: &mut Counted,
    ) -> Result<Outcome, AppError> {
        let mut terms = self.terms_of(product)?;
        terms.run = Some(self.run);
        terms.title.get_or_insert_with(|| product.sku.clone());
        terms.unit_price_micro.get_or_insert(0);
        let terms = domain::product::create(terms)?;
        let id = ProductId(self.app.new_id());
        tx.append(Said::new(subject(id), "product.created", &terms))?;
        self.count_stock(tx, id, product.on_hand_milli.unwrap_or(0))?;
        counted.created.products += 1;
        let known = Known {
            id,
            service: false,
            provisional: false,
        };
        self.catalog.products.insert(product.sku.clone(), known);
        Ok(Outcome::Imported)
    }

    fn amend_product(
        &mut self,
        tx: &mut Tx<'_>,
        product: &ForeignProduct,
        id: ProductId,
    ) -> Result<Outcome, AppError> {
        let State::Product(now) = tx.state(subject(id))?.clone() else {
            return Err(AppError::broken("internal"));
        };
        let terms = domain::product::amend(&now, self.terms_of(product)?, false)?;
        let mut after = now.terms.clone();
        merge(&mut after, &terms);
        let changed = after != now.terms;
        if changed {
            tx.append(Said::new(subject(id), "product.amended", &terms))?;
            self.updated.push(subject(id));
        }
        let counted = match product.on_hand_milli {
            None => false,
            Some(counted_milli) => {
                tx.settle()?;
                let on_hand_milli = tx.read().product(id.0)?.row.on_hand_milli;
                self.count_stock(tx, id, counted_milli.saturating_sub(on_hand_milli))?
            }
        };
        Ok(if changed || counted {
            Outcome::Updated
        } else {
            Outcome::AlreadyThere
        })
    }

    fn terms_of(&self, product: &ForeignProduct) -> Result<ProductTerms, AppError> {
        let taxes = || self.settings.terms.taxes.iter().flatten();
        let tax = product.tax_class.as_deref().and_then(|class| {
            let known = taxes().find(|tax| tax.code == class || tax.name == class);
            known.map(|tax| tax.code.clone())
        });
        let fields = &self.settings.terms.custom_fields;
        let custom = self
            .printing
            .filled(fields, FieldSubject::Product, &product.custom)?;
        Ok(ProductTerms {
            sku: Some(product.sku.clone()),
            title: Some(product.title.clone()).filter(|title| !title.is_empty()),
            unit_price_micro: product.price_micro,
            cost_micro: product.cost_micro,
            barcodes: product.barcode.clone().map(|barcode| vec![barcode]),
            reorder_point_milli: product.reorder_point_milli,
            tax,
            custom,
            ..ProductTerms::default()
        })
    }

    /// Makes what is there what the file says. True when something changed.
    fn count_stock(
        &self,
        tx: &mut Tx<'_>,
        product: ProductId,
        quantity_milli: i64,
    ) -> Result<bool, AppError> {
        if quantity_milli == 0 {
            return Ok(false);
        }
        let said = Adjusted {
            lots: Vec::new(),
            location: MAIN.to_owned(),
            reason: "Stock of the imported list".to_owned(),
            channel: None,
            country: None,
            dated_ms: None,
            external_id: None,
            run: Some(self.run),
            lines: vec![AdjustedLine {
                product,
                quantity_milli,
                unit_cost_micro: None,
            }],
        };
        let subject = Subject::new(SubjectKind::Stock, self.app.new_id());
        tx.append(Said::new(subject, "stock.adjusted", &said))?;
        Ok(true)
    }
}

/// The terms after a change, to see whether it changes anything.
fn merge(into: &mut ProductTerms, said: &ProductTerms) {
    fn take<T: Clone>(into: &mut Option<T>, said: &Option<T>) {
        if said.is_some() {
            into.clone_from(said);
        }
    }
    take(&mut into.sku, &said.sku);
    take(&mut into.title, &said.title);
    take(&mut into.unit_price_micro, &said.unit_price_micro);
    take(&mut into.cost_micro, &said.cost_micro);
    take(&mut into.barcodes, &said.barcodes);
    take(&mut into.reorder_point_milli, &said.reorder_point_milli);
    take(&mut into.tax, &said.tax);
    let custom = said.custom.0.iter();
    let custom = custom.map(|(key, value)| (key.clone(), value.clone()));
    into.custom.0.extend(custom);
}

fn subject(id: ProductId) -> Subject {
    Subject::new(SubjectKind::Product, id.0)
}
