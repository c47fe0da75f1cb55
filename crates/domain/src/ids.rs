//! Identifiers: UUIDs with a type each, so that a customer never stands where a product should.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(out)
            }
        }
    )+};
}

ids! {
    /// An order, return or adjustment.
    OrderId,
    /// A product or service.
    ProductId,
    /// A person or company that buys.
    CustomerId,
    /// An installation with a journal of its own.
    DeviceId,
    /// Made by the caller of a verb: the same request is carried out once.
    RequestId,
    /// One import of a file, which can be undone as a whole.
    RunId,
    /// A payment or refund within an order.
    PaymentId,
    /// A shipment within an order.
    ShipmentId,
    /// A document that was issued about an order: an invoice.
    DocumentId,
    /// A return within an order, asked for or received.
    ReturnId,
    /// A change set of an order that was placed.
    EditId,
    /// A file at an order.
    AttachmentId,
    /// A picture of a product.
    ImageId,
    /// A stock document that is not an order.
    StockId,
    /// A list of prices for some customers.
    PriceListId,
    /// A promotion, with or without a coupon code.
    PromotionId,
    /// A person of the shop.
    PersonId,
    /// A gift card: made of its code.
    GiftCardId,
    /// A shop, warehouse, shelf or bin.
    LocationId,
    /// Goods on their way between two locations.
    TransferId,
    /// A delivery: of a transfer, or of a supplier for one order or several.
    ReceiptId,
    /// A count of what lies at a location.
    CountId,
    /// Whom goods are bought from.
    SupplierId,
    /// An order at a supplier.
    PurchaseId,
}
