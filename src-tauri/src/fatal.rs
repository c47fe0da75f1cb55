//! What is told in a native dialog because no page can: that the application cannot start, and
//! that the book it was started with cannot be opened. Also on standard error, for whoever started
//! it from there.

use app::AppError;
use rfd::{MessageButtons, MessageDialog, MessageLevel};

/// Says that the application cannot start, and why.
pub fn tell(error: &anyhow::Error) {
    show("Counterbook cannot start", &format!("{error:#}"));
}

/// Says that a book cannot be opened, and why; the application goes on with its start screen.
pub fn tell_unopened(book: &str, error: &AppError) {
    show("The book cannot be opened", &format!("{book}\n\n{error}"));
}

fn show(title: &str, text: &str) {
    eprintln!("{title}: {text}");
    // Without a screen there is nothing to show a dialog on, and asking for one could wait forever.
    if cfg!(target_os = "linux") && !has_screen() {
        return;
    }
    let dialog = MessageDialog::new()
        .set_level(MessageLevel::Error)
        .set_title(title);
    dialog
        .set_description(text)
        .set_buttons(MessageButtons::Ok)
        .show();
}

fn has_screen() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
