//! The records that writes answer with, and what else each of them moves.
use book::dto::{self, RecordKind, Touched};
use domain::{Subject, SubjectKind};
use uuid::Uuid;

/// A record as a write shows it.
pub(crate) trait Face {
    /// What it is in the journal.
    const KIND: SubjectKind;

    /// The records beside it whose figures a write of it moves.
    fn beside(&self) -> Vec<Touched>;

    /// The field of the input that asks for a product, where the record has lines.
    fn field_of(&self, _product: Uuid) -> Option<String> {
        None
    }
}

/// The field of the quantity of the first line that fits.
fn line_field<L>(lines: &[L], fits: impl Fn(&L) -> bool) -> Option<String> {
    let at = lines.iter().position(fits)?;
    Some(format!("lines.{at}.quantity_milli"))
}

impl Face for dto::Order {
    const KIND: SubjectKind = SubjectKind::Order;

    fn beside(&self) -> Vec<Touched> {
        let lines = self.lines.iter();
        let parts = lines.clone().flat_map(|line| &line.components);
        let parts = parts.map(|part| product(part.product));
        let products = lines.filter_map(|line| line.product).map(product);
        let products = products.chain(parts);
        let customer = self.head.customer.map(|id| Touched {
            kind: RecordKind::Customer,
            id,
        });
        let cards = self.payments.iter().filter_map(|payment| payment.gift_card);
        let cards = cards.map(|id| Touched {
            kind: RecordKind::GiftCard,
            id,
        });
        products.chain(customer).chain(cards).collect()
    }

    fn field_of(&self, product: Uuid) -> Option<String> {
        line_field(&self.lines, |line| {
            let parts = line.components.iter().map(|part| part.product);
            line.product
                .into_iter()
                .chain(parts)
                .any(|one| one == product)
        })
    }
}

impl Face for dto::Product {
    const KIND: SubjectKind = SubjectKind::Product;

    fn beside(&self) -> Vec<Touched> {
        let components = self.components.iter().map(|one| product(one.product));
        components.chain([product(self.row.id)]).collect()
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

impl Face for dto::GiftCard {
    const KIND: SubjectKind = SubjectKind::GiftCard;

    fn beside(&self) -> Vec<Touched> {
        let by = self.replaced_by.map(|id| Touched {
            kind: RecordKind::GiftCard,
            id,
        });
        by.into_iter().collect()
    }
}

impl Face for dto::Supplier {
    const KIND: SubjectKind = SubjectKind::Supplier;

    fn beside(&self) -> Vec<Touched> {
        Vec::new()
    }
}

impl Face for dto::Purchase {
    const KIND: SubjectKind = SubjectKind::Purchase;

    fn beside(&self) -> Vec<Touched> {
        let ordered = self.lines.iter().map(|line| line.product);
        let came = self.receipts.iter().flat_map(|receipt| &receipt.lines);
        let back = self.returns.iter().flat_map(|back| &back.lines);
        let goods = came
            .map(|line| line.product)
            .chain(back.map(|line| line.product));
        let products = ordered.chain(goods).map(|id| Touched {
            kind: RecordKind::Product,
            id,
        });
        let supplier = Touched {
            kind: RecordKind::Supplier,
            id: self.row.supplier,
        };
        products.chain([supplier]).collect()
    }
}

impl Face for dto::BookInfo {
    const KIND: SubjectKind = SubjectKind::Book;

    fn beside(&self) -> Vec<Touched> {
        Vec::new()
    }
}

impl Face for dto::LocationRow {
    const KIND: SubjectKind = SubjectKind::Location;

    fn beside(&self) -> Vec<Touched> {
        Vec::new()
    }
}

impl Face for dto::Count {
    const KIND: SubjectKind = SubjectKind::Count;

    fn beside(&self) -> Vec<Touched> {
        let lines = self.lines.iter().chain(&self.missing);
        lines.map(|line| product(line.product)).collect()
    }
}

impl Face for dto::Transfer {
    const KIND: SubjectKind = SubjectKind::Transfer;

    fn beside(&self) -> Vec<Touched> {
        self.lines
            .iter()
            .map(|line| product(line.product))
            .collect()
    }

    fn field_of(&self, product: Uuid) -> Option<String> {
        line_field(&self.lines, |line| line.product == product)
    }
}

impl Face for dto::Shares {
    const KIND: SubjectKind = SubjectKind::Share;

    fn beside(&self) -> Vec<Touched> {
        vec![product(self.product)]
    }
}

/// A product whose figures a write moves.
pub(crate) const fn product(id: Uuid) -> Touched {
    Touched {
        kind: RecordKind::Product,
        id,
    }
}

/// What an event says of a record.
pub(crate) fn touch(subject: &Subject) -> Touched {
    let kind = match subject.kind {
        SubjectKind::Book => RecordKind::Book,
        SubjectKind::Customer => RecordKind::Customer,
        SubjectKind::Product => RecordKind::Product,
        SubjectKind::Order => RecordKind::Order,
        SubjectKind::Stock | SubjectKind::Share => RecordKind::Stock,
        SubjectKind::Run => RecordKind::Run,
        SubjectKind::Till => RecordKind::Till,
        SubjectKind::PriceList => RecordKind::PriceList,
        SubjectKind::Promotion => RecordKind::Promotion,
        SubjectKind::GiftCard => RecordKind::GiftCard,
        SubjectKind::Supplier => RecordKind::Supplier,
        SubjectKind::Purchase => RecordKind::Purchase,
        SubjectKind::Person => RecordKind::Person,
        SubjectKind::Audit => RecordKind::Audit,
        SubjectKind::Location => RecordKind::Location,
        SubjectKind::Transfer => RecordKind::Transfer,
        SubjectKind::Count => RecordKind::Count,
        // No screen of its own shows it; the book as a whole has changed.
        SubjectKind::Sealing | SubjectKind::Other(_) => RecordKind::Book,
    };
    Touched {
        kind,
        id: subject.id,
    }
}
