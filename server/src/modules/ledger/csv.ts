import { csvCell } from '@renshu/intake'
import type { Language } from '../../platform/http/index.ts'
import { listKinds } from './kinds.ts'
import type { KnownEntry } from './store/entries.ts'

const NAMES = new Map(listKinds().map(({ kind, name }) => [kind, name]))

/** Amounts in yuan with two decimals, as spreadsheets are read by people. */
const yuanOf = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

type Column = [zh: string, en: string, value: (entry: KnownEntry, language: Language) => string | number | null]
const COLUMNS: readonly Column[] = [
  ['编号', 'Entry', ({ id }) => id],
  ['序号', 'Number', ({ seq }) => seq],
  ['种类', 'Kind', ({ kind }, language) => NAMES.get(kind)?.[language] ?? kind],
  ['种类代码', 'Kind code', ({ kind }) => kind],
  ['发生日期', 'Occurred on', ({ occurredOn }) => occurredOn],
  ['记录时间（UTC）', 'Recorded at (UTC)', ({ recordedAt }) => recordedAt.toISOString()],
  ['区市代码', 'District code', ({ district }) => district],
  ['单位编号', 'Organisation', ({ organisationId }) => organisationId],
  ['受托机构编号', 'Acting agency', ({ throughOrganisationId }) => throughOrganisationId],
  ['个人假名', 'Person (pseudonym)', ({ personPseudonym }) => personPseudonym],
  ['职业代码', 'Occupation code', ({ occupation }) => occupation],
  ['行业代码', 'Industry code', ({ industry }) => industry],
  ['数量', 'Count', ({ count }) => count],
  ['金额（元）', 'Amount (yuan)', ({ amountFen }) => (amountFen === null ? null : yuanOf(amountFen))],
  ['来源记录', 'Source record', ({ sourceId }) => sourceId],
  ['冲销的记录', 'Reverses', ({ reversesId }) => reversesId],
  ['被冲销于', 'Reversed by', ({ reversedById }) => reversedById],
  ['冲销原因', 'Reason', ({ reason }) => reason],
  ['封存批次', 'Batch', ({ batch }) => batch],
  ['校验值', 'SHA-256', ({ hash }) => hash],
]

/** RFC 4180, harmless in a spreadsheet, with a byte order mark, which spreadsheet programs need to read Chinese. */
export function csvOf(entries: readonly KnownEntry[], language: Language): string {
  const header = COLUMNS.map(([zh, en]) => csvCell(language === 'zh' ? zh : en))
  const lines = entries.map((entry) => COLUMNS.map(([, , value]) => csvCell(value(entry, language) ?? '')))
  return `\uFEFF${[header, ...lines].map((line) => `${line.join(',')}\r\n`).join('')}`
}
