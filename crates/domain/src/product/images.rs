//! Pictures of a product. Their bytes are kept by content beside the journal, as files at orders
//! are; an entry says what was put there: hash, size and type, and what a reader who does not see
//! it is told.
//!
//! The first picture stands for the product. An entry about their order names those that it knows:
//! what another device added meanwhile comes after them.

use super::state::Product;
use crate::ids::ImageId;
use crate::limits::{ATTACHMENT_BYTES, NAME_CHARS, PRODUCT_IMAGES};
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Payload of `product.pictured`: a picture more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pictured {
    /// Identity of the picture at this product.
    pub image: ImageId,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
    /// Their number.
    pub size_bytes: i64,
    /// What it is, as an internet media type.
    pub media_type: String,
    /// Its width.
    pub width_px: u32,
    /// Its height.
    pub height_px: u32,
    /// What is told to who does not see it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub alt: String,
}

/// Payload of `product.arranged`: the pictures from now on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arranged {
    /// Those that stay, in their order, with what they tell.
    pub images: Vec<ArrangedImage>,
    /// Those that go.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<ImageId>,
}

/// A picture in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrangedImage {
    /// The picture.
    pub image: ImageId,
    /// What is told to who does not see it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub alt: String,
}

/// The pictures of a product as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Images {
    /// In the order in which they were added.
    known: Vec<Pictured>,
    /// Gone for good, whatever arrives later.
    removed: BTreeSet<ImageId>,
    order: Vec<ImageId>,
}

impl Images {
    /// The pictures in their order; those that were never put in one come last, the oldest first.
    pub fn shown(&self) -> Vec<&Pictured> {
        let placed = self.order.iter().filter_map(|id| self.known(*id));
        let others = self.known.iter();
        let others = others.filter(|one| !self.order.contains(&one.image));
        placed.chain(others).collect()
    }

    fn known(&self, id: ImageId) -> Option<&Pictured> {
        self.known.iter().find(|one| one.image == id)
    }

    pub(super) fn add(&mut self, said: Pictured) {
        if !self.removed.contains(&said.image) && self.known(said.image).is_none() {
            self.known.push(said);
        }
    }

    pub(super) fn arrange(&mut self, said: Arranged) {
        self.removed.extend(&said.removed);
        let removed = &self.removed;
        self.known.retain(|one| !removed.contains(&one.image));
        for one in &said.images {
            let mut known = self.known.iter_mut();
            if let Some(known) = known.find(|known| known.image == one.image) {
                known.alt.clone_from(&one.alt);
            }
        }
        self.order = said.images.into_iter().map(|one| one.image).collect();
    }
}

/// A picture more, checked.
///
/// # Errors
/// There are too many, or it is empty or too large.
pub fn picture(now: &Product, said: Pictured) -> Result<Pictured, Refusal> {
    if !now.is_visible() {
        return Err(Refusal::new("product_unknown"));
    }
    if now.images.shown().len() >= PRODUCT_IMAGES {
        return Err(Refusal::at("path", "too_many").with(PRODUCT_IMAGES));
    }
    if !(1..=ATTACHMENT_BYTES).contains(&said.size_bytes) {
        return Err(Refusal::at("path", "attachment_too_large").with(ATTACHMENT_BYTES));
    }
    let alt = text::optional("alt", Some(&said.alt), NAME_CHARS)?;
    Ok(Pictured {
        alt: alt.unwrap_or_default(),
        ..said
    })
}

/// The pictures as they are to be; those that are not named go.
///
/// # Errors
/// One is not the product's, or is named twice.
pub fn arrange(now: &Product, wanted: &[ArrangedImage]) -> Result<Arranged, Refusal> {
    if !now.is_visible() {
        return Err(Refusal::new("product_unknown"));
    }
    let shown = now.images.shown();
    let mut images = Vec::with_capacity(wanted.len());
    for (index, one) in wanted.iter().enumerate() {
        let at = |name: &str| format!("images.{index}.{name}");
        if !shown.iter().any(|known| known.image == one.image) {
            return Err(Refusal::at(at("image"), "image_unknown"));
        }
        if wanted[..index].iter().any(|other| other.image == one.image) {
            return Err(Refusal::at(at("image"), "claimed_twice"));
        }
        let alt = text::optional(&at("alt"), Some(&one.alt), NAME_CHARS)?;
        images.push(ArrangedImage {
            image: one.image,
            alt: alt.unwrap_or_default(),
        });
    }
    let stays = |id: &ImageId| wanted.iter().any(|one| one.image == *id);
    let known = shown.iter().map(|one| one.image);
    Ok(Arranged {
        images,
        removed: known.filter(|id| !stays(id)).collect(),
    })
}
