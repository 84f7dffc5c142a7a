// What `fbmsg reply --text Thanks!` does, in Node: answers each webhook on standard input.
import { createInterface } from 'node:readline';
import { send } from './vonage.mjs';

for await (const line of createInterface({ input: process.stdin })) {
  const event = JSON.parse(line);
  console.log(await send(event.to, event.from, 'Thanks!'));
}
