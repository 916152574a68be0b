#!/usr/bin/env node
// Runs the parser tests that glass-easel publishes (Rust sources with `case!(text, normal form,
// errors …)`) through consentlint: an error where they expect one, and the tree of the normal form.
// usage: cases.cjs BINARY FOLDER-WITH-SOURCES [--list]
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { read } = require('./trees.cjs');

const [binary, folder, ...flags] = process.argv.slice(2);

/** Their errors that are none here, with the reason. */
const ALLOWED = {
  'is a warning about names there': ['AvoidUppercaseLetters', 'DuplicatedName', 'InvalidScopeName', 'DuplicatedAttribute',
    'InvalidAttribute', 'InvalidAttributeValue', 'InvalidAttributePrefix', 'IllegalNamePrefix', 'MissingModuleName',
    'MissingSourcePath', 'ChildNodesNotAllowed', 'UninitializedScope', 'DataBindingNotAllowed', 'DeprecatedAttribute',
    'IncompatibleWithWxAttribute', 'UnsupportedSyntax', 'InvalidIdentifier'],
  'is about classes and styles': ['InvalidClassNames', 'DuplicatedClassNames', 'IncompatibleWithClassColonAttributes',
    'InvalidInlineStyleString', 'DuplicatedStylePropertyNames', 'IncompatibleWithStyleColonAttributes'],
  'is accepted as in HTML': ['IllegalEntity', 'ShouldQuoted', 'UnexpectedWhitespace', 'UnknownMetaTag'],
  'is an empty hole, which is nothing': ['EmptyExpression'],
};

/** A Rust string literal at the start of `source`, and what follows it. */
function literal(source) {
  const rest = source.replace(/^[\s,]+/, '');
  const raw = rest.match(/^r(#*)"([^]*?)"\1/);
  if (raw) return [raw[2], rest.slice(raw[0].length)];
  const plain = rest.match(/^"((?:[^"\\]|\\[^])*)"/);
  if (!plain) return [null, rest];
  const escapes = { n: '\n', t: '\t', r: '\r', 0: '\0' };
  const text = plain[1].replace(/\\(?:u\{([\da-fA-F]+)\}|\n\s*|([^]))/g, (_, code, letter) =>
    code ? String.fromCodePoint(parseInt(code, 16)) : letter ? escapes[letter] ?? letter : '');
  return [text, rest.slice(plain[0].length)];
}

/** The cases of all sources below `at`. */
function cases(at) {
  return fs.readdirSync(at, { recursive: true }).map(String).sort().filter((file) => file.endsWith('.rs')).flatMap((file) => {
    const source = fs.readFileSync(path.join(at, file), 'utf8');
    return source.split(/\bcase!\(/).slice(1).flatMap((call) => {
      const [text, behind] = literal(call);
      const [normal, rest] = literal(behind);
      if (text === null || normal === null) return [];
      const kinds = rest.slice(0, rest.indexOf(');')).match(/ErrorKind::\w+/g) ?? [];
      return [{ file, text, normal, kinds: kinds.map((kind) => kind.slice('ErrorKind::'.length)) }];
    });
  });
}

/** Elements with the names of their attributes; of repeated ones the first counts. */
const shape = (nodes, depth = 0) => nodes.filter((node) => node.tag).map(({ tag, attributes, children }) =>
  `${depth}<${[tag, ...new Set(attributes.map(([name]) => name))].join(' ')}>${shape(children, depth + 1)}`).join('');

const all = cases(folder);
const found = read(binary, all.map(({ text }) => text));
const normal = read(binary, all.map(({ normal }) => normal));
const reasons = new Map(Object.entries(ALLOWED).flatMap(([reason, kinds]) => kinds.map((kind) => [kind, reason])));
const groups = { 'error here and there': [], 'none here nor there': [], 'only there': [], 'only here': [] };
let allowed = 0;
let trees = 0;
const otherTrees = [];
all.forEach((it, at) => {
  const mine = found[at].errors.map((it) => it.split(' ')[0]);
  const theirs = it.kinds.filter((kind) => !reasons.has(kind));
  const group = mine.length > 0
    ? (it.kinds.length > 0 ? 'error here and there' : 'only here')
    : (theirs.length > 0 ? 'only there' : 'none here nor there');
  allowed += mine.length === 0 && theirs.length === 0 && it.kinds.length > 0;
  groups[group].push(`${JSON.stringify(it.text)} here ${mine.join(', ') || 'nothing'}, there ${it.kinds.join(', ') || 'nothing'}`);
  if (shape(found[at].roots) === shape(normal[at].roots)) trees += 1;
  else otherTrees.push(`${JSON.stringify(it.text)}\n    here  ${shape(found[at].roots)}\n    there ${shape(normal[at].roots)}`);
});
console.log(`${all.length} cases, ${allowed} of them with nothing but what is allowed here`);
for (const [group, lines] of Object.entries(groups)) console.log(`${group}: ${lines.length}`);
console.log(`same tree as of the normal form: ${trees}`);
if (flags.includes('--list')) {
  for (const group of ['only there', 'only here']) console.log(`\n${group}:\n  ${groups[group].join('\n  ')}`);
  console.log(`\nother trees:\n  ${otherTrees.join('\n  ')}`);
}
