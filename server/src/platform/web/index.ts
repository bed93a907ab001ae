export { buildPages } from './build-pages.ts'
export type { DescribedPage } from './head.ts'
export { servePages } from './serve-pages.ts'
export { type Addresses, serveSitemap } from './sitemap.ts'
