//! Templates of many parts.

use super::Outcome::{Checked, Finds, Refused};
use super::{AXML, BUTTON, Repeated, Row, all};

/// What is found in a template that is read, for an authorize button ends each.
const READ: super::Outcome = Finds("missing-on-error");

pub(super) const REPEATED: &[Repeated] = &[
    ("nested tags", AXML, ["", "<view>", "", "</view>"], READ),
    ("nested conditions", AXML, ["", "<view a:if=\"{{a}}\">", "", "</view>"], READ),
    ("nested loops", AXML, ["", "<view a:for=\"{{a}}\">", "", "</view>"], READ),
    (
        "nested loops with names",
        AXML,
        ["", "<block a:for=\"{{b.c}}\" a:for-item=\"b\">", "{{b}}", "</block>"],
        READ,
    ),
    ("nested slots", AXML, ["", "<slot name=\"a\">", "", "</slot>"], READ),
    ("nested scopes", AXML, ["", "<a slot-scope=\"b\">", "", "</a>"], READ),
    ("nested templates", AXML, ["", "<template name=\"t\">", "", "</template>"], READ),
    ("nested comments", AXML, ["", "<!--", "", "-->"], READ),
    ("nested braces", AXML, ["", "{{", "", "}}"], READ),
    ("nested braces in an attribute", AXML, ["<view a=\"{{", "{a:", "1", "}"], Refused),
    ("open tags", AXML, ["", "<view>", "", ""], Refused),
    ("open conditions", AXML, ["", "<view a:if=\"{{a}}\">", "", ""], Refused),
    ("open braces", AXML, ["", "<view a=\"{{", "", ""], Refused),
    ("open comments", AXML, ["", "<!--", "", ""], Refused),
    ("open quotes", AXML, ["", "<a b=\"", "", ""], Refused),
    ("open names", AXML, ["", "<a b=", "", ""], Refused),
    ("end tags", AXML, ["", "</view>", "", ""], Refused),
    ("ends of ends", AXML, ["", "</", "", ""], Refused),
    ("`<`s", AXML, ["", "<", "", ""], Checked),
    ("`>`s", AXML, ["", ">", "", ""], Checked),
    ("`</>`s", AXML, ["", "</>", "", ""], Refused),
    ("`=`s in a tag", AXML, ["<view ", "=", "/>", ""], Refused),
    ("quotes in a tag", AXML, ["<view ", "\"'", "/>", ""], Refused),
    ("slashes in a tag", AXML, ["<view ", "/", ">", ""], Refused),
    ("braces and quotes", AXML, ["", "{{'{{\"", "", ""], Checked),
    ("attributes of one name", AXML, ["<view ", "a='1' ", "/>", ""], READ),
    ("attributes without values", AXML, ["<view ", "a ", "/>", ""], READ),
    ("attributes without blanks", AXML, ["<view ", "a='1'", "/>", ""], READ),
    ("holes", AXML, ["<view a=\"", "{{a}}", "\"/>", ""], READ),
    ("holes in text", AXML, ["", "{{a}} ", "", ""], READ),
    ("operators in a hole", AXML, ["<view a=\"{{", "a+", "1}}\"/>", ""], READ),
    ("`!`s in a hole", AXML, ["<view a:if=\"{{", "!", "a}}\"/>", ""], READ),
    ("`&&`s in a hole", AXML, ["<view a:if=\"{{", "a&&", "a}}\"/>", ""], READ),
    ("ternaries in a hole", AXML, ["<view a=\"{{", "a?1:", "2}}\"/>", ""], READ),
    ("members in a hole", AXML, ["<view a=\"{{a", ".b", "}}\"/>", ""], READ),
    ("a long text", AXML, ["", "授权后查看协议", "", ""], READ),
    ("a long name", AXML, ["<", "aaaaaaaaaa", "/>", ""], READ),
    ("a long value", AXML, ["<view a=\"", "aaaaaaaaaa", "\"/>", ""], READ),
    ("entities", AXML, ["", "&lt;&#x10ffff;&amp", "", ""], READ),
    ("entities in an attribute", AXML, ["<view a=\"", "&lt;&#x10ffff;&amp", "\"/>", ""], READ),
    ("comments", AXML, ["", "<!-- a -->", "", ""], READ),
    ("CDATA", AXML, ["", "<![CDATA[a]]>", "", ""], READ),
    ("instructions", AXML, ["", "<?a b?>", "", ""], READ),
    ("types of documents", AXML, ["", "<!DOCTYPE a [<!ENTITY b \"&b;&b;\">]>", "", ""], READ),
    ("marks of other platforms", AXML, ["", "<!-- #if WECHAT -->", "", "<!-- #endif -->"], READ),
    ("`a:elif`s", AXML, ["<view a:if=\"{{a}}\"/>", "<view a:elif=\"{{b}}\"/>", "", ""], READ),
    ("`a:else`s", AXML, ["<view a:if=\"{{a}}\"/>", "<view a:else/>", "", ""], READ),
    ("imports of scripts", AXML, ["", "<import-sjs name=\"a\" from=\"./a.sjs\"/>", "", ""], READ),
    ("checked boxes", AXML, ["", "<checkbox checked=\"{{a}}\"/>同意", "", ""], READ),
    ("modals", AXML, ["", "<modal show=\"{{a}}\"/>", "", ""], READ),
    ("nested modals", AXML, ["", "<modal show=\"{{a}}\">", "", "</modal>"], READ),
    ("NUL bytes", AXML, ["", "\0", "", ""], READ),
    ("escapes of the terminal", AXML, ["", "</\u{1b}[31m\u{9b}2J\u{202e}>", "", ""], Refused),
];

