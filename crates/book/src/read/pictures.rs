//! The pictures of products, as their pages and tiles show them.

use super::Read;
use crate::dto::{ProductImage, ProductPicture};
use crate::error::Result;
use crate::files::digits;
use crate::journal::subject_no;
use domain::product::{Images, Pictured};
use rusqlite::OptionalExtension as _;
use uuid::Uuid;

const FIRST: &str = "SELECT sha256 FROM product_image WHERE product = ?1 AND place = 0";

/// The pictures in their order.
pub(super) fn images(images: &Images) -> Vec<ProductImage> {
    images.shown().into_iter().map(image).collect()
}

fn image(said: &Pictured) -> ProductImage {
    ProductImage {
        image: said.image.0,
        sha256: said.sha256.clone(),
        width_px: said.width_px,
        height_px: said.height_px,
        alt: said.alt.clone(),
    }
}

impl Read<'_> {
    /// The pictures that stand for some products; those without one are left out.
    pub fn pictures(&self, products: &[Uuid]) -> Result<Vec<ProductPicture>> {
        let mut query = self.conn.prepare_cached(FIRST)?;
        let mut found = Vec::new();
        for product in products {
            let Some(no) = subject_no(self.conn, *product)? else {
                continue;
            };
            let hash = query.query_row([no], |row| row.get::<_, [u8; 32]>(0));
            found.extend(hash.optional()?.map(|hash| ProductPicture {
                product: *product,
                sha256: digits(&hash),
            }));
        }
        Ok(found)
    }
}
