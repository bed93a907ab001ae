/** What a register says of an organisation, in the order in which headings are looked for. */
const HEADINGS = {
  dispatchNumber: /劳务派遣.*(?:证号|编号|号码|许可证)/,
  filingNumber: /备案.*(?:编号|证号|凭证|号)/,
  licenceNumber: /许可证?.*(?:编号|证号|号)|^许可证$|人力资源服务许可证/,
  validUntil: /有效期?.*(?:止|至|届满|截止|结束)|到期|截止日期|失效日期/,
  validFrom: /有效期?.*(?:起|始|自)|发证日期|许可日期|备案日期|签发日期|批准日期|首次.*日期/,
  validity: /有效期/,
  issuedBy: /(?:发证|许可|备案|审批|批准|登记)(?:机关|部门|单位|机构)/,
  creditCode: /信用代码|统一代码|营业执照号|^代码$/,
  legalRepresentative: /法定代表人|法人|负责人/,
  contactName: /联系人/,
  phone: /电话|手机|联系方式/,
  district: /区市|区县|市区|所在区|所属区|辖区|行政区划|属地|^区$|^地区$/,
  address: /地址|住所|场所/,
  businessTypes: /业态|业务范围|服务范围|许可业务|备案业务|服务项目|业务类型|服务内容/,
  kind: /(?:单位|机构|组织|企业)(?:类型|类别|性质)|^类型$|^类别$/,
  industry: /行业/,
  foundedOn: /成立(?:日期|时间)|注册(?:日期|时间)|设立日期/,
  name: /(?:单位|机构|企业|公司)(?:全称|名称)|^名称$|^全称$|^公司$|^单位$|^机构$/,
} as const
export type RegisterField = keyof typeof HEADINGS
/** The heading under which each field stands. */
export type RegisterColumns = Partial<Record<RegisterField, string>>

const plain = (heading: string): string => heading.normalize('NFKC').replaceAll(/[\s*（）()]/g, '')

/** Recognises the headings of a register; each heading serves one field, the first that knows it. */
export function recogniseRegister(headings: readonly string[]): RegisterColumns {
  const columns: RegisterColumns = {}
  for (const heading of headings) {
    const found = (Object.keys(HEADINGS) as RegisterField[]).find((field) => HEADINGS[field].test(plain(heading)))
    if (found) columns[found] ??= heading
  }
  return columns
}
