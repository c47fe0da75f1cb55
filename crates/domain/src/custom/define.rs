//! Decisions about the fields themselves: define, change, take out of use.

use super::field::{FieldKind, FieldSubject, FieldTerms, Fields};
use crate::limits::{CODE_CHARS, CUSTOM_FIELDS, CUSTOM_OPTIONS, NAME_CHARS};
use crate::refusal::Refusal;
use crate::text;
use std::collections::{BTreeMap, BTreeSet};

/// Decimals of the millionths that numbers are kept in.
const DECIMALS: u32 = 6;
/// The key of a field whose title has neither letters nor digits.
const NAMELESS: &str = "field";

/// A field asked for, or a change of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldSaid {
    /// What it is about.
    pub subject: FieldSubject,
    /// Its key; a new field is given one.
    pub key: Option<String>,
    /// What is said of it.
    pub terms: FieldTerms,
}

/// Checks new fields and changes of fields, and gives what an entry says of them.
pub fn define(now: &Fields, said: Vec<FieldSaid>) -> Result<Fields, Refusal> {
    let (mut after, mut told) = (now.clone(), Fields::new());
    for (index, one) in said.into_iter().enumerate() {
        let known = after.entry(one.subject).or_default();
        let at = |field: &str| format!("custom_fields.{index}.{field}");
        let terms = checked(one.terms, &at)?;
        let (key, terms) = match one.key {
            None => added(known, terms, &at)?,
            Some(key) => {
                changed(known.get(&key), &terms, &at)?;
                (key, terms)
            }
        };
        check_title(known, &key, &terms, &at)?;
        let said = Fields::from([(one.subject, BTreeMap::from([(key.clone(), terms)]))]);
        super::take_fields(&mut told, said.clone());
        super::take_fields(&mut after, said);
        check_options(&after[&one.subject][&key], &at)?;
    }
    Ok(told)
}

/// The key that a title gives: its letters and digits in lower case, `_` between words.
pub fn key_of(title: &str) -> String {
    let lower = title.chars().flat_map(char::to_lowercase);
    let plain: String = lower
        .map(|c| if c.is_alphanumeric() { c } else { '_' })
        .collect();
    let words: Vec<&str> = plain.split('_').filter(|word| !word.is_empty()).collect();
    let key: String = words.join("_").chars().take(CODE_CHARS / 2).collect();
    if key.is_empty() {
        NAMELESS.to_owned()
    } else {
        key
    }
}

/// A new field with its key and its place behind the others.
fn added(
    known: &BTreeMap<String, FieldTerms>,
    mut terms: FieldTerms,
    at: &dyn Fn(&str) -> String,
) -> Result<(String, FieldTerms), Refusal> {
    let title = terms.title.as_deref().unwrap_or_default();
    let title = text::required(&at("title"), title, NAME_CHARS)?;
    if terms.kind.is_none() {
        return Err(Refusal::at(at("kind"), "required"));
    }
    if known.len() >= CUSTOM_FIELDS {
        return Err(Refusal::at(at("title"), "too_many").with(CUSTOM_FIELDS));
    }
    let last = known.values().filter_map(|field| field.position).max();
    let next = last.map_or(0, |last| last.saturating_add(1));
    terms.position.get_or_insert(next);
    let key = key_of(&title);
    let numbered = (2..).map(|number: u32| format!("{key}_{number}"));
    let mut keys = std::iter::once(key.clone()).chain(numbered);
    let free = keys.find(|key| !known.contains_key(key));
    Ok((free.unwrap_or(key), terms))
}

fn changed(
    now: Option<&FieldTerms>,
    said: &FieldTerms,
    at: &dyn Fn(&str) -> String,
) -> Result<(), Refusal> {
    let Some(now) = now else {
        return Err(Refusal::at(at("key"), "custom_field_unknown"));
    };
    if said.kind.is_some_and(|kind| kind != now.kind()) {
        return Err(Refusal::at(at("kind"), "custom_kind_fixed"));
    }
    Ok(())
}

fn checked(said: FieldTerms, at: &dyn Fn(&str) -> String) -> Result<FieldTerms, Refusal> {
    let title = said.title.as_deref();
    let title = title.map(|title| text::required(&at("title"), title, NAME_CHARS));
    let hint = said.hint.as_deref();
    let hint = hint.map(|hint| text::optional(&at("hint"), Some(hint), NAME_CHARS));
    if said.decimals.is_some_and(|decimals| decimals > DECIMALS) {
        return Err(Refusal::at(at("decimals"), "out_of_range"));
    }
    Ok(FieldTerms {
        title: title.transpose()?,
        hint: hint.transpose()?.map(Option::unwrap_or_default),
        options: said
            .options
            .map(|options| listed(options, at))
            .transpose()?,
        ..said
    })
}

