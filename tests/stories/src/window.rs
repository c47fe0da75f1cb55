//! The window of a story: a screen of its own, the real application on it, a keyboard, and a
//! folder for its files. What is looked for is waited for, within a limit; when the story fails, a
//! picture of the screen and the page's text stay behind.

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use stage::{Display, Keys, Picture};
use tempfile::TempDir;

use crate::driver::Driver;
use crate::element::Element;
use crate::{accessibility, places};

const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(60);
const SETTLED: Duration = Duration::from_millis(300);
/// Keys reach the page's commands: it has the focus, and its first screen is mounted, which comes
/// after the book's answer and the listener for keys.
const LISTENS: &str = "return document.readyState === 'complete' && document.hasFocus()
    && document.querySelector('#app > :not(.first)') !== null";

/// An open window of the application.
pub struct Window {
    // Fields drop in this order: the application, then its screen, then its folder.
    driver: Driver,
    keys: Keys,
    display: Display,
    folder: Rc<TempDir>,
    broken_rules: RefCell<Vec<String>>,
    has_ended: Cell<bool>,
}

impl Window {
    /// Opens the application as on its first start: no settings, no books.
    pub fn first_start() -> Result<Self> {
        Self::open(&[])
    }

    /// Opens the application with arguments, as the command line or a double click would.
    pub fn open(arguments: &[&str]) -> Result<Self> {
        let folder = tempfile::tempdir().context("no folder for the story")?;
        Self::open_in(Rc::new(folder), arguments)
    }

    /// Opens the application on a folder that already holds something.
    pub fn open_in(folder: Rc<TempDir>, arguments: &[&str]) -> Result<Self> {
        let display = Display::start()?;
        let driver = Driver::start(&display, folder.path(), arguments)?;
        let keys = Keys::of(&display);
        let (broken_rules, has_ended) = Default::default();
        let window = Self {
            has_ended,
            driver,
            keys,
            display,
            folder,
            broken_rules,
        };
        window.wait_until("the keyboard in the page", || {
            Ok((window.driver.script(LISTENS, json!([]))? == true).then_some(()))
        })?;
        Ok(window)
    }

    /// Closes the application and opens it again on the same folder.
    pub fn open_again(self, arguments: &[&str]) -> Result<Self> {
        let folder = Rc::clone(&self.folder);
        drop(self);
        Self::open_in(folder, arguments)
    }

    /// The folder of the story's files.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The keyboard.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Presses keys or chords one after the other, by their X names: `Return`, `ctrl+k`.
    pub fn press(&self, chords: &str) -> Result<()> {
        let chords: Vec<_> = chords.split_whitespace().collect();
        if chords.is_empty() {
            return Ok(());
        }
        self.keys.press_all(&chords)
    }

    /// Types a text where the focus is.
    pub fn type_text(&self, text: &str) -> Result<()> {
        self.keys.type_text(text)
    }

    /// Types what is looked for into the box with the focus, and takes the first hit.
    pub fn choose(&self, typed: &str) -> Result<()> {
        self.type_text(typed)?;
        self.wait_until(&format!("a hit for “{typed}”"), || {
            Ok(self.all("option")?.into_iter().next())
        })?;
        self.press("Return")
    }

