//! The inputs, by size: one file of a program is hostile, the others are as people write them.

/// A hostile file and what becomes of it.
pub(super) struct Input {
    pub(super) name: &'static str,
    pub(super) path: &'static str,
    pub(super) text: String,
    pub(super) outcome: Outcome,
}

/// What becomes of a hostile file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outcome {
    /// All of it is read.
    Checked,
    /// It is read, and this rule finds something in it.
    Finds(&'static str),
    /// `syntax-error` says why it is not read, or where.
    Refused,
}

use Outcome::{Checked, Finds, Refused};

const APP: &str = "app.json";
const JS: &str = "pages/a/a.js";
const TS: &str = "pages/a/a.ts";
const AXML: &str = "pages/a/a.axml";
const BUTTON: &str =
    "<button open-type=\"getAuthorize\" scope=\"userInfo\" onGetAuthorize=\"ok\"/>\n";
const PAGE: &str = "Page({ ok() { my.showToast({}); } });\n";

impl Input {
    /// All files of the program.
    pub(super) fn files(&self) -> Vec<(String, String)> {
        let mut files = vec![
            (APP.to_owned(), "{\"pages\": [\"pages/a/a\", \"pages/b/b\"]}".to_owned()),
            ("pages/b/b.axml".to_owned(), BUTTON.to_owned()),
            ("pages/b/b.js".to_owned(), PAGE.to_owned()),
            (AXML.to_owned(), BUTTON.to_owned()),
            (JS.to_owned(), PAGE.to_owned()),
        ];
        files.retain(|(path, _)| path != self.path);
        files.push((self.path.to_owned(), self.text.clone()));
        files
    }
}

/// The inputs, each of about `n` parts.
pub(super) fn inputs(n: usize) -> Vec<Input> {
    let input = |(name, path, text, outcome)| Input { name, path, text, outcome };
    let scripts = nested(n).into_iter().chain(long(n)).chain(crowds(n));
    let templates = tags(n).into_iter().chain(markup(n));
    scripts.chain(templates).chain(manifests(n)).map(input).collect()
}

type Row = (&'static str, &'static str, String, Outcome);

/// `open` often, `inner`, `close` as often, behind the start of a script.
fn nest(n: usize, open: &str, inner: &str, close: &str) -> String {
    format!("{PAGE}x = {}{inner}{};", open.repeat(n), close.repeat(n))
}

fn nested(n: usize) -> Vec<Row> {
    vec![
        ("nested parentheses", JS, nest(n, "(", "1", ")"), Refused),
        ("nested arrays", JS, nest(n, "[", "", "]"), Refused),
        ("nested objects", JS, nest(n, "{a:", "1", "}"), Refused),
        ("nested functions", JS, nest(n, "function(){return ", "1", "}"), Refused),
        ("nested classes", JS, nest(n, "class{m(){return ", "1", "}}"), Refused),
        ("nested template literals", JS, nest(n, "`${", "1", "}`"), Refused),
        ("open parentheses", JS, nest(n, "(", "", ""), Refused),
        ("open template literals", JS, nest(n, "`${", "", ""), Refused),
        ("assignments of assignments", JS, nest(n, "a=", "1", ""), Checked),
        ("`else if`s", JS, format!("{PAGE}if(a){{}}{}", "else if(a){}".repeat(n)), Refused),
        ("nested `while`s", JS, format!("{PAGE}{};", "while(a)".repeat(n)), Refused),
        ("labels", JS, format!("{PAGE}{};", "a:".repeat(n)), Refused),
        (
            "nested type arguments",
            TS,
            format!("let x: {}B{};", "A<".repeat(n), ">".repeat(n)),
            Refused,
        ),
        ("nested arrow functions", JS, nest(n, "(a=this)=>", "1", ""), Checked),
        ("nested `!`", JS, nest(n, "!", "1", ""), Checked),
        ("nested `new`", JS, nest(n, "new ", "a", ""), Checked),
    ]
}

