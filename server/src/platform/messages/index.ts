export { messageJob, resealed, sendLater, SENT_LATER } from './later.ts'
export { type Messages, openMessages } from './messages.ts'
