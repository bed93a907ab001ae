import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Encryption of sensitive fields (resident id, phone) and the blind index by which an equal value is found. */
export interface Secrets {
  /** AES-256-GCM, a new nonce each time: `v2.`, the id of the key, `.` and base64url. */
  seal: (plain: string) => string
  /** @throws RangeError when no key at hand sealed the text; when it was changed */
  open: (sealed: string) => string
  /** HMAC-SHA-256 of a value for one purpose, 64 hex digits: equal values are equal, and nothing else can be read. */
  blind: (purpose: string, value: string) => string
  /**
   * The same by the current key and by each before it, the oldest last: for what was marked before keys were exchanged
   * and cannot be marked anew, since only the mark was kept.
   */
  blinds: (purpose: string, value: string) => string[]
  /** A keyed one-way name of a person outside accounts; the same for ever, whatever keys were exchanged. */
  pseudonym: (personId: string) => string
  /** Eight hex digits that tell the current key from others and say nothing of it. */
  keyId: string
  /** Whether a sealed text opens with the current key and needs no other. */
  isCurrent: (sealed: string) => boolean
}

/** What was the key before. */
export interface FormerKeys {
  /** Whole keys, by which texts sealed before still open. */
  keys?: readonly Buffer[]
  /** Index keys, oldest first. */
  indexes?: readonly Buffer[]
}

const NONCE = 12
const TAG = 16
const NO_FORMER: FormerKeys = {}

const derive = (key: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', purpose, 32))

/** The part of a data key that makes blind indexes and pseudonyms. */
export const indexKeyOf = (key: Buffer): Buffer => derive(key, 'index')

export const keyIdOf = (key: Buffer): string => createHash('sha256').update(derive(key, 'id')).digest('hex').slice(0, 8)

const mark = (index: Buffer, purpose: string, value: string): string =>
  createHmac('sha256', index).update(`${purpose}\0${value}`).digest('hex')

/** @throws where the text was sealed with another key or was changed */
function openWith(sealing: Buffer, body: string): string {
  const bytes = Buffer.from(body, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE))
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
}

/** A text sealed before keys had ids: each key at hand is tried. */
function openUnnamed(sealings: readonly Buffer[], body: string): string {
  for (const sealing of sealings)
    try {
      return openWith(sealing, body)
    } catch {
      // Another key's, or changed: only the last of them knows.
    }
  throw new RangeError('sealed with a key that is not at hand, or changed')
}

/** Different ones, in order. */
function distinct(keys: readonly Buffer[]): Buffer[] {
  return [...new Map(keys.map((key) => [key.toString('hex'), key])).values()]
}

/** @param key 32 bytes, kept outside the database */
export function secretsOf(key: Buffer, { keys = [], indexes = [] }: FormerKeys = NO_FORMER): Secrets {
  if ([key, ...keys].some(({ length }) => length !== 32)) throw new RangeError('a data key has 32 bytes')
  const keyId = keyIdOf(key)
  const sealings = new Map([key, ...keys].map((each) => [keyIdOf(each), derive(each, 'field')]))
  const sealing = sealings.get(keyId)!
  const index = indexKeyOf(key)
  const all = distinct([index, ...keys.map(indexKeyOf), ...indexes.toReversed()])
  const prefix = `v2.${keyId}.`
  return {
    keyId,
    isCurrent: (sealed) => sealed.startsWith(prefix),
    seal(plain) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return prefix + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed) {
      const [version, id = '', body = ''] = sealed.split('.')
      if (version === 'v1') return openUnnamed([...sealings.values()], id)
      const found = version === 'v2' ? sealings.get(id) : undefined
      if (!found) throw new RangeError('sealed with a key that is not at hand')
      return openWith(found, body)
    },
    blind: (purpose, value) => mark(index, purpose, value),
    blinds: (purpose, value) => all.map((each) => mark(each, purpose, value)),
    pseudonym: (personId) => mark(indexes[0] ?? index, 'pseudonym', personId).slice(0, 32),
  }
}
