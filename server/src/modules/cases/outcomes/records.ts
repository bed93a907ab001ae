import type { ReportFigures } from '@renshu/contracts'
import { append } from '../../ledger/index.ts'
import { admitToPark, closeComplaint, recordComplaint, recordReport, registerBusiness } from '../../registry/index.ts'
import type { OutcomeRunner } from '../ports.ts'
import { commandingOf, countOf, districtOf, fenOf, firmOf, personOf, textOf, type With } from './given.ts'

/** Figures of the form 人社统LM1 by their keys. */
const figuresIn = (given: With): ReportFigures => ({
  staffTotal: countOf(given['staffTotal']),
  staffSchool: countOf(given['staffSchool']),
  staffCollege: countOf(given['staffCollege']),
  staffGraduate: countOf(given['staffGraduate']),
  staffQualified: countOf(given['staffQualified']),
  staffTitled: countOf(given['staffTitled']),
  revenueFen: fenOf(given['revenue']),
  taxesFen: fenOf(given['taxes']),
  placements: countOf(given['placements']),
  employersServed: countOf(given['employersServed']),
  fairs: countOf(given['fairs']),
  postingsMade: countOf(given['postingsMade']),
})

/** 年度报告 */
const reportRunner: OutcomeRunner = {
  kind: 'recordReport',
  run: (desk, { with: given }, theCase) =>
    recordReport(commandingOf(desk, theCase), {
      organisationId: firmOf(desk, theCase),
      caseId: theCase.id,
      year: countOf(given['year']) ?? 0,
      sentOn: theCase.submittedOn,
      on: theCase.on,
      figures: figuresIn(given),
    }),
}

/** 投诉查实 */
const complaintRunner: OutcomeRunner = {
  kind: 'recordComplaint',
  run: (desk, { with: given }, theCase) =>
    recordComplaint(commandingOf(desk, theCase), {
      caseId: theCase.id,
      named: textOf(given['accused']) ?? '',
      concerned: theCase.concerned,
      district: districtOf(theCase),
      matter: textOf(given['matter']) ?? '',
      on: theCase.on,
    }),
}

/** 整改到位 */
const madeGoodRunner: OutcomeRunner = {
  kind: 'closeComplaint',
  run: (desk, _, { id, on }) => closeComplaint(desk, { caseId: id, on }),
}

/** 签发营业执照 */
const businessRunner: OutcomeRunner = {
  kind: 'registerBusiness',
  run: (desk, { with: given }, theCase) =>
    registerBusiness(
      commandingOf(desk, theCase),
      {
        caseId: theCase.id,
        personId: personOf(desk, theCase),
        operator: textOf(given['operator']) ?? '',
        name: textOf(given['businessName']) ?? '',
        trade: textOf(given['trade']) ?? '',
        district: textOf(given['shopDistrict']) ?? '',
        address: textOf(given['shopAddress']) ?? '',
        creditCode: textOf(given['licenceCode']) ?? '',
        on: theCase.on,
      },
      desk.language ?? 'zh',
    ),
}

/** 准予入驻 */
const parkRunner: OutcomeRunner = {
  kind: 'admitToPark',
  run: (desk, { with: given }, theCase) =>
    admitToPark(commandingOf(desk, theCase), {
      organisationId: firmOf(desk, theCase),
      caseId: theCase.id,
      parkName: textOf(given['park']) ?? '',
      area: countOf(given['areaWanted']),
      on: theCase.on,
    }),
}

/** 探访: what was seen stands in the case alone; that somebody was visited is counted. */
const visitRunner: OutcomeRunner = {
  kind: 'recordVisit',
  async run(desk, _, theCase) {
    await append(commandingOf(desk, theCase), {
      kind: 'cases.visit',
      occurredOn: theCase.on,
      sourceId: theCase.id,
      personId: personOf(desk, theCase),
      district: districtOf(theCase),
    })
  },
}

/** Outcomes that are put on record: of organisations by the registry, of people as a count. */
export const recordRunners: readonly OutcomeRunner[] = [
  reportRunner,
  complaintRunner,
  madeGoodRunner,
  businessRunner,
  parkRunner,
  visitRunner,
]
