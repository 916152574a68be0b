import { scopes } from './lib/scopes';

App({ globalData: { scopes } });
