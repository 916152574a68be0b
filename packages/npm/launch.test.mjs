// `node --test packages/npm/launch.test.mjs`: the launcher, with a script in the place of the binary.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const BUILD = fileURLToPath(new URL("build.mjs", import.meta.url));

const SCRIPT = `#!/bin/sh
case "$1" in
  code) exit "$2" ;;
  echo) shift; printf '%s|' "$@"; cat; echo to-stderr >&2 ;;
  wait) trap 'echo stopped; exit 42' TERM; echo "pid $$"; while :; do sleep 0.05; done ;;
  die) kill -KILL $$ ;;
esac
`;

let folder;
let launcher;
let scope;

before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "consentlint-npm-"));
  const binary = path.join(folder, "script");
  fs.writeFileSync(binary, SCRIPT);
  const packages = path.join(folder, "packages");
  const built = spawnSync(process.execPath, [BUILD, packages, binary], { encoding: "utf8" });
  assert.equal(built.status, 0, built.stderr);
  const modules = path.join(folder, "node_modules");
  scope = path.join(modules, "@consentlint");
  fs.mkdirSync(scope, { recursive: true });
  for (const name of fs.readdirSync(packages)) {
    const home = name === "consentlint" ? modules : scope;
    fs.renameSync(path.join(packages, name), path.join(home, name));
  }
  launcher = path.join(modules, "consentlint/launch.js");
});

after(() => fs.rmSync(folder, { recursive: true }));

const run = (args, options = {}) =>
  spawnSync(process.execPath, [launcher, ...args], { encoding: "utf8", ...options });

test("arguments, streams and exit codes are those of the binary", () => {
  const { stdout, stderr, status } = run(["echo", "a b", "*", ""], { input: "typed" });
  assert.deepEqual({ stdout, stderr, status }, { stdout: "a b|*||typed", stderr: "to-stderr\n", status: 0 });
  for (const code of [1, 2, 3, 101]) {
    assert.equal(run(["code", String(code)]).status, code);
  }
});

test("a signal reaches the binary, and its end is the launcher's", { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, [launcher, "wait"], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (data) => {
    if (output === "") child.kill("SIGTERM");
    output += data;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.equal(code, 42);
  assert.match(output, /^pid \d+\nstopped\n$/);
  const pid = Number(output.match(/\d+/)[0]);
  assert.throws(() => process.kill(pid, 0), { code: "ESRCH" });
});

test("a binary that is killed looks killed", () => {
  assert.equal(run(["die"]).signal, "SIGKILL");
});

test("another binary can be named", () => {
  const env = { ...process.env, CONSENTLINT_BINARY: "/bin/echo" };
  assert.equal(run(["hello"], { env }).stdout, "hello\n");
  const { status, stderr } = run([], { env: { ...env, CONSENTLINT_BINARY: "/no/binary" } });
  assert.equal(status, 3);
  assert.match(stderr, /^consentlint: cannot run \/no\/binary: /);
});

test("a missing package is named, with what to do", () => {
  fs.renameSync(scope, `${scope}-away`);
  try {
    const { status, stderr } = run(["code", "0"]);
    assert.equal(status, 3);
    assert.match(stderr, new RegExp(`@consentlint/${process.platform}-${process.arch}.* not installed`));
    assert.match(stderr, /--omit=optional/);
  } finally {
    fs.renameSync(`${scope}-away`, scope);
  }
});

test("a system without a binary is named", () => {
  const preload = path.join(folder, "other-system.cjs");
  fs.writeFileSync(preload, `Object.defineProperty(process, "arch", { value: "mips" });`);
  const env = { ...process.env, NODE_OPTIONS: `--require ${preload}` };
  const { status, stderr } = run(["code", "0"], { env });
  assert.equal(status, 3);
  assert.match(stderr, /no binary for \w+ on mips\n.*CONSENTLINT_BINARY/);
});
