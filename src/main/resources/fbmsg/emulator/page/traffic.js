// What went over the wire: requests to the API and webhooks, each with its answer and the curl command that repeats it.
import {$, copyOf, follow, rove, timeOfDay} from './dom.js';

const MOST_ROWS = 500;
// What curl sets by itself, or what concerns one connection only.
const HOP = new Set(['host', 'content-length', 'connection', 'keep-alive', 'proxy-connection', 'te', 'trailer',
  'transfer-encoding', 'upgrade', 'http2-settings', 'expect']);
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
const OPEN = {'{': '}', '[': ']'};
// Deeper than anything sensible; without a limit the indents of a hostile text would fill the memory.
const MOST_INDENTS = 40;

const exchanges = new Map(); // of the rows in the list, by row
let latest = 0; // number of the last one that was shown
let kind = 'all';
let uuid = null; // of the message whose traffic alone is shown

const list = $('#traffic');
const setStop = rove(list, '.toggle');
const end = follow(list);

$('#api').textContent = `${location.origin}/v1/messages`;

export function replaceAll(all) {
  list.replaceChildren();
  exchanges.clear();
  latest = 0;
  showAll();
  all.slice(-MOST_ROWS).forEach(show);
  end.toEnd();
}

export function show(exchange) {
  // What happens while the state is put together comes in it, and once more behind it.
  if (exchange.number <= latest) {
    return;
  }
  latest = exchange.number;
  const row = rowOf(exchange);
  exchanges.set(row, exchange);
  row.hidden = !isWanted(exchange);
  list.append(row);
  if (exchanges.size > MOST_ROWS) {
    exchanges.delete(list.firstElementChild);
    list.firstElementChild.remove();
  }
  if (!row.hidden) {
    $('#traffic-empty').hidden = true;
    if (!list.contains(document.activeElement)) {
      setStop(row.querySelector('.toggle'));
    }
  }
  end.grown();
}

/** Shows the traffic of one message alone. */
export function only(messageUuid) {
  uuid = messageUuid;
  kind = 'all';
  $('#filter [value=all]').checked = true;
  filter();
  const first = list.querySelector('.exchange:not([hidden]) .toggle') ?? $('#only button');
  first.focus();
}

function showAll() {
  uuid = null;
  filter();
}

const isWanted = exchange => (kind === 'all' || exchange.kind === kind) && (!uuid || exchange.message_uuid === uuid);

function filter() {
  $('#only').hidden = !uuid;
  $('#only code').textContent = uuid ?? '';
  let last;
  for (const [row, exchange] of exchanges) {
    row.hidden = !isWanted(exchange);
    last = row.hidden ? last : row;
  }
  setStop(last?.querySelector('.toggle'));
  $('#traffic-empty').hidden = Boolean(last);
  end.toEnd();
}

function rowOf(exchange) {
  const row = copyOf('exchange');
  row.dataset.number = exchange.number;
  row.dataset.kind = exchange.kind;
  put(row, '.kind', exchange.kind === 'webhook' ? 'Webhook' : 'Request');
  put(row, '.method', exchange.method);
  put(row, '.path', exchange.url.replace(/^\w+:\/\/[^/?]*/, ''));
  const status = exchange.answer?.status;
  put(row, '.result', status ?? 'no answer');
  row.querySelector('.result').classList.add(status >= 200 && status < 300 ? 'good' : 'bad');
  put(row, '.facts', [
    timeOfDay(exchange.at),
    eventOf(exchange),
    exchange.attempt > 1 && `attempt ${exchange.attempt}`,
    exchange.next && `again at ${isNaN(Date.parse(exchange.next)) ? exchange.next : timeOfDay(exchange.next)}`,
  ].filter(Boolean).join(' · '));
  return row;
}

/** What a webhook tells, in a word or two. */
function eventOf({event, body}) {
  try {
    const {status} = JSON.parse(body);
    return event === 'status' && typeof status === 'string' ? `status ${status}` : event;
  } catch {
    return event;
  }
}

function put(parent, selector, text) {
  parent.querySelector(selector).textContent = text;
}

