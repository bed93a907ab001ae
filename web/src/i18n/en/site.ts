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
  talents: {
    lead: 'The right people for a job: verified organisations look for people who let themselves be seen, and invite them.',
    forWhom: 'For which organisation do you look?',
    seen: 'Whom one sees',
    seenText:
      'People decide how much they show. Name and phone are hidden at first, and everybody sees who looked at the CV.',
    ranked: 'In which order',
    rankedText:
      'By occupation, place, pay, education, certificates and experience, each reason in words; not by sex, ethnicity or household registration.',
    invited: 'How one gets in touch',
    invitedText: 'An invitation goes out with a posting; the contact is shown once the other side agrees.',
    begin: 'Where to begin',
    beginText:
      'Members of an organisation sign in and are at the search of their desk; others register the organisation first.',
    ownText: 'Looking for work?',
    own: 'Decide who may see you',
  },
  soon: {
    gigs: 'Gigs will stand here: hours, pay and cover in one place, accepted in two taps.',
    fairs: 'Fairs will be announced here with employers and jobs, and booths can be booked.',
  },
}
