import { usePages } from '../../../ui/table/use-pages.ts'
import { publicPolicies } from '../queries.ts'

export interface Asked {
  q?: string
  subject?: string
  state?: string
}

const SUBJECTS = ['person', 'organisation'] as const
const STATES = ['inForce', 'coming', 'ended', 'all'] as const
export const among = <T extends string>(allowed: readonly T[], value: string | undefined): T | undefined =>
  allowed.find((each) => each === value)

/** Policies for what the address asks, page by page. */
export const usePolicies = ({ q, subject, state }: Asked) =>
  usePages(['policies', q, subject, state], (cursor) =>
    publicPolicies.policies({
      query: {
        text: q?.slice(0, 100),
        subject: among(SUBJECTS, subject),
        state: among(STATES, state),
        cursor,
      },
    }),
  )
