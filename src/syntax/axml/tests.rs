//! Whole templates: what is made of them, and what holds for every text.

use super::{Element, NodeId, NodeKind, Part, Template, Value, mask, parse};
use crate::source::Span;
use crate::syntax::{Parsed, Tree};

fn template(parsed: &Parsed) -> &Template {
    let Tree::Template(template) = &parsed.tree else { panic!("a template is parsed to one") };
    template
}

/// The tree of `text` in one line: `name{attribute=value}[children]`, holes as `‹…›`.
fn outline(text: &str) -> String {
    let parsed = parse(text);
    let template = template(&parsed);
    let roots = template.roots.iter().map(|root| node(text, template, *root));
    roots.collect::<Vec<_>>().join(" ")
}

fn node(text: &str, template: &Template, id: NodeId) -> String {
    match &template.node(id).kind {
        NodeKind::Text(value) => format!("'{}'", plain(text, value)),
        NodeKind::Element(element) => {
            let children = element.children.iter().map(|child| node(text, template, *child));
            let children = children.collect::<Vec<_>>().join(" ");
            let mut whole = element.name.clone() + &attributes(text, element);
            if !children.is_empty() {
                whole += &format!("[{children}]");
            }
            whole
        }
    }
}

fn attributes(text: &str, element: &Element) -> String {
    let pairs = element.attributes.iter().map(|attribute| match &attribute.value {
        Some(value) => format!("{}={}", attribute.name, plain(text, value)),
        None => attribute.name.clone(),
    });
    let pairs = pairs.collect::<Vec<_>>().join(" ");
    if pairs.is_empty() { pairs } else { format!("{{{pairs}}}") }
}

fn plain(text: &str, value: &Value) -> String {
    let parts = value.parts.iter().map(|part| match part {
        Part::Text(text) => text.clone(),
        Part::Hole { span, .. } => format!("‹{}›", span.of(text)),
    });
    parts.collect()
}

/// The problems of the markup of `text`, as `line:key`; those of expressions are not its own.
fn problems(text: &str) -> Vec<String> {
    const KEYS: &[&str] = &[
        "element-unclosed",
        "end-tag-stray",
        "tag-unclosed",
        "value-unclosed",
        "value-missing",
        "misplaced-text",
        "stray-angle",
        "unknown-markup",
        "comment-unclosed",
        "cdata-unclosed",
    ];
    let found = parse(text).problems.into_iter().filter(|it| KEYS.contains(&it.text.key));
    let line = |at: Span| Span::new(0, at.start).of(text).matches('\n').count() + 1;
    found.map(|it| format!("{}:{}", line(it.at), it.text.key)).collect()
}

fn check(cases: &[(&str, &str, &[&str])]) {
    for (text, tree, wrong) in cases {
        assert_eq!(outline(text), *tree, "{text}");
        assert_eq!(problems(text), *wrong, "{text}");
    }
}

#[test]
fn what_platforms_accept_is_no_problem() {
    check(&[
        ("", "", &[]),
        (" \r\n\t", "", &[]),
        ("\u{feff}<view/>", "view", &[]),
        ("\u{feff}", "", &[]),
        ("<a/>\r\n<b></b> c", "a b 'c'", &[]),
        ("<View onTap='go' b=\"c d\" e />", "View{onTap=go b=c d e}", &[]),
        ("<a\n  b = \"c\"\n  d\n>e</a >", "a{b=c d}['e']", &[]),
        ("<a b=\"1\"c='2'd=3 e={{ f > g }}/>", "a{b=1 c=2 d=3 e=‹ f > g ›}", &[]),
        ("<a b='1' b=\"2\" b/>", "a{b=1 b=2 b}", &[]),
        ("<a b=\"\" c=''></a>", "a{b= c=}", &[]),
        ("<a b=\"x\ny > <z\"/>", "a{b=x\ny > <z}", &[]),
        (
            "<a a:if=\"{{b < c && d > 'e>'}}\">{{f<g && h}}</a>",
            "a{a:if=‹b < c && d > 'e>'›}['‹f<g && h›']",
            &[],
        ),
        ("<a b=\"x {{c ? \"d\" : 'e'}} y\" f/>", "a{b=x ‹c ? \"d\" : 'e'› y f}", &[]),
        ("<a b='{{{c: {d: 1}}}}'>{{{e: 1}}}</a>", "a{b=‹{c: {d: 1}}›}['‹{e: 1}›']", &[]),
        ("<template is=\"a\" data=\"{{...b, c}}\"/>", "template{is=a data=‹...b, c›}", &[]),
        ("<a b='?c=1&d=2'>e && f &lt; &nbsp;g</a>", "a{b=?c=1&d=2}['e && f < \u{a0}g']", &[]),
        ("<a>1 < 2 <3 << </a>", "a['1 < 2 <3 <<']", &[]),
        ("<!-- a -- b <c> {{d}} --><e/><!----><!--> <!---><f/>", "e f", &[]),
        ("<![CDATA[a <b> {{c}} &lt;]]>", "'a <b> ‹c› &lt;'", &[]),
        ("<?xml version='1.0'?><!DOCTYPE a><a/>", "a", &[]),
        ("<a {{b}} data-{{c}}='d' />", "a{{{b}} data-{{c}}=d}", &[]),
        ("<a b=\"{{c\" d=\"e}}\">f {{g</a>", "a{b={{c d=e}}}['f {{g']", &[]),
        ("<a>{{b}c}} {{{d}}</a>", "a['‹b}c› ‹{d›']", &[]),
        ("<import-sjs from='a.sjs' name='{a, b}'/>", "import-sjs{from=a.sjs name={a, b}}", &[]),
        ("<中 />", "'<中 />'", &[]),
        ("<a b='{{class || for.x}}'>{{default}}</a>", "a{b=‹class || for.x›}['‹default›']", &[]),
        ("<a b='{{c: 1, d: e}}' a:key='{{*this}}'/>", "a{b=‹c: 1, d: e› a:key=‹*this›}", &[]),
        ("<a 中='\u{fffd}'>😀{{'中'}}</a>", "a{中=\u{fffd}}['😀‹'中'›']", &[]),
    ]);
}

