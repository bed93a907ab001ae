import { certificate, occupation } from '@renshu/codes'
import { type CvFacts, readCv as readFacts } from '@renshu/intake'
import { type CvReading, fileFailures } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { throwing } from '../../../platform/errors.ts'
import { keepFile, kindOf } from '../../../platform/files/index.ts'
import { type Context, type Language, withSlowStep } from '../../../platform/http/index.ts'
import { type DocumentAnswer, type DocumentTask, readInThread } from '../cv/read-document.ts'
import { fail } from '../errors.ts'
import { placeView } from '../show/views.ts'

const failFile = throwing(fileFailures)

type Problem = Extract<DocumentAnswer, { problem: unknown }>['problem']
const PROBLEMS: Record<Problem, Record<Language, string>> = {
  broken: { zh: '文件损坏或不完整', en: 'it is damaged or not whole' },
  encrypted: { zh: '文件有密码，请去掉密码再上传', en: 'it has a password; take it off first' },
  tooLarge: { zh: '文件太大或页数太多', en: 'it is too large or has too many pages' },
  ambiguous: { zh: '文件里混有别的内容', en: 'there is something else in the file' },
  tooHeavy: { zh: '文件太复杂', en: 'it is too complicated' },
}

interface Sent {
  query: { name: string }
  bytes: Uint8Array<ArrayBuffer>
}

const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le')

/** Whether it is a Word document with a password: a compound file, as old documents are, that says so. */
const isLocked = (bytes: Uint8Array): boolean => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return file.subarray(0, COMPOUND.length).equals(COMPOUND) && file.includes(LOCKED)
}

/** @throws files.empty, files.unsupported, talents.unreadableCv */
function requireDocument({ bytes }: Sent, language: Language): DocumentTask {
  if (bytes.length === 0) throw failFile.empty()
  if (isLocked(bytes)) throw fail.unreadableCv({ problem: PROBLEMS.encrypted[language] })
  const kind = kindOf(bytes)
  if (kind !== 'docx' && kind !== 'pdf') throw failFile.unsupported({ kinds: 'docx, pdf' })
  return { bytes, kind }
}

type Read = { text: string; scanned: boolean; facts: CvFacts } | { problem: Problem }

async function read({ task, today }: { task: DocumentTask; today: string }): Promise<Read> {
  const answer = await readInThread(task)
  return 'problem' in answer ? answer : { ...answer, facts: readFacts(answer.text, today) }
}

/** What was read, with its names in words. */
function readingOf({ language }: Context, { text, scanned, facts }: Exclude<Read, { problem: unknown }>) {
  const { name, born, education, years, wishes, places, salary, certificates, skills, history } = facts
  return {
    scanned,
    text,
    name: name ?? null,
    born: born ?? null,
    education: education ?? null,
    years: years ?? null,
    wishes: wishes.map(({ title, occupation: code }) => ({
      title,
      occupation: code ? { code, name: occupation(code)?.name ?? code } : null,
    })),
    places: places.map((place) => placeView(place, language)),
    salary: salary ?? null,
    certificates: certificates.map((code) => ({ code, name: certificate(code)?.name ?? code, validUntil: null })),
    skills,
    history,
  }
}

/**
 * Keeps a CV and says what it was read as; of a scanned one, that it is. The document is opened outside the
 * transaction, in a thread of its own.
 */
export const readCv = withSlowStep({
  look: async (sent: Sent, { now, language }) => ({ task: requireDocument(sent, language), today: dayOf(now()) }),
  work: read,
  async handle({ query, bytes }, context, found): Promise<CvReading> {
    if ('problem' in found) throw fail.unreadableCv({ problem: PROBLEMS[found.problem][context.language] })
    const { id } = await keepFile(context, { name: query.name, bytes }, ['docx', 'pdf'])
    return { fileId: id, ...readingOf(context, found) }
  },
})
