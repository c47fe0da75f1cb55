//! What a mapping takes and how it names its mistakes.

use serde_json::json;

use super::*;

fn orders() -> serde_json::Value {
    json!({
        "rows": "order_lines",
        "columns": {
            "document_number": "Name", "placed_at": ["Date", "Time"], "sku": 3,
            "quantity": "Qty", "unit_price": "Price",
        },
        "date_format": "M/D/YYYY",
    })
}

fn refused(change: impl FnOnce(&mut serde_json::Value)) -> (String, &'static str) {
    let mut json = orders();
    change(&mut json);
    let error = Mapping::from_json(&json.to_string()).unwrap_err();
    (error.field, error.code.as_str())
}

#[test]
fn a_mapping_reads_back_from_its_own_json() {
    let mapping = Mapping::from_json(&orders().to_string()).unwrap();
    assert!(mapping.has_header);
    assert_eq!(mapping.columns[&Field::Sku], Column::from(3));
    assert_eq!(
        mapping.columns[&Field::PlacedAt],
        Column::from(["Date", "Time"])
    );
    let again = Mapping::from_json(&serde_json::to_string(&mapping).unwrap()).unwrap();
    assert_eq!(again, mapping);
}

#[test]
fn the_example_in_the_documentation_is_a_mapping() {
    let page = include_str!("mapping.md");
    let json = page.split("```").nth(1).unwrap().trim_start_matches("json");
    let mapping = Mapping::from_json(json).unwrap();
    assert_eq!(mapping.columns.len(), 8);
}

/// The field at fault, the code, and what is changed in a good mapping.
fn mistakes() -> [(&'static str, &'static str, serde_json::Value); 12] {
    [
        (
            "columns.colour",
            "mapping_invalid",
            json!({"columns": {"colour": "Colour"}}),
        ),
        (
            "columns.barcode",
            "mapping_not_for_these_rows",
            json!({"columns": {"barcode": "EAN"}}),
        ),
        (
            "columns.title",
            "mapping_invalid",
            json!({"columns": {"title": []}}),
        ),
        (
            "columns.quantity",
            "mapping_invalid",
            json!({"columns": {"quantity": ["A", "B"]}}),
        ),
        (
            "columns.quantity",
            "mapping_invalid",
            json!({"columns": {"quantity": true}}),
        ),
        (
            "date_format",
            "mapping_invalid",
            json!({"date_format": "DD.MM.JJJJ"}),
        ),
        (
            "date_format",
            "mapping_required",
            json!({"date_format": null}),
        ),
        (
            "encoding",
            "mapping_invalid",
            json!({"encoding": "klingon"}),
        ),
        ("delimiter", "mapping_invalid", json!({"delimiter": "x"})),
        (
            "quote",
            "mapping_invalid",
            json!({"delimiter": "|", "quote": "|"}),
        ),
        (
            "fixed.currency",
            "mapping_invalid",
            json!({"fixed": {"currency": "euro"}}),
        ),
        (
            "has_headers",
            "mapping_invalid",
            json!({"has_headers": true}),
        ),
    ]
}

#[test]
fn a_mistake_names_its_field() {
    for (field, code, change) in mistakes() {
        let found = refused(|json| merge(json, &change));
        assert_eq!(found, (field.to_owned(), code), "{change}");
    }
}

fn merge(into: &mut serde_json::Value, change: &serde_json::Value) {
    for (key, value) in change.as_object().unwrap() {
        match (&mut into[key], value) {
            (serde_json::Value::Object(old), serde_json::Value::Object(new)) => {
                old.extend(new.clone());
            }
            (slot, value) => *slot = value.clone(),
        }
    }
}

#[test]
fn a_required_field_without_a_column_is_named() {
    let found = refused(|json| {
        json["columns"]
            .as_object_mut()
            .unwrap()
            .remove("unit_price");
    });
    assert_eq!(found, ("columns.unit_price".into(), "mapping_required"));
    let error = Mapping::new(RowKind::Customers).check().unwrap_err();
    assert_eq!(error.field, "columns.code");
}

#[test]
fn a_header_name_needs_a_header() {
    let found = refused(|json| json["has_header"] = false.into());
    assert_eq!(found.1, "mapping_invalid");
    assert!(found.0.starts_with("columns."));
}

#[test]
fn all_faults_are_listed_for_a_form() {
    let faults = Mapping::new(RowKind::OrderLines).faults();
    assert_eq!(faults.len(), RowKind::OrderLines.required().len());
}
