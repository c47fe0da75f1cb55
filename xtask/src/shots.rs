//! shots
use anyhow::Result;
pub fn shots(_a: &[String]) -> Result<()> {
    anyhow::bail!("not yet")
}
