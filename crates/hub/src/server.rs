//! The server: connections in, plain on loopback or with TLS, until it is told to end.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::net::{TcpListener, TcpStream};

use crate::tls::Secured;
use crate::{Hub, HubError, relay, router};

/// Where a call comes from.
#[derive(Clone, Copy, Debug)]
pub struct Address(pub SocketAddr);

/// A listener whose answers leave at once. Without that they wait until the other side says that it
/// has what came before, for which it takes its time, and every call would wait with them.
pub(crate) struct Prompt(pub TcpListener);

impl Listener for Prompt {
    type Io = TcpStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (TcpStream, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        // Where it cannot be had, answers are late and nothing else.
        let _ = stream.set_nodelay(true);
        (stream, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, Prompt>> for Address {
    fn connect_info(stream: IncomingStream<'_, Prompt>) -> Self {
        Self(*stream.remote_addr())
    }
}

impl Connected<IncomingStream<'_, Secured>> for Address {
    fn connect_info(stream: IncomingStream<'_, Secured>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// Refuses plain HTTP beyond this machine.
///
/// # Errors
/// When it is asked for.
pub fn check(address: SocketAddr, has_tls: bool) -> Result<(), HubError> {
    if has_tls || address.ip().is_loopback() {
        return Ok(());
    }
    let words = "plain HTTP is served on loopback only: give a certificate and its key";
    Err(HubError::Broken(words.to_owned()))
}

/// Serves a hub on a listener until `end` is done.
///
/// # Errors
/// When plain HTTP is asked for beyond this machine, or the listener fails.
pub async fn serve(
    hub: Hub,
    listener: TcpListener,
    tls: Option<Arc<rustls::ServerConfig>>,
    end: impl Future<Output = ()> + Send + 'static,
) -> Result<(), HubError> {
    let broken = |error: io::Error| HubError::Broken(error.to_string());
    let address = listener.local_addr().map_err(broken)?;
    let ending = {
        let hub = hub.clone();
        async move {
            end.await;
            hub.end();
        }
    };
    check(address, tls.is_some())?;
    relay::begin(&hub);
    let served = match tls {
        None => run(Prompt(listener), hub, ending).await,
        Some(config) => run(Secured::new(listener, config), hub, ending).await,
    };
    served.map_err(broken)
}

async fn run<L>(
    listener: L,
    hub: Hub,
    ending: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()>
where
    L: Listener<Addr = SocketAddr>,
    Address: for<'a> Connected<IncomingStream<'a, L>>,
{
    let service = router(hub).into_make_service_with_connect_info::<Address>();
    axum::serve(listener, service)
        .with_graceful_shutdown(ending)
        .await
}
