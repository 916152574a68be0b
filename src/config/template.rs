//! A `consentlint.toml` to begin with: every key, explained and commented out.

use super::shape::{KEYS, Key, Shape};

/// The widest line of a comment.
const WIDTH: usize = 96;

/// The text of a file for a program of the wallets `profiles`, where they are known.
#[must_use]
pub fn template(profiles: &[&str]) -> String {
    let mut text = "# What `consentlint check` is to look at, and how much it weighs.\n".to_owned();
    text += "# A line counts when its `# ` is taken away; `consentlint schema config` has the JSON Schema.\n";
    for key in KEYS {
        text += &format!("\n{}{}", about(key), example(key, profiles));
    }
    text
}

/// What `key` says, as comments.
fn about(key: &Key) -> String {
    let mut letters = key.about.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    let about: String = first.into_iter().chain(letters).collect();
    let mut lines = vec![String::from("#")];
    for word in about.split(' ') {
        match lines.last_mut() {
            Some(line) if line.len() + word.len() < WIDTH => *line += &format!(" {word}"),
            _ => lines.push(format!("# {word}")),
        }
    }
    lines.join("\n") + ".\n"
}

/// What `key` looks like. The profiles count where they are known, all else is commented out.
fn example(key: &Key, profiles: &[&str]) -> String {
    if key.name == "profiles" && !profiles.is_empty() {
        return format!("profiles = [\"{}\"]\n", profiles.join("\", \""));
    }
    let lines = match key.shape {
        Shape::Levels | Shape::Map(_) => format!("[{}]\n{}", key.name, key.example),
        Shape::Tables(..) => format!("[[{}]]\n{}", key.name, key.example),
        _ => format!("{} = {}", key.name, key.example),
    };
    lines.lines().map(|line| format!("# {line}\n")).collect()
}
