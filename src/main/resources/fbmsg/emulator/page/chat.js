// The users and what they and the Page say to each other.
import {$, copyOf, dayOf, follow, post, rove, setTime, timeOfDay} from './dom.js';

const FIRST_USER = '1111111111111111';
const WINDOW = 24 * 60 * 60 * 1000;
// Statuses overtake each other on their way. What comes later in this list is the last word.
const PROGRESS = ['submitted', 'delivered', 'read', 'undeliverable', 'rejected'];
const TYPES = {image: 'Image', audio: 'Audio', video: 'Video', file: 'File'};
// So many bubbles are shown, and so many more each time that the reader asks.
const PORTION = 400;

/** By "page user": one user's talk with one Page, see conversationOf. */
const conversations = new Map();
const homes = new Map(); // of each message, by uuid: its conversation
const bubbles = new Map(); // those of the open conversation, by uuid
let page;
let consentEnds = new Map(); // by page
let open = null;
let lastBubble = null;
let now = Date.now();

const users = $('#users');
const log = $('#chat');
const text = $('#text');
const type = $('#type');
const setUserStop = rove(users, 'button');
const setInfoStop = rove(log, '.info');
const end = follow(log, atEnd => atEnd && ($('#newest').hidden = true));

const nameOf = conversation => conversation.name || conversation.user;
const isMine = message => message.direction === 'inbound';
const typeName = message => TYPES[message.type] ?? message.type;

function conversationOf(ofPage, user) {
  const key = `${ofPage} ${user}`;
  if (!conversations.has(key)) {
    conversations.set(key, {
      page: ofPage,
      user,
      name: '', // what the human calls the user
      messages: new Map(), // by uuid, in the order they came in
      last: null,
      lastWritten: null, // by the user, in milliseconds: from then on the 24 hours count
      unread: false,
      draft: '',
      draftType: 'text',
      item: null, // in the list of users
    });
  }
  return conversations.get(key);
}

function remember(message) {
  const conversation = conversationOf(message.page, message.user);
  if (!conversation.messages.has(message.message_uuid)) {
    conversation.last = message;
    conversation.lastWritten = isMine(message) ? Date.parse(message.at) : conversation.lastWritten;
  }
  conversation.messages.set(message.message_uuid, message);
  homes.set(message.message_uuid, conversation);
  return conversation;
}

export function replaceAll(pages, messages) {
  keepDraft();
  // Users that the human has just made stay; those that the emulator has forgotten go.
  const forgotten = new Map([...conversations].filter(([, {messages}]) => messages.size > 0));
  forgotten.forEach((conversation, key) => conversations.delete(key));
  homes.clear();
  messages.forEach(remember);
  for (const [key, {name, draft, draftType, unread}] of forgotten) {
    Object.assign(conversations.get(key) ?? {}, {name, draft, draftType, unread});
  }
  const mayStay = pages.some(({id}) => id === page);
  page = mayStay ? page : pages[0]?.id;
  const choice = $('#page');
  consentEnds = new Map(pages.map(({id, consent_ends: end}) => [id, Date.parse(end)]));
  choice.replaceChildren(...pages.map(({id, name}) => new Option(name ? `${name} (${id})` : id, id, false, id === page)));
  choice.disabled = pages.length < 2;
  openPage(mayStay ? open?.user : undefined);
}

function openPage(user) {
  const ours = [...conversations.values()].filter(conversation => conversation.page === page);
  if (ours.length === 0) {
    ours.push(conversationOf(page, FIRST_USER));
  }
  users.replaceChildren();
  ours.forEach(describe);
  openConversation(ours.find(conversation => conversation.user === user) ?? ours.at(-1));
}

/** A message that is new, or of which something has changed. */
export function show(message) {
  const isNew = !homes.has(message.message_uuid);
  const conversation = remember(message);
  if (!isNew) {
    // What was said stays; only what became of it changes.
    const bubble = bubbles.get(message.message_uuid);
    if (bubble && conversation === open) {
      showStatus(bubble, message);
      end.grown();
    }
    return;
  }
  conversation.unread ||= conversation !== open && !isMine(message);
  if (conversation.page === page) {
    describe(conversation);
  }
  if (conversation === open) {
    append(message);
    tick(now);
    if (isMine(message)) {
      end.toEnd();
    } else if (!end.grown()) {
      $('#newest').hidden = false;
    }
  }
  countUnread();
}

