#!/usr/bin/env python3
"""Prints the tables of BENCHMARKS.md that are about consentlint alone.

    benches/measure.py SCRATCH [PROGRAM ...]

builds what is measured, writes programs into the folder SCRATCH and measures them, and any
mini programs that are named.
"""

import json
import subprocess
import sys
from pathlib import Path

from timing import Command, measure, table

ROOT = Path(__file__).resolve().parent.parent
SIZES = [100, 300, 1000, 3000]
RUNS = 7
READ = {".axml", ".js", ".json", ".sjs", ".ts"}


def built(*arguments):
    """Builds as it is shipped; the executables by name."""
    command = ["cargo", *arguments, "--message-format=json-render-diagnostics"]
    lines = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    artifacts = [json.loads(line) for line in lines.splitlines() if line.startswith("{")]
    found = [it for it in artifacts if it.get("executable")]
    return {it["target"]["name"]: it["executable"] for it in found}


def executables():
    """consentlint, the floor and the generator."""
    release = built("build", "--release", "--bin", "consentlint")
    return release | built("bench", "--no-run", "--bench", "floor", "--bench", "generate")


def generated(programs, scratch, pages):
    """The folder of a program of so many pages."""
    folder = scratch / f"p{pages}"
    subprocess.run([programs["generate"], str(pages), folder], check=True)
    return folder


def listed(scratch, folder):
    """A file that names what is read of a program, and how many lines of scripts that is."""
    is_read = lambda it: it.suffix in READ and "node_modules" not in it.parts and it.is_file()
    paths = sorted(str(it) for it in folder.rglob("*") if is_read(it))
    scripts = [Path(it) for it in paths if it.endswith((".js", ".ts"))]
    lines = sum(it.read_bytes().count(b"\n") for it in scripts)
    file = scratch / f"{folder.name}.list"
    file.write_text("\n".join(paths))
    return file, lines


def against_floors(programs, scratch, folder):
    """What one program takes, in times of parsing its scripts."""
    file, lines = listed(scratch, folder)
    check = [programs["consentlint"], "check", "--format", "json", str(folder)]
    taken = measure(
        {
            "read the files": Command([programs["floor"], "read", str(file)]),
            "parse the scripts once": Command([programs["floor"], "parse", str(file)]),
            "check, 1 thread": Command([*check, "--threads", "1"]),
            "check, 2 threads": Command([*check, "--threads", "2"]),
        },
        RUNS,
    )
    floor = taken["parse the scripts once"]
    rows = [
        [name, f"{it.cpu / floor.cpu:.2f}", f"{it.wall / floor.wall:.2f}", f"{it.memory:.0f}"]
        for name, it in taken.items()
    ]
    seconds = f"1.00 = {floor.cpu * 1000:.0f} ms"
    print(f"\n{folder.name}: {lines} lines of scripts; {seconds}\n")
    print(table(["", "processor", "clock", "MiB"], rows))


def by_size(programs, scratch):
    """What programs of 100 to 3000 pages take, for a page."""
    folders = {pages: generated(programs, scratch, pages) for pages in SIZES}
    check = [programs["consentlint"], "check", "--format", "json", "--threads", "1"]
    taken = measure({pages: Command([*check, str(it)]) for pages, it in folders.items()}, RUNS)
    least = taken[SIZES[0]].cpu / SIZES[0]
    rows = [
        [
            str(pages),
            f"{it.cpu:.2f}",
            f"{it.cpu / pages * 1000:.2f}",
            f"{it.cpu / pages / least:.2f}",
            f"{it.memory:.0f}",
        ]
        for pages, it in taken.items()
    ]
    print(table(["pages", "seconds", "ms a page", "ratio", "MiB"], rows))


def start(programs):
    """What it takes to start."""
    bare = Command([programs["floor"], "--version"])
    taken = measure({"bare": bare, "ours": Command([programs["consentlint"], "--version"])}, 201)
    clock, cpu = (
        getattr(taken["ours"], it) / getattr(taken["bare"], it) for it in ("wall", "cpu")
    )
    print(f"\n`consentlint --version` against a bare program: {clock:.2f} (clock), {cpu:.2f} (cpu)")
    print(f"on the clock {taken['ours'].wall * 1000:.2f} ms")


def main():
    scratch, *named = [Path(it).resolve() for it in sys.argv[1:]]
    scratch.mkdir(parents=True, exist_ok=True)
    programs = executables()
    by_size(programs, scratch)
    start(programs)
    for folder in [scratch / "p300", *named]:
        against_floors(programs, scratch, folder)


if __name__ == "__main__":
    main()
