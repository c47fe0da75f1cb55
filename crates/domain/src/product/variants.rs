//! Products that come in variants: a matrix of options, a product for each combination on offer.
//!
//! A variant is a product like any other, with a SKU, a price and stock of its own; the product
//! that it is a variant of holds what they share and is not sold itself.

use super::state::{Product, ProductTerms};
use crate::limits::{NAME_CHARS, OPTION_VALUES, OPTIONS};
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Something that variants differ in, as size or colour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductOption {
    /// What it is called.
    pub name: String,
    /// What it can be, in the order in which it is shown.
    pub values: Vec<String>,
}

/// A variant asked for; what is not said is as of the product that it is a variant of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VariantSaid {
    /// A value of each option, in their order.
    pub values: Vec<String>,
    /// Its stock keeping unit.
    pub sku: String,
    /// Its title; made of the product's and the values when absent.
    pub title: Option<String>,
    /// Its price.
    pub unit_price_micro: Option<i64>,
    /// Its cost.
    pub cost_micro: Option<i64>,
    /// Its barcodes.
    pub barcodes: Vec<String>,
}

/// Checks what a product's variants shall differ in. `there` are the values of the variants that
/// it has: they keep their options, and no value that one of them has goes.
pub fn vary(
    now: &Product,
    options: &[ProductOption],
    has_moved: bool,
    there: &[Vec<String>],
) -> Result<ProductTerms, Refusal> {
    if !now.is_visible() {
        return Err(Refusal::new("product_unknown"));
    }
    if now.terms.variant_of.is_some() {
        return Err(Refusal::at("options", "product_is_variant"));
    }
    if now.bundle().is_some() {
        return Err(Refusal::at("options", "product_is_bundle"));
    }
    if has_moved {
        return Err(Refusal::at("options", "variants_after_moves"));
    }
    let options = checked(options)?;
    check_kept(&options, there)?;
    Ok(ProductTerms {
        options: Some(options),
        ..ProductTerms::default()
    })
}

fn checked(said: &[ProductOption]) -> Result<Vec<ProductOption>, Refusal> {
    if said.len() > OPTIONS {
        return Err(Refusal::at("options", "too_many").with(OPTIONS));
    }
    let mut names = BTreeSet::new();
    let mut options = Vec::with_capacity(said.len());
    for (index, option) in said.iter().enumerate() {
        let at = |field: &str| format!("options.{index}.{field}");
        let name = text::required(&at("name"), &option.name, NAME_CHARS)?;
        if !names.insert(name.clone()) {
            return Err(Refusal::at(at("name"), "option_twice"));
        }
        options.push(ProductOption {
            name,
            values: checked_values(&at("values"), &option.values)?,
        });
    }
    Ok(options)
}

fn checked_values(field: &str, said: &[String]) -> Result<Vec<String>, Refusal> {
    if said.len() > OPTION_VALUES {
        return Err(Refusal::at(field, "too_many").with(OPTION_VALUES));
    }
    let mut values = Vec::with_capacity(said.len());
    for value in said {
        let value = text::required(field, value, NAME_CHARS)?;
        if values.contains(&value) {
            return Err(Refusal::at(field, "option_value_twice"));
        }
        values.push(value);
    }
    if values.is_empty() {
        return Err(Refusal::at(field, "required"));
    }
    Ok(values)
}

fn check_kept(options: &[ProductOption], there: &[Vec<String>]) -> Result<(), Refusal> {
    for values in there {
        if values.len() != options.len() {
            return Err(Refusal::at("options", "options_in_use"));
        }
        for (index, (option, value)) in options.iter().zip(values).enumerate() {
            if !option.values.contains(value) {
                let field = format!("options.{index}.values");
                return Err(Refusal::at(field, "option_value_in_use").with(value));
            }
        }
    }
    Ok(())
}

/// The terms of a new variant. `of` is the product with its options as they shall be, `there` the
/// values of the variants that it has by then.
pub fn variant(
    of: &Product,
    said: VariantSaid,
    there: &[Vec<String>],
) -> Result<ProductTerms, Refusal> {
    let options = of.terms.options.as_deref().unwrap_or_default();
    let fits = |(option, value): (&ProductOption, &String)| option.values.contains(value);
    if options.is_empty()
        || options.len() != said.values.len()
        || !options.iter().zip(&said.values).all(fits)
    {
        return Err(Refusal::at("values", "variant_values"));
    }
    if there.contains(&said.values) {
        return Err(Refusal::at("values", "variant_exists"));
    }
    let terms = &of.terms;
    super::create(ProductTerms {
        sku: Some(said.sku),
        title: said.title.or_else(|| Some(titled(terms, &said.values))),
        unit_price_micro: said.unit_price_micro.or(terms.unit_price_micro),
        cost_micro: said.cost_micro.or(terms.cost_micro),
        category: terms.category.clone(),
        tax: terms.tax.clone(),
        service: terms.service,
        unit: terms.unit.clone(),
        custom: terms.custom.clone(),
        barcodes: Some(said.barcodes),
        variant_of: of.id,
        variant: Some(said.values),
        ..ProductTerms::default()
    })
}

