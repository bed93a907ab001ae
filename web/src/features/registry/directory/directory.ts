import { DirectoryFilter, directoryRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { plainClient } from '../../../app/client.ts'
import { usePages } from '../../../ui/table/use-pages.ts'

/** Pages anybody may read. */
export const registry = plainClient(directoryRoutes)

export type Filter = ReturnType<typeof DirectoryFilter.parse>

/** What an address asks for; a filter that does not exist is left out, not refused. */
export function filterOf(search: Record<string, string | undefined>): Filter {
  const shape = DirectoryFilter.shape
  const known = Object.entries(search).filter(([name, value]) =>
    name in shape ? shape[name as keyof typeof shape].safeParse(value).success : false,
  )
  return DirectoryFilter.parse(Object.fromEntries(known))
}

export const useDirectory = (filter: Filter) =>
  usePages(['directory', filter], (cursor) => registry.directory({ query: { ...filter, cursor, limit: 100 } }))

/** Counts by district for the map; the district chosen does not narrow them. */
export function useDistrictCounts(asked: Filter) {
  const filter = { ...asked, district: undefined }
  return useQuery({ queryKey: ['districts', filter], queryFn: () => registry.districts({ query: filter }) })
}
