export { classifyTitle } from './classify.ts'
export { cleanTitle } from './clean.ts'
export type { CleanTitle, OccupationReading, TitleContext, TitleFacts } from './reading.ts'
export { segment } from './segment.ts'
