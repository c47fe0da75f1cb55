//! The records that writes show, and what they are in the journal.
use book::dto::{self, RecordKind, Touched};
use domain::SubjectKind;

/// A record as a write shows it.
pub(crate) trait Face {
    /// What it is in the journal.
    const KIND: SubjectKind;

    /// The records beside it whose figures a write of it moves.
    fn beside(&self) -> Vec<Touched>;
}

impl Face for dto::Order {
    const KIND: SubjectKind = SubjectKind::Order;

    fn beside(&self) -> Vec<Touched> {
        let products = self.lines.iter().filter_map(|line| line.product);
        let products = products.map(|id| Touched {
            kind: RecordKind::Product,
            id,
        });
        let customer = self.head.customer.map(|id| Touched {
            kind: RecordKind::Customer,
            id,
        });
        products.chain(customer).collect()
    }
}

impl Face for dto::Product {
    const KIND: SubjectKind = SubjectKind::Product;

    fn beside(&self) -> Vec<Touched> {
        vec![Touched {
            kind: RecordKind::Product,
            id: self.row.id,
        }]
    }
}

impl Face for dto::Customer {
    const KIND: SubjectKind = SubjectKind::Customer;

    fn beside(&self) -> Vec<Touched> {
        Vec::new()
    }
}

impl Face for dto::TillReport {
    const KIND: SubjectKind = SubjectKind::Till;

    fn beside(&self) -> Vec<Touched> {
        Vec::new()
    }
}

impl Face for dto::PriceList {
    const KIND: SubjectKind = SubjectKind::PriceList;

    fn beside(&self) -> Vec<Touched> {
        Vec::new()
    }
}

impl Face for dto::Promotion {
    const KIND: SubjectKind = SubjectKind::Promotion;

    fn beside(&self) -> Vec<Touched> {
        Vec::new()
    }
}

impl Face for dto::Person {
    const KIND: SubjectKind = SubjectKind::Person;

    fn beside(&self) -> Vec<Touched> {
        Vec::new()
    }
}

impl Face for dto::Roles {
    const KIND: SubjectKind = SubjectKind::Book;

    fn beside(&self) -> Vec<Touched> {
        Vec::new()
    }
}

impl Face for dto::BookInfo {
    const KIND: SubjectKind = SubjectKind::Book;

    fn beside(&self) -> Vec<Touched> {
        Vec::new()
    }
}
