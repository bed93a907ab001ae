export { searchDuties } from './duties.ts'
export { jobsMirror } from './in-memory.ts'
export { searchHandlers } from './routes.ts'
export { deleteSearchesOf } from './store.ts'
