// Vonage's library as its documentation uses it.
import { readFileSync } from 'node:fs';
import { Vonage } from '@vonage/server-sdk';
import { MessengerText } from '@vonage/messages';

const vonage = new Vonage(
  {
    applicationId: process.env.FBMSG_APPLICATION_ID,
    privateKey: readFileSync(process.env.FBMSG_PRIVATE_KEY_PATH, 'utf8'),
  },
  { apiHost: process.env.FBMSG_API_URL },
);

/** The id of the message. */
export async function send(from, to, text) {
  const { messageUUID } = await vonage.messages.send(new MessengerText({ from, to, text }));
  return messageUUID;
}