    /// The one thing with this role and name, waited for.
    pub fn find(&self, role: &str, name: &str) -> Result<Element<'_>> {
        self.wait_until(&format!("a {role} “{name}”"), || {
            Ok(Element::all(&self.driver, role, Some(name))?
                .into_iter()
                .next())
        })
    }

    /// All things with this role that show now.
    pub fn all(&self, role: &str) -> Result<Vec<Element<'_>>> {
        Element::all(&self.driver, role, None)
    }

    /// The thing that has the focus.
    pub fn focused(&self) -> Result<Element<'_>> {
        Element::focused(&self.driver)
    }

    /// Waits until the thing with the focus has this role and name.
    pub fn wait_for_focus(&self, role: &str, name: &str) -> Result<()> {
        self.wait_until(&format!("the focus on the {role} “{name}”"), || {
            let focused = self.focused()?;
            Ok((focused.role()? == role && focused.name()?.trim() == name).then_some(()))
        })
    }

    /// Waits until the page shows this text.
    pub fn wait_for_text(&self, text: &str) -> Result<()> {
        self.wait_until(&format!("the text “{text}”"), || {
            Ok(self.text()?.contains(text).then_some(()))
        })
    }

    /// Waits until the page no longer shows this text.
    pub fn wait_until_gone(&self, text: &str) -> Result<()> {
        self.wait_until(&format!("the text “{text}” to go"), || {
            Ok((!self.text()?.contains(text)).then_some(()))
        })
    }

    /// The page's text as it is shown.
    pub fn text(&self) -> Result<String> {
        let text = self
            .driver
            .script("return document.body.innerText", json!([]))?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Runs a verb through the page's own door, as its buttons do, and answers with the output.
    pub fn call(&self, verb: &str, input: &serde_json::Value) -> Result<serde_json::Value> {
        const CALL: &str = "\
            const done = arguments[arguments.length - 1];\
            window.__TAURI_INTERNALS__.invoke('call', { name: arguments[0], input: arguments[1] })\
                .then((output) => done({ output }), (error) => done({ error }));";
        let body = json!({ "script": CALL, "args": [verb, input] });
        let mut answer = self.driver.post("execute/async", &body)?;
        if !answer["error"].is_null() {
            bail!("{verb} was refused: {}", answer["error"]);
        }
        Ok(answer["output"].take())
    }

    /// Splits the screen into two monitors side by side.
    pub fn split_screen(&self) -> Result<()> {
        self.display.split()
    }

    /// Goes to the screen at an address of the page, such as `orders/new`.
    pub fn go(&self, place: &str) -> Result<()> {
        self.driver
            .script("location.hash = '#/' + arguments[0]", json!([place]))
            .map(drop)
    }

    /// Chooses a look of the page, `light` or `dark`, as a person does: by the palette.
    pub fn set_theme(&self, theme: &str) -> Result<()> {
        self.press("ctrl+k")?;
        self.find("dialog", "Find or do anything")?;
        self.type_text(&format!("look {theme}"))?;
        self.wait_until("the look among the hits", || {
            Ok(self.all("option")?.into_iter().next())
        })?;
        self.press("Return")?;
        self.wait_until("the look to change", || {
            let shown = self
                .driver
                .script("return document.documentElement.dataset.theme", json!([]))?;
            Ok((shown == theme).then_some(()))
        })
    }

    /// Keeps the page out of breath: its thread is blocked for so much of every hundred
    /// milliseconds.
    pub fn keep_busy(&self, blocked_ms: u32) -> Result<()> {
        let script = "setInterval(() => {
            const end_ms = performance.now() + arguments[0];
            while (performance.now() < end_ms);
        }, 100)";
        self.driver
            .script(script, serde_json::json!([blocked_ms]))
            .map(drop)
    }

    /// Answers the native file dialog with this title: types the path over what it suggests, and
    /// Enter.
    pub fn answer_file_dialog(&self, title: &str, path: &Path) -> Result<()> {
        self.keys.wait_for_window(title)?;
        self.keys.press("ctrl+a")?;
        self.keys
            .type_text(path.to_str().context("a path that can be typed")?)?;
        self.keys.press("Return")?;
        self.wait_until("the file dialog to close", || {
            Ok((!self.keys.sees_window(title)).then_some(()))
        })
    }

    /// A picture of the screen when nothing has moved on it for a moment.
    pub fn settled_picture(&self) -> Result<Picture> {
        let last = RefCell::new((self.display.picture()?, Instant::now()));
        self.wait_until("the picture to settle", || {
            let now = self.display.picture()?;
            let mut last = last.borrow_mut();
            if now != last.0 {
                *last = (now, Instant::now());
            }
            Ok((last.1.elapsed() > SETTLED).then(|| last.0.clone()))
        })
    }

    /// Notes every rule of accessibility that this screen breaks; the story goes on, and `end`
    /// tells.
    pub fn check_accessibility(&self, screen: &str) -> Result<()> {
        self.settled_picture()?;
        let broken = accessibility::broken_rules(&self.driver)?;
        self.broken_rules
            .borrow_mut()
            .extend(broken.iter().map(|rule| format!("{screen}: {rule}")));
        Ok(())
    }

    /// The end of a story: fails with every rule of accessibility that a screen of it broke.
    pub fn end(self) -> Result<()> {
        let broken = self.broken_rules.take();
        ensure!(
            broken.is_empty(),
            "screens break rules of accessibility:\n{}",
            broken.join("\n")
        );
        self.has_ended.set(true);
        Ok(())
    }

    /// Leaves a picture of the screen under `name` in the folder of pictures.
    pub fn keep_picture(&self, name: &str) -> Result<()> {
        let folder = places::picture_folder();
        std::fs::create_dir_all(&folder)?;
        self.display
            .picture()?
            .save(&folder.join(format!("{name}.png")))
    }

    /// Waits until `look` finds something; `what` is said when it does not within the usual limit.
    pub fn wait_until<T>(&self, what: &str, look: impl Fn() -> Result<Option<T>>) -> Result<T> {
        self.wait_within(PATIENCE, what, look)
    }

    /// Waits until `look` finds something; `what` is said when it does not within `limit`.
    pub fn wait_within<T>(
        &self,
        limit: Duration,
        what: &str,
        look: impl Fn() -> Result<Option<T>>,
    ) -> Result<T> {
        let started = Instant::now();
        loop {
            let last = match look() {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => String::new(),
                Err(error) => format!(" ({error:#})"),
            };
            if started.elapsed() > limit {
                let text = self.text().unwrap_or_default();
                bail!("waited in vain for {what}{last}; the page shows:\n{text}");
            }
            std::thread::sleep(PAUSE);
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if !self.has_ended.get() {
            // A story that did not come to its end: the last picture tells more than its error.
            let story = std::thread::current()
                .name()
                .unwrap_or("story")
                .replace("::", "-");
            let _ = self.keep_picture(&story);
        }
    }
}
