// How the page is built: what the first screen needs, the other screens, and each further language
// as chunks of script, one style sheet, fonts as files, nothing inline, so that the strict content
// security policy holds. In development calls go to the devhost.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// The address that devhost prints: `http://127.0.0.1:4710/?secret=…`.
const devhost = new URL(process.env.COUNTERBOOK_DEVHOST ?? 'http://127.0.0.1:4710');
const cookie = `counterbook=${devhost.searchParams.get('secret') ?? ''}`;
const target = { target: devhost.origin, headers: { cookie } };
const proxied = Object.fromEntries(['/call', '/bytes', '/events'].map((path) => [path, target]));

export default defineConfig({
  plugins: [svelte()],
  base: './',
  clearScreen: false,
  build: {
    target: ['es2022', 'safari16'],
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    // The window for the customer is a page of its own: nothing of the till is in it.
    rolldownOptions: { input: ['index.html', 'customer.html'] },
  },
  server: { host: '127.0.0.1', port: 1420, strictPort: true, proxy: proxied },
  preview: { host: '127.0.0.1', port: 1421, strictPort: true, proxy: proxied },
  // Svelte as pages get it, with effects (`vitest.client.ts`).
  ...(process.env.VITEST && { resolve: { conditions: ['browser'] } }),
  test: { include: ['src/**/*.test.ts'], environment: './vitest.client.ts' },
});
