import { publicCaseRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { plainClient } from '../../../app/client.ts'

/** What anybody may see of services and cases. */
export const hall = plainClient(publicCaseRoutes)

/** Every service of the city; some dozens, so that they are filtered here. */
export const useServices = () =>
  useQuery({ queryKey: ['services'], queryFn: async () => (await hall.services()).items, staleTime: 300_000 })

export const useService = (serviceKey: string) =>
  useQuery({
    queryKey: ['services', serviceKey],
    queryFn: () => hall.service({ params: { serviceKey } }),
    staleTime: 300_000,
  })
