//! `cargo xtask shots`: pictures of every screen, light and dark, of the sample shop in the real
//! window.

use anyhow::Result;

use crate::setup::Need;
use crate::{paths, setup, steps, test, ui};

/// Takes the pictures; arguments name some of the screens.
pub fn shots(arguments: &[String]) -> Result<()> {
    setup::system(&[Need::WebView, Need::Screen, Need::Driver])?;
    ui::build()?;
    test::build_programs()?;
    let folder = paths::target().join("shots");
    let mut command = steps::command(paths::built("shots"), &[]);
    test::programs_under_test(&mut command)?.env("COUNTERBOOK_PICTURES", &folder);
    steps::run(command.args(arguments))?;
    println!("pictures: {}", folder.display());
    Ok(())
}
