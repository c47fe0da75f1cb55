//! TLS to the database, by rustls.

use std::path::Path;
use std::sync::Arc;

use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject as _;
use rustls_platform_verifier::BuilderVerifierExt as _;
use tokio_postgres_rustls::MakeRustlsConnect;

use super::Result;
use crate::HubError;

/// How connections to the database are secured.
pub(crate) type Tls = MakeRustlsConnect;

/// Goes by the certificates of a file, or by those that this machine trusts.
pub(super) fn of(authority: Option<&Path>) -> Result<Tls> {
    let broken = |error: &dyn std::fmt::Display| HubError::Broken(format!("TLS: {error}"));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let building = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| broken(&error))?;
    let config = match authority {
        Some(file) => building.with_root_certificates(trusted(file)?),
        None => building
            .with_platform_verifier()
            .map_err(|error| broken(&error))?,
    };
    Ok(MakeRustlsConnect::new(config.with_no_client_auth()))
}

fn trusted(file: &Path) -> Result<RootCertStore> {
    let broken =
        |error: &dyn std::fmt::Display| HubError::Broken(format!("{}: {error}", file.display()));
    let certificates = CertificateDer::pem_file_iter(file).map_err(|error| broken(&error))?;
    let mut trusted = RootCertStore::empty();
    for certificate in certificates {
        let certificate = certificate.map_err(|error| broken(&error))?;
        trusted.add(certificate).map_err(|error| broken(&error))?;
    }
    Ok(trusted)
}
