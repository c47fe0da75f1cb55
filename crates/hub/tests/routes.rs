//! The description of the routes and the routes themselves say the same.

#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

use std::collections::BTreeSet;

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode};
use hub::{Hub, Store, router};
use serde_json::Value;
use tower::ServiceExt as _;

fn hub() -> (tempfile::TempDir, Hub) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("hub.db")).unwrap();
    (folder, Hub::new(store).unwrap())
}

async fn answer(hub: &Hub, method: Method, route: &str) -> (StatusCode, String) {
    let request = Request::builder().method(method).uri(route);
    let request = request.body(Body::empty()).unwrap();
    let response = router(hub.clone()).oneshot(request).await.unwrap();
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

/// The operations that the document describes: (method, path, whether it asks for a token).
async fn described(hub: &Hub) -> BTreeSet<(String, String, bool)> {
    let (_, text) = answer(hub, Method::GET, "/v1/openapi.json").await;
    let document: Value = serde_json::from_str(&text).unwrap();
    let mut described = BTreeSet::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let asks = operation.get("security").is_some();
            described.insert((method.clone(), path.clone(), asks));
        }
    }
    described
}

#[tokio::test]
async fn the_document_describes_each_route_and_no_other() {
    let (_folder, hub) = hub();
    let source = include_str!("../src/routes/mod.rs");
    let lines = source.lines().filter_map(|line| {
        let (path, rest) = line.trim().strip_prefix(".route(\"")?.split_once('"')?;
        let method = if rest.contains("post(") {
            "post"
        } else {
            "get"
        };
        Some((method.to_owned(), path.to_owned()))
    });
    let routes: BTreeSet<(String, String)> = lines.collect();
    let described = described(&hub).await.into_iter();
    let described: BTreeSet<_> = described.map(|(method, path, _)| (method, path)).collect();
    assert_eq!(described, routes);
}

#[tokio::test]
async fn each_described_route_is_there_and_asks_for_a_token_where_it_says_so() {
    let (_folder, hub) = hub();
    for (method, path, asks) in described(&hub).await {
        let called = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
        let (status, said) = answer(&hub, called, &path).await;
        let nowhere = [StatusCode::NOT_FOUND, StatusCode::METHOD_NOT_ALLOWED];
        // A page that is not there says so to a person; a route that is not there says nothing.
        let is_there = !nowhere.contains(&status) || said.contains("<h1>");
        assert!(is_there, "{method} {path}: {status}");
        let asked = status == StatusCode::UNAUTHORIZED;
        assert_eq!(asked, asks, "{method} {path}: {status}");
    }
}

#[tokio::test]
async fn health_and_metrics_answer_everybody() {
    let (_folder, hub) = hub();
    assert_eq!(answer(&hub, Method::GET, "/healthz").await.1, "ok\n");
    let (status, text) = answer(&hub, Method::GET, "/metrics").await;
    assert_eq!(status, StatusCode::OK);
    assert!(text.contains("counterbook_hub_entries 0\n"), "{text}");
}
