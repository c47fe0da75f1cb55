//! Business documents: what a document says goes in, a typeset file comes out.
//!
//! Pure: no files, no clock, no network. The same content under the same template gives the same
//! bytes, so that an issued document can be made again and compared by its digest.

pub mod codes;
mod content;
mod error;
mod fonts;
mod kind;
mod labels;
mod logo;
mod metadata;
mod templates;
mod typeset;
mod world;

pub use content::{Align, Attachment, Column, Content, Fact, Party, Relation, Row, Sum, Table};
pub use error::TypesetError;
pub use kind::Kind;
pub use labels::{Drawn, Label, Labels, Sheet};
pub use logo::{LogoError, logo};
pub use metadata::Metadata;
pub use templates::{EDITION, Template, built_in, edition};
pub use typeset::{Pdf, bound, pages, pdf};
