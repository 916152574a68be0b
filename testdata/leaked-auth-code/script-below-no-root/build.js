const { readFileSync } = require('fs');
console.log(JSON.parse(readFileSync('package.json', 'utf8')).version);
