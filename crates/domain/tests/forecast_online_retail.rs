//! The back-test on a year of a real shop (UCI Online Retail, see tests/fixtures/online_retail):
//! what the method that is chosen for each product is off by, beside the naive forecast.

#![allow(clippy::unwrap_used)] // a test may fail

use domain::Day;
use domain::forecast::choose;
use std::collections::BTreeMap;
use std::path::Path;

/// Products that sold in most weeks: there are errors to compare. `COUNTERBOOK_ALL_PRODUCTS` takes
/// every product there is.
const MOST: usize = 400;

/// Units sold by product and week; what was taken back is a row below zero and no demand.
fn weeks() -> Vec<Vec<i64>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/online_retail/OnlineRetail.csv.zst");
    let unpacked = zstd::Decoder::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut rows = csv::Reader::from_reader(unpacked);
    let mut record = csv::ByteRecord::new();
    let mut products: BTreeMap<Vec<u8>, BTreeMap<Day, i64>> = BTreeMap::new();
    while rows.read_byte_record(&mut record).unwrap() {
        let quantity: i64 = text(&record, 3).parse().unwrap();
        if quantity > 0 {
            let week = day(text(&record, 4)).week_start();
            let sold = products.entry(record[1].to_vec()).or_default();
            *sold.entry(week).or_default() += quantity * 1_000;
        }
    }
    let last = day("12/9/2011 0:00").plus(1).week_start();
    let mut products: Vec<Vec<i64>> = products.values().map(|sold| filled(sold, last)).collect();
    products.sort_by_key(|weeks| std::cmp::Reverse(weeks.iter().filter(|week| **week > 0).count()));
    if std::env::var_os("COUNTERBOOK_ALL_PRODUCTS").is_none() {
        products.truncate(MOST);
    }
    products
}

fn text(record: &csv::ByteRecord, field: usize) -> &str {
    std::str::from_utf8(&record[field]).unwrap()
}

/// `12/1/2010 8:26`, the month first.
fn day(text: &str) -> Day {
    let date = text.split(' ').next().unwrap();
    let parts: Vec<i32> = date.split('/').map(|part| part.parse().unwrap()).collect();
    Day::from_ymd(parts[2], parts[0] as u32, parts[1] as u32).unwrap()
}

/// Weeks from the first sale to the last whole week, those without a sale included.
fn filled(sold: &BTreeMap<Day, i64>, end: Day) -> Vec<i64> {
    let first = *sold.keys().next().unwrap();
    let weeks = (0..(end.0 - first.0) / 7).map(|week| first.plus(7 * week));
    weeks
        .map(|week| sold.get(&week).copied().unwrap_or(0))
        .collect()
}

#[test]
fn what_is_chosen_for_each_product_is_off_by_less_than_the_naive_forecast() {
    let (mut products, mut chosen, mut naive) = (0_i64, 0, 0);
    let mut methods: BTreeMap<&str, i64> = BTreeMap::new();
    for weeks in weeks() {
        let choice = choose(&weeks, 4);
        let errors = choice.error().zip(choice.naive());
        let errors = errors.and_then(|(best, naive)| best.mase_ppm.zip(naive.mase_ppm));
        let Some((best_ppm, naive_ppm)) = errors else {
            continue;
        };
        assert!(best_ppm <= naive_ppm);
        products += 1;
        chosen += best_ppm;
        naive += naive_ppm;
        *methods.entry(choice.method.word()).or_default() += 1;
    }
    println!(
        "{products} products: chosen {}, naive {}",
        chosen / products,
        naive / products
    );
    println!("{methods:?}");
    assert!(products >= 300);
    // On average at least a fifth nearer than saying that next week will be like the last.
    assert!(chosen * 5 <= naive * 4, "{chosen} {naive}");
}

/// The method must not be judged by the weeks that it was chosen by: the last four are kept from
/// the choice.
#[test]
fn what_is_chosen_does_better_than_the_naive_forecast_on_weeks_that_it_never_saw() {
    let (mut products, mut chosen, mut naive) = (0_i64, 0, 0);
    for weeks in weeks().into_iter().filter(|weeks| weeks.len() >= 20) {
        let (known, kept) = weeks.split_at(weeks.len() - 4);
        let steps: i64 = known.windows(2).map(|pair| (pair[0] - pair[1]).abs()).sum();
        let scale = steps / (known.len() as i64 - 1);
        if scale == 0 {
            continue;
        }
        let off = |forecast: &dyn Fn(usize) -> i64| {
            let errors = kept
                .iter()
                .enumerate()
                .map(|(week, sold)| (forecast(week) - sold).abs());
            errors.sum::<i64>() * 1_000_000 / (4 * scale)
        };
        let choice = choose(known, 4);
        products += 1;
        chosen += off(&|week| choice.weeks_milli[week]);
        naive += off(&|_| known[known.len() - 1]);
    }
    println!(
        "{products} products, unseen weeks: chosen {}, naive {}",
        chosen / products,
        naive / products
    );
    assert!(chosen < naive, "{chosen} {naive}");
}
