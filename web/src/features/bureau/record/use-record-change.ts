import { useQueryClient } from '@tanstack/react-query'
import { isStale } from '../../../ui/state/stale-note.tsx'

/**
 * Sends a change of an organisation's record and asks for the record again: after the change, and also where somebody
 * else was faster, so that the next try carries the version that holds.
 */
export function useRecordChange(): (send: () => Promise<unknown>) => Promise<void> {
  const client = useQueryClient()
  return async (send) => {
    try {
      await send()
      await client.invalidateQueries()
    } catch (thrown) {
      if (isStale(thrown)) await client.invalidateQueries({ queryKey: ['bureau', 'organisation'] })
      throw thrown
    }
  }
}
