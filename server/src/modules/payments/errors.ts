import { paymentsFailures } from '@renshu/contracts'
import { throwing } from '../../platform/errors.ts'

export const fail = throwing(paymentsFailures)
