import type { Fault } from '@renshu/policy'

export const fault = (path: Fault['path'], zh: string, en: string): Fault => ({ path, reason: { zh, en } })
