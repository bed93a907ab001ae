export { matchHolder } from './holder.ts'
export { countAtStart, matchJobs } from './jobs.ts'
export { marketMirror } from './market/mirror.ts'
export { matchOf } from './routes.ts'
