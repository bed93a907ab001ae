import { publicPolicyRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { plainClient } from '../../app/client.ts'

/** The library as anybody may read it, and the calculator for everybody. */
export const publicPolicies = plainClient(publicPolicyRoutes)

/** A policy as it is in use, or as a version of it said. */
export const usePolicy = (key: string, hash?: string) =>
  useQuery({
    queryKey: ['policy', key, hash ?? 'now'],
    queryFn: () =>
      hash ? publicPolicies.policyVersion({ params: { key, hash } }) : publicPolicies.policy({ params: { key } }),
    enabled: key !== '',
  })
