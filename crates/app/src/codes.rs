//! Every code that an error may carry. The page has a sentence for each of them, in each language:
//! a code without a sentence does not compile there.
use ts_rs::{Config, TS};

/// The codes, by name.
pub const CODES: &[&str] = &[
    "all_shipped",
    "already_issued",
    "amount_not_positive",
    "amount_too_large",
    "assembly_short",
    "attachment_too_large",
    "attachment_unknown",
    "below_shipped",
    "beyond_own_role",
    "book_busy",
    "book_damaged",
    "book_inconsistent",
    "book_missing",
    "book_newer",
    "book_read_only",
    "bundle_after_moves",
    "bundle_is_component",
    "bundle_nested",
    "bundle_not_assembled",
    "bundle_whole",
    "bundle_whole_back",
    "by_unknown",
    "cancelled",
    "card_code_short",
    "card_code_wrong",
    "cash_other_currency",
    "change_or_count",
    "check_digit_wrong",
    "chosen_or_listed",
    "claimed_twice",
    "code_ambiguous",
    "code_twice",
    "code_without_value",
    "colour_shape",
    "column_missing",
    "component_serial",
    "component_unknown",
    "control_character",
    "cost_of_lost_goods",
    "count_agrees",
    "count_not_open",
    "count_unknown",
    "country_unknown",
    "coupon_expired",
    "coupon_minimum",
    "coupon_more_units",
    "coupon_no_better",
    "coupon_no_goods",
    "coupon_no_shipping",
    "coupon_not_yet",
    "coupon_other_channel",
    "coupon_other_customer",
    "coupon_unknown",
    "coupon_used_up",
    "credit_exceeded",
    "credit_short",
    "currency_differs",
    "currency_fixed",
    "currency_unknown",
    "custom_decimals",
    "custom_field_archived",
    "custom_field_unknown",
    "custom_kind",
    "custom_kind_fixed",
    "custom_link",
    "custom_option_unknown",
    "customer_erased",
    "customer_fixed",
    "customer_needed",
    "customer_unknown",
    "database",
    "day_before_first",
    "day_malformed",
    "day_past",
    "day_too_far",
    "delimiter_unfit",
    "device_foreign",
    "disk_full",
    "document_erased",
    "document_taken",
    "document_unknown",
    "email_shape",
    "encoding_unknown",
    "entry_unreadable",
    "file_changed",
    "file_empty",
    "file_exists",
    "file_not_text",
    "file_or_printer",
    "file_over_limit",
    "file_unreadable",
    "file_unwritable",
    "gift_card_blocked",
    "gift_card_expired",
    "gift_card_fixed",
    "gift_card_known",
    "gift_card_line",
    "gift_card_not_blocked",
    "gift_card_replaced",
    "gift_card_spent",
    "gift_card_unknown",
    "gift_card_whole",
    "hub_away",
    "hub_code_incomplete",
    "hub_code_invalid",
    "hub_needs_tls",
    "hub_refused",
    "image_too_large",
    "image_unknown",
    "image_unreadable",
    "internal",
    "job_unknown",
    "journal_broken",
    "label_code_too_long",
    "label_malformed",
    "layout_unknown",
    "line_shipped",
    "line_unknown",
    "link_shape",
    "link_unopened",
    "location_has_no_parent",
    "location_in_itself",
    "location_is_main",
    "location_lies_in_other",
    "location_not_empty",
    "location_not_sellable",
    "location_same",
    "location_unknown",
    "lot_expired",
    "lot_needed",
    "lot_not_sent",
    "lot_not_shipped",
    "lot_unknown",
    "lots_differ",
    "malformed",
    "mapping_column_ambiguous",
    "mapping_column_missing",
    "mapping_invalid",
    "mapping_not_for_these_rows",
    "mapping_required",
    "method_or_payments",
    "more_than_due",
    "more_than_lies_there",
    "more_than_open",
    "more_than_paid",
    "more_than_received",
    "more_than_sent",
    "more_than_shipped",
    "no_book",
    "no_picture",
    "no_printer",
    "no_thread",
    "no_window",
    "not_bytes",
    "not_cancelled",
    "not_electronic",
    "not_json",
    "not_of_this_kind",
    "not_on_hold",
    "not_quoted",
    "not_training",
    "notes_cash_in",
    "nothing_apart",
    "nothing_changed",
    "nothing_counted",
    "nothing_due",
    "nothing_in_stock",
    "nothing_open",
    "nothing_paid",
    "nothing_returned",
    "nothing_to_edit",
    "nothing_to_invoice",
    "nothing_to_order",
    "nothing_to_return",
    "nothing_to_take_back",
    "nothing_under_way",
    "nothing_waits",
    "option_twice",
    "option_value_in_use",
    "option_value_twice",
    "options_in_use",
    "order_cancelled",
    "order_empty",
    "order_not_draft",
    "order_not_placed",
    "order_on_hold",
    "order_unknown",
    "out_of_range",
    "owner_needed",
    "page_unknown",
    "payload_too_large",
    "permission_needed",
    "person_unknown",
    "pin_not_set",
    "pin_shape",
    "pin_wait",
    "pin_wrong",
    "place_empty",
    "place_several_books",
    "place_unknown",
    "points_off",
    "points_short",
    "points_too_few",
    "prefix_not_free",
    "price_list_unknown",
    "price_out_of_range",
    "printer_not_set",
    "printer_refused",
    "printer_unknown",
    "printer_unreachable",
    "product_has_moved",
    "product_has_variants",
    "product_is_bundle",
    "product_is_service",
    "product_is_variant",
    "product_not_tracked",
    "product_unknown",
    "promotion_unknown",
    "purchase_empty",
    "purchase_not_closed",
    "purchase_not_draft",
    "purchase_not_open",
    "purchase_not_ordered",
    "purchase_not_under_way",
    "purchase_unknown",
    "quantity_negative",
    "quantity_zero",
    "quarantine_unknown",
    "quote_expired",
    "quote_unclosed",
    "rate_malformed",
    "rate_missing",
    "record_unknown",
    "report_unknown",
    "request_reused",
    "required",
    "return_unknown",
    "role_unknown",
    "run_undone",
    "run_unknown",
    "sample_missing",
    "serial_is_here",
    "serial_is_one_piece",
    "serial_needed",
    "settings_unwritable",
    "share_not_keeper",
    "share_not_open",
    "share_nothing_left",
    "share_open",
    "share_own",
    "share_short",
    "shipment_unknown",
    "sign_in_needed",
    "snapshot_busy",
    "snapshot_outdated",
    "snapshot_too_large",
    "stock_short",
    "supplier_archived",
    "supplier_unknown",
    "sync_no_hub",
    "sync_no_place",
    "sync_not_enrolled",
    "sync_training",
    "tax_unknown",
    "template_over_memory",
    "template_over_time",
    "template_wrong",
    "tendered_too_little",
    "till_closed",
    "till_elsewhere",
    "till_not_open",
    "till_open_already",
    "till_required",
    "till_unknown",
    "too_long",
    "too_many",
    "training_already",
    "transfer_not_draft",
    "transfer_not_sent",
    "transfer_unknown",
    "unknown_field",
    "unknown_verb",
    "variant_exists",
    "variant_values",
    "variants_after_moves",
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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::CODES;

    /// Calls whose last text is a code.
    const CALLS: [&str; 8] = [
        "Refusal::new(",
        "Refusal::at(",
        "AppError::at(",
        "AppError::invalid(",
        "AppError::conflict(",
        "AppError::not_found(",
        "AppError::unavailable(",
        "AppError::broken(",
    ];

    #[test]
    fn the_codes_stand_in_order_and_once() {
        assert!(CODES.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn every_code_that_is_written_anywhere_is_listed() {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let mut found = 0;
        for file in ["app", "book", "domain"]
            .iter()
            .flat_map(|name| files(&crates.join(name).join("src")))
        {
            let text = fs::read_to_string(&file).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for code in CALLS.iter().flat_map(|call| codes(text, call)) {
                found += 1;
                assert!(
                    CODES.contains(&code.as_str()),
                    "{code} in {}",
                    file.display()
                );
            }
        }
        assert!(
            found > 100,
            "{found} codes were found: the search is broken"
        );
    }

    /// The last text of each call's own arguments.
    fn codes(text: &str, call: &str) -> Vec<String> {
        let arguments = text.split(call).skip(1).map(own_arguments);
        let last = arguments.filter_map(|own| own.split('"').nth_back(1).map(str::to_owned));
        last.filter(|code| code.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
            .collect()
    }

    /// A call's arguments up to its end, without what stands in brackets within.
    fn own_arguments(rest: &str) -> String {
        let mut depth = 0;
        let mut own = String::new();
        for letter in rest.chars() {
            match letter {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' if depth == 0 => break,
                ')' | ']' | '}' => depth -= 1,
                _ if depth == 0 => own.push(letter),
                _ => {}
            }
        }
        own
    }

    fn files(folder: &Path) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(files(&path));
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
        found
    }
}
