//! Collects the TypeScript declarations of every type that is reached from a verb.
use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

/// The declarations so far, by name.
pub struct Types {
    config: Config,
    declared: BTreeMap<String, String>,
}

impl Default for Types {
    fn default() -> Self {
        // Amounts and ids of rows stay far below 2^53, where a number is exact.
        Self {
            config: Config::new().with_large_int("number"),
            declared: BTreeMap::new(),
        }
    }
}

impl Types {
    /// The name of a type; its declaration and those that it needs are noted.
    pub fn name<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }

    /// All declarations, by name.
    pub fn declarations(&self) -> impl Iterator<Item = &str> {
        self.declared.values().map(String::as_str)
    }

    fn declare<T: TS + 'static + ?Sized>(&mut self) -> bool {
        let name = T::ident(&self.config);
        if self.declared.contains_key(&name) {
            return false;
        }
        let docs = T::docs().unwrap_or_default();
        let declaration = <T::WithoutGenerics as TS>::decl(&self.config);
        self.declared
            .insert(name, laid_out(&format!("{docs}export {declaration}\n")));
        true
    }
}

/// One line for a comment of one line, fields indented, the closing brace on a line of its own.
fn laid_out(declaration: &str) -> String {
    let text = declaration
        .replace("/**\n * ", "/** ")
        .replace("\n */\n", " */\n");
    let text = text
        .replace(" | null | null", " | null")
        .replace(", };", ",\n};")
        .replace(", }\n", ",\n}\n");
    let mut inside = false;
    let mut lines = Vec::new();
    for line in text.lines().map(str::trim_end) {
        inside &= !line.starts_with('}');
        lines.push(if inside {
            format!("  {line}\n")
        } else {
            format!("{line}\n")
        });
        inside |= line.starts_with("export ") && line.ends_with('{');
    }
    lines.concat()
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let is_ours = T::output_path().is_some();
        if is_ours && self.declare::<T>() {
            <T::WithoutGenerics as TS>::visit_dependencies(self);
        }
        T::visit_generics(self);
    }
}
