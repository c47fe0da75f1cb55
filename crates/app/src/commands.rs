//! The one table of verbs. The dispatcher, the page's types, `docs/commands.md`, the command line's
//! `verbs` and the tests that walk all verbs come from here; nothing else lists them.
use serde::Serialize;

use crate::error::AppError;
use crate::request::VerbInput;
use crate::verb::{Answer, Verb, VerbKind};

/// The verb of a name.
pub fn verb(name: &str) -> Option<&'static Verb> {
    VERBS.iter().find(|verb| verb.name == name)
}

fn json(output: &impl Serialize) -> Result<Answer, AppError> {
    match serde_json::value::to_raw_value(output) {
        Ok(value) => Ok(Answer::Json(value)),
        Err(error) => Err(AppError::broken("internal").with(error)),
    }
}

macro_rules! run {
    (Bytes, $($module:ident)::+) => {
        |app, input| {
            let input = <crate::$($module)::+::Input as VerbInput>::read(input)?;
            crate::$($module)::+::run(app, input).map(Answer::Bytes)
        }
    };
    (Shell, $($module:ident)::+) => {
        |_, input| {
            <crate::$($module)::+::Input as VerbInput>::read(input)?;
            Err(AppError::unavailable("no_window"))
        }
    };
    ($kind:ident, $($module:ident)::+) => {
        |app, input| {
            let input = <crate::$($module)::+::Input as VerbInput>::read(input)?;
            json(&crate::$($module)::+::run(app, input)?)
        }
    };
}

macro_rules! output_ts {
    (Bytes, $($module:ident)::+) => { |_| "bytes".to_owned() };
    ($kind:ident, $($module:ident)::+) => { |types| types.name::<crate::$($module)::+::Output>() };
}

macro_rules! done_ts {
    (Job, $($module:ident)::+) => { Some(|types| types.name::<crate::$($module)::+::Done>()) };
    ($kind:ident, $($module:ident)::+) => { None };
}

macro_rules! output_schema {
    (Bytes, $($module:ident)::+) => { |_| true.into() };
    ($kind:ident, $($module:ident)::+) => {
        |generator| <crate::$($module)::+::Output as schemars::JsonSchema>::json_schema(generator)
    };
}

macro_rules! verbs {
    ($($kind:ident $name:literal $($module:ident)::+, $about:literal;)*) => {
        /// Every verb, noun by noun.
        pub const VERBS: &[Verb] = &[$(Verb {
            name: $name,
            kind: VerbKind::$kind,
            about: $about,
            run: run!($kind, $($module)::+),
            input_ts: <crate::$($module)::+::Input as VerbInput>::typescript,
            output_ts: output_ts!($kind, $($module)::+),
            done_ts: done_ts!($kind, $($module)::+),
            input_schema: <crate::$($module)::+::Input as VerbInput>::schema,
            output_schema: output_schema!($kind, $($module)::+),
        }),*];
    };
}

