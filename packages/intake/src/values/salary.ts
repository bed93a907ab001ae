import { readSalary, type SalaryReading } from '@renshu/codes'
import { salaryUnitOf, sideOf } from '../columns/names.ts'
import { readItems } from './items.ts'

type Cell = { column: string; value: string }

const BARE = /^[\d.,\s~～\-–—至到以上下]+$/

/** A pair in a list (["3000","5000"]) is a range; a bare number takes its unit from the header. */
const spell = (value: string, column: string): string => {
  const text = /^\[.*\]$/s.test(value)
    ? readItems(value)
        .map((item) => item.text)
        .join('-')
    : value
  const unit = salaryUnitOf(column)
  return unit && BARE.test(text) ? text.replace(/(以[上下])?$/, `${unit}$1`) : text
}

const join = (min: Cell | undefined, max: Cell | undefined): string => {
  if (min && max) {
    const [low, high] = [spell(min.value, ''), spell(max.value, '')]
    return spell(low === high ? low : `${low}-${high}`, max.column)
  }
  if (min) return `${spell(min.value, min.column)}以上`
  return max ? `${spell(max.value, max.column)}以下` : ''
}

/**
 * The pay expression of a row: one column as it stands, or its lower and upper bound from two.
 * @example salaryText([{ column: '最低工资', value: '5000' }, { column: '最高工资', value: '8000' }]) // '5000-8000'
 */
export const salaryText = (cells: Cell[]): string => {
  const whole = cells.find(({ column }) => sideOf(column) === undefined)
  if (whole) return spell(whole.value, whole.column)
  const at = (side: 'min' | 'max') => cells.find(({ column }) => sideOf(column) === side)
  return join(at('min'), at('max'))
}

export const readSalaryCells = (cells: Cell[]): SalaryReading | undefined => {
  const text = salaryText(cells)
  return text === '' ? undefined : readSalary(text)
}
