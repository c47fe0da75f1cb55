//! `orders.amend`: changes a draft.
use super::{line_lots, steps};
use crate::App;
use crate::error::AppError;
use book::dto::Order;

use crate::request::{Amend, Written};

use super::input::OrderInput;

/// What it takes.
pub type Input = Amend<OrderInput>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.write(
        input.part,
        |tx| {
            let now = steps::order(tx, &input.part)?;
            let last_line = steps::last_line(&now);
            let mut asked = input.body.clone();
            // Whoever changes it, it is sold from where it was.
            asked.location = asked.location.or_else(|| Some(now.location().to_owned()));
            let mut document = steps::compose(app, tx, &asked, last_line)?;
            line_lots::chosen(tx, &mut document.lines, &asked.lines)?;
            let said = domain::order::amend(&now, document)?;
            let personal = steps::said_of_persons(&input.body)?;
            steps::append_with(tx, input.part.id, "order.amended", &said, &personal)?;
            Ok(input.part.id)
        },
        steps::face_with_double,
    )
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_draft_takes_new_lines_and_an_old_version_is_refused() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 2_000_000);
        let line =
            |quantity_milli| json!([{ "product": mug.row.id, "quantity_milli": quantity_milli }]);
        let draft: Order = shop.write(
            "orders.draft",
            json!({ "channel": "web", "lines": line(1_000) }),
        );
        let change = shop.change(&draft, json!({ "channel": "web", "lines": line(4_000) }));
        let amended: Order = shop.write("orders.amend", change.clone());
        assert_eq!(amended.head.total_minor, 800);
        let mut again = change;
        again["request_id"] = json!(shop.request());
        let refused = shop.refused("orders.amend", again);
        assert_eq!(
            refused,
            ("version_conflict".into(), Some("expected_version".into()))
        );
    }
}
