//! Debian and Ubuntu: one refresh of the package lists, one installation, as root or with `sudo`.

use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Need;
use crate::steps;

/// Installs the packages behind `needs`.
pub fn install(needs: &[Need]) -> Result<()> {
    let packages: Vec<&str> = needs
        .iter()
        .flat_map(|need| packages(*need))
        .copied()
        .collect();
    println!("installing what this machine lacks: {}", packages.join(" "));
    steps::run(&mut apt_get(&["update", "-qq"])?)?;
    let mut install = apt_get(&["install", "-y", "-qq", "--no-install-recommends"])?;
    steps::run(install.args(&packages))
}

/// The packages that provide `need`.
pub fn packages(need: Need) -> &'static [&'static str] {
    match need {
        Need::WebView => &[
            "build-essential",
            "pkg-config",
            "libwebkit2gtk-4.1-dev",
            "librsvg2-dev",
        ],
        Need::Screen => &["xvfb", "openbox", "x11-xserver-utils", "fonts-dejavu-core"],
        Need::Driver => &["webkit2gtk-driver", "xdotool", "poppler-utils"],
        Need::Database => &["postgresql", "openssl"],
        Need::Printing => &["cups", "cups-client"],
        Need::Units => &["systemd"],
    }
}

fn apt_get(arguments: &[&str]) -> Result<Command> {
    let user = steps::read(&mut steps::command("id", &["-u"]))?;
    let mut command = if user.trim() == "0" {
        steps::command("apt-get", arguments)
    } else if steps::find_program("sudo").is_some() {
        let mut sudo = Command::new("sudo");
        // sudo may ask for a password, so it keeps the terminal.
        sudo.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
            .args(arguments);
        sudo
    } else {
        let line = arguments.join(" ");
        bail!("run this as root, then try again: apt-get {line}")
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Some(command).context("no apt-get")
}
