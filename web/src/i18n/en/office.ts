export const office = { inbox: { title: 'Cases' } }
