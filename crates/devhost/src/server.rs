//! The routes: verbs that answer with JSON, verbs that answer with bytes, the stream of events,
//! and the files of the built page. Everything passes the guard first, and carries the policy that
//! the real window has.

use std::path::Path;

use app::App;
use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::{calls, events, guard};

/// The same as in the window, but for calls, which come back to this address.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; \
    img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'";

/// What the routes share.
#[derive(Clone)]
pub struct Served {
    /// The verbs.
    pub app: App,
    /// What was told lately, for whoever listens.
    pub events: events::Events,
}

/// All routes over `app`, open to whoever brings `secret`, with the page of the folder `page`.
pub fn router(app: App, secret: String, page: &Path) -> Router {
    let events = events::Events::of(&app);
    let header = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
    };
    Router::new()
        .route("/call/{verb}", post(calls::call))
        .route("/bytes/{verb}", post(calls::call_bytes))
        .route("/events", get(events::stream))
        .with_state(Served { app, events })
        .fallback_service(ServeDir::new(page))
        .layer(from_fn_with_state(guard::Secret::new(secret), guard::guard))
        .layer(header(header::CONTENT_SECURITY_POLICY, POLICY))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(header::CACHE_CONTROL, "no-store"))
}

#[cfg(test)]
mod tests {
    use app::AppOptions;
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, StatusCode};
    use serde_json::Value;
    use tower::ServiceExt;

    use super::*;

    async fn answer(request: Request<Body>) -> (StatusCode, Value) {
        let folder = tempfile::tempdir().unwrap();
        let app = App::new(AppOptions::new(folder.path()));
        let router = router(app, "open".to_owned(), folder.path());
        let response = router.oneshot(request).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }

    fn call(verb: &str) -> axum::http::request::Builder {
        let request = Request::post(format!("/call/{verb}"));
        request
            .header("host", "127.0.0.1:4710")
            .header("cookie", "counterbook=open")
    }

    #[tokio::test]
    async fn a_verb_answers_with_its_output() {
        let (status, body) = answer(call("book.status").body("{}".into()).unwrap()).await;
        assert_eq!((status, &body["open"]), (StatusCode::OK, &Value::Null));
    }

    #[tokio::test]
    async fn a_refusal_keeps_its_form_and_has_a_fitting_status() {
        let (status, body) = answer(call("book.info").body("{}".into()).unwrap()).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(
            (&body["kind"], &body["code"]),
            (&"unavailable".into(), &"no_book".into())
        );
    }

    #[tokio::test]
    async fn an_input_that_is_not_json_is_refused() {
        let (status, body) = answer(call("book.status").body("{".into()).unwrap()).await;
        assert_eq!(
            (status, &body["code"]),
            (StatusCode::BAD_REQUEST, &"not_json".into())
        );
    }

    #[tokio::test]
    async fn nobody_is_answered_without_the_secret() {
        let bare = Request::post("/call/book.status").header("host", "127.0.0.1:4710");
        assert_eq!(
            answer(bare.body("{}".into()).unwrap()).await.0,
            StatusCode::FORBIDDEN
        );
        let wrong = Request::post("/call/book.status").header("host", "127.0.0.1:4710");
        let wrong = wrong
            .header("cookie", "counterbook=opem")
            .body("{}".into())
            .unwrap();
        assert_eq!(answer(wrong).await.0, StatusCode::FORBIDDEN);
    }

    #[tokio::test]
    async fn a_page_from_elsewhere_is_not_answered_even_with_the_secret() {
        let foreign = call("book.status").header("origin", "https://example.com");
        assert_eq!(
            answer(foreign.body("{}".into()).unwrap()).await.0,
            StatusCode::FORBIDDEN
        );
        let renamed = Request::post("/call/book.status").header("host", "evil.example:4710");
        let renamed = renamed
            .header("cookie", "counterbook=open")
            .body("{}".into())
            .unwrap();
        assert_eq!(answer(renamed).await.0, StatusCode::FORBIDDEN);
    }

    #[tokio::test]
    async fn the_printed_address_hands_the_secret_over_and_forgets_it() {
        let request = Request::get("/?secret=open").header("host", "127.0.0.1:4710");
        let (status, _) = answer(request.body(Body::empty()).unwrap()).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
    }
}
