#!/usr/bin/env python3
"""Prints the table of BENCHMARKS.md that compares consentlint with other tools.

    benches/compare.py SCRATCH

installs them into the folder SCRATCH, from npm and PyPI, writes a program of 300 pages beside
them, and runs all on one list of its files. Each looks for prompts without a gesture with the
rules in `others/`.
"""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

from measure import executables, generated
from timing import Command, measure, table

OTHERS = Path(__file__).resolve().parent / "others"
PAGES = 300
RUNS = 5
PACKAGES = [
    "@ast-grep/cli@0.51.1",
    "@biomejs/biome@2.6.8",
    "@typescript-eslint/parser@8",
    "eslint@10.15.0",
    "oxlint@1.94.0",
    "typescript@5",
]
SEMGREP = "semgrep==1.182.0"

# The faults of `program/mod.rs`, and the end of the file that each is in.
FAULTS = {
    "direct": ".js",
    "method": ".js",
    "module": ".js",
    "unanswered": ".axml",
    "undefined": ".axml",
}

# What it reports are other faults, in the same files.
UNRELATED = "oxlint, its default rules"


def install(scratch):
    """Installs the tools."""
    tools = scratch / "tools"
    tools.mkdir(parents=True, exist_ok=True)
    (tools / "package.json").write_text('{ "private": true }')
    npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", *PACKAGES]
    subprocess.run(npm, cwd=tools, check=True)
    venv.create(tools / "python", with_pip=True)
    subprocess.run([tools / "python/bin/pip", "install", "--quiet", SEMGREP], check=True)
    return tools


def paths(folder, *endings):
    """The files of a program that end so."""
    found = (it for it in folder.rglob("*") if it.suffix in endings)
    return sorted(str(it.relative_to(folder)) for it in found)


def commands(programs, tools, folder):
    """The tools, each with the files that it can read."""
    scripts = paths(folder, ".js", ".ts")
    templates = paths(folder, ".axml")
    manifests = paths(folder, ".json")
    node = tools / "node_modules/.bin"
    environment = {"TOOLS": str(tools), "PATH": f"{tools}/python/bin:{os.environ['PATH']}"}
    semgrep = [tools / "python/bin/semgrep", "scan", "--metrics", "off", "--quiet", "--emacs"]
    semgrep += ["--disable-version-check", "--no-git-ignore", "--config", OTHERS / "semgrep.yml"]
    ast_grep = [node / "ast-grep", "scan", "--report-style", "short"]
    ast_grep += ["--config", OTHERS / "ast-grep/sgconfig.yml"]
    check = [programs["consentlint"], "check", "--format", "concise"]
    oxlint = [node / "oxlint", "--format", "unix", "-c", OTHERS / "oxlint.json"]
    biome = [node / "biome", "lint", "--reporter=github", "--config-path", OTHERS / "biome"]
    eslint = [node / "eslint", "-c", OTHERS / "eslint.config.mjs"]
    lines = {
        "consentlint, all rules": [*check, *scripts, *templates, *manifests],
        UNRELATED: [node / "oxlint", "--format", "unix", *scripts],
        "oxlint, ESLint's rule": [*oxlint, *scripts],
        "Biome, a GritQL rule": [*biome, "--max-diagnostics=none", *scripts],
        "ESLint, a rule of 60 lines": [*eslint, *scripts],
        "ast-grep, three rules": [*ast_grep, *scripts, *templates],
        "Semgrep, two rules": [*semgrep, *scripts, *templates],
    }
    return {name: Command([str(it) for it in line], folder, environment) for name, line in lines.items()}


def faulty(folder):
    """The file of each fault that the program has, and which fault it is."""
    manifest = json.loads((folder / "app.json").read_text())
    pages = list(manifest["pages"])
    for package in manifest["subPackages"]:
        pages += [package["root"] + page for page in package["pages"]]
    asking = pages[9::10]
    kinds = list(FAULTS)
    wrong = ((page, at % 10) for at, page in enumerate(asking) if at % 10 < len(kinds))
    return {page + FAULTS[kinds[at]]: kinds[at] for page, at in wrong}


def found(command, faults):
    """How many files of each fault the output names; a call in a module stands there."""
    environment = os.environ | command.environment
    output = subprocess.run(
        command.arguments, cwd=command.folder, env=environment, capture_output=True, text=True
    ).stdout
    count = {kind: 0 for kind in FAULTS}
    for path, kind in faults.items():
        named = "utils/session.js" if kind == "module" else path
        count[kind] += named in output
    return count


def main():
    scratch = Path(sys.argv[1]).resolve()
    programs = executables()
    folder = generated(programs, scratch, PAGES)
    faults = faulty(folder)
    lines = commands(programs, install(scratch), folder)
    finds = {name: found(command, faults) for name, command in lines.items()}
    figures = measure(lines, RUNS)
    ours = figures["consentlint, all rules"]
    total = {kind: list(faults.values()).count(kind) for kind in FAULTS}
    rows = [
        [
            name,
            f"{taken.cpu / ours.cpu:.1f}",
            f"{taken.wall / ours.wall:.1f}",
            f"{taken.memory / ours.memory:.1f}",
            *("–" if name == UNRELATED else f"{finds[name][it]}/{total[it]}" for it in FAULTS),
        ]
        for name, taken in figures.items()
    ]
    print(table(["", "processor", "clock", "memory", *FAULTS], rows))


if __name__ == "__main__":
    main()
