//! The pages for customers at a hub: after a round that ended well, the hub is told of those that
//! say something else than what it was last told.
use ::book::dto::{RecordKind, Touched};
use ::book::sync::PageDue;
use ::book::{Book, Read};
use domain::{Day, Subject, SubjectKind};
use sync::PlaceError;
use sync::hub::{Hub, Page};
use uuid::Uuid;

use crate::App;
use crate::desk::OpenBook;
use crate::documents::status::{StatusInput, html_of};
use crate::error::AppError;
use crate::event::{Changed, Event};
use crate::language::Language;

/// Pages that a hub is told of at a time; the rest follows with the next round, at once.
const AT_A_TIME: i64 = 200;
/// What a hub refuses of a single page; anything else ends the round.
const OF_THE_PAGE: [&str; 3] = ["malformed", "full", "unknown"];

/// Tells a hub of what has changed. A hub that is away hears of it after another round.
pub(super) fn send(
    app: &App,
    (open, place): (&OpenBook, &str),
    hub: &mut Hub,
) -> Result<(), AppError> {
    let due = open.book.pages_due(place, app.now_ms(), AT_A_TIME)?;
    let mut touched = Vec::new();
    for page in &due {
        let failure = match tell(app, open, hub, page) {
            Ok(()) => None,
            Err(Told::Refused(code)) => Some(code),
            Err(Told::Away) => break,
        };
        let sent = (app.now_ms(), failure.as_deref());
        open.book.keep_page_sent(place, page, sent)?;
        touched.push(Touched {
            kind: RecordKind::Order,
            id: page.order,
        });
    }
    // Whoever looks at such an order sees that it is there; and this wakes the next round.
    if !touched.is_empty() {
        app.tell(&Event::Changed(Changed {
            all: false,
            touched,
        }));
    }
    Ok(())
}

/// Why a hub did not take a page.
enum Told {
    /// It will not take it.
    Refused(String),
    /// It cannot be asked now.
    Away,
}

fn tell(app: &App, open: &OpenBook, hub: &mut Hub, due: &PageDue) -> Result<(), Told> {
    if due.is_gone {
        return match hub.withdraw(&due.link) {
            // It was never there, or is gone already.
            Err(PlaceError::Refused(code)) if code == "unknown" => Ok(()),
            told => told.map_err(of_place),
        };
    }
    let said = page_of(app, &open.book, due).map_err(|error| Told::Refused(error.code))?;
    let page = Page {
        link: &due.link,
        revision: said.revision,
        page: &said.html,
        expires_ms: due.until_ms,
    };
    hub.publish(&page).map_err(of_place)
}

fn of_place(error: PlaceError) -> Told {
    match error {
        PlaceError::Refused(code) if OF_THE_PAGE.contains(&code.as_str()) => Told::Refused(code),
        _ => Told::Away,
    }
}

/// A page and how new it is.
struct Said {
    html: String,
    revision: i64,
}

fn page_of(app: &App, book: &Book, due: &PageDue) -> Result<Said, AppError> {
    let (language, revision, cutoff_hour) = book.read_rows(|read| about(read, book.id(), due))?;
    let input = StatusInput {
        order: due.order,
        language: Some(Language::of_tag(&language)),
    };
    let now_ms = app.now_ms();
    let today = Day::of_local(now_ms, app.offset_min(now_ms), cutoff_hour);
    Ok(Said {
        html: html_of(book, &input, today)?,
        revision,
    })
}

/// The language of a page; the newest entry that it is made of, by the clock that orders entries on
/// every device: a device that knows less never takes a customer back in time.
fn about(read: Read<'_>, book: Uuid, due: &PageDue) -> ::book::Result<(String, i64, u8)> {
    let order = read.order(due.order)?;
    let page = order
        .pages
        .iter()
        .find(|page| page.address.ends_with(&due.link));
    let mut subjects = vec![
        Subject::new(SubjectKind::Order, due.order),
        Subject::new(SubjectKind::Book, book),
    ];
    let customer = order.head.customer;
    subjects.extend(customer.map(|id| Subject::new(SubjectKind::Customer, id)));
    let mut newest = 0;
    for subject in subjects {
        let entries = read.entries_about(subject)?;
        newest = entries.last().map_or(newest, |last| last.hlc.0.max(newest));
    }
    let language = page.map(|page| page.language.clone()).unwrap_or_default();
    Ok((language, newest, read.settings()?.cutoff_hour()))
}
