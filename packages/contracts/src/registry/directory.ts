import { z } from 'zod'
import { routes } from '../route.ts'
import { Csv, ofOrganisation } from './params.ts'
import { DirectoryFilter, DirectoryQuery } from './bodies.ts'
import { InDistrict, Listed, OrganisationProfile } from './records.ts'
import { Standing } from './standing.ts'
import { boundedPage } from '../values.ts'

export const directoryRoutes = routes({
  directory: {
    method: 'GET',
    path: '/organisations',
    access: 'public',
    summary: ['单位名录：已认证的用人单位、机构、学校、园区', 'Directory of verified organisations'],
    query: DirectoryQuery,
    response: boundedPage(Listed),
    errors: ['platform.badCursor'],
  },
  districts: {
    method: 'GET',
    path: '/organisations/districts',
    access: 'public',
    summary: ['各区市单位数，供地图使用', 'Organisations per district, for the map'],
    query: DirectoryFilter,
    response: z.object({ items: z.array(InDistrict) }),
  },
  directoryCsv: {
    method: 'GET',
    path: '/organisations.csv',
    access: 'public',
    summary: ['单位名录下载', 'The directory as CSV'],
    query: DirectoryFilter,
    response: Csv,
    produces: 'bytes',
    limit: { times: 30, seconds: 3600 },
  },
  profile: {
    method: 'GET',
    path: '/organisations/:organisationId',
    access: 'public',
    summary: ['单位主页：许可、备案与资格', 'Public page of an organisation with licence and standing'],
    params: ofOrganisation,
    response: OrganisationProfile,
    errors: ['registry.noOrganisation'],
  },
  standing: {
    method: 'GET',
    path: '/organisations/:organisationId/standing',
    access: 'public',
    summary: ['单位现在的资格及理由', 'Standing now, with its reasons'],
    params: ofOrganisation,
    response: Standing,
    errors: ['registry.noOrganisation'],
  },
})
