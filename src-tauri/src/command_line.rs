//! The window's program under the name of the command line: where the system has links, a package
//! holds the typesetter and its fonts once (ADR 29).

use std::ffi::OsStr;
use std::path::Path;

/// Whether this process was started as `counterbook`.
pub fn is_asked() -> bool {
    cfg!(unix)
        && std::env::args_os()
            .next()
            .is_some_and(|name| names_it(&name))
}

fn names_it(program: &OsStr) -> bool {
    Path::new(program).file_name() == Some(OsStr::new("counterbook"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_name_of_the_command_line_asks_for_it() {
        assert!(names_it(OsStr::new("counterbook")));
        assert!(names_it(OsStr::new("/usr/bin/counterbook")));
        assert!(!names_it(OsStr::new("/usr/bin/counterbook-desktop")));
        assert!(!names_it(OsStr::new("/home/counterbook/window")));
    }
}
