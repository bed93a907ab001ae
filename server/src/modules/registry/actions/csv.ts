import { BUSINESS_TYPES, businessTypeName, division } from '@renshu/codes'
import type { BusinessType, FileAnswer, Listed, OrganisationKind } from '@renshu/contracts'
import { csvCell } from '@renshu/intake'
import type { Language } from '../../../platform/http/index.ts'

const KINDS: Record<OrganisationKind, Record<Language, string>> = {
  employer: { zh: '用人单位', en: 'employer' },
  agency: { zh: '人力资源服务机构', en: 'HR service agency' },
  school: { zh: '院校', en: 'school' },
  park: { zh: '人力资源服务产业园', en: 'HR service park' },
}

const typesOf = (types: readonly BusinessType[], language: Language): string =>
  BUSINESS_TYPES.filter((type) => types.includes(type))
    .map((type) => (language === 'zh' ? businessTypeName(type) : type))
    .join(language === 'zh' ? '、' : ', ')

type Column = [zh: string, en: string, value: (row: Listed, language: Language) => string]
const COLUMNS: readonly Column[] = [
  ['单位名称', 'Name', ({ name }) => name],
  ['统一社会信用代码', 'Unified social credit code', ({ creditCode }) => creditCode],
  ['单位类型', 'Kind', ({ kind }, language) => KINDS[kind][language]],
  ['区市', 'District', ({ district }) => division(district)?.name ?? district],
  ['区市代码', 'District code', ({ district }) => district],
  ['地址', 'Address', ({ address }) => address],
  ['行业代码', 'Industry code', ({ industry }) => industry ?? ''],
  ['业态', 'Business types', ({ businessTypes }, language) => typesOf(businessTypes, language)],
  ['现有资格', 'Standing now', ({ mayAct }, language) => STANDING[language][mayAct ? 1 : 0]],
]
const STANDING: Record<Language, [string, string]> = { zh: ['没有', '有'], en: ['no', 'yes'] }

/** A table for spreadsheet programs: byte order mark, RFC 4180, no cell that is taken for a formula. */
export function csvFile(name: string, rows: readonly (readonly string[])[]): FileAnswer {
  const text = `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
  return { name, type: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(text) }
}

/** Organisations under their headings. */
export const directoryTable = (rows: readonly Listed[], language: Language): string[][] => [
  COLUMNS.map(([zh, en]) => (language === 'zh' ? zh : en)),
  ...rows.map((row) => COLUMNS.map(([, , value]) => value(row, language))),
]
