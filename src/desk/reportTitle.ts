/** 营丘镇人民政府2020年政府信息公开工作年度报告 */
export const reportTitle = (organization: string, year: number): string =>
  `${organization}${year}年政府信息公开工作年度报告`
