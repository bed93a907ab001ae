import { useState } from 'react'

export interface Proof {
  way: 'code' | 'password'
  value: string
}

/** What proves that the person at the screen holds the account. */
export function useProof(hasPassword: boolean) {
  const [proof, setProof] = useState<Proof>({ way: hasPassword ? 'password' : 'code', value: '' })
  return {
    proof,
    setProof,
    /** As the contract wants it. */
    given: proof.way === 'code' ? { code: proof.value.trim() } : { password: proof.value },
  }
}
