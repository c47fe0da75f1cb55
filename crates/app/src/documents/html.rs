//! A page of HTML put together from texts that are not trusted.

/// A page's body on its way. Everything but the tags that the code itself names is escaped.
#[derive(Default)]
pub(super) struct Html(String);

impl Html {
    /// An opening or closing tag, or markup of our own: never a text from outside.
    pub fn tag(&mut self, tag: &'static str) -> &mut Self {
        self.0.push_str(tag);
        self
    }

    /// A text from anywhere. It is set apart from the direction of what stands around it.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.0.push_str("<bdi>");
        self.words(text);
        self.0.push_str("</bdi>");
        self
    }

    /// Words of our own, with figures in them.
    pub fn words(&mut self, text: &str) -> &mut Self {
        self.0.push_str(&escaped(text));
        self
    }

    /// A link to another site, which is not told where it was followed from.
    pub fn link(&mut self, url: &str, words: &str) -> &mut Self {
        self.0.push_str("<a rel=\"noopener noreferrer\" href=\"");
        self.words(url).tag("\">").words(words).tag("</a>")
    }

    /// The markup.
    pub fn finish(self) -> String {
        self.0
    }
}

/// A text as it may stand in an element or in a quoted attribute. Characters that control the
/// display or are none (C0, C1, directions) are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            other if other.is_control() && other != '\n' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_was_said_becomes_markup() {
        let mut page = Html::default();
        page.tag("<p>")
            .text("<script>&'\"\u{202e}\u{0}")
            .tag("</p>");
        page.link("https://x.test/?a=1&b=\"", "a<b");
        assert_eq!(
            page.finish(),
            "<p><bdi>&lt;script&gt;&amp;&#39;&quot;</bdi></p><a rel=\"noopener noreferrer\" \
             href=\"https://x.test/?a=1&amp;b=&quot;\">a&lt;b</a>"
        );
    }
}
