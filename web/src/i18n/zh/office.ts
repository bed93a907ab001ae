export const office = { inbox: { title: '办件待办' } }
