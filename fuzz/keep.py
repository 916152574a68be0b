#!/usr/bin/env python3
"""Writes down what fuzzing found: the inputs that run code which no seed runs.

    fuzz/keep.py TARGET...

They are a line each, as JSON, in fuzz/kept/TARGET.jsonl, from where prepare.py takes them.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import prepare

# Larger inputs are not worth their place.
MOST = 2_000


def added(target, folder):
    """The inputs in the corpus of `target` that run more than those in `folder`, by size."""
    seeds = {path.name for path in folder.iterdir()}
    corpus = prepare.FUZZ / "corpus" / target
    command = ["cargo", "fuzz", "run", "--release", "--sanitizer", "none", target, str(folder), str(corpus)]
    options = ["-merge=1", "-use_counters=0", f"-max_len={prepare.MOST_PROGRAM}"]
    subprocess.run([*command, "--", *options], cwd=prepare.ROOT, check=True)
    new = (path.read_bytes() for path in folder.iterdir() if path.name not in seeds)
    texts = {input.decode(errors="replace") for input in new if len(input) <= MOST}
    return sorted(texts, key=lambda text: (len(text), text))


def main():
    prepare.KEPT.mkdir(exist_ok=True)
    for target in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            for of_target, text in prepare.seeds():
                if of_target == target:
                    prepare.write(Path(folder), text)
            texts = added(target, Path(folder))
        lines = "".join(json.dumps(text, ensure_ascii=False) + "\n" for text in texts)
        (prepare.KEPT / f"{target}.jsonl").write_text(lines)


if __name__ == "__main__":
    main()
