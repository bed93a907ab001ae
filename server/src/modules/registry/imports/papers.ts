import { readDate } from '@renshu/intake'
import type { BusinessType } from '@renshu/codes'
import type { LicenceKind } from '@renshu/contracts'
import { coversType } from '../standing/rules.ts'
import type { RegisterField } from './columns.ts'
import { Unusable } from './unusable.ts'

/** A licence or filing of a register. */
export interface Paper {
  kind: LicenceKind
  number: string
  covers: BusinessType[]
  issuedBy: string
  validFrom: string
  validUntil: string | null
}

const NUMBERS = [
  ['licence', 'licenceNumber'],
  ['filing', 'filingNumber'],
  ['dispatchLicence', 'dispatchNumber'],
] as const satisfies [LicenceKind, RegisterField][]

/** What a paper allows by itself where a register names no types: a licence is one for job placement. */
const MEANT: Partial<Record<LicenceKind, BusinessType[]>> = { licence: ['recruiting'], dispatchLicence: ['dispatch'] }
const NONE = /^(?:无|\/|-+|—+|暂无)$/
const FOREVER = /长期|永久|无固定/
const BETWEEN = /\s*(?:至|到|~|～|—+|--|(?<=\d{1,2}[日号]?)-(?=\s*(?:19|20)\d{2}))\s*/

type Cells = (field: RegisterField) => string

/** "2022.5.1-2027.4.30", "2022年5月1日至长期", or first and last day in columns of their own. */
function periodOf(cells: Cells): { validFrom: string; validUntil: string | null } {
  const [first = '', last = ''] = cells('validity').split(BETWEEN)
  const from = cells('validFrom') || first
  const until = cells('validUntil') || last
  if (!from || FOREVER.test(from)) throw new Unusable('validity', 'period.missing')
  const validFrom = readDate(from)
  const validUntil = !until || FOREVER.test(until) ? null : readDate(until)
  if (!validFrom || validUntil === undefined || (validUntil !== null && validUntil < validFrom))
    throw new Unusable('validity', 'period.wrong')
  return { validFrom, validUntil }
}

function coversOf(kind: LicenceKind, named: readonly BusinessType[]): BusinessType[] {
  const covered = named.filter((type) => coversType(kind, type))
  const covers = covered.length > 0 ? covered : MEANT[kind]
  if (!covers) throw new Unusable('businessTypes', 'types.missing')
  return covers
}

/**
 * The papers a row names. Types go to the papers that can cover them.
 * @throws Unusable where a paper has a number but no days, or a filing no types
 */
export const papersOf = (cells: Cells, named: readonly BusinessType[]): Paper[] =>
  NUMBERS.flatMap(([kind, field]) => {
    const number = cells(field)
    if (!number || NONE.test(number)) return []
    const { validFrom, validUntil: last } = periodOf(cells)
    // One row with both: the days are those of the licence, a filing has no end.
    const validUntil = kind === 'filing' && cells('licenceNumber') ? null : last
    return [{ kind, number, covers: coversOf(kind, named), issuedBy: cells('issuedBy'), validFrom, validUntil }]
  })
