import type { Same } from '../same.ts'
import type { site as zh } from '../zh/site.ts'

export const site: Same<typeof zh> = {
  home: {
    title: 'Human-resources market of {{city}}',
    lead: 'Work, people and policies in one place. No account is needed to look.',
    unit: 'organisations',
    definition: 'Organisations in the directory: verified and not closed, as registered at this moment.',
    open: 'Open the list',
    register: 'Register an organisation',
    registerText: 'Employers, agencies, schools and parks: registration and verification',
  },
  rooms: {
    jobs: 'Work near home that says what it pays',
    talents: 'The right people for a job',
    gigs: 'Work today, paid tomorrow',
    fairs: 'Fairs on site and online',
    policies: 'What you can get and how',
    services: 'Apply for licences, subsidies and claims',
    organisations: 'Look an organisation up and see its standing',
    data: 'Figures of the market and where they come from',
  },
  soon: {
    talents: 'Organisations will look for people here: ranked with reasons, and people decide who may see them.',
    gigs: 'Gigs will stand here: hours, pay and cover in one place, accepted in two taps.',
    fairs: 'Fairs will be announced here with employers and jobs, and booths can be booked.',
  },
}