/// What a variant is called when nobody says: the product, and its values.
fn titled(terms: &ProductTerms, values: &[String]) -> String {
    let title = terms.title.as_deref().unwrap_or_default();
    let whole = format!("{title}, {}", values.join(", "));
    whole.chars().take(NAME_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::ProductId;
    use uuid::Uuid;

    fn option(name: &str, values: &[&str]) -> ProductOption {
        ProductOption {
            name: name.into(),
            values: values.iter().map(|value| (*value).into()).collect(),
        }
    }

    fn shirt(options: &[ProductOption]) -> Product {
        let terms = ProductTerms {
            sku: Some("SHIRT".into()),
            title: Some("Shirt".into()),
            unit_price_micro: Some(20_000_000),
            tax: Some("standard".into()),
            options: Some(options.to_vec()),
            ..ProductTerms::default()
        };
        Product {
            id: Some(ProductId(Uuid::from_u128(1))),
            exists: true,
            terms,
            ..Product::default()
        }
    }

    fn values(values: &[&str]) -> Vec<String> {
        values.iter().map(|value| (*value).into()).collect()
    }

    fn refused<T: std::fmt::Debug>(result: Result<T, Refusal>) -> (String, Option<String>) {
        let refusal = result.expect_err("refused");
        (refusal.code.to_string(), refusal.field)
    }

    #[test]
    fn options_are_named_once_and_have_values() {
        let vary = |options: &[ProductOption]| vary(&shirt(&[]), options, false, &[]);
        let sizes = option("Size", &["S", "M"]);
        assert!(vary(&[sizes.clone(), option("Colour", &["red"])]).is_ok());
        let twice = refused(vary(&[sizes.clone(), sizes]));
        assert_eq!(
            twice,
            ("option_twice".into(), Some("options.1.name".into()))
        );
        let none = refused(vary(&[option("Size", &[])]));
        assert_eq!(none, ("required".into(), Some("options.0.values".into())));
        let double = refused(vary(&[option("Size", &["S", " S "])]));
        assert_eq!(double.0, "option_value_twice");
    }

    #[test]
    fn what_variants_have_stays() {
        let (now, there) = (shirt(&[]), [values(&["M"])]);
        let vary = |options: &[ProductOption]| vary(&now, options, false, &there);
        assert!(vary(&[option("Size", &["L", "M"])]).is_ok());
        let gone = refused(vary(&[option("Size", &["L"])]));
        let at = Some("options.0.values".into());
        assert_eq!(gone, ("option_value_in_use".into(), at));
        assert_eq!(refused(vary(&[])).0, "options_in_use");
    }

    #[test]
    fn goods_that_moved_and_variants_get_no_options() {
        let sizes = [option("Size", &["S"])];
        assert_eq!(
            refused(vary(&shirt(&[]), &sizes, true, &[])).0,
            "variants_after_moves"
        );
        let mut one = shirt(&[]);
        one.terms.variant_of = Some(ProductId(Uuid::from_u128(2)));
        assert_eq!(
            refused(vary(&one, &sizes, false, &[])).0,
            "product_is_variant"
        );
    }

    #[test]
    fn a_variant_is_as_its_product_where_nothing_else_is_said() {
        let shirt = shirt(&[option("Size", &["S", "M"]), option("Colour", &["red"])]);
        let said = VariantSaid {
            values: values(&["M", "red"]),
            sku: "SHIRT-M-RED".into(),
            ..VariantSaid::default()
        };
        let terms = variant(&shirt, said.clone(), &[]).expect("a variant");
        assert_eq!(terms.title.as_deref(), Some("Shirt, M, red"));
        assert_eq!(
            (terms.unit_price_micro, terms.variant_of),
            (Some(20_000_000), shirt.id)
        );
        let again = refused(variant(&shirt, said.clone(), &[values(&["M", "red"])]));
        assert_eq!(again, ("variant_exists".into(), Some("values".into())));
        let other = VariantSaid {
            values: values(&["XL", "red"]),
            ..said
        };
        assert_eq!(refused(variant(&shirt, other, &[])).0, "variant_values");
    }
}
