import type { Same } from '../same.ts'
import type { accounts as zh } from '../zh/accounts.ts'

export const accounts: Same<typeof zh> = {
  phone: 'Mobile phone',
  code: 'Code from the text message',
  password: 'Password',
  signIn: {
    title: 'Sign in',
    lead: 'Signing in for the first time makes the account.',
    sendCode: 'Send me a code',
    sentTo: 'If {{phone}} takes text messages, the code is on its way. It is valid for 5 minutes.',
    go: 'Sign in',
    name: 'Name',
    nameHint: 'At the first sign-in; you can change it later in your account.',
    otherPhone: 'Another phone',
    byPassword: 'Sign in by password',
    byCode: 'Sign in by text message',
    byOidc: 'Unified identity of the city',
    development: 'Development mode, the message is shown here:',
    onItsWay: 'on its way…',
  },
  secondFactor: {
    title: 'Second factor',
    lead: 'Officers see other people’s data, so a code of the authenticator is asked after signing in.',
    code: 'Authenticator code',
    hint: 'Open the authenticator and enter the six digits it shows now.',
    go: 'Confirm',
    later: 'Later, public pages first',
    enrol: 'Set up an authenticator',
    enrolText: 'Install an authenticator that knows TOTP on your phone, then ask for the secret.',
    enrolGo: 'Show the secret',
    once: 'The secret is shown only this once. Enter it into the authenticator, or open the link on the phone.',
    open: 'Open in the authenticator',
  },
  messages: {
    title: 'Development: messages sent',
    lead: 'In development text messages and mail are not sent but shown here.',
    to: 'To',
    text: 'Text',
    sentAt: 'Sent',
    none: 'No messages yet',
  },
}
