//! What becomes of a shipment: it arrives. Goods handed over at the counter are never under way.

use super::allowed::Action;
use super::state::{Moment, Order, Shipment};
use crate::ids::ShipmentId;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// Payload of `order.delivered`: a shipment has arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    /// The shipment.
    pub shipment: ShipmentId,
}

/// A shipment that was under way has arrived.
pub fn deliver(now: &Order, shipment: ShipmentId) -> Result<Delivered, Refusal> {
    now.check(Action::Deliver)?;
    let Some(sent) = now.shipments.get(&shipment) else {
        return Err(Refusal::at("shipment", "shipment_unknown"));
    };
    if !now.is_under_way(shipment, sent) {
        return Err(Refusal::at("shipment", "nothing_under_way"));
    }
    Ok(Delivered { shipment })
}

impl Order {
    /// Whether a shipment has gone and not arrived yet.
    pub fn is_under_way(&self, id: ShipmentId, shipment: &Shipment) -> bool {
        !shipment.handed_over && !self.delivered.contains_key(&id)
    }

    /// Whether any shipment is under way.
    pub(super) fn any_under_way(&self) -> bool {
        let mut shipments = self.shipments.iter();
        shipments.any(|(id, shipment)| self.is_under_way(*id, shipment))
    }

    pub(super) fn arrived(&mut self, said: &Delivered, moment: Moment) {
        self.delivered.entry(said.shipment).or_insert(moment);
    }
}
