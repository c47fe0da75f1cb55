//! `book.keep`: keeps the settings of this installation for the next start.
use super::kept::Kept;
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;

/// What it takes.
pub type Input = Kept;
/// What it gives.
pub type Output = Nothing;

/// The most that the page may keep, in bytes of JSON.
const KEPT_BYTES: usize = 256 * 1024;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    if input.settings.to_string().len() > KEPT_BYTES {
        return Err(AppError::at("settings", "too_long").with(KEPT_BYTES));
    }
    app.settings().keep(&input.settings)?;
    Ok(Nothing {})
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn settings_are_kept_from_start_to_start() {
        let shop = Shop::closed();
        let settings = json!({ "theme": "dark", "columns": [1, 2] });
        shop.call::<serde_json::Value>("book.keep", json!({ "settings": settings }));
        let kept: super::Kept = shop.call("book.kept", json!({}));
        assert_eq!(kept.settings, settings);
    }
}
