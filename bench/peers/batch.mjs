// What `fbmsg send --batch FILE --concurrency N` does, in Node, with Vonage's own library: a line of JSON a message, so many
// on their way at once.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { send } from './vonage.mjs';

const [file, concurrency] = process.argv.slice(2);
const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity })[Symbol.asyncIterator]();

async function worker() {
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const { to, text } = JSON.parse(line.value);
    const id = await send(process.env.BENCH_PAGE, to, text);
    process.stdout.write(`${JSON.stringify({ ok: true, to, message_uuid: id })}\n`);
  }
}

await Promise.all(Array.from({ length: Number(concurrency) }, worker));
