// Shows the pages of a paper: fetches them, fits, scales, turns and moves them, by buttons and by single keys.
const offKey = 'poscases-keys-off';
const smallest = 0.05;
const largest = 12;
const step = 1.25;

/** Takes over an element [data-viewer]; returns an object with stop(). */
export function attach(element) {
  // Gone from the page in the meantime.
  if (!element) return { stop() {} };
  const stage = element.querySelector('.viewer-stage');
  const note = element.querySelector('[data-view-note]');
  const pages = element.querySelector('.viewer-pages');
  const output = element.querySelector('[data-view-page]');
  const sheet = document.createElement('div');
  sheet.className = 'viewer-sheet';
  const image = new Image();
  image.alt = element.dataset.alt;
  image.draggable = false;

  const leaving = new AbortController();
  let page = 1;
  let count = 1;
  let turn = 0;
  let scale = 1;
  let mode = 'fit';
  let asked = 0;
  let address = null;

  const isTurned = () => turn % 180 !== 0;
  const wide = () => (isTurned() ? image.naturalHeight : image.naturalWidth);
  const high = () => (isTurned() ? image.naturalWidth : image.naturalHeight);

  function draw() {
    if (!image.naturalWidth || !stage.contains(sheet)) return;
    const { clientWidth, clientHeight } = stage;
    if (mode === 'fit') scale = Math.min(clientWidth / wide(), clientHeight / high());
    if (mode === 'width') scale = clientWidth / wide();
    sheet.style.width = `${wide() * scale}px`;
    sheet.style.height = `${high() * scale}px`;
    image.style.width = `${image.naturalWidth * scale}px`;
    image.style.height = `${image.naturalHeight * scale}px`;
    image.style.transform = `translate(-50%, -50%) rotate(${turn}deg)`;
    element.dataset.scale = scale.toFixed(3);
    element.dataset.turn = String(turn);
  }

  function zoom(factor) {
    const across = (stage.scrollLeft + stage.clientWidth / 2) / Math.max(1, stage.scrollWidth);
    const down = (stage.scrollTop + stage.clientHeight / 2) / Math.max(1, stage.scrollHeight);
    mode = 'free';
    scale = Math.min(largest, Math.max(smallest, scale * factor));
    draw();
    stage.scrollLeft = across * stage.scrollWidth - stage.clientWidth / 2;
    stage.scrollTop = down * stage.scrollHeight - stage.clientHeight / 2;
  }

  async function show(wanted) {
    if (wanted < 1 || wanted > count) return;
    const mine = ++asked;
    page = wanted;
    element.setAttribute('aria-busy', 'true');
    delete element.dataset.shown;
    note.textContent = element.dataset.textLoading;
    try {
      const answer = await fetch(`${element.dataset.viewer}?page=${page}`, { signal: leaving.signal, headers: { Accept: 'image/*, text/plain' } });
      const type = answer.headers.get('Content-Type') ?? '';
      if (mine !== asked) return;
      if (!answer.ok) return say(type.startsWith('text/plain') ? await answer.text() : element.dataset.textFailed);
      count = Number(answer.headers.get('X-Pages') ?? 1);
      note.textContent = answer.headers.get('X-Preview') === 'original' ? element.dataset.textOriginal : '';
      if (type.startsWith('image/')) await showImage(await answer.blob());
      else showText(await answer.text());
      pages.hidden = count < 2;
      output.textContent = element.dataset.textPage.replace('{0}', page).replace('{1}', count);
      element.dataset.shown = String(page);
    } catch (failure) {
      if (failure.name !== 'AbortError') say(element.dataset.textFailed);
    } finally {
      if (mine === asked) element.removeAttribute('aria-busy');
    }
  }

  async function showImage(blob) {
    if (address) URL.revokeObjectURL(address);
    address = URL.createObjectURL(blob);
    image.src = address;
    await image.decode();
    sheet.replaceChildren(image);
    stage.replaceChildren(sheet);
    stage.scrollTo(0, 0);
    draw();
  }

  function showText(words) {
    const text = document.createElement('pre');
    text.className = 'viewer-text';
    text.textContent = words;
    stage.replaceChildren(text);
  }

  function say(words) {
    note.textContent = '';
    const text = document.createElement('p');
    text.className = 'viewer-words';
    text.textContent = words;
    stage.replaceChildren(text);
    element.dataset.shown = 'none';
  }

  const acts = {
    in: () => zoom(step),
    out: () => zoom(1 / step),
    fit: () => { mode = 'fit'; draw(); },
    width: () => { mode = 'width'; draw(); },
    left: () => { turn = (turn + 270) % 360; draw(); },
    right: () => { turn = (turn + 90) % 360; draw(); },
    previous: () => show(page - 1),
    next: () => show(page + 1),
    stage: () => stage.focus(),
  };
  const keys = { '+': 'in', '=': 'in', '-': 'out', 0: 'fit', w: 'width', '[': 'left', ']': 'right', ',': 'previous', '.': 'next', v: 'stage' };

  const onKey = event => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented || isTyping(event.target) || isOff()) return;
    const act = acts[keys[event.key]];
    if (!act || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    act();
  };

  const onClick = event => {
    const button = event.target instanceof Element ? event.target.closest('[data-view]') : null;
    if (button) acts[button.dataset.view]?.();
  };

  let from = null;
  const onDown = event => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    from = { x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop };
    stage.setPointerCapture(event.pointerId);
  };
  const onMove = event => {
    if (!from) return;
    stage.scrollLeft = from.left - (event.clientX - from.x);
    stage.scrollTop = from.top - (event.clientY - from.y);
  };
  const onUp = () => { from = null; };
  const onWheel = event => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
  };

  const signal = { signal: leaving.signal };
  document.addEventListener('keydown', onKey, signal);
  element.addEventListener('click', onClick, signal);
  stage.addEventListener('pointerdown', onDown, signal);
  stage.addEventListener('pointermove', onMove, signal);
  stage.addEventListener('pointerup', onUp, signal);
  stage.addEventListener('pointercancel', onUp, signal);
  stage.addEventListener('wheel', onWheel, { ...signal, passive: false });
  const watcher = new ResizeObserver(draw);
  watcher.observe(stage);
  show(1);

  return {
    stop() {
      leaving.abort();
      watcher.disconnect();
      if (address) URL.revokeObjectURL(address);
    },
  };
}

// The same as in keys.js: single keys are silent while one types, and can be turned off.
const isTyping = target => target instanceof Element
  && target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null;

function isOff() {
  try { return localStorage.getItem(offKey) !== null; } catch { return false; }
}
