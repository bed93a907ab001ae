import { divisionPath, type PlaceReading, readPlace } from '@renshu/codes'
import { readNames } from './items.ts'

type Cell = { column: string; value: string }

/** An employer's seat need not be the place of work, so it counts only when nothing else does. */
const SEAT = /公司|企业|单位/

const join = (cells: Cell[]): string => {
  let text = ''
  for (const { value } of cells) text = text === '' || value.startsWith(text) ? value : `${text}-${value}`
  return text
}

const isKnown = (reading: PlaceReading): boolean => reading.kind === 'division' || reading.kind === 'anywhere'

/**
 * Place of a row: the columns for province, city, district and address together, so that each explains the other;
 * where that says nothing certain, each alone. Undefined when all are empty.
 */
export const readPlaceCells = (cells: Cell[]): PlaceReading | undefined => {
  if (cells.length === 0) return undefined
  const inner = cells.filter(({ column }) => !SEAT.test(column))
  const whole = readPlace(join(inner.length > 0 ? inner : cells))
  if (isKnown(whole) || cells.length === 1) return whole
  return cells.map(({ value }) => readPlace(value)).find(isKnown) ?? whole
}

/** 省内 and 本市 mean something only from a home. */
const relative = (text: string, home: string | undefined): string | undefined => {
  if (home === undefined) return undefined
  const path = divisionPath(home)
  if (/^(本?省内|全省|本省)$/.test(text)) return path[0]?.code
  if (/^(本市|市内|本地|当地|同城|市区|全市)$/.test(text)) return (path[1] ?? path[0])?.code
  if (/^(本区|区内|就近|附近|家附近|离家近)$/.test(text)) return home
  return undefined
}

export type WishedPlaces = { codes: string[]; anywhere: boolean; remote: boolean; unread: PlaceReading[] }

const SEPARATORS = /[|,，、;；\n\s/]+|或者?/

/** Places wished for, of a list or a text naming several. */
export const readWishedPlaces = (text: string, home: string | undefined): WishedPlaces => {
  const wished: WishedPlaces = { codes: [], anywhere: false, remote: false, unread: [] }
  const names = readNames(text, SEPARATORS)
  const whole = readPlace(text)
  const isSplit = text.startsWith('[') || !isKnown(whole) || names.some((name) => relative(name, home))
  for (const reading of isSplit ? names.map((name) => readPlace(name)) : [whole]) {
    const code = relative(reading.text.trim(), home)
    if (code) wished.codes.push(code)
    else if (reading.kind === 'division') wished.codes.push(...reading.codes)
    else if (reading.kind === 'anywhere' && !reading.remote) wished.anywhere = true
    else if (reading.kind !== 'anywhere') wished.unread.push(reading)
    wished.remote ||= reading.remote === true
  }
  return { ...wished, codes: [...new Set(wished.codes)] }
}
