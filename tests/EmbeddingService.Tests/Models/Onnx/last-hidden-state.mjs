// Runs a model with onnxruntime-node. Standard input: {"model": file, "texts": [[ids], ...]}; each text is run alone.
// Answers the last_hidden_state of each as one flat array.
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const [npm] = process.argv.slice(2);
const { InferenceSession, Tensor } = createRequire(npm)('onnxruntime-node');
const { model, texts } = JSON.parse(await text(process.stdin));
const session = await InferenceSession.create(model, { intraOpNumThreads: 1 });

const answers = [];
for (const ids of texts) {
  const tensor = values => new Tensor('int64', BigInt64Array.from(values.map(BigInt)), [1, ids.length]);
  const output = await session.run({ input_ids: tensor(ids), attention_mask: tensor(ids.map(() => 1)), token_type_ids: tensor(ids.map(() => 0)) });
  answers.push(Array.from(output.last_hidden_state.data));
}
process.stdout.write(JSON.stringify(answers));
