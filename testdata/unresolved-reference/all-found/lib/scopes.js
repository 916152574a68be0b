import texts from './texts.json';
import { seed } from '@acme/seed';

export const scopes = ['auth_user'];
export const title = texts.title + seed;