function detailOf(exchange) {
  const detail = copyOf('detail');
  const {answer, failure} = exchange;
  const [sent, answered] = detail.querySelectorAll('pre.body');
  const [sentHeaders, answeredHeaders] = detail.querySelectorAll('details');
  put(detail, '.url', `${exchange.method} ${exchange.url}`);
  showBody(sent, exchange);
  showHeaders(sentHeaders, exchange.headers);
  if (answer) {
    put(detail, 'h3.of-answer', `Answer ${answer.status}`);
    showBody(answered, answer);
    showHeaders(answeredHeaders, answer.headers);
  } else {
    detail.querySelectorAll('.of-answer').forEach(part => part.remove());
    put(detail, '.failure', failure ?? 'No answer');
    detail.querySelector('.failure').hidden = false;
  }
  put(detail, '.curl', curl(exchange));
  detail.querySelector('.to-message').hidden = !exchange.message_uuid;
  return detail;
}

function showBody(element, {body, body_note: note}) {
  element.replaceChildren(body ? readable(body) : note ?? 'empty');
  element.classList.toggle('none', !body);
}

function showHeaders(details, headers = []) {
  put(details, 'summary', `${headers.length} headers`);
  for (const [name, value] of headers) {
    const row = details.querySelector('table').insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = name;
    row.append(head);
    row.insertCell().textContent = value;
  }
}

/**
 * JSON on lines of its own, anything else as it is. Goes by the tokens of the text and not by its value, so that numbers
 * keep their digits and members that come twice are seen twice.
 */
function readable(text) {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  const shown = new DocumentFragment();
  const tokens = text.match(TOKEN);
  let depth = 0;
  const newLine = () => '\n' + '  '.repeat(Math.min(depth, MOST_INDENTS));
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (OPEN[token] && tokens[i + 1] === OPEN[token]) {
      shown.append(token + tokens[++i]);
    } else if (OPEN[token]) {
      depth++;
      shown.append(token + newLine());
    } else if (token === '}' || token === ']') {
      depth--;
      shown.append(newLine() + token);
    } else if (token === ',') {
      shown.append(token + newLine());
    } else if (token === ':') {
      shown.append(': ');
    } else {
      const part = document.createElement('span');
      const isString = token.startsWith('"');
      part.className = !isString ? 'literal' : tokens[i + 1] === ':' ? 'key' : 'string';
      // Parsed and written again, so that é is read instead of its escape.
      part.textContent = isString ? JSON.stringify(JSON.parse(token)) : token;
      shown.append(part);
    }
  }
  return shown;
}

const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;

/** The command for a POSIX shell that sends the same once more, a line for each part. */
function curl({method, url, headers = [], body}) {
  const parts = ['curl'];
  if (method === 'HEAD') {
    parts[0] += ' -I';
  } else if (method !== 'GET' || body) {
    parts[0] += ` -X ${/^[A-Z]+$/.test(method) ? method : quoted(method)}`;
  }
  if (/[[\]{}]/.test(url)) {
    parts[0] += ' --globoff';
  }
  for (const [name, value] of headers) {
    if (!HOP.has(name.toLowerCase())) {
      // A colon and nothing would take the header away.
      parts.push(`-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`);
    }
  }
  if (body) {
    if (!headers.some(([name]) => name.toLowerCase() === 'content-type')) {
      parts.push(`-H ${quoted('Content-Type:')}`);
    }
    // An @ at the beginning would name a file.
    parts.push(`${body.startsWith('@') ? '--data-raw' : '--data-binary'} ${quoted(body)}`);
  }
  parts.push(quoted(url));
  return parts.join(' \\\n  ');
}

function toggle(row) {
  const button = row.querySelector('.toggle');
  const detail = row.querySelector('.detail');
  button.setAttribute('aria-expanded', String(!detail));
  if (detail) {
    detail.remove();
  } else {
    row.append(detailOf(exchanges.get(row)));
  }
  end.measure();
}

async function copy(button) {
  const code = button.closest('.detail').querySelector('.curl');
  let words = 'Copied';
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    // The browser does not let us; then the human copies what is selected.
    getSelection().selectAllChildren(code);
    words = 'Selected, copy it with the keyboard';
  }
  $('#copied').textContent = button.textContent = words;
  setTimeout(() => {
    button.textContent = 'Copy';
    $('#copied').textContent = '';
  }, 2500);
}

list.addEventListener('click', ({target}) => {
  const row = target.closest('.exchange');
  if (target.closest('.toggle')) {
    toggle(row);
  } else if (target.matches('.copy')) {
    copy(target);
  } else if (target.matches('.to-message')) {
    list.dispatchEvent(new CustomEvent('fbmsg:message', {bubbles: true, detail: exchanges.get(row).message_uuid}));
  }
});

$('#filter').addEventListener('change', event => {
  kind = event.target.value;
  filter();
});

$('#only button').addEventListener('click', () => {
  showAll();
  $('#filter :checked').focus();
});
