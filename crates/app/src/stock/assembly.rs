//! The one entry that puts bundles together or takes them apart: what leaves and what comes.
use book::{Said, Tx};
use domain::lot::LotPart;
use domain::stock::{Assembled, MAIN};
use domain::{Subject, SubjectKind};

use super::assemble::{Input, Output};
use crate::App;
use crate::error::AppError;
use crate::lots::coming;
use crate::lots::input::Goods;
use crate::lots::leaving::{self, Leaving};
use crate::place;
use crate::product;
use crate::write::Call;

/// Writes it; `sign` is below zero where bundles are taken apart.
pub(super) fn write(app: &App, input: &Input, sign: i64) -> Result<Output, AppError> {
    let asked = &input.body;
    let location = asked.location.as_deref().unwrap_or(MAIN);
    app.write(
        Call::making(input.part, SubjectKind::Stock),
        |tx| {
            let found = product::product(tx, asked.product);
            let bundle = found.map_err(|error| error.in_field("product"))?;
            place::check_known(tx, "location", location)?;
            if asked.quantity_milli < 0 {
                return Err(AppError::at("quantity_milli", "quantity_negative"));
            }
            let milli = sign.saturating_mul(asked.quantity_milli);
            let mut said = domain::stock::assemble(&bundle, location, milli)?;
            check_there(tx, &said)?;
            said.lots = lots(app, tx, &said, input)?;
            let subject = Subject::new(SubjectKind::Stock, app.new_id());
            tx.append(Said::new(subject, "stock.assembled", &said))?;
            Ok(asked.product)
        },
        // A repeat finds the stock document; what is shown is the product's page.
        |read, _| product::face(read, asked.product),
    )
}

/// Refuses to use what does not lie there: nobody can put together what is not at hand.
fn check_there(tx: &mut Tx<'_>, said: &Assembled) -> Result<(), AppError> {
    tx.settle()?;
    for (product, milli) in said.changes().iter().filter(|(_, milli)| *milli < 0) {
        let there = tx.read().on_hand_at(product.0, &said.location)?;
        if there.saturating_add(*milli) < 0 {
            let short = there.saturating_add(*milli).saturating_neg();
            return Err(AppError::at("quantity_milli", "assembly_short").with(short));
        }
    }
    Ok(())
}

/// The lots of all that moves: nobody is asked of which lots components are.
fn lots(
    app: &App,
    tx: &mut Tx<'_>,
    said: &Assembled,
    input: &Input,
) -> Result<Vec<LotPart>, AppError> {
    let goods = |(product, milli): &(domain::ProductId, i64)| Goods {
        field: "lots".to_owned(),
        product: product.0,
        line: None,
        component: *product != said.product,
        quantity_milli: milli.saturating_abs(),
        named: match *product == said.product {
            true => input.body.lots.as_deref(),
            false => None,
        },
    };
    let changes = said.changes();
    let (out, into): (Vec<_>, Vec<_>) = changes.iter().partition(|(_, milli)| *milli < 0);
    let out: Vec<Goods<'_>> = out.into_iter().map(goods).collect();
    let into: Vec<Goods<'_>> = into.into_iter().map(goods).collect();
    let mut parts = leaving::lots(app, tx, (&said.location, Leaving::Moved), &out)?;
    for part in &mut parts {
        part.quantity_milli = part.quantity_milli.saturating_neg();
    }
    parts.extend(coming::lots(app, tx, &into)?);
    Ok(parts)
}
