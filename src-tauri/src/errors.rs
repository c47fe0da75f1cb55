//! The shell's own refusals, in the one form and with the codes that every page has sentences for.

use std::fmt::Display;
use std::path::Path;

use app::AppError;

/// There is no such verb of the noun `shell`.
pub fn unknown_verb(verb: &str) -> AppError {
    AppError::not_found("unknown_verb").with(format!("shell.{verb}"))
}

/// The window is closing and answers nothing more.
pub fn closing() -> AppError {
    AppError::unavailable("no_window")
}

/// The window system refuses.
pub fn window(error: tauri::Error) -> AppError {
    AppError::unavailable("no_window").with(error)
}

/// The work behind a call ended without an answer.
pub fn internal(error: impl Display) -> AppError {
    AppError::broken("internal").with(error)
}

/// The file or folder cannot be shown in the file manager.
pub fn not_shown(path: &Path) -> AppError {
    AppError::not_found("file_missing")
        .in_field("path")
        .with(path.display())
}

/// The text is no web address.
pub fn no_link(url: &str) -> AppError {
    AppError::invalid("link_shape").in_field("url").with(url)
}

/// The system has nothing that opens a web address.
pub fn not_browsed(url: &str) -> AppError {
    AppError::unavailable("link_unopened").with(url)
}

/// The file's path is not text, and so cannot be handed on.
pub fn path_not_text(path: &Path) -> AppError {
    AppError::invalid("file_unreadable")
        .in_field("path")
        .with(path.display())
}
