//! From quantities, prices, discounts and taxes to the amounts of a document.
//!
//! [`price`] is the one engine for counter, back office, import and preview. Its promises: lines
//! sum to groups sum to totals; a document with all quantities negated has exactly the negated
//! amounts; foreign figures give an error, never a panic or a wrapped sum.

mod cash;
mod deduction;
mod discount;
mod exchange;
mod included;
mod input;
mod line;
mod output;
mod refund;
mod taxes;

pub use cash::{CashRounded, cash_round};
pub use deduction::{Deduction, DiscountClass, Off};
pub use exchange::{ExchangeRate, InvalidExchangeRate};
pub use input::{LineInput, PricingError, PricingInput};
pub use line::line_total_minor;
pub use output::{LineTax, Priced, PricedLine, TaxGroup, Totals};
pub use refund::{RefundStep, refund_line, refund_share};

/// Prices a document.
///
/// The order of discounts is: line per cent, order per cent, line fixed, order fixed. Order
/// discounts are rounded once and shared over the lines by largest remainder. Tax comes after
/// discounts, by the document's own policy.
///
/// ```
/// use domain::{currency::Currency, money::UnitPrice, pricing::{LineInput, PricingInput, price}};
/// use domain::quantity::Quantity;
///
/// let lines = [LineInput::new(Quantity::ONE, UnitPrice::from_micro(2_550_000))];
/// let priced = price(&PricingInput::new(Currency::parse("GBP").unwrap(), &[], &lines)).unwrap();
/// assert_eq!(priced.totals.total_minor, 255);
/// ```
pub fn price(input: &PricingInput<'_>) -> Result<Priced, PricingError> {
    input.check()?;
    let (mut lines, deducted) = discount::discounted_lines(input)?;
    let groups = taxes::apply(input, &mut lines)?;
    let totals = Totals::of(&lines)?;
    Ok(Priced {
        lines,
        groups,
        totals,
        deducted,
    })
}
