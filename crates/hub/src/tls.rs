//! TLS: certificate and key from PEM files, and a listener whose handshakes wait for nobody.

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::Listener;
use rustls::ServerConfig;
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::HubError;
use crate::server::Prompt;

/// Connections that have shaken hands and wait to be served.
const READY: usize = 64;
/// How long a handshake may take.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// What a certificate and its key, both PEM, make of a server.
///
/// # Errors
/// When a file cannot be read or holds something else, or the two do not belong together.
pub fn config(certificate: &Path, key: &Path) -> Result<Arc<ServerConfig>, HubError> {
    let broken = |path: &Path, error: &dyn std::fmt::Display| {
        HubError::Broken(format!("{}: {error}", path.display()))
    };
    let chain = CertificateDer::pem_file_iter(certificate)
        .and_then(Iterator::collect)
        .map_err(|error| broken(certificate, &error))?;
    let private = PrivateKeyDer::from_pem_file(key).map_err(|error| broken(key, &error))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(|builder| {
            builder
                .with_no_client_auth()
                .with_single_cert(chain, private)
        });
    config.map(Arc::new).map_err(|error| broken(key, &error))
}

type Ready = (TlsStream<TcpStream>, SocketAddr);

/// A listener behind TLS.
pub struct Secured {
    address: io::Result<SocketAddr>,
    ready: mpsc::Receiver<Ready>,
}

impl Secured {
    /// Listens; each handshake is a task of its own.
    pub fn new(listener: TcpListener, config: Arc<ServerConfig>) -> Self {
        let (sender, ready) = mpsc::channel(READY);
        let address = listener.local_addr();
        tokio::spawn(accept_all(listener, TlsAcceptor::from(config), sender));
        Self { address, ready }
    }
}

async fn accept_all(listener: TcpListener, acceptor: TlsAcceptor, ready: mpsc::Sender<Ready>) {
    let mut listener = Prompt(listener);
    while !ready.is_closed() {
        let (stream, address) = listener.accept().await;
        let (acceptor, ready) = (acceptor.clone(), ready.clone());
        tokio::spawn(async move {
            // Who does not finish the handshake in time, or at all, is nobody.
            let shaken = tokio::time::timeout(HANDSHAKE, acceptor.accept(stream)).await;
            if let Ok(Ok(stream)) = shaken {
                let _ = ready.send((stream, address)).await;
            }
        });
    }
}

impl Listener for Secured {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> Ready {
        match self.ready.recv().await {
            Some(ready) => ready,
            // The accepting task has ended with the runtime: nobody comes any more.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        let address = self.address.as_ref();
        address
            .copied()
            .map_err(|error| io::Error::new(error.kind(), error.to_string()))
    }
}
