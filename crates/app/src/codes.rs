//! Every code that an error may carry. The page has a sentence for each of them, in each language:
//! a code without a sentence does not compile there.
use ts_rs::{Config, TS};

/// The codes, by name.
pub const CODES: &[&str] = &[
    "all_shipped",
    "amount_not_positive",
    "amount_too_large",
    "barcode_claimed_twice",
    "book_busy",
    "book_corrupt",
    "book_full",
    "book_missing",
    "book_newer",
    "book_read_only",
    "cancelled",
    "claimed_twice",
    "control_character",
    "country_unknown",
    "currency_fixed",
    "currency_unknown",
    "customer_erased",
    "customer_unknown",
    "day_malformed",
    "email_shape",
    "file_exists",
    "file_missing",
    "file_not_a_book",
    "file_unreadable",
    "file_unwritable",
    "internal",
    "job_unknown",
    "line_unknown",
    "location_unknown",
    "malformed",
    "more_than_due",
    "more_than_open",
    "more_than_paid",
    "no_book",
    "no_thread",
    "no_window",
    "nothing_due",
    "nothing_open",
    "nothing_paid",
    "not_bytes",
    "not_json",
    "order_cancelled",
    "order_empty",
    "order_not_draft",
    "order_not_placed",
    "order_unknown",
    "out_of_range",
    "product_has_moved",
    "product_is_service",
    "product_unknown",
    "quantity_negative",
    "quantity_zero",
    "report_unknown",
    "required",
    "sample_missing",
    "settings_unwritable",
    "sku_claimed_twice",
    "stock_short",
    "tax_unknown",
    "tendered_too_little",
    "too_long",
    "too_many",
    "unknown_field",
    "unknown_verb",
    "version_conflict",
];

/// The union of all codes, as the page's types name it.
pub struct ErrorCode;

impl TS for ErrorCode {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &Config) -> String {
        "ErrorCode".to_owned()
    }

    fn inline(config: &Config) -> String {
        Self::name(config)
    }
}
