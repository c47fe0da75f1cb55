//! `counterbook`: the command line as a program of its own.

use std::process::ExitCode;

fn main() -> ExitCode {
    if app::typesetter::is_asked() {
        return app::typesetter::serve();
    }
    cli::run()
}
