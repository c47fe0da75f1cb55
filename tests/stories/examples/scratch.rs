use serde_json::json;
use stories::Shop;
fn main() -> anyhow::Result<()> {
    let shop = Shop::new()?;
    let window = shop.window()?;
    window.find("heading", "Today")?;
    window.raw("window.__log=[]; window.addEventListener('keydown', e => window.__log.push([e.key, e.ctrlKey, e.defaultPrevented, document.activeElement.tagName]), true)", json!([]))?;
    window.press("ctrl+k")?;
    std::thread::sleep(std::time::Duration::from_millis(800));
    println!(
        "{}",
        window.raw("return JSON.stringify(window.__log)", json!([]))?
    );
    for d in window.all("dialog")? {
        println!("dialog {:?}", d.name()?);
    }
    println!("{}", window.raw("return [...document.querySelectorAll('dialog')].map(d => d.outerHTML.slice(0,200)).join()", json!([]))?);
    window.keep_picture("scratch")?;
    window.press("Escape")?;
    window.press("g r")?;
    window.find("heading", "Sales by day")?;
    window.press("x")?;
    std::thread::sleep(std::time::Duration::from_millis(800));
    println!(
        "{}",
        window.raw("return JSON.stringify(window.__log)", json!([]))?
    );
    for role in ["menu", "menuitem", "button", "dialog"] {
        for d in window.all(role)? {
            println!("{role} {:?}", d.name()?);
        }
    }
    window.keep_picture("scratch2")?;
    Ok(())
}
