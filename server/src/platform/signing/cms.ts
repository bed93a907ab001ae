import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { type Certificate, SHA256 } from './certificate.ts'
import { integer, nothing, octets, oid, sequence, setOf, tagged } from './der.ts'

const DATA = oid('1.2.840.113549.1.7.1')
const ONE = integer(Buffer.from([1]))

/** What is signed: that it is data, and its digest (RFC 5652, 5.4), as a set in the order of DER. */
const attributesOf = (digest: Buffer): Buffer[] =>
  [
    sequence(oid('1.2.840.113549.1.9.3'), setOf(DATA)),
    sequence(oid('1.2.840.113549.1.9.4'), setOf(octets(digest))),
  ].toSorted(Buffer.compare)

function assemble({ der, issuer, serial }: Certificate, digest: Buffer, signature: Buffer): Buffer {
  const signer = sequence(
    ONE,
    sequence(issuer, serial),
    SHA256,
    tagged(0xa0, ...attributesOf(digest)),
    sequence(oid('1.2.840.113549.1.1.1'), nothing),
    octets(signature),
  )
  const signed = sequence(ONE, setOf(SHA256), sequence(DATA), tagged(0xa0, der), setOf(signer))
  return sequence(oid('1.2.840.113549.1.7.2'), tagged(0xa0, signed))
}

/**
 * A detached signature (PKCS #7, RFC 5652) over bytes with this SHA-256. The same digest gives the same bytes.
 * @param digest 32 bytes
 */
export const signDigest = (key: KeyObject, certificate: Certificate, digest: Buffer): Buffer =>
  assemble(certificate, digest, sign('sha256', setOf(...attributesOf(digest)), key))

/**
 * Whether a detached signature is this key's over this digest, in the very form in which it is made here: nothing else
 * can be hidden in it.
 */
export function isSignedBy(key: KeyObject, certificate: Certificate, digest: Buffer, signed: Buffer): boolean {
  const publicKey = createPublicKey(key)
  const size = (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8
  const signature = signed.subarray(-size)
  if (!assemble(certificate, digest, signature).equals(signed)) return false
  return verify('sha256', setOf(...attributesOf(digest)), publicKey, signature)
}
