// Sends one file whole, as multipart/form-data, where the server reads it while it arrives. Knows nothing of the page; speaks like Upload.
import { reasonOf } from './resume.js';

const patience = 180_000; // ms without an answer though every byte has left

export class WholeUpload {
  #url; #fields; #file; #tell; #request = null; #isOver = false;

  /** tell(state, sentBytes) with state: sending, checking. */
  constructor(url, fields, file, tell) {
    [this.#url, this.#fields, this.#file, this.#tell] = [url, fields, file, tell];
  }

  cancel() {
    this.#isOver = true;
    this.#request?.abort();
  }

  /** Ends as { state: 'done' | 'refused' | 'failed' | 'cancelled', text, canRetry }; may be called again after 'failed'. */
  run() {
    return new Promise(resolve => {
      const request = this.#request = new XMLHttpRequest();
      const body = new FormData();
      // Before the file: the server checks them without reading it.
      for (const [name, value] of this.#fields) body.append(name, value);
      body.append('file', this.#file, this.#file.name);

      const cut = () => resolve(this.#isOver ? { state: 'cancelled' } : { state: 'failed', canRetry: true });
      request.open('POST', this.#url);
      request.setRequestHeader('Accept', 'application/problem+json, application/json');
      request.upload.addEventListener('progress', event => {
        const sent = Math.min(event.loaded, this.#file.size);
        this.#tell(sent < this.#file.size ? 'sending' : 'checking', sent);
      });
      request.upload.addEventListener('load', () => setTimeout(() => request.abort(), patience));
      request.addEventListener('load', () => {
        if (request.status < 300) resolve({ state: 'done' });
        else if (request.status === 429 || request.status >= 500) resolve({ state: 'failed', text: reasonOf(request), canRetry: true });
        else resolve({ state: 'refused', text: reasonOf(request), canRetry: false });
      });
      for (const end of ['error', 'abort']) request.addEventListener(end, cut);
      request.send(body);
    });
  }
}
