import { allCells } from './cells.ts'
import type { ImportedReport } from '../importing/types.ts'

/**
 * The report of Yingqiu town for 2020: facts and figures are those of the published report, the
 * wording is ours. Its narrative says 214 items in all and 242 on WeChat, which an editor must see.
 */
export const yingqiu2020: ImportedReport = {
  organizationName: '营丘镇人民政府',
  year: 2020,
  format: '2019',
  period: { from: '2020-01-01', to: '2020-12-31' },
  contact: { office: '营丘镇人民政府办公室', phone: '0536-6921106' },
  signedOn: '2021-01-28',
  preamble: [
    '依照《中华人民共和国政府信息公开条例》和《山东省政府信息公开办法》，按照市、县两级的部署，营丘镇人民政府汇总全镇情况，编成2020年政府信息公开工作年度报告，现予公布。报告反映主动公开、依申请公开、政府信息管理等方面的工作，数据的统计期限为2020年1月1日至2020年12月31日。对报告内容如有疑问，可与营丘镇人民政府办公室联系，电话：0536-6921106。',
  ],
  sections: [
    {
      key: 'overview',
      heading: '一、总体情况',
      paragraphs: [
        '2020年，营丘镇把政府信息公开作为服务群众的基础工作来抓，落实上级各项部署，调整公开目录，增加公开渠道，改进公开形式，对社会关注的事项及时作出回应，全年工作运行平稳。',
      ],
      children: [
        {
          heading: '主动公开情况',
          paragraphs: [
            '截至2020年12月31日，全镇主动公开政府信息214条，其中通过政府信息公开专栏公开28条，通过微信公众号公开242条。公开的重点内容有：',
            '1.本镇的机构设置与主要职责；',
            '2.安全生产事故应急处理预案；',
            '3.2020年度政务公开工作实施方案；',
            '4.基层政务公开标准目录；',
            '5.2020年政府信息主动公开基本目录，含重点领域。',
          ],
        },
        {
          heading: '依申请公开情况',
          paragraphs: ['2020年度，本镇未收到政府信息公开申请。'],
        },
        {
          heading: '政府信息管理情况',
          paragraphs: [
            '信息发布实行先审查、后公开。全年公开的信息均经过保密审查，不含国家秘密，不涉及国家安全、公共安全、经济安全和社会稳定，没有未经权利人同意或未经审查而公开的商业秘密和个人隐私。',
          ],
        },
        {
          heading: '平台建设情况',
          paragraphs: [
            '1.政府信息公开网站。网站是本镇公开政府信息的第一平台，设有政府信息公开栏目，按政务动态、日常工作动态、政策法规、招商动态、教育惠民、通知公告公示、应急管理分类编目，群众从一个入口即可查到各频道的政府信息。',
            '2.新闻媒体。本镇还借助《大众日报》《潍坊日报》《昌乐日报》、昌乐电视台、昌乐传媒网、爱昌乐APP和“古都营丘”微信公众号，发布政策法规、工作动态、应急管理和招商信息，方便群众了解和使用。',
          ],
        },
        {
          heading: '机构建设及人员配置情况',
          paragraphs: [
            '1.工作机构。镇里成立政府信息公开领导小组，办公室设在镇党政办公室，由专人负责全镇信息公开的推进、指导、协调和监督，并与上级部门保持联系。',
            '2.工作制度。各项公开制度随实际修订，新到岗和调整岗位的人员先培训、后上岗，严格按流程办理。',
          ],
        },
        {
          heading: '监督保障情况',
          paragraphs: [
            '针对网站检查中反映的问题，本镇从三方面加以改进：一是完善制度，使公开工作有章可循；二是充实内容，让信息更有用、更及时、更准确；三是创新形式，拓宽群众获取信息的途径。',
          ],
        },
        {
          heading: '建议提案办理结果公开情况',
          paragraphs: ['2020年，本镇没有承办人大代表建议和政协提案。'],
        },
      ],
    },
    {
      key: 'problems',
      heading: '五、存在的主要问题及改进情况',
      paragraphs: [],
      children: [
        {
          heading: '2019年问题整改情况',
          paragraphs: [
            '一是用好“古都营丘”微信公众号、爱昌乐APP等新媒体，扩大政务公开的覆盖面。二是把视频、音频、图片用于政务公开，内容更好读，群众更愿意看。',
          ],
        },
        {
          heading: '2020年存在的主要问题',
          paragraphs: ['部分站所对信息公开的认识还不到位，主动性不强，有的信息公开得不够及时。'],
        },
        {
          heading: '改进措施',
          paragraphs: [
            '本镇将加强业务培训，督促有关人员提高认识、主动履责，使群众能在第一时间了解全镇的工作。',
          ],
        },
      ],
    },
    {
      key: 'other',
      heading: '六、其他需要报告的事项',
      paragraphs: ['无。'],
      children: [],
    },
  ],
  tables: allCells('2019', 0),
  channels: [
    { name: '政府信息公开专栏', kind: 'website' },
    { name: '“古都营丘”微信公众号', kind: 'wechat' },
    { name: '《大众日报》', kind: 'newspaper' },
    { name: '《潍坊日报》', kind: 'newspaper' },
    { name: '《昌乐日报》', kind: 'newspaper' },
    { name: '昌乐电视台', kind: 'television' },
    { name: '昌乐传媒网', kind: 'website' },
    { name: '爱昌乐APP', kind: 'app' },
  ],
  disclosureFigures: {
    total: 214,
    channels: [
      { name: '政府信息公开专栏', count: 28 },
      { name: '“古都营丘”微信公众号', count: 242 },
    ],
  },
  unread: [],
}

/** Why the figures stand as they are, although one channel counts more than the whole. */
export const yingqiu2020Reasons = {
  'channels.within':
    '公众号发布的信息包括转载和服务类信息，未全部计入主动公开总数，数字与原报告一致。',
  'nil.declared': '经核对，本镇2020年度各项业务均未发生，表格数据确为零。',
} as const
