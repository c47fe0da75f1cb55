//! Electronic invoices after EN 16931: a typed invoice in, XML out. Pure: no files, no clock.
//!
//! [`totals`] works out every figure of an [`Invoice`] as the standard's rules have it, [`check`]
//! holds given figures against those rules and names each broken one by its official id. [`ubl`]
//! and [`cii`] write an invoice that keeps all rules, and refuse every other.
//!
//! Units: amounts in minor units of the document's currency (`_minor`), unit prices in millionths
//! of its major unit (`_micro`), quantities in thousandths (`_milli`), rates in millionths
//! (`_ppm`: 19 % is 190 000). All arithmetic is on integers and rounds half away from zero.
//!
//! `BT-n` and `BG-n` in the comments are the standard's names of its terms and groups.

mod cii;
mod credit;
mod decimal;
pub mod facturx;
mod gross;
mod model;
mod net;
mod profile;
mod round;
mod rules;
mod totals;
mod ubl;
mod write;
mod xml;

pub use cii::cii;
pub use model::{
    AccountingTax, Address, Adjustment, Category, Contact, Currency, Date, Delivery,
    DocumentAdjustment, Electronic, Exemption, Identifier, Invoice, Kind, Line, Party, Payment,
    Preceding, Prices, Reason, Side, Tax,
};
pub use profile::Profile;
pub use rules::{Violation, check};
pub use totals::{AdjustmentFigures, LineFigures, TaxGroup, Totals, totals};
pub use ubl::ubl;
pub use write::WriteError;
