//! Paths as relative references of RFC 3986.

/// The path `path` as a relative reference: its bytes in UTF-8, escaped but for those that
/// stand for themselves.
pub(super) fn relative(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for (at, byte) in path.bytes().enumerate() {
        let is_plain = byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=@/".contains(&byte);
        // A colon in the first part would make that a scheme.
        let is_colon = byte == b':' && path.bytes().take(at).any(|before| before == b'/');
        if is_plain || is_colon {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn paths_become_references() {
        for (path, want) in [
            ("pages/index/index.js", "pages/index/index.js"),
            ("../a b/首页.axml", "../a%20b/%E9%A6%96%E9%A1%B5.axml"),
            ("a:b/c:d?e#f%g", "a%3Ab/c:d%3Fe%23f%25g"),
            ("a\u{1b}\\[1m", "a%1B%5C%5B1m"),
        ] {
            assert_eq!(relative(path), want);
        }
    }
}
