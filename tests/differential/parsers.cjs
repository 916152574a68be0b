// Other parsers of templates, each as a function from text to { roots, errors }.
//
// A node is { tag, attributes: [[name, value or null]], children } or { text }, entities decoded;
// `roots` is null for a parser that shows no tree. `errors` are what it complains of.
'use strict';

const path = require('node:path');

/** Elements that may be left open; those after them are their siblings. */
const EMPTY = new Set(('br checkbox hr icon image img import import-sjs include input progress radio rich-text slider slot ' +
  'switch textarea web-view').split(' '));

/** What the platforms decode, for parsers that leave it to others. */
function decoded(text) {
  const named = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) =>
    name ? named[name] ?? all : String.fromCodePoint(parseInt(decimal ?? hex, decimal ? 10 : 16)));
}

/** Makes a tree of tags in their order, as HTML does with elements it knows nothing about. */
function builder() {
  const root = { children: [] };
  const open = [root];
  const errors = [];
  const add = (node) => open[open.length - 1].children.push(node);
  return {
    errors,
    roots: root.children,
    text: (text) => add({ text }),
    start(tag, attributes, closed) {
      const node = { tag, attributes, children: [] };
      add(node);
      if (!closed) open.push(node);
    },
    end(tag) {
      const at = open.findLastIndex((node) => node.tag === tag);
      if (at < 1) return void errors.push(`stray </${tag}>`);
      for (const left of open.splice(at).slice(1)) this.left(left.tag);
    },
    left(tag) {
      if (!EMPTY.has(tag)) errors.push(`open <${tag}>`);
    },
    finish() {
      for (const node of open.splice(1)) this.left(node.tag);
      return { roots: root.children, errors };
    },
  };
}

function htmlparser2({ Parser }) {
  return (text) => {
    const tree = builder();
    let attributes = [];
    const parser = new Parser({
      onopentagname: () => void (attributes = []),
      onattribute: (name, value, quote) => void attributes.push([name, quote === undefined ? null : decoded(value)]),
      onopentag: (tag) => tree.start(tag, attributes, false),
      onclosetag: (tag, implied) => {
        tree.end(tag);
        if (implied && text[parser.endIndex - 1] !== '/') tree.left(tag);
      },
      ontext: (text) => tree.text(decoded(text)),
    }, { xmlMode: true }); // which closes any element at `/>`, and knows five entities
    parser.end(text);
    return tree.finish();
  };
}

function parse5({ Tokenizer, Token }) {
  return (text) => {
    const tree = builder();
    const source = text.replace(/\r\n?/g, '\n');
    // The tokenizer lowers the case of names, so these are cut from the text.
    const written = (at, length) => source.substr(at, length);
    const onTag = (token) => {
      const at = token.location.startOffset + 1;
      const tag = written(at, token.tagName.length);
      const places = token.location.attrs ?? {};
      const attributes = token.attrs.map(({ name, value }) => {
        const place = places[name];
        const raw = place ? source.slice(place.startOffset, place.endOffset) : name;
        return [raw.slice(0, name.length), raw.includes('=') ? value : null];
      });
      tree.start(tag, attributes, token.selfClosing);
    };
    const handler = {
      onStartTag: onTag,
      onEndTag: (token) => tree.end(written(token.location.startOffset + 2, token.tagName.length)),
      onCharacter: (token) => tree.text(token.chars),
      onWhitespaceCharacter: (token) => tree.text(token.chars),
      onNullCharacter: () => {},
      onComment: () => {},
      onDoctype: () => {},
      onEof: () => {},
      onParseError: (error) => tree.errors.push(error.code),
    };
    const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, handler);
    tokenizer.write(source, true);
    return tree.finish();
  };
}

function angular({ parse, TagContentType }) {
  const convert = (node) => {
    if (node.kind === 'element') {
      const attributes = node.attrs.map((it) => {
        const name = it.nameSpan.toString();
        return [name, it.valueSpan ? it.value : null];
      });
      const tag = node.startSourceSpan.toString().match(/^<([^\s/>]+)/)?.[1] ?? node.name;
      return [{ tag, attributes, children: node.children.flatMap(convert) }];
    }
    return ['text', 'cdata'].includes(node.kind) ? [{ text: node.value }] : [];
  };
  return (text) => {
    const { rootNodes, errors } = parse(text, {
      canSelfClose: true,
      isTagNameCaseSensitive: true,
      tokenizeAngularBlocks: false,
      tokenizeAngularLetDeclaration: false,
      getTagContentType: () => TagContentType.PARSABLE_DATA,
    });
    return { roots: rootNodes.flatMap(convert), errors: errors.map((it) => it.msg).filter((it) => !it.startsWith('Void')) };
  };
}

function vue({ baseParse, parserOptions }) {
  const convert = (node) => {
    if (node.type === 1) {
      const attributes = node.props.map((it) =>
        it.type === 6 ? [it.name, it.value?.content ?? null] : [it.rawName, it.exp?.loc.source ?? null]);
      return [{ tag: node.tag, attributes, children: node.children.flatMap(convert) }];
    }
    if (node.type === 2) return [{ text: node.content }];
    return node.type === 5 ? [{ text: node.loc.source }] : [];
  };
  return (text) => {
    const errors = [];
    const tree = baseParse(text, {
      parseMode: 'base',
      whitespace: 'preserve',
      decodeEntities: parserOptions.decodeEntities,
      onError: ({ message, loc }) => {
        const isLeft = message.includes('missing end tag') && EMPTY.has(text.slice(loc.start.offset).match(/^<([\w-]*)/)?.[1]);
        if (!isLeft) errors.push(message);
      },
    });
    return { roots: tree.children.flatMap(convert), errors };
  };
}

