//! Favourites at the counter: pages of tiles, each a product under a short name, at a place of its
//! page. They are the book's, so that every till has the same.

use crate::ids::ProductId;
use crate::limits::{CODE_CHARS, NAME_CHARS};
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};

/// Pages of a book.
const PAGES: usize = 20;
/// Places of a page.
pub const TILE_PLACES: u8 = 24;

/// What a tile is coloured by: names of the design's own colours, never values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TileTone {
    /// As the page.
    #[default]
    Plain,
    /// The accent.
    Accent,
    /// Green.
    Good,
    /// Amber.
    Warn,
    /// Red.
    Bad,
    /// Blue.
    Info,
}

/// A tile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tile {
    /// Its place, from 0, row by row.
    pub place: u8,
    /// The product.
    pub product: ProductId,
    /// What it says.
    pub label: String,
    /// Its colour.
    #[serde(default)]
    pub tone: TileTone,
}

/// A page of tiles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TilePage {
    /// Its name.
    pub name: String,
    /// Its tiles.
    pub tiles: Vec<Tile>,
}

/// Checks the pages: names and labels are there, and no place has two tiles.
pub(super) fn checked(mut pages: Vec<TilePage>) -> Result<Vec<TilePage>, Refusal> {
    if pages.len() > PAGES {
        return Err(Refusal::at("tile_pages", "too_many").with(PAGES));
    }
    for (index, page) in pages.iter_mut().enumerate() {
        let field = format!("tile_pages.{index}");
        page.name = text::required(&format!("{field}.name"), &page.name, CODE_CHARS)?;
        let mut taken = [false; TILE_PLACES as usize];
        for (at, tile) in page.tiles.iter_mut().enumerate() {
            let field = |name: &str| format!("{field}.tiles.{at}.{name}");
            tile.label = text::required(&field("label"), &tile.label, NAME_CHARS)?;
            match taken.get_mut(usize::from(tile.place)) {
                None => return Err(Refusal::at(field("place"), "out_of_range")),
                Some(true) => return Err(Refusal::at(field("place"), "claimed_twice")),
                Some(free) => *free = true,
            }
        }
    }
    Ok(pages)
}
