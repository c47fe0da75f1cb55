//! What is suggested to be ordered: one pass over the products, their balances, what is on its way
//! and the days of sales within the window; the arithmetic is the domain's.

use super::Read;
use crate::dto::{self, SuggestedLine, SuggestedSupplier, Suggestions};
use crate::error::Result;
use crate::project::delta::HashMap;
use domain::Day;
use domain::purchase::{Goods, PurchasingRules, Suggestion, cost_minor, digits, suggest};
use domain::stock::is_virtual;
use domain::supplier::SupplierTerms;
use rusqlite::{OptionalExtension as _, Row};
use uuid::Uuid;

const PRODUCTS: &str = include_str!("sql/suggest_products.sql");
const STOCK: &str = include_str!("sql/suggest_stock.sql");
const INCOMING: &str = include_str!("sql/suggest_incoming.sql");
const BACKORDERS: &str = include_str!("sql/suggest_backorders.sql");
const SUPPLIES: &str = include_str!("sql/suggest_supplies.sql");
const SALES: &str = include_str!("sql/suggest_sales.sql");
const IN_BUNDLES: &str = include_str!("sql/suggest_components.sql");
const FIRST_MOVE: &str = "SELECT at_ms, offset_min FROM stock_move \
                          WHERE product = ?1 ORDER BY at_ms LIMIT 1";
const NAME: &str = "SELECT (SELECT id FROM subject WHERE no = product.no), sku, title \
                    FROM product WHERE no = ?1";

/// What is known of a product before the sum is done.
#[derive(Default)]
struct Known {
    days: Vec<i64>,
    /// The first day within the window on which some was sold.
    first_sold: Option<Day>,
    on_sale_days: Option<i64>,
    on_hand_milli: i64,
    allocated_milli: i64,
    incoming_milli: i64,
    reorder_point_milli: Option<i64>,
    reorder_to_milli: Option<i64>,
    cost_micro: Option<i64>,
    kept_back_milli: i64,
    supply: Option<Supply>,
}

/// Where a product is bought.
struct Supply {
    supplier: i64,
    code: Option<String>,
    pack_milli: Option<i64>,
    minimum_milli: Option<i64>,
    unit_cost_micro: Option<i64>,
    lead_time_days: Option<i64>,
    preferred: bool,
}

impl Supply {
    /// The preferred supplier goes first, then the cheapest, then the one known longest.
    fn rank(&self) -> (bool, i64, i64) {
        let cost = self.unit_cost_micro.unwrap_or(i64::MAX);
        (!self.preferred, cost, self.supplier)
    }
}

/// A product that is to be ordered.
struct Wanted {
    no: i64,
    known: Known,
    lead_time_days: i64,
    found: Suggestion,
    total_minor: i64,
}

