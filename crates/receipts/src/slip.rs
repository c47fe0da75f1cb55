//! A slip: what stands on a receipt or a till report, block by block, in words and formatted
//! figures.

use crate::bitmap::Bitmap;

/// How a pair looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Like the text around it.
    #[default]
    Plain,
    /// Bold.
    Bold,
    /// Bold and twice as high: the total.
    Tall,
}

/// A part of a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The largest words on it, in the middle.
    Title(String),
    /// A line in the middle; several where the text has them.
    Centre(String),
    /// A text from the edge; several lines where it has them.
    Text(String),
    /// A name and, at the other edge, its figure.
    Pair {
        /// The name.
        left: String,
        /// The figure.
        right: String,
        /// How it looks.
        look: Look,
    },
    /// A line across the paper.
    Rule,
    /// An empty line.
    Gap,
    /// A number as CODE128; left out where it does not fit the paper.
    Barcode(String),
    /// A picture in the middle.
    Logo(Bitmap),
}

/// A slip, from the top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slip {
    /// Its parts.
    pub blocks: Vec<Block>,
}

impl Slip {
    /// Adds a part.
    pub fn add(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Adds a name and its figure.
    pub fn pair(&mut self, left: impl Into<String>, right: impl Into<String>, look: Look) {
        self.add(Block::Pair {
            left: left.into(),
            right: right.into(),
            look,
        });
    }
}
