//! Scripts with many parts that know each other.

use super::Outcome::{Checked, Finds, Refused};
use super::{JS, PAGE, Row, all};

const ASK: &str = "my.getAuthCode({scopes:'auth_user',success:a,fail:b})";

pub(super) fn crowds(n: usize) -> Vec<Row> {
    [prompts(n), scopes(n), values(n), handed(n), comments(n)].concat()
}

fn prompts(n: usize) -> Vec<Row> {
    let awaited = all(n / 20, |i| {
        let next = format!("this.f{}()", i + 1);
        format!(
            "async f{i}(){{try{{await this.g{i}()}}catch(e){{{next};my.exitMiniProgram()}}}},g{i}(){{return new Promise((a,b)=>{ASK})}},"
        )
    });
    let retried = all(n / 20, |i| {
        format!("f{i}(){{my.getAuthCode({{scopes:'auth_user',fail:()=>this.f{}()}})}},", i + 1)
    });
    let counted = all(n / 20, |i| {
        let next = format!("if(n<3)this.f{}(n+1)", i + 1);
        format!("f{i}(n){{my.getAuthCode({{scopes:'auth_user',fail:()=>{{{next}}}}})}},")
    });
    let repeated = all(n / 20, |i| {
        format!("f{i}(){{my.getAuthCode({{scopes:'auth_user',fail:()=>this.f{i}()}})}},")
    });
    let page = |members: &str| format!("Page({{{members}onLoad(){{this.f0()}}}})");
    let flat = "my.getAuthCode({scopes:'auth_user'});".repeat(n / 4);
    let handlers = all(n / 20, |i| format!("f{i}(){{{ASK}}},g{i}(){{this.f{i}()}},"));
    let inside = 400.min(n / 20);
    let refused = "my.getAuthCode({scopes:'auth_user',fail(){".repeat(inside);
    let settings = "my.getSetting({success(r){if(r.authSetting.userInfo){".repeat(inside);
    let passed = all(n / 20, |i| format!("run(()=>my.getAuthCode({{scopes:'s{i}'}}));"));
    let guards = all(n / 4, |i| format!("if(x{i}&&!y{i})"));
    vec![
        ("prompts behind `await`", JS, page(&awaited), Finds("exit-on-refusal")),
        ("prompts after refusals", JS, page(&retried), Finds("prompt-at-launch")),
        ("prompts that repeat themselves", JS, page(&repeated), Finds("prompt-loop")),
        ("prompts after counted refusals", JS, page(&counted), Finds("prompt-at-launch")),
        ("prompts in a row", JS, format!("{PAGE}{flat}"), Finds("prompt-at-launch")),
        ("prompts in many methods", JS, format!("Page({{{handlers}}})"), Checked),
        (
            "prompts in refusals",
            JS,
            format!("{PAGE}{refused}{}", "}});".repeat(inside)),
            Finds("prompt-at-launch"),
        ),
        (
            "prompts in settings",
            JS,
            format!("{PAGE}{settings}{ASK}{}", "}}});".repeat(inside)),
            Checked,
        ),
        (
            "prompts through one function",
            JS,
            format!("{PAGE}function run(f){{f()}}{passed}"),
            Checked,
        ),
        ("a prompt behind conditions", JS, format!("{PAGE}{guards}{ASK};"), Checked),
        (
            "calls in one long function",
            JS,
            format!("{PAGE}x=()=>[{}];x()", "my.getPhoneNumber(),".repeat(n / 4)),
            Checked,
        ),
    ]
}

fn scopes(n: usize) -> Vec<Row> {
    let scopes = format!("my.getAuthCode({{scopes:[{}]}});", "'auth_user',".repeat(n));
    let list = |i: usize| format!("[{}]", format!("x{i},").repeat(n / 400));
    let lists = "var x0='s';".to_owned() + &all(9, |i| format!("var x{}={};", i + 1, list(i)));
    let shared = "my.getAuthCode({scopes:x9});".repeat(n / 40);
    let either = format!("{PAGE}my.getAuthCode({{scopes:[{}]}});", "a?'x':'y',".repeat(n / 2));
    vec![
        (
            "a long scope of many prompts",
            JS,
            format!("var x9='{}';{PAGE}{shared}", "s".repeat(n)),
            Checked,
        ),
        ("scopes that can be either of two", JS, either, Finds("unknown-auth-scope")),
        ("lists of lists of scopes", JS, format!("{lists}{PAGE}{shared}"), Checked),
        ("scopes of a prompt", JS, format!("{PAGE}{scopes}"), Finds("prompt-at-launch")),
    ]
}

