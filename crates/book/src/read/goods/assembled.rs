//! What goods are worth that came out of assemblies: products that became each other are walked
//! together. Books without any ask one question more, answered by an empty table.

use super::Read;
use super::walk::{GOODS_MOVES_OF, GoodsMove, Reader, Statements};
use crate::error::Result;
use crate::journal;
use domain::valuation::{JointMove, Worth, assembled};
use std::collections::{BTreeMap, BTreeSet};

const ALL: &str = "-- scan: assemblies are few beside sales.
    SELECT no, product FROM assembly ORDER BY no, product";
const OF_PRODUCT: &str = "SELECT 1 FROM assembly WHERE product = ?1";

impl Read<'_> {
    /// The worth of everything that came out of an assembly.
    pub(super) fn assembly_worth(&self) -> Result<Worth> {
        let mut worth = Worth::new();
        let all = self.assemblies()?;
        for group in groups(&all) {
            worth.extend(self.group_worth(&group, &all)?);
        }
        Ok(worth)
    }

    /// The same for one product and those that it was made of or became.
    pub(super) fn assembly_worth_of(&self, product: i64) -> Result<Worth> {
        if !self.conn.prepare_cached(OF_PRODUCT)?.exists([product])? {
            return Ok(Worth::new());
        }
        let all = self.assemblies()?;
        let group = groups(&all).into_iter().find(|one| one.contains(&product));
        match group {
            Some(group) => self.group_worth(&group, &all),
            None => Ok(Worth::new()),
        }
    }

    /// Records that assembled, with the products that they moved.
    fn assemblies(&self) -> Result<BTreeMap<i64, Vec<i64>>> {
        let mut query = self.conn.prepare_cached(ALL)?;
        let mut rows = query.query([])?;
        let mut found: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            found.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        Ok(found)
    }

    fn group_worth(&self, group: &BTreeSet<i64>, all: &BTreeMap<i64, Vec<i64>>) -> Result<Worth> {
        let mut moves = Vec::new();
        let mut stated: BTreeMap<i64, Statements> = BTreeMap::new();
        let mut reader = Reader::of(self, Worth::new())?;
        for product in group {
            let mut query = self.conn.prepare_cached(GOODS_MOVES_OF)?;
            let mut rows = query.query([product])?;
            while let Some(row) = rows.next()? {
                let found = reader.moved(row)?;
                moves.extend(found.map(|GoodsMove { moved, .. }| JointMove {
                    product: *product,
                    moved,
                    assembled: all.contains_key(&moved.source),
                }));
            }
            stated.insert(*product, self.stated_of(*product)?);
        }
        self.in_order(&mut moves)?;
        let of = |product: i64| stated.get(&product).cloned().unwrap_or_default();
        Ok(assembled(self.valuation()?, &moves, &of))
    }

    /// The order of the ledger; what moved at the same moment goes by the keys of the records.
    fn in_order(&self, moves: &mut Vec<JointMove>) -> Result<()> {
        let mut keyed = Vec::with_capacity(moves.len());
        for one in moves.drain(..) {
            let key = journal::subject_id(self.conn, one.moved.source)?;
            keyed.push(((one.moved.at_ms, key, one.moved.part), one));
        }
        keyed.sort_by_key(|(key, _)| *key);
        moves.extend(keyed.into_iter().map(|(_, one)| one));
        Ok(())
    }
}

/// Products that became each other, directly or by way of others.
fn groups(all: &BTreeMap<i64, Vec<i64>>) -> Vec<BTreeSet<i64>> {
    let mut groups: Vec<BTreeSet<i64>> = Vec::new();
    for products in all.values() {
        let mut joined: BTreeSet<i64> = products.iter().copied().collect();
        groups.retain(|group| {
            let apart = group.is_disjoint(&joined);
            if !apart {
                joined.extend(group);
            }
            apart
        });
        groups.push(joined);
    }
    groups
}
