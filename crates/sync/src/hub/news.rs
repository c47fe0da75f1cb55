//! Listening to a hub: "something new", as it happens.

use super::{Hub, Keys, agent, answered};
use crate::place::PlaceError;
use std::io::{BufRead as _, BufReader};

/// Listens until the hub ends it, or `on` does not want to hear more. `on` hears `true` when there
/// is something new, and `false` when all is quiet but the connection is alive.
///
/// # Errors
/// When the hub is away or refuses; whoever listens tries again after a while.
pub fn listen(address: &str, keys: Keys, on: &dyn Fn(bool) -> bool) -> Result<(), PlaceError> {
    let mut hub = Hub::new(address, keys);
    let token = hub.sign_in()?;
    let sent = agent(None)
        .get(hub.route("events"))
        .header("authorization", format!("Bearer {token}"))
        .call();
    let body = answered(sent)?.into_body();
    let lines = BufReader::new(body.into_reader()).lines();
    for line in lines {
        let line = line.map_err(|error| PlaceError::Away(error.to_string()))?;
        let is_said = !line.is_empty();
        if is_said && !on(line.starts_with("data:")) {
            return Ok(());
        }
    }
    Err(PlaceError::Away("the hub has ended it".to_owned()))
}
