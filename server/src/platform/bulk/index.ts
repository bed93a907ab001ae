export { analyse, analyseJobs } from './analyse.ts'
export { insertMany } from './insert-many.ts'
