//! The page that tells a customer how far an order is: under which link hubs show it, and until
//! when. What it says is made of the order anew whenever that changes; entries only say that it is
//! shown.

use super::state::{Moment, Order, Stage, with};
use crate::day::Day;
use crate::entry::Entry;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The longest that a page is shown, days from today on; hubs keep none much longer.
pub const PAGE_DAYS: i32 = 365;

/// Payload of `order.published`. Said again of a link that is shown, it goes on until another day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The part of the address that nobody guesses.
    pub link: String,
    /// The address of the hub for which the customer was given the link.
    pub place: String,
    /// The language of its words, a tag of BCP 47.
    pub language: String,
    /// The last day on which it is shown.
    pub page_until: Day,
    /// The end of that day where the shop is, UTC milliseconds.
    pub until_ms: i64,
}

/// Payload of `order.unpublished`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unpublished {
    /// The links that lead nowhere from now on.
    pub links: Vec<String>,
}

/// A page as folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderPage {
    /// What was last said of it.
    pub said: Published,
    /// When that was.
    pub moment: Moment,
}

/// The pages of an order. A link that was withdrawn never leads anywhere again, whatever another
/// device says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderPages {
    /// Those that are shown until their day.
    pub shown: Vec<OrderPage>,
    /// The links that were withdrawn, and until when a hub may have been told to show them, UTC
    /// milliseconds.
    pub withdrawn: BTreeMap<String, i64>,
}

/// Shows the page of an order that was agreed or offered.
pub fn publish(now: &Order, said: Published, today: Day) -> Result<Published, Refusal> {
    if !now.is_visible() {
        return Err(Refusal::new("order_unknown"));
    }
    if now.stage != Stage::Placed && now.quote.is_none() {
        return Err(Refusal::new("order_not_placed"));
    }
    if said.page_until < today {
        return Err(Refusal::at("page_until", "day_past"));
    }
    if said.page_until.0.saturating_sub(today.0) > PAGE_DAYS {
        return Err(Refusal::at("page_until", "day_too_far").with(PAGE_DAYS));
    }
    Ok(said)
}

/// Takes the page away from whoever has its link.
pub fn unpublish(now: &Order) -> Result<Unpublished, Refusal> {
    let links = now.pages.shown.iter().map(|page| page.said.link.clone());
    let links: Vec<String> = links.collect();
    if links.is_empty() || !now.is_visible() {
        return Err(Refusal::new("page_unknown"));
    }
    Ok(Unpublished { links })
}

impl OrderPages {
    /// Folds one more entry about pages.
    pub(super) fn take(&mut self, entry: &Entry, moment: Moment) {
        match entry.kind.as_str() {
            "order.published" => with(entry, |said| self.published(said, moment)),
            _ => with(entry, |said| self.unpublished(said)),
        }
    }

    fn published(&mut self, said: Published, moment: Moment) {
        if let Some(until_ms) = self.withdrawn.get_mut(&said.link) {
            *until_ms = (*until_ms).max(said.until_ms);
            return;
        }
        self.shown.retain(|page| page.said.link != said.link);
        self.shown.push(OrderPage { said, moment });
    }

    fn unpublished(&mut self, said: Unpublished) {
        for link in said.links {
            let page = self.shown.iter().find(|page| page.said.link == link);
            let until_ms = page.map_or(i64::MAX, |page| page.said.until_ms);
            self.shown.retain(|page| page.said.link != link);
            self.withdrawn.entry(link).or_insert(until_ms);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(link: &str, until: i32) -> Published {
        Published {
            link: link.to_owned(),
            place: "https://hub.example".to_owned(),
            language: "en".to_owned(),
            page_until: Day(until),
            until_ms: i64::from(until) * 86_400_000,
        }
    }

    fn placed() -> Order {
        Order {
            stage: Stage::Placed,
            ..Order::default()
        }
    }

    #[test]
    fn a_link_that_was_withdrawn_stays_so_whatever_comes_later() {
        let mut pages = OrderPages::default();
        pages.published(said("one", 10), Moment::default());
        pages.published(said("one", 20), Moment::default());
        pages.published(said("two", 10), Moment::default());
        assert_eq!(pages.shown.len(), 2);
        let links = vec!["one".to_owned()];
        pages.unpublished(Unpublished { links });
        pages.published(said("one", 30), Moment::default());
        let shown: Vec<&str> = pages.shown.iter().map(|it| it.said.link.as_str()).collect();
        assert_eq!(shown, ["two"]);
    }

    #[test]
    fn a_page_is_shown_for_a_year_at_most_and_not_of_a_draft() {
        let today = Day(100);
        assert!(publish(&placed(), said("one", 100), today).is_ok());
        for (until, code) in [(99, "day_past"), (100 + PAGE_DAYS + 1, "day_too_far")] {
            let refused = publish(&placed(), said("one", until), today).unwrap_err();
            assert_eq!(refused.code, code);
        }
        let draft = Order {
            stage: Stage::Draft,
            ..Order::default()
        };
        let refused = publish(&draft, said("one", 100), today).unwrap_err();
        assert_eq!(refused.code, "order_not_placed");
        assert_eq!(unpublish(&placed()).unwrap_err().code, "page_unknown");
    }
}
