//! probe
use exchange::*;
fn main() {
    for path in std::env::args().skip(1) {
        let source = Source::file(&path);
        match inspect(&source) {
            Err(e) => println!("{path}: ERR {} {e}", e.code()),
            Ok(i) => {
                println!("{}: {} d={:?} q={:?} skip={} header={} rows={} cols={} layout={:?}", i.file_name, i.encoding, i.delimiter, i.quote, i.skip_rows, i.has_header, i.rows_seen, i.columns.len(), i.layout);
                if let Some(m) = i.suggested {
                    println!("   {}", serde_json::to_string(&m).unwrap());
                    for f in m.faults() { println!("   FAULT {f}"); }
                    match read(&source, &Layout::Mapped(Box::new(m)), 2) {
                        Err(e) => println!("   READ ERR {} {e}", e.code()),
                        Ok(d) => {
                            let total = d.total_rows();
                            let mut r = Report::default();
                            for b in d { match b { Ok(b) => { if r.tally.total() == 0 && !b.documents.is_empty() { println!("   {:?}", b.documents[0]); } r.add(&b) }, Err(e) => println!("   BATCH ERR {e}") } }
                            println!("   total {total} tally {} docs {:?} refused {:?} {:?}", r.tally.total(), r.documents, r.tally.refused, r.problems.first.first());
                        }
                    }
                }
            }
        }
    }
}
