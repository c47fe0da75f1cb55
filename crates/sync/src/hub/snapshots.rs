//! Snapshots at a hub.

use super::{Hub, bytes_of, json_of};
use crate::place::PlaceError;
use crate::shelf::Shelves;
use crate::snapshot::{Begun, ChunkName, Listing, Shelf};
use serde::Deserialize;
use serde_json::json;

impl Shelves for Hub {
    fn shelf(&mut self) -> Result<Shelf, PlaceError> {
        json_of(self.ask("snapshot")?)
    }

    fn begin(&mut self, by_hand: bool) -> Result<Begun, PlaceError> {
        json_of(self.call("snapshot/begin", &json!({ "by_hand": by_hand }))?)
    }

    fn lacks(&mut self, name: &ChunkName) -> Result<bool, PlaceError> {
        #[derive(Deserialize)]
        struct Lacks {
            lacks: bool,
        }
        let found: Lacks = json_of(self.call("snapshot/lacks", &json!({ "name": name }))?)?;
        Ok(found.lacks)
    }

    fn give_chunk(&mut self, bytes: &[u8]) -> Result<(), PlaceError> {
        let route = self.route("snapshot/chunk");
        let sent = self.signed_in(|agent, token| {
            agent
                .post(&route)
                .header("authorization", token)
                .header("content-type", "application/octet-stream")
                .send(bytes)
        });
        sent.map(drop)
    }

    fn give(&mut self, begun: &Begun, listing: &Listing) -> Result<(), PlaceError> {
        let given = json!({ "begun": begun, "listing": listing });
        self.call("snapshot/give", &given).map(drop)
    }

    fn chunk(&mut self, name: &ChunkName) -> Result<Vec<u8>, PlaceError> {
        bytes_of(self.ask(&format!("snapshot/chunks/{name}"))?)
    }
}
