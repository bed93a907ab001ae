/**
 * Documents of a case (文书): receipt, acceptance, request to correct, decision, refusal, notice of payment.
 *
 * A step only notes, in its transaction, which event a document tells of, with a code (`keepDocument`). The PDF is made
 * when somebody downloads it, and kept nowhere: it follows from the definition of the version the case runs on, the
 * events up to its own and the city's key, so it is the same bytes each time. Drawing takes some hundred milliseconds;
 * it runs in a thread, between two transactions, so neither the event loop nor the one connection of the embedded
 * database waits for it. A job after commit would draw papers that nobody ever opens, and would have to be waited for by
 * who does.
 *
 * The routes stand in `packages/contracts/src/cases/routes/document-routes.ts`.
 */
export { documentHandlers } from './handlers.ts'
export { keepDocument } from './keep.ts'
