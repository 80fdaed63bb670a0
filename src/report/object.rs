//! JSON objects, written field by field.
//!
//! A claim with its trace has some sixty keys. A general writer looks at each letter of theirs for what it must escape, and goes through a map for fields
//! that stand in another record; that was two thirds of what a line cost. Here keys are written as they are, and a text is looked through once, sixteen
//! letters at a time.

/// An object that is being written.
pub(super) struct Object<'o> {
    out: &'o mut String,
    has_field: bool,
}

impl Object<'_> {
    /// Adds an object with some fields to a text.
    pub(super) fn write(out: &mut String, fields: impl FnOnce(&mut Object<'_>)) {
        out.push('{');
        let has_field = false;
        fields(&mut Object { out, has_field });
        out.push('}');
    }

    /// Begins a field. A key is of plain letters.
    fn key(&mut self, key: &'static str) -> &mut String {
        self.out.push_str(if self.has_field { ",\"" } else { "\"" });
        self.has_field = true;
        self.out.push_str(key);
        self.out.push_str("\":");
        self.out
    }

    pub(super) fn text(&mut self, key: &'static str, text: &str) {
        quote(self.key(key), text);
    }

    /// A text, or null.
    pub(super) fn text_if_any(&mut self, key: &'static str, text: Option<&str>) {
        match text {
            Some(text) => self.text(key, text),
            None => self.null(key),
        }
    }

    pub(super) fn null(&mut self, key: &'static str) {
        self.key(key).push_str("null");
    }

    pub(super) fn flag(&mut self, key: &'static str, is: bool) {
        self.key(key).push_str(if is { "true" } else { "false" });
    }

    pub(super) fn number(&mut self, key: &'static str, number: usize) {
        put_number(self.key(key), number);
    }

    pub(super) fn object(&mut self, key: &'static str, fields: impl FnOnce(&mut Object<'_>)) {
        Object::write(self.key(key), fields);
    }

    /// A list, of which `each` writes an item.
    pub(super) fn list<T>(
        &mut self,
        key: &'static str,
        items: impl IntoIterator<Item = T>,
        each: impl Fn(&mut String, T),
    ) {
        let out = self.key(key);
        out.push('[');
        for (at, item) in items.into_iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            each(out, item);
        }
        out.push(']');
    }
}

/// Adds a number. A line has some seventeen; what formats any number in any width takes four times as long.
fn put_number(out: &mut String, number: usize) {
    let mut digits = [b'0'; 20];
    let mut rest = number;
    let mut first = digits.len();
    for (at, digit) in digits.iter_mut().enumerate().rev() {
        *digit += u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
        first = at;
        if rest == 0 {
            break;
        }
    }
    out.extend(digits.iter().skip(first).map(|digit| char::from(*digit)));
}

/// Adds a text in quotation marks.
pub(super) fn quote(out: &mut String, text: &str) {
    let is_special = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    // All of them, since a loop that may end early goes byte by byte.
    if text.bytes().fold(false, |any, byte| any | is_special(byte)) {
        // A text can always be written.
        out.push_str(&serde_json::to_string(text).unwrap_or_default());
        return;
    }
    out.push('"');
    out.push_str(text);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_as_serde_has_it() {
        let all: String = (0..0x250).filter_map(char::from_u32).collect();
        for text in [
            "",
            "plain",
            "“so”",
            "a \"b\"",
            "c\\d",
            "e\nf\u{1}\u{7f}\u{2028}",
            &all,
        ] {
            let mut out = String::new();
            quote(&mut out, text);
            assert_eq!(out, serde_json::to_string(text).unwrap());
        }
    }

    #[test]
    fn numbers_are_written_out() {
        for number in [0, 7, 10, 999, 1_000_000, usize::MAX] {
            let mut out = String::new();
            put_number(&mut out, number);
            assert_eq!(out, number.to_string());
        }
    }

    #[test]
    fn an_object_has_its_fields_in_order() {
        let mut out = String::new();
        Object::write(&mut out, |line| {
            line.number("at", 7);
            line.object("empty", |_| ());
            line.flag("is", true);
            line.text_if_any("none", None);
            line.list("all", ["a", "b"], quote);
            line.text("text", "c");
        });
        assert_eq!(
            out,
            r#"{"at":7,"empty":{},"is":true,"none":null,"all":["a","b"],"text":"c"}"#
        );
    }
}