#[test]
fn empty_elements_may_be_left_open() {
    check(&[
        ("<a><image src='b'><input><c/></a>", "a[image{src=b} input c]", &[]),
        ("<image><image></image><b/>", "image image b", &[]),
        ("<checkbox><a/></checkbox><b/>", "checkbox[a] b", &[]),
        ("<slot><a/></slot><slot name='b'><c/>", "slot[a] slot{name=b} c", &[]),
    ]);
}

#[test]
fn ends_are_found_as_in_html() {
    check(&[
        ("<a><b>c</a><d/>", "a[b['c']] d", &["1:element-unclosed"]),
        ("<a>\n<b>", "a[b]", &["1:element-unclosed", "2:element-unclosed"]),
        ("<a></b>c</a>\n</a>", "a['c']", &["1:end-tag-stray", "2:end-tag-stray"]),
        ("<a><b></c></a>", "a[b]", &["1:element-unclosed", "1:end-tag-stray"]),
        ("<a><b></a></b>", "a[b]", &["1:element-unclosed", "1:end-tag-stray"]),
        ("<a></A></a>", "a", &["1:end-tag-stray"]),
        ("<a></ a><b/></a\n>", "a b", &["1:end-tag-stray"]),
    ]);
}

#[test]
fn broken_tags_keep_what_can_be_read() {
    check(&[
        (
            "<a b='c', d='e',f>",
            "a{b=c d=e f}",
            &["1:element-unclosed", "1:misplaced-text", "1:misplaced-text"],
        ),
        ("<a b=\"c\"\" d='e'/>", "a{b=c d=e}", &["1:misplaced-text"]),
        ("<a b=c d\" e='f'/>", "a{b=c d e=f}", &["1:misplaced-text"]),
        ("<a b= c='d' e=>f</a>", "a{b= c=d e=}['f']", &["1:value-missing", "1:value-missing"]),
        ("<a\u{3000}b='c'\u{a0}d='e'/>", "a{b=c d=e}", &["1:misplaced-text", "1:misplaced-text"]),
        ("<a / b='c'/>", "a{b=c}", &["1:misplaced-text"]),
        ("<a <!-- b='x' --> c='d'/>", "a{c=d}", &["1:misplaced-text"]),
        ("<a b='c'\n<d></d></a>", "a{b=c}[d]", &["1:tag-unclosed"]),
        ("<a b='c d'<d/></a>", "a{b=c d}[d]", &["1:tag-unclosed"]),
        ("<a>b</a\n<c/>", "a['b'] c", &["1:tag-unclosed"]),
        ("<a>b</a<c/>", "a['b'] c", &["1:tag-unclosed"]),
        ("<a>b</a c 'd'><e/>", "a['b'] e", &["1:misplaced-text"]),
        ("<a><b>c<//b>d</a>", "a[b['c'] 'd']", &["1:misplaced-text"]),
        ("<a>b</ / a>c", "a['b'] 'c'", &["1:misplaced-text"]),
        ("<a><b c='d'e 中</b>f</a>", "a[b{c=d e} 'f']", &["1:tag-unclosed", "1:misplaced-text"]),
        ("<a b='c'{{d}}</a>e", "a{b=c} 'e'", &["1:tag-unclosed", "1:misplaced-text"]),
        ("<a b<c d='e'/></a>", "a[c{d=e}]", &["1:tag-unclosed", "1:misplaced-text"]),
        ("<a>b</a", "a['b']", &["1:tag-unclosed"]),
        ("<a b='c' d", "a{b=c d}", &["1:tag-unclosed", "1:element-unclosed"]),
        ("<a b='c d", "a{b=c d}", &["1:tag-unclosed", "1:element-unclosed", "1:value-unclosed"]),
        ("<a b=\"c>\n<d e=\"f\"/></a>", "a{b=c}[d{e=f}]", &["1:value-unclosed"]),
        ("<a b=\"c d/>\n<d e=\"f\"/>", "a{b=c d} d{e=f}", &["1:value-unclosed"]),
        (
            "<a b=\"{{c > d}} e\n f='g'>\n<h i=\"j\"/></a>",
            "a{b=‹c > d› e f=g}[h{i=j}]",
            &["1:value-unclosed"],
        ),
        ("<a b=\"c d=\"e\" f='{{g}}'/>", "a{b=c d=e f=‹g›}", &["1:value-unclosed"]),
        ("<a>b<c</a>", "a['b<c']", &["1:stray-angle"]),
        ("<a>b<!c d>e</3></a>", "a['b' 'e']", &["1:unknown-markup", "1:unknown-markup"]),
        ("<a/><!-- b <c/>", "a", &["1:comment-unclosed"]),
        ("<a/><![CDATA[ b <c/>", "a", &["1:cdata-unclosed"]),
        ("<a b={{c d=e>{{f}}</a>", "a{b={{c d=e}['‹f›']", &[]),
    ]);
}

