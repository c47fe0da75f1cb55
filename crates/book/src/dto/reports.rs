//! Reports: what there is to choose from, and the table of figures that a report gives.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;
use uuid::Uuid;

/// Where a report stands in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportGroup {
    /// Sales over time and by place.
    Sales,
    /// What sells.
    Products,
    /// Who buys.
    Customers,
    /// What is there.
    Stock,
}

/// How a report is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportChart {
    /// A line over time.
    Line,
    /// Bars by category.
    Bars,
    /// A map of two dimensions.
    Heat,
    /// Two bars beside each other.
    Grouped,
}

/// A parameter that a report takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportParameter {
    /// The first business day.
    From,
    /// The last business day.
    To,
    /// What to rank or group by.
    By,
    /// How many rows.
    Limit,
    /// Whether to put the period before beside it.
    Compare,
    /// One product that it is about.
    Product,
}

/// A report to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ReportInfo {
    /// Its name, such as `sales-by-day`.
    pub report: String,
    /// The code of its title's sentence.
    pub title_code: String,
    /// Where it stands in the list.
    pub group: ReportGroup,
    /// The values of `by`, the first one is the default.
    pub by: Vec<String>,
    /// How it is drawn.
    pub chart: ReportChart,
    /// What it takes.
    pub parameters: Vec<ReportParameter>,
}

/// The unit of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ColumnUnit {
    /// Text.
    Text,
    /// A business day, or the first one of a week or month.
    Day,
    /// A whole number.
    Count,
    /// Money in the minor unit.
    Minor,
    /// Goods in thousandths.
    Milli,
    /// A share in parts per million.
    Ppm,
}

/// A column of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ReportColumn {
    /// The key of its values in the rows.
    pub key: String,
    /// Its heading.
    pub title: String,
    /// Its unit.
    pub unit: ColumnUnit,
}

/// What a report is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ReportInput {
    /// Its name, such as `sales-by-day`.
    #[ts(optional = false)]
    pub report: String,
    /// The first business day; the book's first when absent.
    pub from: Option<String>,
    /// The last business day; the book's last when absent.
    pub to: Option<String>,
    /// What to rank or group by.
    pub by: Option<String>,
    /// How many rows.
    pub limit: Option<i64>,
    /// Puts the period before beside it.
    pub compare: Option<bool>,
    /// The product that it is about; all of them when absent.
    pub product: Option<Uuid>,
}

/// The figures of a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Report {
    /// Its name.
    pub report: String,
    /// The parameters as used, defaults filled in.
    #[ts(type = "Record<string, string | number | boolean | null>")]
    pub parameters: Map<String, Value>,
    /// ISO 4217 code.
    pub currency: String,
    /// The columns, in order.
    pub columns: Vec<ReportColumn>,
    /// The rows: one value per column, by key.
    #[ts(type = "Record<string, string | number | null>[]")]
    pub rows: Vec<Map<String, Value>>,
    /// The sums of the columns that add up, by key.
    #[ts(type = "Record<string, number>")]
    pub totals: Map<String, Value>,
}
