import { codesRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { plainClient } from '../../app/client.ts'

const codes = plainClient(codesRoutes)
/** National codes do not change while a page is open. */
const kept = { staleTime: Infinity, retry: false } as const

/** Occupations by everyday words; nothing where nothing is asked. */
export const useOccupations = (q: string) =>
  useQuery({
    queryKey: ['codes', 'occupations', q],
    queryFn: async () => (await codes.occupations({ query: { q } })).items,
    enabled: q !== '',
    ...kept,
  })

/** Certificates by what they are called; nothing where nothing is asked. */
export const useCertificates = (q: string) =>
  useQuery({
    queryKey: ['codes', 'certificates', q],
    queryFn: async () => (await codes.certificates({ query: { q } })).items,
    enabled: q !== '',
    ...kept,
  })