function wxmlParser({ parse }) {
  const convert = (node) => {
    if (node.type === 'WXText') return [{ text: decoded(node.value) }];
    if (node.type === 'WXInterpolation') return [{ text: node.rawValue }];
    if (node.type === 'WXScript') return [{ tag: node.name, attributes: pairs(node), children: [] }];
    if (node.type !== 'WXElement') return [];
    return [{ tag: node.name, attributes: pairs(node), children: node.children.flatMap(convert) }];
  };
  const pairs = (node) => (node.startTag?.attributes ?? []).map((it) => [it.key, it.value && decoded(it.value)]);
  return (text) => {
    const { body, errors } = parse(text);
    return { roots: body.flatMap(convert), errors: errors.map((it) => it.value) };
  };
}

function wxmlParse({ parse }) {
  const convert = (node) => {
    if (node.type === 3) return [{ text: decoded(node.textContent) }];
    if (node.type !== 1) return [];
    const attributes = Object.entries(node.attributes).map(([name, value]) => [name, value === true ? null : decoded(value)]);
    return [{ tag: node.tagName, attributes, children: (node.childNodes ?? []).flatMap(convert) }];
  };
  return (text) => ({ roots: parse(text).childNodes.flatMap(convert), errors: [] });
}

function himalaya({ parse }) {
  const options = { voidTags: [...EMPTY], closingTags: [], childlessTags: [], closingTagAncestorBreakers: {} };
  const convert = (node) => {
    if (node.type === 'text') return [{ text: decoded(node.content) }];
    if (node.type !== 'element') return [];
    const attributes = node.attributes.map((it) => [it.key, it.value && decoded(it.value)]);
    return [{ tag: node.tagName, attributes, children: node.children.flatMap(convert) }];
  };
  return (text) => ({ roots: parse(text, options).flatMap(convert), errors: [] });
}

/** What the compiler of another platform complains of where text is broken, not only unusual there. */
const BROKEN = ['unexpected character', 'unexpected character inside expression', 'missing expression end', 'incomplete tag',
  'missing end tag', 'invalid end tag', 'invalid attribute name', 'missing attribute value', 'unmatched bracket',
  'unmatched parenthesis', 'incomplete condition expression', 'illegal escape sequence'];

/** That compiler shows no tree, and has its own names of directives. */
function glassEasel({ TmplGroup }) {
  return (text) => {
    const group = new TmplGroup();
    const source = text.replace(/(\s)a:(?=if|elif|else|for|key)/g, '$1wx:');
    const lines = source.split('\n');
    const isLeft = ({ message, startLine, startColumn }) => message === 'missing end tag' &&
      EMPTY.has(lines[startLine].slice(startColumn).match(/^[\w-]*/)[0]);
    const found = group.addTmpl('page', source).filter((it) => BROKEN.includes(it.message) && !isLeft(it));
    const errors = found.map((it) => `${it.message} at ${it.startLine + 1}:${it.startColumn + 1}`);
    group.free();
    return { roots: null, errors };
  };
}

/** What a parser does that neither the others nor the platforms do, and where it shows. */
const FLAWS = {
  'himalaya-wxml': [
    ['takes attributes without a blank between them for one', (text) => /["'][\w:@-]+=["']/.test(text)],
  ],
  'wxml-parse': [
    ['takes the last of repeated attributes, not the first', (_, mine) => mine.repeats],
    ['drops `\\` from values', (text) => text.includes('\\')],
  ],
};

const PARSERS = [
  ['htmlparser2', htmlparser2],
  ['parse5', parse5],
  ['angular-html-parser', angular],
  ['@vue/compiler-dom', vue],
  ['@wxml/parser', wxmlParser],
  ['wxml-parse', wxmlParse],
  ['himalaya-wxml', himalaya],
  ['glass-easel-template-compiler', glassEasel],
];

/** The parsers that are installed below `folder`, with their versions. */
async function load(folder) {
  const { createRequire } = require('node:module');
  const { readFileSync } = require('node:fs');
  const { pathToFileURL } = require('node:url');
  const base = path.resolve(folder);
  const from = createRequire(path.join(base, 'x.js'));
  const loaded = [];
  for (const [name, make] of PARSERS) {
    try {
      const manifest = path.join(base, 'node_modules', name, 'package.json');
      const { version, exports, type } = JSON.parse(readFileSync(manifest, 'utf8'));
      let module;
      try {
        module = from(name);
      } catch {
        const entry = exports?.['.']?.default ?? exports?.['.'] ?? 'index.js';
        module = await import(pathToFileURL(path.join(path.dirname(manifest), entry)));
      }
      loaded.push({ name, version, parse: make(module) });
    } catch (error) {
      console.error(`${name} is not used: ${error.message.split('\n')[0]}`);
    }
  }
  return loaded;
}

module.exports = { EMPTY, FLAWS, load };
