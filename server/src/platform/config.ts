import { CityCode } from '@renshu/contracts'
import { z } from 'zod'

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** Every setting of the server, by the name of its environment variable. `docs/operating.md` explains each. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  /** Where the embedded database, files and keys lie. */
  DATA_DIR: z.string().default('data'),
  /** A PostgreSQL server instead of the embedded database. */
  DATABASE_URL: optional(z.string().regex(/^postgres(?:ql)?:\/\//)),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(10),
  /** The city of a caller who is not signed in. */
  CITY: CityCode.default('370200'),
  CITIES_DIR: optional(z.string()),
  /** The address people type; links, cookies and OIDC depend on it. */
  PUBLIC_URL: optional(z.url()),
  /** 64 hex digits. Without it a key is made in DATA_DIR. */
  DATA_KEY: optional(z.string().regex(/^[0-9a-f]{64}$/i)),
  /** Keys before it, newest first, by comma or blank: read while `renshu reseal` exchanges them. */
  DATA_KEY_OLD: optional(z.string().regex(/^[0-9a-f]{64}(?:[\s,]+[0-9a-f]{64})*$/i)),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** How many proxies stand in front: that many addresses of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** `on`: messages and codes are shown on screen instead of being sent. Refused beside a public address. */
  DEVELOPMENT: z.stringbool().default(false),
  /** Whole days by which the clock of a development server is ahead. */
  CLOCK_AHEAD: z.coerce.number().int().min(0).max(3660).default(0),
  S3_ENDPOINT: optional(z.url()),
  S3_BUCKET: optional(z.string()),
  S3_ACCESS_KEY: optional(z.string()),
  S3_SECRET_KEY: optional(z.string()),
  S3_REGION: z.string().default('us-east-1'),
  SMS_URL: optional(z.url()),
  SMS_TOKEN: optional(z.string()),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//)),
  SMTP_FROM: optional(z.string()),
  OIDC_ISSUER: optional(z.url()),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
})
export type Config = z.output<typeof Environment>

/** A setting is missing or wrong; the message names each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Addresses that no other machine reaches. */
export const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '::1']

const TOGETHER = [
  ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'],
  ['SMS_URL', 'SMS_TOKEN'],
  ['SMTP_URL', 'SMTP_FROM'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const

/**
 * Reads the settings once, at start.
 * @throws ConfigError naming every setting that is wrong, missing beside another, or unsafe
 */
export function configOf(environment: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
  const config = parsed.data
  const wrong = TOGETHER.flatMap((group) => {
    const missing = group.filter((name) => config[name] === undefined)
    return missing.length && missing.length < group.length ? [`${missing.join(', ')}: needed beside ${group[0]}`] : []
  })
  // An IPv6 address stands in brackets in a URL.
  const host = config.PUBLIC_URL && new URL(config.PUBLIC_URL).hostname.replaceAll(/[[\]]/g, '')
  if (config.DEVELOPMENT && !LOOPBACK.includes(config.HOST))
    wrong.push('DEVELOPMENT: shows one-time codes on screen and is refused where HOST lets other machines in')
  if (config.DEVELOPMENT && host && !LOOPBACK.includes(host))
    wrong.push('DEVELOPMENT: shows one-time codes on screen and is refused beside a public PUBLIC_URL')
  if (config.CLOCK_AHEAD && !config.DEVELOPMENT)
    wrong.push(
      'CLOCK_AHEAD: 只有开发服务器（DEVELOPMENT=on）的时钟可以拨快 only a development server may have its clock ahead',
    )
  if (config.DATABASE_URL && !config.DATA_KEY && !config.DEVELOPMENT)
    wrong.push('DATA_KEY: needed with DATABASE_URL, since every process must hold the same key')
  if (wrong.length) throw new ConfigError(wrong.join('\n'))
  return config
}