verbs! {
    Read "book.status" book::status, "Which book is open, and which were opened before.";
    Read "book.create" book::create, "Makes a new book in a new file, and opens it.";
    Read "book.open" book::open, "Opens a book; the one open before is closed.";
    Read "book.close" book::close, "Closes the open book.";
    Read "book.forget" book::forget, "Takes a book off the list of recent ones; the file stays.";
    Job "book.sample" book::sample, "Opens the sample shop, and makes it first when needed.";
    Read "book.countries" book::countries, "What each country brings: currency, taxes, price habit.";
    Read "book.info" book::info, "The open book's settings and size.";
    Write "book.amend" book::amend, "Changes the settings of the book.";
    Read "book.today" book::today, "The day at a glance.";
    Read "book.exceptions" book::exceptions, "Everything that a person must look at.";
    Read "book.search" book::search, "Finds records by the beginnings of words.";
    Job "book.verify" book::verify, "Checks the whole book: hashes, projections, ledgers, file.";
    Job "book.rebuild" book::rebuild, "Makes every projection anew from the journal.";
    Job "book.backup" book::backup, "Writes a verified copy of the open book to another file.";
    Read "book.kept" book::kept, "The settings of this installation.";
    Read "book.keep" book::keep, "Keeps settings of this installation; null forgets one.";

    Read "jobs.list" jobs::list, "The jobs that run, and the last ones that ran.";
    Read "jobs.get" jobs::get, "How a job stands.";
    Read "jobs.cancel" jobs::cancel, "Asks a job to stop at its next safe place.";

    Read "orders.list" orders::list, "A window of the orders, filtered and sorted.";
    Read "orders.position" orders::position, "Where an order stands in a list.";
    Read "orders.get" orders::get, "An order with everything about it.";
    Write "orders.draft" orders::draft, "Writes an order down without agreeing it.";
    Write "orders.amend" orders::amend, "Changes a draft.";
    Write "orders.duplicate" orders::duplicate, "Drafts the same lines at today's prices.";
    Write "orders.place" orders::place, "Agrees an order, new or drafted, and numbers it.";
    Write "orders.sell" orders::sell, "A counter sale: placed, paid and handed over in one entry.";
    Write "orders.pay" orders::pay, "Records money received for an order.";
    Write "orders.refund" orders::refund, "Gives money back.";
    Write "orders.fulfil" orders::fulfil, "Ships goods, all that is open unless lines are named.";
    Write "orders.cancel" orders::cancel, "Calls off what is not shipped, or a part of it.";
    Write "orders.deliver" orders::deliver, "Marks a shipment as arrived.";
    Write "orders.request_return" orders::request_return, "Notes what is to be sent back.";
    Write "orders.receive_return" orders::receive_return, "Takes goods back for a credit note.";
    Write "orders.hold" orders::hold, "Keeps an order from being shipped, for a reason.";
    Write "orders.allocate" orders::allocate, "Sets goods aside for what of an order waits.";
    Write "orders.release" orders::release, "Lifts a hold, or all of them.";
    Write "orders.quote" orders::quote, "Offers a draft until a day, under a quote's number.";
    Write "orders.decline" orders::decline, "Notes that what was offered is not wanted.";
    Write "orders.reopen" orders::reopen, "Takes the cancellation of an order back.";
    Write "orders.swap" orders::swap, "Takes goods back for others, with one difference of money.";
    Write "orders.publish" orders::publish, "Shows the customer how far the order is, by a link.";
    Write "orders.unpublish" orders::unpublish, "Takes that page away, for good.";
    Write "orders.assign" orders::assign, "Says who looks after what needs a person.";
    Write "orders.attach" orders::attach, "Puts a file at an order.";
    Write "orders.detach" orders::detach, "Takes a file away from an order.";
    Read "orders.save_attachment" orders::save_attachment, "A file of an order written to disk.";
    Write "orders.note" orders::note, "An internal note about an order.";
    Write "orders.tag" orders::tag, "Says which tags an order has.";
    Write "orders.edit" orders::edit, "Changes an order after it was placed.";
    Write "orders.take_in" orders::take_in, "Takes goods back that come without their sale.";
    Write "orders.take_back" orders::take_back, "Takes the last change of an order back.";
    Read "orders.void" orders::void, "Says that a cart at the counter was thrown away.";
    Read "orders.void_line" orders::void_line, "Says that goods were taken out of a cart.";
    Read "orders.costs" orders::costs, "What the goods of an order cost, line by line.";
    Write "orders.discard" orders::discard, "Throws a draft away.";
    Job "orders.batch" orders::batch, "The same done with many orders, with a result for each.";

    Read "products.list" products::list, "A window of the products, filtered and sorted.";
    Read "products.get" products::get, "A product with everything about it.";
    Read "products.by_code" products::by_code, "The product that a barcode or SKU means, at once.";
    Read "products.movements" products::movements, "A window of a product's movements in stock.";
    Read "products.check_barcodes" products::check_barcodes, "Which barcodes have a wrong digit.";
    Read "products.worth" products::worth, "What a product is worth, layer by layer.";
    Read "products.forecast" products::forecast, "What will be sold of a product.";
    Write "products.create" products::create, "A new product or service.";
    Write "products.amend" products::amend, "Changes a product.";
    Job "products.batch" products::batch, "The same changed of many products, with what was before.";
    Write "products.vary" products::vary, "Makes variants of a product.";
    Write "products.supply" products::supply, "What it is called and costs at a supplier.";
    Write "products.bundle" products::bundle, "What a product is made of.";
    Write "products.unsupply" products::unsupply, "A supplier sells it no more.";
    Write "products.settle" products::settle, "What devices set apart of it is right as it is.";
    Read "products.pictures" products::pictures, "The pictures that stand for some products.";
    Bytes "products.image" products::image, "The bytes of a product's picture, whole or small.";
    Write "products.add_image" products::add_image, "A picture more of a product.";
    Write "products.arrange_images" products::arrange_images, "The pictures as they are to be.";
    Write "products.assign" products::assign, "Says who looks after what needs a person.";
    Read "price_lists.list" price_lists::list, "All price lists.";
    Read "price_lists.get" price_lists::get, "A price list with everything about it.";
    Read "price_lists.prices" price_lists::prices, "A window of the products on a price list.";
    Write "price_lists.create" price_lists::create, "A new price list, without prices yet.";
    Write "price_lists.amend" price_lists::amend, "Changes the terms of a price list.";
    Write "price_lists.price" price_lists::price, "Sets prices of products on a price list.";
    Read "promotions.list" promotions::list, "All promotions.";
    Read "promotions.get" promotions::get, "A promotion with everything about it.";
    Write "promotions.create" promotions::create, "A new promotion, with a coupon or without.";
    Write "promotions.amend" promotions::amend, "Changes a promotion; orders keep what it gave.";
    Write "stock.adjust" stock::adjust, "Corrects what is there, by a change or by a count.";
    Write "stock.assemble" stock::assemble, "Puts bundles together out of their components.";
    Write "stock.take_apart" stock::take_apart, "Takes bundles apart into their components.";
    Read "stock.levels" stock::levels, "What there is of a product, place by place.";
    Read "stock.list" stock::list, "A window of what lies at a location, by SKU.";
    Read "stock.adjustments" stock::adjustments, "A window of the adjustments, the newest first.";
    Read "stock.explain" stock::explain, "Why a stock is what it is, down to what happened.";

    Read "shares.get" shares::get, "What each device may take of a product at a place.";
    Write "shares.open" shares::open, "Shares a product's stock at a place out among devices.";
    Write "shares.close" shares::close, "Shares of a product at a place count no more.";
    Write "shares.give" shares::give, "Gives another device some of what this one may take.";
    Write "shares.ask" shares::ask, "Asks the other devices for a share.";
    Write "shares.lose" shares::lose, "A device is lost: its share is the keeper's again.";

    Read "locations.list" locations::list, "Every location, and the one that is sold from here.";
    Read "locations.by_code" locations::by_code, "The location whose code was scanned.";
    Read "locations.choose" locations::choose, "Says where this installation sells from.";
    Write "locations.create" locations::create, "A new shop, warehouse, shelf or bin.";
    Write "locations.amend" locations::amend, "Changes a location; the main one is renamed.";
    Write "locations.archive" locations::archive, "Takes an empty location out of use, or back.";

    Read "counts.list" counts::list, "A window of the counts, the newest first.";
    Read "counts.get" counts::get, "A count with what it found beside what should be there.";
    Read "counts.export" counts::export, "The differences of a count written to a CSV file.";
    Write "counts.open" counts::open, "Begins to count a location, or a part of it.";
    Write "counts.count" counts::count, "What somebody found; several people add up.";
    Write "counts.finish" counts::finish, "What was counted holds, as of when it was counted.";
    Write "counts.discard" counts::discard, "Throws a count away.";

    Read "lots.list" lots::list, "The lots of a product, as they go out.";
    Read "lots.pick" lots::pick, "Which lots of an order's open goods go out next.";
    Read "lots.recall" lots::recall, "Who bought a lot, where it came from, where the rest lies.";
    Read "lots.export_recall" lots::export_recall, "Who bought a lot, as a CSV file.";
    Write "lots.label" lots::label, "Says which lot goods belong to that lie there without one.";
    Write "lots.date" lots::date, "Another last day for a lot.";

    Read "transfers.list" transfers::list, "A window of the transfers, the newest first.";
    Read "transfers.get" transfers::get, "A transfer with everything about it.";
    Write "transfers.create" transfers::create, "Writes down what is to go where.";
    Write "transfers.amend" transfers::amend, "Changes a transfer that was not sent yet.";
    Write "transfers.send" transfers::send, "The goods leave, and are in transit.";
    Write "transfers.receive" transfers::receive, "Goods arrive, all or some of them.";
    Write "transfers.take_back" transfers::take_back, "Goods under way come back.";
    Write "transfers.write_off" transfers::write_off, "Goods under way are lost or broken.";
    Write "transfers.discard" transfers::discard, "Throws a transfer away that was not sent.";

    Read "suppliers.list" suppliers::list, "All suppliers, by name.";
    Read "suppliers.get" suppliers::get, "A supplier with everything about it.";
    Read "suppliers.products" suppliers::products, "A window of what a supplier sells.";
    Write "suppliers.create" suppliers::create, "A new supplier.";
    Write "suppliers.amend" suppliers::amend, "Changes a supplier, or takes it out of use.";
    Read "purchases.list" purchases::list, "A window of the purchases, the newest first.";
    Read "purchases.get" purchases::get, "A purchase with everything about it.";
    Read "purchases.suggestions" purchases::suggestions, "What to order, with its arithmetic.";
    Read "purchases.receiving" purchases::receiving, "What goods may come for, with all codes.";
    Write "purchases.draft" purchases::draft, "Writes a purchase down without ordering it.";
    Write "purchases.draft_suggested" purchases::draft_suggested, "Drafts what is suggested.";
    Write "purchases.amend" purchases::amend, "Writes a draft anew.";
    Write "purchases.order" purchases::order, "Orders a draft, and numbers it.";
    Write "purchases.date" purchases::date, "Other days on which goods are to come.";
    Write "purchases.receive" purchases::receive, "A delivery for one purchase or several.";
    Write "purchases.land" purchases::land, "What bringing the goods here has cost.";
    Write "purchases.send_back" purchases::send_back, "Goods of a purchase go back.";
    Write "purchases.return_goods" purchases::return_goods, "Goods go back without a purchase.";
    Write "purchases.close" purchases::close, "What is open does not come any more.";
    Write "purchases.reopen" purchases::reopen, "What was given up is waited for again.";
    Write "purchases.cancel" purchases::cancel, "Calls off a purchase of which nothing came.";

    Read "till.status" till::status, "How this device's till stands, and its earlier Z reports.";
    Write "till.open" till::open, "Begins a till session with the float in the drawer.";
    Write "till.cash" till::cash, "Money into the drawer or out of it, with a reason.";
    Write "till.close" till::close, "Ends the session with a count: the Z report.";
    Read "till.report" till::report, "The X report of the open session, or a Z report again.";

    Read "sync.status" sync::status, "Devices, places, and what lies on this device alone.";
    Job "sync.run" sync::run, "Copies the book to and from its places now.";
    Job "sync.connect" sync::connect, "Connects the book with a folder or a hub, and copies it.";
    Read "sync.disconnect" sync::disconnect, "Forgets a place; what lies there stays.";
    Job "sync.join" sync::join, "Makes this device's own file of a book that lies at a place.";
    Job "sync.invite" sync::invite, "A one-time code with which one more device joins at a hub.";
    Job "sync.snapshot" sync::snapshot, "A copy of the book at a hub that new devices start from.";
    Job "sync.documents" sync::documents, "Documents from foreign systems that wait at a hub.";
    Job "sync.take_document" sync::take_document, "What a document that waits at a hub says.";
    Job "sync.finish_document" sync::finish_document, "A document at a hub is dealt with.";
    Job "sync.revoke" sync::revoke, "Keeps a lost device from fetching anything from a hub.";
    Read "sync.settle" sync::settle, "Takes something in quarantine in, or throws it away.";
    Read "sync.rename" sync::rename, "Says what this device is called.";

    Read "people.list" people::list, "Everybody of the shop.";
    Write "people.create" people::create, "A new person of the shop, without a PIN yet.";
    Write "people.amend" people::amend, "Changes the name or role of a person, or says they left.";
    Write "people.set_pin" people::set_pin, "Gives a person a PIN, or takes it away.";
    Read "people.roles" people::roles, "The roles, with what each may do.";
    Write "people.amend_roles" people::amend_roles, "Says what each role may do.";
    Read "people.session" people::session, "Who is at work, and what they may do.";
    Read "people.sign_in" people::sign_in, "Somebody goes to work, by PIN.";
    Read "people.lock" people::lock, "Nobody is at work until somebody signs in.";
    Read "people.stay" people::stay, "A window tells whether it was used; locks after idle.";
    Read "people.audit" people::audit, "What was refused and approved, the newest first.";

    Job "training.start" training::start, "A copy of the book on the desk, to practise on.";
    Read "training.leave" training::leave, "The real book back on the desk.";

    Read "receipts.preview" receipts::preview, "A receipt or till report as plain text.";
    Read "receipts.print" receipts::print, "Prints a receipt or till report; the second is a copy.";
    Read "receipts.drawer" receipts::drawer, "Opens the drawer on this installation's printer.";

    Read "customers.list" customers::list, "A window of the customers, filtered and sorted.";
    Read "customers.get" customers::get, "A customer with everything about them.";
    Read "customers.account" customers::account, "What a customer owes today, and may owe.";
    Read "customers.store_credit" customers::store_credit, "What is held for a customer.";
    Read "customers.statement" customers::statement, "What was owed, moved and open.";
    Read "customers.country_names" customers::country_names, "Countries that stand as names.";
    Job "customers.repair_countries" customers::repair_countries, "Codes for names of countries.";
    Write "customers.credit" customers::credit, "Store credit by hand, with a reason.";
    Write "customers.pay_out" customers::pay_out, "Store credit paid out in money.";
    Read "customers.points" customers::points, "A customer's points, and what moved them.";
    Read "customers.by_card" customers::by_card, "The customer whose card was scanned, at once.";
    Write "customers.adjust_points" customers::adjust_points, "Points by hand, with a reason.";
    Write "customers.settle" customers::settle, "What devices set apart is right as it is.";
    Write "customers.assign" customers::assign, "Says who looks after what needs a person.";
    Write "customers.create" customers::create, "A new customer.";
    Write "customers.amend" customers::amend, "Changes a customer.";
    Write "customers.erase" customers::erase, "Takes a person's data out of the book, for ever.";

    Read "gift_cards.list" gift_cards::list, "A window of the gift cards.";
    Read "gift_cards.get" gift_cards::get, "A gift card with everything about it.";
    Read "gift_cards.by_code" gift_cards::by_code, "The gift card that a code means, at once.";
    Read "gift_cards.propose" gift_cards::propose, "A new code that nobody can guess.";
    Write "gift_cards.create" gift_cards::create, "A card that was not sold here.";
    Write "gift_cards.amend" gift_cards::amend, "Another last day, or none.";
    Write "gift_cards.block" gift_cards::block, "A lost card cannot be spent any more.";
    Write "gift_cards.unblock" gift_cards::unblock, "A card that was found can be spent.";
    Write "gift_cards.replace" gift_cards::replace, "Moves all to a new card.";
    Write "gift_cards.adjust" gift_cards::adjust, "Value by hand, with a reason.";
    Write "gift_cards.assign" gift_cards::assign, "Says who looks after what needs a person.";

    Read "documents.preview" documents::preview, "The pages of a document, to look at.";
    Write "documents.issue" documents::issue, "Numbers an invoice and keeps what it says, for good.";
    Read "documents.export" documents::export, "A document written to a PDF file, whole or not at all.";
    Read "documents.preview_labels" documents::preview_labels, "Sheets of labels, to look at.";
    Read "documents.export_labels" documents::export_labels, "Labels as PDF or for their printer.";
    Read "documents.print_labels" documents::print_labels, "Labels on paper, without a dialog.";
    Read "documents.send_labels" documents::send_labels, "Labels to a label printer (ZPL).";
    Read "documents.preview_statement" documents::preview_statement, "An account, to look at.";
    Read "documents.export_statement" documents::export_statement, "A customer's account as PDF.";
    Read "documents.print_statement" documents::print_statement, "A customer's account on paper.";
    Job "documents.batch_statements" documents::batch_statements, "The accounts of many customers.";
    Write "documents.issue_purchase" documents::issue_purchase, "Keeps what goes to a supplier.";
    Read "documents.preview_purchase" documents::preview_purchase, "A purchase order, to look at.";
    Read "documents.export_purchase" documents::export_purchase, "A purchase order as PDF or CSV.";
    Read "documents.printers" documents::printers, "The system's printers for documents.";
    Read "documents.print" documents::print, "A document on paper, without a dialog.";
    Read "documents.papers" documents::papers, "How documents look, and templates of one's own.";
    Read "documents.try_papers" documents::try_papers, "How a document would look.";
    Write "documents.amend_papers" documents::amend_papers, "Changes how documents look.";
    Bytes "documents.status" documents::status, "The page that tells how far an order is.";
    Bytes "documents.code" documents::code, "A text as a QR code.";
    Read "documents.export_status" documents::export_status, "That page written to a file.";
    Read "reports.list" reports::list, "The reports to choose from.";
    Read "reports.run" reports::run, "The figures of a report.";
    Bytes "reports.chart" reports::chart, "A report drawn.";
    Read "reports.export" reports::export, "A report written to a file, whole or not at all.";

    Read "imports.inspect" imports::inspect, "What a file seems to be, with a mapping to start from.";
    Job "imports.run" imports::run, "A file into the open book.";
    Read "imports.list" imports::list, "The imports of the book, the newest first.";
    Job "imports.undo" imports::undo, "Takes back what an import brought.";

    Shell "shell.pick_file" shell::pick_file, "Asks for a file to read.";
    Shell "shell.save_file" shell::save_file, "Asks for a file to write.";
    Shell "shell.new_window" shell::new_window, "Opens another window on the same book.";
    Shell "shell.customer_window" shell::customer_window, "Opens the window for the customer.";
    Shell "shell.show_customer" shell::show_customer, "Shows the customer the cart and its money.";
    Shell "shell.browse" shell::browse, "Opens an address in the system's browser or mail.";
    Shell "shell.reveal" shell::reveal, "Shows a file in the system's file manager.";
}
