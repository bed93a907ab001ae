import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Certificate, certificateOf } from './certificate.ts'
import { isSignedBy, signDigest } from './cms.ts'

/** Signs for a city. */
export interface Signer {
  /** X.509, self-signed; DER. */
  certificate: Buffer
  /** A detached PKCS #7 signature over bytes with this SHA-256, always of the same length. */
  sign: (digest: Buffer) => Buffer
  verify: (digest: Buffer, signed: Buffer) => boolean
}

const generate = promisify(generateKeyPair)
const isThere = (error: unknown): boolean => (error as { code?: string }).code === 'EEXIST'

/** Made once in the data folder and readable by its owner alone, like the key of sealed fields. */
async function keyIn(folder: string, city: string): Promise<KeyObject> {
  const path = join(folder, `${city}.key`)
  try {
    return createPrivateKey(await readFile(path))
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
  }
  const { privateKey } = await generate('rsa', { modulusLength: 2048 })
  await mkdir(folder, { recursive: true })
  await writeFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' }).catch(
    (error: unknown) => {
      if (!isThere(error)) throw error
    },
  )
  // Another process may have been first: what lies there counts.
  return createPrivateKey(await readFile(path))
}

const signerOf = (key: KeyObject, certificate: Certificate): Signer => ({
  certificate: certificate.der,
  sign: (digest) => signDigest(key, certificate, digest),
  verify: (digest, signed) => isSignedBy(key, certificate, digest, signed),
})

const signers = new Map<string, Promise<Signer>>()

/**
 * The signer of a city, with its key in `DATA_DIR/signing/<city>.key`; made when it is first asked for.
 * @param name of the authority, in the certificate
 */
export function citySigner({ DATA_DIR }: { DATA_DIR: string }, city: string, name: string): Promise<Signer> {
  const folder = join(DATA_DIR, 'signing')
  const id = `${folder} ${city} ${name}`
  const known = signers.get(id)
  if (known) return known
  const made = keyIn(folder, city).then((key) => signerOf(key, certificateOf(key, name)))
  made.catch(() => signers.delete(id))
  signers.set(id, made)
  return made
}
