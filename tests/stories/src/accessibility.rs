//! Every screen that a story reaches is read by axe-core against WCAG 2.2 A and AA.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::driver::Driver;
use crate::places;

const RUN: &str = "\
    const done = arguments[arguments.length - 1];\
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];\
    const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };\
    axe.run(document, options).then(\
        (found) => done(found.violations.map((violation) => ({\
            rule: violation.id, help: violation.help,\
            places: violation.nodes.slice(0, 5)\
                .map((node) => node.html + ' ' + node.failureSummary),\
        }))),\
        (error) => done([{ rule: 'axe', help: String(error), places: [] }]));";

/// Every rule that the page breaks, and where it does, one line each.
pub fn broken_rules(driver: &Driver) -> Result<Vec<String>> {
    let is_there = driver.script("return typeof axe === 'object'", json!([]))?;
    if is_there != Value::Bool(true) {
        let source = std::fs::read_to_string(places::axe()?).context("axe-core cannot be read")?;
        driver.script(&format!("{source};window.axe = axe;"), json!([]))?;
    }
    let found = driver.post("execute/async", &json!({ "script": RUN, "args": [] }))?;
    let violations = found.as_array().context("axe-core gave no list")?;
    Ok(violations.iter().map(Value::to_string).collect())
}
