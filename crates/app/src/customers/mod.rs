//! Verbs about customers.
pub mod account;
pub mod adjust_points;
pub mod amend;
pub mod assign;
pub mod by_card;
pub mod country_names;
pub mod create;
pub mod credit;
pub mod erase;
pub mod get;
pub mod list;
pub mod pay_out;
pub mod points;
pub mod repair_countries;
pub mod settle;
pub mod statement;
mod steps;
pub mod store_credit;
