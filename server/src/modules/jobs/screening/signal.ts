import type { JobSignal } from '@renshu/contracts'
import type { Why } from './why.ts'

/** Something found in a posting, kept without a language. `from` and `to` are UTF-16 units in `field`. */
export interface Signal extends Omit<JobSignal, 'why' | 'field'> {
  field: 'title' | 'description' | 'salary' | null
  why: Why
}
