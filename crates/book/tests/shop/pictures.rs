//! Pictures of products, as clerks add and order them.

use super::Clerk;
use book::Said;
use domain::ids::ImageId;
use domain::product::{Arranged, ArrangedImage, Pictured};
use domain::{ProductId, Subject, SubjectKind};
use uuid::Uuid;

impl Clerk {
    /// One of the things that happen to pictures, or nothing.
    pub fn picture_at_times(&mut self, step: u16, product: ProductId) {
        let image = |number: u16| ImageId(Uuid::from_u128(u128::from(number % 4) + 1));
        let subject = Subject::new(SubjectKind::Product, product.0);
        match step / 7 % 8 {
            0 | 1 => {
                let said = Pictured {
                    image: image(step),
                    sha256: format!("{:02x}", step % 3).repeat(32),
                    size_bytes: 10,
                    media_type: "image/png".into(),
                    width_px: 4,
                    height_px: 3,
                    alt: String::new(),
                };
                let said = Said::new(subject, "product.pictured", &said);
                self.write(|tx| tx.append(said)).unwrap();
            }
            2 => {
                let placed = |number: u16| ArrangedImage {
                    image: image(number),
                    alt: format!("Side {number}"),
                };
                let said = Arranged {
                    images: vec![placed(step + 1), placed(step)],
                    removed: vec![image(step + 2)],
                };
                let said = Said::new(subject, "product.arranged", &said);
                self.write(|tx| tx.append(said)).unwrap();
            }
            _ => {}
        }
    }
}
