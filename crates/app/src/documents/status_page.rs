//! The page that tells a customer how far an order is: one file that needs nothing else and asks
//! nobody. It names no person unless the owner of the book chose so.
use book::dto::{FulfilmentStatus, Order, OrderLine, OrderState, Shipment};
use domain::settings::{Settings, StatusPart};

use super::figures::{Figures, digits};
use super::html::{Html, escaped};
use super::status_words::StatusWords;
use super::words::with;
use crate::language::Language;

const STYLE: &str = include_str!("status.css");

/// What the page is made from.
pub(super) struct Told<'a> {
    pub order: &'a Order,
    pub settings: &'a Settings,
    pub language: Language,
    /// Where it goes, when the order does not say it itself.
    pub address: Vec<String>,
    /// The day of the page.
    pub today: domain::Day,
}

/// The whole page.
pub(super) fn page(told: &Told<'_>) -> String {
    let pen = Pen {
        told,
        words: StatusWords::of(told.language),
        figures: Figures::new(told.language, digits(&told.order.currency)),
    };
    let title = pen.title();
    let mut body = Html::default();
    pen.head(&mut body, &title);
    pen.way(&mut body);
    pen.facts(&mut body);
    pen.lines(&mut body);
    pen.parcels(&mut body);
    pen.foot(&mut body);
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
                  form-action 'none'";
    let (language, title, body) = (told.language.tag(), escaped(&title), body.finish());
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n{body}</body>\n\
         </html>\n"
    )
}

struct Pen<'a> {
    told: &'a Told<'a>,
    words: &'static StatusWords,
    figures: Figures,
}

/// The steps that an order takes.
const STEPS: usize = 3;

