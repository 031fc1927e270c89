// Sends one file in parts (UploadEndpoints.cs) and goes on where the line was cut. Knows nothing of the page.
const smallest = 128 * 1024;
const largest = 4 * 1024 * 1024;
const secondsPerPart = 3;
const silence = 30_000; // ms without any progress: the line is dead though nobody said so
const settling = 180_000; // ms that the server may look at a file whose bytes are all there
const patience = 25; // tries in a row without a byte of progress
const restarts = 5;

/** What the server said no to; sending the same again would change nothing unless canRetry. */
class Refused extends Error {
  constructor(text, canRetry) {
    super(text ?? '');
    this.canRetry = canRetry;
  }
}

export class Upload {
  #url; #fields; #file; #tell;
  #at = null; #offset = 0; #isSure = true; #part = 512 * 1024;
  #isPaused = false; #isOver = false; #request = null; #wake = () => {};

  /** tell(state, sentBytes) with state: sending, checking, interrupted, offline, paused. */
  constructor(url, fields, file, tell) {
    [this.#url, this.#fields, this.#file, this.#tell] = [url, fields, file, tell];
  }

  pause() {
    this.#isPaused = true;
    this.#request?.abort();
    this.#wake();
  }

  resume() {
    this.#isPaused = false;
    this.#wake();
  }

  cancel() {
    this.#isOver = true;
    this.#request?.abort();
    this.#wake();
  }

  /** Ends as { state: 'done' | 'refused' | 'failed' | 'cancelled', text, canRetry }; may be called again after 'failed'. */
  async run() {
    let [tries, begun, seen] = [0, 0, 0];
    for (;;) {
      if (!await this.#ready()) {
        this.#giveUp();
        return { state: 'cancelled' };
      }
      try {
        if (!this.#at && begun++ >= restarts) return { state: 'failed', canRetry: true };
        if (!this.#at) await this.#begin();
        else if (!this.#isSure) await this.#ask();
        if (this.#at && await this.#send()) return { state: 'done' };
      } catch (error) {
        if (error instanceof Refused) {
          this.#at = null;
          return { state: error.canRetry ? 'failed' : 'refused', text: error.message, canRetry: error.canRetry };
        }
        this.#isSure = false;
        if (this.#isPaused || this.#isOver) continue;
        this.#part = Math.max(smallest, this.#part / 2);
        if (++tries > patience) return { state: 'failed', canRetry: true };
        this.#tell('interrupted', this.#offset);
        await this.#wait(Math.min(15_000, 500 * 2 ** Math.min(tries, 6)) * (0.75 + Math.random() / 2));
      }
      if (this.#offset > seen) [tries, seen] = [0, this.#offset];
    }
  }

  // Waits while paused and while the device says that it is offline; false once given up.
  async #ready() {
    while (!this.#isOver && (this.#isPaused || navigator.onLine === false)) {
      this.#tell(this.#isPaused ? 'paused' : 'offline', this.#offset);
      await this.#wait(this.#isPaused ? 2 ** 30 : 5_000);
      // Some devices never say that they are back; the next request tells.
      if (!this.#isPaused && navigator.onLine === false) break;
    }
    return !this.#isOver;
  }

  #wait(time) {
    return new Promise(resolve => {
      const done = () => {
        clearTimeout(timer);
        removeEventListener('online', done);
        this.#wake = () => {};
        resolve();
      };
      const timer = setTimeout(done, time);
      addEventListener('online', done);
      this.#wake = done;
    });
  }

  async #begin() {
    const body = new URLSearchParams(this.#fields);
    body.set('name', this.#file.name);
    body.set('size', this.#file.size);
    const answer = await this.#call('POST', this.#url, {}, body);
    if (answer.status !== 201) throw refusalOf(answer);
    [this.#at, this.#offset, this.#isSure] = [answer.header('Location'), 0, true];
  }

  async #ask() {
    const answer = await this.#call('HEAD', this.#at, {});
    if (answer.status === 404) this.#at = null;
    else if (answer.status >= 300) throw new Error();
    else this.#heard(answer);
  }

  /** Sends the next part; true when the file has been taken. */
  async #send() {
    const from = this.#offset;
    const part = this.#file.slice(from, from + this.#part);
    const started = performance.now();
    this.#tell('sending', from);
    const answer = await this.#call(
      'PATCH', this.#at, { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': from }, part,
      sent => this.#tell(from + sent < this.#file.size ? 'sending' : 'checking', from + sent));
    if (answer.header('Upload-Settled')) {
      if (answer.status < 300) return true;
      throw new Refused(answer.reason(), answer.status !== 413 && answer.status !== 415 && answer.status !== 422);
    }
    if (answer.status === 404) {
      this.#at = null;
      return false;
    }
    if (answer.status === 401 || answer.status === 403 || answer.status === 400 || answer.status === 413) throw refusalOf(answer);
    if (answer.status !== 204 && answer.status !== 409) throw new Error();
    this.#heard(answer);
    if (answer.status === 204) this.#adapt((performance.now() - started) / 1000);
    return false;
  }

  #heard(answer) {
    [this.#offset, this.#isSure] = [Number(answer.header('Upload-Offset')), true];
  }

  #adapt(seconds) {
    const fitting = this.#part * secondsPerPart / Math.max(0.05, seconds);
    this.#part = Math.round(Math.min(largest, Math.max(smallest, Math.min(fitting, this.#part * 2))));
  }

  #giveUp() {
    if (this.#at) fetch(this.#at, { method: 'DELETE', keepalive: true }).catch(() => {});
    this.#at = null;
  }

  #call(method, url, headers, body, progress) {
    return new Promise((resolve, reject) => {
      const request = this.#request = new XMLHttpRequest();
      let timer;
      const watch = time => {
        clearTimeout(timer);
        timer = setTimeout(() => request.abort(), time);
      };
      const end = way => () => {
        clearTimeout(timer);
        this.#request = null;
        way();
      };
      request.open(method, url);
      request.setRequestHeader('Accept', 'application/problem+json, application/json');
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      if (progress) {
        request.upload.addEventListener('progress', event => {
          watch(silence);
          progress(event.loaded);
        });
        request.upload.addEventListener('load', () => watch(settling));
      }
      request.addEventListener('load', end(() => resolve({
        status: request.status,
        header: name => request.getResponseHeader(name),
        reason: () => reasonOf(request),
      })));
      for (const cut of ['error', 'abort', 'timeout']) request.addEventListener(cut, end(() => reject(new Error(cut))));
      watch(silence);
      request.send(body);
    });
  }
}

// Busy or broken servers are asked again by themselves; what was refused is said.
function refusalOf(answer) {
  return answer.status === 429 || answer.status >= 500
    ? new Error()
    : new Refused(answer.reason(), answer.status !== 413 && answer.status !== 415);
}

/** The server's own sentence: problem+json's detail or title; never markup. */
export function reasonOf(request) {
  if (!(request.getResponseHeader('Content-Type') ?? '').includes('json')) return null;
  try {
    const problem = JSON.parse(request.responseText);
    return problem.detail ?? problem.title ?? null;
  } catch {
    return null;
  }
}
