//! Locks on files that stay until they are given back (ADR 21).
//!
//! SQLite locks files with POSIX record locks. Those belong to the process and the file, and POSIX
//! takes all of them away as soon as *any* descriptor of that file is closed in that process: by a
//! file dialog that looks what kind of file it shows, or by whoever attaches or copies it. Another
//! program then takes the book for one that nobody has open and deletes the log under it. SQLite
//! tells of it in <https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_>.
//!
//! On Linux SQLite is given locks that belong to an open file instead (`fcntl(2)`, "open file
//! description locks"): an open file that is ours alone, one for each file that SQLite locks. Both
//! kinds respect each other, so other programs need not know. On Windows locks belong to handles
//! anyway; on macOS file dialogs run in a process of their own.

#[cfg(all(
    target_os = "linux",
    any(target_arch = "x86_64", target_arch = "aarch64")
))]
mod held;
#[cfg(all(
    target_os = "linux",
    any(target_arch = "x86_64", target_arch = "aarch64")
))]
mod hook;

/// Gives SQLite, for the rest of the process, locks that stay until they are given back. Call it
/// before the first file is opened; later calls do nothing.
pub fn install() {
    #[cfg(all(
        target_os = "linux",
        any(target_arch = "x86_64", target_arch = "aarch64")
    ))]
    {
        static ONCE: std::sync::Once = std::sync::Once::new();
        ONCE.call_once(hook::install);
    }
}
