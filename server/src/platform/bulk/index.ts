export { analyse, analyseJobs } from './analyse.ts'
export { insertion, insertMany } from './insert-many.ts'
export { updateMany } from './update-many.ts'
