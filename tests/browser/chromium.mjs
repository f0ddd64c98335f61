// Headless Chromium over --remote-debugging-pipe: one JSON message after another on
// descriptors 3 (to the browser) and 4 (from it), each ended by a zero byte.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';

export const CHROMIUM = '/usr/bin/chromium';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--hide-scrollbars', '--remote-debugging-pipe'];

// The browser is closed however the task ends.
export async function withBrowser(task) {
  const browser = new Browser();
  try {
    return await task(await browser.newPage());
  } finally {
    await browser.close();
  }
}

class Browser {
  constructor() {
    this.profile = fs.mkdtempSync(path.join(os.tmpdir(), 'book-browser-'));
    this.process = spawn(CHROMIUM, [...FLAGS, `--user-data-dir=${this.profile}`],
                         { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.ended = new Promise(resolve => this.process.once('exit', resolve));
    this.ended.then(() => this.rejectAll(new Error('Chromium ended')));
    this.waiting = new Map();
    this.listeners = new Set();
    this.lastId = 0;
    this.listen(this.process.stdio[4]);
  }

  listen(pipe) {
    let rest = '';
    pipe.setEncoding('utf8');
    pipe.on('data', chunk => {
      const messages = (rest + chunk).split('\0');
      rest = messages.pop();
      for (const message of messages) this.receive(JSON.parse(message));
    });
  }

  receive(message) {
    if (!message.id) {
      for (const listener of this.listeners) listener(message);
      return;
    }
    const { resolve, reject } = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error) reject(new Error(message.error.message));
    else resolve(message.result);
  }

  rejectAll(error) {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    });
  }

  async newPage() {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(this, sessionId);
    for (const domain of ['Page', 'Runtime', 'Log']) await page.send(`${domain}.enable`);
    return page;
  }

  async close() {
    await this.send('Browser.close').catch(() => {});
    await this.ended;
    fs.rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

class Page {
  constructor(browser, sessionId) {
    this.browser = browser;
    this.sessionId = sessionId;
    this.complaints = [];
    browser.listeners.add(message => this.note(message));
  }

  send(method, params) { return this.browser.send(method, params, this.sessionId); }

  note({ sessionId, method, params }) {
    if (sessionId !== this.sessionId) return;
    if (method === 'Runtime.exceptionThrown') this.complaints.push(params.exceptionDetails.exception?.description);
    if (method === 'Log.entryAdded' && params.entry.level === 'error') this.complaints.push(params.entry.text);
    if (method === 'Runtime.consoleAPICalled' && params.type === 'error') this.complaints.push(params.args[0]?.value);
  }

  event(name) {
    return new Promise(resolve => {
      const listener = ({ sessionId, method }) => {
        if (sessionId !== this.sessionId || method !== name) return;
        this.browser.listeners.delete(listener);
        resolve();
      };
      this.browser.listeners.add(listener);
    });
  }

  async show(url, { width, height, theme }) {
    await this.send('Emulation.setDeviceMetricsOverride',
                    { width, height, deviceScaleFactor: 1, mobile: width < 600 });
    await this.send('Emulation.setEmulatedMedia',
                    { features: [{ name: 'prefers-color-scheme', value: theme }] });
    const loaded = this.event('Page.loadEventFired');
    await this.send('Page.navigate', { url });
    await loaded;
    await this.evaluate(() => document.fonts.ready.then(() => true));
  }

  // Runs a function of ours in the page; its arguments and its result are plain data.
  async evaluate(task, ...args) {
    const expression = `(${task})(...${JSON.stringify(args)})`;
    const { result, exceptionDetails } = await this.send('Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async key(key) {
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
  }

  type(text) { return this.send('Input.insertText', { text }); }

  async screenshot(file, wholePage = true) {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: wholePage });
    fs.writeFileSync(file, Buffer.from(data, 'base64'));
  }
}
