//! Which brackets of a text belong together, also where some are missing or too many.

use super::token::{Kind, Token};

/// The partner of each token that is a bracket with one.
pub(super) type Partners = Vec<Option<usize>>;

/// The partners of the brackets in `tokens`, matched in the way that leaves fewest alone.
///
/// A bracket that is missing leaves fewest alone where each closes the nearest of its kind;
/// one too many, where braces are matched first.
pub(super) fn partners(tokens: &[Token]) -> Partners {
    let mut nearest = vec![None; tokens.len()];
    match_nearest(tokens, &mut nearest);
    let paired = |partners: &Partners| partners.iter().flatten().count();
    let brackets = tokens.iter().filter(|it| matches!(it.kind, Kind::Open(_) | Kind::Close(_)));
    if paired(&nearest) == brackets.count() {
        return nearest;
    }
    let mut braces_first = vec![None; tokens.len()];
    match_braces(tokens, &mut braces_first);
    match_groups(tokens, &mut braces_first);
    if paired(&braces_first) > paired(&nearest) { braces_first } else { nearest }
}

/// Matches each closing bracket with the nearest of its kind that is open, and leaves alone
/// what is open in between.
fn match_nearest(tokens: &[Token], partners: &mut Partners) {
    let mut open: Vec<(usize, u8)> = Vec::new();
    // How many of each kind are open, so that one without partner costs no search.
    let mut counts = [0_u32; 256];
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open(bracket) => {
                counts[usize::from(closing(bracket))] += 1;
                open.push((at, closing(bracket)));
            }
            Kind::Close(bracket) if counts[usize::from(bracket)] > 0 => {
                while let Some((candidate, closed_by)) = open.pop() {
                    counts[usize::from(closed_by)] -= 1;
                    if closed_by == bracket {
                        pair(Some(candidate), at, partners);
                        break;
                    }
                }
            }
            _ => {}
        }
    }
}

fn closing(bracket: u8) -> u8 {
    match bracket {
        b'(' => b')',
        b'[' => b']',
        b'{' => b'}',
        other => other,
    }
}

/// Matches braces and holes of template literals, whatever other brackets are between.
fn match_braces(tokens: &[Token], partners: &mut Partners) {
    let mut open = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open(b'{' | b'`') => open.push(at),
            Kind::Close(b'}' | b'`') => pair(open.pop(), at, partners),
            _ => {}
        }
    }
}

/// Matches other brackets, each with the nearest of its kind inside the same matched braces.
fn match_groups(tokens: &[Token], partners: &mut Partners) {
    let mut outer: Vec<[Vec<usize>; 2]> = Vec::new();
    let mut open: [Vec<usize>; 2] = Default::default();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open(b'(') => open[0].push(at),
            Kind::Open(b'[') => open[1].push(at),
            Kind::Open(_) if partners[at].is_some() => outer.push(std::mem::take(&mut open)),
            Kind::Close(close @ (b')' | b']')) => {
                let kind = usize::from(close == b']');
                let start = open[kind].pop();
                // What the other kind left open inside has no partner any more.
                let inside = open[1 - kind].partition_point(|it| Some(*it) < start);
                open[1 - kind].truncate(if start.is_some() { inside } else { usize::MAX });
                pair(start, at, partners);
            }
            Kind::Close(_) if partners[at].is_some() => open = outer.pop().unwrap_or_default(),
            _ => {}
        }
    }
}

fn pair(open: Option<usize>, close: usize, partners: &mut Partners) {
    if let Some(open) = open {
        partners[open] = Some(close);
        partners[close] = Some(open);
    }
}
