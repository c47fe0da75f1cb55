//! Decisions about what is filled in: it fits the fields that the book has.

use super::field::{FieldSubject, FieldTerms, Fields};
use super::flat::CUSTOM;
use super::value::{CustomValue, Filled};
use crate::limits::{CUSTOM_CHARS, CUSTOM_NUMBER_MICRO};
use crate::refusal::Refusal;
use crate::text;

/// Decimals of the millionths that numbers are kept in.
const DECIMALS: u32 = 6;

/// Checks what is filled in of a record; a blank text empties its field.
pub fn fill(fields: &Fields, subject: FieldSubject, said: Filled) -> Result<Filled, Refusal> {
    let mut filled = Filled::default();
    for (key, value) in said.0 {
        let at = format!("{CUSTOM}.{key}");
        let field = fields.get(&subject).and_then(|fields| fields.get(&key));
        let Some(field) = field else {
            return Err(Refusal::at(at, "custom_field_unknown"));
        };
        let value = value.map(|value| checked(field, value, &at)).transpose()?;
        filled.0.insert(key, value.flatten());
    }
    Ok(filled)
}

fn checked(
    field: &FieldTerms,
    said: CustomValue,
    at: &str,
) -> Result<Option<CustomValue>, Refusal> {
    if field.is_archived() {
        return Err(Refusal::at(at, "custom_field_archived"));
    }
    if said.kind() != field.kind() {
        return Err(Refusal::at(at, "custom_kind").with(field.kind().word()));
    }
    match said {
        CustomValue::Text(words) => {
            let words = text::note(at, Some(&words), CUSTOM_CHARS)?;
            Ok(words.map(CustomValue::Text))
        }
        CustomValue::Link(link) => {
            let link = text::optional(at, Some(&link), CUSTOM_CHARS)?;
            let link = link.map(|link| check_link(link, at)).transpose()?;
            Ok(link.map(CustomValue::Link))
        }
        CustomValue::NumberMicro(micro) => {
            check_number(micro, field.decimals(), at)?;
            Ok(Some(said))
        }
        CustomValue::Choice(option) => chosen(field, option, at),
        CustomValue::Day(_) | CustomValue::YesNo(_) => Ok(Some(said)),
    }
}

fn chosen(field: &FieldTerms, option: String, at: &str) -> Result<Option<CustomValue>, Refusal> {
    let options = field.options.as_deref().unwrap_or_default();
    if options.contains(&option) {
        return Ok(Some(CustomValue::Choice(option)));
    }
    Err(Refusal::at(at, "custom_option_unknown").with(option))
}

fn check_number(micro: i64, decimals: u32, at: &str) -> Result<(), Refusal> {
    if !(-CUSTOM_NUMBER_MICRO..=CUSTOM_NUMBER_MICRO).contains(&micro) {
        return Err(Refusal::at(at, "out_of_range"));
    }
    let unit = 10_i64.pow(DECIMALS.saturating_sub(decimals));
    if micro % unit != 0 {
        return Err(Refusal::at(at, "custom_decimals").with(decimals));
    }
    Ok(())
}

/// An address of the web or of mail: nothing that a click could run.
fn check_link(link: String, at: &str) -> Result<String, Refusal> {
    let lower = link.to_ascii_lowercase();
    let known = ["http://", "https://", "mailto:"].into_iter();
    let leads = known
        .filter_map(|scheme| lower.strip_prefix(scheme))
        .any(|rest| !rest.is_empty());
    // A mail could be told to take a file along.
    let takes_more = lower.starts_with("mailto:") && link.contains('?');
    if leads && !takes_more && !link.contains(|c: char| c.is_whitespace() || c == '"') {
        Ok(link)
    } else {
        Err(Refusal::at(at, "custom_link"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::FieldKind;
    use super::*;
    use std::collections::BTreeMap;

    fn fields() -> Fields {
        let of = |kind| FieldTerms {
            kind: Some(kind),
            decimals: Some(2),
            options: Some(vec!["red".into()]),
            ..FieldTerms::default()
        };
        let gone = FieldTerms {
            archived: Some(true),
            ..of(FieldKind::Text)
        };
        let fields = [
            ("text", of(FieldKind::Text)),
            ("number", of(FieldKind::Number)),
            ("choice", of(FieldKind::Choice)),
            ("link", of(FieldKind::Link)),
            ("gone", gone),
        ];
        let fields = fields.map(|(key, terms)| (key.to_owned(), terms));
        Fields::from([(FieldSubject::Product, BTreeMap::from(fields))])
    }

    fn filled(key: &str, value: Option<CustomValue>) -> Result<Filled, Refusal> {
        let said = Filled(BTreeMap::from([(key.to_owned(), value)]));
        fill(&fields(), FieldSubject::Product, said)
    }

    fn refused(key: &str, value: CustomValue) -> &'static str {
        let refusal = filled(key, Some(value)).expect_err("refused");
        assert_eq!(refusal.field, Some(format!("custom.{key}")));
        refusal.code
    }

    #[test]
    fn what_does_not_fit_its_field_is_refused_there() {
        let text = |words: &str| CustomValue::Text(words.into());
        assert_eq!(refused("other", text("x")), "custom_field_unknown");
        assert_eq!(refused("gone", text("x")), "custom_field_archived");
        assert_eq!(refused("number", text("1")), "custom_kind");
        assert_eq!(refused("text", text(&"x".repeat(2_001))), "too_long");
        let number = CustomValue::NumberMicro(1_005_000);
        assert_eq!(refused("number", number), "custom_decimals");
        let far = CustomValue::NumberMicro(i64::MIN);
        assert_eq!(refused("number", far), "out_of_range");
        let blue = CustomValue::Choice("blue".into());
        assert_eq!(refused("choice", blue), "custom_option_unknown");
        for link in [
            "javascript:alert(1)",
            "https://",
            "shop.test",
            "https://a b",
            "mailto:a@b?attach=c",
        ] {
            let link = CustomValue::Link(link.into());
            assert_eq!(refused("link", link), "custom_link");
        }
    }

    #[test]
    fn a_blank_text_empties_its_field_and_a_field_out_of_use_can_be_emptied() {
        let blank = filled("text", Some(CustomValue::Text(" ".into()))).expect("blank");
        assert_eq!(blank.0["text"], None);
        assert!(filled("gone", None).is_ok());
        let link = CustomValue::Link("MAILTO:ada@shop.test".into());
        assert!(filled("link", Some(link)).is_ok());
        assert!(filled("number", Some(CustomValue::NumberMicro(-1_250_000))).is_ok());
    }
}
