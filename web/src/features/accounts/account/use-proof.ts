import type { OwnCodePurpose, Proof as GivenProof } from '@renshu/contracts'
import { useState } from 'react'
import { useMe } from '../../../app/session.ts'

export type ProofWay = 'code' | 'password' | 'recentSignIn'

/** What proves that the person at the screen holds the account, as it stands in the form. */
export interface Proof {
  /** What is to be done: a code is good for this alone. */
  purpose: OwnCodePurpose
  way: ProofWay
  /** The ways this person has. */
  ways: readonly ProofWay[]
  value: string
  change: (way: ProofWay, value: string) => void
}

function givenBy(way: ProofWay, value: string): GivenProof {
  if (way === 'recentSignIn') return { recentSignIn: true }
  return way === 'code' ? { code: value.trim() } : { password: value }
}

/** Password or code; who has no phone to send a code to signs in again by the unified identity. */
export function useProof(purpose: OwnCodePurpose) {
  const { data: me } = useMe()
  const [chosen, setChosen] = useState<{ way: ProofWay | null; value: string }>({ way: null, value: '' })
  const ways: ProofWay[] = [
    ...(me?.hasPassword ? (['password'] as const) : []),
    me && !me.phone ? 'recentSignIn' : 'code',
  ]
  const way = chosen.way && ways.includes(chosen.way) ? chosen.way : ways[0]!
  const change = (next: ProofWay, value: string) => setChosen({ way: next, value })
  const proof: Proof = { purpose, way, ways, value: chosen.value, change }
  return {
    proof,
    /** After it was used. */
    clear: () => change(way, ''),
    /** As the contract wants it. */
    given: givenBy(way, chosen.value),
  }
}
