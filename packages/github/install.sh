#!/usr/bin/env bash
# Installs a released binary on a runner of GitHub Actions and puts it on the PATH of the later steps.
#
# VERSION    the release, such as 0.1.0
# RELEASES   where releases are downloaded from
set -euo pipefail

fail() {
    echo "::error title=consentlint::$*"
    exit 1
}

target() {
    case "$RUNNER_OS-$RUNNER_ARCH" in
        Linux-X64 | Linux-ARM64)
            local libc=gnu
            [ -e /lib64/ld-linux-x86-64.so.2 ] || [ -e /lib/ld-linux-aarch64.so.1 ] || libc=musl
            [ "$RUNNER_ARCH" = X64 ] && echo "x86_64-unknown-linux-$libc" || echo "aarch64-unknown-linux-$libc"
            ;;
        macOS-X64) echo x86_64-apple-darwin ;;
        macOS-ARM64) echo aarch64-apple-darwin ;;
        Windows-X64 | Windows-ARM64) echo x86_64-pc-windows-msvc ;;
        *) return 1 ;;
    esac
}

checksum() {
    if command -v sha256sum >/dev/null; then
        sha256sum --check --strict --status -
    else
        shasum --algorithm 256 --check --status -
    fi
}

[[ "$VERSION" =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] \
    || fail "version \`$VERSION\` is none; it looks like 0.1.0"
target=$(target) || fail "there is no binary for $RUNNER_OS on $RUNNER_ARCH"
archive="consentlint-$target.tar.gz"

folder="$RUNNER_TEMP/consentlint-$VERSION"
mkdir -p "$folder"
cd "$folder"
for file in "$archive" SHA256SUMS; do
    curl --fail --silent --show-error --location --retry 3 --output "$file" "$RELEASES/v$VERSION/$file" \
        || fail "cannot download $RELEASES/v$VERSION/$file"
done
# Of the list, only the line of this archive; none means that the archive is not part of the release.
grep -F "  $archive" SHA256SUMS | checksum || fail "the checksum of $archive is not that of the release"
tar -xzf "$archive" --strip-components 1
echo "$folder" >>"$GITHUB_PATH"
"./consentlint" --version
