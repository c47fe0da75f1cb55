//! What can be changed of many products, and what one of them becomes by it.
use book::dto::{CustomSaid, CustomValue, CustomValues, Product};
use domain::custom::{CUSTOM, FieldSubject, Fields};
use domain::product::{Ending, Reprice, reprice};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use crate::custom;
use crate::error::AppError;
use crate::jobs::json;

/// What is changed of every product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProductBatchChange {
    /// The price.
    Price(ProductReprice),
    /// The cost; products without one keep none, unless it is set.
    Cost(ProductReprice),
    /// The category; none takes it away.
    Category(ProductText),
    /// The code of the tax; none takes it away.
    Tax(ProductText),
    /// When more is ordered, and up to what; none takes it away.
    Reorder(ProductReorder),
    /// Whether it is no longer offered.
    Archived(ProductArchived),
    /// What a custom field holds.
    Custom(ProductCustom),
    /// What a batch changed goes back, where nothing has changed since.
    Restore(ProductRestore),
}

/// How prices change; one of the three ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductReprice {
    /// To this price.
    pub to_micro: Option<i64>,
    /// By this much, up or down.
    pub by_micro: Option<i64>,
    /// By this part, up or down.
    pub by_ppm: Option<i64>,
    /// On multiples of this; of the currency's smallest unit when absent.
    pub step_micro: Option<i64>,
    /// Less this: a step of 1.00 less 0.01 gives prices that end in .99.
    pub less_micro: Option<i64>,
}

/// A text that all get.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductText {
    /// The text.
    pub text: Option<String>,
}

/// Figures of ordering more that all get.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductReorder {
    /// The point at which to order more.
    pub reorder_point_milli: Option<i64>,
    /// What to order up to.
    pub reorder_to_milli: Option<i64>,
}

/// Whether they are offered.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductArchived {
    /// No longer offered.
    pub archived: bool,
}

/// What a custom field of all holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductCustom {
    /// The key of the field.
    #[ts(optional = false)]
    pub key: String,
    /// What it holds; none empties it.
    pub value: Option<CustomValue>,
}

/// What goes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductRestore {
    /// The products, as they were.
    pub rows: Vec<ProductBefore>,
}

/// A product as it was before a batch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductBefore {
    /// The product.
    pub product: Uuid,
    /// The version that the batch left.
    pub expected_version: i64,
    /// Its fields before.
    pub fields: ProductFields,
}

/// The fields of a product that batches change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductFields {
    /// The category.
    pub category: Option<String>,
    /// The price of one unit.
    pub unit_price_micro: i64,
    /// What one unit costs.
    pub cost_micro: Option<i64>,
    /// The code of the tax.
    pub tax: Option<String>,
    /// The point at which to order more.
    pub reorder_point_milli: Option<i64>,
    /// What to order up to.
    pub reorder_to_milli: Option<i64>,
    /// No longer offered.
    pub archived: bool,
    /// What is filled in of the book's own fields.
    #[serde(default)]
    pub custom: CustomValues,
}

impl ProductFields {
    /// Those of a product as it is.
    pub(super) fn of(product: &Product) -> Self {
        let row = &product.row;
        Self {
            category: row.category.clone(),
            unit_price_micro: row.unit_price_micro,
            cost_micro: row.cost_micro,
            tax: row.tax.clone(),
            reorder_point_milli: row.reorder_point_milli,
            reorder_to_milli: product.reorder_to_milli,
            archived: row.archived,
            custom: row.custom.clone(),
        }
    }

    /// What is said to get from others to these: the fields that differ, under their names.
    pub(super) fn said_from(&self, before: &Self) -> Result<Value, AppError> {
        let (mut said, was) = (json(self)?, json(before)?);
        if let Some(fields) = said.as_object_mut() {
            fields.retain(|name, value| was.get(name.as_str()) != Some(value));
            if self.custom != before.custom {
                fields.insert(CUSTOM.into(), json(&self.custom_from(before))?);
            }
        }
        Ok(said)
    }

