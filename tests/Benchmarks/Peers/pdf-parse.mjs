// Times npm's pdf-parse on the files named on standard input (a JSON array); answers {file: milliseconds}.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const require = createRequire(new URL('../../../eng/npm/package.json', import.meta.url));
const { PDFParse } = require('pdf-parse');

async function read(content) {
  const parser = new PDFParse({ data: new Uint8Array(content) });
  try {
    await parser.getText();
  } finally {
    await parser.destroy();
  }
}

const files = JSON.parse(await text(process.stdin));
const contents = await Promise.all(files.map(file => readFile(file)));
for (const content of contents) await read(content);

const times = {};
for (const [index, file] of files.entries()) {
  const start = performance.now();
  await read(contents[index]);
  times[file] = performance.now() - start;
}
process.stdout.write(JSON.stringify(times));
