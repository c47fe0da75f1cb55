//! The way of a call: who is at work, whether they may, the verb itself, and what is written down
//! about it.
use domain::SubjectKind;
use domain::person::{Permission, RoleTerms};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::audit::About;
use super::session::{AtWork, Worker};
use super::{audit, needs, pins};
use crate::error::AppError;
use crate::gate::Caller;
use crate::verb::{Answer, Verb, VerbKind};
use crate::{App, parse};

/// The field of every input that names who approves what the caller may not do.
const APPROVAL: &str = "approval";

/// Whose PIN lets a call pass.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Approval {
    person: Uuid,
    pin: String,
}

/// Runs a verb for whoever is at work.
pub(crate) fn through(
    app: &App,
    verb: &'static Verb,
    mut input: Value,
) -> Result<Answer, AppError> {
    let approver = approver(app, &mut input)?;
    let dry_run = input.get("dry_run").and_then(Value::as_bool);
    let about = About {
        record: record(verb, &input),
        amount_minor: amount(&input),
    };
    let dry_run = dry_run.unwrap_or(false);
    let at_work = match asks(verb) {
        true => app.at_work()?,
        // Looking is free, and scans are looked up twenty times a second.
        false => AtWork::Anybody,
    };
    let caller = Caller::new(at_work, approver, verb.name, dry_run).about(about);
    let app = app.called_by(caller);
    let result = admitted(&app, verb, &input).and_then(|()| (verb.run)(&app, input));
    write_down(&app, &result);
    result
}

/// Who approves, once their PIN was found right.
fn approver(app: &App, input: &mut Value) -> Result<Option<Worker>, AppError> {
    let said = input
        .as_object_mut()
        .and_then(|input| input.remove(APPROVAL));
    let Some(said) = said.filter(|said| !said.is_null()) else {
        return Ok(None);
    };
    let check = || {
        let said: Approval = parse::parse(said)?;
        pins::check_pin(app, said.person, &said.pin)?;
        app.worker(said.person)
    };
    check().map(Some).map_err(|error| error.under(APPROVAL))
}

fn changes(verb: &Verb) -> bool {
    matches!(verb.kind, VerbKind::Write | VerbKind::Job)
}

/// Whether it matters who calls a verb.
fn asks(verb: &Verb) -> bool {
    changes(verb) || needs::needed(verb.name).is_some()
}

/// Refuses what nobody at work may do, and what this person may not do.
fn admitted(app: &App, verb: &Verb, input: &Value) -> Result<(), AppError> {
    if matches!(app.caller().at_work, AtWork::Nobody) {
        return Err(AppError::unavailable("sign_in_needed"));
    }
    if changes(verb) && !app.caller().dry_run {
        app.stay();
    }
    let needed: Vec<Permission> = needs::needed(verb.name).into_iter().collect();
    match app.require(&needed) {
        // What was carried out before is answered again and not done again.
        Err(_) if verb.kind == VerbKind::Write && was_done(app, input) => Ok(()),
        other => other,
    }
}

fn was_done(app: &App, input: &Value) -> bool {
    let request = input.get("request_id").and_then(Value::as_str);
    let request = request.and_then(|text| Uuid::parse_str(text).ok());
    request.is_some_and(|request| {
        let done = app.read_rows(|read| read.was_requested(request));
        done.unwrap_or(false)
    })
}

/// Writes down a refusal, and what leaves no entry of its own.
fn write_down(app: &App, result: &Result<Answer, AppError>) {
    let caller = app.caller();
    let about = caller.about;
    if caller.dry_run || !matches!(caller.at_work, AtWork::Person(_)) {
        return;
    }
    match result {
        Err(error) if error.code == "permission_needed" => {
            let words = error.detail.as_deref().unwrap_or_default().split(',');
            let lacking: Vec<_> = words.filter_map(Permission::of_word).collect();
            let said = audit::terms(caller.verb, &lacking, about);
            audit::write(app, "audit.refused", &said);
        }
        Err(_) => {}
        Ok(_) => match caller.take_approval() {
            Some((by, approved)) => {
                let said = audit::terms(caller.verb, &approved, about);
                audit::write(app, "audit.approved", &audit::approved_by(said, by));
            }
            None if needs::is_noted(caller.verb, &roles(app)) => {
                let needed: Vec<_> = needs::needed(caller.verb).into_iter().collect();
                let said = audit::terms(caller.verb, &needed, about);
                audit::write(app, "audit.done", &said);
            }
            None => {}
        },
    }
}

/// The roles of the book; none when it cannot be asked.
fn roles(app: &App) -> Vec<RoleTerms> {
    let settings = app.read_rows(|read| read.settings());
    settings.map_or_else(|_| Vec::new(), |settings| settings.roles())
}

/// The amount that a call names.
fn amount(input: &Value) -> Option<i64> {
    let named = ["amount_minor", "total_minor"].map(|name| input.get(name));
    named.into_iter().flatten().find_map(Value::as_i64)
}

/// The record that a call names, by the noun of its verb.
fn record(verb: &Verb, input: &Value) -> Option<(SubjectKind, Uuid)> {
    let id = input.get("id").or_else(|| input.get("product"))?.as_str()?;
    let kind = match verb.name.split_once('.')?.0 {
        "orders" => SubjectKind::Order,
        "products" | "stock" => SubjectKind::Product,
        "customers" => SubjectKind::Customer,
        "till" => SubjectKind::Till,
        "people" => SubjectKind::Person,
        "price_lists" => SubjectKind::PriceList,
        "suppliers" => SubjectKind::Supplier,
        "purchases" => SubjectKind::Purchase,
        "promotions" => SubjectKind::Promotion,
        _ => return None,
    };
    Some((kind, Uuid::parse_str(id).ok()?))
}
