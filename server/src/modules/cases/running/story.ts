import { type Event, fold, type KeptEvent, type Prepared, type State } from '@renshu/cases'
import { definitionOf } from '../definitions/library.ts'
import type { Desk } from '../ports.ts'
import { eventsOf } from '../store/events.ts'
import type { CaseRow } from '../tables.ts'

/** A case as its events tell it, with the definition it runs on. */
export interface Story {
  row: CaseRow
  prepared: Prepared
  events: readonly KeptEvent[]
  /** Undefined where what was said is erased: then nothing can be told or done any more. */
  state: State | undefined
}

const isOpen = (event: KeptEvent): event is Event => event.body !== undefined

/** Scope `system`. */
export async function storyOf(desk: Desk, row: CaseRow): Promise<Story> {
  const prepared = await definitionOf(desk, row.service, row.version)
  const events = await eventsOf(desk, row.id)
  const state = events.every(isOpen) ? fold(prepared, events) : undefined
  return { row, prepared, events, state }
}
