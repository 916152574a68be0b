#!/usr/bin/env python3
"""Writes what fuzzing begins with: seeds out of testdata/, dictionaries out of rules/data/.

    fuzz/prepare.py

Seeds and what is in fuzz/kept/TARGET.jsonl go to fuzz/corpus/TARGET, as files that are named by their
content, beside what is there; dictionaries to fuzz/dictionaries/TARGET.
"""

import hashlib
import json
import re
import tomllib
from pathlib import Path

FUZZ = Path(__file__).resolve().parent
ROOT = FUZZ.parent
KEPT = FUZZ / "kept"

# Larger files and programs are left out: mutations of them are slow and rarely meet what matters.
MOST_FILE = 6_000
MOST_PROGRAM = 10_000

OUTCOMES = {"fixed", "suggested"}

# What begins and ends things, which no data names.
MARKS = {
    "axml": """
        <view <button </button> <block <slot <template <import <include <import-sjs /> <!-- --> <![CDATA[ ]]>
        <!--#if <!--#endif--> {{ }} {{{ }}} =" ="{{ }}" &lt; &amp; &#x41; a:if a:else a:elif a:for a:for-item a:key
        slot-scope name="d" is="d" data="{{...d}}" src="./b.axml" from="./c.sjs" hidden="{{!a}}" open-type="
        scope=" onTap=" onError=" onGetAuthorize=" catchTap=" style="display:none" ref="x"
    """,
    "script": """
        Page({ App({ Component({ Plugin({ onLoad() { this. that. props. methods: { data: { async await yield* => ...
        ?. ?? ??= &&= ||= ** ` ${ } /* */ // #! ''' /re/g class extends super( static #p get set constructor( new
        new.target import.meta import( require( require.async( export default module.exports exports. Promise.all(
        Promise.resolve( .then( .catch( .finally( new Promise((resolve,reject)=>{ .bind(this) .call( .apply( .map( .forEach(
        Object.assign( Object.keys( JSON.parse( JSON.stringify( for(;;) for(const for await( while( do{ switch( case
        default: break continue return throw try{ }catch(e){ finally{ if( else var let const function typeof void
        delete instanceof in of with( debugger enum interface type as satisfies declare namespace abstract <T> : string
        ! = 0b1 0x1 1n 1e9 \\u{61} \\x61 res.response res.code === '10000' my. dd. ap. wx. tt. getApp() globalData
        setData({ authSetting success: fail: complete: error authCode accessToken
    """,
    "manifest": """
        "pages" "subPackages" "subpackages" "root" "plugins" "usingComponents" "component" "window" "tabBar" "items"
        "pagePath" "entryPagePath" "lazyCodeLoading" "requiredComponents" "permission" "desc" "resolveAlias" "publicPages" "main"
        "publicComponents" "independent" "networkTimeout" "provider" "version" "scope.userLocation" true false null // /* */
        "pages/a/a" "/components/ask/ask" "../a" "plugin://p/a" "@/a" : , [ ] { } \\u0041 1e5 -0
    """,
    "config": """
        extends = profiles = exclude = fail-on = [rules] [[overrides]] paths = rules. [purposes] [scopes. asks = [apis]
        [[components]] library = names = auth-button = true false 'off' 'error' 'warning' 'info' 'never' "**" "*.js" "{a,b}"
        "[!a]" "./a/" \"\"\" ''' # 1979-05-27 nan inf 0x1 [[ ]] { } = . , \\u0041
    """,
    "baseline": """
        "version": 1 "findings": [ ] { } "path": "rule": "message": "fingerprint": "count": null -1 0 4294967295 4294967296
        "00000000000000000000000000000000" , : \\u0041
    """,
    "suppressions": """
        -file until= 2027-06-14 2027-06-15 2028-01-01 -- , : all * --> */ \\n
    """,
}


def files(folder):
    """The files of a program that a fuzzer is to see, by their path there."""
    found = {}
    for path in sorted(folder.rglob("*")):
        below = path.relative_to(folder)
        if not path.is_file() or OUTCOMES & set(below.parts):
            continue
        if path.suffix in {".axml", ".js", ".ts", ".json"} and path.stat().st_size <= MOST_FILE:
            found[below.as_posix()] = re.sub(r"(<!--~.*?-->|//~[^\n]*)", "", path.read_text())
    return found


