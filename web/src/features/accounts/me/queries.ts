import { useQuery, useQueryClient } from '@tanstack/react-query'
import { accounts } from '../../../app/accounts.ts'

export const useDevices = () => useQuery({ queryKey: ['me', 'devices'], queryFn: () => accounts.listDevices() })
export const useConsents = () => useQuery({ queryKey: ['me', 'consents'], queryFn: () => accounts.listConsents() })
export const useHelpers = () => useQuery({ queryKey: ['me', 'helpers'], queryFn: () => accounts.listHelpers() })

/** After a change of the person's own record: everything under `me` is asked for again. */
export function useMeChanged(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['me'] })
}
