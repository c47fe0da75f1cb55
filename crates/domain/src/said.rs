//! How a fold takes in what an entry says of a field: what is not said leaves it as it was.

/// Replaces a field by what was said of it, if anything was.
pub(crate) fn take<T>(field: &mut Option<T>, said: Option<T>) {
    if said.is_some() {
        *field = said;
    }
}
