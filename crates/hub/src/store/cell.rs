//! What goes into statements and comes out of rows, the same for both databases.

use std::error::Error;

use bytes::BytesMut;
use postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use rusqlite::types::{ToSqlOutput, ValueRef};
use uuid::Uuid;

use super::Result;
use crate::HubError;

/// A value that a statement is given.
#[derive(Clone, Copy, Debug)]
pub(super) enum Bind<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
    Id(Uuid),
}

/// Values in their order.
macro_rules! binds {
    ($($value:expr),* $(,)?) => { &[$(crate::store::cell::Bind::from($value)),*] };
}
pub(super) use binds;

impl From<i64> for Bind<'_> {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<u64> for Bind<'_> {
    fn from(value: u64) -> Self {
        Self::Int(i64::try_from(value).unwrap_or(i64::MAX))
    }
}

impl From<Uuid> for Bind<'_> {
    fn from(value: Uuid) -> Self {
        Self::Id(value)
    }
}

impl<'a> From<&'a str> for Bind<'a> {
    fn from(value: &'a str) -> Self {
        Self::Text(value)
    }
}

impl<'a> From<&'a [u8]> for Bind<'a> {
    fn from(value: &'a [u8]) -> Self {
        Self::Bytes(value)
    }
}

impl<'a, T: Into<Bind<'a>>> From<Option<T>> for Bind<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl rusqlite::ToSql for Bind<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Int(value) => ToSqlOutput::Borrowed(ValueRef::Integer(*value)),
            Self::Text(value) => ToSqlOutput::Borrowed(ValueRef::Text(value.as_bytes())),
            Self::Bytes(value) => ToSqlOutput::Borrowed(ValueRef::Blob(value)),
            Self::Id(id) => ToSqlOutput::Borrowed(ValueRef::Blob(id.as_bytes())),
        })
    }
}

impl ToSql for Bind<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => return Ok(IsNull::Yes),
            Self::Int(value) => return value.to_sql_checked(kind, out),
            Self::Text(value) => out.extend_from_slice(value.as_bytes()),
            Self::Bytes(value) => out.extend_from_slice(value),
            Self::Id(id) => out.extend_from_slice(id.as_bytes()),
        }
        Ok(IsNull::No)
    }

    fn accepts(kind: &Type) -> bool {
        [Type::INT8, Type::TEXT, Type::BYTEA, Type::UUID].contains(kind)
    }

    to_sql_checked!();
}

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl<'a> FromSql<'a> for Cell {
    fn from_sql(
        kind: &Type,
        raw: &'a [u8],
    ) -> std::result::Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(match *kind {
            Type::INT8 => Self::Int(i64::from_sql(kind, raw)?),
            Type::TEXT => Self::Text(String::from_sql(kind, raw)?),
            _ => Self::Bytes(raw.to_vec()),
        })
    }

    fn from_sql_null(_: &Type) -> std::result::Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(kind: &Type) -> bool {
        <Bind<'_> as ToSql>::accepts(kind)
    }
}

/// A row, whose values are taken one after the other.
pub(super) struct Row(std::vec::IntoIter<Cell>);

/// What a value of a row can be taken as.
pub(super) trait FromCell: Sized {
    /// `None` when it is something else.
    fn of(cell: Cell) -> Option<Self>;
}

impl Row {
    /// The next value.
    pub(super) fn take<T: FromCell>(&mut self) -> Result<T> {
        let cell = self.0.next().and_then(T::of);
        cell.ok_or_else(|| HubError::Broken("a row of the database is not ours".to_owned()))
    }

    pub(super) fn of_sqlite(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        let cells = (0..row.as_ref().column_count()).map(|index| {
            Ok(match row.get_ref(index)? {
                ValueRef::Integer(value) => Cell::Int(value),
                ValueRef::Text(_) => Cell::Text(row.get(index)?),
                ValueRef::Blob(value) => Cell::Bytes(value.to_vec()),
                ValueRef::Null | ValueRef::Real(_) => Cell::Null,
            })
        });
        let cells = cells.collect::<rusqlite::Result<Vec<Cell>>>()?;
        Ok(Self(cells.into_iter()))
    }

    pub(super) fn of_postgres(row: &postgres::Row) -> Result<Self> {
        let cells = (0..row.len()).map(|index| Ok(row.try_get::<_, Cell>(index)?));
        Ok(Self(cells.collect::<Result<Vec<Cell>>>()?.into_iter()))
    }
}

impl FromCell for i64 {
    fn of(cell: Cell) -> Option<Self> {
        match cell {
            Cell::Int(value) => Some(value),
            _ => None,
        }
    }
}

impl FromCell for u64 {
    fn of(cell: Cell) -> Option<Self> {
        i64::of(cell).and_then(|value| Self::try_from(value).ok())
    }
}

impl FromCell for String {
    fn of(cell: Cell) -> Option<Self> {
        match cell {
            Cell::Text(text) => Some(text),
            Cell::Bytes(bytes) => Self::from_utf8(bytes).ok(),
            _ => None,
        }
    }
}

impl FromCell for Vec<u8> {
    fn of(cell: Cell) -> Option<Self> {
        match cell {
            Cell::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }
}

impl<const N: usize> FromCell for [u8; N] {
    fn of(cell: Cell) -> Option<Self> {
        Vec::of(cell).and_then(|bytes| bytes.try_into().ok())
    }
}

impl FromCell for Uuid {
    fn of(cell: Cell) -> Option<Self> {
        <[u8; 16]>::of(cell).map(Self::from_bytes)
    }
}

impl<T: FromCell> FromCell for Option<T> {
    fn of(cell: Cell) -> Option<Self> {
        match cell {
            Cell::Null => Some(None),
            cell => T::of(cell).map(Some),
        }
    }
}
