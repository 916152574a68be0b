//! Programs of many files that lead to each other.

use super::Outcome::{Checked, Finds};
use super::{AXML, BUTTON, Files, Input, JS, Outcome, PAGE, all};

/// A page that asks as soon as it opens, through a module.
const ASKS: &str = "import {ask} from '../../m0';Page({onLoad(){ask()}})";

type Program = (&'static str, &'static str, String, Files, Outcome);

/// The numbers below `count`, each made into a file.
fn files(count: usize, one: impl Fn(usize) -> (String, String)) -> Files {
    (0..count).map(one).collect()
}

pub(super) fn programs(n: usize) -> Vec<Input> {
    let programs = [scripts(n), templates(n), components(n), pages(n), packages(n)].concat();
    let programs = [programs, handlers(n)].concat();
    let input = |(name, path, text, others, outcome)| Input { name, path, text, others, outcome };
    programs.into_iter().map(input).collect()
}

fn scripts(n: usize) -> Vec<Program> {
    let (long, wide) = (n / 20, (n as f64).sqrt() as usize);
    let page = || ASKS.to_owned();
    let ring = files(long, |i| {
        let next = (i + 1) % long;
        (
            format!("m{i}.js"),
            format!("import {{ask as a}} from './m{next}';export function ask(){{a()}}"),
        )
    });
    let again = files(long, |i| {
        let next = (i + 1) % long;
        (format!("m{i}.js"), format!("export * from './m{next}';export * from './m{i}'"))
    });
    let every = files(wide, |i| {
        let imports = all(wide, |to| format!("export * from './m{to}';"));
        (format!("m{i}.js"), format!("{imports}export const ask{i}=()=>my.getAuthCode({{}});"))
    });
    let required = files(long, |i| {
        let next = (i + 1) % long;
        (format!("m{i}.js"), format!("module.exports=Object.assign({{}},require('./m{next}'))"))
    });
    vec![
        ("modules in a ring", JS, page(), ring, Checked),
        ("modules that export each other", JS, page(), again, Checked),
        ("modules that export all others", JS, page(), every, Checked),
        ("modules that copy each other", JS, page(), required, Checked),
    ]
}

fn templates(n: usize) -> Vec<Program> {
    let (long, wide) = (n / 20, (n as f64).sqrt() as usize);
    let named = |i: usize, text: String| (format!("t{i}.axml"), text);
    let path = |i: usize| format!("src=\"/t{i}.axml\"/>");
    let first = |tag: &str| format!("<{tag} {}{BUTTON}", path(0));
    let ring =
        |tag: &'static str| files(long, |i| named(i, format!("<{tag} {}", path((i + 1) % long))));
    let every = files(wide, |i| {
        let imports = all(wide, |to| format!("<import {}", path(to)));
        named(i, format!("{imports}<template name=\"t{i}\">{BUTTON}</template>"))
    });
    let used = all(n / 4, |i| format!("<template is=\"t{}\"/>", i % wide));
    let twice = files(long, |i| named(i, format!("<include {}", path(i + 1)).repeat(2)));
    let read = Finds("missing-on-error");
    vec![
        ("templates that include each other", AXML, first("include"), ring("include"), read),
        ("templates that import each other", AXML, first("import"), ring("import"), read),
        ("templates that import all others", AXML, first("import") + &used, every, read),
        ("templates that include twice", AXML, first("include"), twice, read),
    ]
}

fn components(n: usize) -> Vec<Program> {
    let (long, wide) = (n / 100, (n as f64).sqrt() as usize / 4);
    let component = |i: usize, using: String, text: String| {
        let manifest = format!("{{\"component\": true, \"usingComponents\": {{{using}}}}}");
        let file = |ending: &str, text: String| (format!("c/c{i}.{ending}"), text);
        let script = "Component({props:{a(){}},methods:{b(){this.props.a()}}})".to_owned();
        [file("json", manifest), file("js", script), file("axml", text)]
    };
    let using = |to: usize| format!("\"c{to}\": \"/c/c{to}\"");
    let page = |to: &str| {
        let text = format!("{{\"usingComponents\": {{{to}}}}}");
        [("pages/a/a.json".to_owned(), text)]
    };
    let shown = |i: usize| format!("<c{i} a=\"{{{{b}}}}\" onA=\"b\"><slot/></c{i}>");
    let ring = (0..long).flat_map(|i| {
        let next = (i + 1) % long;
        component(i, using(next), shown(next) + BUTTON)
    });
    let twice = (0..long).flat_map(|i| component(i, using(i + 1), shown(i + 1).repeat(2) + BUTTON));
    let every = (0..wide).flat_map(|i| {
        let others: Vec<String> = (0..wide).map(using).collect();
        component(i, others.join(","), all(wide, shown) + BUTTON)
    });
    let itself =
        "{\"component\": true, \"usingComponents\": {\"a\": \"./a\", \"button\": \"/pages/a/a\"}}";
    let text = || shown(0) + BUTTON;
    let read = Finds("missing-on-error");
    let with = |files: Vec<(String, String)>| files.into_iter().chain(page(&using(0))).collect();
    vec![
        ("components in a ring", AXML, text(), with(ring.collect()), read),
        ("components that use components twice", AXML, text(), with(twice.collect()), read),
        ("components that use all others", AXML, text(), with(every.collect()), read),
        ("a component that uses itself", "pages/a/a.json", itself.to_owned(), Vec::new(), Checked),
    ]
}