/// What can be chosen, each once.
fn listed(said: Vec<String>, at: &dyn Fn(&str) -> String) -> Result<Vec<String>, Refusal> {
    if said.len() > CUSTOM_OPTIONS {
        return Err(Refusal::at(at("options"), "too_many").with(CUSTOM_OPTIONS));
    }
    let mut options: Vec<String> = Vec::with_capacity(said.len());
    let mut seen = BTreeSet::new();
    for option in said {
        let option = text::required(&at("options"), &option, NAME_CHARS)?;
        if !seen.insert(option.clone()) {
            return Err(Refusal::at(at("options"), "option_value_twice"));
        }
        options.push(option);
    }
    Ok(options)
}

/// Fields in use that are about the same are called something else.
fn check_title(
    known: &BTreeMap<String, FieldTerms>,
    key: &str,
    said: &FieldTerms,
    at: &dyn Fn(&str) -> String,
) -> Result<(), Refusal> {
    let same = |(other, field): (&String, &FieldTerms)| {
        other != key && !field.is_archived() && field.title == said.title
    };
    if said.title.is_some() && known.iter().any(same) {
        return Err(Refusal::at(at("title"), "claimed_twice"));
    }
    Ok(())
}

/// A choice has something to choose from.
fn check_options(field: &FieldTerms, at: &dyn Fn(&str) -> String) -> Result<(), Refusal> {
    let options = field.options.as_deref().unwrap_or_default();
    if field.kind() == FieldKind::Choice && options.is_empty() {
        return Err(Refusal::at(at("options"), "required"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(title: &str, kind: FieldKind) -> FieldSaid {
        FieldSaid {
            subject: FieldSubject::Product,
            key: None,
            terms: FieldTerms {
                title: Some(title.into()),
                kind: Some(kind),
                ..FieldTerms::default()
            },
        }
    }

    fn change(key: &str, terms: FieldTerms) -> FieldSaid {
        FieldSaid {
            subject: FieldSubject::Product,
            key: Some(key.into()),
            terms,
        }
    }

    fn refused(now: &Fields, said: FieldSaid) -> (&'static str, Option<String>) {
        let refusal = define(now, vec![said]).expect_err("refused");
        (refusal.code, refusal.field)
    }

    #[test]
    fn a_key_is_made_of_the_name_and_given_once() {
        for (title, key) in [
            ("Country of origin", "country_of_origin"),
            (" Größe (cm) ", "größe_cm"),
            ("サイズ", "サイズ"),
            ("!?", "field"),
        ] {
            assert_eq!(key_of(title), key);
        }
        let first = define(&Fields::new(), vec![said("Size", FieldKind::Text)]).expect("defined");
        let mut archived = first.clone();
        let gone = change(
            "size",
            FieldTerms {
                archived: Some(true),
                ..FieldTerms::default()
            },
        );
        super::super::take_fields(&mut archived, define(&first, vec![gone]).expect("archived"));
        let second = define(&archived, vec![said("Size", FieldKind::Number)]).expect("defined");
        let fields = &second[&FieldSubject::Product];
        assert_eq!(fields.keys().collect::<Vec<_>>(), ["size_2"]);
        assert_eq!(fields["size_2"].position, Some(1));
    }

    #[test]
    fn what_cannot_be_a_field_is_refused_where_it_is_wrong() {
        let none = Fields::new();
        let at = |field: &str| Some(format!("custom_fields.0.{field}"));
        assert_eq!(
            refused(&none, said(" ", FieldKind::Text)),
            ("required", at("title"))
        );
        assert_eq!(
            refused(&none, said("Colour", FieldKind::Choice)),
            ("required", at("options"))
        );
        let known = define(&none, vec![said("Size", FieldKind::Text)]).expect("defined");
        assert_eq!(
            refused(&known, said("Size", FieldKind::Date)),
            ("claimed_twice", at("title"))
        );
        let other = FieldTerms {
            kind: Some(FieldKind::Number),
            ..FieldTerms::default()
        };
        assert_eq!(
            refused(&known, change("size", other)),
            ("custom_kind_fixed", at("kind"))
        );
        assert_eq!(
            refused(&known, change("weight", FieldTerms::default())),
            ("custom_field_unknown", at("key"))
        );
    }
}
