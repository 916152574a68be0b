// Templates of a folder, what consentlint makes of them, and trees as lines.
'use strict';

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { EMPTY } = require('./parsers.cjs');

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
function ours(binary, base, files) {
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

/** What consentlint makes of `texts`, in their order. */
function read(binary, texts) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'templates-'));
  const files = texts.map((_, at) => `${at}.axml`);
  files.forEach((file, at) => fs.writeFileSync(path.join(scratch, file), texts[at]));
  const trees = ours(binary, scratch, files);
  fs.rmSync(scratch, { recursive: true });
  return files.map((file) => trees.get(file));
}

/** Whether an element has two attributes of one name. */
function repeats({ attributes = [] }) {
  return new Set(attributes.map(([name]) => name)).size < attributes.length;
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

/** What `parse` makes of `text`; an exception is a complaint. */
function attempted(parse, text) {
  try {
    return parse(text);
  } catch (error) {
    return { roots: null, errors: [String(error.message ?? error).split('\n')[0]] };
  }
}

module.exports = { templates, read, outline, attempted };
