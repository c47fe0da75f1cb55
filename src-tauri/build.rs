//! Declares the shell's commands, so that a page may call them only where a capability says
//! so, and embeds the built user interface. Where that is not built yet, a page that says how
//! stands in for it, so that the workspace compiles on a machine without Node.

use std::path::Path;

const NOT_BUILT: &str = "<!doctype html><meta charset=\"utf-8\"><title>Counterbook</title>\
    <p>The user interface is not built. Build and open it with: cargo xtask run</p>\n";

fn main() {
    let page = Path::new("../ui/dist/index.html");
    if !page.exists() {
        std::fs::create_dir_all("../ui/dist").expect("ui/dist can be made");
        std::fs::write(page, NOT_BUILT).expect("ui/dist can be written to");
    }
    println!("cargo:rerun-if-changed=../ui/dist");
    let manifest =
        tauri_build::AppManifest::new().commands(&["call", "call_bytes", "customer_view"]);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    tauri_build::try_build(attributes).expect("the shell's configuration is valid");
}
