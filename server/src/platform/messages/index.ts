export { messageJob, sendLater } from './later.ts'
export { type Messages, openMessages } from './messages.ts'
