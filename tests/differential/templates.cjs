#!/usr/bin/env node
// Compares the trees of consentlint with those of other parsers, template by template.
// usage: templates.cjs BINARY PARSERS FOLDER [--list]
'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { EMPTY, FLAWS, load } = require('./parsers.cjs');

const [binary, parsers, folder, ...flags] = process.argv.slice(2);
const isListed = flags.includes('--list');

/** All templates below `at`, relative to it. */
function templates(at, below = '') {
  const entries = fs.readdirSync(path.join(at, below), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const file = path.posix.join(below, entry.name);
    if (entry.isDirectory()) return templates(at, file);
    return entry.isFile() && file.endsWith('.axml') ? [file] : [];
  }).sort();
}

/** What consentlint makes of `files` below `base`, by path. */
function ours(base, files) {
  const read = new Map();
  for (let at = 0; at < files.length; at += 500) {
    const arguments_ = ['debug', 'tree', base, ...files.slice(at, at + 500)];
    const lines = execFileSync(binary, arguments_, { encoding: 'utf8', maxBuffer: 1 << 30 });
    for (const line of lines.trim().split('\n')) {
      const { path: file, nodes, problems } = JSON.parse(line);
      const roots = [];
      for (const node of nodes) {
        if (node.tag) node.children = [];
        (node.parent === null ? roots : nodes[node.parent].children).push(node);
      }
      read.set(file, { roots, repeats: nodes.some(repeats), errors: problems.map((it) => `${it.key} at ${it.line}:${it.column}`) });
    }
  }
  return read;
}

/** Whether an element has two attributes of one name. */
function repeats({ attributes = [] }) {
  return new Set(attributes.map(([name]) => name)).size < attributes.length;
}

/** `text` with the inside of each `{{ }}` replaced by a name, as long as none is nested. */
function withoutExpressions(text) {
  let count = 0;
  return text.replace(/\{\{[^]*?\}+\}/g, () => `{{e${(count += 1)}}}`);
}

/** `text` without `<!-- #if X -->` … `<!-- #endif -->` where X names other platforms alone. */
function withoutBranches(text) {
  const pattern = /<!-- *#if((?:(?!ALIPAY)[\w |-])+)-->(?:(?!<!-- *#)[^])*(?:<!-- *#else *-->((?:(?!<!-- *#)[^])*))?<!-- *#endif *-->/g;
  return text.replace(pattern, (all, _, otherwise) => otherwise ?? '');
}

/** Nodes with what stands in elements that hold nothing behind these. */
function lifted(nodes) {
  return nodes.flatMap((node) => {
    if (!node.tag) return [node];
    const children = lifted(node.children);
    const tag = node.tag.toLowerCase();
    return EMPTY.has(tag) ? [{ ...node, tag, children: [] }, ...children] : [{ ...node, tag, children }];
  });
}

const bare = (text) => text.replace(/[\s\u00a0\ufeff]+/g, '');

/** A tree as lines. How blanks are kept is no matter of the tree. */
function outline(roots) {
  const lines = [];
  const walk = (nodes, depth) => {
    let text = '';
    const flush = () => {
      if (bare(text)) lines.push(`${depth} '${bare(text)}'`);
      text = '';
    };
    for (const node of nodes) {
      if (node.tag === undefined) {
        text += node.text;
        continue;
      }
      flush();
      const values = new Map();
      for (const [name, value] of node.attributes) {
        if (!values.has(name)) values.set(name, value === null ? name : `${name}=${bare(value)}`);
      }
      lines.push([depth, `<${node.tag}>`, ...[...values.values()].sort()].join(' '));
      walk(node.children, depth + 1);
    }
    flush();
  };
  walk(lifted(roots), 0);
  return lines;
}

/** The first line in which two outlines differ, if they do. */
function difference(one, other) {
  const length = Math.max(one.length, other.length);
  const at = Array.from({ length }, (_, at) => at).find((at) => one[at] !== other[at]);
  const shown = (line) => (line ?? 'nothing').slice(0, 200);
  return at === undefined ? undefined : `ours ${shown(one[at])}\n     theirs ${shown(other[at])}`;
}

/** What `parse` makes of `text`; an exception is a complaint. */
function attempted(parse, text) {
  try {
    return parse(text);
  } catch (error) {
    return { roots: null, errors: [String(error.message ?? error).split('\n')[0]] };
  }
}

const CAUSES = ['same', 'branches', 'expressions', 'problem', 'complains', 'flaw', 'unexplained'];

