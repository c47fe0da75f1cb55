//! The list of products: its filter, and what it sorts by.

use super::asked::Asked;
use super::cell::{Cell, cells};
use super::custom::{Held, held};
use super::spec::{Demands, Few, Segment, Spec};
use super::touched::{self, Touched, products_of};
use super::worded::{Index, Worded};
use crate::dto::{ProductFilter, ProductSortKey};
use crate::error::Result;
use crate::row_set::RowSet;
use domain::SubjectKind;
use rusqlite::Connection;
use uuid::Uuid;

pub(super) const INDEX: Index = Index {
    search: "SELECT rowid FROM product_search WHERE product_search MATCH ?1 LIMIT ?2",
    matches: "SELECT 1 FROM product_search WHERE product_search MATCH ?1 AND rowid = ?2",
    rows: "SELECT no FROM product WHERE ",
    row: "SELECT 1 FROM product WHERE no = ? AND ",
};

/// What there is of a product at our own places.
const ON_HAND: &str = "coalesce((SELECT sum(on_hand_milli) FROM stock_balance WHERE product = no
  AND location NOT IN (SELECT term.no FROM term WHERE text IN
    ('customer', 'adjustment', 'supplier', 'transit', 'scrap', 'assembly'))), 0)";
/// What of it is free to sell.
const AVAILABLE: &str = "coalesce((
  SELECT sum(on_hand_milli * coalesce(location.sellable, 1) - allocated_milli)
  FROM stock_balance LEFT JOIN location ON location.place = stock_balance.location
  WHERE stock_balance.product = product.no
    AND stock_balance.location NOT IN (SELECT term.no FROM term WHERE text IN
      ('customer', 'adjustment', 'supplier', 'transit', 'scrap', 'assembly')))
  - coalesce(product.kept_back_milli, 0), 0)";
const SOLD: &str =
    "coalesce((SELECT units_milli FROM product_total WHERE product_total.product = no), 0)";

/// A list of products.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct ProductSpec {
    text: Option<String>,
    archived: Option<bool>,
    stocked: Option<bool>,
    low: Option<bool>,
    varied: Option<bool>,
    variant_of: Option<Uuid>,
    category: Option<String>,
    custom: Vec<Held>,
    sort: ProductSortKey,
}

impl ProductSpec {
    /// The list that is asked for.
    pub fn of(asked: &Asked<ProductFilter, ProductSortKey>) -> Self {
        let filter = &asked.filter;
        Self {
            text: asked.words(),
            archived: filter.archived,
            stocked: filter.stocked,
            low: filter.low,
            varied: filter.varied,
            variant_of: filter.variant_of,
            category: filter.category.clone(),
            custom: held(filter.custom.as_deref()),
            sort: asked
                .sort
                .as_ref()
                .map_or(ProductSortKey::Sku, |sort| sort.key),
        }
    }

    /// The column or expression that it sorts by.
    fn column(&self) -> &'static str {
        match self.sort {
            ProductSortKey::Sku => "sku",
            ProductSortKey::Title => "title_key",
            ProductSortKey::Price => "unit_price_micro",
            ProductSortKey::OnHand => ON_HAND,
            ProductSortKey::Available => AVAILABLE,
            ProductSortKey::Sold => SOLD,
        }
    }

    /// Whether orders and stock documents can change the list.
    fn follows_stock(&self) -> bool {
        use ProductSortKey::{Available, OnHand, Sold};
        let by_stock = matches!(self.sort, OnHand | Available | Sold);
        by_stock || self.stocked.is_some() || self.low.is_some()
    }

    /// What filter and text ask for.
    fn worded(&self) -> Worded<'_> {
        Worded {
            index: &INDEX,
            text: self.text.as_deref(),
            demands: self.demands(),
        }
    }
}

impl Spec for ProductSpec {
    const NAME: &'static str = "products";
    const TABLE: &'static str = "product";

    fn is_bare(&self) -> bool {
        *self == self.bare()
    }

    fn bare(&self) -> Self {
        let sort = self.sort;
        Self {
            text: None,
            archived: None,
            stocked: None,
            low: None,
            varied: None,
            variant_of: None,
            category: None,
            custom: Vec::new(),
            sort,
        }
    }

    fn is_indexed(&self) -> bool {
        matches!(self.sort, ProductSortKey::Sku | ProductSortKey::Title)
    }

    fn segments(&self, _: &Connection) -> Result<Vec<Segment>> {
        let from = match self.sort {
            ProductSortKey::Sku => "product INDEXED BY product_by_sku",
            ProductSortKey::Title => "product INDEXED BY product_by_title",
            _ => "product",
        };
        Ok(vec![Segment::walk(from, "", &[self.column()])])
    }

    fn demands(&self) -> Demands {
        let mut demands = Demands::default();
        if let Some(archived) = self.archived {
            demands.add("archived", format!("archived = {}", i32::from(archived)));
        }
        if let Some(varied) = self.varied {
            demands.add("varied", format!("varied = {}", i32::from(varied)));
        }
        if let Some(family) = self.variant_of {
            let of = "variant_of = (SELECT no FROM subject WHERE id = ?)";
            demands.add("variant_of", of.to_owned());
            demands.values.push(family.as_bytes().to_vec().into());
        }
        if let Some(category) = &self.category {
            demands.add("category", "category = ?".to_owned());
            demands.values.push(category.clone().into());
        }
        for held in &self.custom {
            held.add_to(&mut demands, Self::TABLE);
        }
        if let Some(stocked) = self.stocked {
            let sign = if stocked { ">" } else { "<=" };
            demands.add("service", format!("service = 0 AND {ON_HAND} {sign} 0"));
        }
        if let Some(low) = self.low {
            let low = if low { "IS TRUE" } else { "IS NOT TRUE" };
            let at_point = format!("({AVAILABLE} <= reorder_point_milli) {low}");
            demands.add("reorder_point_milli", at_point);
        }
        demands
    }

    fn set(&self, conn: &Connection) -> Result<RowSet> {
        self.worded().set(conn)
    }

    fn few(&self, conn: &Connection) -> Result<Few> {
        self.worded().few(conn)
    }

    fn holds(&self, conn: &Connection, no: u32) -> Result<bool> {
        self.worded().holds(conn, no)
    }

    fn key(&self, conn: &Connection, no: u32) -> Result<Option<Vec<Cell>>> {
        Ok(cells(conn, &key_sql(self), no)?)
    }

    fn touched(&self, conn: &Connection, pos: i64) -> Result<Option<Vec<u32>>> {
        let Some(subjects) = touched::subjects(conn, pos)? else {
            return Ok(None);
        };
        let mut rows = Touched::default();
        for (kind, no) in subjects {
            match kind {
                SubjectKind::Product => rows.add(no),
                SubjectKind::Location if self.follows_stock() => return Ok(None),
                SubjectKind::Order
                | SubjectKind::Stock
                | SubjectKind::Transfer
                | SubjectKind::Count
                | SubjectKind::Purchase
                    if self.follows_stock() =>
                {
                    for product in products_of(conn, no)? {
                        rows.add(product);
                    }
                }
                _ => {}
            }
        }
        Ok(rows.rows())
    }
}

/// The statement that gives the key of one product.
pub(super) fn key_sql(spec: &ProductSpec) -> String {
    format!("SELECT {} FROM product WHERE no = ?1", spec.column())
}