#[test]
fn branches_of_other_platforms_are_comments() {
    check(&[
        (
            "<!-- #if WECHAT --><a b><!-- #endif --><!-- #if ALIPAY --><a><!-- #endif --></a>",
            "a",
            &[],
        ),
        ("<!-- #ifdef MP-WEIXIN || H5 --><a><!-- #else --><b/><!-- #endif -->", "b", &[]),
        (
            "<!-- #ifndef MP-ALIPAY --><a><!-- #if X --><b><!-- #endif --><!-- #endif -->c",
            "'c'",
            &[],
        ),
        (
            "<!-- #if ALIPAY || WECHAT --><a/><!-- #endif --><!-- #if DEBUG --><b/><!-- #endif -->",
            "a b",
            &[],
        ),
        ("<!-- #if WECHAT --><a/>", "a", &[]),
    ]);
}

#[test]
fn suppressions_cover_the_next_start_tag() {
    for (text, want) in [
        ("<!-- consentlint-ignore x -- y -->\n text <a\n b/><c/>", Some("<a\n b/>")),
        ("<a><!-- consentlint-ignore x -- y --></a><b/>", None),
        ("<a/><!-- consentlint-ignore x -- y -->", None),
        ("<!-- consentlint-ignore x -- y --><!-- z --><a>b</a>", Some("<a>")),
        (
            "<!-- consentlint-ignore-file x -- y -->",
            Some("<!-- consentlint-ignore-file x -- y -->"),
        ),
    ] {
        let directives = parse(text).directives;
        assert_eq!(directives.len(), 1, "{text}");
        assert_eq!(directives[0].covers.map(|it| it.of(text)), want, "{text}");
    }
}

#[test]
fn places_are_exact() {
    let text = "中<a b=\"c{{d}}\" e f='' g={{ h }} i=\"j\n<k></k>l{{m}} </a>";
    let parsed = parse(text);
    let template = template(&parsed);
    let (id, a) = template.elements().next().expect("an element");
    assert_eq!(a.name_span.of(text), "a");
    assert_eq!(a.tag_span.of(text), "<a b=\"c{{d}}\" e f='' g={{ h }} i=\"j");
    assert_eq!(template.node(id).span.of(text), text.trim_start_matches('中'));
    let places = |attribute: &super::Attribute| {
        let value = attribute.value.as_ref().map(|value| value.span.of(text));
        (attribute.name_span.of(text), attribute.span.of(text), value)
    };
    assert_eq!(
        a.attributes.iter().map(places).collect::<Vec<_>>(),
        [
            ("b", "b=\"c{{d}}\"", Some("c{{d}}")),
            ("e", "e", None),
            ("f", "f=''", Some("")),
            ("g", "g={{ h }}", Some("{{ h }}")),
            ("i", "i=\"j", Some("j")),
        ]
    );
    assert_eq!(template.node(a.children[1]).span.of(text), "l{{m}}");
}

