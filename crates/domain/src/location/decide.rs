//! Decisions about locations. Whether a code is taken and what a parent lies in is known to the
//! book, and asked by the verbs.

use super::MAIN_ID;
use super::state::{Location, LocationKind, LocationTerms};
use crate::limits::{CODE_CHARS, NAME_CHARS};
use crate::refusal::Refusal;
use crate::text;

/// Checks a new location: it has a name, and a shelf or bin lies in another one.
pub fn create(said: LocationTerms) -> Result<LocationTerms, Refusal> {
    let name = said.name.as_deref().unwrap_or_default();
    text::required("name", name, NAME_CHARS)?;
    let said = checked(said)?;
    check_parent(said.kind.unwrap_or_default(), said.parent.as_deref())?;
    Ok(said)
}

/// Checks a change: only the fields that are said change. The main location lies in no other.
pub fn amend(now: &Location, said: LocationTerms) -> Result<LocationTerms, Refusal> {
    if let Some(name) = &said.name {
        text::required("name", name, NAME_CHARS)?;
    }
    let said = checked(said)?;
    let kind = said.kind.unwrap_or(now.kind());
    let parent = said.parent.as_deref().or(now.terms.parent.as_deref());
    let parent = parent.filter(|key| !key.is_empty());
    if now.id == Some(MAIN_ID) && (kind.is_inner() || parent.is_some()) {
        return Err(Refusal::at("parent", "location_is_main"));
    }
    check_parent(kind, parent)?;
    Ok(said)
}

/// Checks that a location may go out of use: it is empty, and not the one that every book has.
pub fn archive(now: &Location, archived: bool, is_empty: bool) -> Result<LocationTerms, Refusal> {
    if archived && now.id == Some(MAIN_ID) {
        return Err(Refusal::new("location_is_main"));
    }
    if archived && !is_empty {
        return Err(Refusal::new("location_not_empty"));
    }
    Ok(LocationTerms {
        archived: Some(archived),
        ..LocationTerms::default()
    })
}

fn check_parent(kind: LocationKind, parent: Option<&str>) -> Result<(), Refusal> {
    match (kind.is_inner(), parent) {
        (true, None) => Err(Refusal::at("parent", "required")),
        (false, Some(_)) => Err(Refusal::at("parent", "location_has_no_parent")),
        _ => Ok(()),
    }
}

fn checked(mut said: LocationTerms) -> Result<LocationTerms, Refusal> {
    said.name = trimmed("name", said.name, NAME_CHARS)?;
    said.code = trimmed("code", said.code, CODE_CHARS)?;
    Ok(said)
}

fn trimmed(field: &str, said: Option<String>, limit: usize) -> Result<Option<String>, Refusal> {
    let Some(said) = said else { return Ok(None) };
    Ok(Some(
        text::optional(field, Some(&said), limit)?.unwrap_or_default(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: &str, kind: LocationKind, parent: Option<&str>) -> LocationTerms {
        LocationTerms {
            name: Some(name.into()),
            kind: Some(kind),
            parent: parent.map(str::to_owned),
            ..LocationTerms::default()
        }
    }

    #[test]
    fn a_shelf_lies_in_a_place_and_a_shop_does_not() {
        let field = |result: Result<LocationTerms, Refusal>| result.unwrap_err().field;
        let parent = Some("parent".to_owned());
        assert_eq!(field(create(said("A1", LocationKind::Shelf, None))), parent);
        assert!(create(said("A1", LocationKind::Shelf, Some("main"))).is_ok());
        let inner = said("North", LocationKind::Shop, Some("main"));
        assert_eq!(field(create(inner)), parent);
    }

    #[test]
    fn what_every_book_has_and_what_holds_goods_stays_in_use() {
        let main = Location {
            id: Some(MAIN_ID),
            ..Location::default()
        };
        let other = Location::default();
        let code = |result: Result<LocationTerms, Refusal>| result.unwrap_err().code;
        assert_eq!(code(archive(&main, true, true)), "location_is_main");
        assert_eq!(code(archive(&other, true, false)), "location_not_empty");
        assert!(archive(&other, true, true).is_ok());
    }
}
