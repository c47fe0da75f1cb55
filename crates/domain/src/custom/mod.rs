//! Custom fields: what a book wants to know of its products and customers beyond what every book
//! does. What there is to fill in is part of the settings, each property of a field the last
//! writer's; what was filled in belongs to the record, each field the last writer's.

mod define;
mod field;
mod fill;
mod flat;
mod value;

pub use define::{FieldSaid, define, key_of};
pub use field::{FieldKind, FieldSubject, FieldTerms, Fields};
pub use fill::fill;
pub use flat::{CUSTOM, flat, nested};
pub use value::{CustomValue, Filled};

pub(crate) use field::take_fields;
pub(crate) use value::take_filled;
