//! Roles: named sets of permissions with a limit for discounts. They are part of the settings; a
//! book that never said any has the usual four.

use super::permission::Permission;
use crate::limits::{CODE_CHARS, LIST_ITEMS, NAME_CHARS};
use crate::rate::PPM;
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};

/// The role that may do everything, whatever the settings say: nobody can lock the shop up.
pub const OWNER: &str = "owner";

/// A role as the settings keep it. Permissions are words, so that those of a later version survive
/// a change that is made here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleTerms {
    /// Its key, for example `cashier`.
    pub role: String,
    /// What people call it; the key's own word when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it may do, as words.
    #[serde(default)]
    pub permissions: Vec<String>,
    /// What of the usual it may not do, as words; see [`Permission::is_usual`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
    /// How much of a line it may take off by hand, parts per million.
    #[serde(default)]
    pub discount_limit_ppm: i64,
}

impl RoleTerms {
    /// Whether the role may do something.
    pub fn may(&self, permission: Permission) -> bool {
        let named = |words: &[String]| words.iter().any(|word| word == permission.word());
        self.role == OWNER
            || named(&self.permissions)
            || (permission.is_usual() && !named(&self.without))
    }

    /// What of the usual is kept from a role with some permissions, as words.
    pub fn without(granted: &[Permission]) -> Vec<String> {
        let usual = Permission::ALL.into_iter().filter(|one| one.is_usual());
        let kept = usual.filter(|one| !granted.contains(one));
        kept.map(|one| one.word().to_owned()).collect()
    }

    /// Everything that the role may do.
    pub fn granted(&self) -> Vec<Permission> {
        let all = Permission::ALL.into_iter();
        all.filter(|permission| self.may(*permission)).collect()
    }
}

/// The usual four.
pub fn default_roles() -> Vec<RoleTerms> {
    use Permission as May;
    let supervisor: Vec<May> = May::ALL
        .into_iter()
        .filter(|one| !matches!(one, May::ChangeSettings | May::ManagePeople))
        .collect();
    vec![
        role(OWNER, &May::ALL, PPM),
        role("supervisor", &supervisor, PPM),
        role("cashier", &[May::CloseTill, May::Train], 50_000),
        role(
            "clerk",
            &[
                May::Refund,
                May::Cancel,
                May::AdjustStock,
                May::ChangeCatalogue,
                May::Reports,
                May::Train,
            ],
            100_000,
        ),
    ]
}

fn role(key: &str, permissions: &[Permission], discount_limit_ppm: i64) -> RoleTerms {
    RoleTerms {
        role: key.to_owned(),
        name: None,
        permissions: permissions.iter().map(|one| one.word().into()).collect(),
        without: Vec::new(),
        discount_limit_ppm,
    }
}

/// The role of a key; one that nobody knows any more may do nothing.
pub fn role_of(roles: &[RoleTerms], key: &str) -> RoleTerms {
    let known = roles.iter().find(|one| one.role == key);
    known.cloned().unwrap_or_else(|| match key {
        OWNER => role(OWNER, &Permission::ALL, PPM),
        _ => role(key, &[], 0),
    })
}

/// Checks a list of roles: each key once, and the owner's among them, with everything.
pub fn check_roles(said: Vec<RoleTerms>) -> Result<Vec<RoleTerms>, Refusal> {
    if said.len() > LIST_ITEMS {
        return Err(Refusal::at("roles", "too_many").with(LIST_ITEMS));
    }
    let mut kept: Vec<RoleTerms> = Vec::with_capacity(said.len());
    for (index, one) in said.into_iter().enumerate() {
        let one = checked(index, one)?;
        if kept.iter().any(|other| other.role == one.role) {
            let field = format!("roles.{index}.role");
            return Err(Refusal::at(field, "claimed_twice"));
        }
        kept.push(one);
    }
    match kept.iter_mut().find(|one| one.role == OWNER) {
        None => Err(Refusal::at("roles", "owner_needed")),
        Some(owner) => {
            owner.without.clear();
            owner.permissions = role(OWNER, &Permission::ALL, PPM).permissions;
            owner.discount_limit_ppm = PPM;
            Ok(kept)
        }
    }
}

fn checked(index: usize, mut one: RoleTerms) -> Result<RoleTerms, Refusal> {
    let at = |name: &str| format!("roles.{index}.{name}");
    one.role = text::required(&at("role"), &one.role, CODE_CHARS)?;
    one.name = text::optional(&at("name"), one.name.as_deref(), NAME_CHARS)?;
    if !(0..=PPM).contains(&one.discount_limit_ppm) {
        return Err(Refusal::at(at("discount_limit_ppm"), "out_of_range"));
    }
    if one.permissions.len() > LIST_ITEMS {
        return Err(Refusal::at(at("permissions"), "too_many").with(LIST_ITEMS));
    }
    one.permissions.sort();
    one.permissions.dedup();
    Ok(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_may_everything_whatever_the_settings_say() {
        let bare = RoleTerms {
            role: OWNER.into(),
            ..RoleTerms::default()
        };
        assert_eq!(bare.granted(), Permission::ALL);
        let kept = check_roles(vec![bare]).unwrap();
        assert_eq!(kept[0].permissions.len(), Permission::ALL.len());
    }

    #[test]
    fn a_role_that_nobody_knows_may_nothing() {
        let granted = role_of(&default_roles(), "juggler").granted();
        assert!(granted.iter().all(|one| one.is_usual()));
        assert_eq!(role_of(&[], OWNER).granted(), Permission::ALL);
    }

    #[test]
    fn words_of_a_later_version_are_kept_and_grant_nothing_here() {
        let mut roles = default_roles();
        roles[2].permissions = vec!["fly".into(), "refund".into()];
        let kept = check_roles(roles).unwrap();
        assert_eq!(kept[2].permissions, ["fly", "refund"]);
        assert_eq!(
            kept[2].granted(),
            [Permission::Refund, Permission::VoidLine]
        );
    }

    #[test]
    fn what_is_usual_is_anybodys_until_a_role_goes_without_it() {
        let mut cashier = default_roles().remove(2);
        assert!(cashier.may(Permission::VoidLine));
        cashier.without = RoleTerms::without(&[]);
        assert!(!cashier.may(Permission::VoidLine) && cashier.may(Permission::Train));
        assert!(RoleTerms::without(&Permission::ALL).is_empty());
    }

    #[test]
    fn a_role_is_named_once_and_the_owner_stays() {
        let mut roles = default_roles();
        roles[1].role = "cashier".into();
        let refused = check_roles(roles).unwrap_err();
        assert_eq!(refused.code, "claimed_twice");
        assert_eq!(refused.field.as_deref(), Some("roles.2.role"));
        let others = default_roles().into_iter().skip(1).collect();
        assert_eq!(check_roles(others).unwrap_err().code, "owner_needed");
    }
}
