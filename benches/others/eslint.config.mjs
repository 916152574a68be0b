// ESLint with one rule of its own. The parser for TypeScript lies where the tools are installed.
import { createRequire } from 'node:module';
import path from 'node:path';

import consent from './consent.mjs';

const installed = createRequire(path.join(process.env.TOOLS, 'package.json'));
const rules = { 'consent/call-at-load': 'error' };
const plugins = { consent };

export default [
  { files: ['**/*.js'], plugins, rules },
  {
    files: ['**/*.ts'],
    plugins,
    rules,
    languageOptions: { parser: installed('@typescript-eslint/parser') },
  },
];
