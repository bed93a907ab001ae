import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** 256 bits for a session or an attempt to sign in; the database holds only its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Six digits. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
/** Ten letters and digits that are not taken for each other: 49 bits, bound to a phone as well. */
export const newInvitationCode = (): string =>
  Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/** Equality of two keyed hashes, in a time that does not depend on where they differ. */
export const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