def repeating(program):
    """The program with marks around one of its lines, or a few: which ones rests on its content."""
    lines = program.splitlines(keepends=True) or [""]
    digest = hashlib.sha1(program.encode()).digest()
    first = digest[0] % len(lines)
    last = min(first + 1 + digest[1] % 4, len(lines))
    return "".join(lines[:first] + ["%%"] + lines[first:last] + ["%%"] + lines[last:])


def seeds():
    """Pairs of target and text."""
    for case in sorted(path for path in (ROOT / "testdata").glob("*/*") if path.is_dir()):
        found = files(case)
        program = "".join(f"=== {path}\n{text.rstrip()}\n" for path, text in found.items())
        if len(program) <= MOST_PROGRAM:
            yield "check", program
            yield "repeat", repeating(program)
            if any((case / outcome).is_dir() for outcome in OUTCOMES):
                yield "fix", program
        for path, text in found.items():
            yield {"axml": "axml", "json": "manifest"}.get(path.rsplit(".", 1)[1], "script"), text
            comments = re.findall(r"consentlint-ignore(.*?)(?:\*/|-->|\n)", text)
            yield "suppressions", "\n".join(comments)
    for path in sorted((ROOT / "testdata").rglob("*.toml")):
        yield "config", path.read_text()
    digest = hashlib.md5(b"").hexdigest()
    entry = f'{{"path":"a.js","rule":"missing-scope","message":"m","fingerprint":"{digest}","count":2}}'
    yield "baseline", f'{{\n  "version": 1,\n  "findings": [\n    {entry}\n  ]\n}}\n'
    for place in range(16):
        rule = ["missing-scope", "client-secret", "call-outside-authorize"][place % 3]
        yield "suppressions", "\n" * place + f" {rule} -- reason"
        yield "suppressions", "\n" * place + f"-file {rule}, missing-on-error until=2028-01-01 -- reason"


def kept():
    """Pairs of target and text that were worth keeping."""
    for path in sorted(KEPT.glob("*.jsonl")):
        for line in path.read_text().split("\n")[:-1]:
            yield path.stem, json.loads(line)


def write(folder, text):
    """Adds an input to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha1(text.encode()).hexdigest()).write_bytes(text.encode())


def names(value):
    """All texts in a value of TOML, keys included."""
    match value:
        case str():
            yield value
        case dict():
            for key, inner in value.items():
                yield key
                yield from names(inner)
        case list():
            for inner in value:
                yield from names(inner)


def words():
    """The words of each target."""
    data = {path.stem: tomllib.loads(path.read_text()) for path in (ROOT / "rules/data").rglob("*.toml")}
    own = {target: marks.split() for target, marks in MARKS.items()}
    wallets = [names(data[path.stem]) for path in (ROOT / "rules/data/profiles").glob("*.toml")]
    wallets = sorted({name for wallet in wallets for name in wallet if len(name) < 24})
    rules = sorted(path.stem for path in (ROOT / "rules").glob("*.md") if path.stem != "README")
    of = lambda *stems: sorted({name for stem in stems for name in names(data[stem]) if len(name) < 40})
    yield "axml", own["axml"] + of("components", "events")
    yield "script", own["script"] + of("apis", "events", "user-info", "secrets", "open-api")
    yield "manifest", own["manifest"] + wallets
    yield "config", own["config"] + rules + wallets
    yield "baseline", own["baseline"] + rules
    yield "suppressions", own["suppressions"] + rules
    program = own["axml"] + own["script"] + own["manifest"] + of("components", "events", "apis", "user-info")
    program += ["\n=== app.json\n", "\n=== a.js\n", "\n=== a.axml\n", "\n=== b/b.ts\n"]
    program += ["consentlint-ignore", "consentlint-ignore-file"] + rules
    yield "check", program
    yield "fix", program
    yield "repeat", [*program, "%%"]


def quoted(word):
    """A word as libFuzzer's dictionaries write it."""
    plain = lambda byte: 0x20 <= byte < 0x7F and byte not in b'"\\'
    return '"' + "".join(chr(byte) if plain(byte) else f"\\x{byte:02x}" for byte in word.encode()) + '"'


def main():
    for target, text in [*seeds(), *kept()]:
        write(FUZZ / "corpus" / target, text)
    (FUZZ / "dictionaries").mkdir(exist_ok=True)
    for target, all_words in words():
        lines = [quoted(word) for word in dict.fromkeys(all_words) if 0 < len(word.encode()) <= 64]
        (FUZZ / "dictionaries" / target).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
