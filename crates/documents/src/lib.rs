//! Business documents: what a document says goes in, a typeset file comes out.
//!
//! Pure: no files, no clock, no network. The same content under the same template gives the same
//! bytes, so that an issued document can be made again and compared by its digest.

mod content;
mod error;
mod fonts;
mod kind;
mod metadata;
mod templates;
mod typeset;
mod world;

pub use content::{Align, Attachment, Column, Content, Fact, Party, Relation, Row, Sum};
pub use error::TypesetError;
pub use kind::Kind;
pub use metadata::Metadata;
pub use templates::{Template, built_in};
pub use typeset::{Pdf, pages, pdf};
