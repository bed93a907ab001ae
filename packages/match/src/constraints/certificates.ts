import { covers } from '@renshu/codes'
import { aspect, because } from '../aspect.ts'
import type { Reason } from '../reasons/index.ts'

const NOT_ASKED = { explain: because('certificates.notAsked') }

/** Only what is required counts here, and only the right class or one that the regulation says covers it. */
export const certificates = aspect<string[], string[]>({
  ofJob: (job) => [...new Set(job.certificates.filter((wanted) => wanted.required).map((wanted) => wanted.code))],
  ofTalent: (talent) => talent.certificates,
  judge(required, held, { settings }) {
    if (required.length === 0) return NOT_ASKED
    let by = 0
    for (const wanted of required) if (isMissing(wanted, held)) by++
    if (by === 0) return { explain: because('certificates.met', { required }) }
    const isNear = by <= settings.near.certificates
    return { failure: { by, unit: 'certificates', isNear }, explain: becauseMissing(required, held) }
  },
})

function isMissing(wanted: string, held: readonly string[]): boolean {
  for (const code of held) if (covers(code, wanted)) return false
  return true
}

const becauseMissing = (required: string[], held: readonly string[]) => (): Reason => ({
  key: 'certificates.missing',
  values: { required, missing: required.filter((wanted) => isMissing(wanted, held)) },
})
