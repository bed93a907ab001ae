import { type Checked, operandsOf } from '@renshu/policy'

/** Everything that something is divided by. */
export const divisorsOf = (checked: Checked): Checked[] => [
  ...(checked.node === 'arithmetic' && checked.op === '/' ? [checked.right] : []),
  ...operandsOf(checked).flatMap(divisorsOf),
]
