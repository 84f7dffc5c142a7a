// What the parts of the page share. Foreign text is only ever set as textContent, never as HTML.

export const $ = selector => document.querySelector(selector);

/** A fresh copy of the element in a template of index.html. */
export const copyOf = id => $(`#${id}-template`).content.firstElementChild.cloneNode(true);

const hour = new Intl.DateTimeFormat(undefined, {hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'});
const day = new Intl.DateTimeFormat(undefined, {weekday: 'short', day: 'numeric', month: 'short'});

export const timeOfDay = iso => hour.format(new Date(iso));
export const dayOf = iso => day.format(new Date(iso));

export function setTime(element, iso, text) {
  element.dateTime = iso;
  element.title = iso;
  element.textContent = text;
}

/** POSTs to the emulator; throws an Error with words for the human. */
export async function post(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error('The emulator does not answer. Is it still running?');
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail || problem.title || `The emulator answered ${answer.status}.`);
  }
}

/** Keeps a list at its end while it grows, but only if the reader was there. */
export function follow(scroller, onMove = () => {}) {
  let atEnd = true;
  let frame = 0;
  const measure = () => {
    // Without a size it is not on the screen, and says nothing about the reader.
    if (scroller.clientHeight > 0) {
      atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 32;
      onMove(atEnd);
    }
  };
  const toEnd = () => {
    atEnd = true;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      scroller.scrollTop = scroller.scrollHeight;
    });
  };
  const release = () => {
    atEnd = false;
    cancelAnimationFrame(frame);
    frame = 0;
  };
  const grown = () => {
    if (atEnd) {
      toEnd();
    }
    return atEnd;
  };
  // With another size the browser scrolls by itself, which says nothing about the reader either.
  const size = () => `${scroller.clientWidth} ${scroller.clientHeight}`;
  let seen = size();
  scroller.addEventListener('scroll', () => size() === seen && measure(), {passive: true});
  new ResizeObserver(() => {
    seen = size();
    grown();
  }).observe(scroller);
  return {measure, toEnd, release, grown};
}

/** Makes one stop of the Tab key out of many buttons; the arrow keys go from one to the next. */
export function rove(list, selector) {
  let stop = null;
  const setStop = button => {
    stop?.setAttribute('tabindex', '-1');
    stop = button ?? null;
    stop?.setAttribute('tabindex', '0');
  };
  list.addEventListener('focusin', event => {
    if (event.target.matches(selector)) {
      setStop(event.target);
    }
  });
  list.addEventListener('keydown', event => {
    const step = {ArrowUp: -1, ArrowDown: 1}[event.key];
    if (step && event.target.matches(selector)) {
      event.preventDefault();
      const buttons = [...list.querySelectorAll(selector)].filter(button => button.checkVisibility());
      buttons[buttons.indexOf(event.target) + step]?.focus();
    }
  });
  return setStop;
}
