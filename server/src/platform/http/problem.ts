import { type Failure, type FailureKind, platformFailures, type Problem } from '@renshu/contracts'
import { AppError } from '../errors.ts'
import type { Language } from './language.ts'

/** The only place where a failure gets an HTTP status. */
const STATUS: Record<FailureKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  tooMany: 429,
  unavailable: 503,
}
const TITLES: Record<FailureKind, Record<Language, string>> = {
  invalid: { zh: '内容有误', en: 'Invalid' },
  unauthenticated: { zh: '需要登录', en: 'Sign in' },
  forbidden: { zh: '没有权限', en: 'Forbidden' },
  notFound: { zh: '没有找到', en: 'Not found' },
  conflict: { zh: '有冲突', en: 'Conflict' },
  tooLarge: { zh: '太大', en: 'Too large' },
  tooMany: { zh: '太频繁', en: 'Too many requests' },
  unavailable: { zh: '暂时不可用', en: 'Unavailable' },
}

/** The status of a failure. A bug is 500, a database that is away 503. */
export const statusOf = (failure: Failure): number =>
  failure.code === platformFailures.unexpected.code ? 500 : STATUS[failure.kind]

const filled = (text: string, values: Record<string, string | number>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** SQLSTATE classes and Node codes of a database that does not answer: nothing was written. */
const AWAY = /^(?:08|53|57P|57014)|^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|ENOSPC)$/
export const isAway = (error: unknown): boolean => {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return (
    (typeof code === 'string' && AWAY.test(code)) ||
    (typeof message === 'string' && /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(message))
  )
}

/** The expected failure behind an error; a bug is `platform.unexpected`, without any detail of it. */
export const failureOf = (error: unknown): AppError =>
  error instanceof AppError
    ? error
    : new AppError(isAway(error) ? platformFailures.unavailable : platformFailures.unexpected)

/** RFC 9457 body in the caller's language. */
export function problemOf(error: AppError, language: Language, requestId: string): Problem {
  const { failure, fields } = error
  return {
    type: `/api/docs#${failure.code}`,
    title: TITLES[failure.kind][language],
    status: statusOf(failure),
    code: failure.code,
    detail: filled(failure[language], { requestId, ...error.values }),
    requestId,
    ...(fields.length && { fields: [...fields] }),
  }
}