impl Pen<'_> {
    fn title(&self) -> String {
        let order = self.told.order;
        let quote = order.quote.as_ref().map(|quote| quote.number.as_str());
        let own = Some(order.head.number.as_str()).filter(|number| !number.is_empty());
        with(self.words.order, &[own.or(quote).unwrap_or_default()])
            .trim()
            .to_owned()
    }

    fn shows(&self, part: StatusPart) -> bool {
        self.told.settings.status_shows(part)
    }

    fn head(&self, page: &mut Html, title: &str) {
        let shop = self.told.settings.terms.name.as_deref();
        page.tag("<main>\n<p class=\"shop\">")
            .text(shop.unwrap_or_default());
        page.tag("</p>\n<h1>").text(title).tag("</h1>\n");
        page.tag("<p class=\"state\">").words(self.state());
        page.tag("</p>\n");
    }

    fn state(&self) -> &'static str {
        let (head, words) = (&self.told.order.head, self.words);
        match head.state {
            OrderState::Draft => words.preparation,
            OrderState::Quoted => words.offered,
            OrderState::Declined => words.declined,
            OrderState::Cancelled => words.cancelled,
            OrderState::Placed | OrderState::Closed => match head.fulfilment {
                FulfilmentStatus::PartShipped => words.part_shipped,
                FulfilmentStatus::Shipped => words.shipped,
                FulfilmentStatus::Delivered => words.delivered,
                FulfilmentStatus::Returned => words.returned,
                _ if head.state == OrderState::Closed => words.done,
                _ => words.preparation,
            },
        }
    }

    /// How many steps of the way are behind it; none of what never went on its way.
    fn steps(&self) -> Option<usize> {
        let head = &self.told.order.head;
        if !matches!(head.state, OrderState::Placed | OrderState::Closed) {
            return None;
        }
        match head.fulfilment {
            FulfilmentStatus::Unfulfilled | FulfilmentStatus::Allocated => Some(1),
            FulfilmentStatus::PartShipped | FulfilmentStatus::Shipped => Some(2),
            FulfilmentStatus::Delivered => Some(STEPS),
            FulfilmentStatus::Returned | FulfilmentStatus::None => None,
        }
    }

    fn way(&self, page: &mut Html) {
        let Some(behind) = self.steps() else { return };
        let words = self.words;
        page.tag("<ol class=\"way\" aria-label=\"")
            .words(words.progress)
            .tag("\">\n");
        let steps = [words.ordered, words.shipped, words.delivered];
        for (index, step) in steps.into_iter().enumerate() {
            page.tag(match index + 1 {
                now if now == behind => "<li class=\"there\" aria-current=\"step\">",
                now if now < behind => "<li class=\"there\">",
                _ => "<li>",
            });
            page.words(step).tag("</li>\n");
        }
        page.tag("</ol>\n");
    }

    fn facts(&self, page: &mut Html) {
        let (order, words) = (self.told.order, self.words);
        let day = |text: &String| self.figures.day_of(text);
        let money = |minor| format!("{} {}", order.currency, self.figures.money(minor));
        let amounts = self.shows(StatusPart::Amounts);
        let quote = order.quote.as_ref();
        let name = order.head.customer_name.clone();
        let address = match &order.ship_to {
            Some(own) => own.lines().map(str::to_owned).collect(),
            None => self.told.address.clone(),
        };
        let address = Some(address.join(", ")).filter(|_| self.shows(StatusPart::Address));
        let owed = order.due_minor > 0 && amounts;
        let facts = [
            (words.placed, order.head.placed_local.as_ref().map(day)),
            (
                words.valid_until,
                quote.map(|quote| day(&quote.valid_until)),
            ),
            (words.expected, self.expected()),
            (
                words.name,
                name.filter(|_| self.shows(StatusPart::Customer)),
            ),
            (words.address, address),
            (
                words.reference,
                order
                    .reference
                    .clone()
                    .filter(|_| self.shows(StatusPart::Reference)),
            ),
            (words.total, amounts.then(|| money(order.head.total_minor))),
            (words.due, owed.then(|| money(order.due_minor))),
        ];
        page.tag("<dl>\n");
        for (label, value) in facts {
            let Some(value) = value.filter(|value| !value.is_empty()) else {
                continue;
            };
            page.tag("<dt>").words(label).tag("</dt><dd>");
            page.text(&value).tag("</dd>\n");
        }
        page.tag("</dl>\n");
    }

    /// The day that was promised, until everything is there.
    fn expected(&self) -> Option<String> {
        let order = self.told.order;
        let waits = order.lines.iter().any(|line| line.open_milli > 0)
            || order.shipments.iter().any(|shipment| shipment.under_way);
        let alive = order.head.state == OrderState::Placed;
        let promised = order.promised.as_deref().filter(|_| waits && alive)?;
        Some(self.figures.day_of(promised))
    }

    fn lines(&self, page: &mut Html) {
        let (order, words) = (self.told.order, self.words);
        page.tag("<h2>").words(words.contents);
        page.tag("</h2>\n<table>\n<thead><tr><th scope=\"col\">")
            .words(words.item);
        page.tag("</th><th scope=\"col\" class=\"figure\">")
            .words(words.quantity);
        page.tag("</th><th scope=\"col\" class=\"figure\">")
            .words(words.sent);
        page.tag("</th></tr></thead>\n<tbody>\n");
        for line in order.lines.iter().filter(|line| !line.shipping) {
            self.line(page, line);
        }
        page.tag("</tbody>\n</table>\n");
    }

    fn line(&self, page: &mut Html, line: &OrderLine) {
        page.tag("<tr><td>").text(&line.title);
        let gone = [
            (self.words.called_off, line.cancelled_milli),
            (self.words.came_back, line.returned_milli),
        ];
        for (words, milli) in gone.into_iter().filter(|(_, milli)| *milli != 0) {
            page.tag("<br><span class=\"faint\">")
                .words(&with(words, &[&self.figures.quantity(milli)]))
                .tag("</span>");
        }
        page.tag("</td><td class=\"figure\">");
        page.words(&self.figures.quantity(line.quantity_milli))
            .tag("</td><td class=\"figure\">");
        page.words(&self.figures.quantity(line.shipped_milli))
            .tag("</td></tr>\n");
    }

    fn parcels(&self, page: &mut Html) {
        page.tag("<h2>").words(self.words.parcels).tag("</h2>\n");
        if self.told.order.shipments.is_empty() {
            page.tag("<p class=\"faint\">").words(self.words.none_yet);
            page.tag("</p>\n");
            return;
        }
        page.tag("<ul class=\"parcels\">\n");
        for shipment in &self.told.order.shipments {
            self.parcel(page, shipment);
        }
        page.tag("</ul>\n");
    }

    fn parcel(&self, page: &mut Html, shipment: &Shipment) {
        let words = self.words;
        let day = |text: &str| self.figures.day_of(text);
        page.tag("<li>")
            .words(&with(words.sent_on, &[&day(&shipment.at_local)]));
        if let Some(arrived) = &shipment.delivered_local {
            page.words(", ")
                .words(&with(words.arrived_on, &[&day(arrived)]));
        }
        if let Some(carrier) = &shipment.carrier {
            page.words(" · ").text(carrier);
        }
        if let Some(number) = &shipment.tracking {
            page.words(" · ");
            match shipment.tracking_url.as_deref().filter(|url| is_web(url)) {
                Some(url) => page.link(url, &with(words.track, &[number])),
                None => page.text(&with(words.number, &[number])),
            };
        }
        page.tag("</li>\n");
    }

    fn foot(&self, page: &mut Html) {
        let terms = &self.told.settings.terms;
        let contact = [&terms.name, &terms.phone, &terms.email];
        let contact = contact
            .into_iter()
            .flatten()
            .filter(|text| !text.is_empty());
        page.tag("</main>\n<footer><p>");
        for text in contact {
            page.text(text).words(" · ");
        }
        let today = self.figures.day(self.told.today);
        page.words(&with(self.words.as_of, &[&today]))
            .tag("</p></footer>\n");
    }
}

/// Only an address of the web is made a link.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
