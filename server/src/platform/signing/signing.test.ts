import { createHash, X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkPdf, citySigner, RANGE_PLACE, SIGNATURE_BYTES, signPdf } from './index.ts'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'renshu-signing-'))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true })
})

const NAME = '样例市人力资源和社会保障局'
const digestOf = (text: string) => createHash('sha256').update(text).digest()
/** The least that has both places of a signature. */
const blank = (text: string) =>
  Buffer.from(
    `%PDF-1.7\n<</ByteRange [0 /${RANGE_PLACE} /${RANGE_PLACE} /${RANGE_PLACE}]` +
      `/Contents <${'00'.repeat(SIGNATURE_BYTES)}>>>\n${text}\n%%EOF\n`,
  )

test('a key is made once, readable by its owner alone, and its certificate is the same each time', async () => {
  const DATA_DIR = folder()
  const [one, two] = await Promise.all([
    citySigner({ DATA_DIR }, '370200', NAME),
    citySigner({ DATA_DIR }, '370200', NAME),
  ])
  expect(two.certificate.equals(one.certificate)).toBe(true)
  expect(statSync(join(DATA_DIR, 'signing/370200.key')).mode & 0o777).toBe(0o600)
  const copy = folder()
  const key = readFileSync(join(DATA_DIR, 'signing/370200.key'))
  mkdirSync(join(copy, 'signing'))
  writeFileSync(join(copy, 'signing/370200.key'), key)
  const elsewhere = await citySigner({ DATA_DIR: copy }, '370200', NAME)
  expect(elsewhere.certificate.equals(one.certificate)).toBe(true)
})

test('the certificate is X.509, names the authority, signs itself and vouches for nobody else', async () => {
  const { certificate } = await citySigner({ DATA_DIR: folder() }, '370200', NAME)
  const read = new X509Certificate(certificate)
  expect(read.subject).toBe(`CN=${NAME}`)
  expect(read.verify(read.publicKey)).toBe(true)
  expect(read.ca).toBe(false)
  expect(read.validTo).toContain('2099')
})

test('a signature is of one digest and one key, and the same each time', async () => {
  const mine = await citySigner({ DATA_DIR: folder() }, '370200', NAME)
  const other = await citySigner({ DATA_DIR: folder() }, '370200', NAME)
  const signed = mine.sign(digestOf('a'))
  expect(mine.sign(digestOf('a')).equals(signed)).toBe(true)
  expect(mine.verify(digestOf('a'), signed)).toBe(true)
  expect(mine.verify(digestOf('b'), signed)).toBe(false)
  expect(other.verify(digestOf('a'), signed)).toBe(false)
  expect(mine.verify(digestOf('a'), Buffer.alloc(0))).toBe(false)
})

test('a signed PDF is whole until any of its bytes is another, also behind the signature', async () => {
  const signer = await citySigner({ DATA_DIR: folder() }, '370200', NAME)
  const signed = signPdf(blank('样例'), signer)
  expect(signed.length).toBe(blank('样例').length)
  expect(checkPdf(signed, signer)).toBe('whole')
  for (let at = 0; at < signed.length; at += 61) {
    const changed = Buffer.from(signed)
    changed[at]! ^= 1
    expect(checkPdf(changed, signer), `byte ${at}`).not.toBe('whole')
  }
  expect(checkPdf(Buffer.concat([signed, Buffer.from(' ')]), signer)).toBe('changed')
  expect(checkPdf(blank('样例'), signer)).toBe('unsigned')
})

test('a signature over less than the whole file is none', async () => {
  const signer = await citySigner({ DATA_DIR: folder() }, '370200', NAME)
  const signed = signPdf(blank('样例'), signer).toString('latin1')
  const shorter = signed.replace(
    /\[0 (\d+) (\d+) (\d+)\]/,
    (_, from, until, rest) => `[0 ${from} ${until} ${Number(rest) - 7}]`,
  )
  expect(checkPdf(Buffer.from(shorter, 'latin1'), signer)).toBe('changed')
})

test('what has no place for a signature is not signed', async () => {
  const signer = await citySigner({ DATA_DIR: folder() }, '370200', NAME)
  expect(() => signPdf(Buffer.from('%PDF-1.7\n'), signer)).toThrow(RangeError)
})
