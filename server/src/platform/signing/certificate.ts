import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { bits, integer, nothing, octets, oid, sequence, setOf, tagged, time, utf8 } from './der.ts'

const RSA_SHA256 = sequence(oid('1.2.840.113549.1.1.11'), nothing)
export const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'), nothing)

/** Both fixed, so that a key has one certificate for ever; documents of earlier days are signed by it too. */
const FROM = new Date('2000-01-01T00:00:00Z')
const UNTIL = new Date('2099-12-31T23:59:59Z')

export interface Certificate {
  /** X.509, self-signed. */
  der: Buffer
  issuer: Buffer
  serial: Buffer
}

const extension = (id: string, value: Buffer): Buffer =>
  sequence(oid(id), Buffer.from([0x01, 0x01, 0xff]), octets(value))

/** Signing alone, and nobody's authority: it vouches for no other certificate. */
const EXTENSIONS = tagged(
  0xa3,
  sequence(extension('2.5.29.19', sequence()), extension('2.5.29.15', tagged(0x03, Buffer.from([0x06, 0xc0])))),
)

/** The certificate a key gives itself, the same each time it is made (RSA, PKCS #1 v1.5). */
export function certificateOf(key: KeyObject, name: string): Certificate {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const serial = integer(createHash('sha256').update(publicKey).digest().subarray(0, 16))
  const issuer = sequence(setOf(sequence(oid('2.5.4.3'), utf8(name))))
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    serial,
    RSA_SHA256,
    issuer,
    sequence(time(FROM), time(UNTIL)),
    issuer,
    publicKey,
    EXTENSIONS,
  )
  return { der: sequence(body, RSA_SHA256, bits(sign('sha256', body, key))), issuer, serial }
}
