#!/usr/bin/env node
// Runs the binary of the platform's package with the same arguments, streams, signals and exit code.
// There is no install script: the package manager installs the one optional dependency that fits.
"use strict";

const fs = require("fs");
const path = require("path");

// The exit code that says that nothing was decided.
const FAILED = 3;

const { optionalDependencies } = require("./package.json");

// What loads binaries for glibc; on a Linux without it only those for musl run.
const GLIBC_LOADERS = {
  x64: "/lib64/ld-linux-x86-64.so.2",
  arm64: "/lib/ld-linux-aarch64.so.1",
};

function isMusl() {
  return process.platform === "linux" && !fs.existsSync(GLIBC_LOADERS[process.arch]);
}

// The packages whose binary may run here, the best one first.
function candidates() {
  const name = `@consentlint/${process.platform}-${process.arch}`;
  const names = [name, `${name}-musl`].filter((it) => it in optionalDependencies);
  return isMusl() ? names.reverse() : names;
}

function binary() {
  if (process.env.CONSENTLINT_BINARY) {
    return process.env.CONSENTLINT_BINARY;
  }
  const file = process.platform === "win32" ? "consentlint.exe" : "consentlint";
  const names = candidates();
  for (const name of names) {
    try {
      return path.join(path.dirname(require.resolve(`${name}/package.json`)), file);
    } catch (error) {
      if (error.code !== "MODULE_NOT_FOUND") {
        throw error;
      }
    }
  }
  fail(names.length > 0 ? missing(names) : unsupported());
}

function unsupported() {
  return `there is no binary for ${process.platform} on ${process.arch}
  build one with \`cargo install consentlint\` and set CONSENTLINT_BINARY to its path`;
}

function missing(names) {
  return `the package ${names.join(" or ")} is not installed
  It holds the binary for this system and is an optional dependency of \`consentlint\`.
  - Are optional dependencies switched off (\`--omit=optional\`, \`--no-optional\`)? Install with them.
  - Was node_modules or the lockfile made on another system? Delete node_modules and install again;
    if that does not help, delete the lockfile as well.
  A binary of your own can be used by setting CONSENTLINT_BINARY to its path.`;
}

function fail(reason) {
  console.error(`consentlint: ${reason}`);
  process.exit(FAILED);
}

function run(file, args) {
  // Newer versions of Node.js can become the binary; but where that fails, they abort.
  if (process.execve && process.platform !== "win32" && !isMusl()) {
    fs.accessSync(file, fs.constants.X_OK);
    process.execve(file, [file, ...args], process.env);
  }
  // Before the binary runs: a signal that comes at once is to end both.
  const forward = (signal) => child.kill(signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  signals.forEach((signal) => process.on(signal, forward));
  const child = require("child_process").spawn(file, args, { stdio: "inherit" });
  child.on("error", (error) => fail(`cannot run ${file}: ${error.message}`));
  child.on("exit", (code, signal) => {
    if (signal) {
      signals.forEach((it) => process.removeListener(it, forward));
      process.kill(process.pid, signal);
    } else {
      process.exit(code);
    }
  });
}

const file = binary();
try {
  run(file, process.argv.slice(2));
} catch (error) {
  fail(`cannot run ${file}: ${error.message}`);
}
