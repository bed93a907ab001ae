import type { CleanTitle } from './reading.ts'

export const cleanTitle = (text: string): CleanTitle => ({
  text,
  title: text,
  facts: { welfare: [], employment: [], shifts: [], places: [], removed: [] },
})
