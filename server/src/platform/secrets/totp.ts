import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** One-time passwords by time (RFC 6238): SHA-1, six digits, a new one every 30 seconds, as every authenticator has them. */
const STEP = 30
const DIGITS = 6
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 without padding. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return bits ? text + ALPHABET[(held << (5 - bits)) & 31] : text
}

function bytesOf(text: string): Buffer {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const letter of text) {
    held = (held << 5) | ALPHABET.indexOf(letter)
    bits += 5
    if (bits >= 8) bytes.push((held >> (bits -= 8)) & 255)
    held &= (1 << bits) - 1
  }
  return Buffer.from(bytes)
}

/** A new secret of 160 bits, base32. */
export const newTotpSecret = (): string => base32(randomBytes(20))

/** What an authenticator reads as a picture. */
export function totpUrl(secret: string, issuer: string, label: string): string {
  const query = `issuer=${encodeURIComponent(issuer)}&secret=${secret}&algorithm=SHA1&digits=${DIGITS}&period=${STEP}`
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(label)}?${query}`
}

/** The code of a step, RFC 4226. */
function codeOf(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = mac.at(-1)! & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** The step a code belongs to, one step of drift either way; undefined where it is wrong. */
export function totpStep(secret: string, code: string, at: Date): number | undefined {
  const key = bytesOf(secret)
  const now = Math.floor(at.getTime() / 1000 / STEP)
  const given = Buffer.from(code)
  return [now, now - 1, now + 1].find((step) => {
    const wanted = Buffer.from(codeOf(key, Math.max(0, step)))
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
}
