//! bench
use anyhow::Result;
pub fn bench(_a: &[String]) -> Result<()> {
    anyhow::bail!("not yet")
}
