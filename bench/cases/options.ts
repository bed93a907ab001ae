import { parseArgs } from 'node:util'
import type { CitySizes } from '@renshu/server'

const DATABASES = ['pglite', 'postgres'] as const

export interface Options {
  isShort: boolean
  databases: readonly (typeof DATABASES)[number][]
  /** Cases that go through every step. */
  cases: number
  /** Payments of one batch on each database. */
  payables: Record<(typeof DATABASES)[number], number>
  /** Commands of the simulation. */
  commands: number
  /** Nobody looks for work in this city: no policy asks for more than what authorities state of people. */
  sizes: Partial<CitySizes>
}

const NOBODY_LOOKS = { talents: 0, postings: 0 }
const MOST_CASES = 5000
const MOST_PAYABLES = 5000

function whole(name: string, value: string | undefined, usual: number, most: number): number {
  const number = Number(value ?? usual)
  if (!Number.isSafeInteger(number) || number < 1 || number > most)
    throw new RangeError(`--${name} is a whole number up to ${most}`)
  return number
}

/** @throws TypeError for a word that is no option, RangeError for a value there is not */
export function readOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: { type: 'boolean', default: false },
      database: text,
      cases: text,
      payables: text,
      commands: text,
    },
  })
  const { short: isShort } = values
  const databases = DATABASES.filter((each) => !values.database || each === values.database)
  if (databases.length === 0) throw new RangeError(`--database is one of ${DATABASES.join(', ')}`)
  return {
    isShort,
    databases,
    cases: whole('cases', values.cases, isShort ? 10 : 120, MOST_CASES),
    payables: {
      pglite: whole('payables', values.payables, isShort ? 300 : 1000, MOST_PAYABLES),
      postgres: whole('payables', values.payables, isShort ? 500 : MOST_PAYABLES, MOST_PAYABLES),
    },
    commands: whole('commands', values.commands, isShort ? 5000 : 200_000, Number.MAX_SAFE_INTEGER),
    sizes: isShort ? { ...NOBODY_LOOKS, agencies: 60, employers: 400 } : NOBODY_LOOKS,
  }
}
