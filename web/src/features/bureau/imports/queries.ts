import { useQuery } from '@tanstack/react-query'
import { bureau } from '../queries.ts'

const BETWEEN_LOOKS_MS = 1000
const MOST_LISTED = 20

/** An import, looked at every second until it has ended. */
export const useImport = (importId: string) =>
  useQuery({
    queryKey: ['bureau', 'import', importId],
    queryFn: () => bureau.importReport({ params: { importId } }),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? BETWEEN_LOOKS_MS : false),
  })

/** The last imports, looked at every second while one of them is under way. */
export const useImports = () =>
  useQuery({
    queryKey: ['bureau', 'imports'],
    queryFn: async () => (await bureau.imports({ query: { limit: MOST_LISTED } })).items,
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'running') ? BETWEEN_LOOKS_MS : false),
  })
