#!/usr/bin/env node
// Compares the trees of consentlint with those of other parsers, template by template.
// usage: templates.cjs BINARY PARSERS FOLDER [--list]
'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { EMPTY, load } = require('./parsers.cjs');

const [binary, parsers, folder, ...flags] = process.argv.slice(2);
const listed = flags.includes('--list');

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
      read.set(file, { roots, errors: problems.map((it) => `${it.key} at ${it.line}:${it.column}`) });
    }
  }
  return read;
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

const squeezed = (text) => text.replace(/[\s\u00a0\ufeff]+/g, ' ').trim();

/** A tree as lines: of tags alone, with attributes, or with attributes and texts. */
function outline(roots, level) {
  const lines = [];
  const walk = (nodes, depth) => {
    let text = '';
    const flush = () => {
      if (level === 'texts' && squeezed(text)) lines.push(`${depth} '${squeezed(text)}'`);
      text = '';
    };
    for (const node of nodes) {
      if (node.tag === undefined) { text += ' ' + node.text; continue; }
      flush();
      const names = new Map();
      for (const [name, value] of node.attributes) {
        if (!names.has(name)) names.set(name, value === null ? name : `${name}=${squeezed(value)}`);
      }
      const attributes = level === 'tags' ? [] : [...names.values()].sort();
      lines.push([depth, `<${node.tag}>`, ...attributes].join(' '));
      walk(node.children, depth + 1);
    }
    flush();
  };
  walk(lifted(roots), 0);
  // Blanks inside of texts depend on where a parser cuts them.
  return lines.map((line) => (line.includes(" '") ? line.replace(/ /g, '') : line));
}

const LEVELS = ['tags', 'attributes', 'texts'];
const same = (one, other) => one.length === other.length && one.every((line, at) => line === other[at]);

/** The first line in which two outlines differ. */
function difference(one, other) {
  const at = one.findIndex((line, at) => line !== other[at]);
  const first = at < 0 ? one.length : at;
  const short = (line) => (line === undefined ? 'nothing' : line.length > 160 ? line.slice(0, 160) + '…' : line);
  return `ours ${short(one[first])}\n      theirs ${short(other[first])}`;
}

/** How one template fares: which parsers have which outlines. */
function compared(text, mine, others) {
  const outlines = Object.fromEntries(LEVELS.map((level) => [level, outline(mine.roots, level)]));
  return others.map(({ name, parse }) => {
    let read;
    try {
      read = parse(text);
    } catch (error) {
      read = { roots: null, errors: [String(error.message).split('\n')[0]] };
    }
    const verdict = { name, errors: read.errors, agrees: {}, hasTree: read.roots !== null };
    for (const level of verdict.hasTree ? LEVELS : []) {
      const lines = outline(read.roots, level);
      verdict.agrees[level] = same(outlines[level], lines);
      verdict.key = lines.join('\n');
      verdict.difference ??= verdict.agrees[level] ? undefined : difference(outlines[level], lines);
    }
    return verdict;
  });
}

function newCounts(others) {
  const zero = () => ({ trees: 0, clean: 0, rejected: 0, tags: 0, attributes: 0, texts: 0, cleanTexts: 0 });
  return new Map(others.map(({ name, version }) => [name, { version, ...zero() }]));
}

/** Compares all `texts` and prints a table; gives the templates where most others differ. */
function survey(title, texts, mine, others) {
  const counts = newCounts(others);
  const contested = [];
  let unanimous = 0;
  let most = 0;
  for (const [file, text] of texts) {
    const verdicts = compared(text, mine.get(file), others);
    for (const { name, errors, agrees, hasTree } of verdicts) {
      const count = counts.get(name);
      const isClean = errors.length === 0;
      count.rejected += !isClean;
      if (!hasTree) continue;
      count.trees += 1;
      count.clean += isClean;
      for (const level of LEVELS) count[level] += agrees[level];
      count.cleanTexts += isClean && agrees.texts;
    }
    const voters = verdicts.filter((it) => it.hasTree && it.errors.length === 0);
    const against = voters.filter((it) => !it.agrees.texts);
    unanimous += voters.length > 0 && against.length === 0;
    most += against.length * 2 < voters.length || voters.length === 0;
    if (against.length > 0 || voters.length === 0) contested.push({ file, verdicts, voters, against });
  }
  const total = texts.size;
  const percent = (part, whole) => (whole ? ((100 * part) / whole).toFixed(1) : '–');
  console.log(`\n${title}: ${total} templates\n`);
  console.log('| parser | trees | same tags | and attributes | and texts | without complaint | of these the same |');
  console.log('|---|--:|--:|--:|--:|--:|--:|');
  for (const [name, it] of counts) {
    const level = (key) => (it.trees ? `${percent(it[key], it.trees)} %` : '–');
    const clean = it.trees ? `${it.clean}` : `${total - it.rejected}`;
    const row = [`${name} ${it.version}`, it.trees, level('tags'), level('attributes'), level('texts'), clean];
    console.log(`| ${row.join(' | ')} | ${it.trees ? percent(it.cleanTexts, it.clean) + ' %' : '–'} |`);
  }
  console.log(`\nall that read it without complaint agree: ${unanimous}; most do: ${most}`);
  return contested;
}

function list(contested, mine) {
  for (const { file, verdicts, voters, against } of contested) {
    const isLost = against.length * 2 >= voters.length;
    console.log(`${isLost ? '!!' : '--'} ${file}: ${against.length} of ${voters.length} differ; ours: ${mine.get(file).errors.join(', ') || 'no problem'}`);
    for (const it of verdicts) {
      if (it.agrees.texts) continue;
      console.log(`   ${it.name}${it.errors.length ? ` complains: ${it.errors[0].slice(0, 120)}` : ''}`);
      if (it.difference) console.log(`      ${it.difference}`);
    }
  }
}

async function main() {
  const others = await load(parsers);
  const files = templates(folder);
  const texts = new Map(files.map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]));
  const changed = (change) => new Map([...texts].map(([file, text]) => [file, change(text)]));
  const mine = ours(folder, files);
  const branchless = changed(withoutBranches);
  const plain = changed((text) => withoutExpressions(withoutBranches(text)));
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'templates-'));
  files.forEach((file, at) => fs.writeFileSync(path.join(scratch, `${at}.axml`), plain.get(file)));
  const numbered = ours(scratch, files.map((_, at) => `${at}.axml`));
  fs.rmSync(scratch, { recursive: true });
  const minePlain = new Map(files.map((file, at) => [file, numbered.get(`${at}.axml`)]));
  const surveys = [
    ['As written', texts, mine],
    ['Without the branches for other platforms', branchless, mine],
    ['And with names instead of expressions', plain, minePlain],
  ];
  for (const [title, texts, mine] of surveys) {
    const contested = survey(title, texts, mine, others);
    if (listed) list(contested, mine);
  }
}

main();
