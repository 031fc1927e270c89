// Sends the files of an UploadBox, one request each, with progress; see UploadBox.razor for the attributes.
const components = new WeakMap();
const atOnce = 2;

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
  if (document.querySelector('.upload-item[data-state=sending]')) event.preventDefault();
});

const boxOf = event => event.target instanceof Element && event.dataTransfer?.types?.includes('Files')
  ? event.target.closest('[data-upload]') : null;

function send(box, files) {
  const queue = box.uploadQueue ??= [];
  queue.push(...files.map(file => addItem(box, file)));
  box.uploadsRunning ??= 0;
  while (box.uploadsRunning < atOnce && queue.length > 0) next(box);
}

async function next(box) {
  const job = box.uploadQueue.shift();
  if (!job) return;
  box.uploadsRunning++;
  await sendOne(box, job);
  box.uploadsRunning--;
  if (box.uploadQueue.length > 0) next(box);
  else if (box.uploadsRunning === 0) finish(box);
}

function addItem(box, file) {
  const item = document.createElement('li');
  item.className = 'upload-item';

  const name = document.createElement('span');
  name.className = 'upload-name';
  name.textContent = file.name;

  const bar = document.createElement('progress');
  bar.className = 'bar';
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute('aria-label', file.name);

  const state = document.createElement('span');
  state.className = 'upload-state';

  const retry = document.createElement('button');
  retry.type = 'button';
  retry.className = 'btn btn-sm';
  retry.textContent = box.dataset.textRetry;
  retry.hidden = true;

  item.append(name, bar, state, retry);
  box.querySelector('.upload-list').append(item);

  const job = { file, item, bar, state, retry };
  retry.addEventListener('click', () => {
    box.uploadQueue.push(job);
    if (box.uploadsRunning < atOnce) next(box);
  });
  return job;
}

function sendOne(box, job) {
  const { file, item, bar, state, retry } = job;
  const max = Number(box.dataset.uploadMax);

  return new Promise(resolve => {
    const end = (name, text, canRetry) => {
      item.dataset.state = name;
      state.textContent = text;
      retry.hidden = !canRetry;
      resolve();
    };

    if (max > 0 && file.size > max) {
      end('refused', box.dataset.textTooLarge, false);
      return;
    }

    item.dataset.state = 'sending';
    state.textContent = box.dataset.textSending;
    retry.hidden = true;

    const body = new FormData();
    for (const extra of box.querySelectorAll('[data-upload-extra]')) body.append(extra.name, extra.value);
    body.append(box.dataset.uploadField, file, file.name);

    const request = new XMLHttpRequest();
    request.open('POST', box.dataset.upload);
    request.setRequestHeader('Accept', 'application/problem+json, text/plain');
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) bar.value = Math.round(event.loaded / event.total * 100);
    });
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) {
        bar.value = 100;
        end('done', box.dataset.textDone, false);
      } else {
        end('failed', reasonOf(request) ?? box.dataset.textFailed, request.status !== 413 && request.status !== 415);
      }
    });
    request.addEventListener('error', () => end('failed', box.dataset.textOffline, true));
    request.addEventListener('timeout', () => end('failed', box.dataset.textOffline, true));
    request.send(body);
  });
}

/** The server's own sentence: problem+json's detail or title, or plain text; never markup. */
function reasonOf(request) {
  const type = request.getResponseHeader('Content-Type') ?? '';
  if (type.includes('json')) {
    try {
      const problem = JSON.parse(request.responseText);
      return problem.detail ?? problem.title ?? null;
    } catch {
      return null;
    }
  }
  return type.startsWith('text/plain') && request.responseText.length <= 400 ? request.responseText || null : null;
}

function finish(box) {
  const failed = box.querySelector('.upload-item[data-state=failed], .upload-item[data-state=refused]');
  const done = box.querySelectorAll('.upload-item[data-state=done]:not([data-told])');
  if (done.length === 0) return;
  for (const item of done) item.dataset.told = '';

  const component = components.get(box);
  if (component) {
    component.invokeMethodAsync('UploadedAsync');
    for (const item of done) item.remove();
  } else if (box.dataset.uploadRefresh && !failed) {
    // In place where Blazor can, else a plain reload; not while a failure is still to be read.
    if (globalThis.Blazor?.navigateTo) Blazor.navigateTo(location.href, { replaceHistoryEntry: true });
    else location.reload();
  }
}