/** Shows the message with this uuid, if it is still known. */
export function reveal(uuid) {
  const conversation = homes.get(uuid);
  if (!conversation) {
    return;
  }
  if (conversation.page !== page) {
    $('#page').value = page = conversation.page;
    openPage(conversation.user);
  } else if (conversation !== open) {
    openConversation(conversation);
  }
  if (!bubbles.has(uuid)) {
    fill(Infinity);
  }
  end.release();
  const bubble = bubbles.get(uuid);
  bubble.scrollIntoView({block: 'center'});
  end.measure();
  bubble.querySelector('.info').focus({preventScroll: true});
}

/** Says how long the Page may still write to the user. */
export function tick(instant) {
  now = instant;
  if (!open) {
    return;
  }
  const last = open.lastWritten;
  const left = last === null ? 0 : last + WINDOW - now;
  const minutes = Math.floor(left / 60_000);
  const ended = now > consentEnds.get(page);
  const state = ended ? 'ended' : last === null ? 'none' : left >= 0 ? 'open' : 'closed';
  const words = {
    none: 'Has not written yet, so the Page cannot write',
    open: `The Page may answer for ${Math.floor(minutes / 60)} h ${minutes % 60} min`,
    ended: 'The consent of the Page has ended: it hears nothing, and cannot write (1370)',
    closed: '24 hour window closed: only tagged messages arrive',
  }[state];
  const line = $('#window');
  if (line.textContent !== words) {
    line.dataset.state = state;
    line.textContent = words;
  }
}

function describe(conversation) {
  if (!conversation.item?.isConnected) {
    conversation.item = copyOf('user');
    conversation.item.dataset.psid = conversation.user;
    users.prepend(conversation.item);
  }
  const {item, last} = conversation;
  showFace(item.querySelector('.avatar'), conversation);
  item.querySelector('.name').textContent = nameOf(conversation);
  item.querySelector('.snippet').textContent = !last ? 'No message yet'
    : (isMine(last) ? 'You: ' : '') + (last.text?.slice(0, 200) ?? typeName(last));
  item.querySelector('.dot').hidden = !conversation.unread;
}

function showFace(face, conversation) {
  face.textContent = [...conversation.name][0]?.toUpperCase() ?? conversation.user.slice(-2);
  face.dataset.hue = [...conversation.user].reduce((sum, digit) => sum * 7 + digit.charCodeAt(0), 0) % 6;
}

function countUnread() {
  const count = [...conversations.values()].filter(({unread}) => unread).length;
  document.title = (count ? `(${count}) ` : '') + 'fbmsg emulator';
  $('#views [data-view=users]').textContent = count ? `Users (${count} unread)` : 'Users';
}

function keepDraft() {
  if (open) {
    Object.assign(open, {draft: text.value, draftType: type.value});
  }
}

function openConversation(conversation) {
  if (open && open !== conversation) {
    keepDraft();
    open.item.querySelector('button').removeAttribute('aria-current');
    text.value = conversation.draft;
    type.value = conversation.draftType;
    $('#refusal').textContent = '';
  }
  open = conversation;
  open.unread = false;
  describe(open);
  const button = open.item.querySelector('button');
  button.setAttribute('aria-current', 'true');
  setUserStop(button);
  $('#name').value = open.name;
  showWhom();
  fill(PORTION);
  tick(now);
  countUnread();
}

function showWhom() {
  showFace($('#face'), open);
  $('#chat-title').textContent = nameOf(open);
  $('#psid').textContent = open.user;
  showType();
}

function showType() {
  const isText = type.value === 'text';
  text.setAttribute('aria-label', isText ? `Message of ${nameOf(open)}` : `Address of the ${type.value}`);
  text.placeholder = isText ? 'Write as this user' : `https://example.com/${type.value}`;
  text.inputMode = isText ? 'text' : 'url';
}

/** Shows the last messages of the open conversation. */
function fill(portion) {
  // A screen reader is to hear what is new, not the whole conversation once more.
  log.ariaLive = 'off';
  setTimeout(() => log.ariaLive = 'polite', 500);
  log.replaceChildren();
  bubbles.clear();
  lastBubble = null;
  $('#chat-empty').hidden = open.messages.size > 0;
  $('#newest').hidden = true;
  const messages = [...open.messages.values()];
  if (messages.length > portion) {
    const earlier = document.createElement('button');
    earlier.textContent = 'Earlier messages';
    earlier.addEventListener('click', () => {
      const below = log.scrollHeight - log.scrollTop;
      fill(portion + PORTION);
      end.release();
      log.scrollTop = log.scrollHeight - below;
    });
    log.append(earlier);
  }
  messages.slice(-portion).forEach(append);
  end.toEnd();
}

