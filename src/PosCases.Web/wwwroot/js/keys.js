// Single keys for people who work in lists. They can be turned off (WCAG 2.1.4) in the help dialog.
const offKey = 'poscases-keys-off';

// How many listen: while there are any, data-keys on the html element says that keys are heard.
let listeners = 0;

function count(change) {
  listeners += change;
  document.documentElement.toggleAttribute('data-keys', listeners > 0);
}

const isTyping = target => target instanceof Element
  && target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null;

function nameOf(event) {
  const held = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  return held + (event.key.length === 1 && held ? event.key.toLowerCase() : event.key);
}

/** Calls PressedAsync(key) of the component for each of the named keys; returns an object with stop(). */
export function listen(component, keys) {
  const wanted = new Set(keys);

  const onKey = event => {
    if (event.isComposing || event.altKey || event.defaultPrevented) return;
    const key = nameOf(event);
    if (!wanted.has(key) || document.querySelector('dialog[open]')) return;

    const single = key.length === 1;
    if (isTyping(event.target) && !key.startsWith('Ctrl+')) return;
    if (single && isOff()) return;
    // So do the arrows: a choice, a scrolled picture.
    if (key.startsWith('Arrow') && event.target instanceof Element && event.target.closest('input, [role=toolbar], [data-keeps-arrows]')) return;
    // Enter and Space belong to whatever has the focus.
    if (key === 'Enter' && event.target !== document.body) return;

    event.preventDefault();
    component.invokeMethodAsync('PressedAsync', key);
  };

  document.addEventListener('keydown', onKey);
  count(1);
  return {
    stop() {
      document.removeEventListener('keydown', onKey);
      count(-1);
    },
  };
}

function isOff() {
  try { return localStorage.getItem(offKey) !== null; } catch { return false; }
}

// The switch in KeyHelp.
document.addEventListener('change', event => {
  if (!event.target.matches?.('[data-keys-switch]')) return;
  if (event.target.checked) localStorage.removeItem(offKey);
  else localStorage.setItem(offKey, '1');
});
new MutationObserver(() => {
  for (const box of document.querySelectorAll('[data-keys-switch]:not([data-set])')) {
    box.dataset.set = '';
    box.checked = !isOff();
  }
}).observe(document.body, { childList: true, subtree: true });
