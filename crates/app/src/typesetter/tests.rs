//! Templates that would never end, or take all memory.
use std::time::{Duration, Instant};

use serde_json::json;

use super::{Typesetter, serve};
use crate::documents::papers::DocumentPapers;
use crate::documents::try_papers::PapersTried;
use crate::testing::Shop;

const ENDLESS: &str = "#for a in range(100000) { for b in range(100000) { for c in range(100000) \
                       { if a + b + c < 0 [x] } } }";
const HUGE: &str = "#range(300000000).len()";

/// The tests' own program as a typesetter: it is asked for one test alone.
pub(crate) fn this_program() -> Typesetter {
    let arguments = [
        "--exact",
        "typesetter::tests::a_child_typesets_what_it_is_told",
        "--ignored",
        "--nocapture",
    ];
    Typesetter {
        program: None,
        arguments: arguments.map(Into::into).to_vec(),
        time: Duration::from_secs(8),
        memory_bytes: 200_000_000,
    }
}

#[test]
#[ignore = "the child of the other tests"]
fn a_child_typesets_what_it_is_told() {
    serve();
}

fn tried(shop: &Shop, source: &str) -> PapersTried {
    shop.call(
        "documents.try_papers",
        json!({ "kind": "invoice", "source": source }),
    )
}

#[test]
fn a_template_of_ones_own_is_typeset_by_a_child() {
    let shop = Shop::open();
    let tried = tried(&shop, "#json(\"content.json\").title");
    assert_eq!((tried.pages.len(), tried.mistake), (1, None));
}

#[test]
fn a_mistake_is_told_with_its_line_as_ever() {
    let shop = Shop::open();
    let mistake = tried(&shop, "One\n#nothing").mistake.unwrap();
    assert_eq!(mistake.line, 2);
    assert!(mistake.message.contains("nothing"), "{}", mistake.message);
}

#[test]
fn loops_without_end_are_ended_and_the_last_good_template_stays() {
    let shop = Shop::open();
    let keep = |source: &str| {
        let now: DocumentPapers = shop.call("documents.papers", json!({}));
        json!({ "expected_version": now.version,
            "templates": [{ "kind": "invoice", "source": source }] })
    };
    shop.write::<DocumentPapers>("documents.amend_papers", keep("Good"));
    let began = Instant::now();
    let refused = shop.refused("documents.amend_papers", {
        let mut input = keep(ENDLESS);
        input["request_id"] = json!(shop.request());
        input
    });
    assert!(began.elapsed() < Duration::from_secs(30));
    let field = Some("templates.0.source".to_owned());
    assert_eq!(refused, ("template_over_time".to_owned(), field));
    let now: DocumentPapers = shop.call("documents.papers", json!({}));
    assert_eq!(now.templates[0].source, "Good");
}

#[test]
fn memory_without_end_is_ended_and_the_limit_is_named() {
    let shop = Shop::open();
    let mistake = tried(&shop, HUGE).mistake.unwrap();
    assert!(mistake.message.contains("200 MB"), "{}", mistake.message);
}
