//! The elements of an article to plain text: a block a paragraph, blank lines between them.
//!
//! White space is folded as a browser does. Headings, quotations set apart and list items get the marks that the reader of plain text knows. What is no
//! running text (scripts, controls, pictures and their captions, menus, lines of nothing but links) is left out. The tree is walked without recursion,
//! so that depth costs nothing.

use dom_query::NodeRef;

/// Elements that hold no running text.
const SKIPPED: [&str; 24] = [
    "head",
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "math",
    "iframe",
    "object",
    "canvas",
    "audio",
    "video",
    "button",
    "select",
    "input",
    "textarea",
    "option",
    "label",
    "nav",
    "footer",
    "aside",
    "form",
    "figcaption",
    "menu",
];
/// Elements that run on in their line.
const INLINE: [&str; 33] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strong", "sub", "sup", "time", "u", "wbr",
];

/// The text under a node; ends with a line break unless it is empty.
pub(super) fn text(root: &NodeRef<'_>) -> String {
    let mut flow = Flow::default();
    let mut depth = 0;
    let mut at = Some(*root);
    while let Some(node) = at {
        let enters = flow.enter(&node, depth);
        if enters && let Some(child) = node.first_child() {
            depth += 1;
            at = Some(child);
            continue;
        }
        flow.leave_to(depth);
        at = after(node, &mut depth);
        flow.leave_to(depth);
    }
    flow.close();
    flow.text
}

/// The node that comes after `node` and all that it holds, in the order of the page; `depth` is kept in step.
fn after<'a>(node: NodeRef<'a>, depth: &mut usize) -> Option<NodeRef<'a>> {
    let mut node = node;
    while *depth > 0 {
        if let Some(next) = node.next_sibling() {
            return Some(next);
        }
        node = node.parent()?;
        *depth -= 1;
    }
    None
}

#[derive(Default)]
struct Flow {
    text: String,
    /// The paragraph in the making, line by line.
    lines: Vec<Line>,
    /// The block elements and links that are open, each with its depth.
    open: Vec<(usize, Mark)>,
    /// Whether the next paragraph is the first of a list item.
    item_begins: bool,
}

/// A line of a paragraph.
#[derive(Default)]
struct Line {
    text: String,
    /// Whether there is a letter in it outside links.
    says: bool,
    /// Whether there is one inside.
    links: bool,
}

/// What an open element puts before its paragraphs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    /// It is a link, which stands in a line.
    Link,
    Heading(usize),
    Quotation,
    Item,
}

impl Flow {
    /// Takes a node in; whether what it holds is to be looked at.
    fn enter(&mut self, node: &NodeRef<'_>, depth: usize) -> bool {
        if node.is_text() {
            self.add(&node.text());
            return false;
        }
        let Some(name) = node.node_name() else {
            return true;
        };
        let name: &str = &name;
        if SKIPPED.contains(&name) || is_hidden(node) || is_caption(node) {
            return false;
        }
        if name == "br" {
            self.lines.push(Line::default());
        } else if name == "a" {
            self.open.push((depth, Mark::Link));
        } else if !INLINE.contains(&name) && node.is_element() {
            self.close();
            let mark = match name {
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                    Mark::Heading(name.trim_start_matches('h').parse().unwrap_or(1))
                }
                "blockquote" => Mark::Quotation,
                "li" => Mark::Item,
                _ => Mark::None,
            };
            self.item_begins |= mark == Mark::Item;
            self.open.push((depth, mark));
        }
        true
    }

    /// The walk goes on at `depth`: block elements that are as deep or deeper have ended.
    fn leave_to(&mut self, depth: usize) {
        while let Some((_, mark)) = self.open.pop_if(|(opened, _)| *opened >= depth) {
            if mark != Mark::Link {
                self.open.push((depth, mark));
                self.close();
                self.open.pop();
            }
        }
    }

    /// Adds running text, its white space folded.
    fn add(&mut self, words: &str) {
        let linked = self.open.iter().any(|(_, mark)| *mark == Mark::Link);
        if self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        let Some(line) = self.lines.last_mut() else {
            return;
        };
        for character in words.chars() {
            if !character.is_whitespace() {
                line.text.push(character);
                line.says |= !linked && character.is_alphanumeric();
                line.links |= linked && character.is_alphanumeric();
            } else if !line.text.is_empty() && !line.text.ends_with(' ') {
                line.text.push(' ');
            }
        }
    }

    /// Ends the paragraph. An empty line parts it in two.
    fn close(&mut self) {
        let mark = self.open.iter().rev().map(|(_, mark)| *mark);
        let mark = mark
            .into_iter()
            .find(|mark| !matches!(mark, Mark::None | Mark::Link));
        let is_heading = matches!(mark, Some(Mark::Heading(_)));
        let mut begun = false;
        for line in std::mem::take(&mut self.lines) {
            let words = line.text.trim();
            if words.is_empty() || line.links && !line.says && !is_heading {
                begun = false;
                continue;
            }
            if !begun && !self.text.is_empty() {
                self.text.push('\n');
            }
            begun = true;
            match mark {
                Some(Mark::Heading(level)) => {
                    self.text.extend(std::iter::repeat_n('#', level));
                    self.text.push(' ');
                }
                Some(Mark::Quotation) => self.text.push_str("> "),
                Some(Mark::Item) if self.item_begins => self.text.push_str("- "),
                _ => {}
            }
            self.item_begins = false;
            self.text.push_str(words);
            self.text.push('\n');
        }
    }
}

