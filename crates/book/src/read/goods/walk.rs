//! The walk over the movements of goods.

use super::Read;
use crate::error::Result;
use crate::journal;
use domain::Day;
use domain::valuation::{Flow, Moved, StatedCosts, Worth};
use rusqlite::{Row, Rows};

const ALL_GOODS_MOVES: &str = include_str!("../sql/all_goods_moves.sql");
pub(super) const GOODS_MOVES_OF: &str = include_str!("../sql/goods_moves_of.sql");
const ALL_STATED_COSTS: &str = "-- scan: a few rows a product, in their order.\n\
     SELECT product, from_ms, cost_micro FROM product_cost ORDER BY product, from_ms";
const STATED_COSTS_OF: &str =
    "SELECT product, from_ms, cost_micro FROM product_cost WHERE product = ?1 ORDER BY from_ms";

/// A movement that made goods ours or no longer ours.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct GoodsMove {
    pub moved: Moved,
    /// The business day by its own clock.
    pub day: Day,
}

/// What is done with each product: its row number, its movements, what was stated of its cost.
type Visit<'v> = dyn FnMut(i64, &[GoodsMove], StatedCosts<'_>) -> Result<()> + 'v;

/// The costs stated for a product.
pub(super) type Statements = Vec<(i64, Option<i64>)>;

impl Read<'_> {
    /// Visits every product that moved, with its movements.
    pub(in crate::read) fn each_goods(&self, visit: &mut Visit<'_>) -> Result<()> {
        let mut reader = Reader::of(self, self.assembly_worth()?)?;
        let mut query = self.conn.prepare_cached(ALL_GOODS_MOVES)?;
        let mut rows = query.query([])?;
        let mut costs = self.conn.prepare_cached(ALL_STATED_COSTS)?;
        let mut stated = Stated::of(costs.query([])?)?;
        let (mut product, mut moves) = (None, Vec::new());
        while let Some(row) = rows.next()? {
            let next: i64 = row.get(0)?;
            if let Some(done) = product.filter(|done| *done != next) {
                reader.settle_ties(&mut moves)?;
                visit(done, &moves, StatedCosts(stated.of_product(done)?))?;
                moves.clear();
            }
            product = Some(next);
            moves.extend(reader.moved(row)?);
        }
        if let Some(done) = product {
            reader.settle_ties(&mut moves)?;
            visit(done, &moves, StatedCosts(stated.of_product(done)?))?;
        }
        Ok(())
    }

    /// The movements of one product, and the costs stated for it.
    pub(in crate::read) fn goods_of(&self, product: i64) -> Result<(Vec<GoodsMove>, Statements)> {
        Reader::of(self, self.assembly_worth_of(product)?)?.moves_of(product)
    }

    /// The costs stated for a product.
    pub(super) fn stated_of(&self, product: i64) -> Result<Statements> {
        let mut costs = self.conn.prepare_cached(STATED_COSTS_OF)?;
        let mut stated = Stated::of(costs.query([product])?)?;
        Ok(stated.of_product(product)?.to_vec())
    }
}

/// Reads movements; knows the flow between two places once it has seen them.
pub(super) struct Reader<'a> {
    read: &'a Read<'a>,
    /// What came out of assemblies is worth.
    assembled: Worth,
    cutoff_hour: u8,
    flows: Vec<((i64, i64), Option<Flow>)>,
}

impl<'a> Reader<'a> {
    pub(super) fn of(read: &'a Read<'a>, assembled: Worth) -> Result<Self> {
        Ok(Self {
            read,
            assembled,
            cutoff_hour: read.settings()?.cutoff_hour(),
            flows: Vec::new(),
        })
    }

    /// The movements of one product, and the costs stated for it.
    pub(super) fn moves_of(&mut self, product: i64) -> Result<(Vec<GoodsMove>, Statements)> {
        let read = self.read;
        let mut query = read.conn.prepare_cached(GOODS_MOVES_OF)?;
        let mut rows = query.query([product])?;
        let mut moves = Vec::new();
        while let Some(row) = rows.next()? {
            moves.extend(self.moved(row)?);
        }
        self.settle_ties(&mut moves)?;
        Ok((moves, read.stated_of(product)?))
    }

    pub(super) fn moved(&mut self, row: &Row<'_>) -> Result<Option<GoodsMove>> {
        let Some(flow) = self.flow((row.get(4)?, row.get(5)?))? else {
            return Ok(None);
        };
        let at_ms = row.get(1)?;
        let source = row.get(2)?;
        let worth_nano = match flow {
            Flow::In if !self.assembled.is_empty() => {
                self.assembled.get(&(source, row.get(0)?)).copied()
            }
            _ => None,
        };
        Ok(Some(GoodsMove {
            moved: Moved {
                source,
                worth_nano,
                part: row.get(3)?,
                at_ms,
                flow,
                quantity_milli: row.get(6)?,
                unit_cost_micro: row.get(8)?,
            },
            day: Day::of_local(at_ms, row.get(7)?, self.cutoff_hour),
        }))
    }

    fn flow(&mut self, ends: (i64, i64)) -> Result<Option<Flow>> {
        if let Some((_, flow)) = self.flows.iter().find(|(known, _)| *known == ends) {
            return Ok(*flow);
        }
        let text = |no| self.read.terms.text(self.read.conn, no);
        let flow = Flow::between(&text(ends.0)?, &text(ends.1)?);
        self.flows.push((ends, flow));
        Ok(flow)
    }

    /// Row numbers differ from file to file: what moved at the same moment goes by the keys of the
    /// records, so that every device values alike.
    fn settle_ties(&self, moves: &mut [GoodsMove]) -> Result<()> {
        let together = |a: &GoodsMove, b: &GoodsMove| a.moved.at_ms == b.moved.at_ms;
        for tie in moves.chunk_by_mut(together) {
            let first = tie[0].moved.source;
            if tie.iter().all(|one| one.moved.source == first) {
                continue;
            }
            let mut keyed = Vec::with_capacity(tie.len());
            for one in tie.iter() {
                let key = journal::subject_id(self.read.conn, one.moved.source)?;
                keyed.push((key, one.moved.part, *one));
            }
            keyed.sort_by_key(|(key, part, _)| (*key, *part));
            for (place, (_, _, one)) in tie.iter_mut().zip(keyed) {
                *place = one;
            }
        }
        Ok(())
    }
}

/// The stated costs of products, read along with their movements.
struct Stated<'s> {
    rows: Rows<'s>,
    /// The row after those of the last product.
    next: Option<(i64, i64, Option<i64>)>,
    found: Statements,
}

impl<'s> Stated<'s> {
    fn of(rows: Rows<'s>) -> Result<Self> {
        let mut stated = Self {
            rows,
            next: None,
            found: Vec::new(),
        };
        stated.step()?;
        Ok(stated)
    }

    fn step(&mut self) -> Result<()> {
        self.next = match self.rows.next()? {
            Some(row) => Some((row.get(0)?, row.get(1)?, row.get(2)?)),
            None => None,
        };
        Ok(())
    }

    /// Products are asked for in the order of their numbers.
    fn of_product(&mut self, product: i64) -> Result<&[(i64, Option<i64>)]> {
        self.found.clear();
        while let Some((of, from_ms, cost)) = self.next.filter(|(of, ..)| *of <= product) {
            if of == product {
                self.found.push((from_ms, cost));
            }
            self.step()?;
        }
        Ok(&self.found)
    }
}
