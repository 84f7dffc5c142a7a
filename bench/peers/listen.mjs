// What `fbmsg listen` does, in Node: takes one webhook, prints it, answers, ends.
import { createServer } from 'node:http';

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const event = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    process.stdout.write(`${JSON.stringify(event)}\n`, () => {
      response.writeHead(200, { connection: 'close' }).end(() => server.close());
    });
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => {
  console.error(`listening on http://127.0.0.1:${server.address().port}`);
});
