import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { Asked, AskedName } from './asked.ts'
import { changed } from './question.ts'

const route = getRouteApi('/jobs')

/** What the address asks, and how to ask something else: the search lives in the address alone. */
export function useSearch() {
  const asked: Asked = route.useSearch()
  const navigate = useNavigate()
  const ask = (next: Asked, replace = true) => void navigate({ to: '/jobs', search: next, replace, resetScroll: false })
  const set = (name: AskedName, value: string | undefined) => ask(changed(asked, name, value))
  return { asked, ask, set }
}
export type Search = ReturnType<typeof useSearch>
