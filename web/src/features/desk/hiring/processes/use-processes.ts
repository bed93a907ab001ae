import type { Process } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useOrganisationId } from '../../queries.ts'
import { hiring } from '../queries.ts'

const PAGE = 200
const MOST_PAGES = 10

/** All processes of one posting: a board and its numbers need the whole. */
export function useJobProcesses(jobId: string) {
  const organisationId = useOrganisationId()
  return useQuery({
    queryKey: ['desk', organisationId, 'job', jobId, 'processes'],
    queryFn: async () => {
      const rows: Process[] = []
      let cursor: string | undefined
      for (let page = 0; page < MOST_PAGES; page++) {
        const { items, next } = await hiring.processes({
          params: { organisationId },
          query: { jobId, limit: PAGE, cursor },
        })
        rows.push(...items)
        if (next === null) break
        cursor = next
      }
      return rows
    },
  })
}
