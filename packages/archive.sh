#!/usr/bin/env bash
# Writes OUT/consentlint-TARGET.tar.gz: a folder with the binary and what belongs to it.
set -euo pipefail

if [ $# -ne 3 ]; then
    echo "usage: packages/archive.sh TARGET BINARY OUT" >&2
    exit 2
fi
target=$1 binary=$2 out=$3
root=$(cd "$(dirname "$0")/.." && pwd)
name="consentlint-$target"

mkdir -p "$out"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/$name"
cp "$binary" "$root"/README.md "$root"/CHANGELOG.md "$root"/LICENSE-* "$folder/$name"
tar -czf "$out/$name.tar.gz" -C "$folder" "$name"
