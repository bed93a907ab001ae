import { officerPolicyRoutes, publicPolicyRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { plainClient, signedInClient } from '../../../app/client.ts'
import { useMe } from '../../../app/session.ts'

/** The policies as officers work with them. */
export const officers = signedInClient(officerPolicyRoutes)
const library = plainClient(publicPolicyRoutes)

export const KEY = ['bureau', 'policies'] as const
const MOST = 200

/** Every policy of the city, also those that have ended, for lists to choose from. */
export const useAllPolicies = () =>
  useQuery({
    queryKey: ['policies', 'all'],
    queryFn: async () => (await library.policies({ query: { state: 'all', limit: MOST } })).items,
    staleTime: 60_000,
  })

/** Files, runs and reloads are an administrator's. */
export const useIsAdministrator = (): boolean => useMe().data?.officer?.administrator ?? false

/** What policies ask of records, and who answers. */
export const useRecords = () =>
  useQuery({ queryKey: [...KEY, 'records'], queryFn: async () => (await officers.records()).items })
