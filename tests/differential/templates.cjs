#!/usr/bin/env node
// Compares the trees of consentlint with those of other parsers, template by template.
// usage: templates.cjs BINARY PARSERS FOLDER [--list]
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { FLAWS, load } = require('./parsers.cjs');
const { attempted, outline, read, templates } = require('./trees.cjs');

const [binary, parsers, folder, ...flags] = process.argv.slice(2);
const isListed = flags.includes('--list');

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

/** The first line in which two outlines differ, if they do. */
function difference(one, other) {
  const length = Math.max(one.length, other.length);
  const at = Array.from({ length }, (_, at) => at).find((at) => one[at] !== other[at]);
  const shown = (line) => (line ?? 'nothing').slice(0, 200);
  return at === undefined ? undefined : `ours ${shown(one[at])}\n     theirs ${shown(other[at])}`;
}

const CAUSES = ['same', 'branches', 'expressions', 'problem', 'complains', 'flaw', 'unexplained'];

/** Why a parser's tree is not ours: the first change of the text that makes them equal, else who complains. */
function judged({ name, parse }, stages) {
  const [written, branchless] = stages;
  const { roots: whole } = attempted(parse, written.text);
  const verdict = { name, errors: attempted(parse, branchless.text).errors, hasTree: whole !== null };
  if (!verdict.hasTree) return verdict;
  verdict.difference = difference(written.outline, outline(whole));
  for (const [at, { text, outline: mine }] of stages.entries()) {
    const roots = at === 0 ? whole : attempted(parse, text).roots;
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
  const plain = texts.map((text) => withoutExpressions(withoutBranches(text)));
  const [mine, minePlain] = [read(binary, texts), read(binary, plain)];
  const all = files.map((file, at) => {
    const written = { text: texts[at], mine: mine[at], outline: outline(mine[at].roots) };
    const stages = [
      written,
      { ...written, text: withoutBranches(texts[at]) },
      { text: plain[at], outline: outline(minePlain[at].roots) },
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
