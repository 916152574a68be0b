import tracker from '@acme/tracker'; //~ unresolved-reference: the package `@acme/tracker` is not installed
import { start } from './lib/started'; //~ unresolved-reference: `./lib/started` names no file
import { noted } from './lib/notes';

App({
  onLaunch() {
    tracker(start, noted);
  },
});
