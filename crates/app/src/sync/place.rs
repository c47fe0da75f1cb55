//! From the words of a person to a place.
use std::collections::BTreeMap;

use sync::hub::{Hub, Keys};
use sync::seal::is_sealed;
use sync::{About, Place as _, PlaceError};
use uuid::Uuid;

use super::keys;
use crate::App;
use crate::error::AppError;

/// The name of a place under which it is remembered: a folder's full path, or a hub's address.
pub(super) fn named(place: &str) -> Result<String, AppError> {
    let place = place.trim();
    if place.is_empty() {
        return Err(AppError::at("place", "required"));
    }
    if is_hub(place) {
        return match is_private(place) {
            true => Ok(place.trim_end_matches('/').to_owned()),
            false => Err(AppError::at("place", "hub_needs_tls")),
        };
    }
    let path = std::path::absolute(place)
        .map_err(|error| AppError::at("place", "place_unknown").with(error))?;
    if !path.is_dir() {
        return Err(AppError::at("place", "place_unknown").with(path.display()));
    }
    Ok(path.to_string_lossy().into_owned())
}

/// Whether a place is reached by the network.
pub(super) fn is_hub(place: &str) -> bool {
    place.starts_with("https://") || place.starts_with("http://")
}

/// Whether nobody on the way can read it: with TLS, or when it does not leave this machine.
fn is_private(address: &str) -> bool {
    let Some(plain) = address.strip_prefix("http://") else {
        return true;
    };
    let host = plain.split('/').next().unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    ["127.0.0.1", "localhost", "[::1]"].contains(&name)
}

/// Enrols this installation at a hub with a code; returns the book.
pub(super) fn enrolled(
    app: &App,
    (hub, code): (&str, &str),
    book: Option<Uuid>,
    about: &About,
) -> Result<Uuid, AppError> {
    let fresh = Keys::fresh().and_then(|keys| Some((Keys::read(&keys.kept())?, keys)));
    let (ours, keys) = fresh.ok_or_else(|| AppError::broken("internal"))?;
    let book = Hub::new(hub, ours)
        .enrol(code, book, about)
        .map_err(refused)?;
    keys::keep(app, book, hub, &keys)?;
    Ok(book)
}

/// How a hub keeps a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeps {
    /// Not yet.
    Nothing,
    /// So that it can read it.
    InClear,
    /// So that it cannot.
    Sealed,
}

/// How a hub keeps a book, told by its first entry.
pub(super) fn keeps(
    app: &App,
    (hub, book): (&str, Uuid),
    about: &About,
) -> Result<Keeps, AppError> {
    let mut hub = Hub::new(hub, keys::read(app, book, hub)?);
    let greeting = hub.greet(about, &BTreeMap::new()).map_err(refused)?;
    // All but one entry, so that one comes.
    let device = greeting.held.iter().find(|(_, seq)| *seq > 0);
    let Some((device, seq)) = device else {
        return Ok(Keeps::Nothing);
    };
    let mut held = greeting.held.clone();
    held = held.without(device);
    held.raise(device, seq - 1);
    let pulled = hub.pull(&held).map_err(refused)?;
    Ok(match pulled.records.first() {
        Some(record) if is_sealed(record) => Keeps::Sealed,
        Some(_) => Keeps::InClear,
        None => Keeps::Nothing,
    })
}

/// Why a hub did not do it, for a person.
pub(super) fn refused(error: PlaceError) -> AppError {
    match error {
        PlaceError::Refused(code) if code == "code_invalid" => {
            AppError::at("code", "hub_code_invalid")
        }
        PlaceError::Refused(code) => AppError::conflict("hub_refused").with(code),
        PlaceError::Forked { .. } => AppError::conflict("hub_refused").with("forked"),
        PlaceError::KeyMissing => AppError::at("code", "hub_code_incomplete"),
        PlaceError::Away(why) => AppError::unavailable("hub_away").with(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_for_this_machine_alone() {
        for address in [
            "https://hub.example",
            "http://127.0.0.1:1/",
            "http://[::1]:8750",
        ] {
            assert!(is_private(address), "{address}");
        }
        for address in [
            "http://hub.example",
            "http://127.0.0.1.example:80",
            "http://localhost@x",
        ] {
            assert!(!is_private(address), "{address}");
        }
        let refused = named("http://10.0.0.7:8750").unwrap_err();
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("hub_needs_tls", Some("place"))
        );
    }
}
