export { deliverAll, emit, type Event, type Subscriber } from './outbox.ts'
export { startCourier } from './courier.ts'
