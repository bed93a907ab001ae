const NUMBER = String.raw`\d+(?:\.\d+)?`
/** kV, 万吨, 4K视频 and the like are no money. */
const UNIT = '(?:(?:[kKwW](?![a-zA-Z])|[千万])(?![伏吨人级台粉套家件平里多卡]|视频|超?高清|电视|直播间)元?|元|块)'
/** After a label also a bare figure, if it is long enough to be pay: 每月5号发薪 and 月入12 name none. */
const AMOUNT = `(?:${NUMBER}${UNIT}|\\d{3,6}(?!\\d|号))`
const TO = ' ?[-至到] ?'
const LABEL =
  '(?:固定|基本|综合|无责任?|税[前后]|平均)?(?:底薪|保底|起薪|均薪|[月年日时周]薪|[月年日]入|[日月年]收入|收入|[日周]结(?=[ 约]?\\d)|(?<![\\d半每])月(?= ?\\d)|薪资|薪酬|工资|待遇|[日月]均|到手|综合|无责|税[前后])'
const HEDGE = '[:约可达高至少最低轻松稳定在均有能拿 ]*'
const PERIOD = '(?:个?月|天|日|小?时|年(?![终底])|[hH]|[单件票趟])'
const AFTER =
  `(?: ?(?:[/每一]|元/)${PERIOD}|元|/[KkWw])?(?:起步?|以上|左右|上下|不等|封顶|上不封顶|[+]+)*` +
  '(?:[+加]?(?:高?额?提成|奖金|绩效|全勤|分红|补贴|计件|补助|餐补|房补))*(?:[·*xX+]?1[2-9]薪)?'

/** A figure begins here: it is no part of a word, a type number (S7-1200) or a decimal. */
const START = String.raw`(?<![\w.]|[A-Za-z0-9]-)(?!0\d|\d{5,}[kKwW千万])`
const ROUND = String.raw`[1-9]\d{1,2}00`

const ALTERNATIVES = [
  `(?:${LABEL})+${HEDGE}(?:${NUMBER}${UNIT}?${TO})?${AMOUNT}${AFTER}`,
  `[时日]薪${HEDGE}(?:\\d{2,3}${TO})?\\d{2,3}${AFTER}`,
  `${LABEL}${HEDGE}[过破上]万${AFTER}`,
  `${START}${NUMBER}${UNIT}?${TO}${NUMBER}${UNIT}${AFTER}`,
  `${START}${NUMBER}${UNIT}${TO}${NUMBER}${AFTER}`,
  String.raw`${START}\d{4,5}${TO}\d{4,5}(?!\d)${AFTER}`,
  `${START}${NUMBER}${TO}${NUMBER}/${PERIOD}${AFTER}`,
  `${START}${NUMBER}${UNIT}${AFTER}`,
  String.raw`${START}\d{2,4}[/一每]${PERIOD}${AFTER}`,
  `${START}${ROUND}(?:起|以上|左右|[+])+`,
  // A round figure that ends the words: 普工5000.
  String.raw`${START}${ROUND}(?=$|[ )\]】+,/|!;])`,
]

/** Pay as written inside a title; a fragment is read by `readSalary`. */
export const PAY = new RegExp(ALTERNATIVES.join('|'), 'g')
