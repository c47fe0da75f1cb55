//! PINs: how they are kept, and how they are checked.
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use domain::PersonId;
use domain::audit::AuditTerms;
use uuid::Uuid;

use super::audit;
use super::wrong::is_suspicious;
use crate::App;
use crate::error::AppError;

/// Memory, passes and lanes: the least that OWASP's password storage cheat sheet asks for.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// The hash of a PIN, in the form that names its own salt and cost.
pub(crate) fn hash_pin(app: &App, pin: &str) -> Result<String, AppError> {
    let salt = app.new_id();
    let hash = cost().and_then(|argon| {
        let hashed = argon.hash_password_with_salt(pin.as_bytes(), salt.as_bytes());
        hashed.map_err(|error| error.to_string())
    });
    let hash: PasswordHash = hash.map_err(|error| AppError::broken("internal").with(error))?;
    Ok(hash.to_string())
}

/// Refuses a PIN that is not the person's, or that was wrong too often.
pub(crate) fn check_pin(app: &App, person: Uuid, pin: &str) -> Result<(), AppError> {
    let known = app.read_rows(|read| read.person_state(person))?;
    let known = known.filter(domain::person::Person::works_here);
    let known = known.ok_or_else(|| AppError::at("person", "person_unknown"))?;
    let hash = known
        .pin_hash
        .ok_or_else(|| AppError::at("person", "pin_not_set"))?;
    let mut checking = app.wrong_pins().checking(app);
    let wait_ms = checking.wait_ms(person);
    if wait_ms > 0 {
        let seconds = (wait_ms + 999) / 1_000;
        return Err(AppError::at("pin", "pin_wait").with(seconds));
    }
    if fits(&hash, pin) {
        checking.right(person);
        return Ok(());
    }
    let count = checking.wrong(person);
    drop(checking);
    if is_suspicious(count) {
        let said = AuditTerms {
            person: Some(PersonId(person)),
            wrong: Some(count),
            ..AuditTerms::default()
        };
        audit::write(app, "audit.pin_refused", &said);
    }
    Err(AppError::at("pin", "pin_wrong"))
}

fn fits(hash: &str, pin: &str) -> bool {
    // The cost is that of the hash: a PIN that was set at another one stays good.
    let hash = PasswordHash::new(hash);
    hash.is_ok_and(|hash| {
        Argon2::default()
            .verify_password(pin.as_bytes(), &hash)
            .is_ok()
    })
}

fn cost() -> Result<Argon2<'static>, String> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None);
    let params = params.map_err(|error| error.to_string())?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Shop;

    #[test]
    fn a_hash_names_its_cost_fits_its_pin_and_no_other_and_is_never_the_same_twice() {
        let shop = Shop::closed();
        let hash = hash_pin(&shop.app, "1234").unwrap();
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        assert!(fits(&hash, "1234") && !fits(&hash, "1235"));
        assert_ne!(hash, hash_pin(&shop.app, "1234").unwrap());
        assert!(!fits("", "1234"));
    }
}