/** Why a parser's tree is not ours: the first change of the text that makes them equal, else who complains. */
function judged({ name, parse }, stages) {
  const [written, branchless] = stages;
  const read = attempted(parse, written.text);
  const verdict = { name, errors: attempted(parse, branchless.text).errors, hasTree: read.roots !== null };
  if (!verdict.hasTree) return verdict;
  verdict.difference = difference(written.outline, outline(read.roots));
  for (const [at, { text, outline: mine }] of stages.entries()) {
    const roots = at === 0 ? read.roots : attempted(parse, text).roots;
    if (roots && difference(mine, outline(roots)) === undefined) return { ...verdict, cause: CAUSES[at] };
  }
  if (written.mine.errors.length > 0) return { ...verdict, cause: 'problem' };
  if (verdict.errors.length > 0) return { ...verdict, cause: 'complains' };
  const isFlaw = (FLAWS[name] ?? []).some(([, shows]) => shows(written.text, written.mine));
  return { ...verdict, cause: isFlaw ? 'flaw' : 'unexplained' };
}

function table(others, all) {
  const title = 'parser | trees | same | other platforms | expressions | we report | it complains | its flaw | unexplained';
  const lines = [`| ${title} |`, `|---|${'--:|'.repeat(8)}`];
  for (const { name, version } of others) {
    const trees = all.map(({ verdicts }) => verdicts.find((it) => it.name === name)).filter((it) => it.hasTree);
    if (trees.length === 0) continue;
    const counts = CAUSES.map((cause) => trees.filter((it) => it.cause === cause).length);
    lines.push(`| ${[`${name} ${version}`, trees.length, ...counts].join(' | ')} |`);
  }
  return lines.join('\n');
}

/** Who complains of templates where we report nothing, and the other way round. */
function complaints(others, all) {
  const lines = ['| parser | both complain | we alone | it alone |', '|---|--:|--:|--:|'];
  for (const { name, version } of others) {
    const pairs = all.map(({ mine, verdicts }) => {
      const it = verdicts.find((verdict) => verdict.name === name);
      return [mine.errors.length > 0, it.errors.length > 0];
    });
    const count = (we, it) => pairs.filter((pair) => pair[0] === we && pair[1] === it).length;
    lines.push(`| ${[`${name} ${version}`, count(true, true), count(true, false), count(false, true)].join(' | ')} |`);
  }
  return lines.join('\n');
}

function list({ file, mine, verdicts }) {
  const odd = verdicts.filter((it) => it.cause !== 'same' || it.errors.length > 0);
  if (odd.length === 0 && mine.errors.length === 0) return;
  console.log(`${file}: ${mine.errors.join(', ') || 'no problem'}`);
  for (const { name, cause, errors, difference } of odd) {
    console.log(`   ${name}: ${cause ?? 'no tree'}${errors.length > 0 ? `, complains: ${errors[0].slice(0, 160)}` : ''}`);
    if (difference) console.log(`     ${difference}`);
  }
}

async function main() {
  const others = await load(parsers);
  const files = templates(folder);
  const texts = files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
  const mine = ours(folder, files);
  const plain = texts.map((text) => withoutExpressions(withoutBranches(text)));
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'templates-'));
  const numbers = files.map((_, at) => `${at}.axml`);
  numbers.forEach((file, at) => fs.writeFileSync(path.join(scratch, file), plain[at]));
  const minePlain = ours(scratch, numbers);
  fs.rmSync(scratch, { recursive: true });
  const all = files.map((file, at) => {
    const written = { text: texts[at], mine: mine.get(file), outline: outline(mine.get(file).roots) };
    const stages = [
      written,
      { ...written, text: withoutBranches(texts[at]) },
      { text: plain[at], outline: outline(minePlain.get(numbers[at]).roots) },
    ];
    return { file, mine: written.mine, verdicts: others.map((other) => judged(other, stages)) };
  });
  const isMost = ({ verdicts }) => {
    const trees = verdicts.filter((it) => it.hasTree);
    return trees.filter((it) => ['same', 'branches'].includes(it.cause)).length * 2 > trees.length;
  };
  console.log(`${files.length} templates; in ${all.filter(isMost).length} most trees are ours\n`);
  console.log(table(others, all));
  console.log(`\n${complaints(others, all)}`);
  const left = all.filter(({ verdicts }) => verdicts.some((it) => it.cause === 'unexplained'));
  console.log(`\nunexplained: ${left.length}`);
  (isListed ? all : left).forEach(list);
}

main();
