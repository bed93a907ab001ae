import { paymentsRoutes } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { signedInClient } from '../../app/client.ts'

/** Payments as officers handle them. */
export const payments = signedInClient(paymentsRoutes)
export const KEY = ['bureau', 'payments'] as const

/** After anything that moves money or its state: sums and lists are asked for again. */
export function usePaymentsChanged(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: KEY })
}
