//! The list of books opened before.
use book::dto::BookInfo;

use crate::App;
use crate::error::AppError;
use crate::settings::Recent;

/// Puts a book at the top of the list.
pub(super) fn remember(app: &App, info: &BookInfo) -> Result<(), AppError> {
    // A copy to practise on is nothing to come back to by mistake.
    if info.training {
        return Ok(());
    }
    app.settings().remember(Recent {
        path: info.path.clone(),
        name: info.name.clone(),
        opened_at_ms: app.now_ms(),
    })
}
