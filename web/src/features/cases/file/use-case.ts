import type { CaseFile } from '@renshu/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type CaseDesk, useCaseDesk } from './case-desk.ts'

/** A case as this side sees it; looking at it is reading its messages. */
export function useCase(desk: CaseDesk, caseId: string) {
  const query = useQuery({ queryKey: [...desk.key, 'case', caseId], queryFn: () => desk.file(caseId) })
  const unread = query.data?.unread ?? 0
  useEffect(() => {
    if (unread > 0) void desk.seen(caseId).catch(() => null)
  }, [unread, desk, caseId])
  return query
}

/** After something was done to a case: what the server says of it now stands on the page, lists are asked for again. */
export function useCaseChanged(): (file?: CaseFile) => Promise<void> {
  const client = useQueryClient()
  const desk = useCaseDesk()
  return async (file) => {
    if (file) client.setQueryData([...desk.key, 'case', file.id], file)
    await client.invalidateQueries({
      queryKey: desk.key,
      predicate: ({ queryKey }) => !file || !(queryKey.includes('case') && queryKey.includes(file.id)),
    })
  }
}
