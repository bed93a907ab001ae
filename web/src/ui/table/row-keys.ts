import type { KeyboardEvent } from 'react'

const focusRow = (row: Element | null | undefined) => {
  if (row instanceof HTMLElement && row.matches('tr[tabindex]')) row.focus()
}

/** Arrow keys walk the rows, Home and End jump, Enter opens the row's link. */
export function walkRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const row = (event.target as Element).closest('tr')
  if (!row || event.target !== row) return
  const rows = event.currentTarget.querySelectorAll('tr[tabindex]')
  const goals: Record<string, () => void> = {
    ArrowDown: () => focusRow(row.nextElementSibling),
    ArrowUp: () => focusRow(row.previousElementSibling),
    Home: () => focusRow(rows[0]),
    End: () => focusRow(rows[rows.length - 1]),
    Enter: () => row.querySelector<HTMLElement>('a, button')?.click(),
  }
  const go = goals[event.key]
  if (!go) return
  event.preventDefault()
  go()
}
