#!/usr/bin/env node
// Compares what consentlint and other parsers of scripts take for broken.
// usage: scripts.cjs BINARY PARSERS FOLDER [--list]
'use strict';

const { execFileSync } = require('node:child_process');
const { createRequire } = require('node:module');
const fs = require('node:fs');
const path = require('node:path');

const [binary, parsers, folder, ...flags] = process.argv.slice(2);
const from = createRequire(path.join(path.resolve(parsers), 'x.js'));

function scripts(at, below = '') {
  const entries = fs.readdirSync(path.join(at, below), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const file = path.posix.join(below, entry.name);
    if (entry.isDirectory()) return scripts(at, file);
    return entry.isFile() && /\.[jt]s$/.test(file) ? [file] : [];
  }).sort();
}

/** What is wrong with `files`, by path; those that consentlint refuses to read are missing. */
function ours(files) {
  const problems = new Map();
  for (let at = 0; at < files.length; at += 200) {
    const arguments_ = ['debug', 'tree', folder, ...files.slice(at, at + 200)];
    const lines = execFileSync(binary, arguments_, { encoding: 'utf8', maxBuffer: 1 << 30 });
    for (const line of lines.trim().split('\n')) {
      const read = JSON.parse(line);
      problems.set(read.path, read.problems.map((it) => `${it.key} at ${it.line}:${it.column}`));
    }
  }
  return problems;
}

/** Tries `ways` in turn; gives the first complaint if none succeeds. */
function complaint(ways) {
  let first;
  for (const way of ways) {
    try {
      way();
      return undefined;
    } catch (error) {
      first ??= error.message.split('\n')[0];
    }
  }
  return first;
}

function babel(text, file) {
  const { parse } = from('@babel/parser');
  const common = {
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowUndeclaredExports: true,
    allowNewTargetOutsideFunction: true,
  };
  const plugins = ['decorators', 'exportDefaultFrom', 'explicitResourceManagement'];
  const languages = file.endsWith('.ts') ? [['typescript']] : [['jsx'], ['flow', 'jsx'], ['typescript']];
  // The platforms' compilers go by Babel with recovery from what is no fault of grammar.
  return complaint(['module', 'script'].flatMap((sourceType) => languages.map((language) => () => {
    parse(text, { ...common, sourceType, plugins: [...plugins, ...language] });
  })));
}

function acorn(text) {
  const { parse } = from('acorn');
  const common = { ecmaVersion: 'latest', allowReturnOutsideFunction: true, allowHashBang: true };
  return complaint(['module', 'script'].map((sourceType) => () => parse(text, { ...common, sourceType })));
}

const files = scripts(folder);
const mine = ours(files);
for (const [name, judge] of [['@babel/parser', babel], ['acorn', acorn]]) {
  const { version } = from(`${name}/package.json`);
  const groups = { 'both accept': [], 'both complain': [], 'we alone': [], 'it alone': [] };
  for (const file of files) {
    if (name === 'acorn' && file.endsWith('.ts')) continue;
    const here = mine.get(file);
    if (!here) continue;
    const there = judge(fs.readFileSync(path.join(folder, file), 'utf8'), file);
    const group = here.length > 0 ? (there ? 'both complain' : 'we alone') : there ? 'it alone' : 'both accept';
    groups[group].push(`${file}: here ${here[0] ?? 'nothing'}, there ${there ?? 'nothing'}`);
  }
  const counts = Object.entries(groups).map(([group, all]) => `${group} ${all.length}`);
  console.log(`${name} ${version}: ${counts.join(', ')}`);
  for (const group of flags.includes('--list') ? ['we alone', 'it alone', 'both complain'] : []) {
    for (const line of groups[group]) console.log(`  ${group}: ${line}`);
  }
}
