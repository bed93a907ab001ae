import { useQuery } from '@tanstack/react-query'
import { desk } from './queries.ts'

/** The name of an organisation the person may act for, verified or not. */
export function useDeskName(id: string): string {
  const { data } = useQuery({
    queryKey: ['desk', id, 'record'],
    queryFn: () => desk.record({ params: { organisationId: id } }),
  })
  return data?.name ?? '…'
}

export const DeskName = ({ id }: { id: string }) => useDeskName(id)
