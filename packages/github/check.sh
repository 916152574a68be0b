#!/usr/bin/env bash
# Checks what the action is asked to: annotations to standard output, and a SARIF file.
#
# CHECK_PATHS, CHECK_ARGS    one path or option a line
set -euo pipefail

sarif="$(mktemp -d "$RUNNER_TEMP/consentlint.XXXXXX")/consentlint.sarif"
arguments=()
while IFS= read -r line; do
    line=${line%$'\r'}
    [ -z "$line" ] || arguments+=("$line")
done <<<"$CHECK_ARGS"
arguments+=(--)
while IFS= read -r line; do
    line=${line%$'\r'}
    [ -z "$line" ] || arguments+=("$line")
done <<<"$CHECK_PATHS"

code=0
consentlint check --format github --format "sarif=$sarif" "${arguments[@]}" || code=$?
# Without a file there is nothing to upload: the options were wrong.
[ ! -f "$sarif" ] || echo "sarif=$sarif" >>"$GITHUB_OUTPUT"
exit "$code"
