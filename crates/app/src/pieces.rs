//! Components of bundles that came back by themselves, as papers name them.
use book::dto::{OrderComponent, OrderLine, OrderReturnLine};

/// What a component of a bundle is called where it stands by itself.
pub(crate) fn part_of(component: &OrderComponent, line: &OrderLine) -> String {
    let named = |title: &str, sku: &str| match title {
        "" => sku.to_owned(),
        title => title.to_owned(),
    };
    let (own, whole) = (
        named(&component.title, &component.sku),
        named(&line.title, &line.sku),
    );
    format!("{own} ({whole})")
}

/// The component of a line's bundle that a part of a return names.
pub(crate) fn component_of<'a>(
    line: &'a OrderLine,
    back: &OrderReturnLine,
) -> Option<&'a OrderComponent> {
    let product = back.component?;
    line.components.iter().find(|one| one.product == product)
}