fn long(n: usize) -> Vec<Row> {
    vec![
        ("chained assignments", JS, nest(n, "x=", "1", ""), Checked),
        ("chained sums", JS, nest(n, "a+", "1", ""), Checked),
        ("chained members", JS, format!("{PAGE}a{};", ".b".repeat(n)), Checked),
        ("chained calls", JS, format!("{PAGE}a{};", "()".repeat(n)), Checked),
        ("sequence", JS, nest(n, "a,", "1", ""), Checked),
        ("holes of one template literal", JS, format!("{PAGE}x=`{}`;", "${a}".repeat(n)), Checked),
        (
            "groups of a regular expression",
            JS,
            format!("{PAGE}x=/{}a{}/;", "(".repeat(n), ")".repeat(n)),
            Checked,
        ),
        ("one long line", JS, format!("{PAGE}x='{}';", "a".repeat(40 * n)), Checked),
        ("quotes", JS, format!("{PAGE}{}", "\"a\n".repeat(n)), Refused),
        ("faults", JS, format!("{PAGE}{}", "f(;\n".repeat(n)), Refused),
        ("stray braces", JS, format!("{PAGE}{}", "}".repeat(n)), Refused),
        ("comment marks", JS, format!("{PAGE}{}", "/*".repeat(n)), Refused),
        ("JSX that swc panics on", JS, format!("{PAGE}x=<a:b.c/>;"), Refused),
        ("NUL bytes", JS, format!("{PAGE}{}", "\0".repeat(n)), Refused),
        ("replaced bytes", JS, format!("{PAGE}'{}'", "\u{fffd}".repeat(n)), Checked),
    ]
}

fn crowds(n: usize) -> Vec<Row> {
    let all = |count: usize, one: &dyn Fn(usize) -> String| (0..count).map(one).collect::<String>();
    let ask = "my.getAuthCode({scopes:'auth_user',success:a,fail:b})";
    let awaited = all(n / 20, &|i| {
        format!(
            "async f{i}(){{try{{await this.g{i}()}}catch(e){{this.f{}();my.exitMiniProgram()}}}},g{i}(){{return new Promise((a,b)=>{ask})}},",
            i + 1
        )
    });
    let retried = all(n / 20, &|i| {
        format!("f{i}(){{my.getAuthCode({{scopes:'auth_user',fail:()=>this.f{}()}})}},", i + 1)
    });
    let spread = all(n / 10, &|i| format!("var o{}={{...o{i},...o{i},k{i}(){{}}}};", i + 1));
    let functions = all(n, &|i| format!("function f{i}(){{f{}()}}\n", i + 1));
    let flat = "my.getAuthCode({scopes:'auth_user'});".repeat(n / 4);
    let lists = all(5, &|i| format!("var l{}=[{}];", i + 1, format!("l{i},").repeat(n / 100)));
    let asking = |scopes: &str| format!("{PAGE}my.getAuthCode({{scopes:{scopes}}});");
    vec![
        (
            "scopes that can be either of two",
            JS,
            asking(&format!("[{}]", "a?'x':'y',".repeat(n / 2))),
            Finds("unknown-auth-scope"),
        ),
        ("lists of lists of scopes", JS, lists + &asking("l5"), Checked),
        (
            "prompts behind `await`",
            JS,
            format!("Page({{{awaited}onLoad(){{this.f0()}}}})"),
            Finds("exit-on-refusal"),
        ),
        (
            "prompts after refusals",
            JS,
            format!("Page({{{retried}onLoad(){{this.f0()}}}})"),
            Finds("prompt-at-launch"),
        ),
        ("prompts in a row", JS, format!("{PAGE}{flat}"), Finds("prompt-at-launch")),
        ("objects that spread objects", JS, format!("{spread}Page(o{})", n / 10), Checked),
        ("functions in a chain", JS, format!("{PAGE}{functions}f0();"), Checked),
        (
            "suppressions",
            JS,
            "// consentlint-ignore missing-scope -- x\n".repeat(n / 4) + PAGE,
            Finds("unused-suppression"),
        ),
        (
            "names in a suppression",
            JS,
            format!(
                "// consentlint-ignore {}missing-scope -- x\n{PAGE}",
                "missing-scop,".repeat(n / 20)
            ),
            Finds("unknown-rule"),
        ),
    ]
}

