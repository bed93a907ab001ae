/**
 * Certificates and licences by the regulation that defines them. A row is
 * `code | 中文 | English | words| codes it covers by that regulation`. Words are as `plain` leaves them;
 * `~` at the end means the word counts only beside 证, 证书, 资格, 持证 or the like (叉车~), not by itself; `^` that it is
 * also a job title or a subject and counts as well after 持有, before 优先 or with a score (雅思^).
 */
export type Family = { rule: string; givenBy: string; rows: string }

export const FAMILIES: readonly Family[] = [
  {
    rule: '《机动车驾驶证申领和使用规定》附件1 准驾车型及代号',
    givenBy: '驾校培训，公安机关交通管理部门考试（科目一至四）',
    rows: `
driving-a1|A1 大型客车驾驶证|Driving licence A1, large bus||driving-a3 driving-b1 driving-b2 driving-c1 driving-c2 driving-c3 driving-c4 driving-m driving
driving-a2|A2 重型牵引挂车驾驶证|Driving licence A2, heavy articulated lorry||driving-b1 driving-b2 driving-c1 driving-c2 driving-c3 driving-c4 driving-c6 driving-m driving
driving-a3|A3 城市公交车驾驶证|Driving licence A3, city bus||driving-c1 driving-c2 driving-c3 driving-c4 driving
driving-b1|B1 中型客车驾驶证|Driving licence B1, medium bus||driving-c1 driving-c2 driving-c3 driving-c4 driving-m driving
driving-b2|B2 大型货车驾驶证|Driving licence B2, lorry||driving-c1 driving-c2 driving-c3 driving-c4 driving-m driving
driving-c1|C1 小型汽车驾驶证|Driving licence C1, car||driving-c2 driving-c3 driving
driving-c2|C2 小型自动挡汽车驾驶证|Driving licence C2, automatic car||driving
driving-c3|C3 低速载货汽车驾驶证|Driving licence C3, low-speed lorry||driving-c4
driving-c4|C4 三轮汽车驾驶证|Driving licence C4, three-wheeled vehicle||
driving-c5|C5 残疾人专用小型自动挡载客汽车驾驶证|Driving licence C5, adapted automatic car||driving
driving-c6|C6 轻型牵引挂车驾驶证|Driving licence C6, light trailer||
driving-d|D 普通三轮摩托车驾驶证|Driving licence D, motor tricycle|三轮摩托车~ d照 d本|driving-e driving-f
driving-e|E 普通二轮摩托车驾驶证|Driving licence E, motorcycle|摩托车~ 摩托车驾照 摩托车驾驶证 摩托驾照 二轮摩托车~ e照 e本|driving-f
driving-f|F 轻便摩托车驾驶证|Driving licence F, moped|轻便摩托车~ f照|
driving-m|M 轮式专用机械车驾驶证|Driving licence M, wheeled machinery|轮式专用机械车~|
driving|汽车驾驶证（未说明准驾车型）|Driving licence, any car class|驾照 驾驶证 驾驶执照 驾驶本 驾证 会开车有证 机动车驾驶~ 汽车驾驶~ 小车~|`,
  },
  {
    rule: 'TSG Z6001-2019《特种设备作业人员考核规则》',
    givenBy: '市场监督管理部门组织的特种设备作业人员考核，发《特种设备安全管理和作业人员证》',
    rows: `
forklift-n1|叉车司机 N1|Forklift driver N1|叉车~ 铲车叉车~ 电叉~ 叉车工~ 叉车司机~|special-equipment
sightseeing-n2|观光车和观光列车司机 N2|Sightseeing vehicle driver N2|观光车~ 观光列车~|special-equipment
crane-q1|起重机指挥 Q1|Crane signaller Q1|起重指挥~ 起重机指挥~ 起重信号~ 信号指挥~ 司索指挥~ 吊装指挥~|special-equipment
crane-q2|起重机司机 Q2（未说明类别）|Crane operator Q2, type not stated|起重机司机~ 起重机械~ 起重~ 起重机~ 起重司机~ 起重工~|special-equipment
crane-q2-bridge|桥式、门式起重机司机 Q2|Bridge and gantry crane operator Q2|行车~ 行车工~ 天车~ 航车~ 航吊~ 桥式起重机~ 门式起重机~ 龙门吊~ 桥门式起重机~ 行吊~ 桥吊~ 场桥~|crane-q2 special-equipment
crane-q2-tower|塔式起重机司机 Q2|Tower crane operator Q2|塔吊~ 塔式起重机~ 塔机~ 塔吊司机~|crane-q2 special-equipment
crane-q2-mobile|流动式起重机司机 Q2|Mobile crane operator Q2|吊车~ 汽车吊~ 流动式起重机~ 履带吊~ 随车吊~ 吊车司机~|crane-q2 special-equipment
crane-q2-portal|门座式起重机司机 Q2|Portal crane operator Q2|门座式起重机~ 门机~ 门机司机~|crane-q2 special-equipment
crane-q2-lift|升降机司机 Q2|Hoist operator Q2|升降机~ 施工升降机~ 施工电梯~|crane-q2 special-equipment
boiler-g1|工业锅炉司炉 G1|Industrial boiler operator G1|锅炉~ 司炉~ 司炉工~ 锅炉工~ 工业锅炉~|special-equipment
boiler-g2|电站锅炉司炉 G2|Power-station boiler operator G2|电站锅炉~|special-equipment
boiler-g3|锅炉水处理 G3|Boiler water treatment G3|锅炉水处理~ 水处理~ 水质化验~|special-equipment
vessel-r1|快开门式压力容器操作 R1|Quick-opening pressure vessel operator R1|压力容器~ 快开门~ 快开门式压力容器~|special-equipment
vessel-r2|移动式压力容器充装 R2|Mobile pressure vessel filling R2|移动式压力容器~ 罐车充装~|special-equipment
vessel-r3|氧舱维护保养 R3|Oxygen chamber maintenance R3|氧舱~|special-equipment
cylinder-p|气瓶充装 P|Gas cylinder filling P|气瓶充装~ 充装工~ 充装~|special-equipment
elevator-t|电梯修理 T|Lift repair T|电梯~ 电梯维修~ 电梯安装维修~ 电梯维保~ 电梯修理~|special-equipment
ropeway-s1|客运索道修理 S1|Passenger ropeway repair S1|索道修理~|special-equipment
ropeway-s2|客运索道司机 S2|Passenger ropeway operator S2|索道司机~ 索道~|special-equipment
ride-y1|大型游乐设施修理 Y1|Amusement ride repair Y1|游乐设施修理~ 游乐设备维修~|special-equipment
ride-y2|大型游乐设施操作 Y2|Amusement ride operator Y2|游乐设施~ 大型游乐设施~ 游乐设备~|special-equipment
valve-f|安全阀校验 F|Safety valve testing F|安全阀校验~|special-equipment
welding-special-equipment|特种设备金属焊接操作|Welding of special equipment|特种设备焊接~ 特种设备焊工~ 压力容器焊工~ 压力管道焊工~ 高压焊~ 高压焊工~ 锅炉压力容器焊~ 6g焊工~ 管道焊~|welding special-equipment
special-equipment-safety-a|特种设备安全管理 A|Special equipment safety manager A|特种设备安全管理~ 特种设备管理~ 特种设备安全管理员~ 电梯安全管理~|
special-equipment|特种设备作业人员证（未说明项目）|Special equipment operator, item not stated|特种设备~ 特种设备作业~ 特种设备操作~|`,
  },
  {
    rule: '《特种作业人员安全技术培训考核管理规定》特种作业目录',
    givenBy: '安全技术培训，应急管理部门考核，发《特种作业操作证》',
    rows: `
electric-low|低压电工作业|Low-voltage electrician|低压电工~ 低压~ 低压电工作业~ 低压电~|electrician special-work
electric-high|高压电工作业|High-voltage electrician|高压电工~ 高压~ 高压电工作业~ 高压电~ 高压进网~|electrician special-work
electric-cable|电力电缆作业|Power cable work|电力电缆~ 电缆~|electrician special-work
electric-relay|继电保护作业|Relay protection|继电保护~|electrician special-work
electric-test|电气试验作业|Electrical testing|电气试验~|electrician special-work
electric-explosion|防爆电气作业|Explosion-proof electrical work|防爆电气~|electrician special-work
electrician|电工作业操作证（未说明类别）|Electrician operation certificate, class not stated|电工~ 电工作业~ 电工操作~ 电工上岗~ 维修电工~ 水电工~|special-work
welding-fusion|熔化焊接与热切割作业|Fusion welding and thermal cutting|熔化焊~ 熔化焊接~ 熔化焊接与热切割~ 电焊~ 电焊工~ 氩弧焊~ 气焊~ 二保焊~ 焊接与热切割~ 气割~|welding special-work
welding-pressure|压力焊作业|Pressure welding|压力焊~|welding special-work
welding-brazing|钎焊作业|Brazing|钎焊~|welding special-work
welding|焊工操作证（未说明类别）|Welder operation certificate, class not stated|焊工~ 焊接~ 焊接操作~ 焊工操作~ 焊接特种~ 焊~|special-work
height-scaffold|登高架设作业|Scaffolding|登高架设~|height special-work
height-install|高处安装、维护、拆除作业|Work at height: installation and maintenance|高处安装~ 高处安装维护拆除~ 高空安装~|height special-work
height|高处作业操作证（未说明类别）|Work at height, class not stated|登高~ 登高作业~ 高空~ 高空作业~ 高处~ 高处作业~ 蜘蛛人~|special-work
refrigeration-run|制冷与空调设备运行操作|Refrigeration plant operation|制冷与空调设备运行操作~ 制冷运行~ 制冷设备运行~|refrigeration special-work
refrigeration-repair|制冷与空调设备安装修理|Refrigeration installation and repair|制冷与空调设备安装修理~ 制冷安装~ 制冷维修~ 空调安装~ 空调维修~|refrigeration special-work
refrigeration|制冷与空调作业操作证（未说明类别）|Refrigeration, class not stated|制冷~ 制冷工~ 制冷与空调~ 制冷空调~ 制冷作业~ 液氨制冷~|special-work
hazchem-nitration|硝化工艺作业|Nitration process|硝化~|hazchem special-work
hazchem-chlorination|氯化工艺作业|Chlorination process|氯化~ 氯碱~|hazchem special-work
hazchem-hydrogenation|加氢工艺作业|Hydrogenation process|加氢~|hazchem special-work
hazchem-oxidation|氧化工艺作业|Oxidation process|氧化工艺~ 过氧化工艺~|hazchem special-work
hazchem-polymerisation|聚合工艺作业|Polymerisation process|聚合工艺~|hazchem special-work
hazchem-sulfonation|磺化工艺作业|Sulfonation process|磺化~|hazchem special-work
hazchem-ammonia|合成氨工艺作业|Ammonia synthesis|合成氨~|hazchem special-work
hazchem-cracking|裂解（裂化）工艺作业|Cracking process|裂解~ 裂化~|hazchem special-work
hazchem-instrument|化工自动化控制仪表作业|Chemical process instrumentation|化工自动化~ 化工自动化控制仪表~ 化工仪表~ 自动化仪表~|hazchem special-work
hazchem|危险化学品安全作业操作证（未说明工艺）|Hazardous chemicals process, not stated|危险化学品安全作业~ 危化品操作~ 危化工艺~ 化工工艺~ 危险化学品操作~|special-work
coal-gas|煤气作业|Coal gas work|煤气~ 煤气作业~|special-work
limited-space|有限空间作业|Confined space work|有限空间~ 受限空间~|special-work
special-work|特种作业操作证（未说明类别）|Special work operation certificate, class not stated|特种作业~ 特种工~ 特殊工种~ 特种操作~ 特种上岗~ 特种作业操作~ 特种~|`,
  },
  {
    rule: '《建筑施工特种作业人员管理规定》',
    givenBy: '住房城乡建设主管部门考核，发建筑施工特种作业操作资格证',
    rows: `
construction-scaffolder|建筑架子工|Construction scaffolder|架子工~ 建筑架子工~|
construction-electrician|建筑电工|Construction electrician|建筑电工~|
construction-rigger|建筑起重信号司索工|Construction rigger|信号司索工~ 司索工~ 司索~ 信号工~|
construction-basket|高处作业吊篮安装拆卸工|Suspended platform rigger|吊篮~|`,
  },
  {
    rule: '《建筑施工企业主要负责人、项目负责人和专职安全生产管理人员安全生产管理规定》',
    givenBy: '住房城乡建设主管部门安全生产考核（三类人员）',
    rows: `
safety-a|安全生产考核合格证 A（企业主要负责人）|Safety assessment A, company head||
safety-b|安全生产考核合格证 B（项目负责人）|Safety assessment B, project manager||
safety-c|安全生产考核合格证 C（专职安全员）|Safety assessment C, safety officer|安全员~ 专职安全员~ 安全员上岗~|
safety-manager|生产经营单位安全生产管理人员合格证|Safety manager certificate|安全管理人员~ 安全生产管理人员~ 安全管理~ 安全主任~ 安全生产管理~|`,
  },
  {
    rule: '建筑与市政工程施工现场专业人员职业培训（住建部）',
    givenBy: '施工现场专业人员职业培训机构测试合格',
    rows: `
site-builder|施工员证|Site supervisor|施工员~|
site-quality|质量员证|Site quality inspector|质量员~ 质检员证书 质量员上岗~|
site-documents|资料员证|Site documentation clerk|资料员~|
site-materials|材料员证|Site materials clerk|材料员~|
site-machinery|机械员证|Site machinery clerk|机械员~|
site-labour|劳务员证|Site labour clerk|劳务员~|
site-budget|预算员/造价员证|Site cost estimator|预算员~ 造价员~|`,
  },
  {
    rule: '《海船船员适任考试和发证规则》',
    givenBy: '海事院校或培训机构培训，海事管理机构考试评估，发海船船员适任证书',
    rows: `
seafarer-master|船长适任证书|Master mariner|船长~|seafarer
seafarer-chief-mate|大副适任证书|Chief mate|大副~|seafarer
seafarer-second-mate|二副适任证书|Second mate|二副~|seafarer
seafarer-third-mate|三副适任证书|Third mate|三副~|seafarer
seafarer-chief-engineer|轮机长适任证书|Chief engineer|轮机长~ 老轨~|seafarer
seafarer-second-engineer|大管轮适任证书|Second engineer|大管轮~ 大管~|seafarer
seafarer-third-engineer|二管轮适任证书|Third engineer|二管轮~ 二管~|seafarer
seafarer-fourth-engineer|三管轮适任证书|Fourth engineer|三管轮~ 三管~|seafarer
seafarer-able-deck|高级值班水手适任证书|Able seafarer deck|高级值班水手~ 高级水手~|seafarer
seafarer-deck|值班水手适任证书|Rating of a navigational watch|值班水手~ 水手~|seafarer
seafarer-able-engine|高级值班机工适任证书|Able seafarer engine|高级值班机工~ 高级机工~|seafarer
seafarer-engine|值班机工适任证书|Rating of an engine-room watch|值班机工~ 机工~|seafarer
seafarer-electro|电子电气员适任证书|Electro-technical officer|电子电气员~ 电机员~|seafarer
seafarer-electro-rating|电子技工适任证书|Electro-technical rating|电子技工~|seafarer
seafarer-gmdss|GMDSS 无线电操作员适任证书|GMDSS radio operator|gmdss~ 无线电操作员~|seafarer
seafarer|海船船员适任证书（未说明职务）|Seafarer certificate of competency, post not stated|适任证书 适任证 船员适任~ 海船船员~ 船员~|
seafarer-basic-safety|船员基本安全培训合格证|Basic safety training of seafarers|基本安全培训~ 四小证|
seafarer-book|海员证|Seafarer's passport|海员~ 海员证|`,
  },
  {
    rule: '《内河船舶船员适任考试和发证规则》《渔业船员管理办法》等',
    givenBy: '海事或渔业主管机关考试发证',
    rows: `
inland-crew|内河船舶船员适任证书|Inland vessel crew|内河船员~ 内河船舶~ 内河适任~|
fishing-crew|渔业船员证书|Fishing vessel crew|渔业船员~ 渔船船员~ 渔船~ 渔业普通船员~|
yacht|游艇操作人员适任证书|Yacht operator|游艇~ 游艇驾驶~|
diver|潜水员证|Diver|潜水员~ 潜水~ 潜水教练~|
lifeguard|救生员证|Lifeguard|救生员~ 游泳救生员~ 泳池救生员~|`,
  },
  {
    rule: '《食品安全法》第四十五条、《公共场所卫生管理条例》',
    givenBy: '健康检查机构体检合格',
    rows: `
health|健康证|Health certificate|健康证 健康合格证 健康证明 从业人员健康~ 食品健康~|
food-safety|食品安全管理员证|Food safety manager|食品安全管理员~ 食品安全管理~ 食品安全员~ 食安员~|`,
  },
  {
    rule: '《教师资格条例》第四、五条；幼儿园依《学前教育法》单独要求',
    givenBy: '教师资格考试合格，教育行政部门认定',
    rows: `
teacher-kindergarten|幼儿园教师资格|Kindergarten teacher|幼师资格~ 幼儿园教师~ 幼儿教师~ 幼师~ 幼教~ 学前教育教师~ 幼儿园教资 幼教资格~|teacher
teacher-primary|小学教师资格|Primary school teacher|小学教师~ 小学教资 小学教师资格~|teacher
teacher-junior|初级中学教师资格|Junior secondary teacher|初中教师~ 初级中学教师~ 初中教资 初中教师资格~|teacher-primary teacher
teacher-senior|高级中学教师资格|Senior secondary teacher|高中教师~ 高级中学教师~ 高中教资 高中教师资格~|teacher-junior teacher-primary teacher-vocational teacher
teacher-vocational|中等职业学校教师资格|Vocational school teacher|中职教师~ 中等职业学校教师~ 中职教师资格~|teacher-senior teacher-junior teacher-primary teacher
teacher-university|高等学校教师资格|University teacher|高校教师~ 高等学校教师~ 高校教师资格~|teacher-senior teacher-vocational teacher-junior teacher-primary teacher
teacher|教师资格证（未说明学段）|Teaching qualification, stage not stated|教师资格~ 教师资格证 教资 教师~ 教师从业~ 中小学教师~ 中小学教师资格~|`,
  },
  {
    rule: '《护士条例》《医师法》《执业药师职业资格制度规定》等',
    givenBy: '国家卫生、药监部门组织的资格考试和执业注册',
    rows: `
nurse|护士执业资格|Registered nurse|护士执业~ 护士资格~ 护士~ 执业护士~ 护理资格~ 护士从业~|
nurse-senior|护师职称|Senior nurse title|护师~ 护师职称 初级护师~|nurse
nurse-supervisor|主管护师职称|Nurse supervisor title|主管护师~ 主管护师职称|nurse-senior nurse
physician|执业医师资格|Licensed physician|执业医师~ 医师资格~ 医师执业~ 医师~ 医生执业~ 医生资格~ 执业中医师~ 口腔执业医师~|physician-assistant
physician-assistant|执业助理医师资格|Assistant physician|助理医师~ 执业助理医师~ 助理执业医师~|
pharmacist-licensed|执业药师资格|Licensed pharmacist|执业药师 执业药师~ 执业中药师~ 执业西药师~|
pharmacist|药师职称|Pharmacist title|药师~ 药士~ 主管药师~ 药学职称|
medical-technician|医学检验/影像技师资格|Medical technologist|检验师~ 检验士~ 检验技师~ 放射技师~ 影像技师~ 医学检验资格~ 技师上岗~|
residency|住院医师规范化培训合格证|Residency training|规培~ 住院医师规范化培训~ 规培证|
childbirth-technique|母婴保健技术考核合格证|Mother and infant care technique|母婴保健~ 母婴保健技术~|
rural-doctor|乡村医生执业证|Village doctor|乡村医生~|
first-aid|救护员证|First aider|急救~ 救护员~ 红十字救护~ 红十字~ 急救员~|
animal-vet|执业兽医资格|Licensed veterinarian|执业兽医 执业兽医~ 兽医~ 兽医资格~|`,
  },
  {
    rule: '《会计专业技术资格考试暂行规定》',
    givenBy: '全国会计专业技术资格考试（中级以上需相应工作年限）',
    rows: `
accounting-junior|初级会计专业技术资格|Junior accountant|初级会计~ 初级会计师^ 助理会计师^ 会计初级~ 会计师初级~|accounting
accounting-middle|中级会计专业技术资格|Intermediate accountant|中级会计~ 中级会计师^ 会计师~ 会计中级~ 会计师中级~|accounting-junior accounting
accounting-senior|高级会计师资格|Senior accountant|高级会计~ 高级会计师^ 会计高级~|accounting-middle accounting-junior accounting
accounting|会计资格（未说明级别）|Accounting qualification, level not stated|会计~ 会计从业~|`,
  },
  {
    rule: '财会、金融、审计行业资格考试规定',
    givenBy: '中国注册会计师协会、行业协会或国家考试机构的考试',
    rows: `
cpa|注册会计师|Certified public accountant|注册会计师 注会 cpa^ cicpa 注册会计师~|
acca|ACCA 特许公认会计师|ACCA|acca|
cma|CMA 管理会计师|CMA|cma~ 管理会计师~|
cfa|CFA 特许金融分析师|CFA|cfa 特许金融分析师|
frm|FRM 金融风险管理师|FRM|frm 金融风险管理师|
tax-agent|税务师|Tax agent|税务师^ 注册税务师^ 税务师~|
auditor-junior|初级审计师|Junior auditor|初级审计师^ 初级审计~|
auditor|审计师（中级）|Auditor|审计师~ 中级审计师^ 审计师职称|auditor-junior
cia|国际注册内部审计师|Certified internal auditor|cia 国际注册内部审计师 注册内部审计师|
asset-appraiser|资产评估师|Asset appraiser|资产评估师^ 资产评估师~ 注册资产评估师^|
real-estate-appraiser|房地产估价师|Real estate appraiser|房地产估价师^ 房地产估价~ 估价师~|
real-estate-agent|房地产经纪人|Real estate agent|房地产经纪人~ 房产经纪人~ 房地产经纪~ 经纪人资格~|
statistician-junior|初级统计师|Junior statistician|初级统计师^ 初级统计~|
statistician|统计师（中级）|Statistician|中级统计师^ 统计师~ 统计~ 统计从业~|statistician-junior
economist-junior|初级经济师|Junior economist|初级经济师^ 初级经济~|
economist|中级经济师|Economist|中级经济师^ 经济师~ 经济师职称|economist-junior
economist-senior|高级经济师|Senior economist|高级经济师^ 高级经济师~|economist economist-junior
securities|证券从业资格|Securities practitioner|证券从业~ 证券资格~ 证券~ 证券投资顾问~|
fund|基金从业资格|Fund practitioner|基金从业~ 基金~|
futures|期货从业资格|Futures practitioner|期货从业~ 期货~|
banking|银行从业资格|Banking practitioner|银行从业~ 银行业从业~ 银行业专业人员~|
insurance-agent|保险代理从业资格|Insurance agent|保险代理人~ 保险从业~ 保险代理~|
insurance-assessor|保险公估从业资格|Insurance assessor|保险公估~ 公估师~|
actuary|精算师|Actuary|精算师^ 精算师~|
financial-planner|理财规划师|Financial planner|理财规划师 理财规划师~ afp cfp 国际金融理财师|
customs-declarant|报关员/报关人员水平证书|Customs declarant|报关员~ 报关~ 报关水平~|
inspection-declarant|报检员证|Inspection declarant|报检员~ 报检~|
trade-documents|单证员证|Trade documents clerk|单证员~ 外贸单证~|`,
  },
  {
    rule: '《国家统一法律职业资格考试实施办法》《律师法》等',
    givenBy: '国家统一法律职业资格考试；执业证由司法行政机关颁发',
    rows: `
legal|法律职业资格|Legal profession qualification|法律职业资格 法律职业资格~ 司法考试~ 法考~ 司考~ 法律资格~ 法律a证 法律职业资格a证|
lawyer|律师执业证|Practising lawyer|律师执业~ 律师证 律师资格~ 执业律师~ 律师~|legal
patent-attorney|专利代理师|Patent attorney|专利代理师~ 专利代理人~ 专利代理~|
notary|公证员执业证|Notary|公证员~|`,
  },
  {
    rule: '《消防设施操作员国家职业技能标准》《注册消防工程师管理规定》',
    givenBy: '消防职业技能鉴定；注册消防工程师为国家统一考试',
    rows: `
fire-engineer-1|一级注册消防工程师|Registered fire engineer 1|一级注册消防工程师 一级消防工程师 注册消防工程师|fire-engineer-2
fire-engineer-2|二级注册消防工程师|Registered fire engineer 2|二级注册消防工程师 二级消防工程师 消防工程师~|`,
  },
  {
    rule: '《保安服务管理条例》等',
    givenBy: '公安机关考试、审查和指纹采集',
    rows: `
security-guard|保安员证|Security guard|保安员~ 保安~ 保安上岗~ 安保~|
detonation|爆破作业人员许可证|Blasting operator|爆破~ 爆破员~ 爆破作业~|
cctv|安防监控/消控值机|Surveillance operator|监控上岗~ 安防~|`,
  },
  {
    rule: '《注册建造师管理规定》《注册建造师执业管理办法》',
    givenBy: '建造师执业资格考试和注册',
    rows: `
constructor|建造师（未说明级别）|Constructor, grade not stated|建造师~|
constructor-1|一级建造师（未说明专业）|Constructor grade 1, speciality not stated||constructor-2 constructor
constructor-2|二级建造师（未说明专业）|Constructor grade 2, speciality not stated||constructor`,
  },
  {
    rule: '《注册安全工程师分类管理办法》《造价工程师职业资格制度规定》等执业资格制度',
    givenBy: '国家统一组织的职业资格考试和注册',
    rows: `
safety-engineer-junior|初级注册安全工程师|Registered safety engineer, junior|初级注册安全工程师 助理注册安全工程师 初级注安|
safety-engineer|中级注册安全工程师|Registered safety engineer|注册安全工程师 注册安全师 注册安全~ 中级注册安全工程师 注安 注安师 安全工程师~ 中级注安|safety-engineer-junior
cost-engineer-1|一级造价工程师|Cost engineer 1|一级造价工程师 一级造价师 注册造价工程师 注册造价师 造价工程师^ 造价师~|cost-engineer-2
cost-engineer-2|二级造价工程师|Cost engineer 2|二级造价工程师 二级造价师|
supervision-engineer|注册监理工程师|Supervision engineer|注册监理工程师 监理工程师^ 监理工程师~ 监理~ 国监|
architect-1|一级注册建筑师|Registered architect 1|一级注册建筑师 一级建筑师|architect-2
architect-2|二级注册建筑师|Registered architect 2|二级注册建筑师|
structural-engineer-1|一级注册结构工程师|Structural engineer 1|一级注册结构工程师 一级结构师 注册结构工程师|structural-engineer-2
structural-engineer-2|二级注册结构工程师|Structural engineer 2|二级注册结构工程师|
electrical-engineer|注册电气工程师|Registered electrical engineer|注册电气工程师|
utility-engineer|注册公用设备工程师|Registered utility engineer|注册公用设备工程师|
geotechnical-engineer|注册土木工程师（岩土）|Registered geotechnical engineer|注册岩土工程师 注册土木工程师|
chemical-engineer|注册化工工程师|Registered chemical engineer|注册化工工程师|
consulting-engineer|注册咨询工程师（投资）|Consulting engineer|注册咨询工程师 咨询工程师^ 咨询师证|
environment-engineer|环境影响评价工程师|Environmental impact engineer|环境影响评价工程师^ 环评工程师^ 环评师~ 注册环保工程师|
surveyor|注册测绘师|Registered surveyor|注册测绘师|
planner|注册城乡规划师|Registered planner|注册城乡规划师 注册规划师 注册城市规划师|
equipment-supervisor|设备监理师|Equipment supervisor|设备监理师 注册设备监理师|
measurement-engineer|注册计量师|Registered metrologist|注册计量师^ 计量员~ 计量检定员~|
tendering|招标师|Tendering specialist|招标师~ 招标师证|`,
  },
  {
    rule: '专业技术职称制度',
    givenBy: '各地职称评审委员会评审',
    rows: `
title-junior|初级职称|Junior professional title|初级职称 助理工程师^ 助工~ 助理级职称 初级工程师职称|
title-middle|中级职称|Intermediate professional title|中级职称 中级工程师^ 工程师职称 中级工程师职称 中级及以上职称 中级以上职称|title-junior
title-senior|高级职称|Senior professional title|高级职称 副高 副高级职称 高级工程师职称 高工职称 高级及以上职称 高级以上职称|title-middle title-junior`,
  },
  {
    rule: '《导游管理办法》等',
    givenBy: '全国导游资格考试，文化和旅游部门核发',
    rows: `
guide|导游证|Tour guide|导游证 导游~ 导游资格~ 英文导游~|
tour-leader|领队证|Tour leader|领队~ 领队证|
cabin-crew|客舱乘务员训练合格证|Cabin crew|乘务员~ 空乘~|
aviation-security|民航安检员资格|Aviation security screener|安检员~ 民航安检~ 安检~|
uav|民用无人驾驶航空器操控员执照|Drone pilot|无人机~ 无人机驾驶~ caac~ 无人机驾驶员~ 无人机飞手~ utc~ aopa~|`,
  },
  {
    rule: '道路运输、出租汽车从业资格管理规定（交通运输部）',
    givenBy: '交通运输主管部门从业资格考试',
    rows: `
transport-freight|道路货物运输驾驶员从业资格|Road freight driver qualification|货运从业~ 货运资格~ 货运~ 道路货物运输~ 货车从业~ 道路货运~ 货物运输从业~|transport
transport-passenger|道路旅客运输驾驶员从业资格|Road passenger driver qualification|客运从业~ 客运资格~ 客运~ 道路旅客运输~ 旅客运输~ 道路客运~|transport
transport-hazmat|道路危险货物运输驾驶员从业资格|Hazardous goods driver qualification|危货从业~ 危货~ 危险品运输~ 危险货物运输~ 危运~ 危化品运输~ 危险品从业~ 危险品驾驶~ 危化品从业~|transport
transport-hazmat-escort|危险货物道路运输押运员从业资格|Hazardous goods escort|押运员~ 押运~ 危险品押运~ 危货押运~ 危化品押运~|
transport|道路运输从业资格证（未说明类别）|Road transport qualification, class not stated|道路运输~ 道路运输从业~ 运输从业~ 司机从业~ 驾驶员从业~|
ride-hailing|网络预约出租汽车驾驶员证|Ride-hailing driver|网约车~ 网约车驾驶员~ 网络预约出租汽车~ 网约车从业~ 网约车人证|
taxi|巡游出租汽车驾驶员证|Taxi driver|出租车~ 巡游出租汽车~ 巡游车~ 出租汽车~ 出租车从业~|
courier|快递从业人员职业资格|Courier|快递业务员~ 快递员~ 快递~|`,
  },
  {
    rule: '《普通话水平测试管理规定》',
    givenBy: '省级语言文字工作部门组织的普通话水平测试',
    rows: `
mandarin-1a|普通话一级甲等|Mandarin 1A||mandarin-1b mandarin-2a mandarin-2b mandarin-3a mandarin-3b mandarin
mandarin-1b|普通话一级乙等|Mandarin 1B||mandarin-2a mandarin-2b mandarin-3a mandarin-3b mandarin
mandarin-2a|普通话二级甲等|Mandarin 2A||mandarin-2b mandarin-3a mandarin-3b mandarin
mandarin-2b|普通话二级乙等|Mandarin 2B||mandarin-3a mandarin-3b mandarin
mandarin-3a|普通话三级甲等|Mandarin 3A||mandarin-3b mandarin
mandarin-3b|普通话三级乙等|Mandarin 3B||mandarin
mandarin|普通话等级证书（未说明等级）|Mandarin certificate, level not stated|普通话~ 普通话等级~ 普通话水平~|`,
  },
  {
    rule: '语言水平考试大纲',
    givenBy: '教育部教育考试院或境外机构的语言考试',
    rows: `
cet-4|大学英语四级 CET-4|College English Test 4|cet4 cet-4 cet␣4 英语四级 英语4级 大学英语四级 大学四级 英语四级~ 国家四级 cet四级 英语cet4 四级英语 英语四、六级 英语四六级 英语四/六级 英语4/6级 cet-4/6 cet4/6 cet4/cet6 cet-4/cet-6 英语4-6级 四六级英语 四/六级英语 四、六级英语 英语四六 四六级|
cet-6|大学英语六级 CET-6|College English Test 6|cet6 cet-6 cet␣6 英语六级 英语6级 大学英语六级 大学六级 英语六级~ 国家六级 cet六级 英语cet6 六级英语|cet-4
tem-4|英语专业四级 TEM-4|Test for English Majors 4|专四^ tem4 tem-4 英语专业四级 专业四级 英语专四 专业英语四级|
tem-8|英语专业八级 TEM-8|Test for English Majors 8|专八^ tem8 tem-8 英语专业八级 专业八级 英语专八 英语八级 专业英语八级|tem-4
ielts|雅思|IELTS|雅思^ ielts^|
toefl|托福|TOEFL|托福^ toefl^|
toeic|托业|TOEIC|托业^ toeic^|
bec|剑桥商务英语 BEC|Business English Certificate|bec bec中级 bec高级 剑桥商务英语|
catti|翻译专业资格 CATTI|Translation qualification|catti 翻译资格~ 翻译专业资格~ 翻译~|
jlpt-n1|日本语能力测试 N1|JLPT N1|日语一级 日语1级 日本语一级|jlpt-n2 jlpt-n3 jlpt-n4 jlpt-n5
jlpt-n2|日本语能力测试 N2|JLPT N2|日语二级 日语2级 日本语二级|jlpt-n3 jlpt-n4 jlpt-n5
jlpt-n3|日本语能力测试 N3|JLPT N3|日语三级|jlpt-n4 jlpt-n5
jlpt-n4|日本语能力测试 N4|JLPT N4||jlpt-n5
jlpt-n5|日本语能力测试 N5|JLPT N5||
topik|韩国语能力考试 TOPIK|TOPIK|topik 韩语六级 韩语五级 韩语四级 韩语topik 韩国语能力~|`,
  },
  {
    rule: '全国计算机等级考试、软考和厂商认证',
    givenBy: '教育部教育考试院、软考办或厂商的考试',
    rows: `
ncre-1|全国计算机等级一级|National computer rank 1|计算机一级 计算机等级一级 计算机1级 国家计算机一级 全国计算机一级|
ncre-2|全国计算机等级二级|National computer rank 2|计算机二级 计算机等级二级 计算机2级 国家计算机二级 全国计算机二级 计算机国家二级 全国计算机等级考试二级|
ncre-3|全国计算机等级三级|National computer rank 3|计算机三级 计算机等级三级 国家计算机三级|
ncre-4|全国计算机等级四级|National computer rank 4|计算机四级 计算机等级四级|
ruankao-senior|软考高级（信息系统项目管理师等）|Software qualification, senior|软考高级 高级软考 信息系统项目管理师 系统架构设计师证书 系统分析师证书|
ruankao-middle|软考中级（系统集成项目管理工程师等）|Software qualification, intermediate|软考中级 中级软考 系统集成项目管理工程师 软件设计师证书 网络工程师证书 软考|
pmp|PMP 项目管理专业人士|PMP|pmp|
prince2|PRINCE2|PRINCE2|prince2|
acp|PMI-ACP 敏捷认证|PMI-ACP|pmi-acp 敏捷认证|
itil|ITIL 认证|ITIL|itil认证 itil~|
cissp|CISSP|CISSP|cissp|
cisp|CISP 注册信息安全专业人员|CISP|cisp 注册信息安全专业人员|
ccna|思科 CCNA|Cisco CCNA|ccna|
ccnp|思科 CCNP|Cisco CCNP|ccnp|ccna
ccie|思科 CCIE|Cisco CCIE|ccie|ccnp ccna
hcia|华为 HCIA|Huawei HCIA|hcia hcna|
hcip|华为 HCIP|Huawei HCIP|hcip hcnp|hcia
hcie|华为 HCIE|Huawei HCIE|hcie|hcip hcia
rhce|红帽 RHCE|Red Hat RHCE|rhce|rhcsa
rhcsa|红帽 RHCSA|Red Hat RHCSA|rhcsa|
ocp|Oracle OCP|Oracle OCP|ocp认证 oracle␣ocp ocp~|
ocm|Oracle OCM|Oracle OCM|ocm认证 oracle␣ocm|ocp
istqb|ISTQB 软件测试认证|ISTQB|istqb|`,
  },
  {
    rule: '认证认可与检验检测行业要求',
    givenBy: '认证机构或行业协会培训考核',
    rows: `
internal-auditor-9001|质量管理体系内审员（ISO 9001）|Internal auditor ISO 9001|iso9001内审员 9001内审员 质量管理体系内审员 质量体系内审员|internal-auditor
internal-auditor-14001|环境管理体系内审员（ISO 14001）|Internal auditor ISO 14001|iso14001内审员 14001内审员 环境管理体系内审员|internal-auditor
internal-auditor-16949|汽车质量体系内审员（IATF 16949）|Internal auditor IATF 16949|iatf16949内审员 16949内审员 ts16949内审员|internal-auditor
internal-auditor-cnas|实验室内审员（CNAS）|Laboratory internal auditor (CNAS)|cnas内审员 实验室内审员 17025内审员|internal-auditor
internal-auditor|内审员证（未说明体系）|Internal auditor, system not stated|内审员~ 内审员^|
ndt|无损检测人员资格|Non-destructive testing|无损检测~ 探伤~ ndt~ rt二级 ut二级 pt二级 mt二级 探伤工~|
welding-ccs|船级社焊工证（CCS 等）|Classification society welder|ccs焊工~ 船级社焊工~ ccs~ 船舶焊工~|
six-sigma-black|六西格玛黑带|Six Sigma black belt|六西格玛黑带 6sigma黑带 黑带证书|six-sigma-green
six-sigma-green|六西格玛绿带|Six Sigma green belt|六西格玛绿带 6sigma绿带 绿带证书|
haccp|HACCP 内审员|HACCP internal auditor|haccp内审员 haccp~|internal-auditor`,
  },
  {
    rule: '行业培训，无统一国家规定',
    givenBy: '培训机构考核发证',
    rows: `
maternal-care|母婴护理（月嫂）证|Maternity nanny|月嫂~ 母婴护理~ 母婴护理师~ 母婴护理员~ 月子护理~|
lactation|催乳师证|Lactation consultant|催乳师~ 催乳~ 通乳~|
postpartum|产后康复师证|Postpartum rehabilitation|产后康复~ 产后修复~|
infant-massage|小儿推拿证|Paediatric massage|小儿推拿~|
early-education|早教师证|Early education teacher|早教~ 早教师~|
excavator|挖掘机操作证|Excavator operator|挖掘机~ 挖机~ 钩机~ 挖土机~|
loader|装载机操作证|Loader operator|装载机~ 铲车~ 铲车司机~|
roller|压路机操作证|Roller operator|压路机~|
bulldozer|推土机操作证|Bulldozer operator|推土机~|
pump-truck|泵车操作证|Concrete pump operator|泵车~ 混凝土泵车~|
fitness-coach|健身教练证|Fitness coach|健身教练~ 私教~ 国职~|
yoga-coach|瑜伽教练证|Yoga teacher|瑜伽教练~ 瑜伽~ 瑜伽导师~|
swim-coach|游泳教练证|Swimming coach|游泳教练~ 社会体育指导员~|
driving-coach|机动车驾驶教练员证|Driving instructor|教练~ 驾校教练~ 驾驶教练员~|
sight-editor|记者证/编辑资格|Press or editor qualification|记者证 编辑资格~ 出版资格~|
social-worker-assistant|助理社会工作师|Assistant social worker|助理社会工作师^ 社工初级 初级社工~ 初级社会工作者|
social-worker|社会工作师|Social worker|中级社工~ 社会工作师^ 社工师 社会工作者~ 社工~|social-worker-assistant
psychological-counsellor|心理咨询师证|Psychological counsellor|心理咨询师~ 心理咨询~|`,
  },
]