impl Read<'_> {
    /// What is suggested to be ordered on a day, and the arithmetic of one supplier's products; of
    /// those that nobody is said to sell when none is named.
    pub fn suggestions(&self, day: Day, supplier: Option<Uuid>) -> Result<Suggestions> {
        let suppliers = self.supplier_terms()?;
        let mut wanted = self.wanted(day, &suppliers)?;
        let asked = suppliers.iter().find(|known| Some(known.1) == supplier);
        let none = supplier.is_none().then_some(&0);
        let asked = asked.map(|(no, ..)| no).or(none);
        let sums = wanted.iter().map(|(no, all)| {
            let total = all
                .iter()
                .fold(0, |sum: i64, one| sum.saturating_add(one.total_minor));
            (*no, (all.len() as i64, total))
        });
        let sums = sums.collect();
        let lines = asked.and_then(|no| wanted.remove(no)).unwrap_or_default();
        Ok(Suggestions {
            day: day.to_string(),
            rules: shown_rules(&self.settings()?.purchasing()),
            suppliers: shown_suppliers(&suppliers, &sums),
            lines: self.suggested_lines(lines)?,
        })
    }

    /// What is suggested to be ordered on a day at each supplier in use, by the supplier's name.
    pub fn suggested_orders(&self, day: Day) -> Result<Vec<(Uuid, Vec<SuggestedLine>)>> {
        let suppliers = self.supplier_terms()?;
        let mut wanted = self.wanted(day, &suppliers)?;
        let mut orders = Vec::new();
        for (no, id, terms) in suppliers {
            let lines = wanted.remove(&no).unwrap_or_default();
            if !lines.is_empty() && !terms.archived.unwrap_or(false) {
                orders.push((id, self.suggested_lines(lines)?));
            }
        }
        Ok(orders)
    }

    /// What is to be ordered by supplier; by 0 what nobody is said to sell.
    fn wanted(
        &self,
        day: Day,
        suppliers: &[(i64, Uuid, SupplierTerms)],
    ) -> Result<HashMap<i64, Vec<Wanted>>> {
        let settings = self.settings()?;
        let (rules, digits) = (settings.purchasing(), digits(settings.currency()));
        let terms: HashMap<i64, &SupplierTerms> = suppliers
            .iter()
            .map(|(no, _, terms)| (*no, terms))
            .collect();
        let mut wanted: HashMap<i64, Vec<Wanted>> = HashMap::default();
        for (no, known) in self.known_products(day, &rules)? {
            let at = known.supply.as_ref().map_or(0, |supply| supply.supplier);
            if let Some(found) = want(no, known, terms.get(&at).copied(), &rules, digits) {
                wanted.entry(at).or_default().push(found);
            }
        }
        Ok(wanted)
    }

    /// Everything that the sums need, product by product.
    fn known_products(&self, day: Day, rules: &PurchasingRules) -> Result<HashMap<i64, Known>> {
        let mut known: HashMap<i64, Known> = HashMap::default();
        self.each(PRODUCTS, [], |row| {
            let product = Known {
                reorder_point_milli: row.get(1)?,
                reorder_to_milli: row.get(2)?,
                cost_micro: row.get(3)?,
                kept_back_milli: row.get::<_, Option<i64>>(4)?.unwrap_or(0),
                ..Known::default()
            };
            known.insert(row.get(0)?, product);
            Ok(())
        })?;
        self.each(STOCK, [], |row| {
            let ours = !is_virtual(&self.terms.text(self.conn, row.get(1)?)?);
            if let Some(product) = known.get_mut(&row.get(0)?).filter(|_| ours) {
                product.on_hand_milli += row.get::<_, i64>(2)?;
                product.allocated_milli += row.get::<_, i64>(3)?;
            }
            Ok(())
        })?;
        // What orders wait for is wanted like what is set aside for them.
        self.each(BACKORDERS, [], |row| {
            if let Some(product) = known.get_mut(&row.get(0)?) {
                product.allocated_milli += row.get::<_, i64>(1)?;
            }
            Ok(())
        })?;
        self.each(INCOMING, [], |row| {
            if let Some(product) = known.get_mut(&row.get(0)?) {
                product.incoming_milli += row.get::<_, i64>(1)?;
            }
            Ok(())
        })?;
        let first = day.plus(1 - i32::try_from(rules.window_days).unwrap_or(i32::MAX));
        for sql in [SALES, IN_BUNDLES] {
            self.each(sql, [first.0, day.0], |row| {
                if let Some(product) = known.get_mut(&row.get(0)?) {
                    product.days.push(row.get(1)?);
                    let sold = Day(row.get(2)?);
                    product.first_sold = Some(product.first_sold.map_or(sold, |it| it.min(sold)));
                }
                Ok(())
            })?;
        }
        self.note_new(first, day, &mut known)?;
        self.each(SUPPLIES, [], |row| {
            let supply = supply(row)?;
            let Some(product) = known.get_mut(&row.get(0)?) else {
                return Ok(());
            };
            let now = product.supply.as_ref();
            if now.is_none_or(|now| supply.rank() < now.rank()) {
                product.supply = Some(supply);
            }
            Ok(())
        })?;
        Ok(known)
    }

    /// Notes of products that came after the first day of the window how long they have been on
    /// sale: since they first moved, or were first sold.
    fn note_new(&self, first: Day, today: Day, known: &mut HashMap<i64, Known>) -> Result<()> {
        let cutoff_hour = self.settings()?.cutoff_hour();
        let mut query = self.conn.prepare_cached(FIRST_MOVE)?;
        for (no, product) in known {
            let Some(sold) = product.first_sold else {
                continue;
            };
            let moved = query.query_row([no], |row| Ok((row.get(0)?, row.get(1)?)));
            let Some((at_ms, offset_min)) = moved.optional()? else {
                continue;
            };
            let since = Day::of_local(at_ms, offset_min, cutoff_hour).min(sold);
            if since > first {
                product.on_sale_days = Some(i64::from(today.0 - since.0) + 1);
            }
        }
        Ok(())
    }

    /// Calls for each row of a statement.
    fn each<const N: usize>(
        &self,
        sql: &str,
        asked: [i32; N],
        mut on: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut query = self.conn.prepare_cached(sql)?;
        let mut rows = query.query(rusqlite::params_from_iter(asked))?;
        while let Some(row) = rows.next()? {
            on(row)?;
        }
        Ok(())
    }

    fn suggested_lines(&self, wanted: Vec<Wanted>) -> Result<Vec<SuggestedLine>> {
        let mut query = self.conn.prepare_cached(NAME)?;
        let mut lines = Vec::with_capacity(wanted.len());
        for wanted in wanted {
            let name = query.query_row([wanted.no], |row| {
                let id = Uuid::from_bytes(row.get(0)?);
                Ok((id, row.get(1)?, row.get(2)?))
            })?;
            lines.push(shown_line(wanted, name));
        }
        lines.sort_by(|a, b| (&a.sku, a.product).cmp(&(&b.sku, b.product)));
        Ok(lines)
    }
}

