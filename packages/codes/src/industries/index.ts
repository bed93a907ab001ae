export { type Industry, industries, industry } from './industry.ts'
export { type IndustryReading, readIndustry } from './read-industry.ts'
