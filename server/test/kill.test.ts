import { expect, test } from 'vitest'
import { campaign } from '../campaigns/kill.ts'

test(
  'a server killed under load loses nothing it had answered, and its ledger stays whole',
  { timeout: 600_000 },
  async () => {
    const { acknowledged, ...outcome } = await campaign({ times: 3 })
    expect(outcome).toEqual({ kills: 3, lost: [], broken: 0, dead: 0 })
    expect(acknowledged).toBeGreaterThan(0)
  },
)
