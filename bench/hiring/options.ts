import { parseArgs } from 'node:util'
import { type CitySizes, LARGE } from '@renshu/server'

/** People who look for work, and open postings. */
const SIZES = {
  tiny: { talents: 1000, postings: 300, agencies: 60, employers: 200 },
  small: { talents: 20_000, postings: 5000 },
  large: LARGE,
} as const satisfies Record<string, Partial<CitySizes>>
type Size = keyof typeof SIZES
const DATABASES = ['pglite', 'postgres'] as const

interface Options {
  size: Size
  sizes: Partial<CitySizes> & Pick<CitySizes, 'talents' | 'postings'>
  databases: readonly (typeof DATABASES)[number][]
  rows: number
  folder: string | undefined
}

/** @throws TypeError for a word that is no option, RangeError for a value there is not */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: { type: 'boolean', default: false },
      size: { type: 'string' },
      database: { type: 'string' },
      rows: { type: 'string' },
      folder: { type: 'string' },
    },
  })
  const size = values.size ?? (values.short ? 'tiny' : 'small')
  if (!(size in SIZES)) throw new RangeError(`--size is one of ${Object.keys(SIZES).join(', ')}`)
  const databases = DATABASES.filter((each) => !values.database || each === values.database)
  if (databases.length === 0) throw new RangeError(`--database is one of ${DATABASES.join(', ')}`)
  const rows = Number(values.rows ?? (size === 'tiny' ? 1000 : 100_000))
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError('--rows is a number of rows')
  return { size: size as Size, sizes: SIZES[size as Size], databases, rows, folder: values.folder }
}