fn supply(row: &Row<'_>) -> rusqlite::Result<Supply> {
    Ok(Supply {
        supplier: row.get(1)?,
        code: row.get(2)?,
        pack_milli: row.get(3)?,
        minimum_milli: row.get(4)?,
        unit_cost_micro: row.get(5)?,
        lead_time_days: row.get(6)?,
        preferred: row.get(7)?,
    })
}

/// What is to be ordered of a product; nothing of one that has enough.
fn want(
    no: i64,
    known: Known,
    terms: Option<&SupplierTerms>,
    rules: &PurchasingRules,
    digits: u32,
) -> Option<Wanted> {
    let supply = known.supply.as_ref();
    let usual = terms.and_then(|terms| terms.lead_time_days).unwrap_or(0);
    let lead_time_days = supply.and_then(|said| said.lead_time_days).unwrap_or(usual);
    let goods = Goods {
        days: &known.days,
        on_sale_days: known.on_sale_days,
        on_hand_milli: known.on_hand_milli,
        allocated_milli: known.allocated_milli,
        incoming_milli: known.incoming_milli,
        kept_back_milli: known.kept_back_milli,
        lead_time_days,
        reorder_point_milli: known.reorder_point_milli,
        reorder_to_milli: known.reorder_to_milli,
        pack_milli: supply.and_then(|said| said.pack_milli),
        minimum_milli: supply.and_then(|said| said.minimum_milli),
    };
    let found = suggest(&goods, rules);
    let cost = supply
        .and_then(|said| said.unit_cost_micro)
        .or(known.cost_micro);
    (found.suggested_milli > 0).then(|| Wanted {
        no,
        lead_time_days,
        total_minor: cost_minor(cost.unwrap_or(0), found.suggested_milli, digits),
        found,
        known,
    })
}

/// How the book looks at its demand, in the words of the wire.
pub(super) fn shown_rules(rules: &PurchasingRules) -> dto::PurchasingRules {
    dto::PurchasingRules {
        window_days: rules.window_days,
        review_days: rules.review_days,
        safety_days: rules.safety_days,
    }
}

/// The largest order first; products without a supplier last.
fn shown_suppliers(
    suppliers: &[(i64, Uuid, SupplierTerms)],
    sums: &HashMap<i64, (i64, i64)>,
) -> Vec<SuggestedSupplier> {
    let named = suppliers.iter().filter_map(|(no, id, terms)| {
        let (products, total_minor) = *sums.get(no)?;
        let minimum_minor = terms.minimum_minor;
        Some(SuggestedSupplier {
            supplier: Some(*id),
            supplier_name: terms.name.clone(),
            products,
            total_minor,
            minimum_minor,
            below_minimum_minor: (minimum_minor.unwrap_or(0) - total_minor).max(0),
        })
    });
    let mut all: Vec<SuggestedSupplier> = named.collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.total_minor));
    all.extend(
        sums.get(&0)
            .map(|(products, total_minor)| SuggestedSupplier {
                supplier: None,
                supplier_name: None,
                products: *products,
                total_minor: *total_minor,
                minimum_minor: None,
                below_minimum_minor: 0,
            }),
    );
    all
}

fn shown_line(wanted: Wanted, (product, sku, title): (Uuid, String, String)) -> SuggestedLine {
    let (known, found) = (wanted.known, wanted.found);
    let (supply, spikes) = (known.supply, found.demand.spikes);
    let said = supply.as_ref();
    SuggestedLine {
        product,
        sku,
        title,
        code: said.and_then(|said| said.code.clone()),
        days_sold: spikes.days_sold,
        window_days: found.demand.window_days,
        sold_milli: spikes.sold_milli,
        median_milli: spikes.median_milli,
        deviation_milli: spikes.deviation_milli,
        limit_milli: spikes.limit_milli,
        removed_milli: spikes.removed_milli,
        demand_milli: spikes.demand_milli(),
        lead_time_days: wanted.lead_time_days,
        lead_milli: found.lead_milli,
        safety_milli: found.safety_milli,
        kept_back_milli: known.kept_back_milli,
        review_milli: found.review_milli,
        reorder_point_milli: known.reorder_point_milli,
        reorder_to_milli: known.reorder_to_milli,
        point_milli: found.point_milli,
        target_milli: found.target_milli,
        on_hand_milli: known.on_hand_milli,
        allocated_milli: known.allocated_milli,
        incoming_milli: known.incoming_milli,
        position_milli: found.position_milli,
        lacking_milli: found.lacking_milli,
        pack_milli: said.and_then(|said| said.pack_milli),
        minimum_milli: said.and_then(|said| said.minimum_milli),
        suggested_milli: found.suggested_milli,
        unit_cost_micro: said
            .and_then(|said| said.unit_cost_micro)
            .or(known.cost_micro),
        total_minor: wanted.total_minor,
    }
}
