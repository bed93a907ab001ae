import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `npx vite` sends `/api` while the pages are being worked on. */
const server = process.env['RENSHU_SERVER'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
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
