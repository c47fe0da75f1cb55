//! What holds for Rust: a module header, functions that fit a screen, few parameters, names of the
//! trade.

use syn::visit::{self, Visit};

use super::Exception;
use super::sources::{EMPTY_NAMES, Source};

const FUNCTION_LINES: usize = 60;
const PARAMETERS: usize = 6;
const UNFINISHED: [&str; 4] = ["TODO", "FIXME", "todo!(", "unimplemented!("];

/// Exceptions in one Rust file; a file that does not parse is one.
pub fn check(source: &Source) -> Vec<Exception> {
    let mut found = unfinished(source);
    if !source.text.starts_with("//!") && !source.is_generated() {
        let what = "no module header (//!) that says what it is and what it promises";
        found.push(Exception::new(&source.path, 1, what));
    }
    match syn::parse_file(&source.text) {
        Ok(file) => {
            let mut reader = Reader {
                path: &source.path,
                found,
            };
            reader.visit_file(&file);
            reader.found
        }
        Err(error) => {
            let line = error.span().start().line;
            found.push(Exception::new(
                &source.path,
                line,
                format!("does not parse: {error}"),
            ));
            found
        }
    }
}

fn unfinished(source: &Source) -> Vec<Exception> {
    // This file names the words that it looks for.
    if source.path.starts_with("xtask/src/tidy/") {
        return Vec::new();
    }
    let lines = source.text.lines().enumerate();
    let marked = lines.filter(|(_, line)| UNFINISHED.iter().any(|word| line.contains(word)));
    marked
        .map(|(at, _)| Exception::new(&source.path, at + 1, "unfinished work"))
        .collect()
}

struct Reader<'a> {
    path: &'a str,
    found: Vec<Exception>,
}

impl Reader<'_> {
    fn function(&mut self, signature: &syn::Signature, end: usize) {
        let start = signature.fn_token.span.start().line;
        let lines = end + 1 - start;
        let name = &signature.ident;
        if lines > FUNCTION_LINES {
            let what = format!("{lines} lines in `{name}`, {FUNCTION_LINES} is the limit");
            self.found.push(Exception::new(self.path, start, what));
        }
        let parameters = signature.inputs.len();
        if parameters > PARAMETERS {
            let what = format!("{parameters} parameters of `{name}`, {PARAMETERS} is the limit");
            self.found.push(Exception::new(self.path, start, what));
        }
    }

    fn name(&mut self, name: &syn::Ident) {
        let text = name.to_string();
        if EMPTY_NAMES
            .iter()
            .any(|empty| text.trim_end_matches('s').ends_with(empty))
        {
            let what = format!("`{text}` says nothing of the trade");
            self.found
                .push(Exception::new(self.path, name.span().start().line, what));
        }
    }
}

fn last_line(block: &syn::Block) -> usize {
    block.brace_token.span.close().end().line
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, last_line(&item.block));
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, last_line(&item.block));
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.sig, last_line(block));
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.name(&item.ident);
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.name(&item.ident);
        visit::visit_item_enum(self, item);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.name(&item.ident);
        visit::visit_item_trait(self, item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<Exception> {
        check(&Source::new(
            "crates/book/src/a.rs".to_owned(),
            format!("//! Header.\n{text}"),
        ))
    }

    #[test]
    fn a_function_of_sixty_lines_is_the_longest() {
        let body = "    one();\n".repeat(58);
        assert!(said(&format!("fn a() {{\n{body}}}\n")).is_empty());
        let found = said(&format!("fn a() {{\n    one();\n{body}}}\n"));
        assert_eq!((found.len(), found[0].line), (1, 2));
    }

    #[test]
    fn a_method_and_a_function_in_a_function_are_measured_too() {
        let body = "    one();\n".repeat(60);
        assert_eq!(said(&format!("impl A {{ fn a() {{\n{body}}} }}")).len(), 1);
        assert_eq!(said(&format!("trait A {{ fn a() {{\n{body}}} }}")).len(), 1);
        assert_eq!(said(&format!("fn a() {{\nfn b() {{\n{body}}} }}")).len(), 2);
    }

    #[test]
    fn a_file_without_a_header_is_an_exception() {
        let source = Source::new("a.rs".to_owned(), "fn a() {}\n".to_owned());
        assert_eq!(check(&source).len(), 1);
    }

    #[test]
    fn a_name_that_says_nothing_is_an_exception() {
        assert_eq!(said("struct OrderManager;").len(), 1);
        assert_eq!(said("enum Utils {}").len(), 1);
        assert!(said("struct Order;").is_empty());
    }

    #[test]
    fn seven_parameters_are_too_many() {
        assert_eq!(
            said("fn a(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8) {}").len(),
            1
        );
    }
}
