//! Native file dialogs. They are made on the main thread, as every toolkit wants, and waited for
//! on none: the window goes on painting while a dialog is open. One dialog at a time.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use app::AppError;
use app::shell::{FileFilter, PickFile, PickedFile, SaveFile};
use rfd::{AsyncFileDialog, FileHandle};
use tauri::WebviewWindow;
use tauri::async_runtime::channel;

use crate::errors;

static IS_OPEN: AtomicBool = AtomicBool::new(false);

/// Asks for a file that exists; none when the person thought better of it.
pub async fn pick_file(window: &WebviewWindow, input: PickFile) -> Result<PickedFile, AppError> {
    let dialog = dialog(
        window,
        &input.title,
        &input.filters,
        input.folder.as_deref(),
    );
    ask(window, dialog, AsyncFileDialog::pick_file).await
}

/// Asks for a place to write a file. The dialog itself asks before an existing file is replaced.
pub async fn save_file(window: &WebviewWindow, input: SaveFile) -> Result<PickedFile, AppError> {
    let dialog = dialog(
        window,
        &input.title,
        &input.filters,
        input.folder.as_deref(),
    );
    ask(
        window,
        dialog.set_file_name(input.suggested_name),
        AsyncFileDialog::save_file,
    )
    .await
}

fn dialog(
    parent: &WebviewWindow,
    title: &str,
    filters: &[FileFilter],
    folder: Option<&str>,
) -> AsyncFileDialog {
    let mut dialog = AsyncFileDialog::new().set_parent(parent).set_title(title);
    if let Some(folder) = folder.filter(|folder| Path::new(folder).is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    let add = |dialog: AsyncFileDialog, kind: &FileFilter| {
        dialog.add_filter(&kind.name, &kind.extensions)
    };
    filters.iter().fold(dialog, add)
}

async fn ask<Open, Chosen>(
    window: &WebviewWindow,
    dialog: AsyncFileDialog,
    open: Open,
) -> Result<PickedFile, AppError>
where
    Open: FnOnce(AsyncFileDialog) -> Chosen + Send + 'static,
    Chosen: Future<Output = Option<FileHandle>> + Send + 'static,
{
    // A second question while the first is open is one that nobody has answered.
    let Some(_turn) = Turn::take() else {
        return Ok(PickedFile { path: None });
    };
    let (sender, mut receiver) = channel(1);
    let on_main_thread = move || {
        // The receiver is gone only when the window is closing: then nobody waits for a file.
        let _ = sender.try_send(open(dialog));
    };
    window
        .run_on_main_thread(on_main_thread)
        .map_err(errors::window)?;
    let chosen = receiver.recv().await.ok_or_else(errors::closing)?;
    match chosen.await {
        Some(file) => Ok(PickedFile {
            path: Some(text_of(file.path())?),
        }),
        None => Ok(PickedFile { path: None }),
    }
}

/// Paths travel as text; one that is none cannot be carried, and is refused rather than altered.
fn text_of(path: &Path) -> Result<String, AppError> {
    path.to_str()
        .map(str::to_owned)
        .ok_or_else(|| errors::path_not_text(path))
}

/// The right to have a dialog open, given back when dropped.
struct Turn;

impl Turn {
    fn take() -> Option<Self> {
        (!IS_OPEN.swap(true, Ordering::AcqRel)).then_some(Self)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        IS_OPEN.store(false, Ordering::Release);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_dialog_is_open_at_a_time() {
        let first = Turn::take();
        assert!(first.is_some() && Turn::take().is_none());
        drop(first);
        assert!(Turn::take().is_some());
    }
}
