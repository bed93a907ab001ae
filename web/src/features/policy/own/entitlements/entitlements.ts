import { useQuery } from '@tanstack/react-query'
import { own } from '../own.ts'
import { keyOf, type Owner } from '../owner.ts'

/** What an owner is entitled to without applying, also what was answered before. */
export const useEntitlements = (owner: Owner) =>
  useQuery({ queryKey: [...keyOf(owner), 'entitlements'], queryFn: () => own(owner).entitlements() })
