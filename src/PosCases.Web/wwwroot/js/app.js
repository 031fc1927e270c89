// What every page needs. Only delegation from the document, so that enhanced navigation and circuits may
// replace any part of the page.
const root = document.documentElement;

/** The circuit is up: called by CircuitMarker at its first render. */
export function markInteractive() {
  root.dataset.interactive = '';
}

document.addEventListener('click', event => {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return;

  const skip = target.closest('.skip-link');
  if (skip) {
    event.preventDefault();
    focus(document.getElementById('main'));
  }

  const toField = target.closest('[data-focus]');
  if (toField) {
    const field = document.getElementById(toField.dataset.focus);
    if (field) {
      event.preventDefault();
      focus(field.matches('fieldset') ? field.querySelector('input') ?? field : field);
    }
  }

  const term = target.closest('[data-term]');
  if (term) toggleTerm(term);

  const copying = target.closest('[data-copy]');
  if (copying) copy(copying, document.getElementById(copying.dataset.copy));

  if (target.closest('[data-reconnect]')) reconnect();
  if (target.closest('[data-reload]')) location.reload();
  if (target.closest('[data-print]')) print();

  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(target) || target.closest('details.menu a, details.menu button')) menu.open = false;
  }
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  const menu = document.querySelector('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

// Where the clipboard may not be written, the text stands selected for the reader's own keys.
async function copy(button, field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.querySelector('[aria-live]').textContent = button.dataset.copied;
  } catch {
    field.focus();
  }
}

// Ctrl+K leads to the search from everywhere: to its box, or to its page where there is no room for the box.
document.addEventListener('keydown', event => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
  const box = document.querySelector('[data-search]');
  if (!box || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  if (box.checkVisibility()) box.select();
  else location.assign('/search');
});

// A small picture that cannot be shown leaves no broken frame: its name stands beside it.
document.addEventListener('error', event => {
  if (event.target instanceof HTMLImageElement && event.target.matches('[data-thumb]')) event.target.remove();
}, true);

// A form marked data-once is sent once: a second tap on a slow network does nothing.
document.addEventListener('submit', event => {
  const form = event.target;
  if (!form.matches('form[data-once]')) return;
  if (form.dataset.sending !== undefined) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = '';
  form.setAttribute('aria-busy', 'true');
}, true);

// The page came back from the back/forward cache: the forms may be sent again.
addEventListener('pageshow', event => {
  if (event.persisted) release();
});

function release() {
  for (const form of document.querySelectorAll('form[data-sending]')) {
    delete form.dataset.sending;
    form.removeAttribute('aria-busy');
  }
}

function toggleTerm(button) {
  const text = document.getElementById(button.getAttribute('aria-controls'));
  const open = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', String(open));
  text.hidden = !open;
}

async function reconnect() {
  try {
    if (await globalThis.Blazor?.reconnect?.()) return;
  } catch {
    // Not reachable yet: the reload below says so in the browser's own words.
  }
  location.reload();
}

function focus(element) {
  if (!element) return;
  if (!element.matches('a, button, input, select, textarea, [tabindex]')) element.tabIndex = -1;
  element.focus();
  element.scrollIntoView({ block: 'center' });
}

function pageShown() {
  release();
  const errors = document.querySelector('[data-form-errors]');
  if (errors) focus(errors);
  root.dataset.ready = '';
}

pageShown();
globalThis.Blazor?.addEventListener?.('enhancedload', pageShown);
