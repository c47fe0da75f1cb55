//! package
use anyhow::Result;
pub fn package(_a: &[String]) -> Result<()> {
    anyhow::bail!("not yet")
}
