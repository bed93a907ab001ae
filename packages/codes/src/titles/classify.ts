import type { OccupationReading, TitleContext } from './reading.ts'

export const classifyTitle = (_title: string, _context: TitleContext = {}): OccupationReading[] => []
