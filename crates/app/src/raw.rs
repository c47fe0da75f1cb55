//! Bytes for printers that take them as they are: on the network, or at a device file.
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::net::{TcpStream, ToSocketAddrs as _};
use std::time::Duration;

const CONNECT: Duration = Duration::from_secs(3);
const SEND: Duration = Duration::from_secs(5);
/// The port on which printers listen for raw bytes.
const RAW_PORT: u16 = 9100;

/// Sends bytes to a printer on the network, `host` or `host:port`.
pub(crate) fn over_network(address: &str, bytes: &[u8]) -> io::Result<()> {
    let found = address
        .to_socket_addrs()
        .or_else(|_| (address, RAW_PORT).to_socket_addrs())?;
    let mut failed = io::Error::from(io::ErrorKind::NotFound);
    for place in found {
        match TcpStream::connect_timeout(&place, CONNECT) {
            Ok(mut stream) => {
                stream.set_write_timeout(Some(SEND))?;
                stream.write_all(bytes)?;
                return stream.flush();
            }
            Err(error) => failed = error,
        }
    }
    Err(failed)
}

/// Writes bytes to a device file, such as `/dev/usb/lp0` or `\\\\.\\COM3`.
pub(crate) fn to_device(address: &str, bytes: &[u8]) -> io::Result<()> {
    OpenOptions::new()
        .write(true)
        .open(address)?
        .write_all(bytes)
}
