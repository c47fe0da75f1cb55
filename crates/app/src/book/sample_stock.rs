//! The stock that the sample shop must have had: its history holds the sales and not the purchases,
//! so each product gets an opening stock that covers them, and a reorder point.
use ::book::{Said, Tx};
use book::dto::{ProductFilter, ProductRow, ProductSortKey, Sort};
use book::views::{Asked, WINDOW_ROWS};
use domain::product::ProductTerms;
use domain::stock::{Adjusted, AdjustedLine, MAIN};
use domain::{Day, ProductId, Subject, SubjectKind};

use crate::App;
use crate::bulk::Bulk;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::jobs::Progress;

/// Weeks of the shop's year of history.
const WEEKS: i64 = 53;

/// Writes the opening stock, dated before the first sale.
pub(super) fn opening_stock(
    app: &App,
    open: &OpenBook,
    progress: &mut Progress,
) -> Result<(), AppError> {
    let products = all_products(open)?;
    progress.step("stocking", "products", Some(products.len() as i64));
    let days = open.book.read(|read| read.sales_days())?;
    let Some((first, _)) = days else {
        return Ok(());
    };
    let bulk = Bulk::new(app, open, false);
    let mut done = 0;
    for part in products.chunks(1_000) {
        bulk.write(|tx| stock(tx, app, part, first))?;
        done += part.len() as i64;
        progress.done(done, None)?;
    }
    Ok(())
}

fn stock(tx: &mut Tx<'_>, app: &App, part: &[ProductRow], first: Day) -> Result<(), AppError> {
    let mut lines = Vec::new();
    for product in part.iter().filter(|product| !product.service) {
        let weekly_milli = weekly_milli(product);
        // A spread of one to six weeks of sales, so that some products are low and a few are out.
        let kept_milli = weekly_milli * (product.units_sold_milli / 1_000 % 7);
        let quantity_milli = kept_milli - product.on_hand_milli;
        if quantity_milli > 0 {
            lines.push(AdjustedLine {
                product: ProductId(product.id),
                quantity_milli,
                // Nobody knows what it paid: about half of the price is usual for gifts.
                unit_cost_micro: Some(product.unit_price_micro.max(0) * 11 / 20),
            });
        }
        let reorder = ProductTerms {
            reorder_point_milli: Some(weekly_milli),
            reorder_to_milli: Some(6 * weekly_milli),
            ..ProductTerms::default()
        };
        let subject = Subject::new(SubjectKind::Product, product.id);
        tx.append(Said::new(subject, "product.amended", &reorder))?;
    }
    let day = first.plus(-1);
    let said = Adjusted {
        lots: Vec::new(),
        location: MAIN.to_owned(),
        reason: "Opening stock".to_owned(),
        channel: None,
        country: None,
        dated_ms: Some(i64::from(day.0) * 86_400_000 + 17 * 3_600_000),
        external_id: None,
        run: None,
        lines,
    };
    let subject = Subject::new(SubjectKind::Stock, app.new_id());
    Ok(tx.append(Said::new(subject, "stock.adjusted", &said).on(day))?)
}

/// What sells in a week, in whole units.
fn weekly_milli(product: &ProductRow) -> i64 {
    let sold_milli = product.units_sold_milli.max(0);
    (sold_milli / 1_000 + WEEKS - 1) / WEEKS * 1_000
}

fn all_products(open: &OpenBook) -> Result<Vec<ProductRow>, AppError> {
    let mut asked = Asked {
        text: None,
        filter: ProductFilter::default(),
        today: 0,
        sort: Some(Sort {
            key: ProductSortKey::Sku,
            descending: false,
        }),
        offset: 0,
        limit: WINDOW_ROWS,
    };
    let mut products = Vec::new();
    loop {
        let page = open.book.read(|read| open.views.products(read, &asked))?;
        if page.rows.is_empty() {
            return Ok(products);
        }
        asked.offset += page.rows.len() as i64;
        products.extend(page.rows);
    }
}