    fn custom_from(&self, before: &Self) -> CustomSaid {
        let emptied = before.custom.keys().map(|key| (key.clone(), None));
        let mut said: CustomSaid = emptied.collect();
        let filled = self.custom.iter();
        said.extend(filled.map(|(key, value)| (key.clone(), Some(value.clone()))));
        said.retain(|key, value| value.as_ref() != before.custom.get(key));
        said
    }
}

impl ProductBatchChange {
    /// Refuses a change that says nothing, or too much, or what does not fit the book's fields.
    pub(super) fn check(&self, fields: &Fields) -> Result<(), AppError> {
        match self {
            Self::Price(how) => how.check("change.price"),
            Self::Cost(how) => how.check("change.cost"),
            Self::Custom(said) => said.check(fields),
            _ => Ok(()),
        }
    }

    /// Whether it takes a batch back.
    pub(super) fn is_restore(&self) -> bool {
        matches!(self, Self::Restore(_))
    }

    /// The version of a product that is changed: as it is, or as the batch that goes back left it.
    pub(super) fn expected_version(&self, now: &Product) -> i64 {
        let Self::Restore(said) = self else {
            return now.row.version;
        };
        let of = said.rows.iter().find(|one| one.product == now.row.id);
        of.map_or(now.row.version, |one| one.expected_version)
    }

    /// What a product becomes. `cent_micro` is the currency's smallest unit.
    pub(super) fn applied(
        &self,
        now: &Product,
        cent_micro: i64,
    ) -> Result<ProductFields, AppError> {
        let mut fields = ProductFields::of(now);
        match self {
            Self::Price(how) => {
                fields.unit_price_micro = how.applied(fields.unit_price_micro, cent_micro)?;
            }
            Self::Cost(how) => {
                let from = fields.cost_micro.or(how.to_micro);
                let to = from.map(|micro| how.applied(micro, cent_micro));
                fields.cost_micro = to.transpose()?;
            }
            Self::Category(said) => fields.category = said.trimmed(),
            Self::Tax(said) => fields.tax = said.trimmed(),
            Self::Reorder(said) if !now.row.service => {
                fields.reorder_point_milli = said.reorder_point_milli;
                fields.reorder_to_milli = said.reorder_to_milli;
            }
            Self::Reorder(_) => {}
            Self::Archived(said) => fields.archived = said.archived,
            Self::Custom(said) => said.apply(&mut fields.custom),
            Self::Restore(said) => {
                let of = |one: &&ProductBefore| one.product == now.row.id;
                if let Some(before) = said.rows.iter().find(of) {
                    fields = before.fields.clone();
                }
            }
        }
        Ok(fields)
    }
}

impl ProductCustom {
    fn check(&self, fields: &Fields) -> Result<(), AppError> {
        let said = CustomSaid::from([(self.key.clone(), self.value.clone())]);
        let fits = custom::checked(fields, FieldSubject::Product, Some(&said));
        fits.map_err(|error| error.in_field("change.custom.value"))?;
        Ok(())
    }

    fn apply(&self, custom: &mut CustomValues) {
        match &self.value {
            Some(value) => drop(custom.insert(self.key.clone(), value.clone())),
            None => drop(custom.remove(&self.key)),
        }
    }
}

impl ProductText {
    fn trimmed(&self) -> Option<String> {
        let text = self.text.as_deref().map(str::trim);
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    }
}

impl ProductReprice {
    fn check(&self, field: &str) -> Result<(), AppError> {
        self.how().map_err(|error| error.under(field))?;
        Ok(())
    }

    fn how(&self) -> Result<Reprice, AppError> {
        match (self.to_micro, self.by_micro, self.by_ppm) {
            (Some(micro), None, None) => Ok(Reprice::To(micro)),
            (None, Some(micro), None) => Ok(Reprice::By(micro)),
            (None, None, Some(ppm)) => Ok(Reprice::ByPart(ppm)),
            _ => Err(AppError::at("to_micro", "required")),
        }
    }

    fn applied(&self, price_micro: i64, cent_micro: i64) -> Result<i64, AppError> {
        let ending = Ending {
            step_micro: self.step_micro.unwrap_or(cent_micro),
            less_micro: self.less_micro.unwrap_or(0),
        };
        Ok(reprice(price_micro, self.how()?, ending)?)
    }
}
