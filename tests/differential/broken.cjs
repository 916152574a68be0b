#!/usr/bin/env node
// Breaks each template in one place and counts what of it the parsers still see.
// usage: broken.cjs BINARY PARSERS FOLDER [SEED]
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { load } = require('./parsers.cjs');
const { attempted, outline, read, templates } = require('./trees.cjs');

const [binary, parsers, folder, seed = '1'] = process.argv.slice(2);

/** Numbers that look random and are the same for the same seed. */
function numbers(seed) {
  let state = Number(seed) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** `text` with one of its marks left out, doubled or replaced by another. */
function broken(text, random) {
  const marks = [...text.matchAll(/[<>/="'{}]/g)].map((mark) => mark.index);
  const at = marks[random(marks.length)];
  const instead = ['', '', text[at] + text[at], '<>/="\'{} '[random(9)]][random(4)];
  return text.slice(0, at) + instead + text.slice(at + 1);
}

/** How many lines of `whole` are in `rest`. */
function survivors(whole, rest) {
  const left = new Map();
  for (const line of rest) left.set(line, (left.get(line) ?? 0) + 1);
  return whole.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count > 0;
  }).length;
}

async function main() {
  const random = numbers(seed);
  const found = templates(folder).map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
  const whole = [...new Set(found)].filter((text) => /[<>]/.test(text) && text.length < 20000 && !text.includes('#if'));
  const texts = whole.map((text) => broken(text, random));
  const [before, after] = [read(binary, whole), read(binary, texts)];
  const others = (await load(parsers)).map(({ name, parse }) => [name, (_, text) => attempted(parse, text)]);
  const mine = ['consentlint', (at) => after[at]];
  console.log('| parser | elements and texts kept | also at their depth | complains of | our tree where we do not complain |');
  console.log('|---|--:|--:|--:|--:|');
  for (const [name, result] of [mine, ...others]) {
    let [total, kept, placed, complaints, same] = [0, 0, 0, 0, 0];
    texts.forEach((text, at) => {
      const { roots, errors } = result(at, text);
      const lines = [outline(before[at].roots), outline(roots ?? [])];
      const [all, rest] = lines.map((lines) => lines.map((line) => line.replace(/^\d+ /, '')));
      total += all.length;
      kept += survivors(all, rest);
      placed += survivors(...lines);
      complaints += errors.length > 0;
      same += after[at].errors.length === 0 && outline(after[at].roots).join('\n') === lines[1].join('\n');
    });
    const percent = (part) => `${((100 * part) / total).toFixed(1)} %`;
    if (kept > 0) console.log(`| ${name} | ${percent(kept)} | ${percent(placed)} | ${complaints} | ${same} |`);
  }
  console.log(`\n${texts.length} templates with ${before.reduce((sum, it) => sum + outline(it.roots).length, 0)} elements and texts`);
}

main();
