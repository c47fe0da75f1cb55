//! Writes what is generated from the command table: the page's types and the list of verbs.
//! `cargo run -p app --example codegen -- ui/src/api/generated.ts docs/commands.md`
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let files: Vec<String> = env::args().skip(1).collect();
    let [types, verbs] = files.as_slice() else {
        return Err(io::Error::other("usage: codegen GENERATED_TS COMMANDS_MD"));
    };
    write(types, &app::codegen::generated_ts())?;
    write(verbs, &app::codegen::commands_md())
}

/// Leaves a file alone that already says this, so that nothing is built again for it.
fn write(path: &str, text: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|known| known == text) {
        return Ok(());
    }
    if let Some(folder) = Path::new(path).parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}
