/** Peoples named in the title of an autonomous area; they stand between its name and 自治. */
const PEOPLES =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|' +
  '达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|各'
const AUTONOMOUS = new RegExp(`(?:(?:${PEOPLES})族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔|达斡尔)*自治[区州县旗]$`)
const KIND = /(?:特别行政区|地区|林区|特区|街道|[省市区县旗盟镇乡])$/

/** Names whose last two characters are the kind of area 新区, which others merely end in (清新区). */
const NEW_AREAS: Record<string, string> = { 浦东新区: '浦东', 滨海新区: '滨海', 沈北新区: '沈北' }

/** Autonomous counties named after their people alone. */
const NAMED_AFTER_PEOPLE: Record<string, string> = {
  东乡族自治县: '东乡',
  鄂伦春自治旗: '鄂伦春',
  鄂温克族自治旗: '鄂温克',
}

/**
 * A division's name without its kind, as it is said every day; the full name where one character would remain.
 * @example stemOf('孟村回族自治县') // 孟村
 * @example stemOf('青县') // 青县
 */
export const stemOf = (name: string): string => {
  const named = NEW_AREAS[name] ?? NAMED_AFTER_PEOPLE[name]
  if (named) return named
  const stem = name.replace(name.includes('自治') ? AUTONOMOUS : KIND, '')
  return stem.length > 1 ? stem : name
}
