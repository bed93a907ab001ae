import { expect, test } from 'vitest'
import { configOf } from './config.ts'

const problem = (environment: Record<string, string>): string => {
  try {
    configOf(environment)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

test('without any setting a server listens on this machine alone, with an embedded database', () => {
  expect(configOf({})).toMatchObject({
    PORT: 8080,
    HOST: '127.0.0.1',
    DATA_DIR: 'data',
    CITY: '370200',
    DEVELOPMENT: false,
  })
  expect(configOf({}).DATABASE_URL).toBeUndefined()
})

test('every wrong setting is named at once', () => {
  const said = problem({ PORT: '99999', DATABASE_URL: 'mysql://x', DATA_KEY: 'short' })
  for (const name of ['PORT', 'DATABASE_URL', 'DATA_KEY']) expect(said).toContain(name)
})

test('settings that belong together are asked together', () => {
  expect(problem({ SMTP_URL: 'smtp://mail.example' })).toContain('SMTP_FROM')
  expect(problem({ OIDC_CLIENT_ID: 'x' })).toContain('OIDC_ISSUER')
})

test('codes on screen are refused beside a public address', () => {
  expect(problem({ DEVELOPMENT: 'true', PUBLIC_URL: 'https://hr.example.cn' })).toContain('DEVELOPMENT')
  expect(problem({ DEVELOPMENT: 'true', HOST: '0.0.0.0' })).toContain('DEVELOPMENT')
  for (const PUBLIC_URL of ['http://localhost:8080', 'http://[::1]:8080'])
    expect(problem({ DEVELOPMENT: 'true', PUBLIC_URL })).toBe('')
})

test('only a development server may have its clock ahead, by whole days, and never back', () => {
  const said = problem({ CLOCK_AHEAD: '8' })
  expect(said).toContain('只有开发服务器')
  expect(said).toContain('only a development server')
  expect(configOf({ CLOCK_AHEAD: '8', DEVELOPMENT: 'on' }).CLOCK_AHEAD).toBe(8)
  for (const CLOCK_AHEAD of ['-1', '0.5', 'P8D']) expect(problem({ CLOCK_AHEAD, DEVELOPMENT: 'on' })).toContain('CLOCK')
})

test('a shared database asks for a shared key', () => {
  const DATABASE_URL = 'postgres://localhost/renshu'
  expect(problem({ DATABASE_URL })).toContain('DATA_KEY')
  expect(problem({ DATABASE_URL, DATA_KEY: 'ab'.repeat(32) })).toBe('')
})
