// Keeps what is typed in form[data-autosave="/url"]: on the server a moment after the last key, and on this
// device while the server cannot be reached. [data-autosave-status] says which, with texts from its attributes.
const wait = 1200;
const firstRetry = 2000;
const lastRetry = 60000;
const prefix = 'poscases-draft:';
const submitted = 'poscases-submitted';
const states = new WeakMap();

function stateOf(form) {
  let state = states.get(form);
  if (!state) states.set(form, state = { timer: 0, retry: firstRetry, dirty: false, saving: false });
  return state;
}

document.addEventListener('input', event => touched(event.target));
document.addEventListener('change', event => touched(event.target));

function touched(target) {
  const form = target.form ?? target.closest?.('form');
  if (!form?.dataset.autosave || target.type === 'file') return;
  const state = stateOf(form);
  state.dirty = true;
  state.retry = firstRetry;
  schedule(form, wait);
}

function schedule(form, delay) {
  const state = stateOf(form);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => save(form), delay);
}

async function save(form) {
  const state = stateOf(form);
  if (!form.isConnected || !state.dirty) return;
  if (state.saving) {
    schedule(form, wait);
    return;
  }

  state.saving = true;
  state.dirty = false;
  say(form, 'saving');
  try {
    const response = await fetch(form.dataset.autosave, {
      method: 'POST', body: bodyOf(form), credentials: 'same-origin', redirect: 'manual',
      headers: { 'X-Requested-With': 'autosave' },
    });
    if (response.ok) {
      state.retry = firstRetry;
      forget(form);
      say(form, 'saved');
    } else if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) {
      keep(form);
      say(form, 'signedOut');
    } else if (response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429) {
      // Trying again would not help: what is typed stays here and is checked when the form is sent.
      keep(form);
      say(form, 'refused');
    } else {
      later(form);
    }
  } catch {
    later(form);
  } finally {
    state.saving = false;
    if (state.dirty) schedule(form, state.retry > firstRetry ? state.retry : wait);
  }
}

function later(form) {
  const state = stateOf(form);
  state.dirty = true;
  keep(form);
  say(form, 'offline');
  state.retry = Math.min(state.retry * 2, lastRetry);
  schedule(form, state.retry);
}

/** Everything but files: a draft is small. */
function bodyOf(form) {
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
  return body;
}

function say(form, state) {
  const status = form.querySelector('[data-autosave-status]')
    ?? document.querySelector(`[data-autosave-status][data-for="${form.id}"]`);
  if (!status) return;
  status.textContent = status.dataset[`text${state[0].toUpperCase()}${state.slice(1)}`] ?? '';
  status.dataset.state = state;
}

// The copy on this device: only while the server lacks it, never secrets nor tokens, gone at sign-out.
const keyOf = form => prefix + form.dataset.autosave;

const isKept = element => element.name && !element.name.startsWith('__') && !element.name.startsWith('_handler')
  && !['file', 'password', 'hidden', 'submit', 'button'].includes(element.type) && element.dataset.noStore === undefined;

function keep(form) {
  const values = {};
  for (const element of form.elements) {
    if (!isKept(element)) continue;
    const list = values[element.name] ??= [];
    if ((element.type !== 'checkbox' && element.type !== 'radio') || element.checked) list.push(element.value);
  }
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(values));
  } catch {
    // Full or forbidden storage: the text is still on the screen.
  }
}

function forget(form) {
  try { localStorage.removeItem(keyOf(form)); } catch { /* nothing was kept */ }
}

function restore(form) {
  let values;
  try {
    values = JSON.parse(localStorage.getItem(keyOf(form)) ?? 'null');
  } catch {
    return;
  }
  if (!values) return;

  const used = {};
  for (const element of form.elements) {
    const list = isKept(element) ? values[element.name] : undefined;
    if (!list) continue;
    if (element.type === 'checkbox' || element.type === 'radio') {
      element.checked = list.includes(element.value);
    } else {
      const index = used[element.name] ??= 0;
      if (index < list.length) element.value = list[index];
      used[element.name]++;
    }
  }
  say(form, 'restored');
  stateOf(form).dirty = true;
  schedule(form, wait);
}

function forms() {
  return document.querySelectorAll('form[data-autosave]');
}

addEventListener('online', () => {
  for (const form of forms()) {
    if (!stateOf(form).dirty) continue;
    stateOf(form).retry = firstRetry;
    schedule(form, 0);
  }
});

// Going away, or to the background of a phone that may never come back. Who does come back saves once more.
function flush() {
  for (const form of forms()) {
    if (!stateOf(form).dirty) continue;
    clearTimeout(stateOf(form).timer);
    const sent = navigator.onLine && navigator.sendBeacon?.(form.dataset.autosave, bodyOf(form));
    if (!sent) keep(form);
  }
}
addEventListener('pagehide', flush);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') flush();
  else for (const form of forms()) if (stateOf(form).dirty) schedule(form, wait);
});

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.matches('form[data-sign-out]')) {
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
    } catch {
      // No storage, nothing kept.
    }
  }
  if (!form.dataset.autosave) return;
  // The form itself carries the newest text; the copy on this device stays until an answer has come.
  const state = stateOf(form);
  clearTimeout(state.timer);
  if (state.dirty) {
    keep(form);
    try { sessionStorage.setItem(submitted, keyOf(form)); } catch { /* only costs a second save */ }
  }
  state.dirty = false;
});

function forgetSubmitted() {
  try {
    const key = sessionStorage.getItem(submitted);
    if (key && performance.getEntriesByType('navigation')[0]?.type !== 'back_forward') localStorage.removeItem(key);
    sessionStorage.removeItem(submitted);
  } catch {
    // No storage, nothing kept.
  }
}

function pageShown() {
  forgetSubmitted();
  for (const form of forms()) {
    if (states.has(form)) continue;
    stateOf(form);
    restore(form);
  }
}

pageShown();
globalThis.Blazor?.addEventListener?.('enhancedload', pageShown);
