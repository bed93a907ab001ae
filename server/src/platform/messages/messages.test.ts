import { createServer, type IncomingHttpHeaders, type Server as HttpServer } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net'
import { expect, test } from 'vitest'
import { configOf } from '../config.ts'
import { systemClock } from '../clock.ts'
import { openMessages } from './messages.ts'

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
const close = (server: Server) => new Promise((resolve) => server.close(resolve))

interface Taken {
  headers: IncomingHttpHeaders
  body: string
}

/** An SMS gateway that answers with a status and keeps what it was sent. */
async function withGateway(
  status: number,
  work: (url: string, taken: Taken[]) => Promise<void>,
  location?: string,
): Promise<void> {
  const taken: Taken[] = []
  const server: HttpServer = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      taken.push({ headers: request.headers, body })
      response.writeHead(status, location ? { location } : {})
      response.end('{}')
    })
  })
  try {
    await work(`http://127.0.0.1:${await listen(server)}`, taken)
  } finally {
    await close(server)
  }
}

const messagesVia = (settings: Record<string, string>) => openMessages(configOf(settings), systemClock)
const viaGateway = (url: string) => messagesVia({ SMS_URL: url, SMS_TOKEN: 'gateway-token' })

test('a text message goes to the gateway with its token and its reference, the same when it is tried again', () =>
  withGateway(200, async (url, taken) => {
    const send = () => viaGateway(url).sms('13900000000', '您好', 'm1')
    await send()
    await send()
    expect(taken.map(({ headers }) => headers['idempotency-key'])).toEqual(['m1', 'm1'])
    expect(taken[0]!.headers.authorization).toBe('Bearer gateway-token')
    expect(JSON.parse(taken[0]!.body)).toEqual({ to: '13900000000', text: '您好', reference: 'm1' })
  }))

test('a gateway that refuses is an error that names neither phone nor text', () =>
  withGateway(500, async (url) => {
    const error = await viaGateway(url)
      .sms('13900000000', '您好', 'm1')
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(String(error)).toBe('GatewayRefused: the SMS gateway answered 500')
  }))

test('a gateway cannot send phone and token on to another address', () =>
  withGateway(200, (elsewhere, stolen) =>
    withGateway(
      307,
      async (url) => {
        await expect(viaGateway(url).sms('13900000000', '您好', 'm1')).rejects.toThrow()
        expect(stolen).toEqual([])
      },
      elsewhere,
    ),
  ))

/** A mail server that takes one message and keeps its text. */
function mailServer(received: string[]): Server {
  return createTcpServer((socket) => {
    let inData = false
    socket.write('220 test ESMTP\r\n')
    socket.on('data', (chunk) => {
      const text = String(chunk)
      received.push(text)
      if (inData) {
        if (!text.endsWith('\r\n.\r\n')) return
        inData = false
        return void socket.write('250 taken\r\n')
      }
      if (/^(?:EHLO|HELO|MAIL|RCPT)/i.test(text)) return void socket.write('250 ok\r\n')
      if (/^DATA/i.test(text)) {
        inData = true
        return void socket.write('354 go on\r\n')
      }
      socket.end('221 bye\r\n')
    })
    socket.on('error', () => {})
  })
}

test('a mail goes to the mail server with sender, receiver and subject', async () => {
  const received: string[] = []
  const server = mailServer(received)
  const port = await listen(server)
  const messages = messagesVia({ SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_FROM: 'renshu@city.example' })
  await messages.mail('lin@example.com', 'Licence', 'It ends in 30 days.', 'm1')
  await close(server)
  const all = received.join('')
  expect(all).toContain('MAIL FROM:<renshu@city.example>')
  expect(all).toContain('RCPT TO:<lin@example.com>')
  expect(all).toContain('Subject: Licence')
  expect(all).toContain('Message-ID: <m1@renshu>')
  expect(all).toContain('It ends in 30 days.')
})

test('a subject cannot smuggle in another receiver', async () => {
  const received: string[] = []
  const server = mailServer(received)
  const port = await listen(server)
  const messages = messagesVia({ SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_FROM: 'renshu@city.example' })
  await messages.mail('lin@example.com', 'Hello\r\nBcc: thief@example.com', 'Text', 'm1')
  await close(server)
  expect(received.join('')).not.toMatch(/^Bcc:/m)
  expect(received.join('')).not.toContain('RCPT TO:<thief')
})

test('without a gateway a message fails, so that its job tries again', async () => {
  const messages = messagesVia({})
  await expect(messages.sms('13900000000', '您好', 'm1')).rejects.toThrow('SMS_URL is not set')
  await expect(messages.mail('lin@example.com', 'a', 'b', 'm1')).rejects.toThrow('SMTP_URL is not set')
  expect(messages.hasMail).toBe(false)
  expect(messages.shown).toBeNull()
})

test('in development the last two hundred messages are shown, newest first', async () => {
  const messages = messagesVia({ DEVELOPMENT: 'true' })
  for (let at = 0; at < 205; at++) await messages.sms('13900000000', `第 ${at} 条`, `m${at}`)
  const shown = messages.shown!()
  expect(shown).toHaveLength(200)
  expect(shown[0]!.text).toBe('第 204 条')
})
