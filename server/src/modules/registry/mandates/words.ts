/** What an event about a mandate tells; `by`: who ended it. */
export interface Parties {
  organisationId: string
  agentOrganisationId: string
  by?: 'client' | 'agency'
}

interface Words {
  to: 'client' | 'agency'
  subject: string
  text: (client: string, agency: string) => string
}

/** What each event says, and to whom: the side that did not do it. */
export function wordsOf(kind: string, { by }: Parties): Words {
  if (kind === 'accounts.mandateOffered')
    return {
      to: 'agency',
      subject: '有单位委托贵机构代办',
      text: (client, agency) =>
        `【人枢】${client}委托${agency}代办业务，接受后生效。请负责人登录，在工作台“委托”中接受或拒绝。`,
    }
  if (kind === 'accounts.mandateGiven')
    return {
      to: 'client',
      subject: '机构已接受委托',
      text: (client, agency) =>
        `【人枢】${agency}已接受${client}的委托，有效期内可以代办所选事项。可随时在“委托”中终止。`,
    }
  if (kind === 'accounts.mandateDeclined')
    return {
      to: 'client',
      subject: '机构没有接受委托',
      text: (client, agency) => `【人枢】${agency}没有接受${client}的委托。可以在“委托”中另选一家机构。`,
    }
  if (by === 'agency')
    return {
      to: 'client',
      subject: '机构辞去了委托',
      text: (client, agency) => `【人枢】${agency}辞去了${client}的委托，不再代办。可以在“委托”中另选一家机构。`,
    }
  return {
    to: 'agency',
    subject: '委托已终止',
    text: (client, agency) => `【人枢】${client}终止了对${agency}的委托，请不要再代其办理；已办的事仍然有效。`,
  }
}
