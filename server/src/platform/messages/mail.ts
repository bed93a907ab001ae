import { createTransport } from 'nodemailer'

const PATIENCE = 10_000

/** Mail over SMTP; outside loopback the line is encrypted or the message is not sent. */
export function openMail(url: string, from: string) {
  const { hostname, protocol } = new URL(url)
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const transport = createTransport({
    url,
    requireTLS: protocol === 'smtp:' && !isLocal,
    connectionTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async (to: string, subject: string, text: string, reference: string): Promise<void> => {
    // The same id each time it is tried: mail servers and readers show a message of one id once.
    await transport.sendMail({ from, to, subject, text, messageId: `<${reference}@renshu>` })
  }
}
