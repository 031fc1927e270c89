// Sends the files of an UploadBox, in parts or whole, two at once over the whole page; see UploadBox.razor for the attributes.
import { Upload } from './resume.js';
import { WholeUpload } from './whole.js';

const components = new WeakMap();
const atOnce = 2;
const queue = [];
const touched = new Set();
let running = 0;

/** An interactive UploadBox wants to know when all of its files have arrived. */
export function attach(box, component) {
  components.set(box, component);
}

document.addEventListener('change', event => {
  const input = event.target;
  const box = input.closest?.('[data-upload]');
  if (!box || input.type !== 'file') return;
  send(box, [...input.files]);
  input.value = '';
});

document.addEventListener('dragover', event => {
  const box = boxOf(event);
  if (!box) return;
  event.preventDefault();
  box.classList.add('upload-over');
});
document.addEventListener('dragleave', event => boxOf(event)?.classList.remove('upload-over'));
document.addEventListener('drop', event => {
  const box = boxOf(event);
  if (!box) return;
  event.preventDefault();
  box.classList.remove('upload-over');
  send(box, [...event.dataTransfer.files]);
});

// Leaving while a file is on its way would lose it.
addEventListener('beforeunload', event => {
  if (running > 0 || queue.length > 0) event.preventDefault();
});

const boxOf = event => event.target instanceof Element && event.dataTransfer?.types?.includes('Files')
  ? event.target.closest('[data-upload]') : null;

function send(box, files) {
  for (const file of files) enqueue(addItem(box, file));
}

function enqueue(job) {
  touched.add(job.box);
  queue.push(job);
  show(job, 'waiting', job.box.dataset.textWaiting);
  next();
}

async function next() {
  if (running >= atOnce) return;
  const job = queue.shift();
  if (!job) {
    if (running === 0) finish();
    return;
  }
  running++;
  next();
  await sendOne(job);
  running--;
  next();
}

async function sendOne(job) {
  const { box, file, bar } = job;
  const { dataset } = box;
  const max = Number(dataset.uploadMax);
  if (max > 0 && file.size > max) {
    show(job, 'refused', dataset.textTooLarge, { actions: ['remove'], say: true });
    return;
  }

  const fields = [...box.querySelectorAll('[data-upload-extra]')].map(extra => [extra.name, extra.value]);
  const inParts = !('uploadWhole' in dataset);
  job.upload ??= new (inParts ? Upload : WholeUpload)(dataset.upload, fields, file, (state, sent) => {
    bar.value = file.size > 0 ? Math.floor(sent / file.size * 100) : 0;
    const told = { sending: null, checking: dataset.textChecking, interrupted: dataset.textInterrupted, offline: dataset.textOffline, paused: dataset.textPaused };
    show(job, state, told[state] ?? `${megabytes(sent)} / ${megabytes(file.size)} MB`, {
      actions: state === 'paused' ? ['resume', 'cancel'] : state === 'checking' ? [] : inParts ? ['pause', 'cancel'] : ['cancel'],
      say: state !== 'sending' && state !== 'checking',
    });
    quarter(job);
  });
  show(job, 'sending', dataset.textSending, { actions: inParts ? ['pause', 'cancel'] : ['cancel'], say: true });

  const end = await job.upload.run();
  if (end.state === 'done') bar.value = 100;
  if (end.state === 'cancelled') {
    remove(job);
    say(box, `${file.name}: ${dataset.textCancelled}`);
    return;
  }
  const text = { done: dataset.textDone, failed: end.text || dataset.textFailed, refused: end.text || dataset.textFailed };
  show(job, end.state, text[end.state], { actions: end.state === 'done' ? [] : end.canRetry ? ['retry', 'remove'] : ['remove'], say: true });
}

const megabytes = bytes => (bytes / (1024 * 1024)).toFixed(1);

