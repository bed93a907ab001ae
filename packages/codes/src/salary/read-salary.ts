import type { SalaryReading } from './reading.ts'

export const readSalary = (text: string): SalaryReading => ({ text, kind: 'unknown' })
