export type { SalaryReading, SalaryUnit } from './reading.ts'
export { readSalary } from './read-salary.ts'
