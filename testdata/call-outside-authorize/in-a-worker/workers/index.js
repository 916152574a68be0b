const { ask } = require('./ask');

worker.onMessage(() => ask((answer) => worker.postMessage({ answer })));
