//! A page → its tags and the text between them.

use crate::text::map::Map;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

/// What holds no text of a document.
const SKIPPED: [&str; 17] = [
    "script", "style", "nav", "aside", "footer", "noscript", "template", "svg", "button", "form",
    "select", "iframe", "object", "title", "textarea", "math", "address",
];

/// What elements around a text are called, as a class or an id, by the common makers of pages.
const AROUND: [&str; 35] = [
    "noprint",
    "navbar",
    "navbox",
    "nav",
    "navigation",
    "menu",
    "sidebar",
    "breadcrumb",
    "breadcrumbs",
    "footer",
    "site-footer",
    "share",
    "social",
    "social-share",
    "addtoany_share_save_container",
    "sharedaddy",
    "share-buttons",
    "comments",
    "respond",
    "entry-meta",
    "entry-footer",
    "post-navigation",
    "related-posts",
    "topbar",
    "cookie-notice",
    "cookie-banner",
    "skip-link",
    "visually-hidden",
    "sr-only",
    "catlinks",
    "printfooter",
    "mw-editsection",
    "mw-cite-backlink",
    "mw-navigation",
    "mw-jump-link",
];

/// What begins and ends a paragraph.
pub(super) const BLOCKS: [&str; 34] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "section",
    "article",
    "blockquote",
    "pre",
    "ul",
    "ol",
    "table",
    "thead",
    "tbody",
    "dl",
    "dt",
    "dd",
    "center",
    "address",
    "figure",
    "figcaption",
    "main",
    "body",
    "hr",
    "header",
    "head",
    "html",
    "caption",
    "fieldset",
    "tr",
];

/// Elements that have no end.
const EMPTY: [&str; 8] = ["br", "hr", "img", "input", "meta", "link", "wbr", "col"];

/// The tags and texts of a page.
pub(super) fn pieces(text: &str) -> Vec<PagePiece> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let tokens = Tokenizer::new_with_emitter(text, emitter);
    tokens.filter_map(|token| piece(token.ok()?)).collect()
}

/// A tag or text.
pub(super) enum PagePiece {
    Open(PageTag),
    Close(String),
    Text(String),
}

/// A start tag.
pub(super) struct PageTag {
    pub(super) name: String,
    attributes: Map<String, String>,
    pub(super) ends_itself: bool,
}

fn piece(token: Token<()>) -> Option<PagePiece> {
    let string = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    match token {
        Token::StartTag(tag) => Some(PagePiece::Open(PageTag::of(&tag))),
        Token::EndTag(tag) => Some(PagePiece::Close(string(&tag.name))),
        Token::String(text) => Some(PagePiece::Text(string(&text))),
        Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => None,
    }
}

impl PageTag {
    fn of(tag: &StartTag<()>) -> Self {
        let string = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let name = string(&tag.name);
        let attributes = tag.attributes.iter();
        Self {
            ends_itself: EMPTY.contains(&name.as_str()),
            attributes: attributes
                .map(|(key, value)| (string(key), string(value)))
                .collect(),
            name,
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// Whether it is no part of the text, or not shown.
    pub(super) fn is_skipped(&self) -> bool {
        let is = |name: &str, values: &[&str]| {
            self.get(name).is_some_and(|value| values.contains(&value))
        };
        let style = self.get("style").unwrap_or_default().replace(' ', "");
        let around = |name: &str| {
            let mut names = self.get(name).unwrap_or_default().split_ascii_whitespace();
            names.any(|name| AROUND.contains(&&*name.to_ascii_lowercase()))
        };
        let is_whole = ["html", "body", "main", "article"].contains(&self.name.as_str());
        SKIPPED.contains(&self.name.as_str())
            || !is_whole && (around("class") || around("id"))
            || is("role", &["navigation", "banner", "contentinfo", "search"])
            || is("aria-hidden", &["true"])
            || self.get("hidden").is_some()
            || style.contains("display:none")
    }
}
