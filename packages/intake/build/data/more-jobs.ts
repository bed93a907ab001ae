/** Lines of examples/jobs.jsonl, in the manner of an export of a job board. A string is written as it stands. */
export const MORE_JOBS: (Record<string, unknown> | string)[] = [
  { id: 'W01', title: '【急】叉车司机/包住', company: '青岛样例仓储有限公司', city: '青岛·胶州', salary: '6千-8千', edu: '学历不限', exp: '1-3年', tags: ['五险', '包住', '长白班'], date: '2026-11-10', desc: '岗位职责：仓库货物装卸、转运。任职要求：1、持有N1叉车证；2、一年以上叉车经验；3、能吃苦耐劳。' },
  { id: 'W02', title: '叉车工', company: '青岛样例冷链有限公司', city: '青岛-城阳区', salary: '6-7.5K', edu: '初中及以下', exp: '经验不限', tags: '两班倒|夜班补贴|五险', date: '2026-11-09', desc: '冷库出入库作业，两班倒。有N1叉车证优先，无证可培训。' },
  { id: 'W03', title: 'Java后端开发（急招）', company: '青岛演示数字科技有限公司', city: '青岛·崂山·中韩', salary: { min: 13000, max: 20000 }, tags: "['Java', 'Spring Cloud', 'MySQL', '五险一金', '双休']", date: '2026-11-12', desc: '本科以上学历，3年以上Java开发经验；熟悉Spring Boot、MySQL、Redis、消息队列；有电商经验优先。' },
  { id: 'W04', title: '数据分析实习生', company: '青岛演示数字科技有限公司', city: '青岛', salary: '150元/天', edu: '本科', exp: '在校/应届', tags: ['Python', 'SQL'], date: '2026-11-12', desc: '每周到岗4天以上，实习3个月；会Python、SQL。' },
  { id: 'W05', title: '电气工程师', company: '日照示例装备制造有限公司', city: '日照·东港区', salary: '8千-1.2万·13薪', edu: '大专', exp: '3-5年', tags: 'PLC|电气设计|五险一金', date: '2026-11-08', desc: '负责自动化产线电气设计与调试，熟悉西门子PLC；大专以上学历，电气自动化专业，3年以上经验。' },
  { id: 'W06', title: '低压电工', company: '日照示例装备制造有限公司', city: '日照·东港区', salary: '5500-7000', edu: '高中', exp: '2年以上', tags: '', date: '2026-11-08', desc: '车间设备日常检修，必须持低压电工作业证，接受倒班。' },
  { id: 'W07', title: '高薪诚聘美容师！包吃住+无责底薪4000', company: '青岛样例美业管理有限公司', city: '青岛·市南区', salary: '4-8千', edu: '不限', exp: '无经验可培训', tags: ['包吃住', '提成高'], date: '2026-11-01', desc: '面部护理、身体护理，18-35岁，形象气质佳。' },
  { id: 'W08', title: '会计', company: '青岛示例财税咨询有限公司', city: '青岛·市北·四方', salary: '5-7K', edu: '大专', exp: '3年以上', tags: ['初级会计', '双休'], date: '2026-11-07', desc: '独立处理全盘账务、纳税申报，须持初级会计职称，中级会计师优先。' },
  { id: 'W09', title: '外卖骑手（众包）', company: '日照样例即时配送有限公司', city: '日照·东港区', salary: '6000-10000', edu: '', exp: '', tags: '日结|自由', date: '2026-11-11', desc: '18-50岁，自备电动车，多劳多得，时间自由。' },
  { id: 'W10', title: '高速公路收费员', company: '青岛示例路桥运营有限公司', city: '青岛·平度市', salary: '3500-4500', edu: '高中', exp: '不限', tags: '五险一金', date: '2026-10-30', desc: '三班倒，服从夜班安排。' },
  { id: 'W11', title: '注册安全工程师', company: '日照示例化工有限公司（演示）', city: '日照·岚山区', salary: '12-18万/年', edu: '本科', exp: '5年以上', tags: '化工|安全', date: '2026-11-02', desc: '须持有注册安全工程师证书（化工安全），本科及以上学历，5年以上化工企业安全管理经验。' },
  { id: 'W12', title: '幼儿园老师', company: '青岛示例幼儿园', city: '莱西', salary: '面议', edu: '大专', exp: '1年', tags: ['寒暑假'], date: '2026-11-05', desc: '学前教育专业，须持幼儿园教师资格证，普通话二级甲等。' },
  { id: 'W13', title: 'Java后端开发工程师', company: '青岛演示数字科技有限公司', city: '青岛·崂山', salary: { min: 14000, max: 20000 }, tags: ['Java', '五险一金'], date: '2026-11-13', desc: '本科以上学历，3年以上Java开发经验；熟悉Spring Boot、MySQL、Redis、消息队列；有电商项目经验优先。' },
  '{"id": "W14", "title": "文员", "company": "青岛样例文化有限公司", "city": "青岛',
  { id: 'W15', title: '', company: '青岛样例文化有限公司', city: '青岛', salary: '4000', desc: '岗位名称漏填' },
  { id: 'W16', title: '家电安装维修工', company: '青岛示例电器服务有限公司', city: '青岛市即墨区', salary: '7000-12000', edu: '初中', exp: '1年以上', tags: null, date: '2026-11-06', desc: '空调安装须持高处作业证、制冷证；自备车辆者优先。' },
]
