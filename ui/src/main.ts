// The page starts here: what was kept, the book, the keys; then the first screen.
import '@fontsource-variable/inter';
import './kit/tokens.css';
import './kit/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { ahead, book, jobs, kept, staff } from './api';
import { listenForKeys, registry } from './keys';
import { look } from './kit/look.svelte';
import { place } from './kit/place.svelte';

/** What the day at a glance asks, where the page begins with it. */
function askAhead(): void {
  if (!['', '#/', '#/today'].includes(location.hash)) return;
  ahead.send('book.today', { day: null });
  ahead.send('book.exceptions', {});
}

async function start(): Promise<void> {
  const target = document.getElementById('app');
  if (!target) throw new Error('the page has no #app');
  ahead.follow();
  askAhead();
  await Promise.all([kept.load(), book.follow(), staff.follow()]);
  await look.start();
  registry.remap(kept.read('keys', {}));
  place.listen();
  jobs.listen();
  listenForKeys();
  target.replaceChildren();
  mount(App, { target });
}

void start();
