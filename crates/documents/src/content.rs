//! What a document says. Every figure and date is already written out in the reader's language:
//! a template places them and computes nothing.

use serde::{Deserialize, Serialize};

/// What a document says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    /// Language of the words, BCP 47: `en`, `de`.
    pub language: String,
    /// What it is: "Invoice".
    pub title: String,
    /// Its number, if it has one.
    pub number: Option<String>,
    /// The mark of what is no original: "Copy", "Preview".
    pub mark: Option<String>,
    /// The day it was made, ISO 8601; stands in the file's properties too.
    pub date: String,
    /// Whom it comes from.
    pub sender: Party,
    /// Whom it goes to; none for an anonymous sale or a list for the shop itself.
    pub recipient: Option<Party>,
    /// What stands beside the recipient: dates, numbers.
    pub facts: Vec<Fact>,
    /// A sentence before the table.
    pub opening: Option<String>,
    /// The table's columns.
    pub columns: Vec<Column>,
    /// The table's rows.
    pub rows: Vec<Row>,
    /// What stands below the table, amounts above each other.
    pub sums: Vec<Sum>,
    /// Smaller tables after the sums.
    pub tables: Vec<Table>,
    /// Sentences after the sums and tables.
    pub closing: Vec<String>,
    /// What the law wants at the foot of each page: registrations, terms.
    pub legal: Vec<String>,
    /// What the business wants at the foot of each page, line by line.
    pub foot: Vec<String>,
    /// The lines beside the business's mark; its address and contact when there are none.
    pub head: Vec<String>,
    /// The one colour, `#rrggbb`; the template's own when empty.
    pub accent: String,
    /// The sheet as the typesetter names it: `a4`, `us-letter`; the template's own when empty.
    pub sheet: String,
    /// Whether the business has a mark: `image("logo")`.
    pub has_logo: bool,
    /// "Page {} of {}", with the two figures left open.
    pub page_words: String,
}

/// A person or business with an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Party {
    /// The name.
    pub name: String,
    /// The lines of the address.
    pub address: Vec<String>,
    /// Telephone, e-mail, registrations: one line each.
    pub contact: Vec<String>,
}

/// A label and what it stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// What it stands for.
    pub value: String,
}

/// Which side a column keeps to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Where lines begin: text.
    #[default]
    Start,
    /// Where lines end: figures.
    End,
    /// A square to be ticked by hand instead of a text.
    Tick,
}

/// A column of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// Which side it keeps to.
    pub align: Align,
    /// Takes the room that the others leave.
    pub wide: bool,
}

/// A row of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Row {
    /// A cell for each column.
    pub cells: Vec<String>,
    /// A smaller line below the widest cell: a discount, a remark.
    pub detail: Option<String>,
}

/// A table after the sums.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Table {
    /// What it shows.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// An amount below the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sum {
    /// What it is.
    pub label: String,
    /// The amount.
    pub value: String,
    /// The one that counts.
    pub strong: bool,
}

/// A file inside the PDF, for machines that read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name: `factur-x.xml`.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// What it is, for a person.
    pub description: String,
    /// What it is to the page.
    pub relation: Relation,
    /// Its bytes.
    pub data: Vec<u8>,
}

/// What an attached file is to the page (ISO 32000-2, `AFRelationship`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Relation {
    /// The same in another form.
    Alternative,
    /// What the page was made from.
    Data,
    /// Something beside it.
    Supplement,
}

impl Relation {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Alternative => "alternative",
            Self::Data => "data",
            Self::Supplement => "supplement",
        }
    }
}
