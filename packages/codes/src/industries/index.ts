export { type Industry, industries, industry } from './industry.ts'
