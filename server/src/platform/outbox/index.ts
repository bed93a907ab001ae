export { deliverAll, emit, emitMany, type Event, stuckSubscribers, type Subscriber } from './outbox.ts'
export { startCourier } from './courier.ts'
