//! The exact command for systems on which this program installs nothing by itself.

use super::Need;
use crate::steps;

/// A Linux with its own package manager and names of packages.
struct System {
    program: &'static str,
    install: &'static str,
    packages: fn(Need) -> &'static str,
}

const KNOWN: [System; 3] = [
    System {
        program: "dnf",
        install: "sudo dnf install",
        packages: fedora,
    },
    System {
        program: "pacman",
        install: "sudo pacman -S --needed",
        packages: arch,
    },
    System {
        program: "zypper",
        install: "sudo zypper install",
        packages: suse,
    },
];

/// The command that provides `needs` on the Linux at hand, by its package manager.
pub fn for_linux(needs: &[Need]) -> String {
    let is_there = |system: &&System| steps::find_program(system.program).is_some();
    match KNOWN.iter().find(is_there) {
        Some(system) => {
            let packages: Vec<&str> = needs.iter().map(|need| (system.packages)(*need)).collect();
            format!("run: {} {}", system.install, packages.join(" "))
        }
        None => "install WebKitGTK 4.1 and librsvg with their development files, Xvfb, openbox, \
                 xrandr, WebKitWebDriver, xdotool, the tools of poppler, PostgreSQL and CUPS"
            .to_owned(),
    }
}

/// The command that installs Node on the system at hand.
pub fn for_node() -> &'static str {
    match std::env::consts::OS {
        "macos" => "run: brew install node@22",
        "windows" => "run: winget install OpenJS.NodeJS.LTS",
        _ => "install Node 20.19 or newer (https://nodejs.org/en/download)",
    }
}

fn fedora(need: Need) -> &'static str {
    match need {
        Need::WebView => "gcc pkgconf webkit2gtk4.1-devel librsvg2-devel",
        Need::Screen => "xorg-x11-server-Xvfb openbox xrandr dejavu-sans-fonts",
        Need::Driver => "webkit2gtk-driver xdotool poppler-utils",
        Need::Database => "postgresql-server openssl",
        Need::Printing => "cups",
        Need::Units => "systemd",
    }
}

fn arch(need: Need) -> &'static str {
    match need {
        Need::WebView => "base-devel webkit2gtk-4.1 librsvg",
        Need::Screen => "xorg-server-xvfb openbox xorg-xrandr ttf-dejavu",
        Need::Driver => "xdotool poppler",
        Need::Database => "postgresql openssl",
        Need::Printing => "cups",
        Need::Units => "systemd",
    }
}

fn suse(need: Need) -> &'static str {
    match need {
        Need::WebView => "gcc pkgconf webkit2gtk3-devel librsvg-devel",
        Need::Screen => "xorg-x11-server-Xvfb openbox xrandr dejavu-fonts",
        Need::Driver => "webkit2gtk3-driver xdotool poppler-tools",
        Need::Database => "postgresql-server openssl",
        Need::Printing => "cups",
        Need::Units => "systemd",
    }
}
