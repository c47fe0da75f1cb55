//! The counter's own settings between the wire and the journal: codes of scales, and favourites.
use book::dto;
use domain::ProductId;
use domain::settings::{CodePattern, CodeValue, Tile, TilePage, TileTone};

/// The patterns of codes as the journal keeps them.
pub(super) fn patterns(said: &[dto::CodePattern]) -> Vec<CodePattern> {
    let of = |pattern: &dto::CodePattern| CodePattern {
        prefix: pattern.prefix.clone(),
        item_digits: pattern.item_digits,
        value: match pattern.value {
            dto::CodeValue::Weight => CodeValue::Weight,
            dto::CodeValue::Price => CodeValue::Price,
        },
        decimals: pattern.decimals,
        value_check: pattern.value_check,
    };
    said.iter().map(of).collect()
}

/// The pages of tiles as the journal keeps them.
pub(super) fn tile_pages(said: &[dto::TilePage]) -> Vec<TilePage> {
    let of = |page: &dto::TilePage| TilePage {
        name: page.name.clone(),
        tiles: page.tiles.iter().map(tile).collect(),
    };
    said.iter().map(of).collect()
}

fn tile(said: &dto::Tile) -> Tile {
    Tile {
        place: said.place,
        product: ProductId(said.product),
        label: said.label.clone(),
        tone: match said.tone {
            dto::TileTone::Plain => TileTone::Plain,
            dto::TileTone::Accent => TileTone::Accent,
            dto::TileTone::Good => TileTone::Good,
            dto::TileTone::Warn => TileTone::Warn,
            dto::TileTone::Bad => TileTone::Bad,
            dto::TileTone::Info => TileTone::Info,
        },
    }
}
