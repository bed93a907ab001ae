import { registryRoutes } from '@renshu/contracts'
import { dayOf } from '../../platform/clock.ts'
import { keepFile } from '../../platform/files/index.ts'
import { type Handlers, moduleOf, withSlowStep } from '../../platform/http/index.ts'
import * as bureau from './actions/bureau.ts'
import { correctOrganisation, describeOrganisation } from './actions/describe.ts'
import * as directory from './actions/directory.ts'
import { licenceDocument, ownDocument, verificationDocument } from './actions/documents.ts'
import { beginImport, listImports, rejectsFile, showImport } from './actions/imports.ts'
import { decideLicence, proposeLicence, withdrawLicence } from './actions/licences.ts'
import { listEndingSoon } from './ending/show.ts'
import { organisationInCharge, ownOrganisation } from './actions/own.ts'
import { addPractitioner, changePractitioner, removePractitioner } from './actions/practitioners.ts'
import { registerOrganisation, reportBranch } from './actions/register.ts'
import * as verifications from './actions/verifications.ts'
import { countRows } from './imports/register-file.ts'
import { standing } from './standing/standing.ts'
import { practitionersOf } from './store/practitioners.ts'
import { profile, record } from './views.ts'

const done = { done: true } as const

const handlers: Handlers<typeof registryRoutes> = {
  directory: ({ query }, context) => directory.listDirectory(context, query),
  districts: ({ query }, context) => directory.countDistricts(context, query),
  directoryCsv: ({ query }, context) => directory.directoryFile(context, query),
  profile: async ({ params }, context) =>
    profile(await directory.publicOrganisation(context, params.organisationId), context),
  async standing({ params }, context) {
    const { id } = await directory.publicOrganisation(context, params.organisationId)
    return standing(context.tx, context.city, id, dayOf(context.now()))
  },

  register: ({ body }, context) => registerOrganisation(context, body),
  record: async ({ params }, context) => record(await ownOrganisation(context, params.organisationId), context),
  async standingHistory({ params, query }, context) {
    const { id } = await ownOrganisation(context, params.organisationId)
    return directory.standingHistory(context, id, query)
  },
  describe: ({ params, body }, context) => describeOrganisation(context, params.organisationId, body),
  proposeLicence: ({ params, body }, context) => proposeLicence(context, params.organisationId, body),
  async withdrawLicence({ params }, context) {
    await withdrawLicence(context, params.organisationId, params.licenceId)
    return done
  },
  practitioners: async ({ params }, { tx, city }) => ({
    items: await practitionersOf(tx, city, params.organisationId),
  }),
  addPractitioner: ({ params, body }, context) => addPractitioner(context, params.organisationId, body),
  changePractitioner: ({ params, body }, context) => changePractitioner(context, params, body),
  async removePractitioner({ params }, context) {
    await removePractitioner(context, params)
    return done
  },
  reportBranch: ({ params, body }, context) => reportBranch(context, params.organisationId, body),
  async upload({ params, query, bytes }, context) {
    await ownOrganisation(context, params.organisationId)
    return keepFile(context, { name: query.name, bytes })
  },
  document: ({ params }, context) => ownDocument(context, params.organisationId, params.fileId),
  submitVerification: ({ params, body }, context) =>
    verifications.submitVerification(context, params.organisationId, body),
  withdrawVerification: ({ params, body }, context) =>
    verifications.withdrawVerification(context, params, body.version),

  verifications: ({ query }, context) => bureau.listVerifications(context, query),
  verification: ({ params }, context) => verifications.openVerification(context, params.verificationId),
  verificationDocument: ({ params }, context) => verificationDocument(context, params.verificationId, params.fileId),
  decideVerification: ({ params, body }, context) =>
    verifications.decideVerification(context, params.verificationId, body),
  waitingLicences: ({ query }, context) => bureau.listLicences(context, query),
  endingLicences: ({ query }, context) => listEndingSoon(context, query),
  licenceDocument: ({ params }, context) => licenceDocument(context, params.licenceId),
  decideLicence: ({ params, body }, context) => decideLicence(context, params.licenceId, body),
  annualReports: ({ query }, context) => bureau.listReports(context, query),
  annualReportTotals: ({ query }, context) => bureau.totalReports(context, query),
  bureauRegister: ({ query }, context) => directory.listRegister(context, query),
  bureauRegisterCsv: ({ query }, context) => directory.registerFile(context, query),
  bureauRecord: async ({ params }, context) =>
    record(await organisationInCharge(context, params.organisationId), context),
  async bureauStanding({ params, query }, context) {
    const { id } = await organisationInCharge(context, params.organisationId)
    return directory.standingHistory(context, id, query)
  },
  revealPhone: ({ params, body }, context) => bureau.revealPhone(context, params.organisationId, body.reason),
  correct: ({ params, body }, context) => correctOrganisation(context, params.organisationId, body),
  async appointOwner({ params, body }, context) {
    await bureau.appointOwner(context, params.organisationId, body)
    return done
  },
  closeOrganisation: ({ params, body }, context) => bureau.closeOrganisation(context, params.organisationId, body),
  importRegister: withSlowStep({
    look: async ({ query, bytes }, { language }) => ({ bytes, name: query.name, language }),
    work: ({ bytes, name, language }) => countRows(bytes, name, language),
    handle: ({ query, bytes }, context, rows) => beginImport(context, { name: query.name, bytes, rows }),
  }),
  imports: ({ query }, context) => listImports(context, query),
  importReport: ({ params }, context) => showImport(context, params.importId),
  importRejects: ({ params }, context) => rejectsFile(context, params.importId),
}

export const registry = moduleOf('registry', registryRoutes, handlers)
