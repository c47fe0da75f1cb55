//! Codes that the shop's own scales and labels print: EAN-13 of the prefixes that are free for use
//! inside a shop (GS1 General Specifications: 02 and 20 to 29), which hold a product and how much
//! of it, or what it costs.

use crate::limits::LIST_ITEMS;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// Digits of such a code.
const DIGITS: usize = 13;
/// Digits of the prefix.
const PREFIX: usize = 2;
/// Item and value share what prefix and check digit leave.
const SHARED: usize = DIGITS - PREFIX - 1;
/// A quantity has thousandths.
const QUANTITY_DECIMALS: u8 = 3;
/// A price has millionths.
const PRICE_DECIMALS: u8 = 6;

/// What the value of a code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeValue {
    /// How much it is, in the product's unit.
    Weight,
    /// What it costs.
    Price,
}

/// How the codes of a prefix are read: prefix, item, now and then a digit that checks the value,
/// value, check digit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodePattern {
    /// The first two digits: `02`, or `20` to `29`.
    pub prefix: String,
    /// Digits of the item, which are the SKU or a barcode of the product.
    pub item_digits: u8,
    /// What the digits after the item are.
    pub value: CodeValue,
    /// How many of the value's digits are decimals.
    pub decimals: u8,
    /// Whether a digit before the value checks it: four or five digits then.
    #[serde(default, skip_serializing_if = "is_false")]
    pub value_check: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde asks for it
fn is_false(said: &bool) -> bool {
    !*said
}

/// What a code of a scale or label says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Coded {
    /// So much of an item, thousandths.
    Weight(Item, i64),
    /// One piece of an item at a price, millionths of the major unit.
    Price(Item, i64),
}

/// The item of a code: what the product may be known by, the surest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item(pub Vec<String>);

/// Reads a code by the patterns of the book; none when it is no code of these.
///
/// # Errors
/// The check digit is not that of the digits before it, or the value is nothing.
pub fn read_code(patterns: &[CodePattern], code: &str) -> Result<Option<Coded>, Refusal> {
    // The first digit of a code of twelve is a zero that the scanner left out.
    let padded = if code.len() == DIGITS - 1 {
        format!("0{code}")
    } else {
        code.to_owned()
    };
    let digits: Option<Vec<u32>> = padded.chars().map(|sign| sign.to_digit(10)).collect();
    let Some(digits) = digits.filter(|digits| digits.len() == DIGITS) else {
        return Ok(None);
    };
    let mut patterns = patterns.iter();
    let Some(pattern) = patterns.find(|pattern| padded.starts_with(&pattern.prefix)) else {
        return Ok(None);
    };
    if check_digit(&digits[..DIGITS - 1]) != digits[DIGITS - 1] {
        return Err(Refusal::at("code", "check_digit_wrong"));
    }
    pattern.read(&padded).map(Some)
}

/// The check digit of a GTIN: weights of 3 and 1 from the right (GS1, section 7.9).
fn check_digit(digits: &[u32]) -> u32 {
    let weighted = digits.iter().rev().zip([3, 1].into_iter().cycle());
    let sum: u32 = weighted.map(|(digit, weight)| digit * weight).sum();
    (10 - sum % 10) % 10
}

/// The digit that checks a price or weight of four or five digits (GS1 General Specifications,
/// section 7.9, "price/weight field check digit"): each digit is weighed by its place, and of the
/// sum either three times its units, or the digit that weighed by "5-" fills it up to ten.
fn value_check_digit(digits: &str) -> Option<u32> {
    let digits: Vec<u32> = digits
        .chars()
        .filter_map(|sign| sign.to_digit(10))
        .collect();
    let minus = |factor: u32, digit: u32| (factor * digit + 10 - factor * digit / 10) % 10;
    let plus = |digit: u32| (5 * digit + 5 * digit / 10) % 10;
    match digits.as_slice() {
        [a, b, c, d] => {
            let sum = minus(2, *a) + minus(2, *b) + 3 * c + minus(5, *d);
            Some(3 * sum % 10)
        }
        [a, b, c, d, e] => {
            let sum = plus(*a) + minus(2, *b) + minus(5, *c) + plus(*d) + minus(2, *e);
            let missing = (10 - sum % 10) % 10;
            (0..10).find(|digit| minus(5, *digit) == missing)
        }
        _ => None,
    }
}

impl CodePattern {
    fn read(&self, code: &str) -> Result<Coded, Refusal> {
        let item_end = PREFIX + usize::from(self.item_digits).min(SHARED - 1);
        let item = &code[PREFIX..item_end];
        let value_at = item_end + usize::from(self.value_check);
        let digits = &code[value_at..DIGITS - 1];
        let value: i64 = digits.parse().unwrap_or(0);
        if self.value_check && value_check_digit(digits) != code[item_end..value_at].parse().ok() {
            return Err(Refusal::at("code", "check_digit_wrong"));
        }
        if value == 0 {
            return Err(Refusal::at("code", "code_without_value"));
        }
        let short = item.trim_start_matches('0');
        let mut names = vec![code[..item_end].to_owned(), item.to_owned()];
        if !short.is_empty() && short != item {
            names.push(short.to_owned());
        }
        let scaled = |most: u8| value * 10_i64.pow(u32::from(most.saturating_sub(self.decimals)));
        Ok(match self.value {
            CodeValue::Weight => Coded::Weight(Item(names), scaled(QUANTITY_DECIMALS)),
            CodeValue::Price => Coded::Price(Item(names), scaled(PRICE_DECIMALS)),
        })
    }
}

/// Checks the patterns of a book: each prefix once, and room for item and value.
pub(super) fn checked(patterns: Vec<CodePattern>) -> Result<Vec<CodePattern>, Refusal> {
    if patterns.len() > LIST_ITEMS {
        return Err(Refusal::at("code_patterns", "too_many").with(LIST_ITEMS));
    }
    for (index, pattern) in patterns.iter().enumerate() {
        let at = |name: &str| format!("code_patterns.{index}.{name}");
        if !is_free(&pattern.prefix) {
            return Err(Refusal::at(at("prefix"), "prefix_not_free"));
        }
        let mut before = patterns[..index].iter();
        if before.any(|other| other.prefix == pattern.prefix) {
            return Err(Refusal::at(at("prefix"), "claimed_twice"));
        }
        // Of the ten digits that item and value share, each has some; a digit that checks the value
        // is made for four and five.
        let room = if pattern.value_check { 4..=5 } else { 3..=7 };
        if !room.contains(&pattern.item_digits) {
            return Err(Refusal::at(at("item_digits"), "out_of_range"));
        }
        let most = match pattern.value {
            CodeValue::Weight => QUANTITY_DECIMALS,
            CodeValue::Price => 4,
        };
        if pattern.decimals > most {
            return Err(Refusal::at(at("decimals"), "out_of_range"));
        }
    }
    Ok(patterns)
}

/// The prefixes that GS1 leaves to a shop.
fn is_free(prefix: &str) -> bool {
    let two = prefix.len() == PREFIX && prefix.bytes().all(|sign| sign.is_ascii_digit());
    two && (prefix == "02" || prefix.starts_with('2'))
}
