// Boxes on the pages of a paper: drawn with mouse or finger, or added and moved by keys. They are parts of the page's width and height.
const least = 0.008;
const nudge = 0.01;

/** Takes over an element [data-redact]; tells the component of every change; returns an object with act() and stop(). */
export function attach(element, component, label) {
  if (!element) return { act() {}, stop() {} };
  const stage = element.querySelector('.redact-stage');
  const note = element.querySelector('[data-redact-note]');
  const pages = element.querySelector('.viewer-pages');
  const output = element.querySelector('[data-redact-page]');
  const sheet = document.createElement('div');
  sheet.className = 'redact-sheet';
  const image = new Image();
  image.alt = element.dataset.alt;
  image.draggable = false;

  const leaving = new AbortController();
  let boxes = [];
  let used = label;
  let number = 0;
  let page = 1;
  let count = 1;
  let asked = 0;
  let address = null;
  let drag = null;

  const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
  const tell = () => component.invokeMethodAsync('ChangedAsync', boxes).catch(() => {});
  const find = id => boxes.find(box => box.id === id);
  const elementOf = id => sheet.querySelector(`[data-box="${id}"]`);

  function place(box) {
    const shown = elementOf(box.id);
    if (!shown) return;
    Object.assign(shown.style, { left: `${box.x * 100}%`, top: `${box.y * 100}%`, width: `${box.width * 100}%`, height: `${box.height * 100}%` });
  }

  function draw() {
    for (const old of sheet.querySelectorAll('.redact-box')) old.remove();
    for (const [index, box] of boxes.entries()) {
      if (box.page !== page) continue;
      const shown = document.createElement('div');
      shown.className = 'redact-box';
      shown.dataset.box = box.id;
      shown.tabIndex = 0;
      shown.setAttribute('role', 'group');
      shown.setAttribute('aria-label', element.dataset.textBox.replace('{0}', index + 1));
      const corner = document.createElement('span');
      corner.className = 'redact-corner';
      shown.append(corner);
      sheet.append(shown);
      place(box);
    }
  }

  async function show(wanted) {
    if (wanted < 1 || wanted > count) return;
    const mine = ++asked;
    page = wanted;
    element.setAttribute('aria-busy', 'true');
    delete element.dataset.shown;
    note.textContent = element.dataset.textLoading;
    try {
      const answer = await fetch(`${element.dataset.redact}?page=${page}`, { signal: leaving.signal });
      const type = answer.headers.get('Content-Type') ?? '';
      if (mine !== asked) return;
      if (!answer.ok || !type.startsWith('image/')) {
        note.textContent = type.startsWith('text/plain') && !answer.ok ? await answer.text() : element.dataset.textFailed;
        return;
      }
      count = Number(answer.headers.get('X-Pages') ?? 1);
      if (address) URL.revokeObjectURL(address);
      address = URL.createObjectURL(await answer.blob());
      image.src = address;
      await image.decode();
      if (!sheet.isConnected) {
        sheet.append(image);
        stage.replaceChildren(sheet);
      }
      stage.scrollTo(0, 0);
      draw();
      note.textContent = '';
      pages.hidden = count < 2;
      output.textContent = element.dataset.textPage.replace('{0}', page).replace('{1}', count);
      element.dataset.shown = String(page);
    } catch (failure) {
      if (failure.name !== 'AbortError') note.textContent = element.dataset.textFailed;
    } finally {
      if (mine === asked) element.removeAttribute('aria-busy');
    }
  }

  function make(x, y, width, height) {
    const box = { id: ++number, page, x, y, width, height, label: used };
    boxes.push(box);
    draw();
    return box;
  }

  function remove(id) {
    boxes = boxes.filter(box => box.id !== id);
    draw();
    tell();
  }

  async function focusOn(id) {
    const box = find(id);
    if (!box) return;
    if (box.page !== page) await show(box.page);
    elementOf(id)?.focus();
  }

  function move(box, x, y, width, height) {
    box.width = clamp(width, least, 1);
    box.height = clamp(height, least, 1);
    box.x = clamp(x, 0, 1 - box.width);
    box.y = clamp(y, 0, 1 - box.height);
    place(box);
  }

  const at = event => {
    const frame = sheet.getBoundingClientRect();
    return { x: clamp((event.clientX - frame.left) / frame.width, 0, 1), y: clamp((event.clientY - frame.top) / frame.height, 0, 1) };
  };

  const onDown = event => {
    if (event.button !== 0 || !sheet.contains(event.target)) return;
    event.preventDefault();
    const start = at(event);
    const shown = event.target.closest('.redact-box');
    const box = shown ? find(Number(shown.dataset.box)) : make(start.x, start.y, 0, 0);
    drag = { box, start, from: { ...box }, kind: !shown ? 'new' : event.target.closest('.redact-corner') ? 'size' : 'move' };
    shown?.focus();
    sheet.setPointerCapture(event.pointerId);
  };

  const onMove = event => {
    if (!drag) return;
    const { box, start, from, kind } = drag;
    const now = at(event);
    if (kind === 'new') {
      Object.assign(box, { x: Math.min(start.x, now.x), y: Math.min(start.y, now.y), width: Math.abs(now.x - start.x), height: Math.abs(now.y - start.y) });
      place(box);
    } else if (kind === 'size') move(box, from.x, from.y, Math.min(from.width + now.x - start.x, 1 - from.x), Math.min(from.height + now.y - start.y, 1 - from.y));
    else move(box, from.x + now.x - start.x, from.y + now.y - start.y, from.width, from.height);
  };

  const onUp = () => {
    if (!drag) return;
    const { box, kind } = drag;
    drag = null;
    // A mere tap draws nothing.
    if (kind === 'new' && (box.width < least || box.height < least)) boxes = boxes.filter(other => other !== box);
    draw();
    if (find(box.id)) elementOf(box.id)?.focus();
    tell();
  };

  const onKey = event => {
    const shown = event.target.closest?.('.redact-box');
    const box = shown && find(Number(shown.dataset.box));
    if (!box || event.altKey || event.ctrlKey || event.metaKey) return;
    const by = { ArrowLeft: [-nudge, 0], ArrowRight: [nudge, 0], ArrowUp: [0, -nudge], ArrowDown: [0, nudge] }[event.key];
    if (by && event.shiftKey) move(box, box.x, box.y, Math.min(box.width + by[0], 1 - box.x), Math.min(box.height + by[1], 1 - box.y));
    else if (by) move(box, box.x + by[0], box.y + by[1], box.width, box.height);
    else if (event.key === 'Delete' || event.key === 'Backspace') return event.preventDefault(), remove(box.id), element.querySelector('[data-redact-act=add]').focus();
    else return;
    event.preventDefault();
    tell();
  };

  const acts = {
    add: () => {
      if (!sheet.isConnected) return;
      const box = make(0.3, 0.45, 0.4, 0.05);
      elementOf(box.id).focus();
      tell();
    },
    previous: () => show(page - 1),
    next: () => show(page + 1),
    use: (id, value) => { used = value; },
    label: (id, value) => { const box = find(id); if (box) { box.label = value; tell(); } },
    remove: id => remove(id),
    focus: id => focusOn(id),
  };

  const onClick = event => {
    const button = event.target instanceof Element ? event.target.closest('[data-redact-act]') : null;
    if (button) acts[button.dataset.redactAct]?.();
  };

  const signal = { signal: leaving.signal };
  element.addEventListener('click', onClick, signal);
  element.addEventListener('keydown', onKey, signal);
  stage.addEventListener('pointerdown', onDown, signal);
  stage.addEventListener('pointermove', onMove, signal);
  stage.addEventListener('pointerup', onUp, signal);
  stage.addEventListener('pointercancel', onUp, signal);
  show(1);

  return {
    act(name, id, value) { acts[name]?.(id, value); },
    stop() {
      leaving.abort();
      if (address) URL.revokeObjectURL(address);
    },
  };
}
