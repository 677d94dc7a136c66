import type { Condition, Field } from 'payload'

const ofWechat: Condition = (_, siblings) => siblings?.kind === 'wechat'

const appIdPattern = /^wx[0-9a-f]{16}$/

/** What a 公众号 needs for its articles. Its secret is none of it: that comes from the environment. */
export const wechatFields: Field[] = [
  {
    name: 'tableForm',
    type: 'select',
    defaultValue: 'grid',
    options: [
      { value: 'grid', label: { zh: '完整表格（可左右滑动）', en: 'The full grid' } },
      {
        value: 'phone',
        label: { zh: '手机版（只列非零项）', en: 'For a phone: what is not zero' },
      },
    ],
    label: { zh: '宽表格的样式', en: 'Form of wide tables' },
    admin: { condition: ofWechat },
  },
  {
    name: 'appId',
    type: 'text',
    label: { zh: '开发者 ID（AppID）', en: 'App id' },
    validate: (value: unknown) =>
      !value || (typeof value === 'string' && appIdPattern.test(value))
        ? true
        : 'AppID 应为 wx 开头、后接 16 位小写十六进制字符',
    admin: {
      condition: ofWechat,
      description: {
        zh: '填写后可把文章推送到公众号的草稿箱。密钥（AppSecret）不在这里填写，由管理员设置在服务器的环境变量 WECHAT_SECRET_<AppID> 中',
        en: 'With it, articles can be pushed to the drafts box. The secret is set on the server, in the environment variable WECHAT_SECRET_<AppID>',
      },
    },
  },
  {
    name: 'cover',
    type: 'upload',
    relationTo: 'media',
    label: { zh: '封面图片', en: 'Cover' },
    admin: {
      condition: ofWechat,
      description: {
        zh: '文章的封面，宽高比 2.35:1 为宜；不选则用系统生成的封面',
        en: 'Best in 2.35:1; one is drawn when there is none',
      },
    },
  },
]
