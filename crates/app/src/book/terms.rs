//! Between the settings on the wire and those of the journal.
use book::Read;
use book::dto::{self, BookInfo, Carrier, ExchangeRate, Tax};
use book::read::Opened;
use domain::loyalty::Programme;
use domain::purchase::PurchasingRules;
use domain::settings::{
    AllocationPolicy, CarrierTerms, RateTerms, StatusPart, StockPolicy, TaxTerms,
};
use domain::tax::{RoundingPolicy, TaxCategory};
use domain::valuation::Method;

use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;

/// The settings and size of an open book.
pub(super) fn info(app: &App, open: &OpenBook) -> Result<BookInfo, AppError> {
    Ok(open.book.read(|read| face(app, open, read))?)
}

/// The settings and size of an open book, out of a transaction on it.
pub(super) fn face(app: &App, open: &OpenBook, read: Read<'_>) -> book::Result<BookInfo> {
    let at_ms = app.now_ms();
    read.book_info(&Opened {
        path: &open.book.path().display().to_string(),
        read_only: open.book.read_only(),
        at_ms,
        offset_min: app.offset_min(at_ms),
    })
}

/// The taxes as the journal keeps them.
pub(super) fn taxes(said: &[Tax]) -> Vec<TaxTerms> {
    let of = |tax: &Tax| TaxTerms {
        code: tax.code.clone(),
        name: tax.name.clone(),
        rate_ppm: tax.rate_ppm,
        category: category(tax.category),
    };
    said.iter().map(of).collect()
}

/// The carriers as the journal keeps them.
pub(super) fn carriers(said: &[Carrier]) -> Vec<CarrierTerms> {
    let of = |carrier: &Carrier| CarrierTerms {
        name: carrier.name.clone(),
        url: carrier.url.clone(),
    };
    said.iter().map(of).collect()
}

/// What the page for customers shows, each part once, as the journal keeps it.
pub(super) fn status_parts(said: &[dto::StatusPart]) -> Vec<StatusPart> {
    let of = |part: &dto::StatusPart| match part {
        dto::StatusPart::Customer => StatusPart::Customer,
        dto::StatusPart::Address => StatusPart::Address,
        dto::StatusPart::Reference => StatusPart::Reference,
        dto::StatusPart::Amounts => StatusPart::Amounts,
    };
    let mut parts: Vec<StatusPart> = Vec::new();
    for part in said.iter().map(of) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts
}

/// How what to order is worked out, as the journal keeps it.
pub(super) fn purchasing(said: dto::PurchasingRules) -> PurchasingRules {
    PurchasingRules {
        window_days: said.window_days,
        review_days: said.review_days,
        safety_days: said.safety_days,
    }
}

/// The points programme as the journal keeps it.
pub(super) fn loyalty(said: &dto::LoyaltyProgramme) -> Programme {
    Programme {
        enabled: said.enabled,
        points_per_unit_milli: said.points_per_unit_milli,
        point_worth_micro: said.point_worth_micro,
        least_points: said.least_points,
        expires_days: said.expires_days,
        earns_nothing: said.earns_nothing.clone(),
    }
}

/// The exchange rates as the journal keeps them.
pub(super) fn rates(said: &[ExchangeRate]) -> Result<Vec<RateTerms>, AppError> {
    let of = |(index, rate): (usize, &ExchangeRate)| {
        let at = |name: &str| format!("exchange_rates.{index}.{name}");
        let nano = domain::pricing::ExchangeRate::parse_nano(rate.rate.trim());
        Ok(RateTerms {
            currency: rate.currency.trim().to_uppercase(),
            rate_nano: nano.map_err(|_| AppError::at(at("rate"), "rate_malformed"))?,
            from: crate::day::parse(&at("from"), &rate.from)?,
            source: rate.source.clone(),
        })
    };
    said.iter().enumerate().map(of).collect()
}

pub(super) fn rounding(said: dto::TaxRounding) -> RoundingPolicy {
    match said {
        dto::TaxRounding::PerLine => RoundingPolicy::PerLine,
        dto::TaxRounding::PerRateGroup => RoundingPolicy::PerRateGroup,
    }
}

pub(super) fn stock_policy(said: dto::StockPolicy) -> StockPolicy {
    match said {
        dto::StockPolicy::Allow => StockPolicy::Allow,
        dto::StockPolicy::Warn => StockPolicy::Warn,
        dto::StockPolicy::Block => StockPolicy::Block,
    }
}

pub(super) fn allocation_policy(said: dto::AllocationPolicy) -> AllocationPolicy {
    match said {
        dto::AllocationPolicy::Ordered => AllocationPolicy::Ordered,
        dto::AllocationPolicy::Available => AllocationPolicy::Available,
        dto::AllocationPolicy::ByHand => AllocationPolicy::ByHand,
    }
}

pub(super) fn valuation(said: dto::Valuation) -> Method {
    match said {
        dto::Valuation::Fifo => Method::Fifo,
        dto::Valuation::Average => Method::Average,
    }
}

fn category(said: dto::TaxCategory) -> TaxCategory {
    match said {
        dto::TaxCategory::Standard => TaxCategory::Standard,
        dto::TaxCategory::Reduced => TaxCategory::Reduced,
        dto::TaxCategory::Zero => TaxCategory::Zero,
        dto::TaxCategory::Exempt => TaxCategory::Exempt,
        dto::TaxCategory::ReverseCharge => TaxCategory::ReverseCharge,
        dto::TaxCategory::IntraCommunity => TaxCategory::IntraCommunity,
        dto::TaxCategory::Export => TaxCategory::Export,
        dto::TaxCategory::None => TaxCategory::None,
        dto::TaxCategory::Withholding => TaxCategory::Withholding,
    }
}
