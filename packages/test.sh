#!/usr/bin/env bash
# Installs consentlint as its users do, from what is built here, and tries it in repositories of its own.
#
#   packages/test.sh BINARY
#
# BINARY goes into the npm packages. The wheel and the hooks of pre-commit are built from source, with
# cargo's profile PROFILE (release). Needs git, node, npm, python3 and cargo, and fetches lint-staged, husky,
# maturin and pre-commit from their registries.
set -euo pipefail

[ $# -eq 1 ] || { echo "usage: packages/test.sh BINARY" >&2; exit 2; }
BINARY=$(realpath "$1")
PROFILE=${PROFILE:-release}
ROOT=$(cd "$(dirname "$0")/.." && pwd)
VERSION=$(sed -n 's/^version = "\(.*\)"/\1/p' "$ROOT/Cargo.toml" | head -1)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
export LC_ALL=C NO_COLOR=1 GIT_CONFIG_GLOBAL="$WORK/gitconfig" PRE_COMMIT_HOME="$WORK/pre-commit"
git config --global user.name tester
git config --global user.email tester@example.com
git config --global init.defaultBranch main

step() { printf '\n== %s\n' "$*"; }

fail() {
    echo "FAILED: $*" >&2
    [ ! -f "$WORK/output" ] || cat "$WORK/output" >&2
    exit 1
}

# Runs a command that has to end with this exit code; its output is kept in $WORK/output.
ends() {
    local want=$1 code=0 started=$EPOCHREALTIME
    shift
    "$@" >"$WORK/output" 2>&1 || code=$?
    [ "$code" -eq "$want" ] || fail "\`$*\` ended with $code instead of $want"
    printf '  %6d ms  exit %d  %s\n' $(((${EPOCHREALTIME/./} - ${started/./}) / 1000)) "$code" "$*"
}

says() { grep -qF -- "$1" "$WORK/output" || fail "not said: $1"; }
silent() { ! grep -qF -- "$1" "$WORK/output" || fail "said: $1"; }

# A repository with a faultless shop, to be gone into.
shop() {
    mkdir "$WORK/$1"
    cd "$WORK/$1"
    git init --quiet
    cp -r "$ROOT/testdata/demo/shop-clean" shop
    printf 'node_modules\n' >.gitignore
}

# A page that asks for user information as soon as it opens.
offend() {
    cat >shop/pages/index/index.js <<'JS'
Page({
  onLoad() {
    my.getOpenUserInfo({ success: () => {} });
  },
});
JS
    git add shop
}

# A bad commit is refused with its trace, others are not; commits are judged by what is staged.
commits() {
    ends 0 git commit --quiet --message "open a shop"
    local page=shop/pages/index/index.js good
    good=$(cat "$page")

    offend
    ends 1 git commit --quiet --message "greet by name"
    says call-outside-authorize
    says "how it gets there"
    says "runs when the page opens"

    git restore --staged --worktree shop
    echo "opens at nine" >hours.txt
    git add hours.txt
    ends 0 git commit --quiet --message "say when"
    echo "// open" >>"$page"
    git add shop
    ends 0 git commit --quiet --message "comment"

    offend
    printf '%s\n' "$good" >"$page"
    ends 1 git commit --quiet --message "staged, and taken back in the editor only"
    says call-outside-authorize

    git add shop
    offend
    git restore --staged shop
    echo "// closed" >>shop/app.js
    git add shop/app.js
    ends 0 git commit --quiet --message "what is not staged does not count"
    git restore shop
}

npm_packages() {
    step "npm: the launcher"
    cd "$ROOT"
    node --test packages/npm/launch.test.mjs >"$WORK/output" 2>&1 || fail "the launcher"

    step "npm: husky and lint-staged"
    node packages/npm/build.mjs "$WORK/npm" "$BINARY"
    shop npm-shop
    npm pack --silent --pack-destination "$WORK" "$WORK"/npm/* >/dev/null
    echo '{ "private": true, "lint-staged": { "*.{axml,js,ts,json}": "consentlint check" } }' >package.json
    npm install --silent --no-audit --no-fund --save-dev "$WORK"/consentlint-*.tgz husky@9 lint-staged@17
    npx husky 2>/dev/null
    echo "npx lint-staged" >.husky/pre-commit
    git add .
    ends 0 npx consentlint --version
    ends 0 npx consentlint check
    commits
}

wheel() {
    step "PyPI: the wheel"
    cd "$ROOT"
    ends 0 "$TOOLS/maturin" build --locked --profile "$PROFILE" --out "$WORK/wheels"
    python3 -m venv "$WORK/venv"
    "$WORK/venv/bin/pip" install --quiet --no-index --find-links "$WORK/wheels" consentlint
    ends 0 "$WORK/venv/bin/consentlint" --version
    says "consentlint $VERSION"
    ends 1 "$WORK/venv/bin/consentlint" check "$ROOT/testdata/demo/shop"
    ends 0 "$WORK/venv/bin/python" -m zipfile -l "$WORK"/wheels/*.whl
    says LICENSE-MIT
}

# Sets up a repository whose commits are checked by the hook that the configuration on standard input names.
hooked() {
    shop "$1"
    cat >.pre-commit-config.yaml
    git add .
    "$TOOLS/pre-commit" install >/dev/null
    ends 0 "$TOOLS/pre-commit" install-hooks
}

hook_from_wheel() {
    step "pre-commit: the wheel"
    export PIP_FIND_LINKS="$WORK/wheels"
    hooked wheel-shop <<YAML
repos:
  - repo: local
    hooks:
      - id: consentlint
        name: consentlint
        entry: consentlint check
        language: python
        additional_dependencies: [consentlint==$VERSION]
        files: \.(axml|[cm]?js|ts|json)\$
        require_serial: true
YAML
    unset PIP_FIND_LINKS
    commits
}

hook_from_repository() {
    step "pre-commit: the repository, built from source"
    "$TOOLS/pre-commit" validate-manifest "$ROOT/.pre-commit-hooks.yaml"
    git clone --quiet "$ROOT" "$WORK/source"
    export MATURIN_PEP517_ARGS="--profile $PROFILE" CARGO_TARGET_DIR="$ROOT/target"
    hooked source-shop <<YAML
repos:
  - repo: $WORK/source
    rev: $(git -C "$WORK/source" rev-parse HEAD)
    hooks:
      - id: consentlint-fix
      - id: consentlint-program
YAML
    commits

    sed -i 's/scope="phoneNumber"/scope="phonenumber"/' shop/pages/member/member.axml
    git add shop
    ends 1 git commit --quiet --message "misspelt"
    says "files were modified by this hook"
    git add shop
    git diff --cached --quiet || fail "not fixed"

    sed -i 's/^  openProfile() {/  onShow() { fetchProfile(); },\n&/' shop/pages/member/member.js
    git add shop
    ends 1 git commit --quiet --message "reach a call in another file"
    says shop/utils/profile.js
}

# A hook of git and nothing else, with other work in the folder.
git_hook() {
    step "git: a hook with --staged"
    shop git-shop
    printf '#!/bin/sh\nexec "%s" check --staged\n' "$BINARY" >.git/hooks/pre-commit
    chmod +x .git/hooks/pre-commit
    git add .
    commits
}

# The action, with a release in a folder; every runner has to find its archive in it.
action() {
    step "GitHub: the action"
    local release="$WORK/releases/v$VERSION" runner
    "$ROOT/packages/archive.sh" any "$BINARY" "$release"
    for target in $(node -p 'require(process.argv[1]).map((it) => it.target).join("\n")' "$ROOT/packages/platforms.json"); do
        cp "$release/consentlint-any.tar.gz" "$release/consentlint-$target.tar.gz"
    done
    rm "$release/consentlint-any.tar.gz"
    (cd "$release" && sha256sum -- *.tar.gz >SHA256SUMS)

    export VERSION RELEASES="file://$WORK/releases" RUNNER_TEMP="$WORK/runner"
    export GITHUB_PATH="$WORK/github-path" GITHUB_OUTPUT="$WORK/github-output"
    mkdir "$RUNNER_TEMP"
    for runner in Linux-X64 Linux-ARM64 macOS-X64 macOS-ARM64 Windows-X64; do
        ends 0 env RUNNER_OS="${runner%-*}" RUNNER_ARCH="${runner#*-}" "$ROOT/packages/github/install.sh"
        says "consentlint $VERSION"
    done

    export RUNNER_OS=Linux RUNNER_ARCH=X64 CHECK_ARGS=--fail-on=warning CHECK_PATHS=$'shop\nshop-clean'
    cd "$ROOT/testdata/demo"
    PATH="$(tail -1 "$GITHUB_PATH"):$PATH" ends 1 "$ROOT/packages/github/check.sh"
    says "::error file=shop/utils/profile.js,line=4"
    grep -q '"ruleId": "call-outside-authorize"' "$(sed -n 's/^sarif=//p' "$GITHUB_OUTPUT")" || fail "no SARIF"

    ends 1 env RUNNER_ARCH=ARM "$ROOT/packages/github/install.sh"
    ends 1 env VERSION="../$VERSION" "$ROOT/packages/github/install.sh"
    echo more >>"$release/consentlint-x86_64-unknown-linux-gnu.tar.gz"
    ends 1 "$ROOT/packages/github/install.sh"
    says "checksum"
}

TOOLS="$WORK/tools/bin"
python3 -m venv "$WORK/tools"
"$TOOLS/pip" install --quiet "maturin>=1.9,<2" pre-commit
npm_packages
git_hook
action
wheel
hook_from_wheel
hook_from_repository
step "all passed"
