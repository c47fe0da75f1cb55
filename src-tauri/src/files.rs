//! The folder of this installation's own files, and a file or web address shown in the system's
//! own file manager or browser: a path or address goes to a fixed program as one argument, never
//! through a shell; a path only when it exists.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use app::AppError;
use app::shell::{BrowseUrl, RevealFile};
use tauri::Manager;

use crate::errors;

/// The folder of this installation's own files: the system's usual one, or what
/// `COUNTERBOOK_DATA_DIR` names.
pub fn settings_folder(manager: &impl Manager<tauri::Wry>) -> tauri::Result<PathBuf> {
    match std::env::var_os("COUNTERBOOK_DATA_DIR") {
        Some(folder) => Ok(PathBuf::from(folder)),
        None => manager.path().app_config_dir(),
    }
}

/// A file that is shipped with the application: among the installed resources, or beside a program
/// that was built and not installed.
pub fn resource(manager: &impl Manager<tauri::Wry>, name: &str) -> Option<PathBuf> {
    let installed = manager.path().resource_dir().ok();
    let program = std::env::current_exe().ok();
    let beside = program
        .as_deref()
        .and_then(Path::parent)
        .map(Path::to_path_buf);
    installed
        .into_iter()
        .chain(beside)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// Opens the file manager at the file's folder.
pub fn reveal(input: &RevealFile) -> Result<(), AppError> {
    let asked_for = Path::new(&input.path);
    let path = asked_for
        .canonicalize()
        .map_err(|_| errors::not_shown(asked_for))?;
    start(file_manager(&path)).map_err(|_| errors::not_shown(&path))
}

/// Opens an address of the web or of mail in the system's own program. Anything else is refused:
/// the system would open a file or start a program for it.
pub fn browse(input: &BrowseUrl) -> Result<(), AppError> {
    let url = input.url.as_str();
    let known = ["https://", "http://", "mailto:"];
    let known = known.iter().any(|scheme| url.starts_with(scheme));
    // A mail could be told to take a file along.
    let takes_more = url.starts_with("mailto:") && url.contains('?');
    if !known
        || takes_more
        || url.contains(|c: char| c.is_whitespace() || c.is_control() || c == '"')
    {
        return Err(errors::no_link(url));
    }
    start(browser(url)).map_err(|_| errors::not_browsed(url))
}

/// Starts a program that lives on its own; waiting on a thread reaps its starter without holding
/// the call up.
fn start(mut command: Command) -> std::io::Result<()> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut started = command.spawn()?;
    std::thread::spawn(move || started.wait());
    Ok(())
}

#[cfg(target_os = "macos")]
fn browser(url: &str) -> Command {
    let mut command = Command::new("open");
    command.arg(url);
    command
}

#[cfg(windows)]
fn browser(url: &str) -> Command {
    let mut command = Command::new("rundll32.exe");
    command.arg("url.dll,FileProtocolHandler").arg(url);
    command
}

#[cfg(not(any(target_os = "macos", windows)))]
fn browser(url: &str) -> Command {
    let mut command = Command::new("xdg-open");
    command.arg(url);
    command
}

#[cfg(target_os = "macos")]
fn file_manager(path: &Path) -> Command {
    let mut command = Command::new("open");
    command.arg("-R").arg(path);
    command
}

#[cfg(windows)]
fn file_manager(path: &Path) -> Command {
    use std::os::windows::process::CommandExt;
    // Explorer reads its own quoting: the path stands in quotes behind the comma.
    let plain = path
        .to_string_lossy()
        .trim_start_matches(r"\\?\")
        .to_owned();
    let mut command = Command::new("explorer.exe");
    command.raw_arg(format!("/select,\"{plain}\""));
    command
}

#[cfg(not(any(target_os = "macos", windows)))]
fn file_manager(path: &Path) -> Command {
    let folder = if path.is_dir() {
        path
    } else {
        path.parent().unwrap_or(path)
    };
    let mut command = Command::new("xdg-open");
    command.arg(folder);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_and_of_mail_are_opened() {
        for url in [
            "file:///etc/passwd",
            "javascript:1",
            "xdg-open",
            "https://x.test/\" a",
            "mailto:a@x.test?attach=/etc/passwd",
        ] {
            let asked = BrowseUrl {
                url: url.to_owned(),
            };
            assert_eq!(browse(&asked).unwrap_err().code, "link_shape", "{url}");
        }
    }

    #[test]
    fn a_file_that_is_not_there_is_refused_at_its_field() {
        let missing = RevealFile {
            path: "no-such-folder/no-such-file".to_owned(),
        };
        let error = reveal(&missing).unwrap_err();
        assert_eq!(
            (error.code.as_str(), error.field.as_deref()),
            ("file_missing", Some("path"))
        );
    }
}
