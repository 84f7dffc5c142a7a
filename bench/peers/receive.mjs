// What `fbmsg listen --follow` does, in Node: takes webhooks, verifies the signature with Vonage's own library and the hash of
// the body, prints each as a line, and answers when it is written.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { verifySignature } from '@vonage/jwt';

const secret = readFileSync(process.argv[3], 'utf8').trim();

function isSigned(token, body) {
  if (!token || !verifySignature(token, secret)) {
    return false;
  }
  const claims = JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
  return claims.payload_hash === createHash('sha256').update(body).digest('hex');
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    if (request.url !== '/in') {
      response.writeHead(404).end();
      return;
    }
    let signed = false;
    try {
      signed = isSigned(request.headers.authorization?.replace(/^Bearer /, ''), body);
    } catch {
      // as good as none
    }
    if (!signed) {
      response.writeHead(401).end();
      return;
    }
    const event = JSON.parse(body.toString('utf8'));
    process.stdout.write(`${JSON.stringify(event)}\n`, () => response.writeHead(200).end());
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => {
  console.error(`listening on http://127.0.0.1:${server.address().port}`);
});
process.on('SIGTERM', () => process.exit(0));
