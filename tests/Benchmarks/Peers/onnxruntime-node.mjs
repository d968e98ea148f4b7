// Sentences a second of processor time of onnxruntime-node. Standard input: {"model", "length", "batch", "milliseconds"}; one thread, as many runs as fit in the time.
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const require = createRequire(new URL('../../../eng/npm/package.json', import.meta.url));
const { InferenceSession, Tensor } = require('onnxruntime-node');
const { model, length, batch, milliseconds } = JSON.parse(await text(process.stdin));

const session = await InferenceSession.create(model, { intraOpNumThreads: 1 });
const tensor = value => new Tensor('int64', BigInt64Array.from({ length: batch * length }, (_, i) => value(i % length)), [batch, length]);
const run = () => session.run({
  input_ids: tensor(i => (i === 0 ? 101n : i === length - 1 ? 102n : 2147n)), // [CLS] work work ... [SEP]
  attention_mask: tensor(() => 1n),
  token_type_ids: tensor(() => 0n),
});

await run();
let sentences = 0;
const before = process.cpuUsage();
const start = performance.now();
while (performance.now() - start < milliseconds) {
  await run();
  sentences += batch;
}
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify(sentences / (user + system) * 1e6));
