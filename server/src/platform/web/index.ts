export { buildPages } from './build-pages.ts'
export { servePages } from './serve-pages.ts'
