//! `counterbook sync`: copies a book to and from folders and hubs, once or until it is stopped.
use std::time::Duration;

use serde_json::{Value, json};

use crate::arguments::{Sync, SyncAction};
use crate::failure::Failure;
use crate::house::{House, print, text_of, write_out};

/// How often is looked whether there is something to tell.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Does what is asked for about sync.
pub fn run(asked: &Sync) -> Result<(), Failure> {
    match asked.action {
        SyncAction::Status => status(asked),
        SyncAction::Connect => connect(asked),
        SyncAction::Invite => invite(asked),
        SyncAction::Join => join(asked),
        SyncAction::Snapshot => snapshot(asked),
        SyncAction::Forget => forget(asked),
        SyncAction::Run if asked.once => once(asked),
        SyncAction::Run => keep(asked),
    }
}

fn status(asked: &Sync) -> Result<(), Failure> {
    let house = House::open(&asked.book)?;
    print(&house.call("sync.status", Value::Null)?)
}

fn join(asked: &Sync) -> Result<(), Failure> {
    let (Some(via), Some(name)) = (&asked.via, &asked.name) else {
        let words = "join needs --via and --name";
        return Err(Failure::Words(words.to_owned()));
    };
    let input = json!({
        "path": text_of(&asked.book), "place": via, "name": name, "book": asked.id,
        "code": asked.code
    });
    let done = House::empty().job("sync.join", input)?;
    tell(&done)
}

fn connect(asked: &Sync) -> Result<(), Failure> {
    let (Some(via), Some(name)) = (&asked.via, &asked.name) else {
        let words = "connect needs --via and --name";
        return Err(Failure::Words(words.to_owned()));
    };
    let house = House::open(&asked.book)?;
    let input = json!({
        "place": via, "name": name, "code": asked.code, "sealed": !asked.unsealed
    });
    tell(&house.job("sync.connect", input)?)
}

fn invite(asked: &Sync) -> Result<(), Failure> {
    let Some(via) = &asked.via else {
        return Err(Failure::Words("invite needs --via".to_owned()));
    };
    let house = House::open(&asked.book)?;
    let invited = house.job("sync.invite", json!({ "place": via }))?;
    let code = invited["code"].as_str().unwrap_or_default();
    write_out(format!("{code}\n").as_bytes())
}

fn snapshot(asked: &Sync) -> Result<(), Failure> {
    let house = House::open(&asked.book)?;
    let made = house.job("sync.snapshot", json!({ "place": asked.via }))?;
    let place = made["place"].as_str().unwrap_or_default();
    let line = format!(
        "{place}: new devices start from {} entries, {} bytes\n",
        made["entries"], made["bytes"]
    );
    write_out(line.as_bytes())
}

fn forget(asked: &Sync) -> Result<(), Failure> {
    let Some(via) = &asked.via else {
        return Err(Failure::Words("forget needs --via".to_owned()));
    };
    let house = House::open(&asked.book)?;
    house.call("sync.disconnect", json!({ "place": via }))?;
    Ok(())
}

fn once(asked: &Sync) -> Result<(), Failure> {
    let house = House::open(&asked.book)?;
    let done = house.job("sync.run", json!({ "place": asked.via }))?;
    tell(&done)
}

/// A first round, then the background's work until the program is stopped.
fn keep(asked: &Sync) -> Result<(), Failure> {
    let house = House::open(&asked.book)?;
    let done = house.job("sync.run", json!({ "place": asked.via }))?;
    // A place that is away now may come back: that is what this goes on for.
    let told = tell(&done);
    if let Err(Failure::Words(words)) = told {
        eprintln!("counterbook: {words}");
    }
    house.app().keep_in_sync()?;
    let mut before = Value::Null;
    loop {
        let status = house.call("sync.status", Value::Null)?;
        let now = json!([figures(&status), status["local_only"]]);
        if now != before {
            let line = format!(
                "{} entries here, {} on no other place\n",
                figures(&status),
                status["local_only"]
            );
            write_out(line.as_bytes())?;
            before = now;
        }
        std::thread::sleep(LOOK_EVERY);
    }
}

fn figures(status: &Value) -> i64 {
    let devices = status["devices"].as_array().into_iter().flatten();
    devices
        .filter_map(|device| device["entries"].as_i64())
        .sum()
}

/// Tells what each round came to; one that did not end well is a failure.
fn tell(done: &Value) -> Result<(), Failure> {
    let mut failed = Vec::new();
    for round in done["rounds"].as_array().into_iter().flatten() {
        let place = round["place"].as_str().unwrap_or_default();
        let mut line = format!(
            "{place}: {} fetched, {} given",
            round["fetched"], round["given"]
        );
        if round["refused"] != 0 {
            line.push_str(&format!(", {} put aside as damaged", round["refused"]));
        }
        if round["renewed"] == true {
            line.push_str("; this file was copied or restored and has a prefix of its own now");
        }
        write_out(format!("{line}\n").as_bytes())?;
        if let Some(why) = round["failure"].as_str() {
            failed.push(format!("{place}: {why}"));
        }
    }
    match failed.is_empty() {
        true => Ok(()),
        false => Err(Failure::Words(failed.join("; "))),
    }
}
