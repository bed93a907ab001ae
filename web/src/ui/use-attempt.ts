import { useState } from 'react'

/** One thing at a time that may fail: whether it is under way, and what went wrong the last time. */
export function useAttempt() {
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setPending(true)
    setError(null)
    try {
      await work()
    } catch (thrown) {
      setError(thrown as Error)
    } finally {
      setPending(false)
    }
  }
  return { pending, error, attempt }
}
