// What `fbmsg jwt` does, in Node: an application's token, from the same settings.
import { readFileSync } from 'node:fs';
import { tokenGenerate } from '@vonage/jwt';

const key = readFileSync(process.env.FBMSG_PRIVATE_KEY_PATH, 'utf8');
console.log(tokenGenerate(process.env.FBMSG_APPLICATION_ID, key));
