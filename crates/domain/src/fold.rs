//! The fold: from a subject's entries to its state. Pure, total and order-fixed.

use crate::audit::Audit;
use crate::count::Count;
use crate::customer::Customer;
use crate::entry::{Entry, SubjectKind};
use crate::gift_card::GiftCard;
use crate::location::Location;
use crate::order::Order;
use crate::person::Person;
use crate::price_list::PriceList;
use crate::product::Product;
use crate::promotion::Promotion;
use crate::purchase::Purchase;
use crate::settings::Settings;
use crate::share::Share;
use crate::stock::StockDocument;
use crate::supplier::Supplier;
use crate::till::TillSession;
use crate::transfer::Transfer;

/// The state of a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The book's settings.
    Book(Box<Settings>),
    /// A customer.
    Customer(Box<Customer>),
    /// A product.
    Product(Box<Product>),
    /// An order.
    Order(Box<Order>),
    /// A stock document.
    Stock(Box<StockDocument>),
    /// A till session.
    Till(Box<TillSession>),
    /// A list of prices.
    PriceList(Box<PriceList>),
    /// A promotion.
    Promotion(Box<Promotion>),
    /// A person of the shop.
    Person(Box<Person>),
    /// A refusal or an approval.
    Audit(Box<Audit>),
    /// A gift card.
    GiftCard(Box<GiftCard>),
    /// A location.
    Location(Box<Location>),
    /// A transfer.
    Transfer(Box<Transfer>),
    /// A count.
    Count(Box<Count>),
    /// Whom goods are bought from.
    Supplier(Box<Supplier>),
    /// An order at a supplier.
    Purchase(Box<Purchase>),
    /// The shares of a product at a place.
    Share(Box<Share>),
    /// A subject that has no state beyond its entries.
    Plain,
}

impl State {
    /// The state before any entry.
    pub fn empty(kind: SubjectKind) -> Self {
        match kind {
            SubjectKind::Book => Self::Book(Box::default()),
            SubjectKind::Customer => Self::Customer(Box::default()),
            SubjectKind::Product => Self::Product(Box::default()),
            SubjectKind::Order => Self::Order(Box::default()),
            SubjectKind::Stock => Self::Stock(Box::default()),
            SubjectKind::Run | SubjectKind::Sealing => Self::Plain,
            SubjectKind::Till => Self::Till(Box::default()),
            SubjectKind::PriceList => Self::PriceList(Box::default()),
            SubjectKind::Promotion => Self::Promotion(Box::default()),
            SubjectKind::Person => Self::Person(Box::default()),
            SubjectKind::Audit => Self::Audit(Box::default()),
            SubjectKind::GiftCard => Self::GiftCard(Box::default()),
            SubjectKind::Location => Self::Location(Box::default()),
            SubjectKind::Transfer => Self::Transfer(Box::default()),
            SubjectKind::Count => Self::Count(Box::default()),
            SubjectKind::Supplier => Self::Supplier(Box::default()),
            SubjectKind::Purchase => Self::Purchase(Box::default()),
            SubjectKind::Share => Self::Share(Box::default()),
            SubjectKind::Other(_) => Self::Plain,
        }
    }

    /// Folds one more entry, which must not be older than those folded before.
    pub fn apply(&mut self, entry: &Entry) {
        match self {
            Self::Book(state) => state.apply(entry),
            Self::Customer(state) => state.apply(entry),
            Self::Product(state) => state.apply(entry),
            Self::Order(state) => state.apply(entry),
            Self::Stock(state) => state.apply(entry),
            Self::Till(state) => state.apply(entry),
            Self::PriceList(state) => state.apply(entry),
            Self::Promotion(state) => state.apply(entry),
            Self::Person(state) => state.apply(entry),
            Self::Audit(state) => state.apply(entry),
            Self::GiftCard(state) => state.apply(entry),
            Self::Location(state) => state.apply(entry),
            Self::Transfer(state) => state.apply(entry),
            Self::Count(state) => state.apply(entry),
            Self::Supplier(state) => state.apply(entry),
            Self::Purchase(state) => state.apply(entry),
            Self::Share(state) => state.apply(entry),
            Self::Plain => {}
        }
    }
}

/// Folds a subject's entries, given in any order; an entry of a kind that is not known here
/// counts for the version and changes nothing else.
pub fn fold(kind: SubjectKind, entries: &mut [Entry]) -> State {
    entries.sort_by_key(Entry::order_key);
    let mut state = State::empty(kind);
    for entry in entries.iter() {
        state.apply(entry);
    }
    state
}
