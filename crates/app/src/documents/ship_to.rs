//! Where goods are sent, when the order says so.
use book::dto::Order;
use documents::Kind;

/// The lines of the order's own address, for what goes with goods; letters go to the customer.
pub(super) fn ship_to(order: &Order, kind: Kind) -> Option<Vec<String>> {
    let goes = matches!(kind, Kind::PackingSlip | Kind::Label);
    let said = order.ship_to.as_deref().filter(|_| goes)?;
    Some(said.lines().map(str::to_owned).collect())
}
