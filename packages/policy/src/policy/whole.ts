import type { Checked } from '../language/syntax.ts'

/** Whether it can only be whole fen or months: nothing was multiplied by a ratio or divided without rounding. */
export function isWhole(checked: Checked): boolean {
  switch (checked.node) {
    case 'constant':
    case 'slot':
    case 'round':
    case 'row':
    case 'step':
    case 'span':
      return checked.type.is !== 'ratio'
    case 'definition':
      return isWhole(checked.of)
    case 'arithmetic':
      return checked.op !== '/' && isWhole(checked.left) && isWhole(checked.right)
    case 'extreme':
      return isWhole(checked.left) && isWhole(checked.right)
    case 'if':
      return isWhole(checked.yes) && isWhole(checked.no)
    default:
      return false
  }
}