fn pages(n: usize) -> Vec<Program> {
    let count = n / 40;
    let listed = all(count, |i| format!("\"p/p{i}\","));
    let app = |rest: &str| format!("{{\"pages\": [{listed} \"pages/a/a\", \"pages/b/b\"]{rest}}}");
    let page = |script: &dyn Fn(usize) -> String, template: &str| -> Files {
        let one = |i: usize| {
            [(format!("p/p{i}.js"), script(i)), (format!("p/p{i}.axml"), template.to_owned())]
        };
        (0..count).flat_map(one).collect()
    };
    let shared = |i: usize| {
        format!("import {{ask}} from '../m0';Page({{ok(){{ask({i})}},onLoad(){{ask()}}}})")
    };
    let jumps = |i: usize| {
        let to = all(20, |k| format!("my.navigateTo({{url:'/p/p{}'}});", (i * 7 + k) % count));
        format!("Page({{onLoad(){{{to}my.getAuthCode({{}})}}}})")
    };
    let mut asked = page(&shared, BUTTON);
    asked.push((
        "m0.js".to_owned(),
        "export function ask(a){my.getAuthCode({scopes:a})}".to_owned(),
    ));
    let include = "<include src=\"/t.axml\"/>";
    let mut included = page(&|_| PAGE.to_owned(), include);
    included.push(("t.axml".to_owned(), BUTTON.repeat(count)));
    let mut events = page(&|_| PAGE.to_owned(), include);
    let event = "<view a:for=\"{{a}}\" onTap=\"ok\" onLongTap=\"{{b}}\"><c a=\"{{c}}\"/></view>";
    events.push(("t.axml".to_owned(), event.repeat(count)));
    let global: Vec<String> = (0..count).map(|i| format!("\"c{i}\": \"/c/c{i}\"")).collect();
    let globals = app(&format!(", \"usingComponents\": {{{}}}", global.join(",")));
    vec![
        ("pages that ask through one module", "app.json", app(""), asked, Checked),
        ("pages that lead to each other", "app.json", app(""), page(&jumps, "<view/>"), Checked),
        ("pages that include auth buttons", "app.json", app(""), included, Checked),
        ("pages that include handlers", "app.json", app(""), events, Checked),
        (
            "pages with global components",
            "app.json",
            globals,
            page(&|_| PAGE.to_owned(), "<c0/>"),
            Checked,
        ),
    ]
}

fn handlers(n: usize) -> Vec<Program> {
    let count = n / 10;
    let buttons = all(count, |i| {
        let next = (i + 1) % count;
        format!(
            "<button open-type=\"getAuthorize\" scope=\"userInfo\" onGetAuthorize=\"f{i}\" onError=\"f{next}\"/>"
        )
    });
    let asks = |i: usize| {
        let (api, next) = (["OpenUserInfo", "PhoneNumber"][i % 2], (i + 1) % count);
        format!("my.get{api}({{fail:()=>this.f{next}()}})")
    };
    let methods = format!("Page({{{}}})", all(count, |i| format!("f{i}(){{{}}},", asks(i))));
    let own = all(count, |i| format!("this.f{i}=()=>{{{}}};", asks(i)));
    let own = format!("Page({{onLoad(){{{own}}}}})");
    let with = |script: String| vec![(JS.to_owned(), script)];
    vec![
        ("handlers that ask in a ring", AXML, buttons.clone(), with(methods), Checked),
        ("handlers that the page gives itself", AXML, buttons, with(own), Checked),
    ]
}

fn packages(n: usize) -> Vec<Program> {
    let count = n / 40;
    let file = |path: String, text: String| (path, text);
    let ring = (0..count).flat_map(|i| {
        let next = (i + 1) % count;
        [
            file(
                format!("node_modules/k{i}/package.json"),
                format!("{{\"main\": \"../k{next}\"}}"),
            ),
            file(format!("node_modules/k{i}/index.js"), format!("export * from 'k{next}'")),
        ]
    });
    let nested = "node_modules/k/".repeat(count.min(200));
    let deep = vec![file(format!("{nested}index.js"), "import 'k';import '../k'".to_owned())];
    let far = format!("{}m", "d/".repeat(count.min(200)));
    let wanted = all(n / 4, |i| format!("import 'k{i}';"));
    let asking = vec![file(format!("{far}.js"), wanted)];
    let project = "{\"miniprogramRoot\": \"./\", \"pluginRoot\": \"../../..\"}".to_owned();
    let aliases: Vec<String> = (0..n / 4).map(|i| format!("\"@a{i}/*\": [\"./a{i}/*\"]")).collect();
    let aliased =
        format!("{{\"compileOptions\": {{\"resolveAlias\": {{{}}}}}}}", aliases.join(","));
    let imports = all(n / 4, |i| format!("import '@b{i}/x';"));
    vec![
        (
            "packages in a ring",
            JS,
            "import {ask} from 'k0';Page({})".to_owned(),
            ring.collect(),
            Checked,
        ),
        ("packages in packages", JS, "import 'k';Page({})".to_owned(), deep, Checked),
        ("packages from a deep folder", JS, format!("import '/{far}';{PAGE}"), asking, Checked),
        ("a project around itself", "mini.project.json", project, Vec::new(), Checked),
        (
            "aliases and imports",
            JS,
            imports + PAGE,
            vec![file("mini.project.json".to_owned(), aliased)],
            Checked,
        ),
    ]
}
