import type { hiringRoutes, Output, Process, Stage } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { useOrganisationId } from '../../queries.ts'
import { hiring } from '../queries.ts'

export type JobStages = Output<typeof hiringRoutes.jobStages>

/** How many processes of one posting stand where; counted by the server, however many there are. */
export function useJobStages(jobId: string) {
  const organisationId = useOrganisationId()
  return useQuery({
    queryKey: ['desk', organisationId, 'job', jobId, 'stages'],
    queryFn: () => hiring.jobStages({ params: { organisationId, jobId } }),
  })
}

interface Wanted {
  stage?: Stage | undefined
  overdue?: 'true' | undefined
}

/** Processes of one posting page by page, the last changed first: all, or those of a stage or overdue. */
export function useJobProcesses(jobId: string, limit: number, wanted: Wanted) {
  const organisationId = useOrganisationId()
  return usePages(['desk', organisationId, 'job', jobId, 'processes', wanted, limit], (cursor) =>
    hiring.processes({ params: { organisationId }, query: { jobId, ...wanted, limit, cursor } }),
  )
}

/** The last process of one posting with each of these talents, at most 100. */
export function useProcessesWith(jobId: string, talentIds: readonly string[]) {
  const organisationId = useOrganisationId()
  return useQuery({
    queryKey: ['desk', organisationId, 'job', jobId, 'with', talentIds],
    queryFn: async () => {
      const query = { jobId, talentId: [...talentIds], limit: 200 }
      const { items } = await hiring.processes({ params: { organisationId }, query })
      return new Map<string, Process>(items.map((each) => [each.talent.id, each] as const).toReversed())
    },
    enabled: talentIds.length > 0,
  })
}
