//! Upper bounds of everything that comes from outside, in one place.

/// Lines of one order.
pub const ORDER_LINES: usize = 10_000;
/// Characters of a name, title or one-line text.
pub const NAME_CHARS: usize = 200;
/// Characters of a free note.
pub const NOTE_CHARS: usize = 10_000;
/// Characters of a SKU, code, barcode or reference.
pub const CODE_CHARS: usize = 64;
/// Components of a bundle.
pub const BUNDLE_COMPONENTS: usize = 50;
/// Options that variants of a product differ in.
pub const OPTIONS: usize = 4;
/// Values of an option.
pub const OPTION_VALUES: usize = 100;
/// Variants that are made at once.
pub const VARIANTS: usize = 1_000;
/// Barcodes or tags of one record.
pub const LIST_ITEMS: usize = 100;
/// Products of one count, and lines of one entry about it.
pub const COUNT_LINES: usize = 100_000;
/// Largest quantity of a line or movement, in thousandths (one billion units).
pub const QUANTITY_MILLI: i64 = 1_000_000_000_000;
/// Largest unit price, in millionths (one billion of the major unit).
pub const UNIT_PRICE_MICRO: i64 = 1_000_000_000_000_000;
/// Largest amount of a single payment, in minor units.
pub const AMOUNT_MINOR: i64 = 1_000_000_000_000_000;
/// Bytes of a file at an order: 20 MB.
pub const ATTACHMENT_BYTES: i64 = 20 * 1024 * 1024;
/// Pictures of one product.
pub const PRODUCT_IMAGES: usize = 12;
/// Bytes of one entry's payload.
pub const PAYLOAD_BYTES: usize = 16 * 1024 * 1024;
/// Prices that one entry sets, and products of one price list.
pub const LIST_PRICES: usize = 100_000;
/// Steps of one product's price by quantity.
pub const PRICE_BREAKS: usize = 20;
/// Custom fields of products, and of customers.
pub const CUSTOM_FIELDS: usize = 100;
/// What can be chosen in a custom field.
pub const CUSTOM_OPTIONS: usize = 500;
/// Characters of a text in a custom field.
pub const CUSTOM_CHARS: usize = 2_000;
/// Largest number in a custom field, millionths (nine billion).
pub const CUSTOM_NUMBER_MICRO: i64 = 9_000_000_000_000_000;
/// Coupons of one order.
pub const ORDER_COUPONS: usize = 10;
