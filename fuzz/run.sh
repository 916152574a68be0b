#!/usr/bin/env bash
# Fuzzes one target, by default for ten minutes: fuzz/run.sh TARGET [SECONDS]
# Needs cargo-fuzz and Python 3.11; nothing of nightly Rust.
set -euo pipefail
cd "$(dirname "$0")/.."

target=${1:?"$(printf 'one of\n' && cargo fuzz list)"}

fuzz/prepare.py
exec cargo fuzz run --release --sanitizer none "$target" -- \
    -dict="fuzz/dictionaries/$target" -max_len=8192 -len_control=20 \
    -timeout=25 -report_slow_units=2 -rss_limit_mb=4096 \
    -max_total_time="${2:-600}" -print_final_stats=1
