//! Locations: where goods lie. Shops and warehouses, and the shelves and bins in them.
//!
//! Movements name a location by its key: `main` for the one that every book has, the id of any
//! other. The virtual ones (supplier, customer, transit, scrap, adjustment) are no records.

mod decide;
mod state;

pub use decide::{amend, archive, create};
pub use state::{Location, LocationKind, LocationTerms};

use crate::ids::LocationId;
use crate::stock::{MAIN, is_virtual};
use uuid::Uuid;

/// The record of the location that every book has: the same in all books, so that two devices that
/// rename it speak of one record.
pub const MAIN_ID: LocationId =
    LocationId(Uuid::from_u128(0x6d61_696e_0000_8000_8000_0000_0000_0001));

/// What movements call a location.
pub fn key_of(id: LocationId) -> String {
    if id == MAIN_ID {
        MAIN.to_owned()
    } else {
        id.to_string()
    }
}

/// The record of a key; none of the virtual ones has any.
pub fn id_of(key: &str) -> Option<LocationId> {
    match key {
        MAIN => Some(MAIN_ID),
        key if is_virtual(key) => None,
        key => Uuid::parse_str(key).ok().map(LocationId),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_means_the_record_that_it_is_of() {
        let shelf = LocationId(Uuid::from_u128(7));
        for id in [MAIN_ID, shelf] {
            assert_eq!(id_of(&key_of(id)), Some(id));
        }
        assert_eq!((key_of(MAIN_ID).as_str(), id_of("transit")), ("main", None));
    }
}
