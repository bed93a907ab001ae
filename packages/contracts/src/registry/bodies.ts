import { z } from 'zod'
import { Day, DistrictCode, Id, line, lines, PageQuery, Version } from '../values.ts'
import { BusinessType, LicenceKind, OrganisationKind, SizeBand } from './standing.ts'

const Website = z.url({ protocol: /^https?$/ }).max(300)
const Mobile = z
  .string()
  .trim()
  .regex(/^(?:\+?86)?1\d{10}$|^0\d{2,3}-?\d{7,8}$/)
/** GB/T 4754-2017: the letter of the section, with two to four digits below it, e.g. `L7262`. */
const IndustryCode = z.string().regex(/^[A-T](?:\d{2,4})?$/)
const Point = z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
const described = {
  address: line(200),
  industry: IndustryCode.nullable(),
  size: SizeBand.nullable(),
  website: Website.nullable(),
  description: lines(4000),
  foundedOn: Day.nullable(),
  point: Point.nullable(),
  contactName: line(40).nullable(),
  phone: Mobile.nullable(),
  legalRepresentative: line(40).nullable(),
  businessTypes: z.array(BusinessType).max(10),
}
const identified = { name: line(120), creditCode: z.string().trim().min(15).max(40), district: DistrictCode }
export const RegisterBody = z.strictObject({
  kind: OrganisationKind,
  ...identified,
  address: described.address,
  industry: described.industry.default(null),
  size: described.size.default(null),
  website: described.website.default(null),
  description: described.description.default(''),
  foundedOn: described.foundedOn.default(null),
  point: described.point.default(null),
  contactName: described.contactName.default(null),
  phone: described.phone.default(null),
  legalRepresentative: described.legalRepresentative.default(null),
  businessTypes: described.businessTypes.default([]),
})
/** Name, code and district change only before an application for verification. */
export const DescribeBody = z.strictObject({
  version: Version,
  ...z.object({ ...identified, ...described }).partial().shape,
})
/** What only the bureau changes once an organisation has applied for verification. */
export const CorrectBody = z.strictObject({
  version: Version,
  name: line(120).optional(),
  district: DistrictCode.optional(),
  parentId: Id.nullable().optional(),
  reason: line(500),
})
export const LicenceBody = z.strictObject({
  kind: LicenceKind,
  number: line(60),
  covers: z.array(BusinessType).min(1).max(10),
  issuedBy: line(80),
  validFrom: Day,
  validUntil: Day.nullable(),
  documentId: Id.nullable().default(null),
})
export const PractitionerBody = z.strictObject({
  name: line(40),
  certificateNumber: line(60).nullable(),
  fromOn: Day,
  untilOn: Day.nullable().default(null),
})
export const BranchBody = z.strictObject({
  ...identified,
  address: described.address,
  openedOn: Day,
})
export const VerificationBody = z.strictObject({
  statement: lines(2000).default(''),
  documents: z.array(Id).min(1).max(10),
})
export const DecisionBody = z.strictObject({
  decision: z.enum(['accepted', 'refused']),
  /** Asked where the decision is a refusal. */
  reason: lines(1000).default(''),
  version: Version,
})

const Sort = z.enum(['name', '-name', 'newest'])
const filters = {
  /** Part of the name, its pinyin or its initials; or the whole credit code. */
  q: z.string().trim().max(60).optional(),
  kind: OrganisationKind.optional(),
  district: DistrictCode.optional(),
  businessType: BusinessType.optional(),
  standing: z.enum(['may', 'mayNot']).optional(),
  sort: Sort.default('name'),
}
export const DirectoryQuery = PageQuery.extend(filters)
export const DirectoryFilter = z.object(filters)
export const RegisterQuery = PageQuery.extend({ ...filters, verified: z.stringbool().optional() })