fn tags(n: usize) -> Vec<Row> {
    let own = |i: usize, close: &str| format!("<{close}v{i}>");
    let opened: String = (0..n).map(|i| own(i, "")).collect();
    let closed: String = (0..n).map(|i| own(i, "/")).collect();
    vec![
        (
            "nested tags",
            AXML,
            format!("{}{}{BUTTON}", "<view>".repeat(n), "</view>".repeat(n)),
            Finds("missing-on-error"),
        ),
        ("open tags", AXML, format!("{}{BUTTON}", "<view>".repeat(n)), Refused),
        ("end tags", AXML, format!("{}{BUTTON}", "</view>".repeat(n)), Refused),
        ("crossed tags", AXML, format!("{opened}{closed}{BUTTON}"), Refused),
        ("`<`s", AXML, format!("{}{BUTTON}", "<".repeat(n)), Checked),
        ("open comments", AXML, format!("{}{BUTTON}", "<!--".repeat(n)), Refused),
        (
            "nested braces",
            AXML,
            format!("{}{}{BUTTON}", "{{".repeat(n), "}}".repeat(n)),
            Finds("missing-on-error"),
        ),
        ("open braces", AXML, format!("{}{BUTTON}", "<view a=\"{{".repeat(n)), Refused),
        (
            "holes",
            AXML,
            format!("<view a=\"{}\"/>{BUTTON}", "{{a}}".repeat(n)),
            Finds("missing-on-error"),
        ),
        (
            "attributes",
            AXML,
            format!("<view {}/>{BUTTON}", "a='1' ".repeat(n)),
            Finds("missing-on-error"),
        ),
        (
            "a template that uses itself",
            AXML,
            format!(
                "<template name=\"t\">{}</template><template is=\"t\"/>{BUTTON}",
                "<template is=\"t\"/>".repeat(n / 20)
            ),
            Finds("missing-on-error"),
        ),
    ]
}

fn markup(n: usize) -> Vec<Row> {
    let uses: String = (0..n / 20)
        .map(|i| {
            format!(
                "<template name=\"t{i}\"><template is=\"t{}\"/><template is=\"t{}\"/></template>",
                i + 1,
                i + 1
            )
        })
        .collect();
    vec![
        (
            "nested conditions",
            AXML,
            format!("{}{BUTTON}", "<view a:if=\"{{a}}\">".repeat(n)),
            Refused,
        ),
        (
            "`a:elif`s",
            AXML,
            format!("<view a:if=\"{{{{a}}}}\"/>{}{BUTTON}", "<view a:elif=\"{{b}}\"/>".repeat(n)),
            Finds("missing-on-error"),
        ),
        ("auth buttons", AXML, BUTTON.repeat(n / 10), Finds("missing-on-error")),
        (
            "nested auth buttons",
            AXML,
            BUTTON.replace("/>", ">").repeat(n / 10),
            Finds("missing-on-error"),
        ),
        (
            "templates that use templates twice",
            AXML,
            format!("{uses}<template is=\"t0\"/>{BUTTON}"),
            Finds("missing-on-error"),
        ),
        (
            "a template that includes itself",
            AXML,
            format!(
                "{}{BUTTON}",
                "<include src=\"./a.axml\"/><import src=\"./a.axml\"/>".repeat(n / 20)
            ),
            Finds("missing-on-error"),
        ),
        (
            "suppressions of everything",
            AXML,
            "<!-- consentlint-ignore-file missing-scope -- x -->\n".repeat(n / 4)
                + &BUTTON.repeat(n / 40),
            Finds("missing-on-error"),
        ),
    ]
}

fn manifests(n: usize) -> Vec<Row> {
    let app = |rest: &str| format!("{{\"pages\": [\"pages/a/a\", \"pages/b/b\"]{rest}}}");
    let pages = |pages: String| format!("{{\"pages\": [{pages} \"pages/a/a\", \"pages/b/b\"]}}");
    let far: String = (0..n).map(|i| format!("\"p{i}/p\",")).collect();
    let package = "{\"root\": \"pages\", \"pages\": [\"a/a\", \"b/b\"]},".repeat(n / 10);
    vec![
        ("pages", APP, pages(far), Checked),
        ("one page again and again", APP, pages("\"pages/a/a\",".repeat(n)), Checked),
        ("a page with a long name", APP, pages(format!("\"{}\",", "a/".repeat(10 * n))), Checked),
        ("a page far above", APP, pages(format!("\"{}\",", "../".repeat(10 * n))), Checked),
        ("subpackages over each other", APP, app(&format!(", \"subPackages\": [{package}]")), Checked),
        ("nested JSON", APP, app(&format!(", \"x\": {}{}", "[".repeat(n), "]".repeat(n))), Refused),
        ("open JSON", APP, format!("{}{}", app("").trim_end_matches('}'), ",\"x\":[{\"a\":".repeat(n)), Refused),
        ("JSON commas", APP, app(&",".repeat(n)), Refused),
        ("JSON faults", APP, app(&",\"k\" x ".repeat(n)), Refused),
        ("a component that uses itself", "pages/a/a.json", "{\"component\": true, \"usingComponents\": {\"a\": \"./a\", \"button\": \"/pages/a/a\"}}".to_owned(), Checked),
    ]
}
