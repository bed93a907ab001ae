import { expect, test } from 'vitest'
import { campaign } from '../campaigns/kill.ts'

test(
  'a server killed under load loses nothing it had answered, hires nobody twice, and its ledger stays whole',
  { timeout: 600_000 },
  async () => {
    const { registered, steps, ...outcome } = await campaign({ times: 3 })
    expect(outcome).toEqual({ kills: 3, lost: [], faults: [], broken: 0, dead: 0 })
    expect(registered).toBeGreaterThan(0)
    expect(steps).toBeGreaterThan(0)
  },
)
