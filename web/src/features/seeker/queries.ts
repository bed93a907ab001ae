import {
  hiringRoutes,
  jobsRoutes,
  matchRoutes,
  type Process,
  ProblemError,
  type ProfileBody,
  type Talent,
  talentsRoutes,
} from '@renshu/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { signedInClient } from '../../app/client.ts'
import { useMe } from '../../app/session.ts'
import { usePages } from '../../ui/table/use-pages.ts'
import type { TakeStep } from './applications/step-route.ts'

const { mine: myProcesses, ...hiring } = hiringRoutes
const { searches, dropSearch, seeSearch } = jobsRoutes
/** What somebody who looks for work does for himself. */
export const seeker = signedInClient({
  ...talentsRoutes,
  ...matchRoutes,
  ...hiring,
  myProcesses,
  searches,
  dropSearch,
  seeSearch,
})

const isMissing = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'talents.noProfile'

/** The profile; null where there is none yet. */
export function useProfile() {
  const { data: me } = useMe()
  return useQuery({
    queryKey: ['me', 'profile'],
    enabled: Boolean(me),
    queryFn: (): Promise<Talent | null> =>
      seeker.mine().catch((error: unknown) => {
        if (isMissing(error)) return null
        throw error
      }),
  })
}

/** Everything of the person is read again after a step. */
export function useMineChanged(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['me'] })
}

/** Takes a step of one's own; then, or where somebody was faster, everything is read again. */
export function useMyStep(processId: string): TakeStep {
  const changed = useMineChanged()
  return (body) => seeker.myStep({ params: { processId }, body }).finally(changed)
}

/** What is recommended, or the newest where the person chose no personalisation; null where there is no profile yet. */
export const useRecommended = (limit: number) =>
  useQuery({
    queryKey: ['me', 'recommended', limit],
    queryFn: () =>
      seeker.recommended({ query: { limit } }).catch((error: unknown) => {
        if (isMissing(error)) return null
        throw error
      }),
  })

/** What the person is not interested in, the latest first. */
export const useDismissals = () =>
  usePages(['me', 'dismissals'], (cursor) => seeker.dismissals({ query: { cursor, limit: 30 } }))

/** Reads the dismissed ones again; what is recommended stays as it stands, with the way back in its place. */
export function useDismissalsChanged(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['me', 'dismissals'] })
}

/** Applications and invitations, newest first. */
export const useProcesses = (open: boolean | null) =>
  usePages(['me', 'processes', open], (cursor) =>
    seeker.myProcesses({ query: { cursor, limit: 30, ...(open !== null && { open: String(open) }) } }),
  )

export const useProcess = (processId: string) =>
  useQuery({
    queryKey: ['me', 'process', processId],
    queryFn: () => seeker.myProcess({ params: { processId } }),
  })

/** The open process of whoever looks for one posting, where there is one. */
export function useOpenProcess(jobId: string) {
  const { data: me } = useMe()
  return useQuery({
    queryKey: ['me', 'processes', 'of', jobId],
    queryFn: async (): Promise<Process | null> =>
      (await seeker.myProcesses({ query: { jobId, open: 'true', limit: 1 } })).items[0] ?? null,
    enabled: Boolean(me),
    retry: false,
  })
}

export const useSearches = () => useQuery({ queryKey: ['me', 'searches'], queryFn: () => seeker.searches() })

/** The profile as it is sent to be saved: what is not changed stays as it was. */
export function bodyOf(talent: Talent | null): ProfileBody {
  return {
    version: talent?.version ?? null,
    wishes:
      talent?.wishes.map(({ title, occupation, salary }) => ({
        title,
        occupation: occupation?.code ?? null,
        salary,
      })) ?? [],
    places: talent?.places.map(({ place }) => place) ?? [],
    salary: talent?.salary ?? null,
    remote: talent?.remote ?? false,
    education: talent?.education ?? null,
    years: talent?.years ?? null,
    born: talent?.born ?? null,
    home: talent?.home?.place ?? null,
    commuteKm: talent?.commuteKm ?? null,
    employment: talent?.employment ?? [],
    availableFrom: talent?.availableFrom ?? null,
    certificates: talent?.certificates.map(({ code, validUntil }) => ({ code, validUntil })) ?? [],
    skills: talent?.skills ?? [],
    summary: talent?.summary ?? '',
    history: talent?.history ?? [],
    refuses: {
      occupations: talent?.refuses.occupations.map(({ code }) => code) ?? [],
      industries: talent?.refuses.industries.map(({ code }) => code) ?? [],
      shifts: talent?.refuses.shifts ?? [],
      employers: talent?.refuses.employers ?? [],
    },
    // Nobody sees a new profile until the person has said who may.
    visibility: talent?.visibility ?? 'hidden',
    cvFileId: talent?.cv?.id ?? null,
  }
}
