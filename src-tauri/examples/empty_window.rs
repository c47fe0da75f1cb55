//! An empty window of the same web view: the floor beside which the start of the application is
//! measured.

use tauri::{Builder, WebviewUrl, WebviewWindowBuilder};

fn main() -> tauri::Result<()> {
    let shell = Builder::default()
        .setup(|shell| {
            let blank = WebviewUrl::CustomProtocol("about:blank".parse()?);
            WebviewWindowBuilder::new(shell, "empty", blank)
                .inner_size(1280.0, 800.0)
                .build()?;
            Ok(())
        })
        .build(tauri::generate_context!())?;
    shell.run(|_, _| {});
    Ok(())
}
