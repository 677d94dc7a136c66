import { describe, expect, it } from '@jest/globals'

import { readChannels } from '../../../src/importing/readChannels.ts'

const read = (text: string) =>
  readChannels({
    preamble: [],
    sections: [{ key: 'overview', heading: '一、总体情况', paragraphs: [text], children: [] }],
  })

const named = (text: string) => read(text).channels.map(({ name, kind }) => `${name} ${kind}`)

describe('channels named in the text', () => {
  it.each<[string, string[]]>([
    ['刊登于《大众日报》、《清河晚报》。', ['《大众日报》 newspaper', '《清河晚报》 newspaper']],
    ['依据《中华人民共和国政府信息公开条例》和《情况通报》。', []],
    ['充分利用清河电视台、清河传媒网', ['清河电视台 television', '清河传媒网 website']],
    ['通过“清河发布”微信公众号和微信公众号推送', ['“清河发布”微信公众号 wechat']],
    ['借助微信公众号“清河发布”、爱清河APP', ['“清河发布”微信公众号 wechat', '爱清河APP app']],
    ['清河发布微信公众号，即“清河发布”公众号', ['“清河发布”微信公众号 wechat']],
    [
      '“甲”微信公众号、“乙”微信公众号，另有微信公众号若干',
      ['“甲”微信公众号 wechat', '“乙”微信公众号 wechat', '微信公众号 wechat'],
    ],
    ['“清河发布”视频号、“清河”微博', ['“清河发布”视频号 other', '“清河”微博 weibo']],
    ['在村务公开栏和电子显示屏公布', ['村务公开栏 noticeBoard', '电子显示屏 noticeBoard']],
    ['设立政府信息公开栏目，建微信群', []],
    ['政府网站与县政府网站', ['县政府网站 website']],
  ])('%s', (text, names) => {
    expect(named(text)).toEqual(names)
  })
})

describe('figures stated in the text', () => {
  it.each<[string, number | null, [string, number][]]>([
    [
      '主动公开政府信息214条，其中，通过政府信息公开专栏主动公开政府信息28条，通过微信公众号主动公开政府信息242条。',
      214,
      [
        ['政府信息公开专栏', 28],
        ['微信公众号', 242],
      ],
    ],
    ['共主动公开政府信息14,571条。', 14571, []],
    ['累计主动公开各类政府信息共计５３３条。', 533, []],
    ['全年主动公开政府信息1.2万条', 12000, []],
    ['全年主动公开政府信息一百二十三条', 123, []],
    ['共公布政府信息2599条，(其中机构职能类信息25条)', 2599, []],
    ['主动公开信息总数4702条', 4702, []],
    [
      '主动公开信息共计444条。政府网站发布信息118条,其中工作信息(新闻)70条。“清河发布”公众号共发布信息294条。',
      444,
      [
        ['政府网站', 118],
        ['“清河发布”微信公众号', 294],
      ],
    ],
    ['利用门户网站主动公开政府信息188条', null, [['门户网站', 188]]],
    ['其他方式主动公开政府信息299条', null, []],
    ['“清河发布”微信和微博分别发布信息1408条、6502条', null, []],
    ['主动公开政府信息，依据国办公开办函〔2021〕30号文件，电话0536-6921100', null, []],
    ['2020年1月1日起主动公开政府信息', null, []],
    ['全年收到政府信息公开申请34件', null, []],
  ])('%s', (text, total, channels) => {
    const { disclosureFigures, channels: all } = read(text)
    expect(disclosureFigures).toEqual({
      total,
      channels: channels.map(([name, count]) => ({ name, count })),
    })
    const names = all.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(channels.map(([name]) => name)))
  })

  it.each(['全年主动公开信息300余条', '主动公开政府信息18万余条', '主动公开政府信息近5000条'])(
    '%s is no exact figure',
    (text) => {
      const { disclosureFigures, unread } = read(text)
      expect(disclosureFigures.total).toBeNull()
      expect(unread.map((entry) => entry.text)).toEqual([text])
    },
  )
})
