//! A thing on the screen, found by what it is and what it is called.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::driver::{Driver, ELEMENT};
use crate::roles;

/// Visible elements that a selector chooses, in the order of the page, inside the topmost open
/// dialog where there is one: behind it nothing can be reached.
const CHOOSE: &str = "\
    const dialogs = [...document.querySelectorAll('dialog:modal')];\
    const scope = dialogs.at(-1) ?? document;\
    const own = dialogs.length > 0 && scope.matches(arguments[0]) ? [scope] : [];\
    const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('[inert]');\
    return [...own, ...scope.querySelectorAll(arguments[0])].filter(seen).slice(0, 2000);";

/// A thing on the screen.
pub struct Element<'a> {
    driver: &'a Driver,
    id: String,
}

impl<'a> Element<'a> {
    /// All visible things with this role, and this name where one is asked for.
    pub fn all(driver: &'a Driver, role: &str, name: Option<&str>) -> Result<Vec<Self>> {
        let chosen = driver.script(CHOOSE, json!([roles::candidates(role)]))?;
        let mut found = Vec::new();
        for reference in chosen.as_array().into_iter().flatten() {
            let element = Self::from_reference(driver, reference)?;
            if element.role()? == role && name.is_none_or(|name| element.is_called(name)) {
                found.push(element);
            }
        }
        Ok(found)
    }

    /// The thing that has the focus.
    pub fn focused(driver: &'a Driver) -> Result<Self> {
        Self::from_reference(driver, &driver.get("element/active")?)
    }

    fn from_reference(driver: &'a Driver, reference: &Value) -> Result<Self> {
        let id = reference[ELEMENT]
            .as_str()
            .context("the driver named no element")?;
        Ok(Self {
            driver,
            id: id.to_owned(),
        })
    }

    /// What a screen reader says that it is.
    pub fn role(&self) -> Result<String> {
        self.told("computedrole")
    }

    /// What a screen reader calls it.
    pub fn name(&self) -> Result<String> {
        self.told("computedlabel")
    }

    /// Its text as it is shown.
    pub fn text(&self) -> Result<String> {
        self.told("text")
    }

    /// What has been typed into it.
    pub fn value(&self) -> Result<String> {
        self.told("property/value")
    }

    /// Presses it with the pointer.
    pub fn press(&self) -> Result<()> {
        self.driver
            .post(&format!("element/{}/click", self.id), &json!({}))
            .map(drop)
    }

    /// Gives it the focus, as Tab would.
    pub fn focus(&self) -> Result<()> {
        let reference = json!([{ ELEMENT: self.id }]);
        self.driver
            .script("arguments[0].focus()", reference)
            .map(drop)
    }

    fn is_called(&self, name: &str) -> bool {
        // An element that has left the page meanwhile is called nothing.
        self.name().is_ok_and(|own| own.trim() == name)
    }

    fn told(&self, what: &str) -> Result<String> {
        let value = self.driver.get(&format!("element/{}/{what}", self.id))?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }
}
