//! TEMPORARY
use book::Read;
use uuid::Uuid;
pub(crate) trait Wanted {
    fn exceptions(&self, limit: i64) -> book::Result<(Vec<book::dto::Exception>, i64)>;
    fn search(&self, text: &str, limit: i64) -> book::Result<Vec<book::dto::Hit>>;
    fn today(&self, day: domain::Day) -> book::Result<book::dto::Today>;
    fn report(&self, input: &book::dto::ReportInput, today: domain::Day) -> book::Result<book::dto::Report>;
    fn customer_codes(&self) -> book::Result<Vec<(String, Uuid)>>;
    fn product_skus(&self) -> book::Result<Vec<(String, Uuid, bool)>>;
    fn runs(&self) -> book::Result<Vec<(Uuid, Vec<domain::Entry>)>>;
    fn run_records(&self, run: Uuid) -> book::Result<Vec<domain::Subject>>;
    fn order_by_external(&self, channel: &str, external_id: &str) -> book::Result<Option<Uuid>>;
    fn stock_by_external(&self, external_id: &str) -> book::Result<Option<Uuid>>;
}
impl Wanted for Read<'_> {
    fn exceptions(&self, _: i64) -> book::Result<(Vec<book::dto::Exception>, i64)> { Ok((vec![], 0)) }
    fn search(&self, _: &str, _: i64) -> book::Result<Vec<book::dto::Hit>> { Ok(vec![]) }
    fn today(&self, _: domain::Day) -> book::Result<book::dto::Today> { unimplemented!() }
    fn report(&self, _: &book::dto::ReportInput, _: domain::Day) -> book::Result<book::dto::Report> { unimplemented!() }
    fn customer_codes(&self) -> book::Result<Vec<(String, Uuid)>> {
        let mut q = self.conn.prepare("SELECT code, id FROM customer JOIN subject USING (no) WHERE code IS NOT NULL")?;
        let mut rows = q.query([])?; let mut v = vec![];
        while let Some(r) = rows.next()? { let id: [u8;16] = r.get(1)?; v.push((r.get(0)?, Uuid::from_bytes(id))); }
        Ok(v)
    }
    fn product_skus(&self) -> book::Result<Vec<(String, Uuid, bool)>> {
        let mut q = self.conn.prepare("SELECT sku, id, service FROM product JOIN subject USING (no)")?;
        let mut rows = q.query([])?; let mut v = vec![];
        while let Some(r) = rows.next()? { let id: [u8;16] = r.get(1)?; v.push((r.get(0)?, Uuid::from_bytes(id), r.get(2)?)); }
        Ok(v)
    }
    fn runs(&self) -> book::Result<Vec<(Uuid, Vec<domain::Entry>)>> {
        let mut q = self.conn.prepare("SELECT no, id FROM subject WHERE kind = 6 ORDER BY no DESC")?;
        let mut rows = q.query([])?; let mut v = vec![];
        while let Some(r) = rows.next()? { let id: [u8;16] = r.get(1)?; let no: i64 = r.get(0)?; v.push((Uuid::from_bytes(id), book::journal::entries(self.conn, self.terms, no)?)); }
        Ok(v)
    }
    fn run_records(&self, run: Uuid) -> book::Result<Vec<domain::Subject>> {
        let no = book::journal::subject_no(self.conn, run)?;
        let mut v = vec![];
        for t in ["orders", "stock_document", "product", "customer"] {
            let mut q = self.conn.prepare(&format!("SELECT no FROM {t} WHERE run = ?1"))?;
            let mut rows = q.query([no])?;
            while let Some(r) = rows.next()? { v.push(book::journal::subject_of(self.conn, r.get(0)?)?); }
        }
        Ok(v)
    }
    fn order_by_external(&self, channel: &str, external_id: &str) -> book::Result<Option<Uuid>> {
        let Some(c) = self.terms.find(self.conn, channel)? else { return Ok(None) };
        let mut q = self.conn.prepare_cached("SELECT id FROM orders JOIN subject USING (no) WHERE external_id = ?1 COLLATE NOCASE AND channel = ?2")?;
        let mut rows = q.query((external_id, c))?;
        Ok(match rows.next()? { Some(r) => { let id: [u8;16] = r.get(0)?; Some(Uuid::from_bytes(id)) } None => None })
    }
    fn stock_by_external(&self, external_id: &str) -> book::Result<Option<Uuid>> {
        let mut q = self.conn.prepare_cached("SELECT id FROM stock_document JOIN subject USING (no) WHERE external_id = ?1")?;
        let mut rows = q.query([external_id])?;
        Ok(match rows.next()? { Some(r) => { let id: [u8;16] = r.get(0)?; Some(Uuid::from_bytes(id)) } None => None })
    }
}
