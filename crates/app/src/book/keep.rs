//! `book.keep`: keeps settings of this installation for the next start, beside those kept before.
use super::kept::Kept;
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use serde_json::Value;

/// What it takes.
pub type Input = Kept;
/// What it gives.
pub type Output = Nothing;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let Value::Object(changes) = input.settings else {
        return Err(AppError::at("settings", "malformed"));
    };
    app.settings().keep(&changes)?;
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

    #[test]
    fn each_keeps_what_it_brings_and_null_forgets() {
        let shop = Shop::closed();
        for settings in [
            json!({ "theme": "dark", "cart": [1] }),
            json!({ "compact": true }),
            json!({ "cart": null }),
        ] {
            shop.call::<serde_json::Value>("book.keep", json!({ "settings": settings }));
        }
        let kept: super::Kept = shop.call("book.kept", json!({}));
        assert_eq!(kept.settings, json!({ "theme": "dark", "compact": true }));
    }

    #[test]
    fn more_than_fits_is_refused_and_what_was_kept_stays() {
        let shop = Shop::closed();
        shop.call::<serde_json::Value>("book.keep", json!({ "settings": { "theme": "dark" } }));
        let large = json!({ "settings": { "cart": "x".repeat(2 << 20) } });
        assert_eq!(shop.refused("book.keep", large).0, "too_long");
        let kept: super::Kept = shop.call("book.kept", json!({}));
        assert_eq!(kept.settings, json!({ "theme": "dark" }));
    }
}
