import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Where `npx vite` sends `/api` while the pages are being worked on. */
const server = process.env['RENSHU_SERVER'] ?? 'http://127.0.0.1:8080'

const SUMMARY = /^ *summary: \[[^\]]*\],\n/gm

/** The routes describe themselves for the page about the API; no other page shows that, and every visitor would load it. */
const withoutSummaries: Plugin = {
  name: 'without-summaries',
  enforce: 'pre',
  apply: 'build',
  transform: (code, id) => (/\/contracts\/src\/.*\.ts$/.test(id) ? code.replaceAll(SUMMARY, '') : undefined),
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), withoutSummaries],
  server: { host: '127.0.0.1', proxy: { '/api': server } },
  build: {
    outDir: 'dist',
    // Phones of people over forty are often old.
    target: ['chrome87', 'safari14'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: 'manifest.json',
  },
})
