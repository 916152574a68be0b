//! Constants and conditions of templates, as a page shows them.

use std::sync::Arc;

use super::{AuthButton, Datum, Literal, Markup};
use crate::project;
use crate::source::{FileKind, RelPath};
use crate::syntax::{self, File};

/// The markup of a program with one page.
fn page(template: &str) -> Markup {
    let texts = [("app.json", r#"{"pages": ["p"]}"#), ("p.axml", template), ("p.js", "Page({})")];
    let file = |(path, text): (&str, &str)| {
        let kind = FileKind::of(path)?;
        let parsed = Arc::new(syntax::parse(kind, text));
        Some(File { path: RelPath::new(path), text: text.into(), kind, parsed })
    };
    let files: Vec<File> = texts.into_iter().filter_map(file).collect();
    Markup::new(&files, &project::link(&files))
}

#[test]
fn values_have_the_constants_they_can_be() {
    for (value, want) in [
        ("userInfo", "userInfo"),
        ("{{'userInfo'}}", "userInfo"),
        (" {{ 'userInfo' }} ", "userInfo"),
        ("{{a ? 'x' : 'y'}}", "x|y"),
        ("{{true ? 'x' : 'y'}}", "x"),
        ("{{!1 ? 'x' : 'y'}}", "y"),
        ("{{a && 'x'}}", "x|"),
        ("{{a || 'x'}}", "x|?"),
        ("{{'' || 'x'}}", "x"),
        ("{{a}}", "?"),
        ("{{a ? b : 'x'}}", "x|?"),
        ("{{'user' + 'Info'}}", "userInfo"),
        ("user{{a ? 'Info' : 'Name'}}", "userInfo|userName"),
        ("user{{a}}", "?"),
        ("{{['x', 'y']}}", "x,y"),
        ("{{`x`}}", "x"),
        ("{{null}}", ""),
        ("{{fn('x')}}", "?"),
    ] {
        let button = format!(r#"<button open-type="getAuthorize" scope="{value}"/>"#);
        let markup = page(&button);
        let scope = markup.buttons.first().and_then(|it| it.tag.scope.as_ref());
        let found = scope.map(|it| {
            let constants = it.values.constants.iter().map(|it| it.texts.join(","));
            constants.chain(it.values.is_dynamic.then(|| "?".to_owned())).collect::<Vec<_>>()
        });
        assert_eq!(found.map(|it| it.join("|")).as_deref(), Some(want), "{value}");
    }
}

#[test]
fn conditions_exclude_each_other() {
    for (first, second, are_exclusive) in [
        ("a", "!a", true),
        ("a", "b", false),
        ("!!a", "!a", true),
        ("a.b", "!a.b", true),
        ("a && b", "!b", true),
        ("a && b", "!(a && b)", true),
        ("a || b", "!a && !b", true),
        ("a || b", "!a", false),
        ("t == 1", "t == 2", true),
        ("t === 'a'", "t === 'b'", true),
        ("t == 1", "t != 1", true),
        ("t == 1", "t == '1'", false),
        ("t == 1 || t == 2", "t == 3", true),
        ("t == 1 || t == 2", "t == 2", false),
        ("t == 1 && a", "t == 2 && a", true),
        ("t == 0", "t", true),
        ("t == 1", "!t", true),
        ("list.length > 0", "list.length === 0", true),
        ("list.length > 0", "!list.length", true),
        ("list.length", "list.length < 1", true),
        ("n < 3", "n >= 3", true),
        ("n > 3", "n <= 3", true),
        ("n > 3", "n < 3", true),
        ("n < 3", "5 < n", true),
        ("n <= 3", "n >= 3", false),
        ("n == 7", "n < 5", true),
        ("f(a)", "!f( a )", true),
        ("f(a)", "!f(b)", false),
        ("a ? true : false", "!a", true),
        ("a ? b : false", "!b", true),
        ("true", "a", false),
    ] {
        let markup = page(&format!(
            r#"<view class="popup">
              <button a:if="{{{{{first}}}}}" open-type="getAuthorize" scope="userInfo"/>
              <button a:if="{{{{{second}}}}}" open-type="getAuthorize" scope="phoneNumber"/>
            </view>"#
        ));
        assert_eq!(markup.pairs.is_empty(), are_exclusive, "{first} / {second}");
    }
}

#[test]
fn branches_of_a_chain_exclude_each_other() {
    let button = |attributes: &str, scope: &str| {
        format!(r#"<view {attributes}><button open-type="getAuthorize" scope="{scope}"/></view>"#)
    };
    for (first, second, pairs) in [
        ("a:if='{{f()}}'", "a:else", 0),
        ("a:if='{{f()}}'", "a:elif='{{b}}'", 0),
        ("a:if='{{f()}}'", "a:if='{{b}}'", 1),
        ("hidden='{{a}}'", "hidden='{{!a}}'", 0),
        ("hidden='{{a}}'", "a:if='{{a}}'", 0),
        ("hidden='{{a}}'", "hidden='{{b}}'", 1),
        ("a:if='{{false}}'", "a:else", 0),
        ("a:for='{{l}}' a:if='{{item.x}}'", "a:for='{{m}}' a:if='{{!item.x}}'", 1),
    ] {
        let (first_view, second_view) = (button(first, "userInfo"), button(second, "phoneNumber"));
        let markup = page(&format!("<page-container>{first_view} {second_view}</page-container>"));
        assert_eq!(markup.pairs.len(), pairs, "{first} / {second}");
    }
}

#[test]
fn modals_are_recognized() {
    for (element, is_modal) in [
        (r#"view class="login-mask""#, true),
        (r#"view class="box {{ a ? 'is-dialog' : '' }}""#, true),
        (r#"view class="masked-phone""#, false),
        (r#"view class="stylesheet""#, false),
        ("auth-popup", true),
        (r#"page-container show="{{a}}""#, true),
        (r#"view a:if="{{a}}" style="position: fixed; inset: 0""#, true),
        (r#"view a:if="{{a}}" style="position:fixed;top:0;left:0;width:100%;height:100vh""#, true),
        (r#"view style="position: fixed; inset: 0""#, false),
        (r#"view a:if="{{a}}" style="position: fixed; bottom: 0; left: 0; width: 100%""#, false),
    ] {
        let name = element.split(' ').next().unwrap_or_default();
        let markup = page(&format!(r#"<{element}><button open-type="getAuthorize"/></{name}>"#));
        let view = markup.views.first();
        let modal = view.and_then(|view| view.modal_of(view.buttons.first()?.0));
        assert_eq!(modal.is_some(), is_modal, "{element}");
    }
}

#[test]
fn modals_are_shown_when_their_conditions_hold() {
    let data = |datum: &Datum| match datum.path.join(".").as_str() {
        "yes" => Some(Literal::Bool(true)),
        "no" => Some(Literal::Bool(false)),
        "user" => Some(Literal::Object),
        "user.mobile" => Some(Literal::Nothing),
        "step" => Some(Literal::Number("2".to_owned())),
        _ => None,
    };
    for (element, shown) in [
        (r#"view class="mask""#, Some(true)),
        (r#"view class="mask" a:if="{{yes}}""#, Some(true)),
        (r#"view class="mask" a:if="{{no}}""#, Some(false)),
        (r#"view class="mask" hidden="{{no}}""#, Some(true)),
        (r#"view class="mask" hidden"#, Some(false)),
        (r#"view class="mask" a:if="{{!user.mobile}}""#, Some(true)),
        (r#"view class="mask" a:if="{{user && step == 2}}""#, Some(true)),
        (r#"view class="mask" a:if="{{step > 2}}""#, Some(false)),
        (r#"view class="mask" a:if="{{other && no}}""#, Some(false)),
        (r#"view class="mask" a:if="{{other}}""#, None),
        (r#"page-container show="{{yes}}""#, Some(true)),
        (r#"page-container"#, Some(false)),
    ] {
        let name = element.split(' ').next().unwrap_or_default();
        let button = r#"<button open-type="getAuthorize"/>"#;
        let markup =
            page(&format!(r#"<view a:if="{{{{yes}}}}"><{element}>{button}</{name}></view>"#));
        let view = markup.views.first();
        let found = view.and_then(|view| view.is_shown(*view.modals().keys().next()?, &data));
        assert_eq!(found, shown, "{element}");
    }
}

#[test]
fn templates_that_use_each_other_end() {
    let bodies: String = (0..20)
        .map(|at| {
            let button = r#"<button open-type="getAuthorize" scope="{{scope}}"/>"#;
            format!(r#"<template name="t{at}"><template is="{{{{name}}}}"/>{button}</template>"#)
        })
        .collect();
    let markup = page(&format!(
        r#"{bodies}<template is="t0" data="{{{{scope: 'userInfo'}}}}"/><include src="p.axml"/>"#
    ));
    assert!(markup.buttons.iter().any(|it| it.single_scope() == Some("userInfo")));
    assert!(markup.buttons.len() < 50_000);
    let scopes = |button: &AuthButton| button.scopes().len();
    assert!(markup.buttons.iter().map(scopes).max() <= Some(1));
}
