import type { City } from './city.ts'
import type { DatedValue, Parameter } from './schema.ts'

/** Whether a value holds on a day: from its first to its last day, both included. */
const holdsOn = (on: string) => (value: DatedValue) => value.from <= on && (!value.until || on <= value.until)

/** Every parameter in force on a day with the value that holds. */
export const parametersOn = (city: City, on: string): { parameter: Parameter; value: DatedValue }[] =>
  city.parameters.flatMap((parameter) => {
    const value = parameter.values.find(holdsOn(on))
    return value ? [{ parameter, value }] : []
  })

/**
 * The value of a parameter on a day (`2026-03-01`), in the parameter's unit, with its source; undefined where the city
 * has none for that day, which the caller must treat as unknown, not as zero.
 * @example parameter(qingdao, 'agencies.filingDays', '2026-03-01')?.value // 15
 */
export const parameter = (city: City, id: string, on: string): DatedValue | undefined =>
  city.parameters.find((one) => one.id === id)?.values.find(holdsOn(on))
