import { keep } from '@/keep';
import { gone } from '@/gone'; //~ unresolved-reference: `@/gone` names no file
const lazy = require.async('../lejos/lejos'); //~ unresolved-reference: `../lejos/lejos`

Page({ data: { n: keep + gone, lazy } });
