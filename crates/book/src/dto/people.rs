//! People of the shop, their roles, and what was refused and approved, as screens show them.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Something that not everybody may do.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Sell at a price that was typed.
    PriceOverride,
    /// Take off more than the role's limit.
    DiscountOverLimit,
    /// Give money back.
    Refund,
    /// Take goods back that nothing shows to be bought here.
    RefundWithoutReceipt,
    /// Open the drawer without a sale.
    OpenDrawer,
    /// Call orders off and throw drafts and parked carts away.
    Cancel,
    /// Take a single line out of a cart, or lower its quantity.
    VoidLine,
    /// Put money into the drawer or take it out.
    CashInOut,
    /// Count the drawer and close the till.
    CloseTill,
    /// Correct what is in stock.
    AdjustStock,
    /// Sell goods whose last day is over.
    SellExpired,
    /// Give points to customers by hand, or take them.
    AdjustPoints,
    /// Change products, prices and promotions, and bring in files.
    ChangeCatalogue,
    /// Change the settings of the book and erase customers.
    ChangeSettings,
    /// Add people and change what they may do.
    ManagePeople,
    /// Look at reports.
    Reports,
    /// Practise on a copy of the book.
    Train,
}

/// A person of the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Person {
    /// The person.
    pub id: Uuid,
    /// What the shop calls them.
    pub name: String,
    /// The key of the role.
    pub role: String,
    /// Whether they can sign in.
    pub has_pin: bool,
    /// Works here no more.
    pub archived: bool,
    /// Counts the changes; sent back as `expected_version`.
    pub version: i64,
}

/// The roles of the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Roles {
    /// The version of the settings; sent back as `expected_version`.
    pub version: i64,
    /// The roles.
    pub roles: Vec<Role>,
}

/// What a role may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Its key, for example `cashier`.
    pub role: String,
    /// What people call it, when that is not the key's own word.
    pub name: Option<String>,
    /// What it may do.
    pub permissions: Vec<Permission>,
    /// How much of a line it may take off by hand.
    pub discount_limit_ppm: i64,
}

/// A refusal or an approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct AuditRow {
    /// When, wall clock.
    pub at_local: String,
    /// What happened: `audit.refused`, `audit.approved`, `audit.done` or `audit.pin_refused`.
    pub kind: String,
    /// Who was at work.
    pub actor: String,
    /// Who approved it, or whose PIN was wrong.
    pub person: Option<String>,
    /// The verb that was asked for.
    pub verb: Option<String>,
    /// What it needed.
    pub permissions: Vec<Permission>,
    /// The kind of the record that it was about, for example `order`.
    pub about: Option<String>,
    /// Which record.
    pub record: Option<Uuid>,
    /// The number of the order that it was about.
    pub number: Option<String>,
    /// The amount that it was about.
    pub amount_minor: Option<i64>,
    /// How many PINs were wrong in a row.
    pub wrong: Option<i64>,
}