fn values(n: usize) -> Vec<Row> {
    let spread = all(n / 10, |i| format!("var o{}={{...o{i},...o{i},k{i}(){{}}}};", i + 1));
    let functions = all(n, |i| format!("function f{i}(){{f{}()}}\n", i + 1));
    let names = all(n, |i| format!("var v{i};"));
    let members = all(n, |i| format!("m{i}(){{}},"));
    let methods = all(n, |i| format!("m{i}(){{this.m{}()}}\n", i + 1));
    let closures = all(300.min(n / 20), |i| format!("function f{i}(){{var v{i};"));
    let closed = "}".repeat(300.min(n / 20));
    let handed = all(n / 20, |i| format!("function f{i}(g){{return h=>f{}(()=>g(h))}}", i + 1));
    let table = all(n / 20, |i| format!("t.k{i}=function(){{t[x]()}};"));
    let classes = all(n / 20, |i| format!("class C{} extends C{i}{{m(){{super.m()}}}}", i + 1));
    let exports = all(n / 4, |i| format!("exports.e{i}=require('./e{i}');"));
    let imports = all(n / 4, |i| format!("import {{a as a{i}}} from './m{i}';"));
    let requested = all(n / 20, |i| format!("my.request({{url:'u{i}',success:r=>s{i}(r.data)}});"));
    let answers = all(n / 20, |i| format!("const {{a:b{}}}=b{i};", i + 1));
    let regex = format!("{PAGE}x=/{}a{}/;", "(".repeat(n), ")".repeat(n));
    let numbers = "a=a+1;".repeat(n);
    let texts = "a=a+'x';".repeat(n);
    vec![
        ("objects that spread objects", JS, format!("{spread}Page(o{})", n / 10), Checked),
        ("functions in a chain", JS, format!("{PAGE}{functions}f0();"), Checked),
        ("functions that are handed on", JS, format!("{PAGE}{handed}f0(x);"), Checked),
        ("functions in functions", JS, format!("{PAGE}{closures}{closed}"), Checked),
        ("functions in a table", JS, format!("{PAGE}const t={{}};{table}t[x]();"), Checked),
        ("variables", JS, format!("{PAGE}{names}"), Checked),
        ("members of a page", JS, format!("Page({{{members}}})"), Checked),
        ("methods of a class", JS, format!("{PAGE}class A{{{methods}}} new A().m0();"), Checked),
        ("classes in a chain", JS, format!("{PAGE}class C0{{m(){{}}}}{classes}"), Checked),
        ("exports", JS, format!("{PAGE}{exports}"), Checked),
        ("imports", JS, format!("{imports}{PAGE}"), Checked),
        ("requests", JS, format!("{PAGE}{requested}"), Checked),
        (
            "parts of an answer",
            JS,
            format!("{PAGE}my.getOpenUserInfo({{success(b0){{{answers}}}}})"),
            Checked,
        ),
        ("sums of one variable", JS, format!("{PAGE}let a=0;{numbers}"), Checked),
        (
            "texts of one variable",
            JS,
            format!("{PAGE}let a='';{texts}my.getAuthCode({{scopes:a}})"),
            Checked,
        ),
        ("groups of a regular expression", JS, regex, Checked),
        ("JSX that swc panics on", JS, format!("{PAGE}x=<a:b.c/>;"), Refused),
    ]
}

fn handed(n: usize) -> Vec<Row> {
    let ways = "my.navigateTo({url:u+'?'+q});".repeat(n / 100);
    let routed = all(n / 20, |i| format!("go('/pages/p{i}/p','q{i}');"));
    let wrapped = all(n / 20, |i| format!("const w{i}=wrap(wrap(()=>w{}()));", i + 1));
    let answers = all(n / 10, |i| format!("if(k=={i}&&x.confirm)r({{a:'{i}'}});"));
    let asked = all(n / 10, |i| {
        format!("ask({i}).then(y=>{{if(y.a==='{i}')my.getAuthCode({{scopes:'auth_user'}})}});")
    });
    let modules =
        all(n / 10, |i| format!("{i}:function(e,t,n){{n({});t.f=()=>n({i}).f(my)}},", i + 1));
    vec![
        (
            "a promise that many calls fulfil",
            JS,
            format!(
                "const ask=(k)=>new Promise((r)=>my.confirm({{success(x){{{answers}}}}}));{PAGE}{asked}"
            ),
            Checked,
        ),
        (
            "modules of a chunk",
            JS,
            format!(
                "{PAGE}(my['webpackJsonp']=my['webpackJsonp']||[]).push([[1],{{{modules}}},[[0]]]);"
            ),
            Checked,
        ),
        (
            "a router that is called often",
            JS,
            format!("{PAGE}function go(u,q){{{ways}}}{routed}"),
            Checked,
        ),
        (
            "functions that a missing package wraps",
            JS,
            format!("import wrap from 'wrap';{PAGE}{wrapped}w0();"),
            Checked,
        ),
    ]
}

fn comments(n: usize) -> Vec<Row> {
    let ignored = "// consentlint-ignore missing-scope -- x\n";
    let names = "missing-scop,".repeat(n / 20);
    let listed = format!("// consentlint-ignore {names}missing-scope -- x\n{PAGE}");
    let long = format!("// consentlint-ignore missing-scope -- {}\n{PAGE}", "x ".repeat(n));
    vec![
        ("suppressions", JS, ignored.repeat(n / 4) + PAGE, Finds("unused-suppression")),
        ("names in a suppression", JS, listed, Finds("unknown-rule")),
        ("a suppression with a long reason", JS, long, Finds("unused-suppression")),
    ]
}