/// Whether an element is said to be the caption or the credit of a picture.
fn is_caption(node: &NodeRef<'_>) -> bool {
    node.class().is_some_and(|class| {
        let mut names = class.split_ascii_whitespace();
        names.any(|name| name.contains("caption") || name.contains("credit"))
    })
}

/// Whether an element is said to be hidden.
fn is_hidden(node: &NodeRef<'_>) -> bool {
    node.has_attr("hidden")
        || node
            .attr("aria-hidden")
            .is_some_and(|value| &*value == "true")
        || node.attr("style").is_some_and(|style| {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
            style.to_ascii_lowercase().contains("display:none")
        })
}

#[cfg(test)]
mod tests {
    use dom_query::Document as Dom;

    fn read(html: &str) -> String {
        super::text(&Dom::fragment(html).root())
    }

    #[test]
    fn blocks_become_paragraphs_and_inline_elements_run_on() {
        assert_eq!(
            read(
                "<p>The <b>river</b>\n  rose<a href=x>, he</a> said.</p><div>It  fell.<p>Later.</div>"
            ),
            "The river rose, he said.\n\nIt fell.\n\nLater.\n"
        );
    }

    #[test]
    fn headings_quotations_and_items_are_marked() {
        assert_eq!(
            read(
                "<h2>After the <i>flood</i></h2><p>He said:</p><blockquote><p>We waited.</p><p>Nobody came.</p></blockquote>\
                <ul><li>One.</li><li><p>Two.</p><p>More.</p></li></ul>End."
            ),
            "## After the flood\n\nHe said:\n\n> We waited.\n\n> Nobody came.\n\n- One.\n\n- Two.\n\nMore.\n\nEnd.\n"
        );
    }

    #[test]
    fn lines_of_links_are_left_out() {
        assert_eq!(
            read(
                "<p><a>Home</a> | <a>News</a></p><h2><a>The river</a></h2><p>READ: <a>More</a></p><p><a>World</a><br>One.</p><ul><li><a>Two</a></li></ul>"
            ),
            "## The river\n\nREAD: More\n\nOne.\n"
        );
    }

    #[test]
    fn two_line_breaks_part_paragraphs() {
        assert_eq!(
            read("One.<br><br>Two<br>lines.<br>"),
            "One.\n\nTwo\nlines.\n"
        );
    }

    #[test]
    fn what_is_no_running_text_is_left_out() {
        assert_eq!(
            read(
                "<nav>Home</nav><figure><img alt=x><figcaption>A weir</figcaption></figure><p class='wp-caption-text x'>A lock</p><p>One.<script>x()</script></p>\
                <p style='display : none'>Two.</p><p hidden>Three.</p><!-- four -->"
            ),
            "One.\n"
        );
    }
}