const NASTY: &[&str] = &[
    "\u{feff}<!-- é -- {{ --><view class='a{{b ? \"x\" : 'y'}}'onTap={{c > d}} 中 />\r\n<text>{{e && '}}'}}}</text",
    "<a b=\"{{c < 'd>' && {e: [1]}}}\" f=\"g>\n <h/>i</a></b><image><![CDATA[{{j}}]]>&amp;&#x4e2d;<k/l='m'",
    "{{{{a}}}}<<b {{c}} = \"d e=\"f\"/<g></ h ><!i><?j?></3><k l=m/><n\n<o></n<p 'q\"<!-- r --> s, t>{{u</ /p><v 中{{w}}</v><//",
    "<!-- consentlint-ignore a -- é --><!-- #if WECHAT --><b c=`d` e=“f”><!-- #endif --><b/>{{`${`}}`}\n`}}<!--",
];

/// What holds for the tree of any text.
fn assert_sound(text: &str) {
    let masked = mask::mask(text);
    assert_eq!(masked.text.len(), text.len(), "the mask keeps the length of {text:?}");
    let ends_alike = |at| masked.text.is_char_boundary(at) || !text.is_char_boundary(at);
    assert!((0..=text.len()).all(ends_alike), "the mask keeps the characters of {text:?}");
    let parsed = parse(text);
    let template = template(&parsed);
    let fits = |span: Span| {
        span.start <= span.end && text.get(span.start as usize..span.end as usize).is_some()
    };
    for problem in &parsed.problems {
        assert!(fits(problem.at), "{problem:?} of {text:?}");
    }
    for (id, node) in (0..).map(NodeId).zip(&template.nodes) {
        let place =
            node.parent.map_or(Span::new(0, text.len() as u32), |id| template.node(id).span);
        assert!(fits(node.span) && place.contains(node.span), "{node:?} of {text:?}");
        assert!(node.parent.is_none_or(|parent| parent < id), "{node:?} of {text:?}");
        match &node.kind {
            NodeKind::Text(value) => assert_holds(text, node.span, value),
            NodeKind::Element(element) => {
                assert!(node.span.contains(element.tag_span), "{element:?} of {text:?}");
                assert!(element.tag_span.contains(element.name_span), "{element:?} of {text:?}");
                assert_eq!(element.name_span.of(text), element.name, "{text:?}");
                for attribute in &element.attributes {
                    assert!(element.tag_span.contains(attribute.span), "{attribute:?} of {text:?}");
                    assert_eq!(attribute.name_span.of(text), attribute.name, "{text:?}");
                    let value = attribute.value.as_ref();
                    value.inspect(|value| assert_holds(text, attribute.span, value));
                }
            }
        }
    }
}

fn assert_holds(text: &str, around: Span, value: &Value) {
    assert!(around.contains(value.span), "{value:?} of {text:?}");
    for part in &value.parts {
        if let Part::Hole { span, .. } = part {
            assert!(value.span.contains(*span), "{value:?} of {text:?}");
            let whole = Span::new(span.start - 2, span.end + 2).of(text);
            assert_eq!(whole, format!("{{{{{}}}}}", span.of(text)), "{value:?} of {text:?}");
        }
    }
}

#[test]
fn every_prefix_and_suffix_is_sound() {
    for text in NASTY {
        for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            let (prefix, suffix) = text.split_at(at);
            assert_sound(prefix);
            assert_sound(suffix);
        }
    }
}

#[test]
fn depth_is_no_limit() {
    for text in ["<a>".repeat(100_000), "<a>".repeat(100_000) + &"</a>".repeat(100_000)] {
        let parsed = parse(&text);
        assert_eq!(template(&parsed).nodes.len(), 100_000);
    }
}

#[test]
fn whatever_is_wrong_one_problem_is_told() {
    let too_large = "<view/>".repeat(super::MAX_BYTES / 7 + 1);
    for text in ["<a", "</a>", "<a><b></a>", "<a>{{", "<a b=\"", "<!--", &too_large] {
        let parsed = parse(text);
        let start: String = text.chars().take(20).collect();
        let told = parsed.told.as_ref();
        assert!(told.is_some_and(|it| parsed.problems.contains(it)), "{start}: {told:?}");
    }
}
