import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Encryption of sensitive fields (resident id, phone) and the blind index by which an equal value is found. */
export interface Secrets {
  /** AES-256-GCM, a new nonce each time: `v1.` and base64url. */
  seal: (plain: string) => string
  /** @throws when the text was not sealed with this key or was changed */
  open: (sealed: string) => string
  /** HMAC-SHA-256 of a value for one purpose, 64 hex digits: equal values are equal, and nothing else can be read. */
  blind: (purpose: string, value: string) => string
  /** A keyed one-way name of a person outside accounts. */
  pseudonym: (personId: string) => string
}

const NONCE = 12
const TAG = 16

/** @param key 32 bytes, kept outside the database */
export function secretsOf(key: Buffer): Secrets {
  if (key.length !== 32) throw new RangeError('the data key has 32 bytes')
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', purpose, 32))
  const sealing = derive('field')
  const indexing = derive('index')
  const blind = (purpose: string, value: string): string =>
    createHmac('sha256', indexing).update(`${purpose}\0${value}`).digest('hex')
  return {
    seal(plain) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed) {
      if (!sealed.startsWith('v1.')) throw new RangeError('not a sealed field')
      const bytes = Buffer.from(sealed.slice(3), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE))
      decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
      return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
    },
    blind,
    pseudonym: (personId) => blind('pseudonym', personId).slice(0, 32),
  }
}
