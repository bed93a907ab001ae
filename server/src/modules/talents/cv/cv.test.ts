import { talentsRoutes } from '@renshu/contracts'
import { docxOf } from '@renshu/intake/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deflateSync } from 'node:zlib'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { pdfOfLines } from '../../../../testing/documents.ts'
import { given } from '../../../../testing/given.ts'
import { readInThread } from './read-document.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const CV =
  '姓名：样例甲\t出生年月：1988-05\n求职意向：叉车司机\n工作经历\n2019.03-至今\t样例物流有限公司\t叉车司机\n证书\n叉车证N1'
const send = async (bytes: Uint8Array<ArrayBuffer>, somebody?: { token: string }) =>
  app.as(talentsRoutes, somebody ?? (await given.person(app))).readCv({ query: { name: '简历' }, bytes })
const problemOf = async (bytes: Uint8Array<ArrayBuffer>) =>
  send(bytes).then(
    () => ({ code: 'no failure', detail: '' }),
    (error: { problem: { code: string; detail: string } }) => error.problem,
  )

test('a CV is read by field, kept, and can be saved with the profile', async () => {
  for (const bytes of [new Uint8Array(await docxOf(CV)), pdfOfLines(CV)]) {
    const person = await given.person(app)
    const read = await send(bytes, person)
    expect(read).toMatchObject({
      scanned: false,
      name: '样例甲',
      born: 1988,
      years: 7,
      wishes: [{ title: '叉车司机', occupation: { code: '6-30-05-01' } }],
      certificates: [{ code: 'forklift-n1', validUntil: null }],
      history: [{ employer: '样例物流有限公司', title: '叉车司机', from: '2019-03', until: null }],
    })
    const own = app.as(talentsRoutes, person)
    const body = { version: null, wishes: [{ title: '叉车司机' }], history: read.history, cvFileId: read.fileId }
    expect(await own.save({ body })).toMatchObject({ cv: { id: read.fileId, name: '简历', size: bytes.length } })
    const stranger = app.as(talentsRoutes, await given.person(app))
    await expect(stranger.save({ body })).rejects.toMatchObject({ problem: { code: 'talents.unknownDocument' } })
  }
})

test('a scanned CV is said to be one, and kept', async () => {
  expect(await send(pdfOfLines(''))).toMatchObject({ scanned: true, text: '', wishes: [], name: null })
})

test('what cannot be read says why', async () => {
  const bytesOf = (...parts: (string | Uint8Array)[]) =>
    new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))))
  expect(await problemOf(bytesOf('%PDF-1.7 nothing'))).toMatchObject({
    code: 'talents.unreadableCv',
    detail: '读不出这份简历：文件损坏或不完整。可以换一份，或直接填写',
  })
  expect((await problemOf(bytesOf(pdfOfLines(CV), '<html>'))).detail).toContain('混有别的内容')
  const bomb = bytesOf(
    '%PDF-1.4\n1 0 obj<<>>stream\n',
    deflateSync(Buffer.alloc(150_000_000)),
    '\nendstream endobj\n%%EOF',
  )
  expect((await problemOf(bomb)).detail).toContain('太大')
  const key = `/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -1340/O<${'a1'.repeat(32)}>/U<${'b2'.repeat(32)}>>>/ID[<00><00>]`
  const locked = new TextDecoder().decode(pdfOfLines(CV)).replace('trailer<<', `trailer<<${key}`)
  // So does Word write a document with a password.
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])
  for (const bytes of [bytesOf(locked), bytesOf(compound)])
    expect(await problemOf(bytes)).toMatchObject({
      code: 'talents.unreadableCv',
      detail: '读不出这份简历：文件有密码，请去掉密码再上传。可以换一份，或直接填写',
    })
  expect((await problemOf(bytesOf('hello'))).code).toBe('files.unsupported')
  expect((await problemOf(bytesOf())).code).toBe('files.empty')
})

test('a thread that takes too long or too much memory is ended, and the next document is read', async () => {
  const bytes = pdfOfLines(CV)
  expect(await readInThread({ bytes, kind: 'pdf' }, { patience: 1, memory: 256 })).toEqual({ problem: 'tooHeavy' })
  expect(await readInThread({ bytes, kind: 'pdf' }, { patience: 20_000, memory: 4 })).toEqual({ problem: 'tooHeavy' })
  expect(await readInThread({ bytes, kind: 'pdf' })).toMatchObject({ scanned: false })
})
