import { DeskBar as DeskBar_04c5a63949bd2c092d22e9661bb5c770 } from '../../../../src/admin/desk/DeskBar.tsx'
import { Overview as Overview_66a04a5fd6a1dcb695ee38d11743c731 } from '../../../../src/admin/overview/Overview.tsx'
import { Sheets as Sheets_f2a9eb75201cbbbdc611e93086d3ded8 } from '../../../../src/admin/sheet/Sheets.tsx'
import { Sections as Sections_7e85b603cd5f019a340f8bade764c88e } from '../../../../src/admin/narrative/Sections.tsx'
import { EditedInText as EditedInText_245854191d73f722b5ecd26d26cae9ea } from '../../../../src/admin/narrative/EditedInText.tsx'
import { StageCell as StageCell_5700c15bc3e74d616b88a64ec8522b11 } from '../../../../src/admin/reportList/cells.tsx'
import { StandingCell as StandingCell_5700c15bc3e74d616b88a64ec8522b11 } from '../../../../src/admin/reportList/cells.tsx'
import { Preview as Preview_db59a3f0cb1e7ef2ee234356997d0cea } from '../../../../src/admin/preview/Preview.tsx'
import { ImportReport as ImportReport_4b47bc8ab974f6f5538caf58b94325e3 } from '../../../../src/admin/importing/ImportReport.tsx'
import { ReportFilters as ReportFilters_203ab53b8dc16f4e4aac467a2fb1176c } from '../../../../src/admin/reportList/ReportFilters.tsx'
import { SaveButton as SaveButton_7a87b017fceb887e76e9704a57c0e2d7 } from '../../../../src/admin/desk/SaveButton.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FigureSourceField as FigureSourceField_935c3c0c908c7c6728002595ee46de03 } from '../../../../src/admin/narrative/FigureSourceField.tsx'
import { FigureBlock as FigureBlock_231dc3c3e5e3b393ef83ee505ae99797 } from '../../../../src/admin/narrative/FigureBlock.tsx'
import { TablesClient as TablesClient_2cde2ddfbf7191343b3580c789a2702f } from '../../../../src/admin/narrative/tables/TablesClient.ts'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinksClient as LinksClient_67b2b81c869880e336e593ed687fbed0 } from '../../../../src/admin/narrative/links/LinksClient.ts'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { WebhookPanel as WebhookPanel_c39806d8ba6a9c28adcdea8d57a3e7a1 } from '../../../../src/admin/webhooks/WebhookPanel.tsx'
import { DeliveryPanel as DeliveryPanel_32a138dd77c770aeac461d4162a75d03 } from '../../../../src/admin/webhooks/DeliveryPanel.tsx'
import { DeliveryStateCell as DeliveryStateCell_887f7a92ff7dd7cb78e1d2fcf7c1bfd9 } from '../../../../src/admin/webhooks/DeliveryState.tsx'
import { Icon as Icon_5eddd781ceb78812efb2dcc0cec36920 } from '../../../../src/admin/brand/Icon.tsx'
import { Logo as Logo_2e763df44b42c422bacb8a7fd68ccf87 } from '../../../../src/admin/brand/Logo.tsx'
import { ArticlesLink as ArticlesLink_6965f89b963324660166a17fc5c00531 } from '../../../../src/admin/articles/ArticlesLink.tsx'
import { Dashboard as Dashboard_bfcc977efa0be7d8a0df028c625b41ee } from '../../../../src/admin/dashboard/Dashboard.tsx'
import { MendedControls as MendedControls_77397f7749a1463f858b2dad8c92dfcc } from '../../../../src/admin/accessibility/MendedControls.tsx'
import { ArticlesView as ArticlesView_4dc9582147058d1ef20b46163e7fbc68 } from '../../../../src/admin/articles/ArticlesView.tsx'
import { ArticleView as ArticleView_d7f67a8913a2808c1d7020540908d0cf } from '../../../../src/admin/articles/ArticleView.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/desk/DeskBar.tsx#DeskBar": DeskBar_04c5a63949bd2c092d22e9661bb5c770,
  "/src/admin/overview/Overview.tsx#Overview": Overview_66a04a5fd6a1dcb695ee38d11743c731,
  "/src/admin/sheet/Sheets.tsx#Sheets": Sheets_f2a9eb75201cbbbdc611e93086d3ded8,
  "/src/admin/narrative/Sections.tsx#Sections": Sections_7e85b603cd5f019a340f8bade764c88e,
  "/src/admin/narrative/EditedInText.tsx#EditedInText": EditedInText_245854191d73f722b5ecd26d26cae9ea,
  "/src/admin/reportList/cells.tsx#StageCell": StageCell_5700c15bc3e74d616b88a64ec8522b11,
  "/src/admin/reportList/cells.tsx#StandingCell": StandingCell_5700c15bc3e74d616b88a64ec8522b11,
  "/src/admin/preview/Preview.tsx#Preview": Preview_db59a3f0cb1e7ef2ee234356997d0cea,
  "/src/admin/importing/ImportReport.tsx#ImportReport": ImportReport_4b47bc8ab974f6f5538caf58b94325e3,
  "/src/admin/reportList/ReportFilters.tsx#ReportFilters": ReportFilters_203ab53b8dc16f4e4aac467a2fb1176c,
  "/src/admin/desk/SaveButton.tsx#SaveButton": SaveButton_7a87b017fceb887e76e9704a57c0e2d7,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/narrative/FigureSourceField.tsx#FigureSourceField": FigureSourceField_935c3c0c908c7c6728002595ee46de03,
  "/src/admin/narrative/FigureBlock.tsx#FigureBlock": FigureBlock_231dc3c3e5e3b393ef83ee505ae99797,
  "/src/admin/narrative/tables/TablesClient.ts#TablesClient": TablesClient_2cde2ddfbf7191343b3580c789a2702f,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/narrative/links/LinksClient.ts#LinksClient": LinksClient_67b2b81c869880e336e593ed687fbed0,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/webhooks/WebhookPanel.tsx#WebhookPanel": WebhookPanel_c39806d8ba6a9c28adcdea8d57a3e7a1,
  "/src/admin/webhooks/DeliveryPanel.tsx#DeliveryPanel": DeliveryPanel_32a138dd77c770aeac461d4162a75d03,
  "/src/admin/webhooks/DeliveryState.tsx#DeliveryStateCell": DeliveryStateCell_887f7a92ff7dd7cb78e1d2fcf7c1bfd9,
  "/src/admin/brand/Icon.tsx#Icon": Icon_5eddd781ceb78812efb2dcc0cec36920,
  "/src/admin/brand/Logo.tsx#Logo": Logo_2e763df44b42c422bacb8a7fd68ccf87,
  "/src/admin/articles/ArticlesLink.tsx#ArticlesLink": ArticlesLink_6965f89b963324660166a17fc5c00531,
  "/src/admin/dashboard/Dashboard.tsx#Dashboard": Dashboard_bfcc977efa0be7d8a0df028c625b41ee,
  "/src/admin/accessibility/MendedControls.tsx#MendedControls": MendedControls_77397f7749a1463f858b2dad8c92dfcc,
  "/src/admin/articles/ArticlesView.tsx#ArticlesView": ArticlesView_4dc9582147058d1ef20b46163e7fbc68,
  "/src/admin/articles/ArticleView.tsx#ArticleView": ArticleView_d7f67a8913a2808c1d7020540908d0cf,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
