import { covers } from '@renshu/codes'
import { aspect, because } from '../aspect.ts'

const NOT_ASKED = { explain: because('certificates.notAsked') }

/** Only what is required counts here, and only the right class or one that the regulation says covers it. */
export const certificates = aspect<string[], string[]>({
  ofJob: (job) => [...new Set(job.certificates.filter((wanted) => wanted.required).map((wanted) => wanted.code))],
  ofTalent: (talent) => talent.certificates,
  judge(required, held, { settings }) {
    if (required.length === 0) return NOT_ASKED
    const missing = required.filter((wanted) => !held.some((code) => covers(code, wanted)))
    if (missing.length === 0) return { explain: because('certificates.met', { required }) }
    const isNear = missing.length <= settings.near.certificates
    return {
      failure: { by: missing.length, unit: 'certificates', isNear },
      explain: because('certificates.missing', { required, missing }),
    }
  },
})
