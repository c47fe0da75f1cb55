//! The statements that lists are put together from: none walks further than it says, and none
//! sorts where an index gives the order.

use super::Asked;
use super::customers::{self, CustomerSpec};
use super::head::{all_sql, walk_sql};
use super::orders::OrderSpec;
use super::orders::set::{channel_sql, due_sql, kind_sql, status_sql};
use super::orders::sort::key_sql;
use super::products::{self, ProductSpec};
use super::spec::Spec;
use super::worded::set_sql;
use crate::dto::{
    CustomFilter, CustomValue, CustomerFilter, CustomerSortKey, OrderFilter, OrderSortKey,
    OrderState, ProductFilter, ProductSortKey, Sort,
};
use crate::migrate::MIGRATIONS;
use crate::read::Read;
use crate::terms::Terms;
use rusqlite::{Connection, params_from_iter};

fn schema() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    for sql in MIGRATIONS {
        conn.execute_batch(sql).unwrap();
    }
    conn.execute("INSERT INTO term VALUES (9, 'web')", [])
        .unwrap();
    conn.execute_batch("PRAGMA foreign_keys = off").unwrap();
    conn.execute(
        "INSERT INTO orders VALUES (1, '', '', 0, 0, 0, 0, 0, 0, 0, 1, 9, 1, 0, 0, 0, 0, 0, 0, 0,
         NULL, 1, NULL)",
        [],
    )
    .unwrap();
    conn
}

fn plan(conn: &Connection, sql: &str) -> String {
    let mut query = conn
        .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
        .expect(sql);
    let blanks = vec![rusqlite::types::Null; query.parameter_count()];
    let rows = query.query_map(params_from_iter(blanks), |row| {
        row.get::<_, String>("detail")
    });
    rows.unwrap()
        .map(Result::unwrap)
        .collect::<Vec<_>>()
        .join("\n")
}

const ORDER_SORTS: [OrderSortKey; 9] = [
    OrderSortKey::Placed,
    OrderSortKey::Number,
    OrderSortKey::Customer,
    OrderSortKey::Channel,
    OrderSortKey::Items,
    OrderSortKey::Total,
    OrderSortKey::Payment,
    OrderSortKey::Fulfilment,
    OrderSortKey::State,
];

fn filtered() -> OrderFilter {
    OrderFilter {
        state: Some(vec![OrderState::Draft]),
        channel: Some(vec!["web".into()]),
        from: Some("2026-01-01".into()),
        due_before: Some("2026-02-01".into()),
        ..OrderFilter::default()
    }
}

#[test]
fn no_sort_of_orders_needs_a_sort_step() {
    let conn = schema();
    let read = Read {
        conn: &conn,
        terms: &Terms::default(),
        open: None,
    };
    for key in ORDER_SORTS {
        let sort = Some(Sort {
            key,
            descending: true,
        });
        let asked = Asked {
            filter: filtered(),
            sort,
            ..Asked::default()
        };
        let spec = OrderSpec::of(read, &asked).unwrap().unwrap();
        let demands = spec.demands();
        for segment in spec.segments(&conn).unwrap() {
            for descending in [false, true] {
                let walk = plan(&conn, &walk_sql("orders", &segment, &demands, descending));
                assert!(!walk.contains("TEMP B-TREE"), "{key:?}: {walk}");
                assert!(
                    walk.contains("orders USING"),
                    "{key:?} walks an index: {walk}"
                );
            }
            let all = plan(&conn, &all_sql(&segment));
            assert!(!all.contains("TEMP B-TREE"), "{key:?}: {all}");
            assert!(
                all.contains("COVERING INDEX"),
                "{key:?} reads no rows: {all}"
            );
        }
    }
}

#[test]
fn sets_of_orders_come_from_indexes_alone() {
    let conn = schema();
    let statuses = ["state", "payment", "fulfilment"];
    let sets = statuses.map(|column| status_sql(column, &[1, 3]));
    for sql in sets.into_iter().chain([channel_sql("1, 2")]) {
        let set = plan(&conn, &sql);
        assert!(set.contains("SEARCH orders USING COVERING INDEX"), "{set}");
    }
    let set = plan(&conn, &kind_sql(&[1, 2]));
    assert!(set.contains("COVERING INDEX orders_by_kind"), "{set}");
    let set = plan(&conn, &due_sql(20_000));
    assert!(set.contains("INDEX orders_on_account"), "{set}");
}

#[test]
fn one_row_of_any_list_is_tested_and_keyed_by_its_number() {
    let conn = schema();
    let searched = |sql: &str| {
        let steps = plan(&conn, sql);
        assert!(
            steps.contains("USING INTEGER PRIMARY KEY"),
            "{sql}\n{steps}"
        );
        assert!(!steps.contains("SCAN"), "{sql}\n{steps}");
    };
    for key in ORDER_SORTS {
        searched(key_sql(key));
    }
    use ProductSortKey::{Available, OnHand, Price, Sku, Sold, Title};
    for key in [Sku, Title, Price, OnHand, Available, Sold] {
        let sort = Some(Sort {
            key,
            descending: false,
        });
        let asked = Asked {
            filter: ProductFilter::default(),
            sort,
            ..Asked::default()
        };
        searched(&products::key_sql(&ProductSpec::of(&asked)));
    }
    use CustomerSortKey::{Balance, Code, Country, LastOrder, Name, Orders, Revenue};
    for key in [Name, Code, Country, Orders, Revenue, LastOrder, Balance] {
        let sort = Some(Sort {
            key,
            descending: false,
        });
        let asked = Asked {
            filter: CustomerFilter::default(),
            sort,
            ..Asked::default()
        };
        searched(&customers::key_sql(&CustomerSpec::of(&asked)));
    }
}

fn held() -> CustomFilter {
    CustomFilter {
        key: "colour".into(),
        values: vec![CustomValue::Choice("red".into())],
    }
}

#[test]
fn the_lists_of_products_and_customers_can_be_planned() {
    let conn = schema();
    let filter = ProductFilter {
        archived: Some(false),
        stocked: Some(true),
        low: Some(true),
        varied: Some(false),
        variant_of: Some(uuid::Uuid::nil()),
        custom: Some(vec![held()]),
        category: Some("cups".into()),
    };
    let spec = ProductSpec::of(&Asked {
        filter,
        ..Asked::default()
    });
    let set = plan(&conn, &set_sql(&products::INDEX, &spec.demands()));
    assert!(
        set.contains("SEARCH stock_balance USING PRIMARY KEY"),
        "{set}"
    );
    let filter = CustomerFilter {
        archived: Some(false),
        country: Some("GB".into()),
        tag: Some("trade".into()),
        custom: Some(vec![held()]),
    };
    let spec = CustomerSpec::of(&Asked {
        filter,
        ..Asked::default()
    });
    let set = plan(&conn, &set_sql(&customers::INDEX, &spec.demands()));
    assert!(set.contains("customer_tag"), "{set}");
    assert!(
        set.contains("SEARCH held EXISTS USING PRIMARY KEY"),
        "{set}"
    );
}
