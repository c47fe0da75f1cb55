//! Who is let in. The server listens on loopback only; besides, a request must name a loopback
//! host (so that a foreign name pointed at this machine is of no use), must not come from a page
//! of another host, and must bring the secret of the printed address, which the first visit turns
//! into a cookie.

use std::sync::Arc;

use app::clock::{Ids, RandomIds};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};

const COOKIE: &str = "counterbook";

/// The secret that visitors must bring.
#[derive(Clone)]
pub struct Secret(Arc<str>);

impl Secret {
    /// A secret that visitors must bring.
    pub fn new(secret: String) -> Self {
        Self(secret.into())
    }
}

/// A secret that nobody guesses: the random bits of two ids.
pub fn new_secret() -> String {
    let ids = RandomIds;
    format!("{}{}", ids.next(0).simple(), ids.next(0).simple())
}

/// Lets a request in, hands the cookie out, or refuses.
pub async fn guard(State(secret): State<Secret>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    if !names_loopback(headers) || comes_from_elsewhere(headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    if secret_in_address(request.uri()) == Some(&secret.0) {
        let cookie = format!("{COOKIE}={}; Path=/; HttpOnly; SameSite=Strict", secret.0);
        let handed_over = AppendHeaders([(header::SET_COOKIE, cookie)]);
        return (handed_over, Redirect::to("/")).into_response();
    }
    if !brings(&secret, headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    next.run(request).await
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

fn names_loopback(headers: &HeaderMap) -> bool {
    text(headers, header::HOST).is_some_and(is_loopback)
}

fn comes_from_elsewhere(headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else {
        return false;
    };
    let host = origin
        .to_str()
        .ok()
        .and_then(|origin| origin.strip_prefix("http://"));
    !host.is_some_and(is_loopback)
}

fn is_loopback(host_and_port: &str) -> bool {
    let host = host_and_port
        .rsplit_once(':')
        .map_or(host_and_port, |(host, _)| host);
    matches!(host, "127.0.0.1" | "localhost")
}

fn secret_in_address(address: &Uri) -> Option<&str> {
    address
        .query()?
        .split('&')
        .find_map(|pair| pair.strip_prefix("secret="))
}

fn brings(secret: &Secret, headers: &HeaderMap) -> bool {
    let cookies = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookie| cookie.to_str().ok());
    let mut pairs = cookies
        .flat_map(|cookies| cookies.split(';'))
        .map(str::trim);
    pairs.any(|pair| pair.split_once('=') == Some((COOKIE, &secret.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_secrets_differ_and_are_long() {
        let (one, other) = (new_secret(), new_secret());
        assert_ne!(one, other);
        assert_eq!(one.len(), 64);
    }

    #[test]
    fn only_names_of_this_machine_are_loopback() {
        assert!(
            is_loopback("127.0.0.1:4710") && is_loopback("localhost") && is_loopback("localhost:1")
        );
        assert!(!is_loopback("127.0.0.1.example.com:80") && !is_loopback("example.com"));
    }
}
