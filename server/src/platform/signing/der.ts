/** The few things of DER (X.690) that a certificate and a signature are made of. Bytes in, bytes out. */

function lengthOf(length: number): number[] {
  if (length < 128) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 | bytes.length, ...bytes]
}

/** A value under its tag. */
export const tagged = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body.length)]), body])
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(0x30, ...parts)
/** The parts have to come in the order of their encoding. */
export const setOf = (...parts: readonly Uint8Array[]): Buffer => tagged(0x31, ...parts)
export const octets = (bytes: Uint8Array): Buffer => tagged(0x04, bytes)
export const bits = (bytes: Uint8Array): Buffer => tagged(0x03, Buffer.from([0]), bytes)
export const nothing = Buffer.from([0x05, 0x00])
export const utf8 = (text: string): Buffer => tagged(0x0c, Buffer.from(text, 'utf8'))

/** A number from 0, given by its bytes. */
export function integer(bytes: Uint8Array): Buffer {
  let from = 0
  while (from < bytes.length - 1 && bytes[from] === 0) from++
  const rest = Buffer.from(bytes.subarray(from))
  return tagged(0x02, ...(rest[0]! & 0x80 ? [Buffer.from([0])] : []), rest)
}

/** `1.2.840.113549.1.7.2`. */
export function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number)
  const bytes = [first! * 40 + second!]
  for (const part of rest) {
    const digits = [part % 128]
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) digits.unshift(0x80 | (left % 128))
    bytes.push(...digits)
  }
  return tagged(0x06, Buffer.from(bytes))
}

/** UTCTime until 2049, as X.509 asks: `260302010000Z`. */
export function time(instant: Date): Buffer {
  const digits = instant.toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  const [tag, text] = digits < '2050' ? [0x17, digits.slice(2)] : [0x18, digits]
  return tagged(tag, Buffer.from(text, 'ascii'))
}
