//! Decisions about people: create, amend, set a PIN.

use super::role::{OWNER, RoleTerms};
use super::state::{Person, PersonTerms, PinSet};
use crate::limits::NAME_CHARS;
use crate::refusal::Refusal;
use crate::text;

/// The least and the most digits of a PIN.
const PIN_DIGITS: std::ops::RangeInclusive<usize> = 4..=12;

/// What an entry about a person says, with the name apart.
pub type Said = (PersonTerms, Option<String>);

/// Checks a new person: a name, and a role that there is.
pub fn create(name: &str, role: &str, roles: &[RoleTerms]) -> Result<Said, Refusal> {
    let name = text::required("name", name, NAME_CHARS)?;
    check_role(role, roles)?;
    let terms = PersonTerms {
        role: Some(role.to_owned()),
        archived: None,
    };
    Ok((terms, Some(name)))
}

/// Checks a change. `others` tells whether somebody else keeps the shop guarded: the last owner
/// with a PIN stays one as long as other people have PINs.
pub fn amend(
    now: &Person,
    said: PersonTerms,
    name: Option<&str>,
    roles: &[RoleTerms],
    is_last_owner: bool,
) -> Result<Said, Refusal> {
    present(now)?;
    let name = name
        .map(|name| text::required("name", name, NAME_CHARS))
        .transpose()?;
    if let Some(role) = &said.role {
        check_role(role, roles)?;
        if is_last_owner && now.guards() && role != OWNER {
            return Err(Refusal::at("role", "owner_needed"));
        }
    }
    if is_last_owner && now.guards() && said.archived == Some(true) {
        return Err(Refusal::at("archived", "owner_needed"));
    }
    Ok((said, name))
}

/// Checks a PIN; none takes it away.
pub fn set_pin(now: &Person, pin: Option<&str>, is_last_owner: bool) -> Result<PinSet, Refusal> {
    present(now)?;
    let Some(pin) = pin else {
        if is_last_owner && now.guards() {
            return Err(Refusal::at("pin", "owner_needed"));
        }
        return Ok(PinSet {
            cleared: Some(true),
        });
    };
    let digits = pin.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || !PIN_DIGITS.contains(&pin.len()) {
        return Err(Refusal::at("pin", "pin_shape"));
    }
    Ok(PinSet::default())
}

fn present(now: &Person) -> Result<(), Refusal> {
    if now.exists {
        Ok(())
    } else {
        Err(Refusal::new("person_unknown"))
    }
}

fn check_role(role: &str, roles: &[RoleTerms]) -> Result<(), Refusal> {
    if role == OWNER || roles.iter().any(|one| one.role == role) {
        Ok(())
    } else {
        Err(Refusal::at("role", "role_unknown").with(role))
    }
}

#[cfg(test)]
mod tests {
    use super::super::role::default_roles;
    use super::*;

    fn owner() -> Person {
        Person {
            terms: PersonTerms {
                role: Some(OWNER.into()),
                archived: None,
            },
            pin_hash: Some("hash".into()),
            exists: true,
            ..Person::default()
        }
    }

    #[test]
    fn a_pin_is_four_to_twelve_digits() {
        let now = owner();
        for good in ["0000", "123456789012"] {
            assert_eq!(set_pin(&now, Some(good), true), Ok(PinSet::default()));
        }
        for bad in ["", "123", "1234567890123", "12a4", "١٢٣٤"] {
            let refused = set_pin(&now, Some(bad), true).unwrap_err();
            assert_eq!(
                (refused.code, refused.field.as_deref()),
                ("pin_shape", Some("pin"))
            );
        }
    }

    #[test]
    fn the_last_owner_with_a_pin_stays_one() {
        let (now, roles) = (owner(), default_roles());
        let cashier = || PersonTerms {
            role: Some("cashier".into()),
            archived: None,
        };
        let gone = PersonTerms {
            role: None,
            archived: Some(true),
        };
        let code = |said| amend(&now, said, None, &roles, true).unwrap_err().code;
        assert_eq!(
            (code(cashier()), code(gone)),
            ("owner_needed", "owner_needed")
        );
        assert_eq!(set_pin(&now, None, true).unwrap_err().code, "owner_needed");
        assert!(amend(&now, cashier(), None, &roles, false).is_ok());
    }

    #[test]
    fn a_person_needs_a_name_and_a_role_that_there_is() {
        let roles = default_roles();
        let code = |name, role| create(name, role, &roles).unwrap_err();
        assert_eq!(code(" ", "cashier").field.as_deref(), Some("name"));
        assert_eq!(code("Mia", "juggler").code, "role_unknown");
    }
}
