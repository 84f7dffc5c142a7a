// The page of the emulator: connects the server's events with the two parts, the chat and the traffic.
import * as chat from './chat.js';
import * as traffic from './traffic.js';
import {$, dayOf, post, setTime, timeOfDay} from './dom.js';

function showView(view) {
  document.body.dataset.view = view;
  for (const button of document.querySelectorAll('#views button')) {
    button.ariaCurrent = String(button.dataset.view === view);
  }
}

// The emulator's clock runs as fast as this machine's, but may be ahead.
let ahead = 0;

function tick() {
  const now = new Date(Date.now() + ahead);
  setTime($('#now'), now.toISOString(), `${dayOf(now)}, ${timeOfDay(now)}`);
  chat.tick(now);
}

function setClock(now) {
  ahead = Date.parse(now) - Date.now();
  tick();
}

const handlers = {
  snapshot(world) {
    chat.replaceAll(world.pages, world.messages);
    traffic.replaceAll(world.exchanges);
    setClock(world.now);
    showConnection('live', 'Live');
  },
  message: chat.show,
  exchange: traffic.show,
  clock: ({now}) => setClock(now),
};

function showConnection(state, text) {
  const connection = $('#connection');
  // Said once, not with each attempt.
  if (connection.textContent !== text) {
    connection.dataset.state = state;
    connection.textContent = text;
  }
}

function connect() {
  const events = new EventSource('/emulator/events');
  events.onerror = () => {
    showConnection('reconnecting', 'Reconnecting');
    // A browser comes back by itself after a lost connection, but not after an answer other than 200.
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(connect, 2000);
    }
  };
  for (const [name, handle] of Object.entries(handlers)) {
    events.addEventListener(name, event => handle(JSON.parse(event.data)));
  }
}

async function order(path, body) {
  try {
    $('#trouble').textContent = '';
    await post(path, body);
  } catch (failure) {
    $('#trouble').textContent = failure.message;
  }
}

$('#advance').addEventListener('click', () => order('/emulator/clock', {advance: '25h'}));
$('#reset').addEventListener('click', () => $('#sure').showModal());
$('#sure').addEventListener('click', event => {
  if (event.target.value) {
    $('#sure').close();
  }
  if (event.target.value === 'yes') {
    order('/emulator/reset', {});
  }
});

$('#views').addEventListener('click', event => {
  if (event.target.dataset.view) {
    showView(event.target.dataset.view);
  }
});
document.addEventListener('fbmsg:chat', () => showView('chat'));
document.addEventListener('fbmsg:traffic-of', ({detail: uuid}) => {
  showView('traffic');
  traffic.only(uuid);
});
document.addEventListener('fbmsg:message', ({detail: uuid}) => {
  showView('chat');
  chat.reveal(uuid);
});

setInterval(tick, 1000);
tick();
connect();
