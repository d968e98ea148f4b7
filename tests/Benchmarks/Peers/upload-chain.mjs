// What an upload does in one process without HTTP, database or broker: text of the PDF (pdf-parse), chunks of 500 characters, their vectors (all-MiniLM-L6-v2,
// float32, one batch, as many threads as it likes). Argument: the model's file. A line of standard input is a PDF in base64; the answer is "milliseconds chunks".
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(new URL('../../../eng/npm/package.json', import.meta.url));
const { InferenceSession, Tensor } = require('onnxruntime-node');
const { PDFParse } = require('pdf-parse');
const CHUNK = 500, OVERLAP = 50, CHARACTERS_A_TOKEN = 4.5;

const session = await InferenceSession.create(process.argv[2]);

async function read(pdf) {
  const parser = new PDFParse({ data: new Uint8Array(pdf) });
  try {
    return (await parser.getText()).text;
  } finally {
    await parser.destroy();
  }
}

async function embed(lengths) {
  const longest = Math.max(...lengths);
  const tensor = value => new Tensor('int64', BigInt64Array.from({ length: lengths.length * longest }, (_, i) => value(i % longest, lengths[Math.floor(i / longest)])), [lengths.length, longest]);
  const { last_hidden_state: states } = await session.run({
    input_ids: tensor((i, length) => (i === 0 ? 101n : i === length - 1 ? 102n : i < length ? 2147n : 0n)),
    attention_mask: tensor((i, length) => (i < length ? 1n : 0n)),
    token_type_ids: tensor(() => 0n),
  });
  const dimensions = states.dims[2];
  return lengths.map((length, text) => {
    const vector = new Float32Array(dimensions);
    for (let i = 0; i < length * dimensions; i++) vector[i % dimensions] += states.data[text * longest * dimensions + i] / length;
    return vector;
  });
}

for await (const line of createInterface({ input: process.stdin })) {
  const start = performance.now();
  const text = await read(Buffer.from(line, 'base64'));
  const lengths = [];
  for (let from = 0; from < text.length; from += CHUNK - OVERLAP) lengths.push(Math.min(256, 2 + Math.ceil(Math.min(CHUNK, text.length - from) / CHARACTERS_A_TOKEN)));
  await embed(lengths);
  console.log(`${performance.now() - start} ${lengths.length}`);
}
