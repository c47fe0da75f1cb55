//! The pages that tell an order's customer how far it is.

use super::Read;
use super::order::at_local;
use crate::dto;
use crate::error::Result;
use domain::order::{Order, OrderPage};

const TOLD: &str = "SELECT max(sent.said = wanted.said AND sent.failure IS NULL), max(sent.failure)
    FROM page_wanted AS wanted JOIN page_sent AS sent ON sent.link = wanted.link
    WHERE wanted.link = ?1";

impl Read<'_> {
    pub(super) fn order_pages(&self, order: &Order) -> Result<Vec<dto::OrderPage>> {
        let pages = order.pages.shown.iter();
        pages.map(|page| self.order_page(page)).collect()
    }

    fn order_page(&self, page: &OrderPage) -> Result<dto::OrderPage> {
        let said = &page.said;
        let mut told = self.conn.prepare_cached(TOLD)?;
        let (is_current, failure): (Option<bool>, Option<String>) =
            told.query_row([&said.link], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(dto::OrderPage {
            address: format!("{}/t/{}", said.place, said.link),
            language: said.language.clone(),
            page_until: said.page_until.to_string(),
            at_local: at_local(page.moment),
            is_current: is_current.unwrap_or(false),
            failure,
        })
    }
}
