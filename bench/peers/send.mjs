// What `fbmsg send --text Hi` does, in Node, with Vonage's own library.
import { send } from './vonage.mjs';

console.log(await send(process.env.BENCH_PAGE, process.env.BENCH_USER, 'Hi'));
