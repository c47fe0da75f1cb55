//! `counterbook verbs`: every verb with its JSON schemas.
use serde_json::json;

use crate::failure::Failure;
use crate::house::print;

/// Lists the verbs.
pub fn run() -> Result<(), Failure> {
    let verbs = app::verbs().iter().map(|verb| {
        json!({
            "name": verb.name,
            "kind": verb.kind,
            "about": verb.about,
            "input": verb.input_schema(),
            "output": verb.output_schema(),
        })
    });
    print(&json!({ "verbs": verbs.collect::<Vec<_>>() }))
}
