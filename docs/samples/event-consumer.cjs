// Prints the platform's events, one JSON line each. Written from docs/events.md alone.
//
//   npm install amqplib@2.3.1
//   AMQP_URL=amqp://platform:<password>@127.0.0.1:<port> node event-consumer.cjs ResumeService.Contracts:ResumeParsed …
//
// The queue is durable: events that come while this consumer is away wait for it, for a day at most.
const amqp = require('amqplib');

const exchanges = process.argv.slice(2);
if (!process.env.AMQP_URL || exchanges.length === 0) {
  console.error('usage: AMQP_URL=amqp://user:password@host:port node event-consumer.cjs <exchange> …');
  process.exit(2);
}

async function main() {
  const connection = await amqp.connect(process.env.AMQP_URL);
  const channel = await connection.createChannel();
  const { queue } = await channel.assertQueue('event-consumer-sample', { durable: true, expires: 24 * 60 * 60 * 1000 });
  for (const exchange of exchanges) {
    // Declared as the platform declares it, so that the consumer may also be the first to come.
    await channel.assertExchange(exchange, 'fanout', { durable: true });
    await channel.bindQueue(queue, exchange, '');
  }
  await channel.prefetch(20);

  // At least once: the same event may come again. A real consumer keeps these ids beside what it does with the event.
  const seen = new Set();
  await channel.consume(queue, (delivery) => {
    if (!delivery) return; // the queue was deleted
    let envelope;
    try {
      envelope = JSON.parse(delivery.content.toString('utf8'));
    } catch {
      channel.nack(delivery, false, false); // not JSON: it will not become JSON by coming again
      return;
    }
    if (!seen.has(envelope.messageId)) {
      seen.add(envelope.messageId);
      console.log(JSON.stringify({ event: envelope.messageType[0].split(':').pop(), id: envelope.messageId, ...envelope.message }));
    }
    channel.ack(delivery); // after the work, never before it
  });
  console.error(`listening to ${exchanges.length} exchange${exchanges.length === 1 ? '' : 's'}`);

  const stop = async () => {
    await channel.close();
    await connection.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error) => {
  console.error(error.code ?? error.message);
  process.exit(1);
});
