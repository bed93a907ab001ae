import type { Fraction } from '../exact/fraction.ts'
import { decimal, showValue } from '../exact/value.ts'
import { evaluate, type Slots } from './evaluate.ts'
import type { Checked } from './syntax.ts'

const SIGNS = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const
const BINDING = { '+': 1, '-': 1, '*': 2, '/': 2 } as const

/** How an amount comes about, in one line: `(22,189.16 − 100.00) × 85% = 18,775.786 → 18,775.79`. All must be known. */
export function arithmeticOf(checked: Checked, slots: Slots): string {
  const result = shown(checked, slots)
  const core = rounded(checked, slots)
  const steps = write(core, slots, 0)
  if (core === checked) return steps === result ? result : `${steps} = ${result}`
  const exact = exactly(core, slots)
  return [steps, ...(exact === steps ? [] : [exact])].join(' = ') + (exact === result ? '' : ` → ${result}`)
}

const shown = (checked: Checked, slots: Slots): string => showValue(checked.type, evaluate(checked, slots)!)

/** What is rounded at last, looking through names and the branch that was taken. */
function rounded(checked: Checked, slots: Slots): Checked {
  if (checked.node === 'definition') return rounded(checked.of, slots)
  if (checked.node === 'if') return rounded(evaluate(checked.test, slots) ? checked.yes : checked.no, slots)
  return checked.node === 'round' ? checked.of : checked
}

/** Before rounding: all places that count. */
function exactly(checked: Checked, slots: Slots): string {
  const { n, d } = evaluate(checked, slots) as Fraction
  if (checked.type.is !== 'money' || d === 1n) return shown(checked, slots)
  return decimal({ n, d: d * 100n }, 2).replace(/^\d+/, (digits) => digits.replaceAll(/\B(?=(\d{3})+$)/g, ','))
}

/** With values in place of names; only the branch that was taken. */
function write(checked: Checked, slots: Slots, binding: number): string {
  switch (checked.node) {
    case 'definition':
      return write(checked.of, slots, binding)
    case 'if':
      return write(evaluate(checked.test, slots) ? checked.yes : checked.no, slots, binding)
    case 'arithmetic': {
      const own = BINDING[checked.op]
      const right = write(checked.right, slots, own)
      const line = `${write(checked.left, slots, own - 1)} ${SIGNS[checked.op]} ${right}`
      return own <= binding ? `(${line})` : line
    }
    case 'extreme': {
      const word = checked.op === '不超过' ? 'min' : 'max'
      return `${word}(${write(checked.left, slots, 0)}, ${write(checked.right, slots, 0)})`
    }
    case 'round':
      return `${checked.half ? '≈' : '⌊⌋'}(${write(checked.of, slots, 0)})`
    default:
      return shown(checked, slots)
  }
}