pub(super) fn templates(n: usize) -> Vec<Row> {
    [tags(n), buttons(n), uses(n)].concat()
}

fn tags(n: usize) -> Vec<Row> {
    let crossed = all(n, |i| format!("<v{i}>")) + &all(n, |i| format!("</v{i}>"));
    let attributes = all(n, |i| format!("a{i}=\"1\" "));
    let events = all(n, |i| format!("onTap{i}=\"f{i}\" "));
    let dataset = all(n, |i| format!("data-a{i}=\"{{{{a{i}}}}}\" "));
    let styles = "a:b;".repeat(n);
    let tags = all(n, |i| format!("<v{i}/>"));
    let ids = all(n, |i| format!("<view id=\"a{i}\" class=\"b{i}\" onTap=\"c{i}\"/>"));
    let slots = all(n / 4, |i| format!("<slot name=\"s{i}\"/><view slot=\"s{i}\"/>"));
    vec![
        ("crossed tags", AXML, format!("{crossed}{BUTTON}"), Refused),
        ("attributes", AXML, format!("<view {attributes}/>{BUTTON}"), READ),
        ("events of one tag", AXML, format!("<view {events}/>{BUTTON}"), READ),
        ("a large data set", AXML, format!("<view {dataset}/>{BUTTON}"), READ),
        ("a long style", AXML, format!("<view style=\"{styles}\"/>{BUTTON}"), READ),
        ("custom tags", AXML, format!("{tags}{BUTTON}"), READ),
        ("handlers", AXML, format!("{ids}{BUTTON}"), READ),
        ("slots", AXML, format!("{slots}{BUTTON}"), READ),
    ]
}

fn buttons(n: usize) -> Vec<Row> {
    let open = BUTTON.replace("/>", ">");
    let own = |i: usize| BUTTON.replace("\"ok\"", &format!("\"ok{i}\""));
    let conditional = |i: usize| {
        BUTTON.replace("<button", &format!("<button a:if=\"{{{{a{i} && !b{}}}}}\"", i + 1))
    };
    let alternative =
        |i: usize| BUTTON.replace("<button", &format!("<button a:elif=\"{{{{a === {i}}}}}\""));
    let dynamic = "<button open-type=\"{{a}}\" scope=\"{{b}}\" onGetAuthorize=\"{{c}}\"/>";
    let looped = format!("<view a:for=\"{{{{a}}}}\">{BUTTON}</view>");
    let ignored = "<!-- consentlint-ignore-file missing-scope -- x -->\n".repeat(n / 4);
    let agreed = format!("<checkbox checked=\"{{{{a}}}}\"/><text>同意《协议》</text>{BUTTON}");
    vec![
        ("auth buttons", AXML, BUTTON.repeat(n / 10), READ),
        ("nested auth buttons", AXML, open.repeat(n / 10), READ),
        ("auth buttons with handlers", AXML, all(n / 10, own), READ),
        ("auth buttons with conditions", AXML, all(n / 10, conditional), READ),
        (
            "auth buttons in one chain",
            AXML,
            format!("<view a:if=\"{{{{b}}}}\"/>{}", all(n / 40, alternative)),
            READ,
        ),
        ("auth buttons in loops", AXML, looped.repeat(n / 10), READ),
        ("auth buttons with agreements", AXML, agreed.repeat(n / 20), READ),
        (
            "auth buttons in modals",
            AXML,
            format!("<modal show=\"{{{{a}}}}\">{BUTTON}</modal>").repeat(n / 10),
            READ,
        ),
        ("buttons that may be anything", AXML, dynamic.repeat(n / 10) + BUTTON, READ),
        ("suppressions of everything", AXML, ignored + &BUTTON.repeat(n / 40), READ),
    ]
}

fn uses(n: usize) -> Vec<Row> {
    let twice = all(n / 20, |i| {
        let next = format!("<template is=\"t{}\"/>", i + 1);
        format!("<template name=\"t{i}\">{next}{next}</template>")
    });
    let itself = "<template is=\"t\"/>".repeat(n / 20);
    let named = all(n / 20, |i| format!("<template name=\"t{i}\">{BUTTON}</template>"));
    let of_all = "<template is=\"{{a}}\" data=\"{{...b}}\"/>".repeat(n / 20);
    let included = "<include src=\"./a.axml\"/><import src=\"./a.axml\"/>".repeat(n / 20);
    let missing = all(n / 4, |i| format!("<include src=\"./m{i}.axml\"/><template is=\"m{i}\"/>"));
    vec![
        (
            "a template that uses itself",
            AXML,
            format!("<template name=\"t\">{itself}</template><template is=\"t\"/>{BUTTON}"),
            READ,
        ),
        (
            "templates that use templates twice",
            AXML,
            format!("{twice}<template is=\"t0\"/>{BUTTON}"),
            READ,
        ),
        ("templates that may be used", AXML, format!("{named}{of_all}{BUTTON}"), READ),
        ("a template that includes itself", AXML, format!("{included}{BUTTON}"), READ),
        ("templates that are missing", AXML, format!("{missing}{BUTTON}"), READ),
    ]
}
