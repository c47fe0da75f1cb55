//! Shares of goods: where they count, and what each device may take.

use super::Read;
use crate::device::Device;
use crate::dto::{ShareRow, Shares};
use crate::error::Result;
use domain::share::{Part, Rights};
use domain::{DeviceId, ProductId};
use rusqlite::{OptionalExtension as _, params};
use std::collections::BTreeMap;
use uuid::Uuid;

impl Read<'_> {
    /// Whether anything is shared: in most books nothing is.
    pub fn shares_anything(&self) -> Result<bool> {
        let sql = "-- scan: up to the first.\nSELECT 1 FROM share WHERE open LIMIT 1";
        Ok(self.conn.prepare_cached(sql)?.exists([])?)
    }

    /// The places at which a product is shared.
    pub fn shared_at(&self, product: Uuid) -> Result<Vec<String>> {
        let product_no = self.no_of(product, "product")?;
        let sql = "SELECT location FROM share WHERE product = ?1 AND open ORDER BY no";
        let places = self.all(sql, [product_no], |row| row.get::<_, i64>(0))?;
        let places = places.into_iter();
        places
            .map(|no| Ok(self.terms.text(self.conn, no)?.to_string()))
            .collect()
    }

    /// What each device may take of a product at a place; what it says of a keeper is none's where
    /// nothing was ever shared.
    pub fn rights(&self, product: Uuid, location: &str) -> Result<Rights> {
        let product_no = self.no_of(product, "product")?;
        let place = self.place_no(location)?.unwrap_or(0);
        let sql = "SELECT keeper FROM share WHERE no = \
                   (SELECT no FROM subject WHERE id = ?1)";
        let id = domain::share::subject(ProductId(product), location).id;
        let mut query = self.conn.prepare_cached(sql)?;
        let keeper = query
            .query_row([id.as_bytes()], |row| row.get(0))
            .optional()?;
        let sql = "SELECT device, given_milli, used_milli, asked_milli FROM share_part
            WHERE product = ?1 AND location = ?2";
        let parts = self.all(sql, params![product_no, place], |row| {
            let part = Part {
                given_milli: row.get(1)?,
                used_milli: row.get(2)?,
                asked_milli: row.get(3)?,
            };
            Ok((DeviceId(Uuid::from_bytes(row.get(0)?)), part))
        })?;
        Ok(Rights {
            keeper: keeper.map(|id| DeviceId(Uuid::from_bytes(id))),
            parts: parts.into_iter().collect(),
            available_milli: self.stock_at(product_no, location)?.available_milli(),
        })
    }

    /// The shares of a product at a place, device by device.
    pub fn shares(&self, product: Uuid, location: &str) -> Result<Shares> {
        let rights = self.rights(product, location)?;
        let devices = Device::all(self.conn)?.into_iter();
        let mut known: BTreeMap<DeviceId, (String, String)> = devices
            .map(|device| (device.id, (device.name, device.prefix)))
            .collect();
        // One that was heard of by its share alone.
        for device in rights.parts.keys() {
            known.entry(*device).or_default();
        }
        let rows = known.into_iter().map(|(id, (name, prefix))| {
            let part = rights.parts.get(&id).copied().unwrap_or_default();
            ShareRow {
                device: id.0,
                name,
                prefix,
                keeper: rights.keeper == Some(id),
                given_milli: part.given_milli,
                used_milli: part.used_milli,
                left_milli: rights.left_milli(id),
                asked_milli: part.asked_milli,
            }
        });
        let mut rows: Vec<ShareRow> = rows.collect();
        rows.sort_by(|one, other| {
            let key = |row: &ShareRow| (!row.keeper, row.prefix.clone());
            key(one).cmp(&key(other))
        });
        let open = self.shared_at(product)?.iter().any(|at| at == location);
        Ok(Shares {
            id: domain::share::subject(ProductId(product), location).id,
            product,
            location: location.to_owned(),
            open,
            own: Device::mine(self.conn)?.id.0,
            available_milli: rights.available_milli,
            rows,
        })
    }
}