function addItem(box, file) {
  const element = (tag, className) => Object.assign(document.createElement(tag), { className });
  const item = element('li', 'upload-item');
  const name = element('span', 'upload-name');
  name.textContent = file.name;
  const bar = element('progress', 'bar');
  [bar.max, bar.value] = [100, 0];
  bar.setAttribute('aria-label', file.name);
  const state = element('span', 'upload-state');
  const does = element('span', 'upload-does');
  const job = { box, file, item, bar, state, buttons: {}, quarter: 0 };
  const acts = {
    pause: () => job.upload.pause(),
    resume: () => job.upload.resume(),
    retry: () => enqueue(job),
    cancel: () => cancel(job),
    remove: () => cancel(job),
  };
  for (const [act, run] of Object.entries(acts)) {
    const button = element('button', 'btn btn-sm');
    button.type = 'button';
    button.textContent = box.dataset[`text${act[0].toUpperCase()}${act.slice(1)}`];
    button.setAttribute('aria-label', `${button.textContent} ${file.name}`);
    button.hidden = true;
    button.addEventListener('click', run);
    job.buttons[act] = button;
    does.append(button);
  }
  item.append(name, bar, state, does);
  box.querySelector('.upload-list').append(item);
  return job;
}

function cancel(job) {
  const waiting = queue.indexOf(job);
  if (waiting < 0 && job.item.dataset.state !== 'failed' && job.item.dataset.state !== 'refused') {
    job.upload.cancel();
    return;
  }
  if (waiting >= 0) queue.splice(waiting, 1);
  job.upload?.cancel();
  remove(job);
  next();
}

function remove(job) {
  const focused = job.item.contains(document.activeElement);
  job.item.remove();
  if (focused) job.box.querySelector('input[type=file]')?.focus({ preventScroll: true });
}

/** Shows how a file stands. */
function show(job, state, text, { actions = ['cancel'], say: aloud = false } = {}) {
  const changed = job.item.dataset.state !== state;
  job.item.dataset.state = state;
  if (job.state.textContent !== text) job.state.textContent = text;
  const focused = Object.values(job.buttons).includes(document.activeElement);
  for (const [act, button] of Object.entries(job.buttons)) button.hidden = !actions.includes(act);
  if (focused && !Object.values(job.buttons).some(button => !button.hidden && button === document.activeElement)) keepFocus(job);
  if (aloud && changed) say(job.box, `${job.file.name}: ${text}`);
}

// The button under the finger may go; the keyboard must not be thrown to the top of the page.
function keepFocus(job) {
  const other = Object.values(job.buttons).find(button => !button.hidden);
  (other ?? job.box.querySelector('input[type=file]'))?.focus({ preventScroll: true });
}

// Aloud at each quarter, not at each percent.
function quarter(job) {
  const now = Math.floor(job.bar.value / 25);
  if (now > job.quarter && now < 4) say(job.box, `${job.file.name}: ${now * 25}%`);
  job.quarter = now;
}

function say(box, text) {
  const status = box.querySelector('[data-upload-say]');
  if (status) status.textContent = text;
}

// All files of the page have come to an end.
function finish() {
  const boxes = [...touched].filter(box => box.isConnected);
  touched.clear();
  let refresh = false;
  for (const box of boxes) {
    const done = box.querySelectorAll('.upload-item[data-state=done]:not([data-told])');
    if (done.length === 0) continue;
    for (const item of done) item.dataset.told = '';
    const component = components.get(box);
    if (component) {
      component.invokeMethodAsync('UploadedAsync');
      for (const item of done) item.remove();
    } else if (box.dataset.uploadRefresh) {
      refresh = true;
    }
  }

  // In place where Blazor can, else a plain reload; not while a failure is still to be read.
  if (!refresh || document.querySelector('.upload-item[data-state=failed], .upload-item[data-state=refused]')) return;
  if (globalThis.Blazor?.navigateTo) Blazor.navigateTo(location.href, { replaceHistoryEntry: true });
  else location.reload();
}
