#!/usr/bin/env bash
# Writes OUT/consentlint-TARGET.tar.gz: a folder with the binary, its completions, manual pages and licenses.
# The binary has to run here.
set -euo pipefail

if [ $# -ne 3 ]; then
    echo "usage: packages/archive.sh TARGET BINARY OUT" >&2
    exit 2
fi
mkdir -p "$3"
target=$1 binary=$(realpath "$2") out=$(realpath "$3")
root=$(cd "$(dirname "$0")/.." && pwd)
name="consentlint-$target"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/$name"/{completions,man}
cp "$binary" "$root"/README.md "$root"/CHANGELOG.md "$root"/LICENSE-* "$folder/$name"
(
    cd "$folder/$name"
    "$binary" completions bash >completions/consentlint.bash
    "$binary" completions fish >completions/consentlint.fish
    "$binary" completions powershell >completions/_consentlint.ps1
    "$binary" completions zsh >completions/_consentlint
    "$binary" man >man/consentlint.1
    for command in check explain rules; do
        "$binary" man "$command" >"man/consentlint-$command.1"
    done
)
tar -czf "$out/$name.tar.gz" -C "$folder" "$name"
