//! Which elements can have a role: a cheap first choice, made by the page itself, before the
//! engine is asked for the role and name that it would tell a screen reader.

/// A selector for the elements that may have `role` (ARIA in HTML, W3C). Any role can also be
/// given by its attribute.
pub fn candidates(role: &str) -> String {
    let by_element = match role {
        // WebKit tells of a choice that opens a menu as of a button.
        "button" => "button,summary,select,input[type=button],input[type=submit]",
        "link" => "a[href]",
        "textbox" => {
            "input:not([type]),input[type=text],input[type=email],input[type=tel],textarea"
        }
        "searchbox" => "input[type=search]",
        "spinbutton" => "input[type=number]",
        "checkbox" => "input[type=checkbox]",
        "radio" => "input[type=radio]",
        "combobox" => "select,input[list]",
        "option" => "option",
        "heading" => "h1,h2,h3,h4,h5,h6",
        "dialog" => "dialog[open]",
        "navigation" => "nav",
        "table" => "table",
        "row" => "tr",
        "cell" => "td",
        "columnheader" => "th",
        "img" | "image" => "img,svg,[role=img]",
        "listitem" => "li",
        "progressbar" => "progress",
        "status" => "output",
        _ => "",
    };
    match by_element {
        "" => format!("[role={role}]"),
        elements => format!("{elements},[role={role}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_found_by_its_elements_and_by_its_attribute() {
        assert_eq!(candidates("link"), "a[href],[role=link]");
        assert_eq!(candidates("gridcell"), "[role=gridcell]");
    }
}
