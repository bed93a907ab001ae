import { type BusinessType, readBusinessTypes, readCreditCode, readIndustry } from '@renshu/codes'
import type { OrganisationKind } from '@renshu/contracts'
import { type RawRow, readDate } from '@renshu/intake'
import type { City, CityDistrict } from '../../../city/index.ts'
import { plainCreditCode } from '../rules.ts'
import type { RejectedRow } from '../tables.ts'
import type { RegisterColumns, RegisterField } from './columns.ts'
import { type Paper, papersOf } from './papers.ts'
import { Unusable } from './unusable.ts'

/** An organisation as a register has it; null where the register says nothing. */
export interface Candidate {
  line: number
  name: string
  creditCode: string
  district: string
  kind: OrganisationKind
  address: string | null
  legalRepresentative: string | null
  contactName: string | null
  phone: string | null
  industry: string | null
  foundedOn: string | null
  businessTypes: BusinessType[]
  papers: Paper[]
}

type Cells = (field: RegisterField) => string

const KINDS: [RegExp, OrganisationKind][] = [
  [/产业园|园区/, 'park'],
  [/学校|院校|学院|大学/, 'school'],
  [/服务机构|人力资源|中介|派遣/, 'agency'],
  [/./, 'employer'],
]
const LONGEST_NAME = 120
/** As long as the same may be where it is typed in. */
const LONGEST: Partial<Record<RegisterField, number>> = {
  address: 200,
  legalRepresentative: 40,
  contactName: 40,
  phone: 40,
  issuedBy: 80,
  licenceNumber: 60,
  filingNumber: 60,
  dispatchNumber: 60,
}
/** Of a value that is sent back as it was read. */
const LONGEST_SHOWN = 120

/** Full name, name without 区, 市, 县, alias or code of a district of the city. */
function districtIn(text: string, districts: readonly CityDistrict[]): string | undefined {
  const names = districts.flatMap(({ code, name, aliases }) =>
    [name.zh, ...aliases.map(({ zh }) => zh), code].map((known) => ({ code, known })),
  )
  const whole = names.find(({ known }) => text.includes(known))
  return (whole ?? names.find(({ known }) => text === known.replace(/[区市县]$/, '')))?.code
}

function districtOf(cells: Cells, { districts }: City): string {
  const found = districtIn(cells('district'), districts) ?? districtIn(cells('address'), districts)
  if (!found) throw new Unusable('district', 'district.unknown')
  return found
}

function creditCodeOf(cells: Cells): string {
  const typed = cells('creditCode')
  if (!typed) throw new Unusable('creditCode', 'creditCode.missing')
  const reading = readCreditCode(typed)
  if (!reading.valid) throw new Unusable('creditCode', 'creditCode.wrong')
  return plainCreditCode(typed)
}

function nameOf(cells: Cells): string {
  const name = cells('name').replaceAll(/\p{Cc}/gu, '')
  if (!name) throw new Unusable('name', 'name.missing')
  if (name.length > LONGEST_NAME) throw new Unusable('name', 'name.tooLong')
  return name
}

function kindOf(cells: Cells, isAgency: boolean): OrganisationKind {
  const named = cells('kind')
  return named ? KINDS.find(([words]) => words.test(named))![1] : isAgency ? 'agency' : 'employer'
}

function industryOf(text: string): string | null {
  const reading = text ? readIndustry(text) : undefined
  return reading?.kind === 'industry' && reading.codes.length === 1 ? reading.codes[0]! : null
}

/** What a row of a register says, or why it cannot be used. */
export function readRow(row: RawRow, columns: RegisterColumns, city: City): Candidate | RejectedRow {
  const cells: Cells = (field) => {
    // What PostgreSQL does not keep is not part of any value.
    const text = row.cells[columns[field] ?? '']?.replaceAll('\0', '').trim() ?? ''
    if (text.length > (LONGEST[field] ?? Infinity)) throw new Unusable(field, 'value.tooLong')
    return text
  }
  try {
    if (row.broken) throw new Unusable('name', 'row.broken')
    return candidateOf(cells, row.line, city)
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    const { field, reason } = error
    const column = columns[field] ?? ''
    const value = (row.broken?.text ?? row.cells[column]?.replaceAll('\0', '').trim() ?? '').slice(0, LONGEST_SHOWN)
    return { line: row.line, column, value, reason }
  }
}

function candidateOf(cells: Cells, line: number, city: City): Candidate {
  const name = nameOf(cells)
  const creditCode = creditCodeOf(cells)
  const district = districtOf(cells, city)
  const named = readBusinessTypes(cells('businessTypes'))
  const papers = papersOf(cells, named)
  const businessTypes = [...new Set([...named, ...papers.flatMap(({ covers }) => covers)])]
  return {
    line,
    name,
    creditCode,
    district,
    kind: kindOf(cells, papers.length > 0 || businessTypes.length > 0),
    address: cells('address') || null,
    legalRepresentative: cells('legalRepresentative') || null,
    contactName: cells('contactName') || null,
    phone: cells('phone') || null,
    industry: industryOf(cells('industry')),
    foundedOn: readDate(cells('foundedOn')) ?? null,
    businessTypes,
    papers,
  }
}
