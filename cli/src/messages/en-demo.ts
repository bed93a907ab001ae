import type { zhDemo } from './zh-demo.ts'

export const enDemo: typeof zhDemo = {
  making: (city) => `Making up ${city} to try out: agencies and employers are invented. This is done once …`,
  intro:
    'These records are made up. Sign in as one of these: type the phone, the code is shown on the sign-in page; officers also need the secret for the second factor.',
  columns: ['role', 'phone', 'name', 'organisation or district', 'secret of the second factor'],
  wholeCity: 'whole city',
  roles: {
    administrator: 'administrator (bureau)',
    districtOfficer: 'district officer',
    employerOwner: 'employer, owner',
    employerRecruiter: 'employer, recruiter',
    employerViewer: 'employer, viewer',
    agencyOwner: 'agency',
    parkOperator: 'park operator',
    schoolOwner: 'school',
    seeker: 'job seeker',
  },
}
