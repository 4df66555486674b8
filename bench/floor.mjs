// The least that a backup can cost: parse the file, write it as JSON once, flush it. Arguments:
// input, output.
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

const [input, output] = process.argv.slice(2);
const text = readFileSync(input, 'utf8');
const value = input.endsWith('.json') ? JSON.parse(text) : (await import('js-yaml')).load(text);
const file = openSync(output, 'w');
writeSync(file, JSON.stringify(value, null, 2));
fsyncSync(file);
closeSync(file);
