import { isRejectReason, reasonMessage } from '@renshu/intake'
import type { Language } from '../../../platform/http/index.ts'
import { explainWhy, isWhy } from '../screening/why.ts'

/** Why a row was sent back, as a phrase: what `renshu inspect` says of it, or what may not be published. */
export const explainReject = (reason: string, language: Language): string =>
  isRejectReason(reason) ? reasonMessage(reason, language) : isWhy(reason) ? explainWhy(reason, language) : reason