function append(message) {
  $('#chat-empty').hidden = true;
  if (!lastBubble || dayOf(lastBubble.at) !== dayOf(message.at)) {
    const day = document.createElement('p');
    day.className = 'day';
    day.textContent = dayOf(message.at);
    log.append(day);
  }
  lastBubble = message;
  const bubble = bubbleOf(message);
  bubbles.set(message.message_uuid, bubble);
  log.append(bubble);
  if (!document.activeElement?.matches('.info')) {
    setInfoStop(bubble.querySelector('.info'));
  }
}

function bubbleOf(message) {
  const bubble = copyOf('bubble');
  bubble.dataset.uuid = message.message_uuid;
  bubble.classList.add(isMine(message) ? 'mine' : 'theirs');
  bubble.querySelector('.who').textContent = isMine(message) ? 'You: ' : 'Page: ';
  bubble.querySelector('.content').append(message.url ? media(message) : message.text ?? typeName(message));
  setTime(bubble.querySelector('time'), message.at, timeOfDay(message.at));
  bubble.querySelector('.kind').textContent = [message.category, message.tag, message.client_ref].filter(Boolean).join(' · ');
  showStatus(bubble, message);
  return bubble;
}

/** Media are named, never loaded: their addresses come from whoever sent them. */
function media(message) {
  const card = copyOf('media');
  card.querySelector('b').textContent = typeName(message);
  const link = card.querySelector('a');
  link.textContent = message.url;
  if (/^https?:\/\//i.test(message.url)) {
    link.href = message.url;
  }
  return card;
}

function showStatus(bubble, message) {
  const statuses = [...message.statuses ?? []].sort((a, b) => PROGRESS.indexOf(a.status) - PROGRESS.indexOf(b.status));
  const furthest = statuses.at(-1);
  if (!furthest || isMine(message)) {
    return;
  }
  const ticks = bubble.querySelector('.ticks');
  ticks.hidden = false;
  ticks.dataset.status = furthest.status;
  ticks.title = statuses.map(({status, at}) => `${status} ${at}`).join('\n');
  ticks.querySelector('.word').textContent = furthest.status;
  const {error} = furthest;
  const line = bubble.querySelector('.error');
  line.hidden = !error;
  line.textContent = error ? `${error.code} ${error.reason}` : '';
}

users.addEventListener('click', event => {
  const item = event.target.closest('[data-psid]');
  if (item) {
    openConversation(conversationOf(page, item.dataset.psid));
    item.dispatchEvent(new CustomEvent('fbmsg:chat', {bubbles: true}));
  }
});

$('#new-user').addEventListener('click', event => {
  const psid = String(Math.floor(1e15 + Math.random() * 8e15));
  openConversation(conversationOf(page, psid));
  event.target.dispatchEvent(new CustomEvent('fbmsg:chat', {bubbles: true}));
  text.focus();
});

$('#page').addEventListener('change', event => {
  page = event.target.value;
  openPage();
});

$('#name').addEventListener('input', event => {
  open.name = event.target.value.trim();
  describe(open);
  showWhom();
});

log.addEventListener('click', event => {
  if (event.target.closest('.info')) {
    const {uuid} = event.target.closest('.bubble').dataset;
    log.dispatchEvent(new CustomEvent('fbmsg:traffic-of', {bubbles: true, detail: uuid}));
  }
});

$('#newest').addEventListener('click', () => {
  end.toEnd();
  text.focus();
});

type.addEventListener('change', showType);

text.addEventListener('keydown', event => {
  // Enter may also end the input of a character, for example a Japanese one.
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $('#composer').requestSubmit();
  }
});

$('#composer').addEventListener('submit', async event => {
  event.preventDefault();
  const typed = text.value;
  const sender = open;
  text.focus();
  if (!typed.trim() || sender.sending) {
    return;
  }
  sender.sending = true;
  const refusal = $('#refusal');
  refusal.textContent = '';
  try {
    const content = type.value === 'text' ? {text: typed} : {[type.value]: typed.trim()};
    await post(`/emulator/users/${sender.user}/messages`, {...content, page: sender.page});
    if (open !== sender) {
      Object.assign(sender, {draft: '', draftType: 'text'});
    } else if (text.value === typed) {
      text.value = '';
      type.value = 'text';
      showType();
    }
  } catch (failure) {
    refusal.textContent = failure.message;
  } finally {
    sender.sending = false;
  }
});
