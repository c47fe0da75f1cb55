//! The counter's own settings as screens show them: codes of scales, and favourites.

use crate::dto;
use domain::settings::{CodePattern, CodeValue, Tile, TilePage, TileTone};

pub(super) fn pattern(terms: &CodePattern) -> dto::CodePattern {
    dto::CodePattern {
        prefix: terms.prefix.clone(),
        item_digits: terms.item_digits,
        value: match terms.value {
            CodeValue::Weight => dto::CodeValue::Weight,
            CodeValue::Price => dto::CodeValue::Price,
        },
        decimals: terms.decimals,
        value_check: terms.value_check,
    }
}

pub(super) fn tile_page(page: &TilePage) -> dto::TilePage {
    dto::TilePage {
        name: page.name.clone(),
        tiles: page.tiles.iter().map(tile).collect(),
    }
}

fn tile(tile: &Tile) -> dto::Tile {
    dto::Tile {
        place: tile.place,
        product: tile.product.0,
        label: tile.label.clone(),
        tone: match tile.tone {
            TileTone::Plain => dto::TileTone::Plain,
            TileTone::Accent => dto::TileTone::Accent,
            TileTone::Good => dto::TileTone::Good,
            TileTone::Warn => dto::TileTone::Warn,
            TileTone::Bad => dto::TileTone::Bad,
            TileTone::Info => dto::TileTone::Info,
        },
    }
}
