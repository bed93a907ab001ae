import { z } from 'zod'
import { Id } from '../values.ts'

export const ofPayable = z.object({ payableId: Id })
/** Failures of a corrected account, whoever sends it in. */
export const CORRECTING = ['payments.noPayable', 'payments.badAccount', 'payments.notNow', 'platform.stale'] as const