/** Occupations with five skill levels by national standard: `slug | 中文 | English | words`. The higher covers the lower. */
export const SKILLED: Family = {
  rule: '国家职业技能标准（五级/初级工至一级/高级技师）',
  givenBy: '人力资源社会保障部门备案的评价机构的职业技能等级认定',
  rows: `
skill-electrician|电工|Electrician|电工 维修电工
skill-welder|焊工|Welder|焊工 电焊工
skill-fitter|钳工|Fitter|钳工 装配钳工 机修钳工 工具钳工
skill-turner|车工|Lathe operator|车工 数控车工
skill-miller|铣工|Milling machine operator|铣工 数控铣工 加工中心操作工
skill-auto-repair|汽车维修工|Motor mechanic|汽车维修工 汽车修理工 汽修工 汽车维修
skill-refrigeration|制冷空调系统安装维修工|Refrigeration mechanic|制冷工 制冷空调系统安装维修工
skill-lift|电梯安装维修工|Lift mechanic|电梯安装维修工
skill-boiler|锅炉操作工|Boiler operator|锅炉操作工
skill-plumber|管工|Pipe fitter|管工 管道工
skill-bricklayer|砌筑工|Bricklayer|砌筑工 瓦工
skill-steel-fixer|钢筋工|Steel fixer|钢筋工
skill-hull|船体装配工|Hull fitter|船体装配工 船体冷加工
skill-crane|起重装卸机械操作工|Lifting machinery operator|起重装卸机械操作工
skill-surveyor|工程测量员|Engineering surveyor|工程测量员 测量员 测量工
skill-fire|消防设施操作员|Fire safety installation operator|消防设施操作员 建构筑物消防员 消防员 消控 消防 中控 消防中控 消防监控 消防操作员
skill-cook-chinese|中式烹调师|Chinese cook|中式烹调师 中式厨师 厨师 烹调师
skill-cook-western|西式烹调师|Western cook|西式烹调师 西餐厨师
skill-pastry-chinese|中式面点师|Chinese pastry cook|中式面点师 面点师
skill-pastry-western|西式面点师|Pastry cook|西式面点师 西点师 烘焙师
skill-tea|茶艺师|Tea master|茶艺师 评茶员 评茶师
skill-coffee|咖啡师|Barista|咖啡师
skill-bartender|调酒师|Bartender|调酒师
skill-beauty|美容师|Beautician|美容师
skill-hair|美发师|Hairdresser|美发师 理发师
skill-massage|保健按摩师|Massage therapist|保健按摩师 按摩师 推拿师
skill-infant|育婴员|Infant carer|育婴员 育婴师 育婴
skill-nursery|保育师|Nursery nurse|保育师 保育员 保育
skill-elder|养老护理员|Elderly carer|养老护理员 养老护理 护理员 护工
skill-housekeeping|家政服务员|Domestic worker|家政服务员 家政 家政员 保洁员
skill-health-manager|健康管理师|Health manager|健康管理师
skill-nutrition|公共营养师|Nutritionist|公共营养师 营养师 营养配餐员
skill-hr|企业人力资源管理师|Human resources manager|人力资源管理师 企业人力资源管理师 人力资源师 人力资源
skill-labour-relations|劳动关系协调员|Labour relations coordinator|劳动关系协调员 劳动关系协调师
skill-e-commerce|电子商务师|E-commerce specialist|电子商务师
skill-live-sales|互联网营销师|Live-stream seller|互联网营销师 直播销售员
skill-logistics|物流服务师|Logistics specialist|物流服务师 物流师 供应链管理师 采购师
skill-chemical-tester|化学检验员|Chemical analyst|化学检验员 化验员 化学检验工 化学分析工 化验
skill-food-tester|农产品食品检验员|Food inspector|农产品食品检验员 食品检验员 食品检验工
skill-sewing|缝纫工|Sewing machine operator|缝纫工 服装制版师 服装制作工
skill-room|客房服务员|Room attendant|客房服务员
skill-waiter|餐厅服务员|Waiter|餐厅服务员
skill-optician|眼镜验光员|Optometrist|验光员 验光师 眼镜验光员 眼镜定配工
skill-pest|有害生物防制员|Pest controller|有害生物防制员
skill-drone|无人机驾驶员（技能等级）|Drone pilot, skill level|无人机装调检修工
skill-property|物业管理师|Property manager|物业管理师 物业经理 物业管理员
skill-florist|插花花艺师|Florist|花艺师 插花员
skill-gardener|园林绿化工|Gardener|园林绿化工 绿化工 花卉园艺师
skill-warehouse|仓储管理员|Storekeeper|仓储管理员 仓库管理员 仓管员 理货员
skill-secretary|秘书|Secretary|秘书
skill-wedding|婚姻家庭咨询师|Family counsellor|婚姻家庭咨询师
`,
}

/** Specialities of the grade 1 constructor; grade 2 has those marked with 2. */
export const SPECIALITIES = `
building|建筑工程|Building|2|建筑工程 房建 房屋建筑 建筑
municipal|市政公用工程|Municipal works|2|市政公用 市政工程 市政
mechanical|机电工程|Mechanical and electrical|2|机电工程 机电安装 机电
highway|公路工程|Highways|2|公路工程 公路
water|水利水电工程|Water and hydropower|2|水利水电 水利工程 水利
mining|矿业工程|Mining|2|矿业工程 矿业
railway|铁路工程|Railways||铁路工程 铁路
airport|民航机场工程|Airports||民航机场 民航
port|港口与航道工程|Ports and waterways||港口与航道 港航
telecom|通信与广电工程|Telecommunications||通信与广电 通信广电`
